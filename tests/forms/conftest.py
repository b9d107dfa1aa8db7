"""Small documents built on the spot."""

import io
from collections.abc import Callable, Sequence

import docx
import openpyxl
import pytest

from declint.forms.reading import FormsRead, read_forms
from declint.forms.write_yaml import write_yaml

Rows = Sequence[Sequence[object]]
Build = Callable[..., bytes]


@pytest.fixture
def workbook() -> Build:
    """A workbook of one sheet: rows of values, merged areas, number formats by cell."""

    def build(rows: Rows, merged: Sequence[str] = (), formats: dict[str, str] | None = None) -> bytes:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        for area in merged:
            sheet.merge_cells(area)
        for cell, pattern in (formats or {}).items():
            sheet[cell].number_format = pattern
        return saved(book)

    return build


@pytest.fixture
def word() -> Build:
    """A Word document of one table; a cell of None belongs to the one above it."""

    def build(rows: Rows) -> bytes:
        document = docx.Document()
        table = document.add_table(len(rows), max(len(row) for row in rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text is None:
                    table.cell(number - 1, column).merge(table.cell(number, column))
                else:
                    table.cell(number, column).text = str(text)
        return saved(document)

    return build


def saved(document: object) -> bytes:
    """The bytes of a python-docx or openpyxl document."""
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


@pytest.fixture
def imported() -> Callable[[str, bytes], str]:
    """The one form of a document as the text of a declaration, without comments."""

    def read(path: str, data: bytes) -> str:
        (form,) = read_forms(path, data).forms
        return write_yaml(form)[0]

    return read


@pytest.fixture
def said() -> Callable[[FormsRead], list[str]]:
    """What was decided about every form, in Chinese."""

    def decisions(read: FormsRead) -> list[str]:
        return [decision.say("zh") for form in read.forms for decision in form.decisions]

    return decisions
