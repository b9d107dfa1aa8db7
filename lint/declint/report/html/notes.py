"""Findings on a page: the stretch that is marked, the number behind it, the message below."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from declint.declaration.source import Source
from declint.finding import Part, Path, Place, Severity
from declint.report.html.markup import element, escaped
from declint.report.html.words import SIGNS, WORDS
from declint.report.shown import Shown, ShownRelated
from declint.report.terminal import View, clean_characters
from declint.report.wording import ADVICE, SEVERITY

_QUOTED = 60


class Note(NamedTuple):
    """A finding with its number in its declaration and the anchor of its message."""

    number: int
    anchor: str
    shown: Shown

    @property
    def severity(self) -> Severity:
        """The severity in force."""
        return self.shown.severity


class Notes:
    """The findings of one declaration, handed out to the cells that they stand in."""

    def __init__(self, declaration: int, found: list[Shown], view: View) -> None:
        self.view = view
        self._all = [Note(number, f"d{declaration}-{number}", each) for number, each in enumerate(found, 1)]
        self._taken: set[int] = set()
        self._by_path: dict[Path, list[Note]] = {}
        for note in self._all:
            place = note.shown.result.finding.at
            if isinstance(place, Place):
                self._by_path.setdefault(place.path, []).append(note)

    def at(self, path: Path, *parts: Part) -> list[Note]:
        """The notes at an entry, at its key or its value or both; each is handed out once."""
        found = [
            note
            for note in self._by_path.get(path, ())
            if note.number not in self._taken and (not parts or _part(note) in parts)
        ]
        self._taken.update(note.number for note in found)
        return found

    def left(self) -> list[Note]:
        """The notes that no cell has taken."""
        return [note for note in self._all if note.number not in self._taken]


def _part(note: Note) -> Part | None:
    place = note.shown.result.finding.at
    return place.part if isinstance(place, Place) else None


def marked(text: str, notes: Iterable[Note]) -> str:
    """A cell's text with the stretches of its notes marked, each with its number behind it."""
    stretches = []
    for note in notes:
        place = note.shown.result.finding.at
        start, end = (place.start, place.end) if isinstance(place, Place) else (None, None)
        size = len(text.rstrip()) or len(text)
        first = min(start or 0, size)
        stretches.append((first, max(first, size if end is None else min(end, len(text))), note))
    return _marked(text, stretches)


def _marked(text: str, stretches: list[tuple[int, int, Note]]) -> str:
    """Cut the text at every border; what lies in several stretches takes the worst severity."""
    characters = [
        "\n" if raw == "\n" else shown for raw, shown in zip(text, clean_characters(text), strict=True)
    ]
    borders = sorted({0, len(text), *(border for start, end, _ in stretches for border in (start, end))})
    parts = [_badges(note for start, end, note in stretches if start == end == 0)]
    for left, right in pairwise(borders):
        inside = [note for start, end, note in stretches if start <= left and right <= end]
        piece = escaped_characters(characters[left:right])
        if inside:
            worst = min(inside, key=lambda note: note.severity.rank)
            piece = element("mark", piece, str(worst.severity))
        ending = (note for start, end, note in stretches if end == right)
        parts.append(piece + _badges(ending))
    return "".join(parts)


def escaped_characters(characters: list[str]) -> str:
    """Characters that are clean already, line ends kept."""
    return "\n".join(escaped(line) for line in "".join(characters).split("\n"))


def _badges(notes: Iterable[Note]) -> str:
    return "".join(
        element(
            "sup",
            element("a", f"{SIGNS[note.severity]}{note.number}", "", {"href": f"#{note.anchor}"}),
            f"badge {note.severity}",
        )
        for note in notes
    )


def note_list(notes: list[Note], view: View, quoted: bool = False) -> Iterator[str]:
    """The messages of notes; ``quoted`` ones show the line of the file as well."""
    yield '<ul class="notes">'
    for note in sorted(notes):
        yield from _note(note, view, quoted)
    yield "</ul>"


def _note(note: Note, view: View, quoted: bool) -> Iterator[str]:
    each = note.shown
    severity = SEVERITY[note.severity].say(view.language, {})
    head = element("span", f"{SIGNS[note.severity]}{note.number} {severity}", f"label {note.severity}")
    rule = element("a", each.rule.code, "", {"href": f"#rule-{each.rule.code}"})
    yield f'<li id="{note.anchor}">'
    yield f"{head} {rule} {element('span', escaped(each.message), 'message')}"
    if each.advice:
        label = ADVICE.say(view.language, {})
        tag = WORDS["fixable"].say(view.language, {}) if each.result.finding.fixes else ""
        more = f" {element('span', tag, 'fixable')}" if tag else ""
        yield element("p", f"{element('b', label)} {escaped(each.advice)}{more}", "advice")
    for related in each.related:
        yield element("p", _related(related, each, view), "related")
    if quoted and each.result.file.source.text:
        yield _quote(each.result.file.source, *each.result.span, note)
    yield "</li>"


def _related(related: ShownRelated, each: Shown, view: View) -> str:
    label = element("b", WORDS["related"].say(view.language, {}))
    line = WORDS["line"].say(view.language, {"line": related.span.line})
    where = line if related.file is each.result.file else f"{escaped(related.file.shown_path)} {line}"
    return f"{label} {where} {escaped(related.message)}"


def _quote(source: Source, start: int, end: int, note: Note) -> str:
    """The line of the file with the stretch marked; a long line is cut around it."""
    number, column = source.position(start)
    line = source.line(number)
    first = min(column - 1, len(line))
    last = min(first + end - start, len(line))
    left, right = max(first - _QUOTED, 0), min(max(last, first) + _QUOTED, len(line))
    text = _marked(line[left:right], [(first - left, last - left, note)])
    head, tail = "…" if left else "", "…" if right < len(line) else ""
    return element("pre", f"{element('span', str(number), 'number')}{head}{text}{tail}")
