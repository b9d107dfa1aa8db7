"""The indicators of a draft without mistakes."""

from collections.abc import Iterator
from itertools import islice

from benchmarks.drafting.bureau import Bureau
from benchmarks.drafting.draft import Action, Draft, Row
from benchmarks.drafting.wordings import words

SHARES = {"数量": 38, "质量": 19, "时效": 12, "经济成本": 8, "效益": 14, "满意": 9}
"""How many of a hundred rows are of a kind."""
BYTES_OF_A_ROW = 68


def actions_of(draft: Draft, count: int) -> list[Action]:
    """What the project does, no thing twice in a place."""
    chance, field = draft.chance, draft.bureau.field
    groups = chance.sample(field["行动"], len(field["行动"]))
    things = [(sort, deeds, thing, unit) for sort, deeds, what in groups[:4] for thing, unit in what.items()]
    chance.shuffle(things)
    towns = ["", *chance.sample(words("common")["乡镇"], 8)]
    wanted = [
        (sort, chance.choice(deeds), f"{town}{'镇' if town else ''}{thing}", unit)
        for town in towns
        for sort, deeds, thing, unit in things
        if not town or sort in {"工程", "采购", "检查"}
    ]
    if chance.random() < 0.3:
        chance.shuffle(wanted)
    return [
        Action(sort, deed, thing, unit, _number(draft, unit))
        for sort, deed, thing, unit in islice(_apart(wanted), count)
    ]


