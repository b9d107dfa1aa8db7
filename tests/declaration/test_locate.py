"""Characters of a value and where they stand in the file."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from declint.declaration.locate import character_offsets, keys_of, locate
from declint.declaration.tree import Mapping, Scalar, UnreadableError, read_tree
from declint.finding import Part, Place, Stretch
from declint.settings import Limits

LIMITS = Limits()
CHARACTERS = "甲乙丙≥%（） \"'\\:#0.\u3000🙂é"
LINE = st.text(CHARACTERS, min_size=1, max_size=15)
PARAGRAPHS = st.lists(LINE.map(str.strip).filter(bool), min_size=1, max_size=4)


def scalar_of(text: str) -> Scalar:
    root = read_tree(text, LIMITS)
    assert isinstance(root, Mapping)
    value = root.entries[0].value
    assert isinstance(value, Scalar)
    return value


def assert_placed(text: str, escaped: dict[str, str] | None = None) -> None:
    """Each character of the value but folded line ends stands where it is said to stand."""
    scalar = scalar_of(text)
    offsets = character_offsets(scalar, text)
    assert len(offsets) == len(scalar.text)
    assert list(offsets) == sorted(offsets)
    for char, offset in zip(scalar.text, offsets, strict=True):
        if char not in " \n":
            written = (escaped or {}).get(char, char)
            assert text.startswith(written, offset)
            assert scalar.start <= offset < scalar.end


@given(PARAGRAPHS, st.integers(1, 6), st.sampled_from(["", "-", "+"]), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=300)
def test_block_styles(lines: list[str], indent: int, chomping: str, end: str) -> None:
    for sign in "|>":
        body = "".join(f"{' ' * indent}{line}{end}" for line in lines)
        assert_placed(f"甲: {sign}{chomping}{end}{body}乙: 1{end}")


@given(PARAGRAPHS, st.integers(1, 6))
@settings(max_examples=300)
def test_single_quotes(lines: list[str], indent: int) -> None:
    body = f"\n{' ' * indent}".join(line.replace("'", "''") for line in lines)
    assert_placed(f"甲: '{body}'\n", {"'": "''"})


@given(PARAGRAPHS, st.integers(1, 6))
@settings(max_examples=300)
def test_double_quotes(lines: list[str], indent: int) -> None:
    escapes = {"\\": "\\\\", '"': '\\"', "乙": "\\u4E59", "é": "\\xE9", "🙂": "\\U0001F642"}
    body = f"\n{' ' * indent}".join("".join(escapes.get(char, char) for char in line) for line in lines)
    assert_placed(f'甲: "{body}"\n', escapes)


@given(
    st.lists(
        st.text("甲乙丙≥%（） 0.\u3000🙂é", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4
    )
)
@settings(max_examples=300)
def test_plain(lines: list[str]) -> None:
    assume(not lines[0].startswith("%"))
    text = "甲: " + "\n  ".join(lines) + "\n"
    try:
        read_tree(text, LIMITS)
    except UnreadableError:
        assume(False)
    assert_placed(text)


def test_a_stretch_of_each_style() -> None:
    for written in ("≥90(%)", "'≥90(%)'", '"\\u226590(%)"', "|\n  ≥90(%)", ">-\n  ≥90(%)"):
        text = f"甲: {written}\n"
        root = read_tree(text, LIMITS)
        start, end = locate(Place((0,), Part.VALUE, 1, 3), text, root)
        assert text[start:end] == "90"
        start, end = locate(Place((0,), Part.VALUE, 0, 1), text, root)
        assert text[start:end] in ("≥", "\\u2265")


def test_a_blank_value_shows_its_key() -> None:
    text = "甲:\n  乙:\n  丙: 1\n"
    root = read_tree(text, LIMITS)
    start, end = locate(Place((0, 0), Part.VALUE), text, root)
    assert text[start:end] == "乙"


def test_a_mapping_shows_its_key() -> None:
    text = "甲:\n  乙: 1\n"
    start, end = locate(Place((0,), Part.VALUE), text, read_tree(text, LIMITS))
    assert text[start:end] == "甲"


def test_a_block_of_prose_is_marked_without_its_sign() -> None:
    text = "甲: |\n  第一行\n  第二行\n乙: 1\n"
    start, end = locate(Place((0,), Part.VALUE), text, read_tree(text, LIMITS))
    assert text[start:end] == "第一行\n  第二行"


def test_what_is_no_place_of_a_tree() -> None:
    assert locate(Stretch(3, 5), "abcdef", None) == (3, 5)
    assert locate(Place((0,)), "abc", None) == (0, 0)
    assert keys_of(None, (0, 1)) == []


@pytest.mark.parametrize("path", [(0,), (0, 1), (0, 1, 0)])
def test_keys_on_the_way(path: tuple[int, ...]) -> None:
    root = read_tree("甲:\n  乙: 1\n  丙:\n    丁: 2\n", LIMITS)
    assert keys_of(root, path) == ["甲", "丙", "丁"][: len(path)]
