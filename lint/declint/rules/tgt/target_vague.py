"""指标值空泛，没法判断有没有做到
A target that is a wish and can't be judged

## 查什么
指标值只是愿望或方向（提升、有所提高、不断完善、有效实现、进一步加强、促进发展），或者把名称的词再说一遍
（规范性: 规范；及时性: 及时；科学性: 准确）。“达到预期目标”没有说预期是什么，也算。
能判断的不报：达标、通过验收、达到某项标准、等级、优/良、汇编成册这类做没做成一看便知的事，带数字或日期的文字，
以及写明了具体做法的较长文字。

## What
A text value that is only a wish or a direction (提升, 有所提高, 不断完善, 有效实现), or the name's own word
(规范性: 规范). States with a standard (达标, 通过验收), grades, deeds that happen or not, text with numbers
or dates, and longer prose on concrete deeds are not reported.

## 为什么
年底对照这样的值，谁都可以说做到了，也可以说没做到。指标值应当能衡量：先量化，量化不了的写出分级的标准。

## Why
At the year's end such a value can be called met or missed at will. A target has to be measurable: a number
first, else graded states.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      基层医疗服务能力: 不断提升
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      庭审活动规范性: 规范
```
---
```yaml
绩效指标:
  效益指标:
    可持续影响指标:
      非遗保护传承氛围: 进一步增强
```
---
```yaml
绩效指标:
  效益指标:
    生态效益指标:
      流域水环境: 持续改善
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      乡村公路出行条件: 达到预期目标
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      灌区节水改造质量: 达到验收标准
      乡镇卫生院评审等级: 良
      病案管理: 通过省级复审
  效益指标:
    社会效益指标:
      优秀裁判文书: 汇编成册
      乡村公路出行时间: 较2025年缩短 20 分钟
    可持续影响指标:
      灌溉设施管护: 建立村级管护队伍，落实管护人员和经费，每季度巡查并公示结果
```

## 依据 Source
财预〔2015〕88号、财预〔2021〕101号：绩效目标应当具体细化、可以衡量，先定量，不能定量的用分级分档的定性表述。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.declaration.rows import texts
from declint.finding import Finding, Words
from declint.language.wishes import is_wish, says_its_name_again
from declint.rules.kit import WARNING, row_rule

_WISH = Words(
    "“{name}”的指标值“{target}”只是愿望、方向或形容，没有说做到什么程度才算达到",
    "the target of “{name}”, “{target}”, is a wish: it doesn't say what must be reached",
)
_OWN_WORD = Words(
    "“{name}”的指标值“{target}”只是形容或者把名称再说一遍，没有说达到什么标准",
    "the target of “{name}” only says the name again: “{target}”",
)
_ADVICE = Words(
    "写成数字（如“≥90.00(%)”“较上年提高5%”），或者写明可以对照的标准、等级或要做成的事（如“通过验收”“达到某某标准”）",
    "give a number, or a standard, grade or deed that can be checked",
)


@row_rule(
    "TGT006",
    "target-vague",
    severity=WARNING,
    concerns=texts,
    gives_way_to=("TGT004", "TGT005", "TGT007", "DUP001", "DUP008", "CST004"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each text value that is a wish or the name's own word."""
    target = indicator.target
    message = (
        _OWN_WORD
        if says_its_name_again(indicator.name, target.raw)
        else _WISH
        if is_wish(target.raw)
        else None
    )
    if message:
        arguments = {"name": indicator.name, "target": target.shown}
        yield Finding(indicator.value, message, _ADVICE, dict(arguments))
