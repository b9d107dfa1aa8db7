"""The words of the reports themselves."""

from declint.finding import Severity, Words
from declint.report.terminal import View, pad

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

TITLE = Words("绩效目标申报表检查报告", "Declarations checked: the report")
SET_ASIDE = {
    "suppressed": Words(
        "已忽略 {suppressed} 处（文件里有写明理由的忽略注释）。",
        "Suppressed by comments that give a reason: {suppressed}.",
    ),
    "baselined": Words(
        "基线里已有 {baselined} 处旧问题，未列出。", "Known to the baseline and not shown: {baselined}."
    ),
    "repaired": Words(
        "基线里有 {repaired} 处已改好或不再出现；用 --prune-baseline 从基线中删去。",
        "In the baseline but found no more: {repaired}; --prune-baseline removes them from it.",
    ),
}
"""What was set aside, by the key of its number."""
NUMBER = Words("处数", "number")
COLUMNS = (
    Words("文件", "file"),
    Words("行", "line"),
    Words("列", "column"),
    Words("级别", "severity"),
    Words("代码", "code"),
    Words("规则", "rule"),
    Words("项目名称", "declaration"),
    Words("栏目", "field"),
    Words("问题", "problem"),
    Words("改法", "repair"),
    Words("依据", "source"),
)
"""The titles of a table of findings."""
PAGE = {
    "root": Words("仓库的顶层文件夹", "the top folder of the repository"),
    "what": Words("查什么", "What it reports"),
    "why": Words("为什么", "Why"),
    "wrong": Words("错误示例", "Wrong"),
    "right": Words("正确示例", "Right"),
    "source": Words("依据", "Source"),
}
"""The words of pages: of rules, and of the report as a page."""
SHEETS = {"findings": Words("问题清单", "Findings"), "counts": Words("统计", "Counts")}
COUNT_ROWS = {
    "files": Words("检查的申报表", "Files checked"),
    "errors": Words("错误", "Errors"),
    "warnings": Words("警告", "Warnings"),
    "notes": Words("提示", "Notes"),
    "suppressed": Words("已说明理由", "Suppressed with a reason"),
    "baselined": Words("基线里原有", "Known from the baseline"),
}
"""The numbers of a report by their keys in ``shown.counts``."""
