"""The text of a declaration file: bytes decoded, and offsets turned into lines and columns."""

import codecs
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from declint.pattern import pattern

_LINE_END = pattern(r"\r\n|\r|\n")
_FORM_WORDS = ("项目", "指标", "绩效")


class Encoding(StrEnum):
    """How the bytes of a file were read."""

    UTF_8 = "UTF-8"
    UTF_8_BOM = "UTF-8 BOM"
    UTF_16 = "UTF-16"
    GB18030 = "GB18030"


class UndecodableError(ValueError):
    """The bytes are no text in any of the encodings of ``Encoding``."""


def decode(data: bytes) -> tuple[str, Encoding]:
    """The text of a file and how it was encoded.

    GB18030 decodes almost any bytes, so it counts only where the result speaks of a form.

    Raises UndecodableError where no reading makes sense.
    """
    try:
        if data.startswith(b"\xef\xbb\xbf"):
            return data.decode("utf-8-sig"), Encoding.UTF_8_BOM
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16"), Encoding.UTF_16
        if codec := _bare_utf_16(data):
            return data.decode(codec), Encoding.UTF_16
    except UnicodeDecodeError as error:
        raise UndecodableError from error
    try:
        return data.decode("utf-8"), Encoding.UTF_8
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UndecodableError from error
    if not any(word in text for word in _FORM_WORDS):
        raise UndecodableError
    return text, Encoding.GB18030


def _bare_utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero half of its line ends and colons."""
    if b"\0" not in data[:4000] or len(data) % 2:
        return None
    for codec, line_end in (("utf-16-le", "\n\0"), ("utf-16-be", "\0\n")):
        colon = line_end.replace("\n", ":").encode()
        if data.find(colon) % 2 == 0 and line_end.encode() in data:
            return codec
    return None


def encode(text: str, like: bytes) -> bytes:
    """A text in the encoding of ``like``, which ``decode`` has read: byte order and mark are kept.

    Raises UnicodeEncodeError for a character that the encoding lacks.
    """
    _, encoding = decode(like)
    if encoding is Encoding.UTF_8_BOM:
        return codecs.BOM_UTF8 + text.encode("utf-8")
    if encoding is Encoding.GB18030:
        return text.encode("gb18030")
    if encoding is Encoding.UTF_16:
        for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
            if like.startswith(mark):
                return mark + text.encode(codec)
        return text.encode(_bare_utf_16(like) or "utf-16")
    return text.encode("utf-8")


class Source(Struct, frozen=True, dict=True):
    """The text of one file. ``path`` is how the user knows it, with forward slashes."""

    path: str
    text: str
    encoding: Encoding = Encoding.UTF_8

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count characters."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its end."""
        start = self.line_starts[number - 1]
        match = _LINE_END.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]


def source_of(path: str, data: bytes, most: int) -> Source:
    """The text that ``read_bytes`` sees: '' where there is none or the file has more than ``most`` bytes."""
    try:
        return Source(path, *decode(data)) if len(data) <= most else Source(path, "")
    except UndecodableError:
        return Source(path, "")
