"""How the goals and their wording go wrong."""

import re
from collections.abc import Callable

from declint.declaration.edition import Kind
from declint.finding import Words
from declint.testing.mutations.draft import Draft, in_unit, is_count
from declint.testing.mutations.mutation import Mutation, alone

_AT_LEAST = re.compile(r"不少于(?= )")


def _told_row_changed(draft: Draft) -> str | None:
    """A count that the goals give as well, with another number."""
    row = draft.row(is_count, draft.is_told)
    if row is None or row.target.number is None:
        return None
    return draft.targeted(row, f"{row.operator_text}{row.target.number + 7:.2f}({row.target.unit})")


def _turned(draft: Draft) -> str | None:
    return draft.with_goal(lambda goal: _AT_LEAST.sub("不超过", goal, count=1))


def _other_unit(draft: Draft) -> str | None:
    row = draft.row(is_count, in_unit("次"), draft.is_told)
    if row is None or row.target.number is None:
        return None
    number = f"{row.target.number.normalize():f}"
    return draft.with_goal(
        lambda goal: re.sub(rf"(?<![0-9]){number} ?{row.target.unit}", f"{number} 课时", goal)
    )


def _contradicted(draft: Draft) -> str | None:
    """The first promise of the goals said again with another number."""
    row = draft.row(is_count, draft.is_told)
    if row is None or row.target.number is None:
        return None
    clause = next(
        (
            part
            for part in re.split(r"[，。；、：\n]", draft.goal)
            if f"{row.target.number.normalize():f} " in part
        ),
        "",
    )
    other = clause.replace(f"{row.target.number.normalize():f}", f"{row.target.number * 2:.0f}")
    return draft.saying(f"{other}。") if clause else None


def _no_numbers(_goal: str) -> str:
    return "按照上级要求做好各项工作，不断提高工作水平。"


def _last_cut(goal: str) -> str:
    return f"{goal.rstrip('。')}，并进一步加强对"


def _paragraph_again(goal: str) -> str:
    return f"{goal}\n{max(goal.splitlines(), key=len)}"


def _say(sentence: str) -> Callable[[Draft], str | None]:
    return lambda draft: draft.saying(sentence)


TEXTS = (
    Mutation(
        "number-changed-in-row",
        "GOL001",
        Words("改了指标值，没改目标", "a target changed, not the goals"),
        alone(_told_row_changed),
    ),
    Mutation(
        "direction-changed-in-goals",
        "GOL002",
        Words("目标的“不少于”改成“不超过”", "“at least” turned in the goals"),
        alone(_turned),
    ),
    Mutation(
        "unit-changed-in-goals",
        "GOL003",
        Words("目标里换了单位", "another unit in the goals"),
        alone(_other_unit),
    ),
    Mutation(
        "promise-without-row",
        "GOL004",
        Words("目标多一项没有指标的承诺", "a promise that no row carries"),
        alone(_say("新建服务示范点 37 个。")),
    ),
    Mutation(
        "promise-said-twice",
        "GOL005",
        Words("目标前后两个数", "one promise with two numbers"),
        alone(_contradicted),
    ),
    Mutation(
        "goals-without-numbers",
        "GOL006",
        Words("目标没有一个数", "goals without a number"),
        alone(lambda draft: draft.with_goal(_no_numbers)),
    ),
    Mutation(
        "row-not-in-goals",
        "GOL007",
        Words("指标在目标里没有提到", "a row that the goals never mention"),
        alone(lambda draft: draft.with_row("岩心钻探取样数量", "≥20.00(件)", Kind.QUANTITY)),
    ),
    Mutation(
        "paragraph-again",
        "DUP005",
        Words("目标的段落重复", "a paragraph that stands twice"),
        alone(lambda draft: draft.with_goal(_paragraph_again)),
    ),
    Mutation(
        "last-year-left",
        "YEA001",
        Words("目标留着往年的年份", "a year of long ago in the goals"),
        alone(_say("确保2024年各项任务按期完成。")),
    ),
    Mutation(
        "end-before-start",
        "YEA002",
        Words("完成日期早于开始日期", "an end before the start"),
        alone(lambda draft: draft.filled(计划完成日期="2024-12-31")),
    ),
    Mutation(
        "sentence-cut",
        "TXT001",
        Words("最后一句没写完", "a last sentence cut short"),
        alone(lambda draft: draft.with_goal(_last_cut)),
    ),
    Mutation(
        "numbering-repeats",
        "TXT002",
        Words("序号重复", "list numbers that repeat"),
        alone(_say("1. 完善工作制度。\n2. 加强人员培训。\n2. 做好资料归档。")),
    ),
    Mutation(
        "semicolons-doubled",
        "TXT003",
        Words("标点打了两次", "doubled punctuation"),
        alone(_say("加强日常管理；；做好资料归档。")),
    ),
    Mutation(
        "title-in-two-ways",
        "TXT004",
        Words("同一名称两种写法", "one title in two ways"),
        alone(_say("编印《书香满城服务指南》。发放《书香漫城服务指南》。")),
    ),
    Mutation(
        "markup-left",
        "TXT005",
        Words("留着网页标记", "markup left in the text"),
        alone(_say("做好资料归档。<br/>加强日常管理。")),
    ),
    Mutation(
        "word-doubled",
        "TXT006",
        Words("词语打了两次", "a word typed twice"),
        alone(_say("加强日常管理管理，做好资料归档。")),
    ),
    Mutation(
        "word-miswritten", "TXT007", Words("常见错别字", "a common slip"), alone(_say("做好新闻报导工作。"))
    ),
)
"""Mutations of the goals and of wording."""
