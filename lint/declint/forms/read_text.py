"""Text that was copied out of a form: tab-separated, comma-separated, or with blanks between the cells."""

import csv
import io
import re
from collections.abc import Iterator

from declint.declaration.origin import Spot
from declint.declaration.source import UndecodableError, decode
from declint.forms.grid import Cell, Document, Row
from declint.forms.labels import is_filler
from declint.forms.refusals import FormError

_MOST_CELLS = 200_000
_GAP = re.compile(r" {2,}|\u3000{2,}")


def read_text(path: str, data: bytes) -> Document:
    """The rows of a text; a blank line or a form feed counts as a page break.

    Raises FormError.
    """
    try:
        text, _ = decode(data)
    except UndecodableError as error:
        raise FormError("not-a-form-file") from error
    if not text.strip():
        raise FormError("no-text")
    if "\0" in text:
        raise FormError("not-a-form-file")
    if text.count("\t") + text.count("\n") > _MOST_CELLS:
        raise FormError("too-many-cells", limit=_MOST_CELLS)
    lines = _comma_separated(text) if path.lower().endswith(".csv") else _lines(text)
    return Document(path, tuple(_rows(lines)), copied=True)


def _rows(lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    """A drawn line between two pages is no row of its page."""
    page_start = False
    for number, texts in lines:
        if not any(text.strip() for text in texts):
            page_start = True
            continue
        spot = Spot(f"第 {number} 行", f"line {number}")
        cells = tuple(
            Cell(text.strip(), column, spot, address=f"{number}.{column + 1}")
            for column, text in enumerate(texts)
        )
        page_start = page_start or "\f" in texts[0]
        ruled = all(is_filler(text) for text in texts if text.strip())
        yield Row(cells, page_start=page_start and not ruled, width=len(cells))
        page_start = page_start and ruled


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line (from 1) as its cells; a quoted cell as Excel copies it may go over several lines."""
    tabs = "\t" in text
    number, at = 1, 0
    while at < len(text):
        first, cells = number, []
        while True:
            cell, at, ended = _cell(text, at)
            number += cell.count("\n")
            cells.append(cell)
            if ended:
                break
        number += 1
        yield first, cells if tabs else _GAP.split(cells[0].strip())


_END = re.compile(r"\t|\r\n|\r|\n|$")


def _cell(text: str, at: int) -> tuple[str, int, bool]:
    """One cell, where the next begins, and whether the line ends with it."""
    closing = _closing_quote(text, at)
    if closing is not None:
        content, end = text[at + 1 : closing].replace('""', '"'), closing + 1
    else:
        end = _end(text, at)
        content = text[at:end]
    match = _END.match(text, end)
    assert match
    return content, match.end(), match[0] != "\t"


def _end(text: str, at: int) -> int:
    match = re.compile(r"[\t\r\n]").search(text, at)
    return match.start() if match else len(text)


def _closing_quote(text: str, at: int) -> int | None:
    """The quote that ends a quoted cell of several lines; a quote that is part of the wording is none."""
    if not text.startswith('"', at):
        return None
    match = re.compile(r'(?:[^"]|"")*"(?=[\t\r\n]|$)').match(text, at + 1)
    if match and re.search(r'[\n\t]|""', match[0]):
        return match.end() - 1
    return None


def _comma_separated(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text))
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise FormError("broken", problem=str(error)) from error
