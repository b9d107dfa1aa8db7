"""Whether a text still says what it said, but for what was meant to change."""

from collections.abc import Iterable, Mapping

from declint.declaration.tree import Entry, Node, Scalar, Sequence, UnreadableError, read_tree
from declint.declaration.tree import Mapping as Tree
from declint.finding import Drop, Edit, Move, Part, Path, Place, Reencode, Writing
from declint.settings import Limits

Half = tuple[Path, Part]
"""The key or the value of an entry."""
_BLANK_WORDS = ("~", "null", "Null", "NULL")


def read(text: str) -> Node | None:
    """The tree of a text, None where it is none."""
    try:
        return read_tree(text, Limits())
    except UnreadableError:
        return None


def half_of(entry: Entry, part: Part) -> Scalar | None:
    """The text of an entry that a place means: its key where the value is blank or no text."""
    if part is Part.KEY:
        return entry.key
    return entry.value if isinstance(entry.value, Scalar) else None


def value_edits(edits: Iterable[Edit | Move | Drop | Reencode]) -> dict[Half, list[Edit]] | None:
    """The edits by the key or value that they change; None where one of them is of another kind."""
    found: dict[Half, list[Edit]] = {}
    for edit in edits:
        if isinstance(edit, Reencode):
            continue
        if isinstance(edit, Move | Drop) or not isinstance(edit.at, Place) or edit.writing is Writing.RAW:
            return None
        found.setdefault((edit.at.path, edit.at.part), []).append(edit)
    return found


def edited(scalar: Scalar, edits: Iterable[Edit]) -> str:
    """What a key or value reads with its edits."""
    text = scalar.text
    spans = [(*_span(edit.at, scalar), edit.text) for edit in edits if isinstance(edit.at, Place)]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _span(place: Place, scalar: Scalar) -> tuple[int, int]:
    """Line ends behind a paragraph are its layout."""
    length = len(scalar.text.rstrip()) if scalar.style in ("|", ">") else len(scalar.text)
    return place.start or 0, length if place.end is None else place.end


def reads(text: str, before: Node, wanted: Mapping[Half, str]) -> bool:
    """Whether a text is the tree ``before`` with the wanted keys and values."""
    after = read(text)
    return after is not None and same(before, after, wanted, ())


def same(before: Node, after: Node, wanted: Mapping[Half, str], path: Path = ()) -> bool:
    """Whether two trees are one, but for the wanted keys and values."""
    if isinstance(before, Tree) and isinstance(after, Tree):
        return len(before.entries) == len(after.entries) and all(
            _same_text(old.key, new.key, wanted.get(((*path, number), Part.KEY)))
            and _same_value(old.value, new.value, wanted, (*path, number))
            for number, (old, new) in enumerate(zip(before.entries, after.entries, strict=True))
        )
    if isinstance(before, Sequence) and isinstance(after, Sequence):
        return len(before.items) == len(after.items) and all(
            same(old, new, {}) for old, new in zip(before.items, after.items, strict=True)
        )
    return isinstance(before, Scalar) and isinstance(after, Scalar) and _same_text(before, after, None)


def _same_value(before: Node, after: Node, wanted: Mapping[Half, str], path: Path) -> bool:
    text = wanted.get((path, Part.VALUE))
    if text is None:
        return same(before, after, wanted, path)
    return isinstance(after, Scalar) and isinstance(before, Scalar) and _same_text(before, after, text)


def _same_text(before: Scalar, after: Scalar, wanted: str | None) -> bool:
    if wanted is None:
        return (before.text, bool(before.style)) == (after.text, bool(after.style))
    return after.text == wanted and (bool(after.style) or wanted not in _BLANK_WORDS)


def without(root: Tree, path: Path) -> Tree:
    """The tree without one entry."""
    number, below = path[0], path[1:]
    entries = list(root.entries)
    entry = entries.pop(number)
    if below and isinstance(entry.value, Tree):
        entries.insert(number, Entry(entry.key, without(entry.value, below)))
    return Tree(entries, root.start, root.end, root.flow)
