"""Of two rules that see one mistake the more specific one speaks, whenever that is settled."""

from pathlib import Path

from declint.run import Terms, check_file
from declint.run.packing import outlined, pack
from declint.run.speaking import spoken
from declint.testing import BASE

PUBLISHED = Path(__file__).parents[2] / "declarations" / "2026"
DOUBTFUL = BASE.replace("≥98.00(%)", "≥100.00(%)").replace("≥2000.00(册)", "长期")


def test_what_is_marked_when_a_file_is_checked_is_what_speaks() -> None:
    silent = 0
    for data in [DOUBTFUL.encode(), *(path.read_bytes() for path in sorted(PUBLISHED.glob("*.yaml")))]:
        file = check_file("a.yaml", data, Terms())
        marks = [each.speaks for each in file.found]
        assert marks == spoken(file.found, file.terms.known)
        silent += marks.count(False)
    assert silent


def test_an_outline_is_the_beginning_of_a_packed_result() -> None:
    checked = check_file("a.yaml", DOUBTFUL.encode(), Terms()).checked
    packed = pack(checked)
    assert packed
    outline = outlined(packed)
    assert [(each.code, each.span, each.line, each.column, each.severity) for each in outline.found] == [
        (each.code, each.span, each.line, each.column, each.severity) for each in checked.found
    ]
    assert outline.covered == checked.covered
    assert outline.project == checked.project == "社区图书馆运行"
