"""A fix as edits of the text."""

from declint.declaration.locate import locate
from declint.declaration.source import Source
from declint.declaration.tree import Node
from declint.finding import Drop, Edit, Fix, Move, Place, Reencode, Writing
from declint.fixing.dropping import dropped
from declint.fixing.edits import TextEdit
from declint.fixing.moving import moved
from declint.fixing.trees import Half
from declint.fixing.writing import written

__all__ = ["TextEdit", "resolve"]


def resolve(fix: Fix, source: Source, root: Node | None) -> tuple[TextEdit, ...]:
    """The edits of a fix, in the order of the text.

    Empty where the layout could not be kept, and for a change of encoding, which leaves the text as it is.
    """
    found: list[TextEdit] = []
    for edits in _steps(fix, root):
        resolved = _step(edits, source, root)
        if not resolved:
            return ()
        found.extend(resolved)
    return tuple(sorted(found))


def _steps(fix: Fix, root: Node | None) -> list[list[Edit | Move | Drop]]:
    """The edits of a fix; those of one key or value together."""
    steps: list[list[Edit | Move | Drop]] = []
    halves: dict[Half, list[Edit | Move | Drop]] = {}
    for edit in fix.edits:
        if isinstance(edit, Reencode):
            continue
        if isinstance(edit, Move | Drop) or root is None or _is_raw(edit):
            steps.append([edit])
        elif isinstance(edit.at, Place):
            half = (edit.at.path, edit.at.part)
            if half not in halves:
                halves[half] = []
                steps.append(halves[half])
            halves[half].append(edit)
    return steps


def _is_raw(edit: Edit) -> bool:
    return not isinstance(edit.at, Place) or edit.writing is Writing.RAW


def _step(edits: list[Edit | Move | Drop], source: Source, root: Node | None) -> tuple[TextEdit, ...]:
    first = edits[0]
    if isinstance(first, Move):
        return moved(first, source, root) if root is not None else ()
    if isinstance(first, Drop):
        return dropped(first, source, root) if root is not None else ()
    if root is None or not isinstance(first.at, Place) or _is_raw(first):
        return (TextEdit(*locate(first.at, source.text, root), first.text),)
    same_half = [edit for edit in edits if isinstance(edit, Edit)]
    return written(first.at.path, first.at.part, same_half, source, root)
