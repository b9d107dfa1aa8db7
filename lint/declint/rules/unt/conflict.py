"""Whether a unit contradicts the head of a name (data/unit_conflicts.yaml)."""

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from declint.language.lexicon import lexicon
from declint.language.measures import Measure, measure_of
from declint.language.names import bracketed, core
from declint.language.units import PERCENT, denominator, plain, unit_class, unit_in_name
from declint.language.width import half
from declint.pattern import pattern

_PARTS = pattern(r"[、,/;和与或]|及(?!时)")


class Conflict(Struct, frozen=True):
    """A head and a unit that contradict each other.

    ``measures`` says in Chinese and English what the head measures, ``units`` are those that fit, ``endings``
    what may be cut off a name to say what the unit says.
    """

    head: str
    measures: tuple[str, str]
    unit: str
    unit_class: str
    units: tuple[str, ...]
    endings: tuple[str, ...]


class Case(Struct, frozen=True):
    """What names of one measure are about, and the units that contradict them."""

    measures: tuple[str, str]
    endings: tuple[str, ...]
    not_endings: tuple[str, ...]
    not_words: tuple[str, ...]
    classes: frozenset[str]
    units: frozenset[str]
    not_units: frozenset[str]
    ratios: bool
    right: tuple[str, ...]
    cut: tuple[str, ...]

    def is_about(self, name: str) -> bool:
        """Whether it is about a name without brackets."""
        return (
            name.endswith(self.endings)
            and not (self.not_endings and name.endswith(self.not_endings))
            and not any(word in name for word in self.not_words)
        )

    def is_against(self, unit: str, found: str) -> bool:
        """Whether a unit, without what it is counted for, and its class contradict such names."""
        return (found in self.classes or unit in self.units) and unit not in self.not_units


@cache
def _cases() -> dict[str, tuple[Case, ...]]:
    by_measure: dict[str, list[Case]] = {}
    for row in lexicon("unit_conflicts")["情形"]:
        case = Case(
            (row["衡量"], row["measures"]),
            tuple(row.get("尾") or ("",)),
            tuple(row.get("除外尾", ())),
            tuple(row.get("除外词", ())),
            frozenset(row["相抵"]),
            frozenset(row.get("相抵单位", ())),
            frozenset(row.get("除外单位", ())),
            row.get("复合") not in ("否", False),
            tuple(row["应为"]),
            tuple(row["去尾"]),
        )
        for measure in row["测度"]:
            by_measure.setdefault(measure, []).append(case)
    return {measure: tuple(cases) for measure, cases in by_measure.items()}


def conflict_of(name: str, measure: Measure, unit: str) -> Conflict | None:
    """The contradiction between a name's head and a unit, or None; a unit that the lexicon lacks has none."""
    found, cases = unit_class(unit), cases_against(measure.name, unit)
    if found is None or not cases or unit_in_name(name) == half(unit).strip():
        return None
    if any(_fits(part, unit) for part in _other_measures(name)):
        return None
    if found == PERCENT and not measure.is_rate and _tells_change(name):
        return None
    for case in cases:
        if case.is_about(core(name)):
            return Conflict(_head(core(name), measure), case.measures, unit, found, case.right, case.cut)
    return None


@lru_cache(maxsize=1_000)
def cases_against(measure: str, unit: str) -> tuple[Case, ...]:
    """The cases in which a unit contradicts names of a measure; a unit that the lexicon lacks has none."""
    cases = _numerator_against(measure, unit)
    ratio = denominator(unit) is not None
    return tuple(case for case in cases if not ratio or (case.ratios and case.right[0] != "%"))


def _numerator_against(measure: str, unit: str) -> list[Case]:
    """The cases by what the unit counts, whatever it is counted for."""
    numerator, found = plain(unit), unit_class(unit)
    return [case for case in _cases().get(measure, ()) if found and case.is_against(numerator, found)]


def _fits(measure: Measure, unit: str) -> bool:
    return not any(case.is_about(measure.head) for case in _numerator_against(measure.name, unit))


def _other_measures(name: str) -> Iterator[Measure]:
    """The measures that a name speaks of besides its head: in brackets, or joined by 及 and the like."""
    inner = bracketed(name)
    parts = [*_PARTS.split(half(core(name)))[:-1], *(_PARTS.split(inner) if inner else ())]
    yield from filter(None, (measure_of(part) for part in parts if part.strip()))


def _tells_change(name: str) -> bool:
    return any(word in name for word in lexicon("unit_conflicts")["变化"])


def _head(name: str, measure: Measure) -> str:
    """The shortest telling ending: 面积 of 建筑面积."""
    return measure.head if measure.head and name.endswith(measure.head) else name[-2:]


def new_name(name: str, conflict: Conflict, *, hundred: bool) -> str:
    """What a row that keeps its unit should be called, '' where that can't be said."""
    if conflict.unit_class == PERCENT:
        return f"{name}{'完成率' if hundred else '占比'}"
    table = lexicon("unit_conflicts")["改名"]
    ending = table.get(plain(conflict.unit)) or table.get(conflict.unit_class)
    cut = next((each for each in conflict.endings if name.endswith(each) and len(name) > len(each)), None)
    return f"{name.removesuffix(cut)}{ending}" if cut and ending else ""
