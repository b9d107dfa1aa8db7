"""The words of the reports themselves."""

from collections.abc import Iterator

from declint.finding import Severity, Words
from declint.report.terminal import View, pad
from declint.run import Report

SEVERITY = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTE: Words("提示", "note"),
}
_LABEL_COLUMNS = {"zh": 4, "en": 7}


def severity_label(severity: Severity, view: View) -> str:
    """The word for a severity, in the column width that fits all of them."""
    return pad(SEVERITY[severity].say(view.language, {}), _LABEL_COLUMNS[view.language], view)


ADVICE = Words("改法", "repair")
SOURCE = Words("依据", "source")
TOTAL = Words(
    "检查了 {files} 份申报表：错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处。",
    "Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.",
)
NOTHING_NEW = Words("检查了 {files} 份申报表，没有新的问题。", "Files checked: {files}. Nothing new.")
CLEAN = Words("检查了 {files} 份申报表，没有发现问题。", "Files checked: {files}. Nothing found.")
SUPPRESSED = Words(
    "已忽略 {suppressed} 处（文件里有写明理由的忽略注释）。",
    "Suppressed by comments that give a reason: {suppressed}.",
)
BASELINED = Words(
    "基线里已有 {baselined} 处旧问题，未列出。", "Known to the baseline and not shown: {baselined}."
)
REPAIRED = Words(
    "基线里有 {repaired} 处已改好或不再出现；用 --prune-baseline 从基线中删去。",
    "In the baseline but found no more: {repaired}; --prune-baseline removes them from it.",
)


def accepted(report: Report, view: View) -> Iterator[str]:
    """What was found and is accepted, one sentence a kind; nothing where there is none."""
    counts: dict[str, int | str] = {
        "suppressed": len(report.suppressed),
        "baselined": len(report.baselined),
        "repaired": report.repaired,
    }
    for words, key in ((SUPPRESSED, "suppressed"), (BASELINED, "baselined"), (REPAIRED, "repaired")):
        if counts[key]:
            yield words.say(view.language, counts)


BY_RULE = Words("按规则统计：", "By rule:")
MORE = Words(
    "规则的详细说明：declint explain {code}",
    "What a rule means: declint explain {code}",
)
CLOSING = {
    "ready": Words("可以提交。", "Ready to submit."),
    "errors": Words(
        "暂不能提交：请先改正上面 {errors} 处错误，再检查一次。",
        "Not ready to submit: correct the errors above and check again.",
    ),
    "questions": Words(
        "没有必须改正的错误；提交前请逐条核对上面的警告和提示。",
        "No errors; look at the warnings and notes above before you submit.",
    ),
    "crashed": Words(
        "检查没有全部完成：有规则出错（这是 declint 的缺陷），其余结果照常有效。",
        "The check is not complete: a rule crashed (a bug in declint); the other results hold.",
    ),
}
