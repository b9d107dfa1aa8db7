"""The mutation check: good declarations broken in known ways, and which rules speak."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, field

from declint.finding import Words
from declint.rules.kit import AnyRule
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing.mutations.draft import Draft

Texts = tuple[str, ...]
Said = Counter[tuple[str, str, str]]
"""Code, file and message of each finding."""


class Broken(Struct, frozen=True):
    """The files before and after a mutation, and the settings that both are checked with."""

    before: Texts
    after: Texts
    settings: Settings = field(default_factory=Settings)


class Mutation(Struct, frozen=True):
    """One known way to break a good declaration.

    ``code`` is the rule that must speak. ``apply`` gets the drafts with the one to break in front, and gives
    None where that one has nothing to break.
    """

    name: str
    code: str
    words: Words
    apply: Callable[[Sequence[Draft]], Broken | None]


class Outcome(Struct, frozen=True):
    """What one mutation of one declaration led to.

    ``besides`` are the codes of other rules that spoke and had not before, ``good`` names the declaration.
    """

    mutation: Mutation
    good: str
    caught: bool
    besides: tuple[str, ...]
    crashed: bool = False


def alone(change: Callable[[Draft], str | None]) -> Callable[[Sequence[Draft]], Broken | None]:
    """A mutation of one file by itself."""

    def apply(drafts: Sequence[Draft]) -> Broken | None:
        text = change(drafts[0])
        return Broken((drafts[0].text,), (text,)) if text is not None else None

    return apply


def mutate(
    goods: Sequence[tuple[str, str]], mutations: Iterable[Mutation], rules: Sequence[AnyRule]
) -> Iterator[Outcome]:
    """Break each good declaration, given as (name, text), in each way that it can be broken.

    The rules are those that run by default, and besides the one that a mutation is about.
    """
    drafts = [Draft(text) for _, text in goods]
    known: dict[object, Said] = {}
    for mutation in mutations:
        chosen = [rule for rule in rules if rule.default or rule.code == mutation.code]
        for number, (name, _) in enumerate(goods):
            broken = mutation.apply([drafts[number], *drafts[:number], *drafts[number + 1 :]])
            if broken is not None:
                key = (broken.before, broken.settings, tuple(rule.code for rule in chosen))
                if key not in known:
                    known[key] = _said(_checked(broken.before, chosen, broken.settings))
                yield _outcome(mutation, name, broken, chosen, known[key])


def _outcome(
    mutation: Mutation, good: str, broken: Broken, rules: Sequence[AnyRule], before: Said
) -> Outcome:
    after = _checked(broken.after, rules, broken.settings)
    new = set(_said(after) - before)
    codes = {code for code, _, _ in new}
    besides = tuple(sorted(codes - {mutation.code}))
    return Outcome(mutation, good, mutation.code in codes, besides, after.crashed)


def _checked(texts: Texts, rules: Sequence[AnyRule], settings: Settings) -> Report:
    files = [(f"{number}.yaml", text.encode()) for number, text in enumerate(texts, 1)]
    return check_files(files, rules, settings)


def _said(report: Report) -> Said:
    return Counter(
        (result.rule.code, result.file.path, result.finding.message.say("zh", result.finding.arguments))
        for result in report.results
    )
