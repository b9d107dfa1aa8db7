"""Patterns of file names: ``2025/**``, ``*-草稿.yaml``."""

from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a path (relative, forward slashes) matches a pattern.

    ``*`` and ``?`` stay within one name, ``**`` stands for any number of folders. A pattern of one name may
    match any name on the way, and what matches a folder matches everything in it.
    """
    wanted = pattern.replace("\\", "/").removeprefix("./").strip("/").split("/")
    if len(wanted) == 1:
        wanted = ["**", *wanted]
    reached = _open(0, wanted)
    for name in path.split("/"):
        if len(wanted) in reached:
            return True
        following: set[int] = set()
        for at in reached:
            if wanted[at] == "**":
                following |= _open(at, wanted)
            elif fnmatchcase(name, wanted[at]):
                following |= _open(at + 1, wanted)
        reached = following
    return len(wanted) in reached


def _open(at: int, wanted: list[str]) -> set[int]:
    """A position of the pattern, and those behind it that ``**`` lets in for nothing."""
    reached = {at}
    while at < len(wanted) and wanted[at] == "**":
        at += 1
        reached.add(at)
    return reached