def _apart(wanted: list[tuple[str, str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    seen: set[str] = set()
    for each in wanted:
        if each[2] not in seen:
            seen.add(each[2])
            yield each


def _number(draft: Draft, unit: str) -> int:
    low, high, *_ = unit_of(unit)
    small = min(high, low * 12)
    number = draft.chance.randint(low, small if draft.chance.random() < 0.75 else high)
    return number if number < 60 else number // 10 * 10 if number < 3000 else number // 100 * 100


def unit_of(unit: str) -> list[int]:
    """The range of numbers and of prices of a unit of measure."""
    units = words("common")["单位"]
    found: list[int] = units.get(unit, units["_"])[:4]
    return found


def count_name(action: Action) -> str:
    """What the indicator of an action is called."""
    units = words("common")["单位"]
    measure = units.get(action.unit, units["_"])[4]
    if action.sort == "活动":
        return f"{action.thing}场次"
    return f"{action.thing}{action.deed}{measure}"


def cost_of(bureau: Bureau, action: Action) -> tuple[str, int, str]:
    """The cost limit of an action: name, 元, unit; the same in all forms of the bureau."""
    name = words("common")["类"][action.sort]["成本"].format(什么=action.thing, 做=action.deed)
    _, _, low, high = unit_of(action.unit)
    unit = "人" if action.unit == "人次" else action.unit
    return name, bureau.price(name, low, high), f"元/{unit}"


def fill(draft: Draft) -> None:
    """Choose the actions and write the rows that measure them, as many as the size asks for."""
    rows = max(7, min(95, (draft.size - 650) * draft.chance.randint(30, 46) // 100 // BYTES_OF_A_ROW))
    wanted = {kind: max(1, rows * share // 100) for kind, share in SHARES.items()}
    draft.actions = actions_of(draft, wanted["数量"])
    for action in draft.actions:
        draft.rows.append(Row("数量", count_name(action), "≥", str(action.number), action.unit, action))
    _rates(draft, "质量", wanted["质量"])
    _timely(draft, wanted["时效"])
    _costs(draft, wanted["经济成本"])
    _benefits(draft, wanted["效益"])
    for who in draft.chance.sample(draft.bureau.field["对象"], min(4, wanted["满意"])):
        _rate(draft, "满意", f"{who}满意度")
    draft.rows = [row for row in draft.rows if row.kind in draft.bureau.edition]


def _rate(draft: Draft, kind: str, name: str, values: list[int] | None = None) -> None:
    if all(row.name != name for row in draft.rows):
        value = draft.bureau.standard(values or words("common")["率值"][kind], name)
        draft.rows.append(Row(kind, name, "≥", str(value), "%"))


def _rates(draft: Draft, kind: str, count: int) -> None:
    sorts = words("common")["类"]
    names = [
        form.format(什么=action.thing, 做=action.deed)
        for action in draft.actions
        for form in sorts[action.sort][kind]
        if "时间" not in form
    ]
    draft.chance.shuffle(names)
    standard = draft.chance.sample(words("common")["标准行"][kind], 1 + (count > 3))
    for name in (*names[: max(1, count - len(standard))], *standard):
        _rate(draft, kind, name)


def _timely(draft: Draft, count: int) -> None:
    days = count // 3
    _rates(draft, "时效", max(1, count - days))
    forms = [
        form.format(什么=action.thing, 做=action.deed)
        for action in draft.actions
        for form in words("common")["类"][action.sort]["时效"]
        if "时间" in form
    ]
    for name in draft.chance.sample(forms, min(days, len(forms))):
        month = draft.bureau.standard([6, 8, 9, 10, 11], name)
        draft.rows.append(Row("时效", name, "", f"2026年{month}月底前"))


def _costs(draft: Draft, count: int) -> None:
    spent = 0
    seen = set()
    for action in draft.actions[:count]:
        name, price, unit = cost_of(draft.bureau, action)
        spent += price * action.number
        if name not in seen:
            seen.add(name)
            draft.rows.append(Row("经济成本", name, "≤", str(price), unit, action))
    share = draft.chance.randint(105, 180)
    draft.request = max(60_000, (spent * share // 100 + 4_999) // 5_000 * 5_000)
    if count > 3:
        for kind, key in (("社会成本", "社会成本"), ("生态成本", "生态成本")):
            name, unit, low, high = draft.chance.choice(words("common")["标准行"][key])
            value = draft.bureau.standard(list(range(low, high + 1)), name)
            draft.rows.append(Row(kind, name, "≤" if value else "=", str(value), unit))


def _benefits(draft: Draft, count: int) -> None:
    field, standard = draft.bureau.field["效益"], words("common")["标准行"]
    every = [(kind, *row) for kind, rows in field.items() for row in rows if kind != "社会"]
    draft.chance.shuffle(every)
    social = draft.chance.sample([("社会", *row) for row in field["社会"]], min(len(field["社会"]), 2))
    for kind, name, _, low, high in (*social[:1], *every[: count - 1], *social[1 : max(1, count - 3)]):
        _rate(draft, kind, name, list(range(low, high + 1)))
    if count > 2:
        name, value = draft.chance.choice(standard["可持续"])
        if value == "年":
            draft.rows.append(Row("可持续", name, "≥", str(draft.bureau.standard([3, 5, 8, 10], name)), "年"))
        else:
            draft.rows.append(Row("可持续", name, "", value))


def weigh(draft: Draft) -> None:
    """Weights that sum to 90 over the rows of the form, and a remark here and there."""
    for row in draft.rows:
        if draft.chance.random() < 0.1:
            row.remark = draft.chance.choice(words("common")["备注"])
    share = words("common")["权重"]
    kinds = list(dict.fromkeys(row.kind for row in draft.rows if share[row.kind]))
    total = sum(share[kind] for kind in kinds)
    left = 90
    weighed = [row for row in draft.rows if share[row.kind]]
    for row in weighed:
        mates = sum(other.kind == row.kind for other in weighed)
        row.weight = max(1, 90 * share[row.kind] // total // mates)
        left -= row.weight
    for row in draft.rows:
        if row not in weighed:
            row.weight, left = 1, left - 1
    weighed[0].weight += left
    if weighed[0].weight < 1:
        for row in draft.rows:
            row.weight = 0
