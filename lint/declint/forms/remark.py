"""What is written into a document about one of its cells."""

from msgspec import Struct

from declint.finding import Severity


class Stretch(Struct, frozen=True):
    """A stretch of a cell's text: the characters themselves, and about where they begin (from 0).

    An empty text means the whole cell.
    """

    text: str
    near: int = 0

    def within(self, text: str) -> tuple[int, int] | None:
        """First and last-plus-one offset in a cell's text, nearest to where it is expected, or None."""
        found = -1
        at = text.find(self.text) if self.text else -1
        while at >= 0:
            if found < 0 or abs(at - self.near) < abs(found - self.near):
                found = at
            at = text.find(self.text, at + 1)
        return (found, found + len(self.text)) if found >= 0 else None

    def surely_within(self, text: str) -> tuple[int, int] | None:
        """The same where there is no doubt: the stretch is there once, or just where it is expected."""
        span = self.within(text)
        return span if span and (span[0] == self.near or text.count(self.text) == 1) else None


class Replacement(Struct, frozen=True):
    """Put ``text`` in the place of a stretch of a cell."""

    address: str
    stretch: Stretch
    text: str


class Remark(Struct, frozen=True):
    """A finding at a cell, in the words of the user's language.

    ``address`` is that of ``grid.Cell``, ``spot`` where a person finds it, ``cell`` the cell's text,
    ``advice_word`` what the advice is called, ``evidence`` what stands elsewhere and belongs to it.
    ``fix`` holds the replacements of a safe fix, ``repair`` what it does in words; empty where there is none.
    """

    address: str
    spot: str
    cell: str
    stretch: Stretch
    severity: Severity
    label: str
    code: str
    message: str
    advice: str = ""
    advice_word: str = "改法"
    colon: str = "："
    evidence: tuple[str, ...] = ()
    fix: tuple[Replacement, ...] = ()
    repair: str = ""

    @property
    def lines(self) -> list[str]:
        """The remark as the paragraphs of a comment."""
        return [
            f"{self.label} {self.code}{self.colon}{self.message}",
            *self.evidence,
            *([f"{self.advice_word}{self.colon}{self.advice}"] if self.advice else []),
        ]
