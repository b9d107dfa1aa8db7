"""Which categories of a declaration hold an indicator, and which the project itself calls for."""

from msgspec import Struct

from declint.declaration.edition import Edition, Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import rows_with
from declint.declaration.target import TargetKind
from declint.language.lexicon import words
from declint.language.names import bare, core


def is_empty(indicator: Indicator) -> bool:
    """Whether a row only says that there is nothing: 无, 不适用, /, 0."""
    return _says_nothing(core(indicator.name)) and _has_no_value(indicator)


def _says_nothing(text: str) -> bool:
    text = bare(text).strip("/…*.")
    return not text or text in words("contents", "空值") or text in words("targets", "空行名称")


def _has_no_value(indicator: Indicator) -> bool:
    target = indicator.target
    if target.is_number:
        return target.number == 0
    return target.kind in (TargetKind.MISSING, TargetKind.UNREADABLE) or _says_nothing(target.raw)


class Contents(Struct, frozen=True):
    """The kinds that rows have, and under which level 1 rows stand whose kind no edition knows."""

    edition: Edition
    kinds: frozenset[Kind]
    rows: frozenset[tuple[str, Kind | None]]

    def has(self, kind: Kind) -> bool:
        """Whether a row is of this kind, or may be.

        It may be where a level 2 of the form's own, or one from elsewhere, stands under the same level 1.
        """
        return kind in self.kinds or any(
            level1 == self.edition.level1_of(kind) and not self._belongs(level1, other)
            for level1, other in self.rows
        )

    def _belongs(self, level1: str, kind: Kind | None) -> bool:
        return kind is not None and kind in self.edition.levels.get(level1, {}).values()

    def has_level1(self, label: str) -> bool:
        """Whether a row stands under this level 1 or is of a kind that belongs there."""
        kinds = self.edition.levels[label].values()
        own = any(level1 == label and (kind is None or kind in kinds) for level1, kind in self.rows)
        return own or any(kind in self.kinds for kind in kinds if kind and kind is not Kind.SATISFACTION)


def contents_of(declaration: Declaration) -> Contents:
    """What the rows of a declaration that say something fill."""
    edition = declaration.edition
    empty = {row.path for row, _ in rows_with(declaration, is_empty)}
    rows = [row for row in declaration.indicators if row.path not in empty]
    return Contents(
        edition,
        frozenset(row.kind for row in rows if row.kind),
        frozenset((edition.level1(row.category.level1) or row.category.level1, row.kind) for row in rows),
    )


class Served(Struct, frozen=True):
    """The word that tells whom a project serves, and where it stands, in Chinese and English."""

    word: str
    where_zh: str
    where_en: str


def serves(declaration: Declaration) -> Served | None:
    """What in the name, or else in the goals, tells that the project serves the public or a named group."""
    if _first(declaration.name, "没有服务对象"):
        return None
    if word := _first(declaration.name, "名称里的服务对象"):
        return Served(word, "项目名称", "its name")
    goals = "\n".join(goal.text for goal in declaration.goals)
    word = _first(goals, "目标里的服务对象")
    return Served(word, "绩效目标", "its goals") if word else None


def builds(project: str) -> str:
    """The word of a project's name that tells of construction, repairs or purchases, or ''."""
    return "" if _first(project, "不是建设购置") else _first(project, "建设购置")


def _first(text: str, key: str) -> str:
    return next((word for word in words("contents", key) if word in text), "")
