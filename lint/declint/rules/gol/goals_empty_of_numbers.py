"""绩效目标是空的，或者没有一句能检查
The goals are blank, or promise nothing that can be checked

## 查什么
年度总体目标没有填；或者全文没有一个数，也没有一件到年底能看出做没做的事，只有“提升、优化、加强、保障”这类
话，或者只说“按计划完成某某工作”。写明了要做的具体事情（更换照明灯具、编印工作手册）的，即使没有数字也不报。

## What
The goals of the year are blank; or they name no figure and no deed that can be seen to be done, only wishes
(提升, 优化,加强, 保障) or “complete the work as planned”. Goals that name concrete deeds are not
reported, numbers or not.

## 为什么
目标说不出做什么、做到什么程度，指标就没有依据，年底也无法评价；评审常见意见是“绩效目标不够细化量化”。

## Why
Goals that do not say what will be done give the indicators nothing to stand on; reviewers send them back as
not specific.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标:
```
---
```yaml
绩效目标:
  年度总体目标: |
    进一步提升基层医疗卫生服务能力，优化就医环境，保障人民群众身体健康。
```
---
```yaml
绩效目标:
  年度总体目标: |
    按计划完成水利工程相关工作。
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    更换老旧路灯，编印巡检手册，汛期前完成泵站设备检修。
```
---
```yaml
绩效目标:
  年度总体目标: |
    开展残疾人家庭走访慰问，发放护理用品，提升残疾人生活质量。
```

## 依据 Source
财预〔2015〕88号 要求绩效目标具体细化、优先量化；评审常见意见“绩效目标不够细化量化”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Field
from declint.finding import Finding, Words
from declint.language.deeds import names_a_deed, names_a_figure
from declint.rules.kit import WARNING, rule

_LABEL = "绩效目标/年度总体目标"
_BLANK = Words("年度总体目标没有填写", "年度总体目标 is blank")
_EMPTY = Words(
    "年度总体目标没有一个数，也没有一件能检查的事：“{text}”",
    "the goals of the year name no figure and no deed that can be checked: “{text}”",
)
_ADVICE = Words(
    "写清今年做哪几件事、做多少、做到什么程度，并和指标对应，"
    "例如“开展巡查不少于 12 次，问题整改率达到 95% 以上”",
    "say what will be done this year, how much and how well, and let the indicators answer to it",
)


@rule("GOL006", "goals-empty-of-numbers", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield goals of the year that are blank or that nobody could check."""
    field = declaration.field(_LABEL)
    if field is None:
        return
    if not field.text.strip():
        yield Finding(field.value, _BLANK, _ADVICE)
    elif not names_a_figure(field.text) and not names_a_deed(field.text):
        yield Finding(field.value, _EMPTY, _ADVICE, {"text": _short(field)})


def _short(field: Field) -> str:
    text = " ".join(field.text.split())
    return text if len(text) <= 40 else text[:39] + "…"
