"""Which label of the form a cell is, whatever it is called there; the words stand in data/forms.yaml."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from declint.declaration.edition import editions, kind_of, plain
from declint.language.lexicon import lexicon
from declint.language.width import half
from declint.pattern import pattern

_BRACKETS = pattern(r"(?<=.)\([^()]*\)$")
_NUMBER = pattern(r"^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.、]|^\([0-9一二三四五六七八九十]{1,2}\)")
_UNIT = pattern(r"\((?:单位:?)?(万元|元)\)|单位:(万元|元)$")
_YEAR = pattern(r"(?<![0-9])((?:19|20|21)[0-9]{2})\s*(?:年度|年(?![0-9]))")
_TITLE_LENGTH = 60
_HEAD = (
    "年度", "项目名称", "项目性质", "项目类别", "主管部门", "实施单位",
    "计划开始日期", "计划完成日期", "金额单位", "表式",
)  # fmt: skip


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """A label for comparing: no blanks, half width, without number, 其中 and the colon behind it."""
    label = "".join(half(text).split()).lstrip("*").rstrip(":*")
    return _NUMBER.sub("", label).removeprefix("其中:").removeprefix("其中")


def _keyed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in words)


@cache
def _words(section: str) -> frozenset[str]:
    return _keyed(lexicon("forms")[section])


@cache
def _columns(section: str) -> dict[str, str]:
    """Each word of a section with sub-headings, and the heading it stands under."""
    return {
        key(str(word)): heading
        for heading, words in lexicon("forms")[section].items()
        if isinstance(words, list)
        for word in words
    }


def _find(text: str, table: dict[str, str]) -> str | None:
    label = key(text)
    return table.get(label) or table.get(_BRACKETS.sub("", label))


@cache
def _head() -> dict[str, str]:
    funding = {"单位", "财政拨款"}
    known = {key(label): label for label in _HEAD}
    for aliases in (lexicon("labels")["别名"], lexicon("forms")["栏目"]):
        known |= {key(alias): label for alias, label in aliases.items() if label in _HEAD}
    return {alias: label for alias, label in known.items() if alias not in funding} | {"单位": "金额单位"}


def head_field(text: str) -> str | None:
    """The field of the head that a label names, ``起止``, or ``其他`` for one that is not kept."""
    found = _find(text, _head())
    if found:
        return found
    label = _BRACKETS.sub("", key(text))
    if label in _words("起止"):
        return "起止"
    return "其他" if label in _words("其他栏目") else None


def labelled_parts(text: str) -> list[tuple[str, str]]:
    """``(label, value)`` of a cell or line that holds both: ``填报单位：某单位  金额单位：万元``."""
    pattern = r"(?:^|\s)([^\s:：()（）]{2,12})\s*[:：]\s*"
    if ":" not in text and "：" not in text:
        return []
    marks = [match for match in re.finditer(pattern, text) if head_field(match[1])]
    ends = [match.start() for match in marks[1:]] + [len(text)]
    return [(match[1], text[match.end() : end].strip()) for match, end in zip(marks, ends, strict=False)]


@cache
def _funding() -> dict[str, tuple[str, str]]:
    sides = lexicon("forms")["资金"]
    return {
        key(word): (side, field)
        for side in ("项目", "年度", "不分栏")
        for field, words in sides[side].items()
        for word in words
    }


def funding_field(text: str) -> tuple[str, str] | None:
    """``(side, field)`` of a funding label; ``不分栏`` where its place decides the side."""
    label = key(text)
    return _funding().get(label) or _funding().get(_BRACKETS.sub("", label))


def is_funding_heading(text: str) -> bool:
    """Whether a cell is the label of the whole funding block."""
    return _BRACKETS.sub("", key(text)) in _funding_headings()


@cache
def _funding_headings() -> frozenset[str]:
    return _keyed(lexicon("forms")["资金"]["总称"])


def goal_field(text: str) -> str | None:
    """``项目总目标``, ``年度总体目标``, or ``总称`` for the label of the whole goals block."""
    found = _find(text, _columns("目标"))
    if found is None and "指标" not in text and len(text) < 20:
        found = _find(_YEAR.sub("年度", half(text)), _columns("目标"))
    return found


def column_role(text: str) -> str | None:
    """What a column of the indicator table holds (``三级``), ``总称`` for the table's own label."""
    found = _find(text, _columns("指标"))
    if found is None and _YEAR.search(half(text)):
        found = _find(_YEAR.sub("年度", half(text)), _columns("指标"))
    return found


def is_title(text: str) -> bool:
    """Whether a cell or line is the title of a form."""
    squeezed = "".join(half(text).split())
    return len(squeezed) <= _TITLE_LENGTH and any(word in squeezed for word in _words("标题"))


def is_footer(text: str) -> bool:
    """Whether a row that begins with this text stands below the indicators."""
    label = key(text)
    return any(label == word or label.startswith(word + ":") for word in _words("表尾"))


def is_filler(text: str) -> bool:
    """Whether a cell is an empty row of the template or a line drawn with dashes."""
    squeezed = "".join(half(text).split())
    return squeezed in _fillers() or (len(squeezed) > 1 and not squeezed.strip("-=_|+"))


@cache
def _fillers() -> frozenset[str]:
    return frozenset("".join(half(word).split()) for word in lexicon("forms")["空行"])


def is_tail(text: str) -> bool:
    """Whether a name is but the end of one that a page break cut."""
    return "".join(text.split()) in lexicon("forms")["行尾"]


def money_unit(text: str) -> str | None:
    """元 or 万元, where a label says in which unit the amounts are."""
    match = _UNIT.search("".join(half(text).split()))
    return (match[1] or match[2]) if match else None


def year_in(text: str) -> str | None:
    """The budget year that a title or its subtitle names."""
    match = _YEAR.search(half(text))
    return match[1] if match else None


def level(text: str) -> str:
    """A level-1 or level-2 label as it is written to the file."""
    return re.sub(r"[(（]续[表)）]*[)）]?$", "", "".join(text.split()))


@cache
def level1_labels() -> frozenset[str]:
    """Every level-1 label of every edition, aliases among them."""
    known = {label for edition in editions() for label in edition.levels}
    return frozenset(known | set(lexicon("editions")["一级别名"]))


@cache
def level2_labels() -> frozenset[str]:
    """Every level-2 label of every edition, aliases among them."""
    known = {label for edition in editions() for level2s in edition.levels.values() for label in level2s}
    return frozenset(known | set(lexicon("editions")["别名"]))


def is_level1(text: str, behind: int) -> bool:
    """Whether a cell is a level-1 label of some edition; ``behind`` is how many cells stand behind it.

    A label without 指标 (产出) looks like a name, so it counts only where enough is left to follow it.
    """
    label = plain(level(text))
    return label in level1_labels() or (behind >= 3 and f"{label}指标" in level1_labels())


def is_level2(text: str, behind: int) -> bool:
    """Whether a cell is a level-2 label of some edition; ``behind`` as for ``is_level1``."""
    label = plain(level(text))
    if label in level2_labels():
        return True
    return kind_of(label) is not None and (label.endswith(("指标", "目标")) or behind >= 2)


def is_first_level_only(text: str) -> bool:
    """Whether a label that editions have on both levels is, alone in its row, one of level 1."""
    return any(plain(level(text)) in edition.levels for edition in editions()[:2])
