"""How rows end up in the wrong category, and how they copy each other."""

from collections.abc import Callable

from declint.declaration.edition import Kind
from declint.declaration.model import Indicator
from declint.finding import Move, Part, Place, Words
from declint.testing.mutations.draft import Draft, Test, is_count, is_rate, is_text, named, of, stem
from declint.testing.mutations.mutation import Mutation, alone

Change = Callable[[Draft], str | None]
_BENEFITS = (Kind.SOCIAL_BENEFIT, Kind.LASTING_INFLUENCE)


def _moved(kind: Kind, *tests: Test) -> Change:
    """The first fitting row under another category; it may not be the last one of its own."""

    def apply(draft: Draft) -> str | None:
        row = draft.row(*tests, lambda row: _siblings(draft, row) > 1)
        edition = draft.declaration.edition
        level1, level2 = edition.level1_of(kind), edition.level2_of(kind)
        if row is None or level1 is None or level2 is None:
            return None
        return draft.edited(Move(row.path, level1, level2))

    return apply


def _siblings(draft: Draft, row: Indicator) -> int:
    return sum(each.category == row.category for each in draft.declaration.indicators)


def _new_row(name: str, value: str, *kinds: Kind) -> Change:
    return lambda draft: draft.with_row(name, value, *kinds)


def _unknown_level2(draft: Draft) -> str | None:
    found = next((each for each in draft.declaration.categories if each.kind is Kind.SOCIAL_BENEFIT), None)
    if found is None or draft.declaration.edition.open:
        return None
    start, end = draft.span(Place(found.path, Part.KEY))
    return f"{draft.text[:start]}先进性指标{draft.text[end:]}"


def _without_timeliness(draft: Draft) -> str | None:
    rows = [row for row in draft.declaration.indicators if row.kind is Kind.TIMELINESS]
    if not rows or rows[0].columns or Kind.TIMELINESS not in draft.declaration.edition.required:
        return None
    label, _ = draft.span(Place(rows[0].category.path, Part.KEY))
    start = draft.text.rindex("\n", 0, label) + 1
    return draft.text[:start] + draft.text[draft.text.index("\n", draft.span(rows[-1].value)[1]) + 1 :]


def _satisfaction_copied(draft: Draft) -> str | None:
    told = draft.row(is_text)
    row = draft.row(of(Kind.SATISFACTION), lambda row: not draft.is_told(row)) or draft.row(
        of(Kind.SATISFACTION)
    )
    return draft.targeted(row, told.target.raw) if told and row else None


def _text_copied(draft: Draft) -> str | None:
    told = draft.row(is_text)
    return draft.with_row("工作档案资料", told.target.raw, Kind.LASTING_INFLUENCE) if told else None


def _row_repeated(draft: Draft) -> str | None:
    row = draft.row(is_count, of(Kind.QUANTITY))
    return draft.with_row(row.name, row.target.raw, Kind.QUANTITY) if row else None


def _row_contradicted(draft: Draft) -> str | None:
    row = draft.row(is_count, of(Kind.QUANTITY), lambda row: not draft.is_told(row)) or draft.row(
        is_count, of(Kind.QUANTITY)
    )
    if row is None:
        return None
    other = f"≥{(row.target.number or 0) + 7:.2f}({row.target.unit})"
    return draft.with_row(
        f"{stem(row.name)}工作{row.name.removeprefix(stem(row.name))}", other, Kind.QUANTITY
    )


def _named_as_project(draft: Draft) -> str | None:
    return draft.with_row(draft.declaration.name, "≥1.00(项)", Kind.QUANTITY)


def _value_of_another(draft: Draft) -> str | None:
    told = draft.row(is_text, of(Kind.LASTING_INFLUENCE))
    return draft.with_row("部门协作情况", f"进一步充实{told.name}", Kind.LASTING_INFLUENCE) if told else None


CATEGORIES = (
    Mutation(
        "timeliness-under-quality",
        "CAT001",
        Words("及时率填到质量指标下", "punctuality under quality"),
        alone(_moved(Kind.QUALITY, of(Kind.TIMELINESS), named("及时率", "响应时间", "按期"))),
    ),
    Mutation(
        "count-under-timeliness",
        "CAT002",
        Words("数量填到时效指标下", "a count under timeliness"),
        alone(_moved(Kind.TIMELINESS, of(Kind.QUANTITY), is_count)),
    ),
    Mutation(
        "satisfaction-under-benefit",
        "CAT003",
        Words("满意度填到社会效益下", "satisfaction among benefits"),
        alone(_new_row("社会公众满意度", "≥90.00(%)", *_BENEFITS)),
    ),
    Mutation(
        "count-under-satisfaction",
        "CAT004",
        Words("人数填到满意度指标下", "a count under satisfaction"),
        alone(_new_row("参与志愿者人数", "≥50.00(人)", Kind.SATISFACTION)),
    ),
    Mutation(
        "rate-under-quantity",
        "CAT005",
        Words("比率填到数量指标下", "a rate under quantity"),
        alone(_moved(Kind.QUANTITY, of(Kind.QUALITY), is_rate)),
    ),
    Mutation(
        "count-under-quality",
        "CAT006",
        Words("数量填到质量指标下", "a count under quality"),
        alone(_moved(Kind.QUALITY, of(Kind.QUANTITY), is_count)),
    ),
    Mutation(
        "cost-under-quantity",
        "CAT007",
        Words("成本填到数量指标下", "a cost under quantity"),
        alone(_new_row("宣传材料印刷成本", "≤6000.00(元)", Kind.QUANTITY)),
    ),
    Mutation(
        "level-2-made-up",
        "CAT008",
        Words("二级指标写成表上没有的", "a level 2 that no form has"),
        alone(_unknown_level2),
    ),
    Mutation(
        "timeliness-left-out",
        "CAT009",
        Words("删掉时效指标", "no timeliness at all"),
        alone(_without_timeliness),
    ),
    Mutation(
        "output-among-benefits",
        "CAT010",
        Words("产出填到社会效益下", "an output among benefits"),
        alone(_new_row("业务骨干培训场次", "≥12.00(场)", Kind.SOCIAL_BENEFIT)),
    ),
    Mutation(
        "satisfaction-copied",
        "DUP001",
        Words("满意度抄了别行的文字", "satisfaction copied from another row"),
        alone(_satisfaction_copied),
    ),
    Mutation(
        "text-copied", "DUP002", Words("两行文字一样", "two rows of the same text"), alone(_text_copied)
    ),
    Mutation(
        "row-repeated", "DUP003", Words("同一指标填两次", "a row that stands twice"), alone(_row_repeated)
    ),
    Mutation(
        "row-contradicted",
        "DUP004",
        Words("同一件事两个数", "one measure with two numbers"),
        alone(_row_contradicted),
    ),
    Mutation(
        "row-named-as-project",
        "DUP006",
        Words("指标名就是项目名", "a row named as the project"),
        alone(_named_as_project),
    ),
    Mutation(
        "value-of-another-row",
        "DUP008",
        Words("文字说的是另一行", "a value that speaks of another row"),
        alone(_value_of_another),
    ),
)
"""Mutations of categories, and copies between rows."""
