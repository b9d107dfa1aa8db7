"""缺少必填的指标分类
A category that the form requires has no indicator

## 查什么
表格版本要求填的一级或二级指标一个指标也没有：没有产出指标、没有效益指标，或者产出指标下没有数量、质量、时效指标。
只有“无”“不适用”这样的空行，也算没有。整个一级指标都没有的，只报一级指标。
名称或目标说明是给群众、学生、患者、企业等办事的项目，没有满意度指标，也报；名称说明是建设、修缮、购置的项目，2021版没有成本指标，也报。
放错栏目的（时效指标放在效益指标下）算有；一个指标也没有的表、地方自定的表式不报；看不出服务谁的项目不要求满意度。

## What
A level that the edition of the form requires has no indicator: outputs, benefits, or quantity, quality and
timeliness among the outputs; rows that only say 无 or 不适用 are none. If a whole level 1 is missing,
only that is reported. Satisfaction is asked of projects whose name or goals serve the public or a named
group, cost (2021 edition) of construction, repairs and purchases. What stands in the wrong place counts as
present; forms without any indicator and local forms are passed over.

## 为什么
缺一类，这一面就没法评价：没有时效指标不知道什么时候做完，没有效益指标不知道有什么用。审核时一般会退回补填。

## Why
What has no indicator can't be judged: when it is done, how well, what it changes. Reviewers send such forms
back.

## 错误示例 Wrong
```yaml
# 整份
年度: 2026
项目名称: 灌区量水设施运行
主管部门: 示例市水利局
实施单位: 示例市灌区管理处
计划开始日期: 2026-01-01
计划完成日期: 2026-12-31
年度资金:
  年度资金申请总额: 300000.00
  当年财政拨款: 300000.00
绩效目标:
  年度总体目标: |
    全年校准量水设施不少于 40 座，用水户满意度达到 90% 以上。
绩效指标:
  成本指标:
    经济成本指标:
      单座量水设施校准成本: ≤6000.00(元/座)
  产出指标:
    数量指标:
      校准量水设施数量: ≥40.00(座)
    质量指标:
      量水设施校准合格率: ≥95.00(%)
  效益指标:
    社会效益指标:
      受益灌溉面积: ≥3000.00(亩)
  满意度指标:
    服务对象满意度指标:
      用水户满意度: ≥90.00(%)
```
---
```yaml
# 整份
年度: 2026
项目名称: 乡村医生集中培训
主管部门: 示例市卫生健康委员会
实施单位: 示例市卫生人才中心
计划开始日期: 2026-01-01
计划完成日期: 2026-12-31
年度资金:
  年度资金申请总额: 300000.00
  当年财政拨款: 300000.00
绩效目标:
  年度总体目标: |
    全年举办乡村医生培训班不少于 6 期，学员满意度达到 90% 以上。
绩效指标:
  产出指标:
    数量指标:
      乡村医生培训班期数: ≥6.00(期)
    质量指标:
      结业考核合格率: ≥95.00(%)
    时效指标:
      培训班按期举办率: ≥95.00(%)
    成本指标:
      人均培训成本: ≤400.00(元/人)
  满意度指标:
    服务对象满意度指标:
      学员满意度: ≥90.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      法律援助案件数量: ≥120.00(件)
    质量指标:
      案件质量评查合格率: ≥95.00(%)
    时效指标:
      案件受理及时率: ≥95.00(%)
    成本指标:
      单件法律援助成本: ≤1500.00(元/件)
  效益指标:
    社会效益指标:
      受援群众人数: ≥300.00(人)
    服务对象满意度指标:
      受援群众满意度: ≥90.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 规定了各类指标；满意度和成本的要求是 填报惯例 · filing practice。
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from declint.declaration.edition import COSTS, Edition, Kind
from declint.declaration.model import Declaration
from declint.finding import Argument, Finding, Part, Place, Related, Words
from declint.language.lexicon import lexicon
from declint.language.measures import SATISFACTION
from declint.rules.cat.contents import Contents, builds, contents_of, serves
from declint.rules.cat.places import homes
from declint.rules.kit import WARNING, rule

_LEVEL1 = Words(
    "没有“{missing}”：这一类一个指标也没有",
    "there is no indicator under “{missing}”",
)
_LEVEL2 = Words(
    "“{above}”下没有“{missing}”：这一类一个指标也没有",
    "there is no indicator under “{missing}” ({above})",
)
_SERVED = Words(
    "没有“{missing}”，而{where_zh}写有“{word}”，项目是有服务对象的",
    "there is no indicator under “{missing}”, but {where_en} speaks of those it serves (“{word}”)",
)
_BUILT = Words(
    "没有“{missing}”，而项目名称写有“{word}”，建设、修缮、购置要控制成本",
    "there is no indicator under “{missing}”, but the project builds, repairs or buys (“{word}”)",
)
_ADVICE = Words(
    "补上“{missing}”，例如“{example}”（名称和数按实际填）",
    "add “{missing}”, such as “{example}”, with the real name and number",
)
_ELSEWHERE = Words("这一行像是“{missing}”，放在了别处", "this row looks like “{missing}”, filed elsewhere")


class _Missing(Struct, frozen=True):
    message: Words
    label: str
    level1: str
    kind: Kind | None
    arguments: dict[str, Argument]


@rule("CAT009", "category-missing", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each required category without an indicator."""
    edition = declaration.edition
    known = any(edition.level1(category.level1) for category in declaration.categories)
    if edition.open or not known or not declaration.indicators:
        return
    contents = contents_of(declaration)
    if not contents.rows:
        return
    for missing in _required(edition, contents):
        yield _finding(declaration, missing)
    if served := _satisfaction(declaration, contents):
        yield _finding(declaration, served)
    if built := _cost(declaration, contents):
        yield _finding(declaration, built)


