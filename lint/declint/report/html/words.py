"""The words of the page."""

from declint.finding import Severity, Words

SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "●"}
"""A sign for each severity, so that colour is never needed."""

WORDS = {
    "errors": Words(
        "暂不能提交：请先改正下面 {errors} 处错误，再检查一次。",
        "Not ready to submit: correct the errors below and check again.",
    ),
    "questions": Words(
        "没有必须改正的错误；提交前请逐条核对下面的警告和提示。",
        "No errors; look at the warnings and notes below before you submit.",
    ),
    "clean": Words("没有发现问题。", "Nothing found."),
    "unreadable": Words(
        "这个文件还不能作为申报表读取，改正下面的问题后才能检查内容。",
        "This file can't be read as a declaration yet; its content is checked once this is corrected.",
    ),
    "elsewhere": Words("不在表内的问题", "Findings outside the form"),
    "by_severity": Words("按级别", "By severity"),
    "by_rule": Words("按规则", "By rule"),
    "by_declaration": Words("按申报表", "By declaration"),
    "declaration": Words("申报表", "Declaration"),
    "share": Words("对比", "Compared"),
    "rules": Words("涉及的规则", "The rules"),
    "line": Words("第 {line} 行", "line {line}"),
    "related": Words("对照", "compare"),
    "fixable": Words("可自动改正", "can be fixed automatically"),
    "count": Words("共 {number} 处", "found {number} times"),
    "form": Words("财政项目支出绩效目标申报表", "财政项目支出绩效目标申报表 (declaration)"),
    "head": Words("基本信息", "The project"),
    "funding": Words("项目资金", "Funding"),
    "goals": Words("绩效目标", "Goals"),
    "indicators": Words("绩效指标", "Indicators"),
}
