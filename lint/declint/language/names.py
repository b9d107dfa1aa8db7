"""Names of indicators, units and projects, made comparable."""

from functools import lru_cache
from itertools import chain

from declint.language.width import half
from declint.pattern import pattern

_TEMPLATE_PREFIX = pattern(
    r"\s*+(?:(?:指标|三级指标)\s*+)?"
    r"(?:[0-9]{1,2}\s*[::.、)](?!\s*[0-9]{1,2}(?![0-9]))"
    r"|[一二三四五六七八九十]\s*[::.、)](?!\s*[一二三四五六七八九十]))\s*"
    r"|\s*\([0-9]{1,2}\)\s*"
)
NOISE = r"\s\"'“”‘’《》〈〉「」『』【】\[\]·•・,，。.、;；:：!！?？_\-—"
"""Blanks, quotes and punctuation, which do not count in comparing, for a character class."""
_KEPT = pattern(rf"[^{NOISE}]+")
_CLOSING = frozenset(")）〕﹚")
_BRACKETED = pattern(r"\(([^()]*)\)\s*$")


@lru_cache(maxsize=1_000)
def bare(name: str) -> str:
    """A name for comparing: half-width, lower case, without blanks, quotes and punctuation."""
    return bare_of_half(half(name))


def bare_of_half(text: str) -> str:
    """As ``bare``, of a text in half-width characters that need not be remembered."""
    return "".join(_KEPT.findall(_without_prefix(text))).lower()


def kept(text: str) -> str:
    """The characters of a text that count in comparing (as in ``bare``)."""
    return "".join(_KEPT.findall(half(text).lower()))


def kept_at(text: str) -> list[int]:
    """Where each of the characters that are kept stands."""
    runs = (range(*match.span()) for match in _KEPT.finditer(half(text).lower()))
    return list(chain.from_iterable(runs))


@lru_cache(maxsize=1_000)
def core(name: str) -> str:
    """A name without the template's prefix and without brackets at its end; blanks removed."""
    text = _without_prefix(half(name)).strip()
    while text.endswith(")") and (start := text.rfind("(")) > 0 and ")" not in text[start:-1]:
        text = text[:start].rstrip()
    return "".join(text.split())


def bracketed(name: str) -> str | None:
    """What stands in the brackets at the end of a name, or None."""
    if name.rstrip()[-1:] not in _CLOSING:
        return None
    match = _BRACKETED.search(half(name))
    return match[1].strip() if match else None


def _without_prefix(name: str) -> str:
    """A half-width name without the number that the template puts in front."""
    match = _TEMPLATE_PREFIX.match(name)
    return name[match.end() :] if match else name


@lru_cache(maxsize=1_000)
def sameness(name: str) -> str:
    """A bare name without 各类 and the like, word order aside: 各类会议人均成本 is 人均会议成本."""
    for word in ("各类", "各项", "各种", "各个", "各", "的"):
        name = name.replace(word, "")
    return "".join(sorted(name))
