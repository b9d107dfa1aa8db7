"""The mistakes that bureaus make, made in a draft as often as published forms have them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from benchmarks.drafting.draft import Draft, Promise, Row
from benchmarks.drafting.goals import promise
from benchmarks.drafting.wordings import words

Spec = Mapping[str, Any]


def make(draft: Draft) -> None:
    """Make as many mistakes as a form of that size has; a quarter of the forms have none or one."""
    said = words("mistakes")
    share = draft.chance.random()
    bounds = said["差错数"]
    step = int(share * (len(bounds) - 1))
    count = min(draft.chance.randint(bounds[step], bounds[step + 1]), len(draft.rows) * 2)
    weights = [spec["份"] for spec in said["差错"]]
    for spec in draft.chance.choices(said["差错"], weights=weights, k=count):
        OPERATIONS[spec["做法"]](draft, spec)


def _filled(draft: Draft, form: str) -> str:
    action = draft.chance.choice(draft.actions)
    return form.format(
        什么=action.thing,
        做=action.deed,
        对象=draft.chance.choice(draft.bureau.field["对象"]),
        手段=draft.chance.choice(draft.bureau.field["手段"]),
        小数=draft.chance.randint(2, 12),
    )


def _change_row(draft: Draft, spec: Spec) -> None:
    chance = draft.chance
    rows = [
        row
        for row in draft.rows_of(*spec["类"])
        if row.operator and row.as_typed is None and row.unit in spec.get("原单位", (row.unit,))
    ]
    if not rows:
        return
    row = chance.choice(rows)
    if "单位" in spec:
        row.unit = chance.choice(spec["单位"])
    if "符号" in spec:
        row.operator = chance.choice(spec["符号"])
    if "值" in spec:
        row.value = chance.choice(spec["值"])
    if "原文" in spec:
        row.as_typed = chance.choice(spec["原文"])
    if "小数" in spec:
        unit = f"({row.unit})" if draft.bureau.brackets else row.unit
        row.as_typed = f"{row.operator}{row.value}{'' if draft.bureau.decimals else '.0'}{unit}"
    if "名称" in spec:
        _rename(draft, row, chance.choice(spec["名称"]))
    kinds = [kind for kind in spec.get("移到", ()) if kind in draft.bureau.edition]
    if kinds:
        row.kind = chance.choice(kinds)


def _rename(draft: Draft, row: Row, name: str) -> None:
    if all(other.name != name for other in draft.rows):
        row.name = name


def _add_row(draft: Draft, spec: Spec) -> None:
    kinds = [kind for kind in spec["类"] if kind in draft.bureau.edition]
    name = _filled(draft, draft.chance.choice(spec["名称"]))
    if kinds and all(row.name != name for row in draft.rows):
        value = draft.chance.choice(spec["值"])
        if not draft.bureau.decimals:
            value = value.replace(".00", "")
        if not draft.bureau.brackets:
            value = value.replace("(", "").replace(")", "")
        draft.rows.append(Row(draft.chance.choice(kinds), name, "", value))


def _add_sentence(draft: Draft, spec: Spec) -> None:
    sentence = _filled(draft, draft.chance.choice(spec["句"]))
    paragraph = draft.chance.choice(draft.goals)
    paragraph.insert(draft.chance.randint(0, len(paragraph)), Promise(sentence))


def _miswrite(draft: Draft, spec: Spec) -> None:
    places = [sentence for paragraph in draft.goals for sentence in paragraph if spec["把"] in sentence.text]
    if places:
        sentence = draft.chance.choice(places)
        sentence.text = sentence.text.replace(spec["把"], draft.chance.choice(spec["写成"]), 1)


def _truncate(draft: Draft, spec: Spec) -> None:
    del spec
    last = draft.goals[-1][-1]
    last.text = last.text[: max(4, len(last.text) - 3)] + "，以及对"


def _repeat_sentences(draft: Draft, spec: Spec) -> None:
    del spec
    paragraph = draft.chance.choice(draft.goals)
    draft.goals.insert(draft.chance.randint(0, len(draft.goals)), [replace(each) for each in paragraph])


def _drop_row(draft: Draft, spec: Spec) -> None:
    """What the goals promise is carried by no row any more."""
    del spec
    promised = [sentence.action for sentence in draft.promises()]
    rows = [row for row in draft.rows_of("数量") if row.action in promised]
    if len(rows) > 1:
        draft.rows.remove(draft.chance.choice(rows))


def _promise_another(draft: Draft, spec: Spec) -> None:
    """The goals promise another number than the row."""
    del spec
    if not draft.promises():
        return
    sentence = draft.chance.choice(draft.promises())
    assert sentence.action
    more = sentence.action.number + draft.chance.choice((1, 2, 5, 10, 20))
    sentence.text = promise(draft, replace(sentence.action, number=more)).text


def _repeat_row(draft: Draft, spec: Spec) -> None:
    """The same indicator twice; never letter for letter, for most other tools can't read such a file."""
    del spec
    row = draft.chance.choice(draft.rows)
    name = f"{row.name[:-3]} {row.name[-3:]}"
    if all(other.name != name for other in draft.rows):
        draft.rows.insert(draft.rows.index(row) + draft.chance.randint(1, 4), replace(row, name=name))


def _copy_text(draft: Draft, spec: Spec) -> None:
    del spec
    rows = [row for row in draft.rows_of("社会", "可持续", "满意") if row.as_typed is None]
    if len(rows) > 1:
        one, other = draft.chance.sample(rows, 2)
        other.as_typed = f"通过{_filled(draft, '{手段}')}，{one.name}得到保证"
        one.as_typed = other.as_typed


def _named_as_project(draft: Draft, spec: Spec) -> None:
    del spec
    if rows := draft.rows_of("数量"):
        _rename(draft, draft.chance.choice(rows), draft.project)


def _drop_kind(draft: Draft, spec: Spec) -> None:
    kind = draft.chance.choice(spec["类"])
    draft.rows = [row for row in draft.rows if row.kind != kind]


def _wrong_sum(draft: Draft, spec: Spec) -> None:
    del spec
    draft.granted = draft.request - draft.carried + draft.chance.choice((1_000, -2_000, 50_000, 100))


def _misspelt_unit(draft: Draft, spec: Spec) -> None:
    del spec
    cut = draft.chance.randint(3, len(draft.unit) - 1)
    draft.unit = draft.unit[:cut] + draft.unit[cut + 1 :] if cut < len(draft.unit) - 1 else f"{draft.unit} "


def _another_price(draft: Draft, spec: Spec) -> None:
    del spec
    rows = [row for row in draft.rows_of("经济成本") if row.value.isdigit()]
    if rows:
        row = draft.chance.choice(rows)
        row.value = str(max(1, int(row.value) * draft.chance.choice((6, 8, 12, 15)) // 10))


OPERATIONS: dict[str, Callable[[Draft, Spec], None]] = {
    "改行": _change_row,
    "加行": _add_row,
    "加句": _add_sentence,
    "写错": _miswrite,
    "截断": _truncate,
    "重复句子": _repeat_sentences,
    "删行": _drop_row,
    "承诺改数": _promise_another,
    "同名两行": _repeat_row,
    "抄文字": _copy_text,
    "名称是项目": _named_as_project,
    "缺类": _drop_kind,
    "资金不符": _wrong_sum,
    "单位写错": _misspelt_unit,
    "单价不同": _another_price,
}
"""What each 做法 of the wordings does."""
