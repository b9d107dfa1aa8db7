"""Trees of any text: exact places, one way out for what can't be read, the same from every YAML reader."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

import declint.declaration.events as libyaml
from declint.declaration.events import read_events
from declint.declaration.tree import Entry, Mapping, Node, Scalar, Sequence, UnreadableError, read_tree
from declint.settings import Limits
from declint.testing import BASE

FILES = sorted((Path(__file__).parents[2] / "declarations" / "2026").glob("*.yaml"))
LIMITS = Limits()
YAML_PIECES = st.sampled_from(
    [
        *"：:-?|>&*!%@`'\"[]{},#\n\t \u3000\ufeff\x85\u2028甲乙1.\\",
        ": ",
        "\n  ",
        "- ",
        "<<",
        "---\n",
        "🙂",
        "\r\n",
    ]
)
TEXTS = st.lists(YAML_PIECES, max_size=40).map("".join)


def shape(node: Node | None) -> Any:
    """A tree as nested tuples, with every offset."""
    match node:
        case Scalar(text, start, end, style):
            return ("scalar", text, start, end, style)
        case Mapping(entries, start, _, flow):
            return ("mapping", start, flow, [(shape(entry.key), shape(entry.value)) for entry in entries])
        case Sequence(items, start, _):
            return ("sequence", start, [shape(item) for item in items])
        case _:
            return None


def entries(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry
            yield from entries(entry.value)


def tree_or_error(text: str) -> Node | UnreadableError | None:
    try:
        return read_tree(text, LIMITS)
    except UnreadableError as error:
        return error


def with_loader(text: str, loader: type) -> Any:
    """The shape of a text as one of the loaders reads it; the kind and place where it can't."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libyaml, "_Loader", loader)
        try:
            return shape(read_events(text, LIMITS))
        except UnreadableError as error:
            return error.kind


@given(TEXTS)
@settings(max_examples=1500)
def test_any_text_is_a_tree_or_unreadable(text: str) -> None:
    read = tree_or_error(text)
    if isinstance(read, UnreadableError):
        assert 0 <= read.start <= read.end <= len(text)
        assert read.kind
        return
    for entry in entries(read):
        assert 0 <= entry.key.start <= entry.key.end <= len(text)
        assert entry.key.end <= entry.value.start <= entry.value.end <= len(text)


@given(st.text(max_size=60))
def test_any_characters_are_a_tree_or_unreadable(text: str) -> None:
    read = tree_or_error(text)
    if isinstance(read, UnreadableError):
        assert 0 <= read.start <= read.end <= len(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:2])
def test_both_loaders_read_the_fifteen_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_loader(text, yaml.CBaseLoader) == with_loader(text, yaml.BaseLoader)


NAMES = st.text("甲乙丙率数（）%≥0123.", min_size=1, max_size=8).map(lambda text: "名" + text)
PLAIN = st.text("甲乙丙率 数（）%≥，0123.", max_size=12).map(str.strip)


