"""Command lines as inputs: the words of one, divided by NUL, which no word can hold."""

import os
import sys
from functools import cache
from typing import Any

import typer
from tests.fuzz.making import Change, Maker
from tests.fuzz.pools import HOSTILE, VALUES

from declint.cli.tree import COMMANDS, _application
from declint.report.formats import FORMATS

PATHS = (
    *(
        "a.yaml",
        "b.yaml",
        "wrong.yaml",
        "empty.yaml",
        "broken.yaml",
        "form.docx",
        "form.xlsx",
        "form.pdf",
        "copied.txt",
    ),
    *(
        ".",
        "sub",
        "sub/c.yaml",
        "*.yaml",
        "**/*.yaml",
        "[",
        "[!a]*.yaml",
        "-",
        "--",
        "",
        "nowhere.yaml",
        "nowhere/",
    ),
    *(
        "a.yaml/",
        "a.yaml/b",
        "../a.yaml",
        "..",
        "/",
        "//",
        "/dev/null",
        "link.yaml",
        "loop.yaml",
        "out",
        "out/x",
    ),
    *(
        "declint.toml",
        "rules.yaml",
        "known.txt",
        "~",
        "~nobody",
        "$HOME",
        "a" * 300 + ".yaml",
        "年度/申报表.yaml",
    ),
    *(
        "a.yaml\n::error::x",
        "\x1b[31m.yaml",
        "##[error]x.yaml",
        "\udcff.yaml",
        "{x}.yaml",
        "%s.yaml",
        "CON",
        "a:b",
        "#1.yaml",
    ),
)
ANSWERS = (
    *(
        "TGT001",
        "TGT",
        "percentage-at-least-100",
        "XXX999",
        "TGT001,CAT",
        ",",
        "error",
        "never",
        "zh",
        "en",
        "fr",
    ),
    *(
        "html=out.html",
        "json=",
        "=x",
        "xlsx=out.xlsx",
        "json=a.yaml",
        "html=/dev/full",
        "nope=x",
        "text=sub",
        "bash",
    ),
    *(
        "docx",
        "html",
        "always",
        "auto",
        "-1",
        "0",
        "99999999999999999999",
        "2026-01-31",
        "HEAD",
        "test",
        "config",
    ),
    *FORMATS,
)


@cache
def _commands() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each command the names of its options."""
    group: Any = typer.main.get_command(_application([]))
    return {
        name: tuple(
            (*each.opts, *each.secondary_opts) for each in command.params if each.opts[0].startswith("-")
        )
        for name, command in group.commands.items()
    }


class Words(Maker):
    """Words of a command line."""

    longest = 2_000
    pools = (HOSTILE, PATHS, ANSWERS, tuple(COMMANDS), VALUES)

    def seeds(self) -> list[bytes]:
        return [
            joined(["check", "."]),
            joined(["fix", "--diff", "wrong.yaml"]),
            *(self.near() for _ in range(30)),
        ]

    def near(self) -> bytes:
        chance = self.chance
        name = chance.choice(list(COMMANDS))
        options = _commands()[name]
        words = [name]
        for _ in range(chance.choice((0, 1, 1, 2, 3, 5))):
            words.append(chance.choice(chance.choice(options)))
            if chance.random() < 0.7:
                words.append(self.word(chance.choice((ANSWERS, PATHS))))
        places = [self.word(PATHS) for _ in range(chance.choice((0, 1, 1, 2)))]
        words[1:1] = places if chance.random() < 0.5 else []
        return joined([*words, *places])

    def changes(self) -> tuple[Change, ...]:
        return (*super().changes(), self._word_changed, self._word_changed)

    def _word_changed(self, data: bytes) -> bytes:
        words = data.split(b"\0")
        at = self.chance.randrange(len(words))
        words[at : at + self.chance.choice((0, 1))] = [joined([self.word(self.chance.choice(self.pools))])]
        return b"\0".join(words)


def joined(words: list[str]) -> bytes:
    """A command line as one input."""
    return b"\0".join(word.replace("\0", "").encode("utf-8", "surrogatepass") for word in words)


def split(data: bytes) -> list[str]:
    """The words of an input, as the system hands them to a program."""
    return [os.fsdecode(word) for word in data.split(b"\0")] if sys.platform != "win32" else []
