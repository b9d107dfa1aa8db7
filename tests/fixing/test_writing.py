"""A text gets into a key or value so that YAML reads exactly that text, and everything else as before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.declaration.source import Source
from declint.declaration.tree import Mapping, Scalar, node_at, read_tree
from declint.finding import Edit, Fix, Move, Part, Place, Safety, Words, Writing
from declint.fixing.edits import applied
from declint.fixing.resolve import resolve
from declint.fixing.trees import same
from declint.settings import Limits

TITLE = Words("改", "mend")
NAME, VALUE = "读者满意度", "≥90.00(%)"
LAYOUTS = {
    "plain": f"a: 1\n{NAME}: {VALUE}\nb: 2\n",
    "plain with a comment": f"a: 1\n{NAME}: {VALUE}  # 说明\nb: 2\n",
    "single": f"a: 1\n{NAME}: '{VALUE}' # 说明\nb: 2\n",
    "double": f'a: 1\n{NAME}: "{VALUE}"\nb: 2\n',
    "escaped": f'a: 1\n{NAME}: "\\u226590.00(%)"\nb: 2\n',
    "flow": f"a: {{x: 1, {NAME}: {VALUE}, y: 2}}\nb: 2\n",
    "flow quoted": f"a: {{x: 1, '{NAME}': \"{VALUE}\", y: 2}}\nb: 2\n",
    "carriage returns": f"a: 1\r\n{NAME}: {VALUE}\r\nb: 2\r\n",
    "no line end": f"a: 1\n{NAME}: {VALUE}",
    "blank": f"a: 1\n{NAME}:   # 说明\nb: 2\n",
    "long key": f"a: 1\n? {NAME}\n: {VALUE}\nb: 2\n",
}
HARD = (
    *(
        ">90%",
        "=100.00(%)",
        "= 1",
        "- 5",
        "-",
        "? x",
        ": x",
        "a: b",
        "a #b",
        "#1",
        "'",
        '"',
        "''a",
        '"a"',
        "%5",
    ),
    *(
        "@a",
        "`a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "[a",
        "]",
        "{a",
        "}",
        "a, b",
        ",",
        " a",
        "a ",
        "a:",
        "~",
        "null",
    ),
    *("a\\b", "a\tb", "a\nb", "\u3000全角", "—", "\ufeff", "\x85", "\U0001f600", "---", "...", "<<"),
)


def entry_path(text: str) -> tuple[int, ...]:
    root = read_tree(text, Limits())
    assert isinstance(root, Mapping)
    found = root.find(NAME)
    return (found[0],) if found else (0, 1)


def written(text: str, edit: Edit) -> str | None:
    root = read_tree(text, Limits())
    edits = resolve(Fix(TITLE, Safety.SAFE, (edit,)), Source("a.yaml", text), root)
    return applied(text, edits) if edits else None


def reads_as(text: str, result: str, part: Part, wanted: str) -> bool:
    before, after = read_tree(text, Limits()), read_tree(result, Limits())
    assert before is not None
    assert after is not None
    path = entry_path(text)
    node = node_at(after, path)
    half = node.key if part is Part.KEY else node.value
    assert isinstance(half, Scalar)
    return half.text == wanted and same(before, after, {(path, part): wanted})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("part", Part)
def test_a_whole_text(layout: str, part: Part) -> None:
    text = LAYOUTS[layout]
    for wanted in HARD:
        result = written(text, Edit(Place(entry_path(text), part), wanted))
        assert result, wanted
        assert reads_as(text, result, part, wanted), wanted
        assert result.count("# 说明") == text.count("# 说明")
        assert result.count("\r\n") == text.count("\r\n")


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each != "blank"])
@pytest.mark.parametrize("span", [(0, 0), (0, 1), (1, 3), (len(VALUE), len(VALUE)), (0, len(VALUE))])
def test_a_piece_of_a_value(layout: str, span: tuple[int, int]) -> None:
    text = LAYOUTS[layout]
    for piece in ("", *HARD):
        result = written(text, Edit(Place(entry_path(text)).within(*span), piece))
        assert result, piece
        assert reads_as(text, result, Part.VALUE, VALUE[: span[0]] + piece + VALUE[span[1] :]), piece


@pytest.mark.parametrize("word", ["~", "null"])
def test_a_word_for_nothing_is_quoted_where_it_is_meant(word: str) -> None:
    assert written("a: x\n", Edit(Place((0,)), word)) == f"a: '{word}'\n"


@given(
    st.sampled_from(sorted(LAYOUTS)),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    st.sampled_from(Part),
)
@settings(max_examples=300, deadline=None)
def test_any_text(layout: str, wanted: str, part: Part) -> None:
    text = LAYOUTS[layout]
    result = written(text, Edit(Place(entry_path(text), part), wanted))
    assert result is None or reads_as(text, result, part, wanted)
    assert result is not None or wanted == ""


def test_only_the_piece_itself_is_rewritten_where_it_can_be() -> None:
    text = LAYOUTS["escaped"]
    result = written(text, Edit(Place((1,)).within(1, 3), "95"))
    assert result == text.replace("90", "95")


def test_a_number_that_is_text_is_quoted() -> None:
    assert written("项目名称: 2026 # 说明\n", Edit(Place((0,)), "2026", Writing.QUOTED)) == (
        "项目名称: '2026' # 说明\n"
    )


def test_paragraphs_keep_their_indentation() -> None:
    text = "a: |-\n    一、甲；；乙\n\n      丙\nb: 1\n"
    assert written(text, Edit(Place((0,)).within(3, 5), "；")) == "a: |-\n    一、甲；乙\n\n      丙\nb: 1\n"
    assert written(text, Edit(Place((0,)).within(3, 5), "\n")) == (
        "a: |-\n    一、甲\n    乙\n\n      丙\nb: 1\n"
    )


def test_a_list_or_group_is_not_overwritten() -> None:
    assert written("a: {b: 1}\n", Edit(Place((0,)), "x")) is None


def test_a_row_of_nothing_is_not_moved() -> None:
    source = Source("a.yaml", "a: 1\n")
    assert resolve(Fix(TITLE, Safety.UNSAFE, (Move((0,), "b", "c"),)), source, None) == ()
