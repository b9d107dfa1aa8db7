"""Targets: declarations, from single functions to the whole way from bytes to reports and fixes.

The small targets are cheap and run far more often than the large ones.
"""

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from tests.fuzz import reports
from tests.fuzz.target import Target

from declint.declaration.amount import plain_amount, read_amount
from declint.declaration.events import read_events
from declint.declaration.locate import character_offsets, locate
from declint.declaration.plain import read_plain
from declint.declaration.reading import Reading, read_text
from declint.declaration.slips import slips_in_text
from declint.declaration.source import Source, UndecodableError, decode, encode
from declint.declaration.target import read_target
from declint.declaration.tree import Mapping, Node, Scalar, Sequence, UnreadableError, read_tree
from declint.finding import Part, Path, Place
from declint.fixing.edits import applied
from declint.fixing.repair import checker, repair
from declint.language import (
    budget,
    dates,
    deadlines,
    enumerations,
    measures,
    names,
    numerals,
    organisations,
    per_unit,
    plans,
    promises,
    quantity,
    topics,
    units,
    variants,
    wishes,
    years,
)
from declint.report.encoding import json_text, uri
from declint.report.terminal import clean, is_visible
from declint.rules.card import Kind
from declint.rules.kit import AnyRule
from declint.rules.registry import selected
from declint.run import FileResult, Report, Terms, check_files
from declint.settings import Limits, Settings
from declint.testing import BASE

LIMITS = Limits()
SETTINGS = Settings()
_OTHER = ("2.yaml", BASE.encode())


@cache
def rules() -> tuple[AnyRule, ...]:
    """The rules of a run without a configuration."""
    return selected(SETTINGS)


def text_of(data: bytes) -> str:
    """The text of bytes; of those that are none, as much as there is."""
    try:
        return decode(data)[0]
    except UndecodableError:
        return data.decode("utf-8", "replace")


