"""The command line: one command a file; only the one that is called is loaded."""

import gc
import os
import sys
from typing import NoReturn

CLEAN, FINDINGS, USAGE, NOTHING_CHECKED, INTERNAL = 0, 1, 2, 3, 4
"""The exit codes."""
COMPLETING = "_DECLINT_COMPLETE"
"""The variable by which a shell asks for completions."""
INTERRUPTED = 130
"""The exit code after Ctrl-C."""


def start() -> NoReturn:
    """Run the command line as all that this process does."""
    from declint.cli.lean import leave

    leave(_code())


def main() -> NoReturn:
    """Run the command line; leaves the process with the exit code, by SystemExit."""
    code = _code()
    # What is left is given back to the system; to look for cycles in it would take longer than a rule does.
    gc.freeze()
    sys.exit(code)


def _code() -> int:
    """The exit code of the command that this process was called with."""
    from declint.cli.lean import make_ready

    make_ready()
    from declint import modules

    modules.use()
    from declint import programs
    from declint.cli.console import UnprintedError, complain
    from declint.cli.language import say

    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        complain(say("已中断", "interrupted"))
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; what is left of the output has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except UnprintedError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        complain(
            say(
                f"输出写不进去（{error}）。请腾出磁盘空间，或换一个位置",
                f"the output can't be written ({error}). Make room on the disk, or choose another place",
            )
        )
        code = USAGE
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
    modules.keep()
    return code


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
