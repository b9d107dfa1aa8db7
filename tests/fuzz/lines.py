"""Which lines of declint a run has reached."""

import sys
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import declint

_PACKAGE = str(Path(declint.__file__).parent)


class Lines:
    """Follows what runs inside ``with``; ``seen`` holds (file, line).

    Code all of whose lines have been seen is followed no more, so that a long run gets faster.
    """

    def __init__(self) -> None:
        self.seen: set[tuple[str, int]] = set()
        self._left: dict[CodeType, set[int]] = {}

    def __enter__(self) -> "Lines":
        sys.settrace(self._called)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _called(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        left = self._left.get(code)
        if left is None:
            ours = code.co_filename.startswith(_PACKAGE)
            left = {line for _, _, line in code.co_lines() if line} if ours else set()
            self._left[code] = left
        if not left:
            return None
        return self._followed

    def _followed(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        left = self._left[frame.f_code]
        if frame.f_lineno in left:
            left.discard(frame.f_lineno)
            self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._followed if left else None

    def by_room(self) -> dict[str, tuple[int, int]]:
        """For each room: lines of functions that were reached, and all there are."""
        found: dict[str, tuple[int, int]] = {}
        for path in sorted(Path(_PACKAGE).rglob("*.py")):
            lines = _lines_of_functions(path)
            room = path.relative_to(_PACKAGE).parts[0].removesuffix(".py")
            reached = sum((str(path), line) in self.seen for line in lines)
            before = found.get(room, (0, 0))
            found[room] = (before[0] + reached, before[1] + len(lines))
        return found


def _lines_of_functions(path: Path) -> set[int]:
    """The lines that run when functions are called; modules and classes have run when they are imported."""
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    found: set[int] = set()
    pending = [code]
    while pending:
        each = pending.pop()
        pending += [inner for inner in each.co_consts if isinstance(inner, CodeType)]
        if each.co_flags & 0x2:
            found |= {line for _, _, line in each.co_lines() if line and line != each.co_firstlineno}
    return found
