"""The command line: one command a file; only the one that is called is loaded."""

import gc
import os
import sys
from typing import NoReturn

from declint import programs
from declint.cli.console import complain
from declint.cli.language import say

CLEAN, FINDINGS, USAGE, NOTHING_CHECKED, INTERNAL = 0, 1, 2, 3, 4
"""The exit codes."""
COMMANDS = {
    "check": say("检查申报表。", "Check declarations."),
    "fix": say("自动改正能确定改法的地方。", "Repair what has a certain repair."),
    "config": say("显示生效的设置和各自的来源。", "Show the settings in force and where each comes from."),
    "baseline": say("把现有的问题记入基线。", "Write the known findings to a baseline."),
    "rules": say("列出全部规则。", "List the rules."),
    "explain": say("解释一条规则。", "Explain a rule."),
    "init": say("为文件夹配好检查所需的文件。", "Set up a folder of declarations."),
    "new": say("新建一份申报表。", "Begin a declaration."),
    "import": say(
        "把 Word、Excel、PDF 或文本里的申报表读成申报文件。",
        "Forms in Word, Excel, PDF or text as declaration files.",
    ),
    "export": say(
        "把申报表导出成 Word、Excel 表格或网页。", "Declarations as Word, Excel or printable forms."
    ),
    "annotate": say("把检查结果写进 Word 或 Excel 文件。", "Write the findings into a Word or Excel file."),
    "cache": say("查看、解释或清空缓存。", "Look at, explain or empty the cache."),
    "completion": say("让命令行能用 Tab 键补全。", "Let a shell complete with Tab."),
    "schema": say("显示或写出数据架构，供编辑器使用。", "Print or write the JSON Schemas."),
}
"""Every command with its help; each is the ``command`` function of its module."""
COMPLETING = "_DECLINT_COMPLETE"
"""The variable by which a shell asks for completions."""
_INTERRUPTED = 130
_GARBAGE = 50_000
"""How many objects pile up before Python looks for cycles; what a start makes stays."""


def main() -> NoReturn:
    """Run the command line; leaves the process with the exit code."""
    gc.set_threshold(_GARBAGE)
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        complain(say("已中断", "interrupted"))
        code = _INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; what is left of the output has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except Exception as error:
        if os.environ.get("DECLINT_DEBUG"):
            raise
        complain(
            say(
                f"内部错误（{type(error).__name__}: {error}）。这是 declint 的缺陷，请反馈；"
                "设 DECLINT_DEBUG=1 可看到详情",
                f"internal error ({type(error).__name__}: {error}). This is a bug, please report it; "
                "DECLINT_DEBUG=1 shows the details",
            )
        )
        code = INTERNAL
    programs.keep()
    # What is left is given back to the system; to look for cycles in it would take longer than a rule does.
    gc.freeze()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    try:
        return _check(arguments[1:]) if _may_be_plain(arguments) else _any(arguments)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        from declint.cli.usage import complain_of

        complain_of(error)
        return USAGE


def _may_be_plain(arguments: list[str]) -> bool:
    return arguments[:1] == ["check"] and COMPLETING not in os.environ


def _check(words: list[str]) -> int:
    """Check without building the tree of all commands, which takes longer than the check itself."""
    from declint.cli import check, plain

    try:
        values = plain.read(words, check.OFFERED)
    except plain.NotPlainError:
        return _any(["check", *words])
    return check.command(**values)


def _any(arguments: list[str]) -> int:
    from declint.cli import tree

    return tree.run(arguments)
