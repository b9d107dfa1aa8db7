"""Which files are documents and no declarations."""

_SUFFIXES = (
    ".docx",
    ".docm",
    ".doc",
    ".wps",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".et",
    ".pdf",
    ".txt",
    ".tsv",
    ".csv",
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old container of Microsoft begins."""


def is_named_document(path: str) -> bool:
    """Whether a path has the ending of a document."""
    return path.lower().endswith(_SUFFIXES)


def is_document(path: str, data: bytes) -> bool:
    """Whether a file is a document and not a declaration, by its name or by how its bytes begin."""
    return is_named_document(path) or data.startswith((b"PK\x03\x04", b"%PDF-", OLE))
