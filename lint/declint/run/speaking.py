"""Of two rules that see one mistake, the more specific one speaks.

The specific finding counts where it stands; the other gives way with any row that it speaks of.
"""

from collections.abc import Iterable, Mapping, Sequence

from declint.finding import Finding, Path, Place, Stretch
from declint.rules.card import Known
from declint.run.checked import Found


def specific_among(codes: Iterable[str], others: Iterable[str], known: Mapping[str, Known]) -> set[str]:
    """The codes among ``others`` of rules to which one of ``codes`` gives way."""
    return {other for code in codes for other in known[code].gives_way_to}.intersection(others)


def spoken(found: Sequence[Found], known: Mapping[str, Known]) -> list[bool]:
    """Whether each finding speaks for itself, or another one speaks in its place."""
    codes = {each.code for each in found}
    rows: dict[str, set[Path]] = {code: set() for code in specific_among(codes, codes, known)}
    for each in found if rows else ():
        if each.code in rows:
            rows[each.code].update(_rows(each.finding.at))
    return [
        not any(
            _spoken_of(each.finding) & rows[code] for code in known[each.code].gives_way_to if code in rows
        )
        for each in found
    ]


def _spoken_of(finding: Finding) -> set[Path]:
    return _rows(finding.at, *(related.at for related in finding.related if related.path is None))


def _rows(*places: Place | Stretch) -> set[Path]:
    return {place.path[:4] for place in places if isinstance(place, Place)}
