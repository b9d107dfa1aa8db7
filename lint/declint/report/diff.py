"""What repairs change, as a unified diff: harmless on a terminal, ready for ``patch`` in a pipe."""

from collections.abc import Iterator
from difflib import unified_diff

from declint.fixing.repair import Repaired
from declint.pattern import pattern
from declint.report.terminal import View, clean, paint

_LINE = pattern(r"[^\n]*\n|[^\n]+")
_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_NO_LINE_END = "\\ No newline at end of file"


def diff(file: Repaired) -> Iterator[str]:
    """The lines of one file's diff without their ends; none where only the encoding changes."""
    before, after = (_LINE.findall(text) for text in file.texts)
    for line in unified_diff(before, after, file.path, file.path):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_LINE_END


def shown(file: Repaired, view: View) -> Iterator[str]:
    """The diff for a person's eyes: no character of the file can steer the terminal."""
    for line in diff(file):
        style = "bold" if line.startswith(("+++", "---")) else _STYLES.get(line[:1], "")
        text = clean(line.removesuffix("\r"))
        yield paint(text, style, view) if style else text
