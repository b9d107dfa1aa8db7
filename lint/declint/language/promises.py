"""The promises in goals text: what, how much, which way, and the exact stretch.

“组织 20 次以上的创业导师活动”, “投稿不少于 200 篇”, “出访人次 (≥ 5 人次)” … Years, dates,
budgets, list numbers, titles and background facts are no promises.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from declint.language.lexicon import lexicon, words
from declint.language.numerals import ARABIC, SCALE, number
from declint.language.patterns import firsts, says
from declint.language.prose import AND, Prose, prose_of
from declint.language.quantity import OPERATOR_PATTERN, PREFIXES, SUFFIXES, Operator, either
from declint.language.topics import counted
from declint.language.units import MONEY, PERCENT, TIME, bare_unit_pattern, unit_class
from declint.pattern import pattern

_CHINESE = r"(?:[一二两三四五六七八九]|(?=十))[一二三四五六七八九十百千]{0,6}"
_LATEX = {r"\geq": "≥", r"\geqslant": "≥", r"\ge": "≥", r"\leq": "≤", r"\leqslant": "≤", r"\le": "≤"}
_NEXT_PART, _SENTENCE_ENDS = pattern(r"\s*[、,和及]"), pattern(r"[;。:\n]|,.*,")
_NEARLY = ("近", "将近", "接近", "大概")
_LOOK_BACK, _TELLING = 120, 2
_YEARS = r"(?:[二两三四五十]|(?<!\d)\d{1,2})\s*年"
_SPAN, _SPAN_IN_FRONT = pattern(rf"{_YEARS}(?![级度])"), pattern(rf"{_YEARS}(?:之?内|期间)?$")
_CODE_MARKS = frozenset("./-_#+*×")
_BOUND_BEFORE, _BOUND_BEHIND = frozenset("统唯专万单进之同逐其不十百千零第每"), frozenset("性验通合交成")
_EDGES = " \0$的、()/,:-"
_JOINT = pattern(rf"[、()]|{AND}|并")


class Promise(Struct, frozen=True, gc=False):
    """One figure in prose. ``start`` and ``end`` count characters of the text, from 0.

    ``before`` and ``after`` are the words of its clause on either side, ``context`` what its sentence says
    in front of them, ``section`` the heading above it. ``each`` tells that the figure holds for each of
    several things or times, ``change`` that it is a rise or fall and not a level, ``part`` that it is part of
    a sum or of another span of time than the year.
    """

    operator: Operator
    number: Decimal
    upper: Decimal | None
    unit: str
    before: str
    after: str
    context: str
    section: str
    start: int
    end: int
    each: bool = False
    change: bool = False
    part: bool = False

    @property
    def subject(self) -> str:
        """What is promised, as the clause words it: in front of the figure and behind it."""
        return f"{self.before} {self.after}".strip()

    @property
    def is_money(self) -> bool:
        """Whether the figure is a sum of money or a cost."""
        return unit_class(self.unit) == MONEY

    @property
    def is_percentage(self) -> bool:
        """Whether the figure is a share or a rate."""
        return unit_class(self.unit) == PERCENT


def promises(text: str) -> list[Promise]:
    """Every promise of a text, in its order."""
    return list(_promises(text))


@lru_cache(maxsize=16)
def _promises(text: str) -> tuple[Promise, ...]:
    prose = prose_of(text)
    pattern = _mention(ranges=_MAY_BE_RANGE.search(prose.figures_only) is not None)
    figures = [_Figure(prose, match) for match in pattern.finditer(prose.figures_only)]
    figures = [figure for figure in figures if figure.is_figure]
    found: list[Promise] = []
    for position, figure in enumerate(figures):
        before = figures[position - 1] if position else None
        behind = figures[position + 1] if position + 1 < len(figures) else None
        promise = _promise(figure, before, behind, found[-1] if found else None)
        if promise:
            found.append(promise)
    return tuple(found)


_OPERATOR = pattern(OPERATOR_PATTERN)


@cache
def _operators() -> dict[str, Operator]:
    found = {word: Operator(sign) for word, sign in _LATEX.items()} | dict.fromkeys(_NEARLY, Operator.ABOUT)
    for operator, group in PREFIXES.items():
        signs = (word for word in group if operator is not Operator.EXACTLY or _OPERATOR.fullmatch(word))
        found |= dict.fromkeys(signs, operator)
    return found


@cache
def _suffixes() -> dict[str, Operator]:
    return {word: operator for operator, group in SUFFIXES.items() for word in group}


_MAY_BE_RANGE = pattern(rf"[-~至到] *+(?:{ARABIC}|{_CHINESE})")


@cache
def _mention(*, ranges: bool) -> re.Pattern[str]:
    """The pattern of a figure; that of ``ranges`` as well takes long to make, and not every text needs it."""
    value = rf"(?:{ARABIC}|{_CHINESE})"
    scale = rf"(?:(?:{either(SCALE)})(?![瓦米克伏焦帕赫])(?!分[点之]))"
    unit = rf"(?:\\%|{bare_unit_pattern()})"
    suffix = rf"(?:(?:{either(_suffixes())})(?![容部外科在设涵需控种样元媒功层]))"
    high = (
        rf"(?: *+(?P<lowscale>{scale})? *+(?P<lowunit>{unit})? *+(?:~|-{{1,2}}|至|到) *+(?P<high>{value}))?"
    )
    begins = rf"\d百$一二两三四五六七八九十{firsts(_operators())}"
    return pattern(
        rf"(?=[{begins}])\$?+(?:(?P<op>{either(_operators())}) {{0,4}}+)?+"
        rf"(?P<hundredth>百分之)?(?<![0-9.])(?P<low>{value})"
        rf"{high if ranges else '(?P<lowscale>(?!))?(?P<lowunit>(?!))?(?P<high>(?!))?'}"
        rf" *+(?P<scale>{scale})? *+(?P<early>{suffix})? *+(?P<unit>{unit})?(?: *+\$)? *+(?P<late>{suffix})?"
    )


class _Figure:
    """One mention of a number and what is known of it before its clause is read."""

    def __init__(self, prose: Prose, match: re.Match[str]) -> None:
        self.prose, self.match = prose, match
        self.start = match.end() - len(match[0].lstrip())
        self.unit = "%" if match["hundredth"] else (match["unit"] or match["lowunit"] or "").replace("\\", "")
        self.end = match.start() + len(match[0].rstrip())
        self.behind = prose.plain[match.end() : match.end() + 12].lstrip(" $的")
        self.signed = bool(match["op"] or match["late"] or match["early"])

    @property
    def low(self) -> Decimal | None:
        return number(self.match["low"] + (self.match["scale"] or self.match["lowscale"] or ""))

    @property
    def high(self) -> Decimal | None:
        return number(self.match["high"] + (self.match["scale"] or "")) if self.match["high"] else None

    @property
    def is_figure(self) -> bool:
        """Whether the number measures something at all."""
        match, plain = self.match, self.prose.plain
        if (not self.unit and not self.signed) or self._is_rank() or self._is_code():
            return False
        if match["hundredth"] is None and not match["low"][0].isdigit():
            return self._is_chinese_figure(plain[max(match.start("low") - 1, 0) : match.start("low")])
        return self._is_measured(plain[match.end() : match.end() + 1])

    def _is_rank(self) -> bool:
        """前 10 名, 排名第 3."""
        before = self.prose.plain[max(self.start - 4, 0) : self.start].rstrip()
        return not self.match["op"] and before.endswith(("前", "排名", "第")) and self.unit != "%"

    def _is_code(self) -> bool:
        """Whether letters or marks in front of the number or behind it make it part of a name or code."""
        match, plain, at = self.match, self.prose.plain, self.match.start("low")
        before, after = plain[max(at - 1, 0) : at], plain[match.end() : match.end() + 1]
        bound = not match["op"] and before.isascii() and (before.isalpha() or before in _CODE_MARKS)
        return bound or (after.isascii() and after.isalpha() and (not self.unit or self.unit[-1].isascii()))

    def _is_chinese_figure(self, before: str) -> bool:
        """Whether a number in characters counts: 三场, not 一个, 统一, 三级, 二期."""
        text, unit = self.match["low"], self.unit
        if not unit or before in _BOUND_BEFORE:
            return False
        if text == "一" and (
            unit not in words("prose", "一字量词")
            or self.prose.plain[self.match.end() :][:1] in _BOUND_BEHIND
        ):
            return False
        if unit in words("prose", "序数量词") and not self.signed:
            return False
        return self._is_measured(self.prose.plain[self.match.end() : self.match.end() + 1])

    def _is_measured(self, after: str) -> bool:
        if not self.unit:
            return True
        if self.unit in words("prose", "不是量词") and not self.match["op"]:
            return False
        follows: str = lexicon("prose")["连成别词"].get(self.unit, "")
        return self.match["late"] is not None or not after or after not in follows


def _promise(
    figure: _Figure, before: _Figure | None, behind: _Figure | None, last: Promise | None
) -> Promise | None:
    low, match = figure.low, figure.match
    if low is None:
        return None
    operator = _operator(match)
    left, right, context = _around(figure, before, behind)
    if _is_structure(figure, right) or _is_term(figure, left) or _is_background(figure):
        return None
    if unit_class(figure.unit) == MONEY and _is_budget(figure, left):
        return None
    high = figure.high if operator is Operator.BETWEEN else None
    return Promise(
        operator,
        low,
        high,
        figure.unit,
        left,
        right,
        context,
        figure.prose.heading(figure.start),
        figure.start,
        figure.end,
        each=_is_each(figure, left),
        change=_is_change(figure, left, last),
        part=_is_part(f"{left} {right}", context) or _goes_on_with_parts(figure, last),
    )


def _operator(match: re.Match[str]) -> Operator:
    if match["op"]:
        return _operators()[match["op"]]
    if match["high"]:
        return Operator.BETWEEN
    for group in ("late", "early"):
        if match[group]:
            return _suffixes()[match[group]]
    return Operator.NONE


def _around(figure: _Figure, before: _Figure | None, behind: _Figure | None) -> tuple[str, str, str]:
    """The words of the clause on both sides up to the neighbouring figures, and what stands before them."""
    prose = figure.prose
    start, end = prose.clause(figure.match.start("low"))
    whole = prose.sentence(figure.match.start("low"))[0]
    if before and before.match.end() > start:
        start = _border(before, figure)[1]
    if behind and behind.start < end:
        end = _border(figure, behind)[0]
    left, right = (
        prose.plain[start : figure.start],
        prose.plain[figure.match.end() : max(end, figure.match.end())],
    )
    left, far = _own_part(left)
    if before and figure.start - before.match.end() < _LOOK_BACK and not counted(left):
        left = prose.plain[before.match.end() : figure.start]
    right = _JOINT.split(right.lstrip(" $的"), maxsplit=1)[0]
    context = prose.plain[max(whole, start - _LOOK_BACK) : start] + far
    return _plain(left), _plain(right), _plain(context)


def _border(one: _Figure, other: _Figure) -> tuple[int, int]:
    """Where the words of one figure end and those of the next begin: at a mark, where there is one.

    Else the words between belong to the later one, and to the earlier one too where nothing stands in front
    of it (对 26 家养老机构检查 4 轮).
    """
    between = one.prose.plain[one.match.end() : other.start]
    mark = _JOINT.search(between, 1) if len(between) > 1 else None
    if mark:
        end = one.match.end() + mark.end() - (1 if mark[0] == "(" else 0)
        return end, end
    start, _ = one.prose.clause(one.match.start("low"))
    in_front = _bare(one.prose.plain[max(start, one.start - _LOOK_BACK) : one.start])
    shared = len(in_front) < _TELLING and not other.signed
    return (other.start if shared else one.match.end()), one.match.end()


def _bare(text: str) -> str:
    """A stretch without the verbs and set phrases that say nothing of what is counted."""
    return _empty().sub("", text).strip(_EDGES)


@cache
def _empty() -> re.Pattern[str]:
    return pattern(either(words("prose", "套话", "空话", "实事")))


def _own_part(left: str) -> tuple[str, str]:
    """What belongs to the figure in front of it, and what stands further off."""
    stripped = left.rstrip(" $:")
    if stripped.endswith("("):
        head = (
            stripped[:-1].rpartition("(")
            if stripped[:-1].count("(") > stripped[:-1].count(")")
            else ("", "", stripped[:-1])
        )
        return head[2], head[0]
    opened = stripped.rfind("(")
    if opened >= 0 and ")" not in stripped[opened:]:
        return stripped[opened + 1 :], stripped[:opened]
    return left, ""


def _plain(text: str) -> str:
    return text.replace("\0", "").replace("\n", " ").strip(_EDGES)


def _is_structure(figure: _Figure, after: str) -> bool:
    """四个内容, 三大任务: counts of the text's own parts; only where small and without an operator."""
    low, noun = figure.low, after.removeprefix("大")
    small = low is not None and low < 20 and not figure.match["op"]
    return small and figure.unit in words("prose", "条目量词") and noun.startswith(words("prose", "结构"))


