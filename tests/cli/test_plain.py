"""The plain reader of ``check`` reads what the library of the command line would read."""

from enum import StrEnum
from typing import Any

import pytest
import typer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from declint.cli import plain
from declint.cli.check import OFFERED
from declint.cli.choices import Choice
from declint.cli.options import signed
from declint.report.formats import FORMATS


class Misread(Exception):  # noqa: N818  (no error: it stands for whatever the library does instead)
    """The library did not get as far as the command."""


def by_library(words: list[str]) -> dict[str, Any]:
    """What the library calls the command with. Raises Misread."""
    called: list[dict[str, Any]] = []

    def command(**values: Any) -> int:
        called.append(values)
        return 0

    application = typer.Typer(add_completion=False, rich_markup_mode=None)
    application.command()(signed(command, OFFERED))
    try:
        typer.main.get_command(application).main(words, prog_name="declint", standalone_mode=False)
    except Exception as error:
        raise Misread from error
    if not called:
        raise Misread
    return called[0]


def words_of(choice: Choice) -> st.SearchStrategy[list[str]]:
    """The words by which a choice may be made, well or badly."""
    if choice.takes is bool:
        return st.sampled_from([[choice.flag], [f"{choice.flag}=1"], [choice.flag[:-1]]])
    values = st.sampled_from(["", "-", "--", "-x", "--staged", "a=b", "TGT001,txt", "zh", "无"])
    if choice.reads:
        values |= st.sampled_from([*FORMATS, "html=r.html", "html=", "json=/no/such/folder/r", " JSON "])
    if issubclass(choice.takes, StrEnum):
        values |= st.sampled_from([*choice.takes, next(iter(choice.takes)).upper()])
    if not choice.flag:
        return st.lists(values | st.text(max_size=8), max_size=3)
    spaced = values.map(lambda value: [choice.flag, value])
    return spaced | values.map(lambda value: [f"{choice.flag}={value}"]) | st.just([choice.flag])


LINES = st.lists(st.sampled_from(OFFERED).flatmap(words_of), max_size=6).map(
    lambda parts: [word for part in parts for word in part]
)


@given(LINES)
@example(["--", "--staged"])
@example(["a", "--select", "TGT", "b", "--select=TXT"])
@example(["--output", "html=a.html", "--output-format", "json", "--watch"])
@settings(max_examples=300, deadline=None)
def test_what_is_read_plainly_is_what_the_library_reads(words: list[str]) -> None:
    try:
        values = plain.read(words, OFFERED)
    except plain.NotPlainError:
        return
    assert values == by_library(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.yaml", "-", "b"],
        ["--output-format", "json", "--output=html=r.html", "x"],
        ["--select", "TGT,TXT", "--ignore=TGT001", "--fail-on", "never", "--color=always", "--lang", "en"],
        ["--config", "c.toml", "--isolated", "--staged", "--statistics", "--stdin-filename", "a.yaml"],
    ],
)
def test_usual_lines_are_read_plainly(words: list[str]) -> None:
    assert plain.read(words, OFFERED) == by_library(words)


@pytest.mark.parametrize(
    "words",
    [["--help"], ["-h"], ["--slect", "TGT"], ["--fail-on"], ["--color", "red"], ["--output", "html"], ["--"]],
)
def test_whatever_is_more_is_left_to_the_library(words: list[str]) -> None:
    with pytest.raises(plain.NotPlainError):
        plain.read(words, OFFERED)
