"""The reader for a document, by what its bytes are, whatever the name says."""

import warnings
from collections.abc import Callable
from importlib import import_module

from declint.forms.grid import Document
from declint.forms.kinds import OLE
from declint.forms.read_text import read_text
from declint.forms.refusals import FormError

_MEGABYTE = 1_000_000
_LARGEST = 50 * _MEGABYTE
_FOREIGN = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
)


def open_document(path: str, data: bytes) -> Document:
    """Read a document into rows. The kind is told by the bytes, not by the name.

    Raises FormError.
    """
    if not data.strip():
        raise FormError("empty")
    if len(data) > _LARGEST:
        raise FormError("too-large", size=len(data) // _MEGABYTE, limit=_LARGEST // _MEGABYTE)
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return _read("read_pdf", path, data)
    if data.startswith(b"PK"):
        return _packed(path, data)
    if data.startswith(OLE):
        return _compound(path, data)
    if data.startswith(_FOREIGN):
        raise FormError("not-a-form-file")
    if data.lstrip()[:5].lower() in (b"<html", b"<!doc") or data.startswith(b"{\\rtf"):
        raise FormError("not-a-form-file")
    return read_text(path, data)


def _packed(path: str, data: bytes) -> Document:
    from declint.forms.archive import parts_of

    names = parts_of(data)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FormError("macros")
    if "word/document.xml" in names:
        return _read("read_docx", path, data)
    if "xl/workbook.xml" in names:
        return _read("read_xlsx", path, data)
    raise FormError("not-a-form-file")


def _compound(path: str, data: bytes) -> Document:
    """The old container of Microsoft: an encrypted file of today, an old workbook, or an old Word file."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FormError("encrypted")
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return _read("read_xls", path, data)
    if "WordDocument".encode("utf-16-le") in data:
        raise FormError("old-word")
    raise FormError("not-a-form-file")


def _read(name: str, path: str, data: bytes) -> Document:
    """Call a reader, loaded only when its kind of document comes; its library may be missing."""
    try:
        module = import_module(f"declint.forms.{name}")
    except ModuleNotFoundError as error:
        raise FormError("not-installed") from error
    reader: Callable[[str, bytes], Document] = getattr(module, name)
    try:
        # What a library has to say about oddities of a file is nothing a clerk can use.
        with warnings.catch_warnings(action="ignore"):
            return reader(path, data)
    except FormError:
        raise
    except Exception as error:  # there is no end to what libraries raise for damaged files
        raise FormError("broken", problem=type(error).__name__) from error
