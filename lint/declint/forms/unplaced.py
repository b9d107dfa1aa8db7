"""What a file holds and the form has no place for: an export must not lose it in silence."""

from collections.abc import Iterator

from declint.declaration.tree import Mapping, Node, Scalar
from declint.finding import Path
from declint.forms.layout import Layout

_NULL = ("~", "null", "Null", "NULL")


def unplaced(root: Node | None, layout: Layout) -> list[str]:
    """The keys (``绩效目标/备注``) of what the layout does not show, in the order of the file.

    A blank entry is none of it, unless it is a label among the indicators.
    """
    if not isinstance(root, Mapping):
        return []
    return ["/".join(keys) for path, keys, node in _leaves(root, (), ()) if _lost(path, keys, node, layout)]


def _lost(path: Path, keys: tuple[str, ...], node: Node, layout: Layout) -> bool:
    if path in layout.paths:
        return False
    blank = isinstance(node, Mapping) or (isinstance(node, Scalar) and not node.text.strip())
    null = isinstance(node, Scalar) and not node.style and node.text in _NULL
    return not (blank or null) or (keys[0] == "绩效指标" and len(keys) > 1)


def _leaves(
    mapping: Mapping, path: Path, keys: tuple[str, ...]
) -> Iterator[tuple[Path, tuple[str, ...], Node]]:
    for number, entry in enumerate(mapping.entries):
        here, names = (*path, number), (*keys, entry.key.text)
        if isinstance(entry.value, Mapping) and entry.value.entries:
            yield from _leaves(entry.value, here, names)
        else:
            yield here, names, entry.value
