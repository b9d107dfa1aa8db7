"""实施单位的名称与登记名称或同一单位其他申报表不一致
The implementing unit's name differs from the registered one or from its siblings'

## 查什么
配置了单位名单（implementing-units）时，实施单位必须在名单里，空格、括号的全角半角不论。
没有名单时，和这一批里同一主管部门的其他申报表比较：名称只差一点（多、少、错一两个字，前后颠倒，少了“市”，用了简称），
而另一种写法至少是它的两倍的，视为写错。
真正不同的单位不报：第一医院和第二医院、东校区和西校区、供水中心和排水中心、育才学校和育英学校；空着的也不报。

## What
With a configured list (implementing-units) the unit must be on it. Without one it is compared with the other
declarations of the same supervisor: a name that is a slip, a short form or a near variant of one that stands
at least twice as often is reported. Ordinals, quarters, places, fields of work and the proper names of
schools and hospitals make different units; they are not reported, nor are blank names.

## 为什么
同一单位在一批申报表里用了两个名称，预算系统会当成两个单位，汇总和公开都会出错。

## Why
One unit under two names counts as two units in the budget system, and sums and publication go wrong.

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
项目名称: 重点传染病监测
实施单位: 示例市疾控中心
```
```yaml
项目名称: 实验室设备更新
实施单位: 示例市疾病预防控制中心
```
```yaml
项目名称: 慢性病筛查
实施单位: 示例市疾病预防控制中心
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
---
```yaml
项目名称: 管网改造
实施单位: 示例市城市供水服务中心
```
```yaml
项目名称: 水质检测
实施单位: 示例市城市供水服务中心
```
```yaml
项目名称: 泵站运行
实施单位: 示例市城市排水服务中心
```

## 依据 Source
填报惯例 · filing practice：实施单位填写全称，与预算单位名称一致。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_unit_groups
from declint.finding import Finding
from declint.rules.kit import ERROR, UNSAFE, Scope, cross_rule
from declint.rules.org.names import differing, unlisted
from declint.settings import Settings


@cross_rule("ORG001", "implementing-unit-differs", severity=ERROR, fix=UNSAFE, scope=Scope.SUPERVISOR)
def check(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each implementing unit that is off the list or a near variant of its siblings'."""
    if settings.implementing_units:
        return unlisted(facts, lambda each: each.unit, settings.implementing_units)
    return differing(same_unit_groups(facts), lambda each: each.unit)
