"""Results as bytes, for another process or another run, and back."""

import zlib
from collections.abc import Iterable
from itertools import chain
from typing import Any, TypeVar

from msgspec import DecodeError, Struct, ValidationError
from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import force_setattr

from declint.finding import Finding, Words
from declint.run.checked import Checked, Found, Joined

_FAST = 1
_words: dict[Words, Words] = {}
_encoder = Encoder()
_decoders: dict[Any, Any] = {Checked: Decoder(Checked), Joined: Decoder(Joined)}
Packable = TypeVar("Packable", Checked, Joined)


def pack(result: Checked | Joined) -> bytes | None:
    """A result as bytes; None where it holds what can't be written down, as rules of others may say."""
    try:
        return zlib.compress(_encoder.encode(result), _FAST)
    except (TypeError, ValueError, OverflowError, NotImplementedError, RecursionError):
        return None


def unpack(data: bytes, kind: type[Packable]) -> Packable | None:
    """What was packed; None where the bytes hold no such thing."""
    try:
        result: Packable = _decoders[kind].decode(zlib.decompress(data))
    except (zlib.error, DecodeError, ValidationError, ValueError, RecursionError):
        return None
    for found in _all_found(result):
        _share(found.finding)
    return result


def _all_found(result: Struct) -> Iterable[Found]:
    if isinstance(result, Checked):
        return result.found
    assert isinstance(result, Joined)
    return (found for _, found in result.found)


def _share(finding: Finding) -> None:
    """Let findings that say the same sentences hold them once: there are few sentences and many findings."""
    for holder, name in chain(
        ((finding, "message"), (finding, "advice")),
        ((each, "words") for each in finding.related),
        ((each, "title") for each in finding.fixes),
    ):
        said = getattr(holder, name)
        force_setattr(holder, name, _words.setdefault(said, said))
