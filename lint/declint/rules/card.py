"""What a rule is called and what its text says: what a report needs to know, without the rule's own code."""

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from declint.finding import Safety, Severity
from declint.rules.text import RuleText


class Kind(StrEnum):
    """What a rule looks at: how a file is written, one declaration, many of them, or a suppression."""

    READING = "reading"
    DECLARATION = "declaration"
    CROSS = "cross"
    SUPPRESSION = "suppression"


class _Named(Struct, frozen=True):
    code: str
    name: str
    severity: Severity


class Known(_Named, frozen=True, kw_only=True):
    """What a rule is known by.

    ``code`` and ``name`` are fixed for ever; ``severity`` is the default. ``gives_way_to`` names the rules
    that speak in its place where both see the same row. ``default`` says whether it runs unasked, ``always``
    that no selection leaves it out. ``fix`` is the safety of the fixes it offers, or None. ``since`` is the
    version it came with, ``aliases`` the names and codes it had before, which are still understood.
    """

    gives_way_to: tuple[str, ...] = ()
    fix: Safety | None = None
    default: bool = True
    always: bool = False
    since: str = "0.1.0"
    aliases: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What it looks at."""
        raise NotImplementedError

    @property
    def text(self) -> RuleText:
        """Its text."""
        raise NotImplementedError

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    def is_named(self, word: str) -> bool:
        """Whether a code, a name, a family or a prefix of a code means this rule."""
        return (
            word == self.name or self.was_named(word) or (bool(word) and self.code.startswith(word.upper()))
        )

    def was_named(self, word: str) -> bool:
        """Whether a word is a name or code that this rule had before."""
        return word.lower() in (alias.lower() for alias in self.aliases)


class Card(Known, frozen=True, dict=True, kw_only=True):
    """A rule as it can be written down; ``packed`` is its text."""

    kind: Kind
    packed: bytes

    @cached_property
    def text(self) -> RuleText:
        """Its text."""
        from msgspec.msgpack import decode

        return decode(self.packed, type=RuleText)


def card_of(rule: Known) -> Card:
    """A rule, written down. Raises ValueError where its text is not in the form that all have."""
    from msgspec.msgpack import encode

    return Card(
        rule.code,
        rule.name,
        rule.severity,
        gives_way_to=rule.gives_way_to,
        fix=rule.fix,
        default=rule.default,
        always=rule.always,
        since=rule.since,
        aliases=rule.aliases,
        kind=rule.kind,
        packed=encode(rule.text),
    )
