"""Names of indicators, units and projects, made comparable."""

from functools import lru_cache

from declint.language.width import half
from declint.pattern import pattern

_TEMPLATE_PREFIX = pattern(
    r"^\s*+(?:(?:指标|三级指标)\s*+)?"
    r"(?:[0-9]{1,2}\s*[::.、)](?!\s*[0-9]{1,2}(?![0-9]))"
    r"|[一二三四五六七八九十]\s*[::.、)](?!\s*[一二三四五六七八九十]))\s*"
    r"|^\s*\([0-9]{1,2}\)\s*"
)
_IN_BRACKETS = pattern(r"\(([^()]*)\)\s*$")
NOISE = pattern(r"[\s\"'“”‘’《》〈〉「」『』【】\[\]·•・,，。.、;；:：!！?？_\-—]+")
"""Blanks, quotes and punctuation, which do not count in comparing."""


@lru_cache(maxsize=1_000)
def bare(name: str) -> str:
    """A name for comparing: half-width, lower case, without blanks, quotes and punctuation."""
    return NOISE.sub("", _TEMPLATE_PREFIX.sub("", half(name))).lower()


def kept(text: str) -> tuple[str, list[int]]:
    """The characters of a text that count in comparing (as in ``bare``), and where each of them stands."""
    plain = half(text).lower()
    noise = {at for match in NOISE.finditer(plain) for at in range(*match.span())}
    offsets = [at for at in range(len(plain)) if at not in noise]
    return "".join(plain[at] for at in offsets), offsets


@lru_cache(maxsize=1_000)
def core(name: str) -> str:
    """A name without the template's prefix and without brackets at its end; blanks removed."""
    text = _TEMPLATE_PREFIX.sub("", half(name)).strip()
    while text.endswith(")") and (start := text.rfind("(")) > 0 and ")" not in text[start:-1]:
        text = text[:start].rstrip()
    return "".join(text.split())


def bracketed(name: str) -> str | None:
    """What stands in the brackets at the end of a name, or None."""
    match = _IN_BRACKETS.search(half(name))
    return match[1].strip() if match else None


@lru_cache(maxsize=1_000)
def sameness(name: str) -> str:
    """A bare name without 各类 and the like, word order aside: 各类会议人均成本 is 人均会议成本."""
    for word in ("各类", "各项", "各种", "各个", "各", "的"):
        name = name.replace(word, "")
    return "".join(sorted(name))