def target_decode(data: bytes) -> None:
    """What can be read can be written back."""
    try:
        text, _ = decode(data)
    except UndecodableError:
        return
    again = encode(text, data)
    assert decode(again)[0] == text or not again.startswith(data[:2])
    source = Source("a", text)
    for offset in {0, len(text) // 3, len(text) // 2, len(text)}:
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
        assert source.line(line) in text


def _tree(text: str) -> Node | None:
    try:
        return read_tree(text, LIMITS)
    except UnreadableError as error:
        refused = error
    assert 0 <= refused.start <= refused.end <= len(text), refused.kind
    return None


def _scalars(node: Node | None, path: Path = ()) -> Iterator[tuple[Path, Part, Scalar]]:
    if isinstance(node, Mapping):
        for number, entry in enumerate(node.entries):
            here = (*path, number)
            yield here, Part.KEY, entry.key
            if isinstance(entry.value, Scalar):
                yield here, Part.VALUE, entry.value
            elif isinstance(entry.value, Mapping):
                yield from _scalars(entry.value, here)


def target_tree(data: bytes) -> None:
    """Every node lies in the text and in its parent, in order."""
    text = text_of(data)
    root = _tree(text)
    if root is not None:
        _nested(root, 0, len(text))


def target_plain(data: bytes) -> None:
    """What is read without libyaml is what libyaml reads, to the last offset."""
    text = text_of(data).replace("\r\n", "\n")
    tree = read_plain(text, LIMITS)
    if tree is not None:
        assert repr(tree) == repr(read_events(text, LIMITS))


def _nested(node: Node, start: int, end: int) -> None:
    assert start <= node.start <= node.end <= end, (start, node, end)
    at = node.start
    inner: list[Node] = []
    if isinstance(node, Mapping):
        inner = [half for entry in node.entries for half in entry]
    elif isinstance(node, Sequence):
        inner = node.items
    for each in inner:
        _nested(each, at, end)
        at = each.start


def target_locate(data: bytes) -> None:
    """Every character of a key or value stands in the text where it is said to."""
    text = text_of(data)
    root = _tree(text)
    chance = random.Random(len(data))  # noqa: S311
    for path, part, scalar in _scalars(root):
        offsets = character_offsets(scalar, text)
        assert len(offsets) in (0, len(scalar.text))
        assert all(a <= b for a, b in pairwise(offsets)), (scalar, offsets)
        assert all(scalar.start <= offset <= scalar.end for offset in offsets)
        if not scalar.style:
            assert all(text[at] == char for at, char in zip(offsets, scalar.text, strict=False) if char > " ")
        start = chance.randint(0, len(scalar.text))
        stretch = Place(path, part, start, chance.randint(start, len(scalar.text)))
        for place in (Place(path, part), stretch):
            first, last = locate(place, text, root)
            assert 0 <= first <= last <= len(text), (place, first, last)


def target_slips(data: bytes) -> None:
    """A slip stands in the text, and its replacement can be put there."""
    text = text_of(data)
    for slip in slips_in_text(text):
        start, end = locate(slip.at, text, None)
        assert 0 <= start <= end <= len(text)
        assert isinstance(slip.arguments["replacement"], str)


def target_reading(data: bytes) -> None:
    """Reading ends in a declaration, or says why not."""
    reading: Reading = read_text(Source("a.yaml", text_of(data)), LIMITS)
    for problem in (*reading.problems, *reading.violations):
        start, end = locate(problem.at, reading.source.text, reading.tree)
        assert 0 <= start <= end <= len(reading.source.text)
    assert reading.declaration or reading.problems or reading.violations


def _stretches(data: bytes) -> list[str]:
    text = text_of(data)
    return [text[:600], *(line.partition(":")[2].strip() for line in text.splitlines()[:4])]


def target_targets(data: bytes) -> None:
    """Targets and amounts are read from any text."""
    for text in _stretches(data):
        target = read_target(text)
        assert target.raw == text
        read_target(text[:40], operator=text[:1], unit=text[-3:])
        quantity.read_quantity(text)
        amount = read_amount(text[:60], "元")
        if amount is not None and abs(amount) < 10**15:
            assert read_amount(plain_amount(amount, "元"), "元") is not None
        units.wellformed(text[:30])
        units.unit_class(text[:30])
        numerals.number(text[:40])
        per_unit.due_unit(text[:40], text[-5:])


def target_prose(data: bytes) -> None:
    """Whatever is found in prose stands in it."""
    for text in _stretches(data):
        found: list[Any] = [
            *promises.promises(text),
            *years.year_mentions(text),
            *dates.date_mentions(text),
            *enumerations.enumerations(text),
            *budget.budgets(text, text[:6]),
        ]
        for each in found:
            assert 0 <= each.start <= each.end <= len(text), each
        list(deadlines.deadlines(text, 2026))
        plain = years.plain_text(text)
        for mention in years.year_mentions(text):
            plans.reads_as_plan(plain, mention, 2026)
            plans.context(plain, mention, 2026)


def target_names(data: bytes) -> None:
    """Names are compared whatever they hold."""
    text = text_of(data)
    one, other = text[:50], text[len(text) // 2 :][:50]
    assert names.sameness(one) == names.sameness(one)
    _, places = names.kept(one)
    assert all(0 <= place < len(one) for place in places)
    measures.measure_of(one)
    topics.topic(one)
    topics.told_apart(one, other)
    topics.parallel(one, other)
    organisations.near_variant(one, other)
    organisations.likely_keys(one)
    for at, variant in variants.variants_in(text[:300], one[:8]):
        assert text[at : at + len(variant)] == variant
    wishes.is_wish(one)
    wishes.says_its_name_again(one, other)


def target_escaping(data: bytes) -> None:
    """What is printed has no control characters and gives no orders."""
    text = data[:1_000].decode("utf-8", "surrogateescape")
    once = clean(text)
    assert all(is_visible(char) for char in once)
    assert clean(once) == once
    written = json_text({text: [text]})
    assert all(is_visible(char) for char in written)
    assert uri(f"a{text}").isascii()


def target_check(data: bytes) -> None:
    """Bytes to findings: no rule crashes, places lie in the text, twice the same, alone as among others."""
    report = _report(data)
    if len(data) % 4 == 0:
        assert _said(report.results) == _said(_report(data).results)
    among = check_files([("1.yaml", data), _OTHER], rules(), SETTINGS)
    assert not among.crashed
    assert _own(report) == _own(among)


def target_reports(data: bytes) -> None:
    """Bytes to reports: three of the formats at a time, the choice depends on the bytes."""
    first = sum(data) % len(reports.PLAIN)
    reports.check_reports(_report(data), tuple((reports.PLAIN * 2)[first : first + 3]))


def target_fix(data: bytes) -> None:
    """Bytes to repaired bytes: nothing outside the edits is lost, a second run does nothing."""
    check = checker(lambda _: Terms(rules(), SETTINGS))
    outcome = repair([("1.yaml", data)], check, unsafe=len(data) % 2 == 0)
    (file,) = outcome.files
    if not file.made:
        assert file.after == data
        return
    assert not outcome.report.crashed
    before, after = file.texts
    if not any(each.reencodes for each in file.made):
        assert decode(file.after)[1] == decode(data)[1]
    if all(each.text == before for each in file.made):
        assert applied(before, (edit for each in file.made for edit in each.edits)) == after
    removed = Counter(char for each in file.made for edit in each.edits for char in _removed(each.text, edit))
    lost = Counter(before) - Counter(after) - removed
    assert not lost, lost
    (again,) = repair([("1.yaml", file.after)], check, unsafe=len(data) % 2 == 0).files
    assert not again.made


def _removed(text: str, edit: tuple[int, int, str]) -> str:
    return text[edit[0] : edit[1]]


def _report(data: bytes) -> Report:
    report = check_files([("1.yaml", data)], rules(), SETTINGS)
    assert not report.crashed, [each.finding.arguments for file in report.files for each in file.crashes]
    for result in report.results:
        _placed(result.file, result.span)
        for related in result.finding.related:
            other = report.file(related.path) if related.path else result.file
            if other:
                _placed(other, other.span(related.at))
        for language in ("zh", "en"):
            assert result.finding.message.say(language, result.finding.arguments)
            result.finding.advice.say(language, result.finding.arguments)
    if not report.results:
        assert report.files[0].reading.declaration is not None
    return report


def _placed(file: FileResult, span: tuple[int, int]) -> None:
    """A span lies in the text; line and column lead to the very same characters."""
    text, (start, end) = file.source.text, span
    assert 0 <= start <= end <= len(text), span
    for offset in span:
        line, column = file.source.position(offset)
        assert file.source.line_starts[line - 1] + column - 1 == offset
    line, column = file.source.position(start)
    snippet = file.source.line(line)[column - 1 :]
    assert snippet[: end - start] == text[start:end][: len(snippet)]


Said = tuple[str, tuple[int, int], str]


def _said(results: list) -> list[Said]:  # type: ignore[type-arg]
    return [(each.rule.code, each.span, repr(each.finding)) for each in results]


def _own(report: Report) -> list[Said]:
    """What a file's own rules found, before rules across declarations speak or take precedence."""
    file = report.files[0]
    return [
        (each.code, each.span, repr(each.finding))
        for each in file.found
        if file.terms.known[each.code].kind is not Kind.CROSS
    ]


DECLARATION_TARGETS = (
    Target(target_decode, 19_500, 1),
    Target(target_tree, 19_400, 2),
    Target(target_plain, 12_000, 2),
    Target(target_locate, 8_000, 2),
    Target(target_slips, 12_000, 2),
    Target(target_targets, 10_000, 2),
    Target(target_prose, 5_000, 4),
    Target(target_names, 9_000, 4),
    Target(target_escaping, 12_000, 2),
    Target(target_reading, 2_000, 5),
    Target(target_check, 1_500, 20),
    Target(target_reports, 1_000, 30),
    Target(target_fix, 600, 60),
)
