"""What was compared last in one place, as it is remembered."""

from msgspec import Struct

KEY, MARK = 16, 24
"""A mark of a file is its key and a digest of its path: so many bytes."""


class Recent(Struct, frozen=True, array_like=True):
    """One comparison: the ``marks`` of its files in their order, and what came of it.

    ``likest`` are for each file the numbers of those whose goals begin most alike. ``silent`` are the marks
    of groups of which nothing was to be said; of the others, ``spoken`` has the mark and the members.
    ``is_whole`` is False where something could not be remembered.
    """

    marks: bytes = b""
    likest: bytes = b""
    silent: bytes = b""
    spoken: tuple[tuple[bytes, tuple[int, ...]], ...] = ()
    is_whole: bool = False
