"""Results as bytes, for another process, another run, or for little room; and back."""

import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from msgspec import DecodeError

from declint.run.shelf import Laid, Shelf

if TYPE_CHECKING:
    from declint.finding import Finding, Words
    from declint.run.checked import Checked, Found, Joined
    from declint.run.keeping import Kept

_FAST = 1
_OPEN = 64
"""How many packed results are held open at a time."""
_SILENT, _TALKING = b"\0", b"\1"
"""What a packed result begins with: it need not be opened where there is nothing to say."""
_words: "dict[Words, Words]" = {}
Sealed: TypeAlias = "bytes | Checked | Laid"
"""The result of a file: packed, packed and laid aside, or ready for use."""
Result = TypeVar("Result", "Checked", "Joined")


Held: TypeAlias = "bytes | OSError | Laid"
"""The bytes of a file, compressed where they are laid aside, or the error that reading them ended in."""


class Fresh(NamedTuple):
    """The result of a file as it comes, packed or ready for use, and what is kept of it for comparing."""

    sealed: "bytes | Checked"
    kept: "Kept"


def pack(result: "Checked | Joined") -> bytes | None:
    """A result as bytes; None where it holds what can't be written down, as rules of others may say."""
    from msgspec.msgpack import encode

    try:
        body = zlib.compress(encode(result), _FAST)
    except (TypeError, ValueError, OverflowError, NotImplementedError, RecursionError):
        return None
    return (_TALKING if result.says_anything else _SILENT) + body


def unpack(data: bytes, kind: type[Result]) -> Result | None:
    """What was packed; None where the bytes hold no such thing."""
    try:
        result: Result = _decoder(kind).decode(zlib.decompress(data[1:]))
    except (zlib.error, DecodeError, ValueError, RecursionError):
        return None
    for found in _all_found(result):
        _share(found.finding)
    return result


def joined_in(packed: bytes | None) -> "Joined | None":
    """What some files say of each other, unpacked; None where it is not known."""
    if packed is None:
        return None
    from declint.run.checked import Joined

    return unpack(packed, Joined)


def seal(result: "Checked") -> "bytes | Checked":
    """A result in little room, if it can be packed."""
    return pack(result) or result


def opened(sealed: "Sealed") -> "Checked":
    """A result for use. Raises ValueError for bytes that ``pack`` did not make, and OSError."""
    if isinstance(sealed, bytes | Laid):
        return _opened(sealed if isinstance(sealed, bytes) else sealed.data)
    return sealed


def says_anything(sealed: "Sealed") -> bool:
    """Whether there is anything in a result."""
    if isinstance(sealed, bytes | Laid):
        return (sealed[0] if isinstance(sealed, bytes) else sealed.first) != _SILENT[0]
    return sealed.says_anything


@lru_cache(maxsize=_OPEN)
def _opened(sealed: bytes) -> "Checked":
    from declint.run.checked import Checked

    result = unpack(sealed, Checked)
    if result is None:
        message = "no packed result"
        raise ValueError(message)
    return result


def put_aside(data: bytes | OSError, shelf: Shelf) -> "Held":
    """The bytes of a file on a shelf."""
    if isinstance(data, OSError):
        return data
    laid = shelf.lay(zlib.compress(data, _FAST))
    return laid if isinstance(laid, Laid) else data


def data_of(held: "Held") -> bytes | OSError:
    """The bytes of a file, or the error. Raises OSError where what was laid aside is gone."""
    return zlib.decompress(held.data) if isinstance(held, Laid) else held


@cache
def _decoder(kind: Any) -> Any:
    from msgspec.msgpack import Decoder

    return Decoder(kind)


def _all_found(result: "Checked | Joined") -> "Iterable[Found]":
    return (each if not isinstance(each, tuple) else each[1] for each in result.found)


def _share(finding: "Finding") -> None:
    """Let findings that say the same sentences hold them once: there are few sentences and many findings."""
    from msgspec.structs import force_setattr

    for holder, name in chain(
        ((finding, "message"), (finding, "advice")),
        ((each, "words") for each in finding.related),
        ((each, "title") for each in finding.fixes),
    ):
        said = getattr(holder, name)
        force_setattr(holder, name, _words.setdefault(said, said))
