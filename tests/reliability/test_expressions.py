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

LISTENER = Path(__file__).with_name("expressions.py")
SHORT, LONG = 500, 4_000
STEEPEST = (LONG / SHORT) * 4
"""How much longer the long text may take. Linear is 8, and square 64."""
UNMEASURABLE = 0.003
"""Less than that is no wait and can't be told from noise; a square would take far more at this length."""
PIECES = (
    *("1", "1.", "1,", "一", "十", "%", " ", "\t", "\u3000", "\n", " \n", "年", "2026年", "1月", "、", "，", "。"),
    *("（", "(", "()", "“", "“”", "《", "<", "</", "&", "$", "\\", "$$", "-", "--", "率", "不", "超", "a", "a ", "A1"),
    *(":", "：", "a:", ": ", "'", "''", '"', '"a', "#", " #", "[", "{", "*", "_", "≥", "≥1", "不少于", "家（", "每"),
    *("第", "第一", "（一）", "1、", "和", "及", "的", "服务", "::", "##", "http://a", "."),
)


def expressions() -> list[tuple[str, str, int]]:
    done = subprocess.run([sys.executable, str(LISTENER)], capture_output=True, check=True)
    return [(where, pattern, flags) for where, pattern, flags in json.loads(done.stdout)]


FOUND = expressions()


def test_the_expressions_are_found() -> None:
    rooms = {where.split("/")[0] for where, _, _ in FOUND}
    assert {"declaration", "language", "rules", "report", "fixing"} <= rooms
    assert len(FOUND) > 150


def texts(pattern: str) -> Iterator[str]:
    """What to try: the usual pieces, and those that the expression itself speaks of."""
    own = re.findall(r"[\u4e00-\u9fff]{1,3}|[^\w\s\\]", pattern)
    pieces = sorted({*PIECES, *own[:40]})
    yield from pieces
    yield from (one + other for one, other in pairwise(own))


def seconds(expression: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    sum(1 for _ in expression.finditer(text))
    expression.match(text)
    expression.fullmatch(text)
    return time.process_time() - start


def steep(expression: re.Pattern[str], piece: str) -> bool:
    """Whether the time grows faster than the text; measured again before it is believed."""
    for ending in ("", "\0"):
        long = (piece * LONG)[:LONG] + ending
        try:
            with limited(0.5):
                expression.search(long)
        except TooSlowError:
            return True
        if seconds(expression, long) < UNMEASURABLE:
            continue
        slow = min(seconds(expression, long) for _ in range(3))
        short = (piece * SHORT)[:SHORT] + ending
        quick = min(seconds(expression, short) for _ in range(5))
        if slow > UNMEASURABLE and slow > STEEPEST * quick:
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "flags"), [each[1:] for each in FOUND], ids=[f"{each[0]}-{n}" for n, each in enumerate(FOUND)]
)
def test_time_grows_with_the_text(pattern: str, flags: int) -> None:
    expression = re.compile(pattern, flags)
    assert [piece for piece in texts(pattern) if steep(expression, piece)] == []
