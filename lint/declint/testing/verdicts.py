"""What an example of a rule shows: whether the rule speaks where it must and is silent where it must be."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from declint.finding import Words
from declint.rules.kit import AnyRule
from declint.rules.syn import schema_violation, unreadable_file
from declint.testing.examples import Case, check_example, example_cases

_READING: tuple[AnyRule, ...] = (unreadable_file.check, schema_violation.check)
_SILENT = Words(
    "错误示例 {number} 里没有查出问题：请核对“适用”和“要求”，或者换一个示例",
    "nothing was found in wrong example {number}: check what the rule applies to and requires",
)
_SPEAKS = Words(
    "正确示例 {number} 被查出问题：{message}", "something was found in right example {number}: {message}"
)
_UNREADABLE = Words(
    "示例 {number} 不是能读的申报表片段：{message}", "example {number} is no readable fragment: {message}"
)
_NO_WRONG = Words(
    "没有错误示例，无从证明规则查得出问题", "there is no wrong example that shows the rule at work"
)
_NO_RIGHT = Words("没有正确示例，无从证明规则不误报", "there is no right example that shows the rule silent")


class Verdict(Struct, frozen=True):
    """What one example, or its absence, showed; ``problem`` is None where all is well.

    ``besides`` are the codes of other rules that spoke.
    """

    rule: AnyRule
    case: Case | None
    problem: Words | None = None
    arguments: tuple[tuple[str, str | int], ...] = ()
    besides: tuple[str, ...] = ()

    def say(self, language: str) -> str:
        """The problem in ``language`` (``zh`` or ``en``), '' where there is none."""
        return self.problem.say(language, dict(self.arguments)) if self.problem else ""


def judge(rules: Sequence[AnyRule], language: str = "zh") -> Iterator[Verdict]:
    """Run every example of every rule, and note the rules that lack one.

    ``language`` is that of the messages a problem cites.
    """
    for rule in rules:
        if not rule.text.wrong:
            yield Verdict(rule, None, _NO_WRONG)
        if not rule.text.right:
            yield Verdict(rule, None, _NO_RIGHT)
        for case in example_cases([rule]):
            yield _judged(case, rules, language)


def _judged(case: Case, rules: Sequence[AnyRule], language: str) -> Verdict:
    results = check_example(case.example, [*_READING, *rules]).results
    said = {
        result.rule.code: result.finding.message.say(language, result.finding.arguments) for result in results
    }
    code = case.rule.code
    unread = next((said[each.code] for each in _READING if each.code in said and each.code != code), None)
    besides = tuple(sorted(said.keys() - {code}))
    number: tuple[str, str | int] = ("number", case.number)
    if unread is not None:
        return Verdict(case.rule, case, _UNREADABLE, (number, ("message", unread)), besides)
    if case.wrong and code not in said:
        return Verdict(case.rule, case, _SILENT, (number,), besides)
    if not case.wrong and code in said:
        return Verdict(case.rule, case, _SPEAKS, (number, ("message", said[code])), besides)
    return Verdict(case.rule, case, besides=besides)
