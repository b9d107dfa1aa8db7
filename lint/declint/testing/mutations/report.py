"""The table of the mutation check."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from declint.rules.kit import AnyRule
from declint.testing.mutations.mutation import Mutation, Outcome

_HEAD = """\
# 变异检查 · The mutation check

{goods} 份没有问题的申报表，按 {mutations} 种办法各改坏一处，再检查一次。
每条规则都应当查出为它准备的错误，别的规则都不应当出声。
“查出”是查出的份数和能这样改坏的份数，“另有”是同时出声的其他规则。
本页由 `python -m declint.testing.mutations --write docs/mutations.md {paths}` 生成。

{goods} declarations without a mistake, broken in {mutations} ways, one place at a time. Every rule must
see the mistake made for it, and no other rule may speak. “caught” counts those seen out of those that can
be broken in this way; “besides” names other rules that spoke.

| 规则 rule | 变异 mutation | 改坏的办法 · how it is broken | 查出 caught | 另有 besides |
|---|---|---|---|---|
"""
_FOOT = """
合计：查出 {caught}/{all}（{rate}%），{silent} 次改坏没有惊动别的规则。
In total {caught} of {all} caught ({rate} %); {silent} mutations disturbed no other rule.
"""


class Line(Struct, frozen=True):
    """What all outcomes of one mutation come to; ``missed`` and ``besides`` name the declarations."""

    mutation: Mutation
    caught: int
    count: int
    missed: tuple[str, ...]
    besides: tuple[tuple[str, str], ...]

    @property
    def is_clean(self) -> bool:
        """Whether the mistake, wherever it could be made, was seen and nothing else was said."""
        return not self.missed and not self.besides


def lines(outcomes: Sequence[Outcome], mutations: Sequence[Mutation]) -> list[Line]:
    """One line a mutation, in their order."""
    found: dict[str, list[Outcome]] = {mutation.name: [] for mutation in mutations}
    for outcome in outcomes:
        found[outcome.mutation.name].append(outcome)
    return [_line(mutation, found[mutation.name]) for mutation in mutations]


def _line(mutation: Mutation, outcomes: list[Outcome]) -> Line:
    return Line(
        mutation,
        sum(outcome.caught for outcome in outcomes),
        len(outcomes),
        tuple(outcome.good for outcome in outcomes if not outcome.caught),
        tuple((code, outcome.good) for outcome in outcomes for code in outcome.besides),
    )


def unbroken(rules: Sequence[AnyRule], mutations: Sequence[Mutation]) -> list[str]:
    """The codes of rules that no mutation is about."""
    return sorted({rule.code for rule in rules} - {mutation.code for mutation in mutations})


def as_text(found: Sequence[Line]) -> Iterator[str]:
    """The table for a terminal."""
    for line in found:
        mark = ("-" if line.count == 0 else " ") if line.is_clean else "!"
        yield f"{mark} {line.mutation.code} {line.caught:>3}/{line.count:<3} {line.mutation.name}"
        if line.missed:
            yield f"      没有查出 missed: {'、'.join(line.missed)}"
        for code in sorted({code for code, _ in line.besides}):
            where = "、".join(good for each, good in line.besides if each == code)
            yield f"      另有 besides: {code} ({where})"
    yield _foot(found).strip()


def as_markdown(found: Sequence[Line], goods: int, paths: str) -> str:
    """The table for the documentation."""
    head = _HEAD.format(goods=goods, mutations=len(found), paths=paths)
    return head + "".join(_row(line) for line in found) + _foot(found)


def _row(line: Line) -> str:
    words = line.mutation.words
    missed = f"（未查出 missed: {'、'.join(line.missed)}）" if line.missed else ""
    besides = "、".join(sorted({f"{code}（{good}）" for code, good in line.besides}))
    count = f"{line.caught}/{line.count}{missed}"
    return (
        f"| {line.mutation.code} | {line.mutation.name} | {words.zh} · {words.en} | {count} | {besides} |\n"
    )


def _foot(found: Sequence[Line]) -> str:
    caught, count = sum(line.caught for line in found), sum(line.count for line in found)
    silent = count - len({(line.mutation.name, good) for line in found for _, good in line.besides})
    rate = f"{caught * 100 / count:.1f}" if count else "0"
    return _FOOT.format(caught=caught, all=count, rate=rate, silent=silent)