def _is_background(figure: _Figure) -> bool:
    """Whether the sentence tells a state of things: a background word, and no plan behind it."""
    prose = figure.prose
    at = figure.match.start("low")
    text = prose.plain[max(prose.sentence(at)[0], at - _LOOK_BACK) : at]
    if figure.match["op"] or not says(text, "prose", "背景"):
        return False
    for word in words("prose", "对比"):
        text = text.replace(word, "\0" * len(word))
    told = max((text.rfind(word) + len(word) for word in words("prose", "背景") if word in text), default=-1)
    if told < 0 or says(text[told:], "prose", "打算"):
        return False
    later = max(text.rfind(mark, told) for mark in ",:")
    return later < 0 or says(text, "prose", "已成") or not says(text[later:], "prose", "领起")


def _is_term(figure: _Figure, left: str) -> bool:
    """Whether a time is a term or a span, and not an amount: 三年内, 近五年, 未来 3 年."""
    if unit_class(figure.unit) != TIME or "/" in figure.unit:
        return False
    if figure.unit in words("prose", "长期单位"):
        bound = figure.match["op"] and figure.match["op"] not in _NEARLY
        return not (bound or left.endswith(words("prose", "年限")))
    return figure.behind.startswith(words("prose", "时限")) or left.endswith(
        ("近", "未来", "每", "连续", "前", "后")
    )


