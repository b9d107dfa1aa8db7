"""What a phrase speaks of, and how far another speaks of the same: characters weighted by how telling."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import add

from msgspec import Struct

from declint.language.lexicon import lexicon, words
from declint.language.names import bare, bare_of_half
from declint.language.patterns import any_of
from declint.language.width import half
from declint.pattern import pattern

_COUNT = pattern(
    r"(?:(?:累计|总)?(?:数量|[人次场起件份篇户家个台辆座栋部本册条处张套天批组项所对期班例幅株盏眼亩吨集间把]数|人次数?|场次数?|面积|批次|课时|里程|总?长度?|完成量|总量|数目"
    r"|规模|数|量))++$"
)
_COUNT_ENDS = frozenset("量数次积时程长度目模")
"""What every one of these words ends in."""
_SATISFIED = pattern(r"满意(?:度|率|程度)")
_FAINT, _SHARED = 0.15, 0.3
_SHORT_WORD = 3
_LONGEST_COUNT = 40


class Topic(Struct, frozen=True, gc=False):
    """A phrase for comparing: its characters, and how much each of them tells by itself (0 to 1)."""

    text: str
    weights: tuple[float, ...]

    @property
    def total(self) -> float:
        """All that the phrase tells."""
        return sum(self.weights)


@lru_cache(maxsize=1_000)
def topic(phrase: str) -> Topic:
    """What a phrase speaks of; set phrases and words of counting tell next to nothing."""
    text = spoken(phrase)
    return Topic(text, weights_of(text))


def weights_of(text: str) -> tuple[float, ...]:
    """How much each character of a spoken text tells by itself, 0 to 1."""
    weights = [1.0] * len(text)
    for match in _faint().finditer(text):
        weights[match.start() : match.end()] = [_FAINT] * len(match[0])
    for match in _SATISFIED.finditer(text) if "满意" in text else ():
        weights[match.start() : match.end()] = [_SHARED] * len(match[0])
    if (tail := _counting_from(text)) < len(text):
        weights[tail:] = [_FAINT] * (len(text) - tail)
    if not text.isalpha():
        for at, char in enumerate(text):
            if char.isdigit():
                weights[at] = _FAINT
    return tuple(weights)


def spoken(phrase: str) -> str:
    """The characters of a phrase that are compared: bare, with abbreviations in full."""
    return _full(bare(phrase))


def spoken_once(text: str) -> str:
    """As ``spoken``, of a text that is hardly asked about again."""
    return _full(bare_of_half(half(text)))


def uncounted(phrase: str) -> str:
    """A name without the words of counting at its end: 惠及 of 惠及户数; all of it where nothing is left."""
    return counted(phrase) or bare(phrase)


@lru_cache(maxsize=1_000)
def counted(phrase: str) -> str:
    """What a phrase says is counted, '' where it only names the way of counting: 总长, 面积."""
    name = bare(phrase)
    return name[: _counting_from(name)]


def _counting_from(text: str) -> int:
    """Where the words of counting at the end of a text begin."""
    if text[-1:] not in _COUNT_ENDS:
        return len(text)
    match = _COUNT.search(text, max(len(text) - _LONGEST_COUNT, 0))
    return match.start() if match else len(text)


@lru_cache(maxsize=1_000)
def telling_characters(name: str) -> Counter[str]:
    """The characters of a name that tell something, each as often as it stands there."""
    own = topic(name)
    return Counter(char for char, weight in zip(own.text, own.weights, strict=True) if weight > _SHARED)


def spelt_within(name: str, text: Counter[str]) -> bool:
    """Whether the telling characters of a name, three or more, are all in a text, whatever their order.

    That is how abbreviations and turned words show: 技改项目 in 技术改造项目, 优良路率 in 路况优良率.
    ``text`` counts the characters of the text.
    """
    telling = telling_characters(name)
    return telling.keys() <= text.keys() and telling.total() >= _SHORT_WORD and telling <= text


def pairs_of(text: str) -> Iterator[str]:
    """The pairs of neighbouring characters of a spoken text, in order."""
    return map(add, text, text[1:])


def has_digit(text: str) -> bool:
    """Whether any character is a digit, ② and ² among them."""
    return not text.isalpha() and any(map(str.isdigit, text))


def shared_words(one: str, other: str) -> bool:
    """Whether two phrases end in the same two characters, counting words aside: the head comes last."""
    first = counted(one)[-2:]
    return len(first) > 1 and first == counted(other)[-2:]


def parallel(one: str, other: str) -> bool:
    """Whether the phrases put different short words in the same place: 农药抽检, 兽药抽检."""
    from difflib import SequenceMatcher

    first, second = topic(one), topic(other)
    matcher = SequenceMatcher(None, first.text, second.text, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "replace" and max(end - start, to - from_) <= _SHORT_WORD:
            mine, yours = first.weights[start:end], second.weights[from_:to]
            if min(sum(mine) / len(mine), sum(yours) / len(yours)) > 0.5:
                return True
    return False


def told_apart(one: str, other: str, but_for: Iterable[str] = ()) -> bool:
    """Whether a word that divides (新增, 线上, 市级, 其中 …) stands in one phrase only, some let pass."""
    first, second = bare(one), bare(other)
    dividing = (word for word in words("prose", "区别") if word not in but_for)
    return any((word in first) is not (word in second) for word in dividing)


@lru_cache(maxsize=1_000)
def in_other_words(text: str) -> str:
    """A text with each word replaced by the first of all that are used for one another (养护 by 维修)."""
    return _synonym().sub(lambda match: _near_ones()[match[0]], text)


@lru_cache(maxsize=1_000)
def in_same_words(text: str) -> str:
    """A text with each word replaced by the first of those that mean exactly the same (维护 by 养护)."""
    return _synonym().sub(lambda match: _synonyms().get(match[0], match[0]), text)


@cache
def _synonyms() -> dict[str, str]:
    return _first_of_each_line("同义")


@cache
def _near_ones() -> dict[str, str]:
    """For each synonym and near one the word that stands for all of them."""
    near = _first_of_each_line("近义")
    return near | {word: near.get(first, first) for word, first in _synonyms().items()}


def _first_of_each_line(key: str) -> dict[str, str]:
    return {str(word): str(line[0]) for line in reversed(lexicon("prose")[key]) for word in line}


@cache
def _synonym() -> re.Pattern[str]:
    return pattern(any_of(sorted(_near_ones(), key=len, reverse=True)))


@cache
def _faint() -> re.Pattern[str]:
    return pattern(any_of(words("prose", "套话")))


@cache
def _abbreviation() -> re.Pattern[str]:
    return pattern(any_of(lexicon("prose")["简称"]))


def _full(text: str) -> str:
    if _abbreviation().search(text) is None:
        return text
    for short, full in lexicon("prose")["简称"].items():
        if short in text and full not in text:
            text = text.replace(short, full)
    return text
