"""No rule is slow on text that a stuck key or a bad conversion makes."""

import time

import pytest

from declint.rules.catalogue import RULES
from declint.run import check_files
from declint.settings import Settings
from declint.testing import complete

PIECES = ("1", "一", "1.", "1,000", "2025", "2025年计划", "（", "“", "《", "、", " ", "\u3000", "率", "服务")
LENGTH = 8000


def form(where: str, text: str) -> str:
    quoted = f"'{text}'"
    return {
        "goals": f"绩效目标:\n  年度总体目标: {quoted}\n",
        "value": f"绩效指标:\n  产出指标:\n    质量指标:\n      演出质量: {quoted}\n",
        "project": f"项目名称: {quoted}\n",
        "unit": f"实施单位: {quoted}\n",
    }[where]


@pytest.mark.parametrize("where", ["goals", "value", "project", "unit"])
@pytest.mark.parametrize("piece", PIECES)
def test_long_text_is_checked_in_good_time(where: str, piece: str) -> None:
    rules = [rule for rule in RULES if not rule.code.startswith("GOL")]
    text = complete(form(where, (piece * LENGTH)[:LENGTH]))
    start = time.perf_counter()
    report = check_files([("1.yaml", text.encode())], rules, Settings())
    assert not report.crashed
    assert time.perf_counter() - start < 3
