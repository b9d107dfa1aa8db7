"""A draft as the text of a declaration file."""

from collections.abc import Iterator

from benchmarks.drafting.draft import Draft, Promise, Row
from benchmarks.drafting.wordings import words


def text_of(draft: Draft) -> str:
    """The file: head, funding, goals, indicators."""
    lines = [*_head(draft), *_goals(draft), "", "绩效指标:", *_rows(draft), ""]
    return ("\r\n" if draft.bureau.crlf else "\n").join(lines)


def _head(draft: Draft) -> Iterator[str]:
    bureau, chance = draft.bureau, draft.chance
    comments = words("common")["注释"]["头"]
    yield from (each for each in comments if chance.random() < 0.35)
    yield from (
        "年度: 2026",
        f"项目名称: {draft.project}",
        f"项目性质: {draft.nature}",
        f"项目类别: {'特定目标类' if draft.nature != '经常性项目' else '其他运转类'}",
        f"主管部门: {draft.supervisor or bureau.name}",
        f"实施单位: {draft.unit}",
        "计划开始日期: 2026-01-01",
        f"计划完成日期: {2025 + draft.years}-12-31",
    )
    if bureau.names_edition:
        yield f"表式: {bureau.edition['名称']}"
    granted = draft.request - draft.carried if draft.granted is None else draft.granted
    whole = f" {draft.whole}.00" if draft.whole else ""
    yield from (
        "",
        "项目资金:",
        f"  项目资金总额:{whole}",
        f"  财政资金:{whole}",
        "  其他资金:" + (" 0.00" if whole else ""),
        "年度资金:",
        f"  年度资金申请总额: {draft.request}.00",
        f"  当年财政拨款: {granted}.00",
        f"  上年结转资金: {draft.carried}.00",
        "  其他资金: 0.00",
        "",
    )


def _goals(draft: Draft) -> Iterator[str]:
    yield "绩效目标:"
    yield f"  项目总目标: {draft.whole_goals}".rstrip()
    yield "  年度总体目标: |"
    numbered = len(draft.goals) > 1 and draft.chance.random() < 0.5
    for number, paragraph in enumerate(draft.goals, 1):
        mark = f"{number}. " if numbered else ""
        yield f"    {mark}{_joined(draft, paragraph)}"


def _joined(draft: Draft, paragraph: list[Promise]) -> str:
    text = ""
    for number, sentence in enumerate(paragraph):
        last = number == len(paragraph) - 1
        text += sentence.text + ("。" if last else draft.chance.choice("；；，。" if number else "，"))
    return text


def _rows(draft: Draft) -> Iterator[str]:
    edition, comments, chance = draft.bureau.edition, words("common")["注释"], draft.chance
    level1, level2 = "", ""
    for kind in (kind for kind in edition if isinstance(edition[kind], list)):
        rows = [row for row in draft.rows if row.kind == kind]
        one, two = edition[kind]
        if rows and one != level1:
            level1, level2 = one, ""
            yield f"  {one}:"
        if rows and two != level2:
            level2 = two
            yield f"    {two}:"
        for row in rows:
            if chance.random() < 0.015:
                yield f"      {chance.choice(comments['行'])}"
            target = _target(draft, row)
            more = chance.choice(comments["行内"]) if target and chance.random() < 0.015 else ""
            yield f"      {row.name}: {target}".rstrip() + more


def _target(draft: Draft, row: Row) -> str:
    value = target_text(draft, row)
    columns = [f"权重: {row.weight}"] if row.weight else []
    columns += [f"备注: {row.remark}"] if row.remark else []
    return f"{{指标值: {value}, {', '.join(columns)}}}" if columns else value


def target_text(draft: Draft, row: Row) -> str:
    """The target in the bureau's notation."""
    if row.as_typed is not None:
        return row.as_typed
    if not row.operator:
        return row.value
    number = f"{row.value}.00" if draft.bureau.decimals and "." not in row.value else row.value
    unit = f"({row.unit})" if draft.bureau.brackets else row.unit
    return f"{row.operator}{number}{unit}"
