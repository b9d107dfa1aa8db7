"""What is kept of each file to compare it with others: its head at hand, its body in little room."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct
from msgspec.structs import replace

from declint.declaration.facts import Body, Facts, Head, pack_body, pack_head, unpack_head
from declint.declaration.model import Declaration
from declint.run.shelf import Laid, Shelf

if TYPE_CHECKING:
    from declint.run.memory import Memory
    from declint.run.outcome import FileResult

_AT_ONCE = 10_000
"""How many heads are looked up at a time."""
_HELD = 512
"""How many declarations are held for what they are compared with next."""


class Kept(Struct, frozen=True):
    """The head of a declaration, packed, and its body, packed or ready for use; either may be laid aside.

    A file that is no declaration has neither, and its head says so.
    """

    head: bytes | Laid
    body: bytes | Laid | Body = b""

    @classmethod
    def of(cls, declaration: Declaration | None) -> "Kept":
        """What is kept of a declaration, ready for use; None where the file is none."""
        if declaration is None:
            return cls(pack_head(None))
        return cls(pack_head(Head.of(declaration)), Body.of(declaration))

    @property
    def packed(self) -> "Kept":
        """The same with a body that takes little room."""
        return replace(self, body=pack_body(self.body)) if isinstance(self.body, Body) else self

    def laid(self, heads: Shelf, bodies: Shelf) -> "Kept":
        """The same, laid aside: heads are read one after another, bodies where somebody looks at one."""
        head, body = self.head, self.packed.body
        if not isinstance(head, bytes) or not isinstance(body, bytes):
            return self
        return Kept(heads.lay(head), bodies.lay(body) if body else body)

    def fetched_head(self) -> bytes:
        """The head, packed."""
        return self.head.data if isinstance(self.head, Laid) else self.head

    def fetched(self) -> bytes | Body:
        """The body."""
        return self.body.data if isinstance(self.body, Laid) else self.body


def heads(files: "Sequence[FileResult]", memory: "Memory | None") -> Iterator[Head | None]:
    """The head of each file, None where it is no declaration."""
    every = iter(files)
    while some := list(islice(every, _AT_ONCE)):
        far = [file for file in some if file.kept is None]
        known = iter(memory.heads(far) if memory and far else [None] * len(far))
        for file in some:
            packed = file.kept.fetched_head() if file.kept else next(known)
            yield (_unpacked(packed) if packed else None) or _again(file, packed)


class Declarations:
    """The declarations in files, by their numbers; those looked at last are held."""

    def __init__(self, files: "Sequence[FileResult]", memory: "Memory | None") -> None:
        self._files = files
        self._memory = memory
        self._held: dict[int, Facts] = {}

    def of(self, numbers: Sequence[int]) -> list[Facts]:
        """Those of some files, which hold one each."""
        lacking = [number for number in numbers if number not in self._held]
        if len(self._held) + len(lacking) > _HELD:
            self._held.clear()
            lacking = list(numbers)
        some = [self._files[number] for number in lacking]
        for number, file, head in zip(lacking, some, heads(some, self._memory), strict=True):
            assert head
            self._held[number] = Facts(file.path, head, partial(_body, file, self._memory))
        return [self._held[number] for number in numbers]


def _unpacked(packed: bytes) -> Head | None:
    try:
        return unpack_head(packed)
    except DecodeError:
        return None


def _again(file: "FileResult", packed: bytes | None) -> Head | None:
    """The head of a file of which none is known: it was lost, or says that there is none."""
    if packed == pack_head(None):
        return None
    declaration = file.reading.declaration
    return Head.of(declaration) if declaration else None


def _body(file: "FileResult", memory: "Memory | None") -> bytes | Body:
    if file.kept:
        return file.kept.fetched()
    (packed,) = memory.bodies([file]) if memory else [None]
    if packed:
        return packed
    declaration = file.reading.declaration
    assert declaration
    return Body.of(declaration)