def _is_budget(figure: _Figure, left: str) -> bool:
    """Whether money is what the project costs or is paid, and not a result or a unit cost."""
    if "/" in figure.unit:
        return False
    return not figure.match["op"] and not says(left, "prose", "金额成果")


def _is_each(figure: _Figure, left: str) -> bool:
    if left.endswith("各") or "/" in figure.unit:
        return True
    return says(left, "prose", "每一")


def _is_part(subject: str, context: str) -> bool:
    if says(subject, "prose", "一部分"):
        return True
    return _SPAN.search(subject) is not None or _SPAN_IN_FRONT.search(context) is not None


def _goes_on_with_parts(figure: _Figure, last: Promise | None) -> bool:
    """Whether a figure is the next of several parts: 其中本科生 2500 人、研究生 700 人."""
    if last is None or not last.part or last.unit != figure.unit:
        return False
    between = figure.prose.plain[last.end : figure.start]
    return bool(_NEXT_PART.match(between)) and not _SENTENCE_ENDS.search(between)


def _is_change(figure: _Figure, left: str, last: Promise | None) -> bool:
    """Whether a percentage is a rise or a fall: 提升 40%, not 提升至 95%."""
    if unit_class(figure.unit) not in (PERCENT, "倍"):
        return False
    if "百分点" in figure.unit:
        return True
    if left.endswith(words("prose", "到达")):
        return False
    if says(left, "prose", "变化"):
        return not left.endswith("率") or left.endswith(words("prose", "变化率"))
    start, _ = figure.prose.clause(figure.match.start("low"))
    is_rate = left.endswith("率") and not left.endswith("效率")
    return last is not None and last.change and last.start >= start and not is_rate
