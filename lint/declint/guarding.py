"""Running a rule so that whatever it does ends in findings, and hides no other rule's."""

import math
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from declint.clock import Alarm, TooSlowError, limited
from declint.finding import Finding, Stretch, Words
from declint.rules.kit import AnyRule
from declint.settings import Limits

_CRASH = Words(
    "规则 {rule} 检查这个文件时出错（{problem}）。这是 declint 的缺陷，不是您的申报表的问题",
    "rule {rule} crashed on this file ({problem}). This is a bug in declint, not in your declaration",
)
_CRASH_ADVICE = Words(
    "其他规则的结果不受影响；请把本文件和这条信息反馈给规则的维护者",
    "the other rules are not affected; please report this file and message to the rule's maintainers",
)
_SLOW = Words(
    "规则 {rule} 用了 {seconds} 秒还没有查完这个文件，已停止：这条规则没有查完",
    "rule {rule} was stopped on this file after {seconds} seconds: it has not seen all of it",
)
_SLOW_ADVICE = Words(
    "其他规则的结果不受影响；可在配置的 limits 里调高 {limit}，并请把本文件反馈给规则的维护者",
    "the other rules are not affected; raise {limit} in the configuration's limits and report this file",
)
_UNRUN = Words(
    "检查这个文件已用 {seconds} 秒，还有 {count} 条规则没有查",
    "checking this file has taken {seconds} seconds; {count} rules have not run on it",
)
_START = Stretch(0, 0)


class Cut(NamedTuple):
    """The rules that did not come to their end, what to say of them, and the codes of those never begun."""

    crashes: list[tuple[AnyRule, Finding]]
    unrun: set[str]


def run_rules(
    due: Sequence[tuple[AnyRule, object]], accept: Callable[[AnyRule, Finding], None], limits: Limits
) -> Cut:
    """Run rules, each given with what it is to check, and hand every finding to ``accept``.

    ``accept`` raises for a finding that can't be shown. What was found before a crash stays.
    """
    crashes: list[tuple[AnyRule, Finding]] = []
    end = time.monotonic() + limits.file_seconds
    with Alarm() as alarm:
        for number, (rule, subject) in enumerate(due):
            start = time.monotonic()
            if start >= end:
                crashes.append((rule, out_of_time(rule, limits.file_seconds, len(due) - number)))
                return Cut(crashes, {each.code for each, _ in due[number:]})
            seconds = min(limits.rule_seconds, end - start)
            try:
                alarm.end = start + seconds
                for finding in rule.check(subject):
                    accept(rule, finding)
                    alarm.look()
                alarm.end = math.inf
            except (TooSlowError, Exception, SystemExit) as error:  # noqa: BLE001  (hides no other rule's)
                alarm.end = math.inf
                crashes.append((rule, _told(rule, error, seconds)))
    return Cut(crashes, set())


def run_rule(
    rule: AnyRule, check: Callable[[], Iterable[Finding]], accept: Callable[[Finding], None], seconds: float
) -> Finding | None:
    """Run one rule by itself; None, or what to say of a rule that was cut short."""
    try:
        with limited(seconds) as clock:
            for finding in check():
                accept(finding)
                clock.look()
    except (TooSlowError, Exception, SystemExit) as error:  # noqa: BLE001  (any rule's crash is a finding)
        return _told(rule, error, seconds)
    return None


def _told(rule: AnyRule, error: BaseException, seconds: float) -> Finding:
    if isinstance(error, TooSlowError):
        arguments = {"rule": rule.code, "seconds": f"{seconds:.3g}", "limit": "rule-seconds"}
        return Finding(_START, _SLOW, _SLOW_ADVICE, arguments)
    return Finding(_START, _CRASH, _CRASH_ADVICE, {"rule": rule.code, "problem": _problem(error)})


def _problem(error: BaseException) -> str:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    try:
        said = str(error)
    except Exception:  # noqa: BLE001  (an error of another package may fail even in this)
        said = "?"
    return f"{type(error).__name__}: {said} · {Path(frame.filename).name}:{frame.lineno}"[:300]


def out_of_time(rule: AnyRule, seconds: float, count: int) -> Finding:
    """What to say of a file whose time was up before ``count`` rules, ``rule`` the first of them, had run."""
    shown = f"{seconds:.3g}"
    return Finding(
        _START,
        _UNRUN,
        _SLOW_ADVICE,
        {"rule": rule.code, "seconds": shown, "count": count, "limit": "file-seconds"},
    )
