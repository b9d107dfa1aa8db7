"""Rules that are slow, hungry, or say what can't be shown: cut short, told, and no other rule is hidden."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from declint.clock import TooSlowError, limited
from declint.finding import Finding, Place, Related, Severity, Stretch, Words
from declint.report.formats import FORMATS
from declint.report.terminal import View
from declint.rules.kit import CrossRule, DeclarationRule
from declint.rules.registry import every_rule, selected
from declint.run import Report, check_files, listed
from declint.settings import Limits, Settings
from declint.testing import BASE

WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)").encode()
HERE, PLAIN = Stretch(0, 0), Words("错", "wrong")
QUICK = Settings(limits=Limits(rule_seconds=1))


def rule(check: Callable[..., Any], kind: Any = DeclarationRule) -> Any:
    text = next(each.docstring for each in every_rule() if each.code == "TGT001")
    return kind("ZZZ001", "of-another-package", Severity.WARNING, check, docstring=text)


def report(check: Callable[..., Any], settings: Settings = QUICK, kind: Any = DeclarationRule) -> Report:
    rules = (*selected(settings), rule(check, kind))
    return check_files([("1.yaml", WRONG)], rules, settings)


def still() -> bool:
    return True


def endless(_: object) -> Iterator[Finding]:
    while still():
        pass
    yield Finding(HERE, PLAIN, PLAIN)


def stubborn(_: object) -> Iterator[Finding]:
    while still():
        try:
            time.sleep(0.01)
        except Exception:  # noqa: BLE001, S112
            continue
    yield Finding(HERE, PLAIN, PLAIN)


def backtracking(_: object) -> Iterator[Finding]:
    re.fullmatch("(a|a)*b", "a" * 60)
    yield Finding(HERE, PLAIN, PLAIN)


def talkative(_: object) -> Iterator[Finding]:
    while still():
        time.sleep(0.01)
        yield Finding(HERE, PLAIN, PLAIN)


@pytest.mark.parametrize("check", [endless, stubborn, backtracking, talkative])
def test_a_slow_rule_is_cut_off_and_told(check: Callable[..., Any]) -> None:
    start = time.monotonic()
    found = report(check)
    assert time.monotonic() - start < 20
    assert found.crashed
    (told,) = [each.finding for each in found.files[0].crashes]
    assert told.arguments["rule"] == "ZZZ001"
    assert "1 seconds" in told.message.say("en", told.arguments)
    assert "TGT001" in {result.rule.code for result in found.results}


def test_without_a_timer_the_time_is_looked_at_between_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("declint.clock._may_interrupt", lambda: False)
    assert report(talkative).crashed


def test_a_timer_of_somebody_else_is_left_alone() -> None:
    with limited(5) as outer, limited(0.01) as inner:
        time.sleep(0.05)
        assert outer.left
        with pytest.raises(TooSlowError):
            inner.look()


def test_a_file_whose_time_is_up_says_how_many_rules_have_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(10_000))
    monkeypatch.setattr("declint.clock._may_interrupt", lambda: False)
    monkeypatch.setattr("declint.clock.time.monotonic", lambda: next(now))
    settings = Settings(limits=Limits(file_seconds=30, rule_seconds=3600))
    found = check_files([("1.yaml", WRONG)], selected(settings), settings)
    assert found.crashed
    (file,) = found.files
    (told,) = [each.finding for each in file.crashes]
    assert told.arguments["count"] == len(file.checked.unrun) > 0
    assert not file.checked.unrun & file.ran(whole=True)


def _raise(error: BaseException) -> Callable[..., Iterator[Finding]]:
    def check(_: object) -> Iterator[Finding]:
        yield Finding(HERE, PLAIN, PLAIN)
        raise error

    return check


class _UnprintableError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        RecursionError(),
        MemoryError(),
        SystemExit(0),
        _UnprintableError(),
        UnicodeError("\ud800"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_crash_hides_no_other_finding(error: BaseException) -> None:
    found = report(_raise(error))
    assert found.crashed
    codes = [result.rule.code for result in found.results]
    assert codes.count("ZZZ001") == 2
    assert "TGT001" in codes
    for each in FORMATS.values():
        if not each.binary:
            each.encoded(found, View("en"))


UNSHOWABLE = [
    Finding(Stretch(5, 10**9), PLAIN, PLAIN),
    Finding(Stretch(9, 5), PLAIN, PLAIN),
    Finding(Place((99, 3)), PLAIN, PLAIN),
    Finding(Place((0, 0, 0, 0, 0)), PLAIN, PLAIN),
    Finding(HERE, Words("{nothing}", "{nothing}"), PLAIN),
    Finding(HERE, PLAIN, Words("{", "{")),
    Finding(HERE, PLAIN, PLAIN, related=(Related(Place((77,)), PLAIN),)),
]


@pytest.mark.parametrize("finding", UNSHOWABLE, ids=range(len(UNSHOWABLE)))
def test_a_finding_that_cannot_be_shown_is_a_crash_of_its_rule(finding: Finding) -> None:
    found = report(lambda _: [finding])
    assert found.crashed
    assert "TGT001" in {result.rule.code for result in found.results}
    FORMATS["text"].encoded(found, View("en"))


def test_a_rule_across_declarations_may_crash_too() -> None:
    found = report(lambda _facts, _settings: [("1.yaml", UNSHOWABLE[0])], kind=CrossRule)
    assert found.crashed
    assert "TGT001" in {result.rule.code for result in found.results}


def test_of_very_many_findings_the_worst_are_listed_and_all_are_counted() -> None:
    settings = Settings(limits=Limits(shown_findings=5))

    def many(_: object) -> Iterator[Finding]:
        for number in range(400):
            severity = Severity.ERROR if number == 399 else Severity.NOTE
            yield Finding(Stretch(number % 7, 8), PLAIN, PLAIN, severity=severity)

    whole = report(many, settings)
    shown = listed(whole)
    assert len(shown.results) == 6
    (told,) = [each for each in shown.results if each.rule.code == "SYN001"]
    assert told.finding.arguments == {"count": len(whole.results), "shown": 5}
    assert shown.count(Severity.ERROR) == whole.count(Severity.ERROR)
    assert Severity.ERROR in {result.severity for result in shown.results}
    assert sum(shown.count(each) for each in Severity) == len(whole.results) + 1
    assert [each.order for each in shown.results] == sorted(each.order for each in shown.results)


def test_every_rule_is_far_below_its_limit() -> None:
    """A rule that takes a tenth of its limit on a long form would be cut off on a busy machine."""
    rows = "".join(f"      工作{number}完成率: ≥9{number % 10}.00(%)\n" for number in range(150))
    text = BASE.replace("      图书编目准确率: ≥98.00(%)\n", rows).encode()
    settings = Settings(limits=Limits(rule_seconds=1))
    assert not check_files([("1.yaml", text)], every_rule(), settings).crashed
