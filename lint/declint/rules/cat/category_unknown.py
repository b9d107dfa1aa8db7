"""一级、二级指标的名称不在表上，或者放错了一级
A category that the form does not have, or has elsewhere

## 查什么
绩效指标的一级指标、二级指标名称写错（数里指标），或者二级指标放在了别的一级指标下面（时效指标放在效益指标下）。
各地的不同叫法（环境效益指标、社会公众或服务对象满意度指标、产出数量、项目效益、1.数量指标）都认得，不报；各地自己加的栏目
（预算执行、项目管理）、几栏合写（社会、经济、生态效益指标）、允许自定栏目的表格不报；一级指标一个也不认得的，是别的表，也不报。

## What
A level-1 or level-2 label that is misspelt, or a level 2 under another level 1 than the form's. Other places'
labels, local additions, combined labels, open editions and forms of an unknown edition are not reported.

## 为什么
栏目名称是固定的，系统和评价都按它归类；写错了或放错了，下面的指标就归不了类。

## Why
The categories are fixed: what stands under an unknown label can't be classed.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      新建农村公厕数量: ≥30.00(座)
    时效指标:
      公厕建设完工及时率: =100.00(%)
  效益指标:
    质量指标:
      公厕验收合格率: =100.00(%)
    社会效益指标:
      受益村民人数: ≥6000.00(人)
```
---
```yaml
绩效指标:
  产出指标:
    数里指标:
      义诊活动场次: ≥24.00(场)
    数量指标:
      健康讲座场次: ≥12.00(场)
```
---
```yaml
绩效指标:
  产岀指标:
    时效指标:
      冬季供暖开通及时率: =100.00(%)
  效益指标:
    社会效益指标:
      供暖惠及居民户数: ≥5000.00(户)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    1.数量指标:
      义诊活动场次: ≥24.00(场)
  效益指标:
    环境效益指标:
      饮用水源地水质达标率: =100.00(%)
  满意度指标:
    社会公众或服务对象满意度指标:
      就诊群众满意度: ≥90.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 的一级、二级指标；各省沿用的表格见 declint 的 data/editions.yaml。
"""

from collections.abc import Iterator

from declint.declaration.edition import COSTS, Kind, plain
from declint.declaration.model import Category, Declaration
from declint.finding import Argument, Edit, Finding, Fix, Part, Path, Place, Words
from declint.language.lexicon import words
from declint.language.likeness import is_one_off
from declint.rules.kit import ERROR, UNSAFE, rule

_ELSEWHERE = Words(
    "“{label}”放在了“{above}”下面，表上它属于“{home}”",
    "“{label}” stands under “{above}”; on the form it belongs to “{home}”",
)
_MOVE = Words(
    "把这一栏和下面的指标移到“{home}”下面；如果只是二级指标的名称写错了，改成“{above}”下的一栏：{known}",
    "move it with its indicators to “{home}”; if only the label is wrong, use one of “{above}”: {known}",
)
_UNKNOWN2 = Words(
    "“{above}”下面没有“{label}”这一栏（{edition}的表）",
    "“{above}” has no category “{label}” (form of {edition})",
)
_UNKNOWN1 = Words(
    "“{label}”不是表上的一级指标（{edition}的表）",
    "“{label}” is no level-1 category (form of {edition})",
)
_MEANT = Words("是不是“{meant}”？照表上的名称写", "is “{meant}” meant? Write it as the form does")
_CHOOSE = Words("改用表上的名称：{known}", "use a label of the form: {known}")
_RENAME = Words("改成“{meant}”", "rename to “{meant}”")

_SHORTEST = 4


@rule("CAT008", "category-unknown", severity=ERROR, fix=UNSAFE)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each label that the declaration's edition does not have there."""
    edition = declaration.edition
    if edition.open:
        return
    firsts: dict[Path, Category] = {}
    for category in declaration.categories:
        firsts.setdefault(category.path[:2], category)
    if not any(edition.level1(category.level1) for category in firsts.values()):
        return
    for path, category in firsts.items():
        if edition.level1(category.level1) is None:
            yield from _level1(declaration, category.level1, Place(path, Part.KEY))
    for category in declaration.categories:
        above = edition.level1(category.level1)
        if above and not edition.has(category.level1, category.level2):
            yield from _level2(declaration, category, above)


def _level1(declaration: Declaration, label: str, place: Place) -> Iterator[Finding]:
    edition = declaration.edition
    known = tuple(edition.levels)
    meant = _meant(label, known)
    if meant is None and _is_local(label):
        return
    arguments: dict[str, Argument] = {"label": label, "edition": edition.name, "known": known}
    yield from _unknown(place, _UNKNOWN1, meant, arguments)


def _level2(declaration: Declaration, category: Category, above: str) -> Iterator[Finding]:
    edition = declaration.edition
    place = Place(category.path, Part.KEY)
    known = tuple(edition.levels[above])
    arguments: dict[str, Argument] = {
        "label": category.level2,
        "above": category.level1,
        "edition": edition.name,
        "known": known,
    }
    if category.kind is not None:
        home = _home(declaration, category.kind, above)
        if home:
            yield Finding(place, _ELSEWHERE, _MOVE, {**arguments, "home": home})
        return
    meant = _meant(category.level2, known)
    if meant is not None or not _is_local(category.level2):
        yield from _unknown(place, _UNKNOWN2, meant, arguments)


def _unknown(
    place: Place, message: Words, meant: str | None, arguments: dict[str, Argument]
) -> Iterator[Finding]:
    fixes = (Fix(_RENAME, UNSAFE, (Edit(place, meant),)),) if meant else ()
    advice = _MEANT if meant else _CHOOSE
    yield Finding(place, message, advice, {**arguments, "meant": meant or ""}, fixes=fixes)


def _home(declaration: Declaration, kind: Kind, above: str) -> str | None:
    """The level 1 that a kind belongs to, or None where it may stand under this one as in an older form."""
    edition = declaration.edition
    beside = edition.levels[above].values()
    if kind is Kind.SATISFACTION and Kind.SOCIAL_BENEFIT in beside:
        return None
    cost = edition.level1_of(Kind.ECONOMIC_COST)
    if kind not in COSTS:
        return edition.level1_of(kind)
    has_costs = any(edition.level1(each.level1) == cost for each in declaration.categories)
    return None if Kind.QUANTITY in beside and not has_costs else cost or edition.level1_of(Kind.COST)


def _stem(label: str) -> str:
    return plain(label).removesuffix("指标").removesuffix("目标")


def _meant(label: str, known: tuple[str, ...]) -> str | None:
    """The label that a misspelt one is: one character off and of some length; a local form's own is none."""
    label = plain(label)
    if len(label) < _SHORTEST or _stem(label) in words("editions", "地方栏目"):
        return None
    return next((each for each in known if is_one_off(label, each)), None)


def _is_local(label: str) -> bool:
    """Whether a label is a local form's own, or several categories in one."""
    stem = _stem(label)
    return stem in words("editions", "地方栏目") or any(word in stem for word in words("editions", "合写"))
