"""Prose in clauses: where one ends, what is never a figure in it, which heading stands above."""

from bisect import bisect_right
from functools import cached_property, lru_cache

from msgspec import Struct

from declint.language.patterns import beginning
from declint.language.width import half
from declint.pattern import pattern

_LINE_END = pattern(r"\n")
_SENTENCE = pattern(r"[;!?。\n]")
_CLAUSE = pattern(r"(?<!\d):|:(?!\d)|(?<!\d),|,(?!\d{3}(?!\d))")
_CHINESE = "一二三四五六七八九十"
_LIST_NUMBER = pattern(
    beginning(
        rf"\s(①-⑳\d目其第{_CHINESE}",
        rf"(?:(?<=[\n;,。:、\s)])|(?<![\s\S]))\s{{0,4}}+(?:\(\s*+(?:\d{{1,2}}|[{_CHINESE}]{{1,3}})\s*+\)|[①-⑳]"
        rf"|(?:\d{{1,2}}|[{_CHINESE}]{{1,3}})(?:、|\.(?!\d)|\))"
        rf"|目标\s*+(?:\d{{1,2}}|[{_CHINESE}])\s*+[:.、]|(?:其?[{_CHINESE}]|第[{_CHINESE}]|其[{_CHINESE}])(?:是|来?,))",
    )
)
_HEADING = pattern(
    rf"(?:项目|目标|任务|子项目|内容|方面)?\s*+[{_CHINESE}\d]{{1,3}}\s*+:[^\n。;:,]{{2,60}}|[^\n。;:,]{{2,50}}(?=:|\n)"
)
AND = r"(?:以及|(?<![参普涉触企危])[和及与](?![谐平睦解时早格其会]))"
"""Pattern of a word that joins two things; 及时, 参与 and the like are none."""
_DAY = r"(?:\s*+\d{1,2}\s*+[日号])"
_MONTHS = r"\d{1,2}(?:\s*[-~至到]{1,2}\s*+\d{1,2})?"
_NO_FIGURE = pattern(
    beginning(
        rf"《“\"‘「『\d第(\[a-zA-Z{_CHINESE}",
        "|".join(
            (
                r"《[^《》\n]{1,80}》",
                r"[“\"‘「『][^“”\"‘’「」『』\n≥≤%]{1,20}[”\"’」』]",
                r"(?<!\d)(?:19|20)\d\d\s*+(?:-{1,2}|~|至|到|、|/)\s*+(?:19|20)?\d\d\s*+(?:年|学年)度?",
                rf"(?<!\d)(?:19|20)\d\d\s*+学?年(?!产|均|检)[度底初末]?(?:\s*+{_MONTHS}\s*+月份?{_DAY}?)?",
                rf"[{_CHINESE}]{{1,2}}月份?(?:[{_CHINESE}]{{1,3}}[日号])?",
                rf"第?[1-4{_CHINESE}]\s*+(?:个?季度|半年)",
                r"[(\[](?:19|20)\d\d[)\]]\s*+第?\s*+\d{1,5}\s*+号",
                r"\d{1,5}\s*+(?:号|弄|室|路公交|国道|省道)",
                rf"第\s*+[\d{_CHINESE}百]{{1,6}}\s*+[^\s,;。、()\d]?",
                r"(?<![\d.])[vV]?\d++(?:\.\d++)++\s*+版|[vV]\d+(?:\.\d+)*+|(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,4}",
                r"(?:ISO|GB|GB/T|DB|JGJ|CJJ|HJ|IEC|IEEE|AQ|NY)(?:/T)?[ -]?\d+(?:[.-]\d+)*+",
                r"[A-Za-z]\d+(?:[.-]\d+)*+(?!\s*+%)",
                r"(?<![\d.])(?:[2-6]G|[248]K|[23]D|\d{1,2}A级)(?![A-Za-z])",
                r"(?<![\d.])\d{1,3}\s*+\+\s*+[\dNnXx](?:\s*+\+\s*+[\dNnXx])*+",
                r"7\s*+[×xX*]\s*+24\s*+(?:个?小时)?|24\s*+[×xX*]\s*+7",
                r"24\s*+个?小时(?=不间断|值|服务|开放|运行|监[控测]|在线|热线|待命|营业|轮)",
                r"\d{1,2}:\d\d(?!\d)",
                rf"[\d{_CHINESE}]{{1,3}}\s*+(?:周?岁)",
                r"1[3-9]\d{9}|\d{3,4}-\d{7,8}",
            )
        ),
    )
)


class Prose(Struct, frozen=True, dict=True):
    """A text with half-width characters, as long as the original, and what is known of its layout."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text in half-width characters, its line ends kept; as long as the original."""
        return "\n".join(half(line) for line in self.text.split("\n"))

    @cached_property
    def list_numbers(self) -> list[tuple[int, int]]:
        """Numbers in front of items: (1), 1、, 一是."""
        return [match.span() for match in _LIST_NUMBER.finditer(self.plain)]

    @cached_property
    def figures_only(self) -> str:
        """The text with all that is never a figure blotted out: titles, dates, list numbers, versions …"""
        blotted = _LIST_NUMBER.sub(lambda match: _blot(match[0]), self.plain)
        return _NO_FIGURE.sub(lambda match: _blot(match[0]), blotted)

    @cached_property
    def _sentences(self) -> list[int]:
        ends = {match.end() for match in _SENTENCE.finditer(self.plain)}
        return sorted({0, len(self.plain), *ends, *(end for _, end in self.list_numbers)})

    @cached_property
    def _clauses(self) -> list[int]:
        ends = {match.end() for match in _CLAUSE.finditer(self.plain)}
        return sorted({*self._sentences, *ends, *(start for start, _ in self.list_numbers)})

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        starts = {0, *(match.end() for match in _LINE_END.finditer(self.plain))}
        starts |= {end for _, end in self.list_numbers}
        found = ((start, _HEADING.match(self.plain, start)) for start in sorted(starts))
        return [(match.end(), match[0].strip()) for _, match in found if match]

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a character: from behind one mark to in front of the next."""
        return self._around(self._clauses, at)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence, or the item of a list, around a character."""
        return self._around(self._sentences, at)

    def _around(self, bounds: list[int], at: int) -> tuple[int, int]:
        number = bisect_right(bounds, at)
        start = bounds[number - 1]
        end = bounds[number] if number < len(bounds) else len(self.plain)
        if end > at + 1 and end < len(self.plain) and self.plain[end - 1] in ",:;!?。\n":
            end -= 1
        return start, end

    def heading(self, at: int) -> str:
        """The words of the last heading in front of a character, '' where there is none."""
        number = bisect_right(self._headings, (at, ""))
        return self._headings[number - 1][1] if number else ""


@lru_cache(maxsize=16)
def prose_of(text: str) -> Prose:
    """The prose of a text; several rules in a row ask about the same goals."""
    return Prose(text)


def _blot(text: str) -> str:
    return "\0" * len(text)
