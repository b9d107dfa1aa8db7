"""What a declaration is while it is being drafted, before it becomes text."""

from dataclasses import dataclass, field
from random import Random

from benchmarks.drafting.bureau import Bureau


@dataclass(frozen=True)
class Action:
    """What a project does: ``deed`` to ``number`` ``unit`` of ``thing``; ``sort`` is the wordings' 类."""

    sort: str
    deed: str
    thing: str
    unit: str
    number: int


@dataclass
class Row:
    """An indicator. ``operator`` is '' where ``value`` holds words; ``action`` is what it counts.

    ``as_typed`` is the target where it is not in the bureau's notation.
    """

    kind: str
    name: str
    operator: str
    value: str
    unit: str = ""
    action: Action | None = None
    weight: int = 0
    remark: str = ""
    as_typed: str | None = None


@dataclass
class Promise:
    """A sentence of the goals; ``action`` is what it promises, with the number as it says it."""

    text: str
    action: Action | None = None


@dataclass
class Draft:
    """A declaration being drafted; mistakes are made in it before it is written down."""

    bureau: Bureau
    chance: Random
    size: int
    project: str
    unit: str
    nature: str
    years: int
    request: int = 0
    carried: int = 0
    granted: int | None = None
    whole: int = 0
    supervisor: str = ""
    actions: list[Action] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    goals: list[list[Promise]] = field(default_factory=list)
    whole_goals: str = ""

    def rows_of(self, *kinds: str) -> list[Row]:
        """The rows that stand in these categories."""
        return [row for row in self.rows if row.kind in kinds]

    def promises(self) -> list[Promise]:
        """The sentences of the goals that promise a number."""
        return [sentence for paragraph in self.goals for sentence in paragraph if sentence.action]
