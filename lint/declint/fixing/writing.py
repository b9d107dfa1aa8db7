"""A key or value that shall read otherwise: the smallest change of the text that makes it so.

YAML's rules for what a plain text may hold depend on what stands around it. So several ways of writing are
tried, the smallest first, and each is read back: the one that gives the wanted text, and leaves every other
key and value as it was, is taken.
"""

from collections.abc import Iterator, Sequence

from declint.declaration.locate import locate
from declint.declaration.source import Source
from declint.declaration.tree import Entry, Node, Scalar, node_at
from declint.finding import Edit, Part, Path, Writing
from declint.fixing.alone import own_line, reads_on
from declint.fixing.edits import TextEdit, applied
from declint.fixing.trees import edited, half_of, reads

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(
    path: Path, part: Part, edits: Sequence[Edit], source: Source, root: Node
) -> tuple[TextEdit, ...]:
    """The edits of the text that make one key or value read as wanted; empty where its layout forbids it."""
    entry = node_at(root, path)
    scalar = half_of(entry, part)
    if scalar is None:
        return ()
    wanted = edited(scalar, edits)
    line = own_line(entry, source)
    for candidate in _candidates(entry, scalar, wanted, edits, source, root):
        if line:
            fits = reads_on(line, entry, candidate, source, part, wanted)
        else:
            fits = reads(applied(source.text, candidate), root, {(path, part): wanted})
        if fits:
            return candidate
    return ()


def _candidates(
    entry: Entry, scalar: Scalar, wanted: str, edits: Sequence[Edit], source: Source, root: Node
) -> Iterator[tuple[TextEdit, ...]]:
    quoted = any(edit.writing is Writing.QUOTED for edit in edits)
    if scalar is entry.value and scalar.start == scalar.end:
        yield from _filled(entry, wanted, source, quoted=quoted)
        return
    if not quoted:
        yield tuple(
            sorted(
                TextEdit(*span, _escaped(edit.text, scalar, _indent(source, span[0])))
                for edit in edits
                for span in (locate(edit.at, source.text, root),)
            )
        )
    if scalar.style in ("|", ">"):
        return
    for text in _spellings(wanted, scalar.style, quoted=quoted):
        yield (TextEdit(scalar.start, scalar.end, text),)


def _filled(entry: Entry, wanted: str, source: Source, *, quoted: bool) -> Iterator[tuple[TextEdit, ...]]:
    """A value behind the colon of a label that is blank; nothing where the colon stands elsewhere."""
    colon = entry.key.end
    while source.text.startswith((" ", "\t"), colon):
        colon += 1
    if source.text.startswith(":", colon):
        for text in _spellings(wanted, "", quoted=quoted):
            yield (TextEdit(colon + 1, colon + 1, f" {text}"),)


def _spellings(text: str, style: str, *, quoted: bool = False) -> Iterator[str]:
    """The whole text in the given style and in those that can hold more."""
    if not style and not quoted:
        yield text
    if style != '"':
        yield "'" + text.replace("'", "''") + "'"
    yield '"' + _double(text) + '"'


def _escaped(text: str, scalar: Scalar, indent: str) -> str:
    """A piece of a text as its style writes it."""
    if scalar.style == '"':
        return _double(text)
    if scalar.style == "'":
        return text.replace("'", "''")
    return text.replace("\n", "\n" + indent) if scalar.style else text


def _double(text: str) -> str:
    return "".join(_SHORT.get(char) or (char if char.isprintable() else _code(char)) for char in text)


def _code(char: str) -> str:
    number = ord(char)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _indent(source: Source, offset: int) -> str:
    line, _ = source.position(offset)
    text = source.line(line)
    return text[: len(text) - len(text.lstrip(" "))]
