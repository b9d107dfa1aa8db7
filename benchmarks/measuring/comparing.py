"""Comparing counts of work with a reference: what got worse, what got better, beyond stated tolerances."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Counts = Mapping[str, Any]
TOLERANCES = {"stages": 0.03, "start-up": 0.10, "rules": 0.05, "ratios": 0.25}
"""How much of itself a figure may grow: start-up depends on what is installed, ratios on the machine."""
SMALL = 5_000
"""Instructions by which a stage or a rule may grow in any case."""
WORSE, BETTER, SAME = "worse", "better", "same"


class IncomparableError(Exception):
    """The reference was counted on something else: another Python, other files."""


@dataclass(frozen=True)
class Change:
    """One figure before and after."""

    what: str
    before: float
    after: float
    verdict: str

    @property
    def growth(self) -> str:
        """How much more or less, as a person reads it."""
        if not self.before:
            return "new"
        return f"{self.after / self.before - 1:+.1%}"

    @property
    def shown(self) -> str:
        """Both figures and the growth."""
        return f"{_number(self.before):>14} -> {_number(self.after):>14}  {self.growth}"


def require_alike(reference: Counts, now: Counts) -> None:
    """Raise IncomparableError where the two are of another Python or of other files."""
    for key, meaning in (("python", "another Python"), ("files", "other generated files")):
        if reference[key] != now[key]:
            message = f"the reference is of {meaning}: {reference[key]}, here {now[key]}"
            raise IncomparableError(message)


def compare(reference: Counts, now: Counts) -> list[Change]:
    """Every figure of either. Raises IncomparableError where they can't be compared."""
    require_alike(reference, now)
    return [*_counts(reference["runs"], now["runs"]), *_ratios(reference["ratios"], now["ratios"])]


def _counts(before: Counts, after: Counts) -> Iterator[Change]:
    for run in after:
        old, new = before.get(run, {}), after[run]
        for part in ("stages", "rules"):
            was, is_now = old.get(part, {}), new[part]
            for name in dict.fromkeys((*was, *is_now)):
                tolerance = TOLERANCES.get(name, TOLERANCES[part])
                yield _change(f"{run}: {name}", was.get(name, 0), is_now.get(name, 0), tolerance, SMALL)
        yield from _modules(run, old.get("modules", ()), new.get("modules", ()))


def _modules(run: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """A package of others that is imported now and was not is worse; one that is gone is better."""
    was, is_now = (_packages(each) for each in (before, after))
    for name in sorted(is_now - was):
        yield Change(f"{run}: imports {name}", 0, 1, WORSE)
    for name in sorted(was - is_now):
        yield Change(f"{run}: imports {name}", 1, 0, BETTER)


def _packages(modules: Iterable[str]) -> set[str]:
    return {name.split(".")[0] for name in modules} - {"declint"}


def _ratios(before: Counts, after: Counts) -> Iterator[Change]:
    for name in after:
        yield _change(name, before.get(name, 0), after[name], TOLERANCES["ratios"], 0)


def _change(what: str, before: float, after: float, tolerance: float, small: float) -> Change:
    room = max(before * tolerance, small)
    verdict = WORSE if after > before + room else BETTER if after < before - room else SAME
    return Change(what, before, after, verdict)


def table(changes: Iterable[Change]) -> str:
    """What changed, the worse first; a line for all that stayed."""
    found = list(changes)
    lines = []
    for verdict in (WORSE, BETTER):
        kin = sorted((each for each in found if each.verdict == verdict), key=lambda each: each.what)
        lines += [f"{verdict:7} {each.what:44} {each.shown}" for each in kin]
    same = sum(each.verdict == SAME for each in found)
    return "\n".join((*lines, f"{same} figures within their tolerances"))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
