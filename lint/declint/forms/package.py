"""Office files are zip archives of parts: packing them so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The archive of these parts in their order, without a trace of when and where it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of an archive in their order.

    Raises zipfile.BadZipFile.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def repack(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some parts changed and others added; all else is as it was, times and order too.

    Raises zipfile.BadZipFile.
    """
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = [entry.filename for entry in old.infolist()]
        for entry in old.infolist():
            kept = changed[entry.filename] if entry.filename in changed else old.read(entry)
            new.writestr(entry, kept)
        for name, added in changed.items():
            if name not in names:
                fresh = zipfile.ZipInfo(name, _EPOCH)
                fresh.compress_type = zipfile.ZIP_DEFLATED
                fresh.create_system = 0
                new.writestr(fresh, added)
    return buffer.getvalue()