@st.composite
def written(draw: st.DrawFn, indent: int) -> str:
    """A value in any of the five styles, behind its colon."""
    text = draw(PLAIN)
    pad = " " * (indent + 2)
    match draw(st.sampled_from(["plain", "single", "double", "literal", "folded", "blank"])):
        case "single":
            return " '" + text.replace("甲", "''") + "'"
        case "double":
            return ' "' + text.replace("甲", '\\"').replace("乙", "\\u4e59") + '"'
        case "literal":
            return f" |\n{pad}{text or '空'}\n{pad}第二行"
        case "folded":
            return f" >\n{pad}{text or '空'}\n{pad}第二行"
        case "blank":
            return ""
        case _:
            text = text.lstrip("%").strip()
            return f" {text}" if text else ""


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A declaration-like text: three levels, values in all styles, comments and blank lines between."""
    lines: list[str] = []
    for top in draw(st.lists(NAMES, min_size=1, max_size=3)):
        lines.append(f"{top}:")
        for name in draw(st.lists(NAMES, max_size=3)):
            lines.append(f"  {name}:{draw(written(2))}")
            lines.extend(draw(st.sampled_from([[], ["  # 说明"], [""]])))
    return "\n".join(lines) + draw(st.sampled_from(["\n", ""]))


@given(documents())
@settings(max_examples=300)
def test_both_loaders_read_generated_texts_alike(text: str) -> None:
    assert with_loader(text, yaml.CBaseLoader) == with_loader(text, yaml.BaseLoader)


@given(documents())
@settings(max_examples=300)
def test_spans_nest_and_follow_each_other(text: str) -> None:
    root = read_tree(text, LIMITS)
    assert isinstance(root, Mapping)
    last = 0
    for entry in entries(root):
        assert last <= entry.key.start < entry.key.end <= entry.value.start
        last = entry.key.end
    for entry in root.entries:
        if isinstance(entry.value, Mapping):
            for inner in entry.value.entries:
                assert entry.value.start <= inner.key.start <= inner.value.end <= entry.value.end


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:2])
def test_another_yaml_reader_sees_the_same_keys_and_values(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    other = YAML(typ="rt").load(io.StringIO(text))

    def compare(node: Node, value: Any) -> None:
        if isinstance(node, Mapping):
            assert [entry.key.text for entry in node.entries] == [str(key) for key in value]
            for entry, inner in zip(node.entries, value.values(), strict=True):
                compare(entry.value, inner)
            return
        assert isinstance(node, Scalar)
        if isinstance(value, str):
            assert node.text == value
        elif value is None:
            assert node.text == ""
        else:
            assert float(node.text) == float(value) if not hasattr(value, "isoformat") else True
            assert not hasattr(value, "isoformat") or node.text == value.isoformat()

    root = read_tree(text, LIMITS)
    assert root is not None
    compare(root, other)


def test_a_key_that_stands_twice_is_kept_twice() -> None:
    root = read_tree("甲: 1\n乙: 2\n甲: 3\n", LIMITS)
    assert isinstance(root, Mapping)
    twice = [entry.value for entry in root.entries if entry.key.text == "甲"]
    assert [(each.text, each.start, each.end) for each in twice if isinstance(each, Scalar)] == [
        ("1", 3, 4),
        ("3", 13, 14),
    ]
    assert root.find("甲") == (0, root.entries[0])
    assert root.find("丙") is None


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("甲: &a 1", "anchor", "&a 1"),
        ("甲: *a", "alias", "*a"),
        ("甲: !t 1", "tag", "!t 1"),
        ("<<: {甲: 1}", "merge-key", "<<"),
        ("? [甲]\n: 1", "complex-key", "["),
        ("甲: 1\n---\n乙: 2\n", "several-documents", "---"),
        ("甲: \x01", "control-character", "\x01"),
        ("甲: [乙\n", "syntax", "["),
        ("甲: '乙\n", "syntax", "'"),
        ("甲: 1\n乙\n丙: 2\n", "syntax", "乙"),
        ("甲: 乙: 丙\n", "syntax", ":"),
    ],
)
def test_what_the_subset_refuses_is_named_and_placed(text: str, kind: str, marked: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_tree(text, LIMITS)
    assert caught.value.kind == kind
    assert text[caught.value.start : caught.value.end] == marked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[" * 60, "too-deep"),
        ("[" + "甲, " * 300 + "]", "too-many-nodes"),
        ("甲: " + "乙" * 300, "scalar-too-long"),
    ],
)
def test_limits(text: str, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_tree(text, Limits(nodes=200, scalar_characters=200))
    assert caught.value.kind == kind


def test_nothing_is_no_tree() -> None:
    assert read_tree("", LIMITS) is None
    assert read_tree("# 说明\n", LIMITS) is None
    assert isinstance(read_tree(BASE, LIMITS), Mapping)


def test_half_a_surrogate_pair_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_tree("年度: 20\ud80026", LIMITS)
    assert (caught.value.kind, caught.value.start, caught.value.end) == ("control-character", 6, 7)
    assert caught.value.arguments == {"code": "U+D800"}
