"""实施单位的名称与登记名称或同一单位其他申报表不一致
The implementing unit's name differs from the registered one or from its siblings'

## 查什么
配置了单位名单（implementing-units）时，实施单位必须在名单里。没有名单时，与同一主管部门的其他申报表比较：
名称只差一两个字、多数申报表用另一种写法的，视为写错。真正不同的单位不报。

## What
With a configured list (implementing-units) the unit must be on it. Without one it is compared with the other
declarations of the same supervisor: a near variant of the name that most siblings use is reported. Really
different units are not.

## 为什么
同一单位在一批申报表里用了两个名称，预算系统会当成两个单位，汇总和公开都会出错。

## Why
One unit under two names counts as two units in the budget system.

## 错误示例 Wrong
```yaml
项目名称: 全民阅读推广
实施单位: 示例市图书馆中心
```
```yaml
项目名称: 古籍保护
实施单位: 示例市图书馆
```
```yaml
项目名称: 馆舍维修
实施单位: 示例市图书馆
```
---
```yaml
实施单位: 示例市图书管
```
```toml
implementing-units = ["示例市图书馆"]
```

## 正确示例 Right
```yaml
项目名称: 全民阅读推广
实施单位: 示例市图书馆
```
```yaml
项目名称: 文物修复
实施单位: 示例市博物馆
```
```yaml
项目名称: 校舍维修
实施单位: 示例市第一中学
```
```yaml
项目名称: 实验室改造
实施单位: 示例市第二中学
```

## 依据 Source
填报惯例 · filing practice：实施单位填写全称，与预算单位名称一致。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_unit_groups
from declint.finding import Finding
from declint.rules.kit import ERROR, UNSAFE, cross_rule
from declint.rules.org.names import differing, unlisted
from declint.settings import Settings


@cross_rule("ORG001", "implementing-unit-differs", severity=ERROR, fix=UNSAFE)
def check(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each implementing unit that is off the list or a near variant of its siblings'."""
    if settings.implementing_units:
        return unlisted(facts, lambda each: each.unit, settings.implementing_units)
    return differing(same_unit_groups(facts), lambda each: each.unit)
