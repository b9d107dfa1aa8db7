"""What git knows of changed files. Git is only asked: nothing is written, fetched or run by its hooks."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from declint.finding import Words

_NO_GIT = Words(
    "没有找到 git 程序；--staged 和 --since 要用它",
    "git was not found; --staged and --since need it",
)
_NO_REPOSITORY = Words(
    "这里不是 git 仓库（{folder}）；请在仓库里运行，或者不用 --staged 和 --since",
    "this is no git repository ({folder}); run it inside one, or without --staged and --since",
)
_NO_REVISION = Words(
    "git 里没有版本“{revision}”。请核对分支、标签或提交号；浅克隆要先 git fetch",
    "git knows no revision “{revision}”. Check the branch, tag or commit; "
    "a shallow clone needs git fetch first",
)
_NO_BASE = Words(
    "“{revision}”和当前版本没有共同的祖先。浅克隆请先 git fetch --unshallow",
    "“{revision}” and HEAD have no common ancestor. In a shallow clone, git fetch --unshallow first",
)
_FAILED = Words("git 没有成功：{reason}", "git failed: {reason}")
_SECONDS = 120
_REGULAR = "100"
"""The modes of regular files begin with this; links and submodules have others."""


class GitError(Exception):
    """Git is not there or can't answer."""

    def __init__(self, words: Words, **arguments: str) -> None:
        super().__init__(words.say("en", arguments))
        self.words = words
        self.arguments = arguments

    def say(self, language: str) -> str:
        """What is wrong, in ``zh`` or ``en``."""
        return self.words.say(language, self.arguments)


class Repository(Struct, frozen=True):
    """A work tree of git; ``top`` is its folder. Paths are absolute."""

    top: Path

    def staged(self) -> tuple[Path, ...]:
        """The files whose staged content differs from the last commit; deleted ones are among them."""
        if _succeeds(self.top, "rev-parse", "--verify", "--quiet", "HEAD"):
            found = _git(self.top, "diff", "--cached", *_PLAIN, "HEAD", "--")
        else:
            found = _git(self.top, "ls-files", "--cached", "-z")
        return self._paths(found)

    def changed_since(self, revision: str) -> tuple[Path, ...]:
        """The files of the work tree that differ from where HEAD left ``revision``, new ones among them.

        Raises GitError for an unknown revision.
        """
        commit = f"{revision}^{{commit}}"
        if revision.startswith("-") or not _succeeds(self.top, "rev-parse", "--verify", "--quiet", commit):
            raise GitError(_NO_REVISION, revision=revision)
        try:
            base = _git(self.top, "merge-base", revision, "HEAD").decode().strip()
        except GitError as error:
            raise GitError(_NO_BASE, revision=revision) from error
        changed = _git(self.top, "diff", *_PLAIN, base, "--")
        untracked = _git(self.top, "ls-files", "--others", "--exclude-standard", "-z")
        return self._paths(changed + untracked)

    def index(self) -> dict[Path, str]:
        """The regular files of the index, with the names of their contents."""
        found: dict[Path, str] = {}
        for row in _git(self.top, "ls-files", "--cached", "--stage", "-z").split(b"\0"):
            head, _, name = row.partition(b"\t")
            mode, _, rest = head.decode().partition(" ")
            if mode.startswith(_REGULAR) and rest.endswith(" 0"):
                found[self.top / os.fsdecode(name)] = rest.partition(" ")[0]
        return found

    def contents(self, names: Iterable[str]) -> list[bytes]:
        """The contents of that name, in their order."""
        asked = "".join(f"{name}\n" for name in names)
        answer = _git(self.top, "cat-file", "--batch", stdin=asked.encode())
        found, at = [], 0
        while at < len(answer):
            line_end = answer.index(b"\n", at)
            size = int(answer[at:line_end].rpartition(b" ")[2])
            found.append(answer[line_end + 1 : line_end + 1 + size])
            at = line_end + size + 2
        return found

    def _paths(self, names: bytes) -> tuple[Path, ...]:
        return tuple(dict.fromkeys(self.top / os.fsdecode(name) for name in names.split(b"\0") if name))


_PLAIN = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")


def repository(folder: Path) -> Repository:
    """The work tree that a folder lies in. Raises GitError where there is none, or no git."""
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
    except GitError as error:
        if "not a git repository" not in error.arguments.get("reason", ""):
            raise
        raise GitError(_NO_REPOSITORY, folder=str(folder)) from error
    return Repository(Path(os.fsdecode(top.rstrip(b"\r\n"))))


def _succeeds(folder: Path, *arguments: str) -> bool:
    try:
        _git(folder, *arguments)
    except GitError as error:
        if error.words is _NO_GIT:
            raise
        return False
    return True


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What git prints. Raises GitError."""
    import subprocess

    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603  (git with arguments of our own)
            ["git", "-c", "core.fsmonitor=false", *arguments],  # noqa: S607  (the user's git)
            cwd=folder,
            input=stdin,
            capture_output=True,
            check=False,
            env=environment,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise GitError(_NO_GIT) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(_FAILED, reason=str(error)) from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(_FAILED, reason=lines[0] if lines else f"{arguments[0]}: {done.returncode}")
    return done.stdout
