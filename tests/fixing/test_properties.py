"""Whatever a file looks like: fixing changes what it names, loses nothing, settles, brings nothing new."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixing.declarations import MISTAKES, Written, declarations

from declint.declaration.source import decode
from declint.declaration.tree import Mapping, Node, Scalar, read_tree
from declint.finding import Drop, Move, Reencode
from declint.fixing.repair import Outcome, Repaired, checker, repair
from declint.rules.catalogue import RULES
from declint.run import Report, Terms
from declint.settings import Limits, Settings
from declint.testing import BASE

CHECK = checker(lambda _: Terms(tuple(rule for rule in RULES if rule.default), Settings()))
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
slow = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fixed(written: Written, *, unsafe: bool = True, only: frozenset[str] | None = None) -> Repaired:
    return outcome(written.data, unsafe=unsafe, only=only).files[0]


def outcome(data: bytes, *, unsafe: bool = True, only: frozenset[str] | None = None) -> Outcome:
    return repair([("a.yaml", data)], CHECK, unsafe=unsafe, only=only)


def leaves(text: str) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every value of a text: the keys on its way, what it reads, whether it is quoted."""
    yield from _leaves(read_tree(text, Limits()), ())


def _leaves(node: Node | None, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _leaves(entry.value, (*keys, entry.key.text))
    elif isinstance(node, Scalar):
        yield keys, node.text, bool(node.style)


def moves(file: Repaired) -> bool:
    """Whether a line has been carried or taken out."""
    return any(isinstance(edit, Move | Drop) for each in file.made for edit in each.fix.edits)


def comments(text: str) -> list[str]:
    return sorted(line[line.index("#") :].rstrip() for line in text.splitlines() if "#" in line)


@slow
@given(declarations())
def test_only_lines_with_a_repair_change(written: Written) -> None:
    file = fixed(written)
    before, after = (_LINE.findall(text) for text in file.texts)
    if moves(file):
        return
    assert len(before) == len(after)
    changed = [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]]
    spans = {
        line
        for each in file.made
        for edit in each.edits
        for line in range(
            each.file.source.position(edit.start)[0], each.file.source.position(edit.end)[0] + 1
        )
    }
    assert set(changed) <= spans


@slow
@given(declarations())
def test_nothing_is_lost_beside_the_edits(written: Written) -> None:
    """Comments, line ends, the last line end and every line that carries a row to another place."""
    file = fixed(written)
    before, after = file.texts
    assert comments(after) == comments(before)
    assert ("\r\n" in after, "\n" in after.replace("\r\n", "")) == (
        "\r\n" in before,
        "\n" in before.replace("\r\n", ""),
    )
    tail = re.compile(r"[\r\n]*\Z")
    assert tail.search(after)[0] == tail.search(before)[0]  # type: ignore[index]
    if file.made and all(isinstance(edit, Move) for each in file.made for edit in each.fix.edits):
        lost = Counter(map(str.strip, before.splitlines())) - Counter(map(str.strip, after.splitlines()))
        assert not lost


@slow
@given(declarations())
def test_values_without_a_repair_read_as_before(written: Written) -> None:
    file = fixed(written)
    named = {name for each in file.made for name in each.seen.field[-2:]} - {"绩效指标"}
    moved = moves(file)

    def others(text: str) -> Counter[tuple[tuple[str, ...], str, bool]]:
        return Counter(
            (keys[-1:] if moved and keys[0] == "绩效指标" else keys, value, quoted)
            for keys, value, quoted in leaves(text)
            if not named & set(keys)
            and not (moved and len(keys) < 4 and keys[0] == "绩效指标")
            and not any(each.seen.field == keys for each in file.made)
        )

    before, after = (others(text) for text in file.texts)
    assert before == after


@slow
@given(declarations(), st.booleans())
def test_a_second_run_changes_nothing(written: Written, unsafe: bool) -> None:
    first = fixed(written, unsafe=unsafe)
    second = outcome(first.after, unsafe=unsafe).files[0]
    assert second.made == []
    assert second.after == first.after


@slow
@given(declarations(), st.booleans())
def test_no_finding_comes_that_was_not_there(written: Written, unsafe: bool) -> None:
    before = _count(CHECK([("a.yaml", written.data)]))
    done = outcome(written.data, unsafe=unsafe)
    after = _count(CHECK([("a.yaml", done.files[0].after)]))
    assert not {key: count for key, count in (after - before).items() if key[1:] != ("",)}
    assert after.total() <= before.total() - len({each.seen.identity for each in done.files[0].made})


def _count(report: Report) -> Counter[tuple[str, ...]]:
    """Findings by rule and the name of what they are about."""
    return Counter(
        (result.rule.code, *(result.file.field(result.finding.at)[-1:] or ("",))) for result in report.results
    )


@slow
@given(declarations())
def test_the_encoding_stays_unless_it_is_the_repair(written: Written) -> None:
    kept = fixed(written, only=frozenset(rule.code for rule in RULES) - {"SYN004"})
    assert kept.after.decode(written.encoding) == kept.texts[1]
    assert kept.after.startswith(written.data[:3]) or written.encoding == "utf-8"
    file = fixed(written)
    text, encoding = decode(file.after)
    assert (text, encoding.value) == (kept.texts[1], "UTF-8")
    assert any(isinstance(edit, Reencode) for each in file.made for edit in each.fix.edits) == (
        decode(written.data)[1].value != "UTF-8"
    )


@given(declarations(encodings=("utf-8",)))
@settings(max_examples=60, deadline=None)
def test_a_clean_value_is_never_touched(written: Written) -> None:
    """What has no finding stays byte for byte, whatever stands around it."""
    if not CHECK([("a.yaml", written.data)]).results:
        assert outcome(written.data).files[0].after == written.data


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[1].strip()[:20])
def test_each_mistake_is_found_and_repaired(mistake: tuple[str, str]) -> None:
    text = BASE.replace(*mistake, 1)
    assert text != BASE
    assert any(result.finding.fixes for result in CHECK([("a.yaml", text.encode())]).results)
    done = outcome(text.encode())
    assert done.files[0].made
    assert not any(result.finding.fixes for result in done.report.results)


_SLIPS = (
    (re.compile(r": (?=\S)"), "："),
    (re.compile(r": (?=[^\s|])"), ":"),
    (re.compile(r":$"), "："),
    (re.compile(r"^ {2}(?=\S)"), "\t"),
    (re.compile(r"^ {6}(?=\S)"), "\t\t\t"),
    (re.compile(r"^ {2}(?=\S)"), "\u3000"),
    (re.compile(r"^ {4}(?=\S)"), "\u3000\u3000"),
)


@slow
@given(
    st.lists(st.tuples(st.integers(0, BASE.count("\n") - 1), st.sampled_from(_SLIPS)), min_size=1, max_size=6)
)
def test_a_file_that_cannot_be_read_is_repaired_to_what_was_meant(
    slips: list[tuple[int, tuple[re.Pattern[str], str]]],
) -> None:
    """Slips of an office keyboard on any lines; the repaired file reads as the one that was meant."""
    lines = BASE.split("\n")
    for number, (pattern, wrong) in slips:
        if "全年举办" not in lines[number]:
            lines[number] = pattern.sub(wrong, lines[number], count=1)
    text = "\n".join(lines)
    done = outcome(text.encode(), unsafe=False)
    file = done.files[0]
    if any(result.rule.code == "SYN001" for result in CHECK([("a.yaml", text.encode())]).results):
        assert file.made
    if not done.report.results:
        assert list(leaves(file.texts[1])) == list(leaves(BASE))
    assert outcome(file.after, unsafe=False).files[0].made == []
