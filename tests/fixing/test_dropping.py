"""An entry that another one says already is taken out with its line, and nothing else is."""

import pytest

from declint.declaration.source import Source
from declint.declaration.tree import read_tree
from declint.finding import Drop, Fix, Safety, Words
from declint.fixing.edits import applied
from declint.fixing.resolve import resolve
from declint.settings import Limits


def without(text: str, path: tuple[int, ...]) -> str | None:
    fix = Fix(Words("删", "drop"), Safety.SAFE, (Drop(path),))
    edits = resolve(fix, Source("a.yaml", text), read_tree(text, Limits()))
    return applied(text, edits) if edits else None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "path", "left"),
    [
        ("a: 1\nb: 2\na: 1\nc: 3\n", (2,), "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\n# 说明\na: 1", (1,), "a: 1\n# 说明"),
        (
            "a:\n  b: |\n    甲\n    乙\n\n  b: |\n    甲\n    乙\nc: 1\n",
            (0, 1),
            "a:\n  b: |\n    甲\n    乙\n\nc: 1\n",
        ),
        ("a:\nb: 2\na:\n", (2,), "a:\nb: 2\n"),
    ],
)
def test_a_line_goes(text: str, path: tuple[int, ...], left: str, end: str) -> None:
    assert without(text.replace("\n", end), path) == left.replace("\n", end)


@pytest.mark.parametrize("text", ["a: 1\na: 1  # 说明\n", "{a: 1, a: 1}\n", "a: 1\n? a\n: 1\n"])
def test_a_comment_or_another_layout_is_not_lost(text: str) -> None:
    assert without(text, (1,)) is None
