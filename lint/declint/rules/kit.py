"""What a rule is, and how it is declared.

A rule is one file: its text in the docstring, its metadata in the decorator, its check below. A check is
pure: what it is given in, findings out; it never prints, reads files or computes lines.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any, Generic, TypeVar

from declint.declaration.facts import Facts
from declint.declaration.model import Declaration, Indicator
from declint.declaration.reading import Reading
from declint.declaration.rows import rows_with
from declint.finding import Finding, Safety, Severity
from declint.finding.suppression import Judged
from declint.rules.card import Kind, Known
from declint.rules.text import RuleText, read_text
from declint.settings import Settings

Subject = TypeVar("Subject")
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE


class Rule(Known, Generic[Subject], frozen=True):
    """One rule: what it is known by, its ``check``, and its text as the docstring of its file has it."""

    check: Callable[..., Iterable[Any]]
    docstring: str = ""

    @property
    def text(self) -> RuleText:
        """The rule's text, read from its docstring."""
        return read_text(self.docstring)


class ReadingRule(Rule[Reading], frozen=True):
    """A rule on how a file is written: ``check(reading) -> findings``."""

    @property
    def kind(self) -> Kind:
        """What it looks at."""
        return Kind.READING


class DeclarationRule(Rule[Declaration], frozen=True):
    """A rule on one declaration: ``check(declaration) -> findings``."""

    @property
    def kind(self) -> Kind:
        """What it looks at."""
        return Kind.DECLARATION


class Scope(StrEnum):
    """How many declarations a rule has to see together to say what it has to say."""

    ALL = "all"
    SUPERVISOR = "supervisor"
    UNIT = "unit"
    ALIKE = "alike"


class CrossRule(Rule[Sequence[Facts]], frozen=True):
    """A rule on many declarations: ``check(facts, settings) -> (path of the file, finding)`` pairs.

    ``scope`` says on which others it rests what the rule says of a declaration: all, those under the same
    supervisor, those of the same unit (see ``siblings``), or the few before it whose goals begin most like
    its own (see ``alike``). It is asked group by group, and not again of groups without a change. A group of
    ALIKE begins with the declaration that it is about; only of that one anything may be said.
    """

    scope: Scope = Scope.ALL

    @property
    def kind(self) -> Kind:
        """What it looks at."""
        return Kind.CROSS


class SuppressionRule(Rule[Judged], frozen=True):
    """A rule on a comment that suppresses: ``check(judged) -> findings``, once every other rule has spoken.

    What it says can't be suppressed in its turn.
    """

    @property
    def kind(self) -> Kind:
        """What it looks at."""
        return Kind.SUPPRESSION


RowDecorator = Callable[[Callable[[Indicator], Iterator[Finding]]], DeclarationRule]
AnyRule = ReadingRule | DeclarationRule | CrossRule | SuppressionRule


def _decorator(kind: type[Any]) -> Callable[..., Callable[[Callable[..., Any]], Any]]:
    def declare(code: str, name: str, *, severity: Severity, **metadata: Any) -> Callable[..., Any]:
        def wrap(check: Callable[..., Any]) -> Any:
            text = sys.modules[check.__module__].__doc__ or check.__doc__ or ""
            return kind(code, name, severity, check, docstring=text, **metadata)

        return wrap

    return declare


rule: Callable[..., Callable[[Callable[[Declaration], Iterator[Finding]]], DeclarationRule]] = _decorator(
    DeclarationRule
)
"""Declare a rule on one declaration: ``@rule("TGT001", "percentage-at-least-100", severity=ERROR)``."""


def row_rule(code: str, name: str, *, severity: Severity, **metadata: Any) -> RowDecorator:
    """Declare a rule on one row: ``check(indicator) -> findings``.

    Whether it says anything depends on nothing but the row's name, target and category, so that it need not
    be asked again about a row that it had nothing to say of.
    """

    def wrap(check: Callable[[Indicator], Iterator[Finding]]) -> DeclarationRule:
        def found_in(indicator: Indicator) -> list[Finding]:
            return list(check(indicator))

        @wraps(check)
        def each(declaration: Declaration) -> Iterator[Finding]:
            for _, found in rows_with(declaration, found_in):
                yield from found

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
