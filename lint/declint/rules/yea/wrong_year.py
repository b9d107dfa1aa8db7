"""计划、任务或期限写成了别的年度
A plan, task or deadline names another year

## 查什么
绩效目标、指标名称、指标值和项目名称里的计划、任务、期限，年份不是本申报表的年度（或不在项目的计划起止日期里）：
2026年度的表里写“2025年计划完成三项任务”“2025年10月底前完工”。
不报的：上一年的报告、决算、审计、总结，文件名称和文号，以往年为基数的比较，过去的事（2019年建成），五年规划，
学年，跨年项目起止日期以内的年份，较远的展望（到2030年）。

## What
A plan, task or deadline in the goals, names, targets or the project's name that belongs to another year than
the form's (or lies outside the project's years). Reports and accounts of last year, titles and numbers of
documents, baselines, history, five-year plans, school years, years inside a longer project, and long-term
outlooks are not reported.

## 为什么
多半是沿用上年的申报表忘了改年份；年份不对，年底就无法按它评价。

## Why
Usually the form was copied from last year's; a plan for another year can't be evaluated.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    2025年计划完成三条村道的路面改造，全年养护农村公路 120 公里。
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      灌区泵站改造完工时间: 2025年10月底前
```
---
```yaml
绩效目标:
  年度总体目标: |
    举办2027年全民健身运动会 1 场，参赛群众不少于 2000 人。
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    编制2025年度水资源公报 1 份，按《2025年防汛工作要点》和财预〔2021〕101号开展工作。
    全年救助困难群众不少于 300 人，较2025年增长 5%。
```
---
```yaml
计划开始日期: 2025-03-01
计划完成日期: 2027-06-30
项目资金:
  项目资金总额: 900000.00
  财政资金: 900000.00
  其他资金: 0.00
绩效目标:
  项目总目标: |
    2025年完成泵站设计，2027年6月底前完成 2 座泵站改造。
  年度总体目标: |
    完成 1 座泵站的主体工程。
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求年度目标与本年度工作任务相对应。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Place, Related, Words
from declint.language.plans import Reading
from declint.language.years import YearMention
from declint.rules.kit import ERROR, UNSAFE, rule
from declint.rules.yea.mentions import wrong_in_indicators, wrong_in_name, wrong_in_prose, years_of_project

_PLAN = Words(
    "本表是 {year} 年度的，这里的{what_zh}却写“{stretch}”：“{clause}”",
    "this form is for {year}, but {what_en} says “{stretch}”: “{clause}”",
)
_ADVICE = Words(
    "把“{wrong}”改成“{year}”，写成“{right}”；如果写的是往年的工作或数据，请在文字里说明（如“较{wrong}年”“{wrong}年度报告”）",
    "write “{right}”; if {wrong} is meant as a baseline or a report on that year, say so",
)
_YEAR = Words("年度：{year}", "year: {year}")
_TITLE = Words("把“{wrong}”改成“{year}”", "replace “{wrong}” with “{year}”")
_WHAT = {
    Reading.PLAN: ("计划", "a plan"),
    Reading.DEADLINE: ("完成期限", "a deadline"),
    Reading.OCCASION: ("任务", "a task"),
    Reading.HEADING: ("目标", "a goal"),
}
_NAME = ("项目名称", "the project's name")
_LONGEST = 40


@rule("YEA001", "wrong-year", severity=ERROR, fix=UNSAFE, gives_way_to=("TGT005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each plan, task and deadline of a year that is not the form's."""
    year = declaration.year
    if year is None:
        return
    years = years_of_project(declaration, year)
    for mention, reading, text, place in (
        *wrong_in_prose(declaration.goals, years, year),
        *wrong_in_indicators(declaration, years, year),
    ):
        yield _finding(declaration, mention, _WHAT[reading], text, place)
    for mention, text, place in wrong_in_name(declaration, years, year):
        yield _finding(declaration, mention, _NAME, text, place)


def _finding(
    declaration: Declaration, mention: YearMention, what: tuple[str, str], text: str, place: Place
) -> Finding:
    year, stretch = declaration.text("年度"), " ".join(text[mention.start : mention.end].split())
    arguments = {
        "year": year,
        "wrong": str(mention.year),
        "what_zh": what[0],
        "what_en": what[1],
        "stretch": stretch,
        "clause": _clause(text, mention),
        "right": stretch.replace(str(mention.year), year, 1),
    }
    field = declaration.field("年度")
    related = (Related(field.value, _YEAR),) if field else ()
    digits = text[mention.start : mention.start + 4]
    edit = Edit(place.within(mention.start, mention.start + 4), year)
    near = abs(mention.year - int(year)) == 1 and digits.isascii()
    fixes = (Fix(_TITLE, UNSAFE, (edit,)),) if near else ()
    return Finding(place.within(mention.start, mention.end), _PLAN, _ADVICE, arguments, related, fixes)


def _clause(text: str, mention: YearMention) -> str:
    start, far = max(0, mention.start - 12), mention.end + _LONGEST
    start = max(start, *(text.rfind(mark, start, mention.start) + 1 for mark in "。；;\n"))
    ends = [at for at in (text.find(mark, mention.end, far) for mark in "。；;：:\n") if at >= 0]
    shown = " ".join(text[start : min(ends, default=far)].split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
