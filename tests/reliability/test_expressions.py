"""No regular expression takes more than its share of time, whatever text it meets."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from declint.clock import TooSlowError, limited

ROOT = Path(__file__).parents[2]
AT_THE_START = {"match", "fullmatch"}
LONG, TIMES = 2_000, 8
STEEPEST = TIMES * 4
"""How much longer a text may take that is so many times as long. Linear is 8, and square 64."""
BOUNDED = {
    "language/wishes.py": 60,
    "language/quantity.py": 80,
    "language/topics.py": 40,
    "rules/gol/phrases.py": 60,
    "rules/syn/right_value.py": 40,
    "rules/tgt/target_not_a_number.py": 200,
    "rules/txt/numbering.py": 6,
}
"""Where the caller bounds the text: nothing longer reaches the expression."""
UNMEASURABLE = 0.002
"""Less than that is no wait and can't be told from noise; a square would take far more at this length."""
PIECES = (
    *(
        "1",
        "1.",
        "1,",
        "一",
        "十",
        "%",
        " ",
        "\t",
        "\u3000",
        "\n",
        " \n",
        "年",
        "2026年",
        "1月",
        "、",
        "，",
        "。",
    ),
    *(
        "（",
        "(",
        "()",
        "“",
        "“”",
        "《",
        "<",
        "</",
        "&",
        "$",
        "\\",
        "$$",
        "-",
        "--",
        "率",
        "不",
        "超",
        "a",
        "a ",
        "A1",
    ),
    *(
        ":",
        "：",
        "a:",
        ": ",
        "'",
        "''",
        '"',
        '"a',
        "#",
        " #",
        "[",
        "{",
        "*",
        "_",
        "≥",
        "≥1",
        "不少于",
        "家（",
        "每",
    ),
    *("第", "第一", "（一）", "1、", "和", "及", "的", "服务", "::", "##", "http://a", "."),
)


def expressions() -> list[tuple[str, str, int, list[str]]]:
    command = [sys.executable, "-m", "tests.reliability.expressions"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [(where, pattern, flags, uses) for where, pattern, flags, uses in json.loads(done.stdout)]


FOUND = expressions()


def test_the_expressions_are_found() -> None:
    rooms = {where.split("/")[0] for where, *_ in FOUND}
    assert {"declaration", "language", "rules", "report", "fixing"} <= rooms
    assert len(FOUND) > 150


def texts(pattern: str) -> Iterator[str]:
    """What to try: the usual pieces, and those that the expression itself speaks of."""
    own = re.findall(r"[\u4e00-\u9fff]{1,3}|[^\w\s\\]", pattern)
    pieces = sorted({*PIECES, *own[:40]})
    yield from pieces
    yield from (one + other for one, other in pairwise(own))


def seconds(expression: re.Pattern[str], text: str, *, uses: list[str]) -> float:
    """The time of the ways in which the expression is used; of trying it at the start where none is known."""
    start = time.process_time()
    for use in {"match"} if not uses else {"finditer" if use not in AT_THE_START else use for use in uses}:
        if use == "finditer":
            sum(1 for _ in expression.finditer(text))
        else:
            getattr(expression, use)(text)
    return time.process_time() - start


def steep(expression: re.Pattern[str], piece: str, longest: int, *, uses: list[str]) -> bool:
    """Whether the time grows faster than the text; measured again before it is believed."""
    for ending in ("", "\0"):
        long = (piece * longest)[:longest] + ending
        try:
            with limited(0.5):
                slow = seconds(expression, long, uses=uses)
        except TooSlowError:
            return True
        if slow < UNMEASURABLE:
            continue
        quick = min(seconds(expression, long[: longest // TIMES], uses=uses) for _ in range(3))
        if slow > STEEPEST * quick and seconds(expression, long, uses=uses) > STEEPEST * quick:
            return True
    return False


@pytest.mark.parametrize(
    ("where", "pattern", "flags", "uses"), FOUND, ids=[f"{each[0]}-{n}" for n, each in enumerate(FOUND)]
)
def test_time_grows_with_the_text(where: str, pattern: str, flags: int, uses: list[str]) -> None:
    expression = re.compile(pattern, flags)
    longest = BOUNDED.get(where, LONG)
    assert [piece for piece in texts(pattern) if steep(expression, piece, longest, uses=uses)] == []
