"""From the bytes of a document to its declarations: the one door for importing and for checking documents."""

import re

from msgspec import Struct

from declint.declaration.origin import Origin
from declint.forms.form import Form
from declint.forms.grid import Cell, Document
from declint.forms.open import open_document
from declint.forms.recognise import recognise
from declint.forms.refusals import FormError
from declint.forms.write_yaml import write_yaml

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LONGEST_NAME = 60


class FormsRead(Struct, frozen=True):
    """The forms of one document, and the cells that none of them used."""

    document: Document
    forms: tuple[Form, ...]
    unused: tuple[Cell, ...]


def read_forms(path: str, data: bytes) -> FormsRead:
    """Read every form of a document.

    Raises FormError where it can't be read or holds no form.
    """
    document = open_document(path, data)
    found = recognise(document)
    if not any(form.indicators for form in found.forms):
        raise FormError("no-form")
    return FormsRead(document, found.forms, found.unused)


def declarations(path: str, data: bytes) -> list[tuple[str, Origin]]:
    """The forms of a document as texts of declaration files, without comments, and where they came from.

    Raises FormError.
    """
    return [write_yaml(form, path=path) for form in read_forms(path, data).forms]


def file_name(number: int, form: Form) -> str:
    """``NN-项目名称.yaml``; characters that a file system refuses are left out."""
    name = _REFUSED.sub("", form.name).strip(" .")[:_LONGEST_NAME].strip(" .")
    return f"{number:02}-{name or '无项目名称'}.yaml"
