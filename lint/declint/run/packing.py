"""Results as bytes, for another process, another run, or for little room; and back."""

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from msgspec import DecodeError

from declint.run.shelf import Laid, Shelf

if TYPE_CHECKING:
    from declint.finding import Finding, Words
    from declint.rules.card import Card
    from declint.run.checked import Checked, Joined, Outline
    from declint.run.keeping import Kept

_FAST = 1
_NO_RESULT = "no packed result"
_OPEN = 64
"""How many packed results are held open at a time."""
_SILENT, _TALKING = b"\0", b"\1"
"""What a packed result begins with: it need not be opened where there is nothing to say."""
_words: "dict[Words, Words]" = {}
Sealed: TypeAlias = "bytes | Checked | Laid"
"""The result of a file: packed, packed and laid aside, or ready for use."""
Result = TypeVar("Result", "Checked", "Outline", "Joined")


Held: TypeAlias = "bytes | OSError | Laid"
"""The bytes of a file, or the error that reading them ended in."""


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
    return result


def pack_cards(cards: "Sequence[Card]") -> bytes:
    """The cards of rules as bytes."""
    from msgspec.msgpack import encode

    return zlib.compress(encode(cards), _FAST)


def unpack_cards(data: bytes) -> "Sequence[Card] | None":
    """The cards that were packed; None where the bytes hold none."""
    from declint.rules.card import Card

    try:
        cards: Sequence[Card] = _decoder(tuple[Card, ...]).decode(zlib.decompress(data))
    except (zlib.error, DecodeError, ValueError):
        return None
    return cards


def joined_in(packed: bytes | None) -> "Joined | None":
    """What some files say of each other, unpacked; None where it is not known."""
    if packed is None:
        return None
    from declint.run.checked import Joined

    joined = unpack(packed, Joined)
    for _, each in joined.found if joined else ():
        _share(each.finding)
    return joined


def seal(result: "Checked") -> "bytes | Checked":
    """A result in little room, if it can be packed."""
    return pack(result) or result


def opened(sealed: "Sealed") -> "Checked":
    """A result for use. Raises ValueError for bytes that ``pack`` did not make, and OSError."""
    return _opened(sealed) if isinstance(sealed, bytes | Laid) else sealed


def outlined(sealed: "Sealed") -> "Outline":
    """As much of a result as it takes to put it in order. Raises as ``opened``."""
    if not isinstance(sealed, bytes | Laid):
        return sealed
    from declint.run.checked import Outline

    outline = unpack(sealed if isinstance(sealed, bytes) else sealed.data, Outline)
    if outline is None:
        raise ValueError(_NO_RESULT)
    return outline


def says_anything(sealed: "Sealed") -> bool:
    """Whether there is anything in a result."""
    if isinstance(sealed, bytes | Laid):
        return (sealed[0] if isinstance(sealed, bytes) else sealed.first) != _SILENT[0]
    return sealed.says_anything


@lru_cache(maxsize=_OPEN)
def _opened(sealed: bytes | Laid) -> "Checked":
    from declint.run.checked import Checked

    result = unpack(sealed if isinstance(sealed, bytes) else sealed.data, Checked)
    if result is None:
        raise ValueError(_NO_RESULT)
    return result


def put_aside(data: bytes | OSError, shelf: Shelf) -> "Held":
    """The bytes of a file on a shelf."""
    return shelf.lay(data) if isinstance(data, bytes) and data else data


def data_of(held: "Held") -> bytes | OSError:
    """The bytes of a file, or the error. Raises OSError where what was laid aside is gone."""
    return held.data if isinstance(held, Laid) else held


@cache
def _decoder(kind: Any) -> Any:
    from msgspec.msgpack import Decoder

    return Decoder(kind)


def _share(finding: "Finding") -> None:
    from msgspec.structs import force_setattr

    for holder, name in chain(
        ((finding, "message"), (finding, "advice")),
        ((each, "words") for each in finding.related),
        ((each, "title") for each in finding.fixes),
    ):
        said = getattr(holder, name)
        force_setattr(holder, name, _words.setdefault(said, said))
