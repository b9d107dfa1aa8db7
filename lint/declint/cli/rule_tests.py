"""``declint rules test``: the examples of own rules, run."""

from collections.abc import Iterable, Iterator

from declint.cli import CLEAN, FINDINGS, NOTHING_CHECKED
from declint.cli.console import complain, print_text
from declint.cli.language import say
from declint.cli.planning import refuse
from declint.report.terminal import View, paint, wrap
from declint.rules.errors import PluginError
from declint.rules.kit import AnyRule
from declint.rules.registry import every_rule
from declint.testing.verdicts import Verdict, judge


def run(paths: list[str], shown: View) -> int:
    """Run the examples of the rules in these files; the exit code."""
    if not paths:
        complain(
            say(
                "没有说明要测试哪个规则文件：declint rules test 文件",
                "no file of rules was named: declint rules test FILE",
            )
        )
        return NOTHING_CHECKED
    try:
        known = {rule.code for rule in every_rule()}
        rules = [rule for rule in every_rule(paths) if rule.code not in known]
    except PluginError as error:
        return refuse(error)
    if not rules:
        complain(say("规则文件里没有规则", "there is no rule in the file"))
        return NOTHING_CHECKED
    verdicts = list(judge(rules, shown.language))
    print_text(_lines(rules, verdicts, shown))
    return FINDINGS if any(verdict.problem for verdict in verdicts) else CLEAN


def _lines(rules: Iterable[AnyRule], verdicts: list[Verdict], shown: View) -> Iterator[str]:
    chosen = 0 if shown.language == "zh" else 1
    failed = 0
    for rule in rules:
        own = [verdict for verdict in verdicts if verdict.rule is rule]
        wrong = [verdict for verdict in own if verdict.problem]
        failed += bool(wrong)
        mark = paint(say("不合格", "FAILED"), "bold red", shown) if wrong else say("合格", "passed")
        yield f"{rule.code} {mark}  {rule.text.title[chosen]}"
        for verdict in wrong:
            yield from (f"    {line}" for line in wrap(verdict.say(shown.language), shown.width - 4, shown))
        besides = sorted({code for verdict in own for code in verdict.besides})
        if besides:
            yield "    " + say(
                f"示例里还有别的规则发现问题：{'、'.join(besides)}",
                f"other rules spoke in its examples: {', '.join(besides)}",
            )
    count, cases = len(list(rules)), sum(verdict.case is not None for verdict in verdicts)
    yield say(
        f"共 {count} 条规则、{cases} 个示例，不合格 {failed} 条。",
        f"Rules: {count}, examples: {cases}, failed: {failed}.",
    )
