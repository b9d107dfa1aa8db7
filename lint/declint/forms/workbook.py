"""What all workbooks have in common: text stays text, and the same content gives the same bytes."""

import datetime
import errno
import io
import os
import re
from typing import Any

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.xml.functions import tostring

from declint.forms.measure import LONGEST_TEXT, TooLongError
from declint.forms.package import pack, unpack

COLUMN_UNITS_PER_MM = 96 / 25.4 / 8
"""Excel measures columns in digits of the workbook's own font; those of 宋体 11 are 8 pixels wide."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TIME = datetime.datetime(1980, 1, 1)  # noqa: DTZ001  (the library writes naive times)


def body_font(size: float, *, bold: bool = False) -> Font:
    """The font of text and numbers."""
    return Font(name="宋体", size=size, charset=134, bold=bold)


def new_workbook() -> Workbook:
    """A workbook of one empty sheet with the form's font as its own."""
    workbook = Workbook()
    inside: Any = workbook
    inside._fonts = IndexedList([body_font(11)])  # noqa: SLF001  (the library has no public way)
    return workbook


def put_text(cell: Any, text: str) -> None:
    """Write a text exactly, as text: what looks like a formula, a number or a date is none.

    Raises TooLongError.
    """
    if len(text) > LONGEST_TEXT:
        raise TooLongError(text[:20])
    if not text:
        return
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    cell.number_format = "@"
    if text[0] in "=+-@\t\r":
        cell.quotePrefix = True


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook without a trace of when it was made.

    The library keeps a sheet in a temporary file. Raises OSError where the system takes none.
    """
    buffer = io.BytesIO()
    workbook.properties.creator = "declint"
    workbook.properties.created = _TIME
    try:
        workbook.save(buffer)
    except SerialisationError as error:
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
    workbook.properties.modified = _TIME
    parts = unpack(buffer.getvalue())
    parts["docProps/core.xml"] = tostring(workbook.properties.to_tree())
    return pack(parts)
