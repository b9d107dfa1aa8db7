"""Names of organisations: whether two of them may be one unit written in two ways."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from declint.language.lexicon import lexicon, words
from declint.language.likeness import grams
from declint.language.names import bare
from declint.pattern import pattern

_SHORTEST_OWN, _SHORTEST_WITHOUT_PLACE, _LONG_OWN, _LONGEST = 4, 3, 6, 60
_ORDINAL = pattern("第?[一二三四五六七八九十百0-9]++")
_COMMON, _BODIES, _FIELD_WORDS = (
    ("固定词", "专名机构"),
    ("机构词", "专名机构", "主管尾"),
    ("业务词", "常用词"),
)
_PLACE_WORDS = ("省", "市", "县", "区")
_WITHOUT_PLACE_WORDS = str.maketrans("", "", "".join(_PLACE_WORDS))


@cache
def _place_pattern() -> re.Pattern[str]:
    ends = "|".join(words("organisations", "地名尾"))
    others = "".join(f"(?<!{word})" for word in words("organisations", "非地名"))
    return pattern(rf"(?:[^（()）]{{2,7}}?(?:{ends}){others})*")


@lru_cache(maxsize=1_000)
def place_and_own(name: str) -> tuple[str, str]:
    """A name in two parts: 上海市 and 科技创业中心; the first is '' where it names no place."""
    name = bare(name)
    match = _place_pattern().match(name)
    end = match.end() if match and match.end() < len(name) else 0
    return name[:end], name[end:]


@lru_cache(maxsize=1_000)
def own_places(*names: str) -> tuple[str, ...]:
    """The places that organisations are of, with and without 省, 市 …, the longest first: 上海市, 上海."""
    ends = words("organisations", "地名尾")
    each = pattern(rf"[^（()）]{{2,7}}?(?:{'|'.join(ends)})")
    found = {match[0] for name in names for match in each.finditer(place_and_own(name)[0])}
    found |= {place.removesuffix(next(filter(place.endswith, ends))) for place in found}
    return tuple(sorted((place for place in sorted(found) if len(place) > 1), key=len, reverse=True))


@lru_cache(maxsize=1_000)
def full_name(name: str) -> tuple[str, str]:
    """Place and own name, abbreviations written out: 上海市科委, 市科委 and 科委 are all 科学技术委员会."""
    place, own = place_and_own(name)
    known = lexicon("organisations")["简称"]
    if not place and _starts_with_level(own):
        place, own = own[0], own[1:]
    if not place:
        short = next((word for word in words("organisations", "简称") if own.endswith(word)), own)
        if len(own) - len(short) <= _SHORTEST_OWN:
            place, own = own[: -len(short)], short
    own = _inner().sub(_written_out, known.get(own, own))
    return place, own if _is_proper(own) else _joiner().sub("", own)


def _starts_with_level(own: str) -> bool:
    """市教育局, but not 市政工程处."""
    return (
        len(own) >= _SHORTEST_WITHOUT_PLACE
        and own.startswith(_PLACE_WORDS)
        and not own.startswith(words("organisations", "非地名头"))
    )


@cache
def _inner() -> re.Pattern[str]:
    return pattern("|".join(words("organisations", "词内简称")))


def _written_out(match: re.Match[str]) -> str:
    return str(lexicon("organisations")["词内简称"][match[0]])


@cache
def _joiner() -> re.Pattern[str]:
    return pattern("|".join(words("organisations", "连词")))


def likely_keys(name: str) -> set[str]:
    """What near variants have in common: two names without a common key are none.

    Names that differ in one character, or in the order of two, are equal without one of their characters.
    """
    owns = full_name(name)[1], place_and_own(name)[1]
    shorter = {own[:at] + own[at + 1 :] for own in owns if len(own) <= _LONGEST for at in range(len(own))}
    return {*shorter, *owns, *(own[:2] for own in owns), bare(name).translate(_WITHOUT_PLACE_WORDS)}


def whereabouts(name: str) -> tuple[str, str]:
    """How a name's place ends, '' where it tells none, and the name without 省, 市 …

    Of near variants one is equal: that end, unless one of the names tells no place, or all the rest.
    """
    name = bare(name)
    return full_name(name)[0].rstrip("".join(_PLACE_WORDS))[-1:], name.translate(_WITHOUT_PLACE_WORDS)


@lru_cache(maxsize=1_000)
def near_variant(one: str, other: str) -> bool:
    """Whether two different names are so close that one is probably the other, misspelt or from memory.

    Ordinals, quarters, places, fields of work and the proper names of schools and hospitals tell units apart.
    """
    one, other = bare(one), bare(other)
    if one == other or min(len(one), len(other)) < 2 or max(len(one), len(other)) > _LONGEST:
        return False
    if _differ_by_place_word(one, other):
        return True
    (place, own), (other_place, other_own) = full_name(one), full_name(other)
    if place and other_place and not _same_place(place, other_place):
        return False
    if own == other_own or _same_office(own, other_own):
        return len(own) >= _SHORTEST_WITHOUT_PLACE
    written = place_and_own(one)[1], place_and_own(other)[1]
    return _differ_slightly(own, other_own) or ((own, other_own) != written and _differ_slightly(*written))


def _same_place(one: str, other: str) -> bool:
    """上海市 and 上海; 甲省乙市 and 乙市; 市 and 上海市."""
    short, long = sorted((one, other), key=len)
    if not long.endswith(short):
        return long[:-1] == short and long.endswith(_PLACE_WORDS)
    rest = long.removesuffix(short)
    return (
        len(short) == 1
        or not rest
        or rest in words("organisations", "党委前缀")
        or rest.endswith(words("organisations", "地名尾"))
    )


def _differ_by_place_word(one: str, other: str) -> bool:
    """上海市科技馆, 上海科技馆: one lacks the 省, 市, 县 or 区 of its place, everything else being equal."""
    short, long = sorted((one, other), key=len)
    at = _common(short, long)
    return (
        len(short) > _SHORTEST_OWN
        and at >= 2
        and long[at : at + 1] in _PLACE_WORDS
        and short == long[:at] + long[at + 1 :]
    )


def _same_office(own: str, other: str) -> bool:
    """卫生健康委员会, 卫生健康局: one place has only one of them."""
    ends = words("organisations", "主管尾")
    stems = [own.removesuffix(next((end for end in ends if own.endswith(end)), "")) for own in (own, other)]
    return stems[0] == stems[1] and own not in stems and other not in stems


class _Difference(Struct, frozen=True):
    """Two own names from the first to the last character that differs: ``gone`` of the shorter one."""

    short: str
    long: str
    start: int
    gone: str
    come: str

    @property
    def is_at_the_end(self) -> bool:
        return self.start + len(self.come) == len(self.long)


def _difference(own: str, other: str) -> _Difference:
    short, long = sorted((own, other), key=len)
    start = _common(short, long)
    left, right = short[start:], long[start:]
    end = _common(left[::-1], right[::-1])
    return _Difference(short, long, start, left[: len(left) - end], right[: len(right) - end])


def _differ_slightly(own: str, other: str) -> bool:
    """Whether two own names differ in a character or two that no other unit would explain."""
    found = _difference(own, other)
    if _is_obvious(found):
        return True
    if len(found.short) < _SHORTEST_OWN - 2 or _is_doubled(found):
        return len(found.short) >= _SHORTEST_OWN - 2
    if _is_swapped(found) and not _is_proper(own):
        return True
    return _is_broken(found) or _is_unexplained(found)


def _is_broken(found: _Difference) -> bool:
    """Whether a character more, less or other makes a name of known words one that has no sense."""
    if len(found.come) > 1 and not _is_swapped(found):
        return False
    known = _is_of_known_words(found.short), _is_of_known_words(found.long)
    right = known
    if _is_proper(found.short) or _is_proper(found.long):
        right = _is_common(found.short), _is_common(found.long)
    if all(known) or right[0] == right[1]:
        return False
    return _is_swapped(found) or _may_vary(found.come if right[0] else found.gone)


def _is_unexplained(found: _Difference) -> bool:
    """Whether the difference is slight and none of a name, an ordinal or a field of work."""
    if _is_proper(found.short) or _is_proper(found.long) or found.start < 2:
        return False
    if not _may_vary(found.gone + found.come):
        return False
    return len(found.short) >= _SHORTEST_OWN - 1 and not _names_another_field(found) and _is_slight(found)


def _is_obvious(found: _Difference) -> bool:
    """A character for one that looks or sounds like it, or (本级) and the like at the end."""
    if not found.gone and found.is_at_the_end and found.come in lexicon("organisations")["附带词"]:
        return True
    return len(found.short) >= _SHORTEST_WITHOUT_PLACE and found.come in _confusable().get(found.gone, ())


@cache
def _confusable() -> dict[str, set[str]]:
    """For each character those that are written for it by mistake."""
    pairs: dict[str, set[str]] = {}
    for row in lexicon("organisations")["易混字"]:
        for char in row:
            pairs.setdefault(char, set()).update(set(row) - {char})
    return pairs


def _is_slight(found: _Difference) -> bool:
    """Two characters more, or another one."""
    if not found.gone:
        is_filler = found.come in lexicon("organisations")["附设词"]
        return is_filler or len(found.come) <= 2 <= len(found.short) - _SHORTEST_OWN
    if not len(found.gone) == len(found.come) == 1:
        return False
    return len(found.short) >= _LONG_OWN or _end_misspelt(found)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _is_swapped(found: _Difference) -> bool:
    """Two characters or two words in the wrong order: 源资, 控制预防."""
    gone, come = found.gone, found.come
    return 2 <= len(gone) == len(come) <= 6 and come in gone + gone


def _is_doubled(found: _Difference) -> bool:
    """Something stands twice in a row: 交易交易."""
    return not found.gone and found.short[: found.start].endswith(found.come)


def _may_vary(characters: str) -> bool:
    return not any(char in lexicon("organisations")["区别字"] for char in characters)


@lru_cache(maxsize=1_000)
def _is_proper(own: str) -> bool:
    """Whether units of this sort are told apart by names of their own (育才学校, 育英学校)."""
    return own.endswith(words("organisations", "专名机构"))


@lru_cache(maxsize=1_000)
def _is_common(own: str) -> bool:
    """Whether such a unit has no name of its own: 第一人民医院, 实验小学."""
    return bool(own) and len(own) in _read_as_words(own, *_COMMON)


@lru_cache(maxsize=1_000)
def _is_of_known_words(own: str) -> bool:
    """Whether a name is nothing but words of its field, and the name of a body at the end."""
    bodies, fields = _vocabulary(*_BODIES), _vocabulary(*_FIELD_WORDS)
    single = lexicon("organisations")["机构单字"]
    return any(
        own[at:] in bodies or (own[-1:] in single and own[at:-1] in fields)
        for at in _read_as_words(own, *_FIELD_WORDS, "固定词", *_BODIES)
    )


def _read_as_words(text: str, *keys: str) -> list[int]:
    """Up to where a text is nothing but numbers and words of those lists: every such offset.

    Offset by offset, because a regular expression would try every way to divide a text into words.
    """
    vocabulary = _vocabulary(*keys)
    lengths = {len(word) for word in vocabulary}
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + length for length in lengths if text[at : at + length] in vocabulary}
            if number := _ORDINAL.match(text, at):
                reached.add(number.end())
    return sorted(end for end in reached if end <= len(text))


@cache
def _vocabulary(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in words("organisations", key))


def _either(*keys: str) -> str:
    return "|".join(words("organisations", *keys))


@cache
def _fields() -> frozenset[str]:
    return frozenset(word for key in ("业务词", "附设词") for word in words("organisations", key))


def _names_another_field(found: _Difference) -> bool:
    """Whether the words around the difference name two fields of work: 供水, 排水; 社区, 社区卫生."""
    if not found.gone:
        return found.come in lexicon("organisations")["业务词"]
    fields = _fields()
    if len(found.gone) != len(found.come):
        return False
    around = slice(max(found.start - 1, 0), found.start + len(found.come) + 1)
    return any(
        one != other and {one, other} <= fields
        for one, other in zip(grams(found.short[around], 2), grams(found.long[around], 2), strict=True)
    )


def _end_misspelt(found: _Difference) -> bool:
    """The last character differs and only one of the two can end a name: 图书馆, 图书管."""
    ends = lexicon("organisations")["机构尾字"]
    return found.is_at_the_end and (found.gone in ends) != (found.come in ends)
