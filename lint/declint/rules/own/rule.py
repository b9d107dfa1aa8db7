"""Own rules as ordinary rules: plain data that can be copied to another process."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Declaration
from declint.finding import Argument, Finding, Words
from declint.rules.kit import CrossRule, DeclarationRule
from declint.rules.own.across import SameInAll
from declint.rules.own.requirement import Breach, Requirement
from declint.rules.own.selection import Selection
from declint.rules.text import SECTIONS, Example, RuleText


class OwnDeclarationRule(DeclarationRule, frozen=True):
    """A rule on one declaration that a file of rules describes: ``origin``, its ``line`` from 1."""

    own_text: RuleText | None = None
    origin: str = ""
    line: int = 0

    @property
    def text(self) -> RuleText:
        """The rule's text, as its file has it."""
        assert self.own_text
        return self.own_text


class OwnCrossRule(CrossRule, frozen=True):
    """A rule on many declarations that a file of rules describes: ``origin``, its ``line`` from 1."""

    own_text: RuleText | None = None
    origin: str = ""
    line: int = 0

    @property
    def text(self) -> RuleText:
        """The rule's text, as its file has it."""
        assert self.own_text
        return self.own_text


OwnRule = OwnDeclarationRule | OwnCrossRule


class Sentences(Struct, frozen=True):
    """What an own rule says: its message and its advice."""

    message: Words
    advice: Words

    def finding(self, breach: Breach, shown: Words, project: str) -> Finding:
        """The finding for a breach."""
        arguments: dict[str, Argument] = {
            **breach.arguments,
            "要求": shown.zh,
            "requirement": shown.en,
            "项目": project,
        }
        return Finding(breach.at, self.message, self.advice, arguments, breach.related)


class DeclarationCheck(Struct, frozen=True):
    """The check of a rule on one declaration."""

    selection: Selection
    requirement: Requirement
    sentences: Sentences

    def __call__(self, declaration: Declaration) -> Iterator[Finding]:
        """Yield a finding for each breach."""
        if not self.selection.covers(declaration):
            return
        rows = self.selection.rows(declaration)
        for breach in self.requirement.breaches(declaration, rows, self.selection):
            yield self.sentences.finding(breach, self.requirement.shown, declaration.name)


class CrossCheck(Struct, frozen=True):
    """The check of a rule across declarations."""

    selection: Selection
    requirement: SameInAll
    sentences: Sentences

    def __call__(self, facts: Sequence[Facts], _settings: object) -> Iterator[tuple[str, Finding]]:
        """Yield each breach with the path of its file."""
        names = {each.path: each.name for each in facts}
        for path, breach in self.requirement.breaches(facts, self.selection):
            yield path, self.sentences.finding(breach, self.requirement.shown, names[path])


def rule_text(
    title: Words,
    what: Words,
    why: Words,
    source: Words,
    wrong: tuple[Example, ...],
    right: tuple[Example, ...],
) -> RuleText:
    """The text of a rule out of its parts, in the layout that every rule's text has."""
    bodies = (*what, *why, _blocks(wrong), _blocks(right), " · ".join(dict.fromkeys(source)))
    sections = (f"## {head}\n{body}" for head, body in zip(SECTIONS, bodies, strict=True))
    markdown = "\n\n".join(("\n".join(dict.fromkeys(title)), *sections))
    pairs = (tuple(each) for each in (title, what, why))
    (title_, what_, why_) = ((zh, en) for zh, en in pairs)
    return RuleText(title_, what_, why_, wrong, right, (source.zh, source.en), markdown)


def _blocks(examples: tuple[Example, ...]) -> str:
    cases = ("\n".join(f"```yaml\n{text}```" for text in each.files) for each in examples)
    return "\n---\n".join(cases)
