"""The text of a Word document as runs: where the characters of a cell stand, and runs divided there."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from declint.forms.numbering import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
"""Elements that only hold others: content controls, and what tracked changes put in."""
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "rt", "pPr", "rPr", "tbl")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class Piece(NamedTuple):
    """A child of a run that shows ``text``, which begins at ``start`` in the text of its cell (from 0)."""

    start: int
    text: str
    run: Any
    child: Any


def places(body: Any) -> dict[str, Any]:
    """The cells and the paragraphs outside tables of a document's body, by the addresses of ``grid.Cell``."""
    found: dict[str, Any] = {}
    _walk(body, found, {"tables": 0, "paragraphs": 0})
    return found


def _walk(parent: Any, found: dict[str, Any], counts: dict[str, int]) -> None:
    for element in parent:
        if element.tag == f"{W}p":
            counts["paragraphs"] += 1
            found[f"p{counts['paragraphs']}"] = element
        elif element.tag == f"{W}tbl":
            _walk_table(element, found, counts)
        elif element.tag in WRAPPERS:
            _walk(element, found, counts)


def _walk_table(table: Any, found: dict[str, Any], counts: dict[str, int]) -> None:
    counts["tables"] += 1
    number = counts["tables"]
    rows = (row for row in inside(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None)
    for place, row in enumerate(rows, 1):
        cells = list(inside(row, f"{W}tc"))
        for order, cell in enumerate(cells, 1):
            found[f"{number}.{place}.{order}"] = cell
        for cell in cells:
            for nested in inside(cell, f"{W}tbl"):
                _walk_table(nested, found, counts)


def inside(parent: Any, tag: str) -> Iterator[Any]:
    """The children of that tag, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from inside(child, tag)


def paragraphs_of(place: Any) -> list[Any]:
    """The paragraphs of a cell, or the paragraph itself."""
    return [place] if place.tag == f"{W}p" else list(inside(place, f"{W}p"))


def text_of(place: Any) -> tuple[str, list[Piece]]:
    """The text of a cell, its paragraphs divided by line ends, and the pieces it is made of."""
    pieces: list[Piece] = []
    texts: list[str] = []
    start = 0
    for paragraph in paragraphs_of(place):
        text = ""
        for run, child, shown in _shown(paragraph, None):
            pieces.append(Piece(start + len(text), shown, run, child))
            text += shown
        texts.append(text)
        start += len(text) + 1
    return "\n".join(texts), pieces


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph, inserted text with it and deleted text without."""
    return "".join(text for _, _, text in _shown(paragraph, None))


def _shown(element: Any, run: Any) -> Iterator[tuple[Any, Any, str]]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{W}r":
            yield from _shown(child, child)
        elif child.tag == f"{W}t":
            yield run, child, child.text or ""
        elif child.tag in _SIGNS:
            page = child.get(f"{W}type") in ("page", "column")
            yield run, child, "" if page else _SIGNS[child.tag]
        else:
            yield from _shown(child, run)


def runs_between(place: Any, start: int, end: int) -> list[Any]:
    """The runs that show exactly the characters from ``start`` to ``end``, divided where they have to be.

    An empty list where there are no such characters.
    """
    for at in (end, start):
        _cut(place, at)
    runs: list[Any] = []
    for piece in text_of(place)[1]:
        if (
            piece.run is not None
            and piece.text
            and start <= piece.start < end
            and not any(piece.run is run for run in runs)
        ):
            runs.append(piece.run)
    return runs


def _cut(place: Any, at: int) -> None:
    """Divide the run in which a character stands, so that it begins a run."""
    piece = next((each for each in text_of(place)[1] if each.start <= at < each.start + len(each.text)), None)
    if piece is None or piece.run is None or piece.child.getparent() is not piece.run:
        return
    children = [child for child in piece.run if child.tag != f"{W}rPr"]
    if at == piece.start and piece.child is children[0]:
        return
    rest = deepcopy(piece.run)
    for child in rest:
        if child.tag != f"{W}rPr":
            rest.remove(child)
    piece.run.addnext(rest)
    behind = children[children.index(piece.child) :]
    if at > piece.start:
        second = deepcopy(piece.child)
        _set(piece.child, piece.text[: at - piece.start])
        _set(second, piece.text[at - piece.start :])
        rest.append(second)
        behind = behind[1:]
    for child in behind:
        rest.append(child)


def _set(element: Any, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")
