"""Run the walk in docs/walk.md anew and write down what the commands say now: ``python docs/walk.py``.

The page is its own script. In ``console`` blocks each line that begins with ``$ `` is run, ``> ``
continues it, and what stands below is replaced by what it prints. A comment ``<!-- write: NAME -->`` puts
the block that follows into a file; ``<!-- run: COMMAND -->`` runs something that nobody needs to see.

Everything happens in an empty folder, with declint installed from its wheel. A command that is wrongly used
(exit code 2), fails inside (4) or is not there (127) stops the script and leaves the page as it was.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "walk.md"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!-- (?P<what>write|run): (?P<word>.*?) -->")
_SAME_ELSEWHERE = (
    (re.compile(r"^\[INFO\] .*\n", re.MULTILINE), ""),
    (re.compile(r"^- duration: .*\n", re.MULTILINE), ""),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
)


class Walk:
    """A folder in which commands are run, as at one prompt."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "work"
        self.folder.mkdir()
        self.environment = _environment(home)

    def install(self) -> None:
        """Build the wheel, and install it with pre-commit where the commands will find both."""
        wheels = self.home / "wheels"
        python = self.home / "venv" / "bin" / "python"
        pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
        for command in (
            [sys.executable, "-m", "venv", str(self.home / "venv")],
            [str(python), *pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)],
            [str(python), *pip, "install", "declint", "pre-commit"],
        ):
            subprocess.run(command, check=True, env=self.environment)  # noqa: S603

    def run(self, command: str) -> tuple[str, int]:
        """What a command prints on both streams, and its exit code."""
        state = self.home / "folder"
        done = subprocess.run(  # noqa: S603
            ["bash", "--norc", "-c", f'{command}\ncode=$?; pwd > "{state}"; exit $code'],  # noqa: S607
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if state.exists():
            self.folder = Path(state.read_text(encoding="utf-8").strip())
        shown = done.stdout.decode("utf-8", "replace").replace(str(self.home), "~")
        for pattern, text in _SAME_ELSEWHERE:
            shown = pattern.sub(text, shown)
        return shown, done.returncode


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the person who runs the script but the network settings of pip."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "SSL_")) or "proxy" in name
    }
    return kept | {
        "PATH": f"{home / 'venv' / 'bin'}{os.pathsep}{os.defpath}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "DECLINT_LANG": "zh",
        "PIP_FIND_LINKS": str(home / "wheels"),
        "PIP_QUIET": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PUBLISHED": str(ROOT / "declarations" / "2026"),
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()},
    }


_WHO = {"NAME": "示例", "EMAIL": "example@example.org", "DATE": "2026-01-05T09:00:00+08:00"}


def written(page: str, walk: Walk) -> Iterator[str]:
    """The page in pieces, with what its commands print now."""
    pending = ""
    for piece in re.split(r"(^```\w+\n.*?^```$|<!-- .*? -->)", page, flags=re.MULTILINE | re.DOTALL):
        block, comment = _BLOCK.fullmatch(piece), _COMMENT.fullmatch(piece)
        if comment and comment["what"] == "run":
            _done(comment["word"], walk)
        elif comment:
            pending = comment["word"]
        elif block and pending:
            (walk.folder / pending).write_text(block["text"], encoding="utf-8")
            pending = ""
        elif block and block["kind"] == "console":
            yield "```console\n" + "".join(_typed(block["text"], walk)) + "```"
            continue
        yield piece


def _typed(text: str, walk: Walk) -> Iterator[str]:
    for command in re.findall(r"^\$ .*\n(?:> .*\n)*", text, re.MULTILINE):
        yield command
        yield _done(re.sub(r"^[$>] ", "", command, flags=re.MULTILINE), walk)


def _done(command: str, walk: Walk) -> str:
    shown, code = walk.run(command)
    if code in (2, 4, 127):
        sys.exit(f"{command.strip()}\nended with {code}:\n{shown}")
    shown = shown if not shown or shown.endswith("\n") else shown + "\n"
    return shown + (f"[退出码 exit code: {code}]\n" if code else "")


def main() -> None:
    """Write the page anew; a command that can't be run leaves it as it was."""
    home = Path(tempfile.mkdtemp(prefix="walk-"))
    try:
        walk = Walk(home)
        walk.install()
        text = "".join(written(PAGE.read_text(encoding="utf-8"), walk))
        PAGE.write_text(text, encoding="utf-8")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
