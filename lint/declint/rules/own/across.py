"""各表一致: the same thing must read the same in all declarations of a unit and year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_supervisor_groups, same_unit_groups
from declint.finding import Related, Words
from declint.language.names import bare, sameness
from declint.language.units import canonical
from declint.rules.kit import Scope
from declint.rules.own.fields import TARGET, Passage, passages
from declint.rules.own.requirement import FIELD, Breach, of_passage, shortened
from declint.rules.own.selection import Selection

UNIT, SUPERVISOR, ALL = "同一单位", "同一主管部门", "全部"
SCOPES = (UNIT, SUPERVISOR, ALL)
_OTHER = Words("《{表}》写的是“{多数}”", "“{表}” says “{多数}”")


class SameInAll(Struct, frozen=True):
    """A field, or the target of indicators of one name, that must be equal."""

    where: str
    scope: str
    placeholders: ClassVar[tuple[str, ...]] = (*FIELD, "多数", "表")
    message: ClassVar[Words] = Words(
        "“{栏目}”这里是“{内容}”，《{表}》等申报表里是“{多数}”，应当一致",
        "“{栏目}” is “{内容}” here and “{多数}” in others such as “{表}”; they must be the same",
    )
    advice: ClassVar[Words] = Words("核对后统一填写", "check and use one of them in all")

    @property
    def shown(self) -> Words:
        """同一单位各表一致."""
        return Words(f"{self.scope}各表一致", f"the same in all ({self.scope})")

    @property
    def rests_on(self) -> Scope:
        """On which others it rests what is said of a declaration.

        A unit is told by its supervisor too, and variants of that one's name may stand with other units.
        """
        return Scope.ALL if self.scope == ALL else Scope.SUPERVISOR

    def breaches(self, facts: Sequence[Facts], selection: Selection) -> Iterator[tuple[str, Breach]]:
        """Each text that differs from what most of its group have; where none has more, from the first."""
        covered = [each for each in facts if selection.covers(each)]
        for group in self._groups(covered):
            alike: dict[tuple[int | None, str], list[tuple[Facts, Passage]]] = {}
            for each in group:
                for passage in passages(each, self.where, selection.rows(each)):
                    name = sameness(bare(passage.indicator.name)) if passage.indicator else ""
                    alike.setdefault((each.year, name), []).append((each, passage))
            for uses in alike.values():
                yield from _differing(uses)

    def _groups(self, facts: list[Facts]) -> list[list[Facts]]:
        if self.scope == UNIT:
            return same_unit_groups(facts)
        return same_supervisor_groups(facts) if self.scope == SUPERVISOR else [facts]


def _differing(uses: list[tuple[Facts, Passage]]) -> Iterator[tuple[str, Breach]]:
    usual = Counter(_value(passage) for _, passage in uses).most_common(1)[0][0]
    for facts, passage in uses:
        others = [use for use in uses if use[0] is not facts and _value(use[1]) == usual]
        if _value(passage) == usual or not others:
            continue
        other, said = others[0]
        arguments = of_passage(passage, 多数=shortened(said.text), 表=other.name)
        yield facts.path, Breach(passage.at, arguments, (Related(said.at, _OTHER, other.path),))


def _value(passage: Passage) -> tuple[str, ...]:
    """A text for comparing: a number by its value, sign and unit, anything else by its words."""
    target = passage.indicator.target if passage.indicator and passage.label == TARGET else None
    if target is None or target.number is None:
        return (bare(passage.text),)
    number = f"{target.number.normalize():f}"
    return (number, str(target.upper), target.operator.value, canonical(target.unit))
