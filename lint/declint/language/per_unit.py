"""Names of costs for one person, one copy, one month …, and the unit that belongs to them."""

from collections.abc import Iterator
from functools import cache, lru_cache

from declint.language.lexicon import lexicon, words
from declint.language.names import core
from declint.language.patterns import says
from declint.language.units import MONEY, denominator, known_units, plain, unit_class, unit_in_name
from declint.pattern import pattern

_EACH = pattern("[每单]")


def _eaches(text: str) -> Iterator[tuple[int, str]]:
    """Each unit behind 每 or 单, the longest there is, and where the 每 or 单 stands."""
    for match in _EACH.finditer(text):
        rest = text[match.end() : match.end() + _longest()]
        lengths = (length for length in range(len(rest), 0, -1) if rest[:length] in known_units())
        if length := next(lengths, 0):
            yield match.start(), text[match.start() : match.end() + length]


@cache
def _longest() -> int:
    return max(map(len, known_units()))


@lru_cache(maxsize=1_000)
def per_what(name: str) -> tuple[str, str] | None:
    """The words that make a name a cost for one of something, and that something ('' where it is not said).

    人均会议成本: 人均, 人. 单个系统运营平均成本: 单个, 个. None for a total or a name without such words.
    """
    text = core(name)
    if not _EACH.search(text) and not says(text, "per_unit", "均"):
        return None
    for organisation in words("per_unit", "机构单位"):
        text = text.replace(organisation, "□")
    if any(total in text for total in words("per_unit", "总额")):
        return None
    vague = None
    for word in words("per_unit", "均"):
        if word in text:
            unit = lexicon("per_unit")["均"][word]
            if unit:
                return word, unit
            vague = vague or (word, "")
    for start, found in _eaches(text):
        if not text.startswith(words("per_unit", "不算"), start):
            return found, found[1:]
    return vague


def due_unit(name: str, unit: str) -> str | None:
    """元/人 for 人均会议成本 in plain 元; None where nothing says for what or the unit needs none."""
    per = per_what(name)
    if not (per and per[1]) or not is_plain_money(unit):
        return None
    return f"{plain(unit)}/{per[1]}"


def is_plain_money(unit: str) -> bool:
    """Whether a unit is money without a denominator."""
    return unit_class(unit) == MONEY and denominator(unit) is None and plain(unit) == unit.strip()


def states_unit(name: str) -> bool:
    """Whether the name gives its unit in brackets."""
    return unit_in_name(name) is not None
