"""A declaration that is begun: what is known is filled in, the rest is blank as on the printed form."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from declint.declaration.amount import plain_amount, show_yuan
from declint.declaration.edition import COSTS, Edition, Kind, detect
from declint.language.lexicon import lexicon
from declint.pattern import pattern
from declint.starting.answers import BadAnswerError

_NAME_BYTES = 230
_REFUSED = pattern(r'[<>:"/\\|?*]')
_PLAIN = pattern(r"[\w（《][\w（）《》、，。；！？·•—…+%.-]*(?: [\w（）《》、，。；！？·•—…+%.-]+)*")
_OTHER_THAN_TEXT = pattern(
    r"[-+.0-9_eExXoO]+|[0-9]+-[0-9]+-[0-9]+.*|null|true|false|yes|no|on|off|y|n", re.IGNORECASE
)


class Form(Struct, frozen=True):
    """What is known of a declaration; '' and None are blank. Sums are in 元."""

    name: str
    year: int
    edition: Edition
    nature: str = ""
    project_class: str = ""
    supervisor: str = ""
    unit: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    amount: Decimal | None = None
    carried_over: Decimal | None = None
    other_funds: Decimal | None = None
    goal: str = ""

    @property
    def appropriation(self) -> Decimal | None:
        """当年财政拨款: what the other parts leave of the sum, or None where the sum is blank."""
        if self.amount is None:
            return None
        return self.amount - (self.carried_over or 0) - (self.other_funds or 0)


def agree(form: Form) -> None:
    """Refuse what can't be true together. Raises BadAnswerError."""
    parts = (form.carried_over or Decimal(0)) + (form.other_funds or Decimal(0))
    if form.amount is not None and parts > form.amount:
        raise BadAnswerError(
            f"上年结转资金和其他资金合计 {show_yuan(parts)} 元，"
            f"超过了年度资金申请总额 {show_yuan(form.amount)} 元",
            f"what is carried over and other funds make {show_yuan(parts)} 元, "
            f"more than the {show_yuan(form.amount)} 元 applied for",
        )
    start, end = form.start, form.end
    if (start and start.year > form.year) or (end and end.year < form.year):
        raise BadAnswerError(
            f"计划日期（{start or '空'} 至 {end or '空'}）不包含年度 {form.year}",
            f"the planned period ({start or 'blank'} to {end or 'blank'}) misses the year {form.year}",
        )
    if start and end and end < start:
        raise BadAnswerError(
            f"计划完成日期 {end} 早于开始日期 {start}", f"the planned end {end} is before the start {start}"
        )


def render(form: Form, first_line: str) -> str:
    """The text of the file; ``first_line`` is the comment that tells editors the schema, '' for none."""
    first = (first_line,) if first_line else ()
    return "\n".join(
        (*first, *_head(form), "", *_funding(form), "", *_goals(form), "", *_indicators(form), "")
    )


def _head(form: Form) -> Iterator[str]:
    yield f"年度: {form.year}"
    texts = {
        "项目名称": form.name,
        "项目性质": form.nature,
        "项目类别": form.project_class,
        "主管部门": form.supervisor,
        "实施单位": form.unit,
        "计划开始日期": form.start.isoformat() if form.start else "",
        "计划完成日期": form.end.isoformat() if form.end else "",
    }
    for label, text in texts.items():
        yield _line(label, text if label.startswith("计划") else scalar(text))
    rows = [(level1, level2) for level1, level2s in categories(form.edition).items() for level2 in level2s]
    if detect(rows, form.year) is not form.edition:
        yield _line("表式", scalar(form.edition.name))


def _funding(form: Form) -> Iterator[str]:
    yield from ("项目资金:", "  项目资金总额:", "  财政资金:", "  其他资金:", "年度资金:")
    known = form.amount is not None
    sums = {
        "年度资金申请总额": form.amount,
        "当年财政拨款": form.appropriation,
        "上年结转资金": form.carried_over if form.carried_over or not known else Decimal(0),
        "其他资金": form.other_funds if form.other_funds or not known else Decimal(0),
    }
    for label, yuan in sums.items():
        yield "  " + _line(label, "" if yuan is None else plain_amount(yuan, "元"))


def _goals(form: Form) -> Iterator[str]:
    yield from ("绩效目标:", "  项目总目标:", "  年度总体目标:" + (" |" if form.goal else ""))
    yield from (f"    {line}" for line in form.goal.splitlines())


def _indicators(form: Form) -> Iterator[str]:
    yield "绩效指标:"
    examples = lexicon("starting")["例子"]
    for level1, level2s in categories(form.edition).items():
        yield f"  {level1}:"
        for level2, kind in level2s.items():
            yield f"    {level2}:" + (f"  # 例：{examples[kind]}" if kind else "")


def categories(edition: Edition) -> dict[str, dict[str, Kind | None]]:
    """Level 1 → level 2 as a form prints them; of several places for a kind, the last."""
    kept: dict[str, dict[str, Kind | None]] = {}
    seen: set[Kind] = set()
    for level1, level2s in reversed(edition.levels.items()):
        rows: dict[str, Kind | None] = {}
        for level2, kind in level2s.items():
            if kind is None or (kind not in seen and not (kind is Kind.COST and seen & COSTS)):
                rows[level2] = kind
                seen |= {kind} if kind else set()
        if rows or not level2s:
            kept[level1] = rows
    return dict(reversed(kept.items()))


def _line(label: str, value: str) -> str:
    return f"{label}: {value}" if value else f"{label}:"


def scalar(text: str) -> str:
    """A text as a YAML value: plain where nothing in it could be misread, else in single quotes."""
    if not text or (_PLAIN.fullmatch(text) and not _OTHER_THAN_TEXT.fullmatch(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def file_name(name: str, taken: Iterable[str]) -> str:
    """``NN-项目名称.yaml`` after the numbers that are taken; a name that every file system accepts.

    Raises BadAnswerError where one of those taken is this project's.
    """
    stem = _stem(name)
    last = 0
    for each in taken:
        number, _, rest = each.partition("-")
        if rest.removesuffix(".yml").removesuffix(".yaml") == stem:
            raise BadAnswerError(
                f"已经有这个项目的申报表：{each}。请直接修改它，或者换一个项目名称",
                f"there is a declaration of this project: {each}. Edit it, or choose another name",
            )
        if number.isascii() and number.isdigit() and len(number) <= 4:
            last = max(last, int(number))
    return f"{last + 1:02}-{stem}.yaml"


def _stem(name: str) -> str:
    stem = _REFUSED.sub("", unicodedata.normalize("NFC", name))
    while len(stem.encode()) > _NAME_BYTES:
        stem = stem[:-1]
    return stem.strip(" .\u3000")
