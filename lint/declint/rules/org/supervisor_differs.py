"""主管部门的名称与登记名称或同一单位其他申报表不一致
The supervising body's name differs from the registered one or from its siblings'

## 查什么
配置了主管部门名单（supervisors）时，主管部门必须在名单里。没有名单时，和这一批的其他申报表比较：名称只差一点
（多、少、错一两个字，少了“市”，用了简称），而另一种写法至少是它的两倍的，视为写错。真正不同的部门不报。

## What
With a configured list (supervisors) the supervising body must be on it. Without one it is compared with the
other declarations: a name that is a slip, a short form or a near variant of one that stands at least twice as
often is reported. Really different bodies are not.

## 为什么
同一个主管部门写成两个名称，预算汇总和公开时会当成两个部门。

## Why
One body under two names counts as two in the budget.

## 错误示例 Wrong
```yaml
项目名称: 全民阅读推广
主管部门: 示例市文化旅游局
```
```yaml
项目名称: 古籍保护
主管部门: 示例市文化和旅游局
```
```yaml
项目名称: 馆舍维修
主管部门: 示例市文化和旅游局
```
---
```yaml
项目名称: 村卫生室建设
主管部门: 示例县卫健委
实施单位: 示例县卫生健康综合服务中心
```
```yaml
项目名称: 乡村医生培训
主管部门: 示例县卫生健康委员会
实施单位: 示例县人民医院
```
```yaml
项目名称: 妇女两癌筛查
主管部门: 示例县卫生健康委员会
实施单位: 示例县妇幼保健院
```
---
```yaml
主管部门: 示例市文化和旅行局
```
```toml
supervisors = ["示例市文化和旅游局", "示例市教育局"]
```

## 正确示例 Right
```yaml
项目名称: 全民阅读推广
主管部门: 示例市文化和旅游局
```
```yaml
项目名称: 校园阅读推广
主管部门: 示例市教育局
```

## 依据 Source
填报惯例 · filing practice：主管部门填写全称，与部门预算编码一致。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_supervisor_groups
from declint.finding import Finding
from declint.rules.kit import ERROR, UNSAFE, Scope, cross_rule
from declint.rules.org.names import differing, unlisted
from declint.settings import Settings


@cross_rule("ORG002", "supervisor-differs", severity=ERROR, fix=UNSAFE, scope=Scope.SUPERVISOR)
def check(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each supervising body that is off the list or a near variant of its siblings'."""
    if settings.supervisors:
        return unlisted(facts, lambda each: each.supervisor, settings.supervisors)
    return differing(same_supervisor_groups(facts), lambda each: each.supervisor)
