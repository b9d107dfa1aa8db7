"""How a file goes wrong as a file, and its funding."""

from collections.abc import Callable
from decimal import Decimal

from declint.finding import Words
from declint.testing.mutations.draft import Draft
from declint.testing.mutations.mutation import Mutation, alone

_TOTAL, _GRANT, _OTHER = "年度资金__年度资金申请总额", "年度资金__当年财政拨款", "年度资金__其他资金"
_PROJECT = ("项目资金__项目资金总额", "项目资金__财政资金", "项目资金__其他资金")


def _amount(draft: Draft, label: str) -> Decimal | None:
    amount = draft.declaration.amount(label.replace("__", "/"))
    return amount.yuan if amount else None


def _replaced(old: str, new: str) -> Callable[[Draft], str | None]:
    return lambda draft: draft.text.replace(old, new, 1) if old in draft.text else None


def _repeated_key(draft: Draft) -> str | None:
    line = next(line for line in draft.text.splitlines() if line.startswith("实施单位:"))
    return draft.text.replace(line, f"{line}\n{line}", 1)


def _separators(draft: Draft) -> str | None:
    total = _amount(draft, _TOTAL)
    return draft.filled(**{_TOTAL: f"{total:,.2f}"}) if total else None


def _sum_off(draft: Draft) -> str | None:
    grant = _amount(draft, _GRANT)
    return draft.filled(**{_GRANT: f"{grant - 1000:.2f}"}) if grant else None


def _project(draft: Draft, total: Decimal, fiscal: Decimal) -> str | None:
    return draft.filled(**dict(zip(_PROJECT, (f"{total:.2f}", f"{fiscal:.2f}", "0.00"), strict=True)))


def _project_sum_off(draft: Draft) -> str | None:
    total = draft.declaration.request
    if draft.declaration.spans_years:
        total = _amount(draft, _PROJECT[0])
    return _project(draft, total, total - 1000) if total else None


def _project_too_small(draft: Draft) -> str | None:
    total = draft.declaration.request
    return _project(draft, total - 10000, total - 10000) if total and draft.declaration.spans_years else None


def _one_year_differs(draft: Draft) -> str | None:
    total = draft.declaration.request
    return (
        _project(draft, total + 10000, total + 10000) if total and not draft.declaration.spans_years else None
    )


def _negative(draft: Draft) -> str | None:
    grant, other = _amount(draft, _GRANT), _amount(draft, _OTHER)
    if grant is None or other is None:
        return None
    return draft.filled(**{_GRANT: f"{grant + other + 5000:.2f}", _OTHER: "-5000.00"})


def _said_otherwise(draft: Draft) -> str | None:
    total = draft.declaration.request
    return draft.saying(f"本项目年度预算 {total / 10000 + 25:f} 万元。") if total else None


def _no_project_goal(draft: Draft) -> str | None:
    field = draft.declaration.fields["绩效目标/项目总目标"]
    if not field.text or not draft.declaration.spans_years:
        return None
    start, end = draft.text.index("项目总目标:"), draft.text.index("  年度总体目标:")
    return draft.text[:start] + "项目总目标:\n" + draft.text[end:]


FILES = (
    Mutation(
        "full-width-colon",
        "SYN001",
        Words("冒号打成全角", "a full-width colon behind a key"),
        alone(_replaced("项目名称: ", "项目名称：")),
    ),
    Mutation(
        "misspelt-key",
        "SYN002",
        Words("栏目名写错", "a misspelt label"),
        alone(_replaced("主管部门:", "主管单位:")),
    ),
    Mutation("key-twice", "SYN003", Words("同一栏写两次", "a label that stands twice"), alone(_repeated_key)),
    Mutation(
        "byte-order-mark",
        "SYN004",
        Words("文件带 BOM", "a byte order mark"),
        alone(lambda draft: f"\ufeff{draft.text}"),
    ),
    Mutation(
        "thousands-separators",
        "SYN005",
        Words("金额带千分位逗号", "separators in an amount"),
        alone(_separators),
    ),
    Mutation(
        "annual-part-changed",
        "FND001",
        Words("改了拨款，没改总额", "an appropriation changed, not the sum"),
        alone(_sum_off),
    ),
    Mutation(
        "project-part-changed",
        "FND002",
        Words("项目资金分项与总额不符", "project parts that miss the total"),
        alone(_project_sum_off),
    ),
    Mutation(
        "project-total-too-small",
        "FND003",
        Words("项目总额小于年度申请", "a total below the year's request"),
        alone(_project_too_small),
    ),
    Mutation(
        "one-year-total-larger",
        "FND004",
        Words("一年期项目总额大于年度申请", "a one-year total above the request"),
        alone(_one_year_differs),
    ),
    Mutation("negative-part", "FND005", Words("其他资金填成负数", "a negative part"), alone(_negative)),
    Mutation(
        "budget-said-otherwise",
        "FND006",
        Words("目标里的预算与表上不符", "another budget in the goals"),
        alone(_said_otherwise),
    ),
    Mutation(
        "project-goal-blank",
        "FND007",
        Words("多年项目没有总目标", "a project of years without its goal"),
        alone(_no_project_goal),
    ),
)
"""Mutations of the file and of the funding."""
