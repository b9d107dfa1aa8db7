"""适用: which declarations and which of their indicators a rule speaks of."""

from msgspec import Struct, field

from declint.declaration.edition import edition_named, editions, kind_of, plain
from declint.declaration.model import Category, Indicator
from declint.declaration.tree import Node
from declint.language.likeness import nearest
from declint.pattern import pattern
from declint.rules.own.fields import Form
from declint.rules.own.patterns import ANY, Names, name_pattern
from declint.rules.own.reader import Reader, hint

_FIELDS = ("项目名称", "项目性质", "项目类别", "主管部门", "实施单位")
KEYS = ("指标名称", "除外", "一级指标", "二级指标", *_FIELDS, "年度", "表式")
_YEARS = pattern(r"([12][0-9]{3})(?:\s*(-)\s*([12][0-9]{3})?)?")


class Selection(Struct, frozen=True):
    """What 适用 says; empty parts leave nothing out. ``years`` are the first and the last, both included."""

    indicators: Names = ANY
    excluded: Names = ANY
    level1: tuple[str, ...] = ()
    level2: tuple[str, ...] = ()
    fields: dict[str, Names] = field(default_factory=dict)
    years: tuple[int, int] | None = None
    edition: str = ""

    def covers(self, form: Form) -> bool:
        """Whether the rule speaks of a declaration at all."""
        if self.years and not (form.year and self.years[0] <= form.year <= self.years[1]):
            return False
        if self.edition and form.edition.name != self.edition:
            return False
        return all(
            (found := form.fields.get(label)) is not None and names.allow(found.text)
            for label, names in self.fields.items()
        )

    def rows(self, form: Form) -> tuple[Indicator, ...]:
        """The indicators that the rule speaks of."""
        return tuple(each for each in form.indicators if self._takes(each))

    def _takes(self, indicator: Indicator) -> bool:
        return (
            self.holds(indicator.category)
            and self.indicators.allow(indicator.name)
            and not self.excluded.mean(indicator.name)
        )

    def holds(self, category: Category) -> bool:
        """Whether the rule speaks of the rows of a category."""
        return (not self.level1 or _stem(category.level1) in self.level1) and (
            not self.level2 or _level2(category.level2) in self.level2
        )


def _stem(label: str) -> str:
    text = plain(label)
    return text.removesuffix("指标").removesuffix("目标") or text


def _level2(label: str) -> str:
    kind = kind_of(label)
    return kind.value if kind else _stem(label)


def read_selection(node: Node, reader: Reader) -> Selection:
    """What 适用 says."""
    found = reader.entries(node, KEYS, (), "适用")

    def names(each: Node) -> Names:
        return Names(tuple(name_pattern(word) for word in reader.words(each)))

    return Selection(
        indicators=found.get("指标名称", names, ANY),
        excluded=found.get("除外", names, ANY),
        level1=found.get("一级指标", lambda each: _levels(each, reader, 1), ()),
        level2=found.get("二级指标", lambda each: _levels(each, reader, 2), ()),
        fields={label: found.get(label, names, ANY) for label in _FIELDS if label in found},
        years=found.get("年度", lambda each: _years(each, reader), None),
        edition=found.get("表式", lambda each: _edition(each, reader), ""),
    )


def _levels(node: Node, reader: Reader, level: int) -> tuple[str, ...]:
    """Labels for comparing; one that is nearly a label of some edition is a slip."""
    known = [
        label
        for edition in editions()
        for first, seconds in edition.levels.items()
        for label in ((first,) if level == 1 else seconds)
    ]
    stems = {_stem(label) for label in known}
    found = []
    for item in reader.items(node):
        word = reader.text(item)
        if not word:
            continue
        is_known = _stem(word) in stems or (level == 2 and kind_of(word) is not None)
        meant = None if is_known else nearest(word, known, 70)
        if meant:
            reader.refuse(
                item,
                f"没有“{word}”这一类指标，是不是“{meant}”？",
                f"there is no category “{word}”, did you mean “{meant}”?",
            )
        found.append(_stem(word) if level == 1 else _level2(word))
    return tuple(found)


def _years(node: Node, reader: Reader) -> tuple[int, int] | None:
    text = reader.text(node)
    match = _YEARS.fullmatch(text)
    if not match or (match[3] and match[3] < match[1]):
        if text:
            reader.refuse(
                node,
                f"“{text}”不是年度，写成 2026、2026-2028 或 2026-（2026 起）",
                f"“{text}” is no year: 2026, 2026-2028 or 2026- (from then on)",
            )
        return None
    first = int(match[1])
    last = int(match[3]) if match[3] else (9999 if match[2] else first)
    return first, last


def _edition(node: Node, reader: Reader) -> str:
    text = reader.text(node)
    edition = edition_named(text) if text else None
    if text and not edition:
        zh, en = hint(text, [each.name for each in editions()])
        reader.refuse(node, f"没有“{text}”这个表式{zh}", f"there is no edition “{text}”{en}")
    return edition.name if edition else ""
