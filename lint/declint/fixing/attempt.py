"""A batch of repairs made on a file, not yet judged."""

from collections.abc import Sequence

from msgspec import Struct

from declint.declaration.source import UndecodableError, decode, encode
from declint.declaration.tree import Node, node_at
from declint.finding import Fix, Reencode
from declint.fixing.edits import TextEdit, applied
from declint.fixing.proof import Seen
from declint.fixing.trees import edited, half_of, read, same, value_edits
from declint.run import FileResult


class Repair(Struct, frozen=True):
    """One fix of one finding. ``file`` is the file as it was when the finding was made."""

    file: FileResult
    seen: Seen
    fix: Fix
    edits: tuple[TextEdit, ...]

    @property
    def reencodes(self) -> bool:
        """Whether the file is to be written in UTF-8."""
        return any(isinstance(edit, Reencode) for edit in self.fix.edits)

    @property
    def is_possible(self) -> bool:
        """Whether the layout of the file allows it."""
        return bool(self.edits) or self.reencodes

    @property
    def text(self) -> str:
        """The text that the edits are for."""
        return self.file.source.text

    @property
    def line(self) -> int:
        """The line of the finding, from 1."""
        return self.file.source.position(self.seen.span[0])[0]


class Attempt(Struct, frozen=True):
    """A file's bytes with a batch of repairs, and the edits of its text."""

    batch: tuple[Repair, ...]
    edits: tuple[TextEdit, ...]
    data: bytes


def attempt(data: bytes, batch: Sequence[Repair]) -> Attempt | None:
    """A file with repairs that do not overlap.

    None where the result would not read as wanted, or where the file's encoding can't hold it or would change
    a byte that no repair is about.
    """
    source, tree = batch[0].file.source, batch[0].file.tree
    edits = tuple(sorted(edit for each in batch for edit in each.edits))
    text = applied(source.text, edits)
    new = _bytes(text, data, source.text, reencodes=any(each.reencodes for each in batch))
    if new is None or not _reads_as_wanted(text, tree, batch):
        return None
    return Attempt(tuple(batch), edits, new)


def _bytes(text: str, old: bytes, old_text: str, *, reencodes: bool) -> bytes | None:
    try:
        if reencodes:
            new = text.encode("utf-8")
            return new if decode(new)[0] == text else None
        new = encode(text, old)
        return new if decode(new)[0] == text and encode(old_text, old) == old else None
    except (UnicodeEncodeError, UndecodableError):
        return None


def _reads_as_wanted(text: str, root: Node | None, batch: Sequence[Repair]) -> bool:
    """Whether keys and values read as the repairs want them, and all others as before.

    Only the rules can judge what carries rows or makes a file readable.
    """
    found = value_edits(edit for each in batch for edit in each.fix.edits)
    if root is None or found is None:
        return True
    wanted = {
        half: edited(scalar, edits)
        for half, edits in found.items()
        if (scalar := half_of(node_at(root, half[0]), half[1]))
    }
    after = read(text)
    return after is not None and same(root, after, wanted)
