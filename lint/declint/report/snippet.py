"""Source lines with markers under the stretches that a finding speaks of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from declint.report.terminal import View, clean, clean_characters, clip, is_clean, paint, width, wrap

if TYPE_CHECKING:
    from declint.declaration.source import Source


class Mark(NamedTuple):
    """A stretch of the text (offsets from 0), what to say under it, and whether it is the primary one."""

    start: int
    end: int
    label: str
    primary: bool


def snippet(source: "Source", marks: list[Mark], gutter: int, style: str, view: View) -> Iterator[str]:
    """The lines of the marks in order; lines between them are left out with ``⋮``.

    ``gutter`` is the number of columns for line numbers, ``style`` the colour of the primary marker.
    """
    bar = paint("│", "blue", view)
    columns = view.width - gutter - 3
    last = 0
    for mark in sorted(marks):
        number, column = source.position(mark.start)
        if last and number > last + 1:
            yield f"{' ' * gutter} {paint('⋮', 'blue', view)}"
        raw = source.line(number)
        start = min(column - 1, len(raw))
        end = min(start + max(mark.end - mark.start, 1), max(len(raw), start + 1))
        text, start, end = _cleaned(raw, start, end)
        text, start, end = clip(text, start, end, columns, view)
        if number != last:
            yield f"{paint(str(number).rjust(gutter), 'blue', view)} {bar} {text}".rstrip()
        for line in _marker(text, start, end, mark, columns, view):
            yield f"{' ' * gutter} {bar} " + paint(line, style if mark.primary else "blue", view)
        last = number


def _cleaned(text: str, start: int, end: int) -> tuple[str, int, int]:
    if is_clean(text):
        return text, start, max(end, start + 1)
    shown = clean_characters(text)
    before, inside = len("".join(shown[:start])), len("".join(shown[start:end]))
    return "".join(shown), before, before + max(inside, 1)


def _marker(text: str, start: int, end: int, mark: Mark, columns: int, view: View) -> Iterator[str]:
    """The marker under a stretch; its label behind it, in front of it, or below, where there is room."""
    under = ("^" if mark.primary else "-") * max(width(text[start:end], view), 1)
    before = width(text[:start], view)
    label = clean(mark.label)
    taken = width(label, view) + 1 if label else 0
    if before + len(under) + taken <= columns:
        yield " " * before + under + (f" {label}" if label else "")
    elif taken <= before:
        yield " " * (before - taken) + f"{label} " + under
    else:
        yield " " * before + under
        yield from wrap(label, columns, view)
