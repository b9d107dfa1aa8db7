"""Taking out an entry that another one says already."""

from declint.declaration.source import Source
from declint.declaration.tree import Mapping, Node, node_at
from declint.finding import Drop
from declint.fixing.alone import own_line
from declint.fixing.edits import TextEdit, applied
from declint.fixing.lines import is_block, line_start, lines_of, taken_out
from declint.fixing.trees import read, same, without


def dropped(drop: Drop, source: Source, root: Node) -> tuple[TextEdit, ...]:
    """The edit that takes an entry's lines out; empty where they hold a comment or anything else."""
    above = node_at(root, drop.entry[:-1]).value if drop.entry[:-1] else root
    if not isinstance(root, Mapping) or not is_block(above):
        return ()
    entry = node_at(root, drop.entry)
    start, end = lines_of(entry, source)
    behind = source.text[max(entry.key.end, entry.value.end) : end]
    if source.text[line_start(source, entry.key.start) : entry.key.start].strip() or behind.strip(" \r\n:"):
        return ()
    edit = taken_out(source.text, start, end)
    if isinstance(above, Mapping) and len(above.entries) > 1 and own_line(entry, source):
        return (edit,)
    after = read(applied(source.text, (edit,)))
    return (edit,) if after is not None and same(without(root, drop.entry), after, {}) else ()