def _required(edition: Edition, contents: Contents) -> Iterator[_Missing]:
    """What the edition asks of every project; nothing below a level 1 that is missing as a whole."""
    level1s = [label for label in edition.required if label in edition.levels]
    absent = {label for label in level1s if not contents.has_level1(label)}
    for label in edition.required:
        if label in absent:
            kind = next((kind for kind in edition.levels[label].values() if kind), None)
            yield _Missing(_LEVEL1, label, label, kind, {})
        elif label not in edition.levels:
            kind = Kind(label)
            above = edition.level1_of(kind)
            if above and above not in absent and not contents.has(kind):
                yield _Missing(_LEVEL2, edition.level2_of(kind) or label, above, kind, {"above": above})


def _satisfaction(declaration: Declaration, contents: Contents) -> _Missing | None:
    """Satisfaction, where the name or the goals tell whom the project serves."""
    level1 = declaration.edition.level1_of(Kind.SATISFACTION)
    asked = any(row.measure and row.measure.name == SATISFACTION for row in declaration.indicators)
    if level1 is None or asked or contents.has(Kind.SATISFACTION):
        return None
    served = serves(declaration)
    if served is None:
        return None
    arguments: dict[str, Argument] = dict(asdict(served))
    label = "满意度指标" if "满意度指标" in declaration.edition.levels else level1
    return _Missing(_SERVED, label, label, Kind.SATISFACTION, arguments)


def _cost(declaration: Declaration, contents: Contents) -> _Missing | None:
    """Cost, where the edition has it as a level 1 and the name tells of building, repairs or purchases."""
    level1 = declaration.edition.level1_of(Kind.ECONOMIC_COST)
    costs = any(row.measure and row.measure.is_cost for row in declaration.indicators)
    if level1 is None or costs or any(contents.has(kind) for kind in COSTS):
        return None
    word = builds(declaration.name)
    return _Missing(_BUILT, level1, level1, Kind.ECONOMIC_COST, {"word": word}) if word else None


def _finding(declaration: Declaration, missing: _Missing) -> Finding:
    """The finding, on the level-1 key that should hold the category, or on 绩效指标 where there is none."""
    edition = declaration.edition
    paths = [each.path for each in declaration.categories if edition.level1(each.level1) == missing.level1]
    if paths:
        place = Place(paths[0][:-1], Part.KEY)
    else:
        assert declaration.indicators_path is not None
        place = Place(declaration.indicators_path, Part.KEY)
    examples = lexicon("contents")["缺类的例子"]
    example = examples.get(str(missing.kind)) or examples[str(Kind.SOCIAL_BENEFIT)]
    elsewhere = [
        Related(row.key, _ELSEWHERE)
        for row in declaration.indicators
        if missing.kind is Kind.TIMELINESS and homes(row)[:1] == (Kind.TIMELINESS,)
    ]
    arguments: dict[str, Argument] = {**missing.arguments, "missing": missing.label, "example": example}
    return Finding(place, missing.message, _ADVICE, arguments, related=tuple(elsewhere[:3]))
