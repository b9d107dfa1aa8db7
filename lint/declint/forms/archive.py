"""The parts of a zipped document, looked at before anything is unpacked."""

import io
import zipfile

from declint.forms.refusals import FormError

_MEGABYTE = 1_000_000
_LARGEST = 200 * _MEGABYTE
_LARGEST_PART = 60 * _MEGABYTE
_MOST_PARTS = 5_000


def parts_of(data: bytes) -> list[str]:
    """The names of the parts of a zipped document.

    Sizes are those that the archive claims; a part that turns out longer than it claims breaks off with an
    error when it is read. Raises FormError for what is damaged, encrypted or larger than any form.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise FormError("broken", problem=type(error).__name__) from error
    if any(member.flag_bits & 0x1 for member in members):
        raise FormError("encrypted")
    total = sum(member.file_size for member in members)
    xml = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if total > _LARGEST or len(members) > _MOST_PARTS:
        raise FormError("bomb", size=total // _MEGABYTE, limit=_LARGEST // _MEGABYTE)
    if xml > _LARGEST_PART:
        raise FormError("bomb", size=xml // _MEGABYTE, limit=_LARGEST_PART // _MEGABYTE)
    return [member.filename for member in members]
