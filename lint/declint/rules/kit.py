"""What a rule is, and how it is declared.

A rule is one file: its text in the docstring, its metadata in the decorator, its check below. A check is
pure: what it is given in, findings out; it never prints, reads files or computes lines.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any, Generic, TypeVar

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Declaration, Indicator
from declint.declaration.reading import Reading
from declint.declaration.rows import Concern, about, any_sort, rows_with
from declint.finding import Finding, Safety, Severity
from declint.finding.suppression import Judged
from declint.rules.text import RuleText, read_text
from declint.settings import Settings

Subject = TypeVar("Subject")
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE


class Rule(Struct, Generic[Subject], frozen=True):
    """One rule.

    ``code`` and ``name`` are fixed for ever; ``severity`` is the default. ``gives_way_to`` names the rules
    that speak in its place where both see the same row. ``default`` says whether it runs unasked, ``always``
    that no selection leaves it out. ``fix`` is the safety of the fixes it offers, or None. ``since`` is the
    version it came with, ``aliases`` the names and codes it had before, which are still understood.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[..., Iterable[Any]]
    gives_way_to: tuple[str, ...] = ()
    fix: Safety | None = None
    default: bool = True
    always: bool = False
    since: str = "0.1.0"
    aliases: tuple[str, ...] = ()
    docstring: str = ""

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def text(self) -> RuleText:
        """The rule's text, read from its docstring."""
        return read_text(self.docstring)

    def is_named(self, word: str) -> bool:
        """Whether a code, a name, a family or a prefix of a code means this rule."""
        return (
            word == self.name or self.was_named(word) or (bool(word) and self.code.startswith(word.upper()))
        )

    def was_named(self, word: str) -> bool:
        """Whether a word is a name or code that this rule had before."""
        return word.lower() in (alias.lower() for alias in self.aliases)


class ReadingRule(Rule[Reading], frozen=True):
    """A rule on how a file is written: ``check(reading) -> findings``."""


class DeclarationRule(Rule[Declaration], frozen=True):
    """A rule on one declaration: ``check(declaration) -> findings``."""


class Scope(StrEnum):
    """How many declarations a rule has to see together to say what it has to say."""

    ALL = "all"
    UNIT = "unit"


class CrossRule(Rule[Sequence[Facts]], frozen=True):
    """A rule on many declarations: ``check(facts, settings) -> (path of the file, finding)`` pairs.

    ``scope`` is UNIT where what it says of a declaration rests on those of the same unit alone (see
    ``siblings.same_unit_groups``): it is then asked unit by unit, and not again of units without a change.
    """

    scope: Scope = Scope.ALL


class SuppressionRule(Rule[Judged], frozen=True):
    """A rule on a comment that suppresses: ``check(judged) -> findings``, once every other rule has spoken.

    What it says can't be suppressed in its turn.
    """


RowDecorator = Callable[[Callable[[Indicator], Iterator[Finding]]], DeclarationRule]
AnyRule = ReadingRule | DeclarationRule | CrossRule | SuppressionRule


def _decorator(kind: type[Any]) -> Callable[..., Callable[[Callable[..., Any]], Any]]:
    def declare(code: str, name: str, *, severity: Severity, **metadata: Any) -> Callable[..., Any]:
        def wrap(check: Callable[..., Any]) -> Any:
            text = sys.modules[check.__module__].__doc__ or check.__doc__ or ""
            return kind(code, name, severity, check, docstring=text, **metadata)

        return wrap

    return declare


rule: Callable[..., Callable[[Callable[[Declaration], Iterable[Finding]]], DeclarationRule]] = _decorator(
    DeclarationRule
)
"""Declare a rule on one declaration: ``@rule("TGT001", "percentage-at-least-100", severity=ERROR)``."""


def row_rule(
    code: str, name: str, *, severity: Severity, concerns: Concern = any_sort, **metadata: Any
) -> RowDecorator:
    """Declare a rule on one row: ``check(indicator) -> findings``.

    Whether it says anything depends on nothing but the row's name, target and category, so that it need not
    be asked again about a row that it had nothing to say of. ``concerns`` tells the sorts of rows that it is
    asked about at all.
    """

    def wrap(check: "Callable[[Indicator], Iterator[Finding]]") -> DeclarationRule:
        @about(concerns)
        def found_in(indicator: Indicator) -> "list[Finding]":
            return list(check(indicator))

        @wraps(check)
        def each(declaration: Declaration) -> "list[Finding]":
            return [finding for _, found in rows_with(declaration, found_in) for finding in found]

        return rule(code, name, severity=severity, **metadata)(each)

    return wrap


reading_rule: Callable[..., Callable[[Callable[[Reading], Iterator[Finding]]], ReadingRule]] = _decorator(
    ReadingRule
)
"""Declare a rule on how a file is written."""
cross_rule: Callable[
    ..., Callable[[Callable[[Sequence[Facts], Settings], Iterator[tuple[str, Finding]]]], CrossRule]
] = _decorator(CrossRule)
"""Declare a rule on many declarations."""
suppression_rule: Callable[..., Callable[[Callable[[Judged], Iterator[Finding]]], SuppressionRule]] = (
    _decorator(SuppressionRule)
)
"""Declare a rule on a comment that suppresses."""
