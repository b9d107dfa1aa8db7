"""效益指标下放了产出
An output among the benefits

## 查什么
效益指标（经济、社会、生态效益，可持续影响）下放的是项目自己做的事或者做得怎样：培训场次、会议次数、培训人数、
报告份数，验收合格率、出勤率、项目完成率，报告的科学性、准确性、完整性，
或者指标值写“评选出 100 个……”“举办 5 场……”。
只报看得准的。作用、影响、使用、公众的覆盖和知晓、受益人数、点击量、就业、收入、事故次数、投入使用率、
落地和引进的企业数不报。

## What
A row under the benefits that is the project's own output or its quality: numbers of trainings, meetings or
reports, attendance, acceptance and completion rates, the soundness of its own report, or a text such as
“评选出 100 个…” (selects 100 …). Only sure cases: uses, effects, coverage of the public, people who benefit,
views, jobs, income, accidents and firms attracted are not reported.

## 为什么
效益指标说事情做完以后给社会、经济、环境带来什么变化。把产出再说一遍，就没有说明这笔钱有什么用。

## Why
Benefits say what changes for people, the economy or nature. An output said again doesn't show what the money
is for.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      流域规划研究报告科学性: =100.00(%)
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      乡村医生培训场次: ≥12.00(场)
```
---
```yaml
绩效指标:
  效益指标:
    可持续影响指标:
      桥梁加固工程验收合格率: =100.00(%)
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      全市百佳文明诊室: 评选出 100 个文明诊室
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      流域规划研究报告科学性: 通过专家评审
  效益指标:
    社会效益指标:
      培训覆盖乡镇比例: ≥95.00(%)
      新增就业人数: ≥300.00(人)
      受益农户人数: ≥4000.00(人)
      溺水事故发生次数: =0.00(次)
      普法短视频播放量: ≥20000.00(次)
      新建泵站投入使用率: ≥95.00(%)
      规划研究报告被采纳数量: ≥2.00(份)
    生态效益指标:
      节能减排目标完成率: =100.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号、财预〔2015〕88号 把产出和效益分开：效益是产出带来的影响。
"""

import re
from collections.abc import Iterator
from functools import cache

from declint.declaration.edition import BENEFITS
from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.names import core
from declint.language.patterns import says
from declint.language.quantity import Operator
from declint.language.units import ATTENDANCE, PERSONS, TIME, unit_class
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import NOTE, row_rule

_COUNT = Words(
    "“{name}”（{target}）是项目自己做的事，是产出，却放在“{category}”里",
    "“{name}” ({target}) is what the project itself does, an output, but stands under “{category}”",
)
_QUALITY = Words(
    "“{name}”（{target}）说的是项目成果本身做得怎样，是产出的质量，却放在“{category}”里",
    "“{name}” ({target}) is the quality of the project's own output, but stands under “{category}”",
)
_ADVICE = Words(
    "把“{name}”放到产出指标的{better}；“{category}”改写做了以后带来的变化，例如受益人数、使用率、采纳数量",
    "file it under outputs ({better}); under “{category}” say what changes: who benefits, how it is used",
)
_OUTPUT_UNITS = frozenset({"次", "个", "学时", ATTENDANCE, PERSONS, TIME})
_THINGS = "个|场|次|份|篇|期|项|部|本|册|套|台|名|轮|人|家"
_COPIES = ("份", "篇", "本", "册", "期")


@row_rule(
    "CAT010",
    "output-among-benefits",
    severity=NOTE,
    concerns=lambda sort: sort.kind in BENEFITS,
    gives_way_to=("TGT004", "TGT005", "CAT001", "CAT003", "CAT007", "CAT008", "UNT001"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each row under the benefits that is surely an output."""
    name = core(indicator.name)
    is_effect = says(name, "contents", "作用的词")
    is_quality = not is_effect and _is_quality(name)
    if not is_quality and (is_effect or not _is_count(indicator, name)) and not _is_deed(indicator):
        return
    arguments = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "category": indicator.category.level2,
        "better": "质量指标" if is_quality else "数量指标",
    }
    yield Finding(indicator.key, _QUALITY if is_quality else _COUNT, _ADVICE, dict(arguments))


def _is_quality(name: str) -> bool:
    """Whether a name is the quality of the project's own report or work."""
    body = name.removesuffix(_tail(name, "报告的质量") or name)
    return bool(_tail(name, "产出的比率")) or says(body, "contents", "报告类")


def _is_count(indicator: Indicator, name: str) -> bool:
    """Whether a row counts what the project does: trainings, people trained, reports written."""
    target = indicator.target
    if not target.is_number or target.operator in (Operator.AT_MOST, Operator.LESS_THAN):
        return False
    if unit_class(target.unit) not in _OUTPUT_UNITS or "/" in target.unit:
        return False
    if _tail(name, "办事的人数"):
        return True
    if tail := _tail(name, "办事的数目"):
        return name.removesuffix(tail).endswith(_deeds())
    return target.unit in _COPIES and says(name, "contents", "报告类")


def _is_deed(indicator: Indicator) -> bool:
    """Whether a text target only says what is done, and how many: 评选出 100 个优秀案例."""
    if not indicator.target.is_text:
        return False
    text = half(indicator.target.raw).strip()
    return len(text) <= 60 and _deed().match(text) is not None and not says(text, "contents", "文字里的作用")


def _tail(name: str, key: str) -> str:
    tails = words("contents", key)
    return next(tail for tail in tails if name.endswith(tail)) if name.endswith(tails) else ""


@cache
def _deeds() -> tuple[str, ...]:
    """What stands in front of the number of times: 培训, 培训举办, 培训开展."""
    deeds = words("contents", "办的事")
    return deeds + tuple(deed + verb for deed in deeds for verb in ("举办", "开展", "组织", "召开"))


@cache
def _deed() -> re.Pattern[str]:
    verbs = "|".join(words("contents", "做事的词"))
    return pattern(rf"(?:{verbs})[^0-9,;。]{{0,20}}[0-9]{{1,6}} *余?(?:{_THINGS})")
