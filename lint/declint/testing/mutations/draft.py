"""A good declaration about to be broken: its rows found by what they are, its text changed in one place."""

import re
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from declint.declaration.edition import COSTS, OUTPUTS, Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.reading import Reading, read_text
from declint.declaration.source import Source
from declint.finding import Edit, Fix, Move, Place, Safety, Words
from declint.fixing.edits import applied
from declint.fixing.resolve import resolve
from declint.language.names import bare
from declint.language.units import AREA, MONEY, TIME, denominator, unit_class
from declint.settings import Limits

Test = Callable[[Indicator], bool]
_NOT_QUOTED = re.compile(r"[\w≥≤=（《“].*")
ANNUAL_GOAL = "绩效目标/年度总体目标"
_BENEFITS = (Kind.SOCIAL_BENEFIT, Kind.ECONOMIC_BENEFIT, Kind.ECOLOGICAL_BENEFIT)
_MEASURED = (TIME, AREA, MONEY, "长度", "体积", "重量", "物理")


class Draft(Struct, frozen=True, dict=True):
    """One good declaration as text and as read."""

    text: str

    @cached_property
    def reading(self) -> Reading:
        """What reading made of it."""
        return read_text(Source("good.yaml", self.text), Limits())

    @cached_property
    def declaration(self) -> Declaration:
        """The declaration. Raises ValueError where the text is none."""
        if self.reading.declaration is None:
            message = "not a readable declaration"
            raise ValueError(message)
        return self.reading.declaration

    def row(self, *tests: Test) -> Indicator | None:
        """The first row that passes every test."""
        return next((each for each in self.declaration.indicators if all(test(each) for test in tests)), None)

    def is_told(self, row: Indicator) -> bool:
        """Whether the goals speak of a row's number, so that changing it would be a second mistake."""
        number = row.target.number
        goals = "".join(field.text for field in self.declaration.goals)
        return (
            number is not None and re.search(rf"(?<![0-9]){number.normalize():f}(?![0-9])", goals) is not None
        )

    def edited(self, *edits: Edit | Move) -> str | None:
        """The text with edits, None where they can't be made."""
        fix = Fix(Words("", ""), Safety.UNSAFE, edits)
        found = resolve(fix, self.reading.source, self.reading.tree)
        return applied(self.text, found) if found else None

    def targeted(self, row: Indicator | None, value: str) -> str | None:
        """The text with another target in a row."""
        return self.edited(Edit(Place(row.target_path), value)) if row else None

    def renamed(self, row: Indicator | None, name: str) -> str | None:
        """The text with another name of a row."""
        return self.edited(Edit(row.key, name)) if row else None

    def with_row(self, name: str, value: str, *kinds: Kind) -> str | None:
        """The text with a row more in the first of these categories that has rows; None with weights."""
        for kind in kinds:
            rows = [each for each in self.declaration.indicators if each.kind is kind]
            if rows and not rows[-1].columns:
                start, _ = self.span(rows[-1].key)
                indent = self.text[self.text.rindex("\n", 0, start) + 1 : start]
                end = self.text.find("\n", self.span(rows[-1].value)[1])
                end = len(self.text) if end < 0 else end
                return f"{self.text[:end]}\n{indent}{name}: {quoted(value)}{self.text[end:]}"
        return None

    def span(self, place: Place) -> tuple[int, int]:
        """Offsets of a place in the text."""
        from declint.declaration.locate import locate

        return locate(place, self.text, self.reading.tree)

    def filled(self, **fields: str) -> str | None:
        """The text with other values of fields; ``__`` stands for the slash of 年度资金/其他资金."""
        edits = []
        for label, value in fields.items():
            field = self.declaration.fields.get(label.replace("__", "/"))
            if field is None:
                return None
            edits.append(Edit(Place(field.path), value))
        return self.edited(*edits)

    @property
    def goal(self) -> str:
        """The goals text of the year."""
        return self.declaration.text(ANNUAL_GOAL)

    def with_goal(self, change: Callable[[str], str]) -> str | None:
        """The text with another goals text of the year, None where the change changes nothing."""
        field = self.declaration.fields[ANNUAL_GOAL]
        changed = change(field.text.rstrip("\n"))
        if changed == field.text.rstrip("\n"):
            return None
        start, end = self.span(field.value)
        indent = " " * (start - self.text.rindex("\n", 0, start) - 1)
        return self.text[:start] + changed.replace("\n", f"\n{indent}") + self.text[end:]

    def saying(self, sentence: str) -> str | None:
        """The text with a sentence more in the goals of the year."""
        return self.with_goal(lambda goal: f"{goal}\n{sentence}")


def quoted(value: str) -> str:
    """A value as it is written in YAML."""
    plain = _NOT_QUOTED.fullmatch(value) and ": " not in value and " #" not in value
    return value if plain or not value else "'" + value.replace("'", "''") + "'"


def of(*kinds: Kind) -> Test:
    """Rows under one of these categories."""
    return lambda row: row.kind in kinds


def is_cost(row: Indicator) -> bool:
    """Rows of cost with a number."""
    return row.kind in COSTS and row.target.is_number


def is_unit_cost(row: Indicator) -> bool:
    """Rows of cost for one of something."""
    return is_cost(row) and denominator(row.target.unit) is not None


def is_rate(row: Indicator) -> bool:
    """Rows in per cent."""
    return row.target.is_percentage


def is_count(row: Indicator) -> bool:
    """Rows of output that count things one by one."""
    return (
        row.kind in (*OUTPUTS, *_BENEFITS)
        and row.target.is_number
        and not row.target.is_percentage
        and unit_class(row.target.unit) not in (*_MEASURED, None)
    )


def is_text(row: Indicator) -> bool:
    """Rows with descriptive text."""
    return row.target.is_text


def in_unit(*classes: str) -> Test:
    """Rows whose unit is of one of these classes."""
    return lambda row: unit_class(row.target.unit) in classes


def named(*words: str) -> Test:
    """Rows whose name holds one of these words."""
    return lambda row: any(word in row.name for word in words)


def unnamed(*words: str) -> Test:
    """Rows whose name holds none of these words."""
    return lambda row: not any(word in row.name for word in words)


def stem(name: str) -> str:
    """The name of a row without the word for its measure: 读书活动 of 读书活动场次."""
    text = bare(name)
    for ending in ("数量", "场次", "期数", "人数", "人次", "篇数", "起数", "剂次", "件次"):
        text = text.removesuffix(ending)
    return text
