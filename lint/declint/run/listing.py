"""The report as it is shown: of a file with more findings than its limit, the worst ones."""

from itertools import groupby

from msgspec.structs import replace

from declint.finding import Finding, Severity, Stretch, Words
from declint.run.outcome import FileResult, Report, Result

_TOO_MANY = Words(
    "这个文件有 {count} 处问题，只列出 {shown} 处，先列错误，再列警告和提示",
    "this file has {count} findings; {shown} are listed, errors first, then warnings and notes",
)
_TOO_MANY_ADVICE = Words(
    "先改正列出的，再检查一次；或在配置的 limits 里调高 shown-findings",
    "repair these and check again, or raise shown-findings in the configuration's limits",
)


def listed(report: Report) -> Report:
    """The report with what is listed; the rest is counted only."""
    results: list[Result] = []
    unlisted: list[Result] = []
    for _, group in groupby(report.results, key=lambda result: result.file.path):
        found = list(group)
        file = found[0].file
        most = file.terms.settings.limits.shown_findings
        if len(found) > most:
            found.sort(key=lambda result: result.severity.rank)
            unlisted += found[most:]
            results.append(_too_many(file, len(found), most))
            found = sorted(found[:most], key=lambda result: result.order)
        results += found
    return replace(report, results=results, unlisted=unlisted)


def _too_many(file: FileResult, count: int, most: int) -> Result:
    from declint.rules.registry import find_rules

    (rule,) = find_rules("SYN001")
    finding = Finding(Stretch(0, 0), _TOO_MANY, _TOO_MANY_ADVICE, {"count": count, "shown": most})
    return Result(rule, Severity.NOTE, file, 0, 0, 1, 1, said=finding)
