"""The reader of plain texts in front of libyaml: the very same tree, or none."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.declaration.events import read_events
from declint.declaration.nodes import Mapping, Node, Scalar, Sequence, UnreadableError
from declint.declaration.plain import read_plain
from declint.settings import Limits
from declint.testing import BASE

FILES = sorted((Path(__file__).parents[2] / "declarations" / "2026").glob("*.yaml"))
LIMITS = Limits(depth=6, nodes=5_000)
PIECES = st.sampled_from(
    [
        *"：:-?|>&*!%@`'\"[]{},#<=~\t \u3000\u00a0\ufeff\x85\u2028\0甲乙1.\\",
        *(
            ": ",
            ":\n",
            " #",
            "\n  ",
            "\n    ",
            "\n      ",
            "\n\n",
            "- ",
            "<<",
            "<<: ",
            "---\n",
            "...\n",
            "\n%甲\n",
        ),
        *(
            "🙂",
            "\r\n",
            "|\n",
            "|-\n",
            "|+\n",
            "|2\n",
            ">\n",
            "''",
            '""',
            "甲: 乙",
            "甲:\n",
            "'甲'",
            '"甲" ',
            "&a ",
            "!!",
        ),
        *(
            "\n甲: |\n  乙\n",
            "\n甲: |\n\n  乙\n   \n\n",
            "\n  甲: |\n    乙\n   丙\n",
            "\n甲 : 乙\n",
            "\n# 注\n",
            "\n  # 注\n",
        ),
    ]
)
LINES = st.builds(
    "{}{}{}{}\n".format,
    st.sampled_from(["", "", "  ", "  ", "    ", "      ", " "]),
    st.sampled_from(
        ["甲:", "乙:", "名称（%）:", "年度:", "'甲':", "- 甲:", "甲", "# 注", "", "甲: 乙:", "<<:"]
    ),
    st.sampled_from(
        [
            "",
            "",
            " 值",
            " ≥5(次)",
            " '值'",
            ' "值"',
            " |",
            " >",
            " |-",
            " 值 # 注",
            " 值# 注",
            " | # 注",
            " {甲: 1, 乙: 2 }",
            " {甲: 1,乙: 2}",
            " 10:30",
            " 值:",
            "  值  ",
        ]
    ),
    st.sampled_from(["", "", "", " ", "\n", "\n  文字", "\n    文字\n\n    文字", "\n   文字\n  文字"]),
)


def shape(node: Node | None) -> Any:
    """A tree as nested tuples, with every offset."""
    match node:
        case Scalar(text, start, end, style):
            return (text, start, end, style)
        case Mapping(entries, start, end, flow):
            return (start, end, flow, [(shape(entry.key), shape(entry.value)) for entry in entries])
        case Sequence(items, start, end):
            return (start, end, [shape(item) for item in items])
        case _:
            return None


def assert_same(text: str) -> None:
    read = read_plain(text, LIMITS)
    if read is not None:
        try:
            expected = shape(read_events(text, LIMITS))
        except UnreadableError as error:
            expected = error.kind
        assert shape(read) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:2])
def test_the_fifteen_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read = read_plain(text, Limits())
    assert read is not None
    assert shape(read) == shape(read_events(text, Limits()))


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=1500)
def test_pieces_in_any_order_are_read_alike(text: str) -> None:
    assert_same(text)
    assert_same(text + "\n")
    assert_same(text.replace("\n", "\r\n"))


@given(st.lists(LINES, max_size=12).map("".join))
@settings(max_examples=1500)
def test_lines_in_any_order_are_read_alike(text: str) -> None:
    assert_same(text)
    assert_same(text.replace("\n", "\r\n"))


@given(st.data())
@settings(max_examples=1000)
def test_declarations_with_slips_are_read_alike(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([BASE, *(path.read_text(encoding="utf-8") for path in FILES[4:7])]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 2, 30]))
        text = text[:start] + data.draw(PIECES) + text[end:]
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲: 1",
        "甲:\t1\n",
        "甲: 1\r乙: 2\n",
        "甲: &a 1\n",
        "甲: -1\n",
        "甲: 1# 注\n",
        "<<: 1\n",
        "甲: [1]\n",
        "甲: 1\n---\n",
        "甲: |-\n  乙\n",
        "  甲: 1\n乙: 2\n",
        "甲: 1\n  乙: 2\n",
        "甲:\n    乙: 1\n  丙: 2\n",
    ],
)
def test_what_is_not_plain_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text, LIMITS) is None


def test_what_is_larger_than_any_form_is_left_to_libyaml() -> None:
    assert read_plain("甲: 1\n" * 2_000, LIMITS) is None
    assert read_plain("".join(f"{'  ' * depth}甲:\n" for depth in range(7)), LIMITS) is None
    assert read_plain("甲: 1\n", Limits(scalar_characters=3)) is None
