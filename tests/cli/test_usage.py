"""Wrong usage in the user's language."""

import subprocess
from collections.abc import Callable

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

WRONG = [
    (["chek"], "没有“chek”这个命令，是不是 check", "Did you mean 'check'"),
    (["check", "--selct", "TGT"], "没有 --selct 这个选项", "No such option: --selct"),
    (["check", "--color", "foo"], "--color 不能是“foo”，可以是 'auto'", "is not one of"),
    (["explain"], "缺少必要的参数", "Missing argument"),
    (["explain", "TGT001", "TGT002"], "多了参数 TGT002", "unexpected extra argument"),
    (["check", "--fail-on"], "选项 --fail-on 后面要写值", "requires an argument"),
]


@pytest.mark.parametrize(("arguments", "chinese", "english"), WRONG)
def test_wrong_usage_is_said_in_both_languages(
    declint: Run, arguments: list[str], chinese: str, english: str
) -> None:
    for language, sentence in (("zh", chinese), ("en", english)):
        ended = declint(*arguments, DECLINT_LANG=language)
        assert ended.returncode == 2
        assert sentence in ended.stderr
        assert "--help" in ended.stderr
        assert ended.stdout == ""
