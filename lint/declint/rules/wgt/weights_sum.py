"""权重合计不对
The weights do not add up

## 查什么
有“权重”一栏的表，各行权重相加应当等于 100 或 90（另有 10 分给预算执行率），或者每个一级指标
各自合计 100。配置了 weights-total 的，以配置为准。多数行都填了权重才查；漏填权重的行会一并指出。“10分”“10%”
都认。

## What
On forms with a column of weights the rows should add up to 100 or 90 (10 more go to budget execution), or
to 100 under every level 1. The setting weights-total gives other totals. Checked only
where most rows carry a weight; rows without one are named. “10分” and “10%” are understood.

## 为什么
权重合计不对，评价得分就算不出来，系统也会退回。

## Why
With weights that do not add up no score can be computed, and the system sends the form back.

## 错误示例 Wrong
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      单场义诊成本: {指标值: ≤800.00(元/场), 权重: 20}
  产出指标:
    数量指标:
      义诊场次: {指标值: ≥24.00(场), 权重: 20}
    质量指标:
      健康档案建档合格率: {指标值: ≥95.00(%), 权重: 10}
    时效指标:
      义诊计划按时完成率: {指标值: =100.00(%), 权重: 10}
  效益指标:
    社会效益指标:
      义诊服务人数: {指标值: ≥1200.00(人), 权重: 25}
  满意度指标:
    服务对象满意度指标:
      受诊居民满意度: {指标值: ≥90.00(%), 权重: 10}
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      修剪行道树数量: {指标值: ≥3000.00(株), 权重: 30}
    质量指标:
      行道树成活率: {指标值: ≥98.00(%), 权重: 20分}
    时效指标:
      修剪任务按时完成率: {指标值: =100.00(%), 权重: 20%}
    成本指标:
      单株修剪成本: {指标值: ≤60.00(元/株), 权重: ''}
  效益指标:
    社会效益指标:
      惠及居民户数: {指标值: ≥8000.00(户), 权重: 15}
  满意度指标:
    服务对象满意度指标:
      沿街居民满意度: {指标值: ≥90.00(%), 权重: 10}
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      单场义诊成本: {指标值: ≤800.00(元/场), 权重: 20}
  产出指标:
    数量指标:
      义诊场次: {指标值: ≥24.00(场), 权重: 20}
    质量指标:
      健康档案建档合格率: {指标值: ≥95.00(%), 权重: 12.5}
    时效指标:
      义诊计划按时完成率: {指标值: =100.00(%), 权重: 7.5}
  效益指标:
    社会效益指标:
      义诊服务人数: {指标值: ≥1200.00(人), 权重: 20}
  满意度指标:
    服务对象满意度指标:
      受诊居民满意度: {指标值: ≥90.00(%), 权重: 10}
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      义诊场次: {指标值: ≥24.00(场), 权重: 20}
```

## 依据 Source
填报惯例 · filing practice：产出 50、效益 30、满意度 10（或成本 20、产出 40、效益 20、满意度 10），
另加预算执行率 10。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.finding import Argument, Finding, Part, Place, Related, Words
from declint.rules.kit import ERROR, Scope, cross_rule
from declint.rules.wgt.weights import Weights, weights_of
from declint.settings import Settings

_TOTAL = Words(
    "各行权重合计 {total}，应当是 {right}（{levels}）",
    "the weights add up to {total}; they should make {right} ({levels})",
)
_LEVEL = Words(
    "“{level}”下各行权重合计 {total}，其他一级指标都是 100",
    "the weights under “{level}” add up to {total}, those of the other levels to 100",
)
_ADVICE = Words("核对各行权重，使合计等于 {right}", "check the weights of the rows so that they make {right}")
_FILL = Words(
    "先补上漏填的权重（{missing}），再使合计等于 {right}",
    "fill in the missing weights ({missing}), then make the total {right}",
)
_MISSING = Words("这一行没有填权重", "this row has no weight")


@cross_rule("WGT001", "weights-sum", severity=ERROR, scope=Scope.UNIT)
def check(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each declaration whose weights do not add up."""
    for each in facts:
        weights = weights_of(each)
        if weights and not weights.unreadable and not weights.adds_up(settings.weights_total):
            yield each.path, _finding(weights, settings.weights_total)


def _finding(weights: Weights, totals: Sequence[int]) -> Finding:
    labels = {indicator.path[:2]: indicator.category.level1 for indicator, _ in weights.rows}
    labels |= {indicator.path[:3]: indicator.category.level2 for indicator, _ in weights.rows}
    odd = weights.odd_level()
    path, total = odd or (weights.rows[0][0].path[:1], weights.total)
    missing = tuple(indicator.name for indicator in weights.missing)
    arguments: dict[str, Argument] = {
        "total": f"{total:f}",
        "right": "100" if odd else " 或 ".join(str(each) for each in sorted(totals, reverse=True)),
        "level": labels.get(path, ""),
        "levels": tuple(f"{labels[level]} {value:f}" for level, value in weights.by_level(2).items()),
        "missing": missing,
    }
    related = tuple(Related(indicator.key, _MISSING) for indicator in weights.missing)
    return Finding(
        Place(path, Part.KEY), _LEVEL if odd else _TOTAL, _FILL if missing else _ADVICE, arguments, related
    )
