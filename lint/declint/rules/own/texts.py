"""Requirements on words: what must be said, what may not, which values a field may have."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from declint.declaration.model import Indicator
from declint.finding import Words
from declint.rules.own.fields import Form, head, passages
from declint.rules.own.patterns import Names, Pattern, comparable_text
from declint.rules.own.requirement import FIELD, Breach, of_passage
from declint.rules.own.selection import Selection


def _listed(patterns: tuple[Pattern, ...]) -> Words:
    quoted = [f"“{each.written}”" for each in patterns]
    return Words("或".join(quoted), " or ".join(quoted))


class MustSay(Struct, frozen=True):
    """必须写明: each text must hold one of the words."""

    where: str
    patterns: tuple[Pattern, ...]
    placeholders: ClassVar[tuple[str, ...]] = FIELD
    message: ClassVar[Words] = Words("“{栏目}”没有写明{要求}", "“{栏目}” does not say {requirement}")
    advice: ClassVar[Words] = Words("补写{要求}", "add {requirement}")

    @property
    def shown(self) -> Words:
        """“上海市”或“本市”."""
        return _listed(self.patterns)

    def breaches(self, form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each text without any of the words. The goals are one text."""
        found = list(passages(form, self.where, rows))
        lacking = [each for each in found if not self._said(each.text)]
        if self.where == "绩效目标" and len(lacking) < len(found):
            return
        for passage in lacking:
            yield Breach(passage.at, of_passage(passage))

    def _said(self, text: str) -> bool:
        comparable = comparable_text(text)
        return any(pattern.found(comparable) for pattern in self.patterns)


class MustNotSay(Struct, frozen=True):
    """不得出现: no text may hold any of the words."""

    where: str
    patterns: tuple[Pattern, ...]
    placeholders: ClassVar[tuple[str, ...]] = (*FIELD, "文字")
    message: ClassVar[Words] = Words("“{栏目}”里出现了“{文字}”", "“{栏目}” holds “{文字}”")
    advice: ClassVar[Words] = Words("删去或改写“{文字}”", "remove or reword “{文字}”")

    @property
    def shown(self) -> Words:
        """“若干”或“等等”."""
        return _listed(self.patterns)

    def breaches(self, form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """The first stretch of each text that one of the words means."""
        for passage in passages(form, self.where, rows):
            comparable = comparable_text(passage.text)
            spans = [span for pattern in self.patterns if (span := pattern.found(comparable))]
            if spans:
                start, end = min(spans)
                word = " ".join(passage.text[start:end].split())
                yield Breach(passage.at.within(start, end), of_passage(passage, 文字=word))


class ValueIsOneOf(Struct, frozen=True):
    """取值: the whole text must be one of these."""

    where: str
    names: Names
    placeholders: ClassVar[tuple[str, ...]] = FIELD
    message: ClassVar[Words] = Words(
        "“{栏目}”写成“{内容}”，应是{要求}", "“{栏目}” is “{内容}”, but must be {requirement}"
    )
    advice: ClassVar[Words] = Words("改成{要求}", "write {requirement}")

    @property
    def shown(self) -> Words:
        """“经常性项目”或“一次性项目”."""
        return _listed(self.names.patterns)

    def breaches(self, form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each text that is none of these; a blank one is 必填's."""
        for passage in passages(form, self.where, rows):
            if not self.names.mean(passage.text):
                yield Breach(passage.at, of_passage(passage))


class MustBeFilled(Struct, frozen=True):
    """必填: fields that may not be blank."""

    labels: tuple[str, ...]
    placeholders: ClassVar[tuple[str, ...]] = ("栏目",)
    message: ClassVar[Words] = Words("“{栏目}”没有填写", "“{栏目}” is blank")
    advice: ClassVar[Words] = Words("填写“{栏目}”", "fill in “{栏目}”")

    @property
    def shown(self) -> Words:
        """项目资金/项目资金总额."""
        return Words("、".join(self.labels), ", ".join(self.labels))

    def breaches(self, form: Form, _rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each field that is blank or left out."""
        for label in self.labels:
            field = form.fields.get(label)
            if field is None or not field.text.strip():
                yield Breach(field.key if field else head(form), {"栏目": label})
