"""Names that one declaration writes in two ways: titles, bodies, quoted names, abbreviations."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, takewhile
from operator import ne
from typing import NamedTuple

from declint.declaration.model import Declaration
from declint.finding import Place
from declint.language.lexicon import words
from declint.language.variants import may_be_slip, variants_in
from declint.pattern import pattern
from declint.rules.txt.passages import Passage

_TITLE = pattern(r"《([^《》\n]{6,40})》|“([^“”\n]{6,40})”")
_MARKED = pattern(r"《([\u3400-\u9fff]{2,40})》")
_CHINESE = pattern(r"[\u3400-\u9fff]+")
_FOUR = pattern(r"[\u3400-\u9fff]{4}")
_QUOTED = pattern(r"“([^“”\n]{4,30})”([\u3400-\u9fff]{4,12})")
_SHORT = pattern(r"(?<![A-Za-z0-9&])([A-Z]{2,8})(?![A-Za-z0-9&])")
_LONG_AND_SHORT = pattern(r"([\u3400-\u9fff]{5,30})\s?[(（]\s?([A-Z]{2,8})\s?[)）]")
_SURE_LENGTH = 8
_CONTEXT = 8
_MOST = 200


class Spelling(NamedTuple):
    """One way to write a name, and where it stands first."""

    text: str
    at: Place
    times: int


Pair = tuple[Spelling, Spelling]


def varying(declaration: Declaration, passages: Sequence[Passage]) -> Iterator[Pair]:
    """Each name in two spellings, the rarer first."""
    yield from _once(
        [
            *_names(declaration, passages),
            *_quoted(passages),
            *_short(passages),
            *_full(passages),
            *_closed_elsewhere(passages),
        ]
    )


def _once(pairs: list[Pair]) -> Iterator[Pair]:
    seen: set[frozenset[str]] = set()
    for pair in pairs:
        key = frozenset((pair[0].text, pair[1].text))
        if key not in seen:
            seen.add(key)
            yield pair


def _names(declaration: Declaration, passages: Sequence[Passage]) -> Iterator[Pair]:
    """Titles and the units' own names, with one character changed elsewhere."""
    names = dict.fromkeys(
        name
        for passage in passages
        for match in _TITLE.finditer(passage.text)
        if _is_chinese_name(name := match[1] or match[2])
    )
    for label in ("实施单位", "主管部门"):
        name = declaration.text(label)
        if len(name) >= _SURE_LENGTH and _is_chinese_name(name):
            names.setdefault(name)
    found = {
        (name, written)
        for name in islice(names, _MOST)
        for passage in passages
        for start, written in variants_in(passage.text, name)
        if _is_chinese_name(written) and (_is_sure(name, written) or _is_title(passage.text, start, written))
    }
    for name, written in sorted(found):
        pair = _pair(name, written, passages)
        field = next(
            (
                declaration.field(label)
                for label in ("实施单位", "主管部门")
                if declaration.text(label) == name
            ),
            None,
        )
        if pair:
            yield pair
        elif field and (spelling := _spelling(written, passages)):
            yield spelling, Spelling(name, field.value, 1)


def _is_chinese_name(text: str) -> bool:
    return _CHINESE.fullmatch(text) is not None


def _is_sure(name: str, written: str) -> bool:
    """Whether a name is long enough to be known without its title marks; 我市…… is no 某市……."""
    return len(name) >= _SURE_LENGTH and name[0] == written[0]


def _is_title(text: str, start: int, written: str) -> bool:
    return text[start - 1 : start] in ("《", "“") and text[start + len(written) :][:1] in ("》", "”")


def _quoted(passages: Sequence[Passage]) -> Iterator[Pair]:
    """Quoted names in front of the same words: “健步在古城”徒步大会, “健步·在古城”徒步大会."""
    by_tail: dict[str, dict[str, None]] = {}
    for passage in passages:
        for match in _QUOTED.finditer(passage.text):
            by_tail.setdefault(match[2][:4], {}).setdefault(match[1])
    for names in by_tail.values():
        for one, other in combinations(islice(names, _MOST), 2):
            if (
                len(one) == len(other) >= 5
                and may_be_slip(one, other)
                and (pair := _pair(one, other, passages))
            ):
                yield pair


def _short(passages: Sequence[Passage]) -> Iterator[Pair]:
    """Abbreviations with one letter changed in front of the same words."""
    known = words("name_variants", "已有的缩写")
    behind: dict[str, set[str]] = {}
    count: Counter[str] = Counter()
    for passage in passages:
        for match in _SHORT.finditer(passage.text):
            if match[1] not in known:
                count[match[1]] += 1
                tail = "".join(passage.text[match.end() : match.end() + _CONTEXT + 2].split())[:_CONTEXT]
                behind.setdefault(match[1], set()).add(tail)
    for one, other in combinations(sorted(behind)[:_MOST], 2):
        same = {tail for tail in behind[one] & behind[other] if _FOUR.match(tail) and len(tail) == _CONTEXT}
        rare = min(count[one], count[other]) == 1 and count[one] != count[other]
        if same and rare and _differ_once(one, other):
            pair = _pair(one, other, passages, short=True)
            if pair:
                yield pair


def _full(passages: Sequence[Passage]) -> Iterator[Pair]:
    """One full name with two abbreviations, or one abbreviation with two full names."""
    found = {
        (match[1], match[2]): None for passage in passages for match in _LONG_AND_SHORT.finditer(passage.text)
    }
    for (name, short), (other_name, other_short) in combinations(islice(found, _MOST), 2):
        if _shared_end(name, other_name) >= 6 and _differ_once(short, other_short):
            pair = _pair(short, other_short, passages, short=True)
        elif short == other_short:
            length = min(len(name), len(other_name))
            size = next((n for n in range(length, 4, -1) if may_be_slip(name[-n:], other_name[-n:])), 0)
            pair = _pair(name[-size:], other_name[-size:], passages) if size else None
        else:
            continue
        if pair:
            yield pair


def _closed_elsewhere(passages: Sequence[Passage]) -> Iterator[Pair]:
    """One title whose mark closes in two places: 《古城文物》季刊, 《古城文物季刊》."""
    titles = dict.fromkeys(match[1] for passage in passages for match in _MARKED.finditer(passage.text))
    for short, long in combinations(sorted(islice(titles, _MOST), key=len), 2):
        rest = long[len(short) :]
        if rest and long.startswith(short) and (pair := _pair(f"《{short}》{rest}", f"《{long}》", passages)):
            yield pair


def _shared_end(one: str, other: str) -> int:
    """How many characters at the end of two names are the same."""
    ends = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))


def _differ_once(one: str, other: str) -> bool:
    """Whether two texts differ in one character and nothing else."""
    return len(one) == len(other) and sum(map(ne, one, other)) == 1


def _pair(one: str, other: str, passages: Sequence[Passage], short: bool = False) -> Pair | None:
    """Both spellings with their places, the rarer first; None where one of them stands nowhere."""
    first, second = _spelling(one, passages, short), _spelling(other, passages, short)
    if first is None or second is None:
        return None
    return (first, second) if first.times <= second.times else (second, first)


def _spelling(text: str, passages: Sequence[Passage], short: bool = False) -> Spelling | None:
    pattern = re.compile(rf"(?<![A-Za-z]){re.escape(text)}(?![A-Za-z])" if short else re.escape(text))
    places = [passage.at(*match.span()) for passage in passages for match in pattern.finditer(passage.text)]
    return Spelling(text, places[0], len(places)) if places else None
