"""Editions of the form: which categories there are, and which one a declaration follows."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct

from declint.language.lexicon import lexicon
from declint.language.width import half
from declint.pattern import pattern

_ORDINAL = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_NUMBER = pattern(rf"^(?:{_ORDINAL}[.、,:)]|\({_ORDINAL}\)|[0-9]{{1,2}})")
_BRACKETS = pattern(r"(?<=.)\([^()]*\)$")


class Kind(StrEnum):
    """What a level-2 category holds, whatever an edition calls it."""

    ECONOMIC_COST = "经济成本指标"
    SOCIAL_COST = "社会成本指标"
    ECOLOGICAL_COST = "生态环境成本指标"
    COST = "成本指标"
    QUANTITY = "数量指标"
    QUALITY = "质量指标"
    TIMELINESS = "时效指标"
    ECONOMIC_BENEFIT = "经济效益指标"
    SOCIAL_BENEFIT = "社会效益指标"
    ECOLOGICAL_BENEFIT = "生态效益指标"
    LASTING_INFLUENCE = "可持续影响指标"
    SATISFACTION = "服务对象满意度指标"


COSTS = frozenset({Kind.ECONOMIC_COST, Kind.SOCIAL_COST, Kind.ECOLOGICAL_COST, Kind.COST})
OUTPUTS = frozenset({Kind.QUANTITY, Kind.QUALITY, Kind.TIMELINESS})
BENEFITS = frozenset(
    {Kind.ECONOMIC_BENEFIT, Kind.SOCIAL_BENEFIT, Kind.ECOLOGICAL_BENEFIT, Kind.LASTING_INFLUENCE}
)


class Edition(Struct, frozen=True):
    """One edition. ``levels`` maps level 1 to its level 2 and their kinds; ``open`` allows others."""

    name: str
    short: str
    levels: dict[str, dict[str, Kind | None]]
    marks: tuple[str, ...]
    required: tuple[str, ...]
    open: bool

    def __hash__(self) -> int:
        return hash(self.name)

    def level1_of(self, kind: Kind) -> str | None:
        """The level-1 label under which this edition files a kind."""
        for level1, level2s in self.levels.items():
            if kind in level2s.values():
                return level1
        return None

    def level2_of(self, kind: Kind) -> str | None:
        """What this edition calls a kind."""
        for level2s in self.levels.values():
            for label, found in level2s.items():
                if found is kind:
                    return label
        return None

    def level1(self, label: str) -> str | None:
        """This edition's name of a level 1, aliases understood."""
        return _level1(self, label)

    def has(self, level1: str, level2: str) -> bool:
        """Whether this edition files that level 2 under that level 1."""
        return _has(self, level1, level2)


@lru_cache(maxsize=1000)
def _level1(edition: Edition, label: str) -> str | None:
    stem = _stem(plain(label))
    alias = _aliases("一级别名").get(stem)
    return _known(stem, edition.levels) or (_known(alias, edition.levels) if alias else None)


@lru_cache(maxsize=1000)
def _has(edition: Edition, level1: str, level2: str) -> bool:
    known = edition.level1(level1)
    if known is None:
        return False
    if not edition.levels[known]:
        return True
    kinds = edition.levels[known].values()
    kind = kind_of(level2)
    if kind is Kind.COST:
        return not COSTS.isdisjoint(kinds)
    return _known(plain(level2), edition.levels[known]) is not None or (kind is not None and kind in kinds)


@lru_cache(maxsize=1_000)
def plain(label: str) -> str:
    """A label without blanks, the number in front of it and brackets behind it."""
    return _NUMBER.sub("", _BRACKETS.sub("", "".join(half(label).split())))


def _stem(label: str) -> str:
    return label.removesuffix("指标").removesuffix("目标") or label


@cache
def _aliases(key: str) -> dict[str, str]:
    """The aliases of a list, by their stems."""
    return {_stem(alias): label for alias, label in lexicon("editions")[key].items()}


def _known(label: str, labels: Iterable[str]) -> str | None:
    return next((known for known in labels if _stem(known) == _stem(label)), None)


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition of data/editions.yaml."""
    return tuple(
        Edition(
            name=row["名称"],
            short=row["简称"],
            levels={
                level1: {level2: Kind(kind) if kind else None for level2, kind in level2s.items()}
                for level1, level2s in row["一级"].items()
            },
            marks=tuple(row.get("标志", ())),
            required=tuple(row["必填"]),
            open=row.get("开放") in ("是", True),
        )
        for row in lexicon("editions")["版本"]
    )


def edition_named(name: str) -> Edition | None:
    """The edition of that name or short name, blanks aside."""
    name = "".join(name.split())
    return next((each for each in editions() if name in (each.name, each.short) or each.name in name), None)


@cache
def kind_of(level2: str) -> Kind | None:
    """The kind that a level-2 label names in any edition, or None."""
    stem = _stem(plain(level2))
    stem = _stem(_aliases("别名").get(stem, stem))
    return next((kind for kind in Kind if _stem(kind) == stem), None)


def detect(categories: Iterable[tuple[str, str]], year: int | None) -> Edition:
    """The edition that a declaration's own (level 1, level 2) labels show.

    Marks of a local edition come first, then the place of the cost category; where neither is there, the
    year decides (the 2021 edition reached the provinces in 2023).
    """
    labels = [(plain(level1), plain(level2)) for level1, level2 in categories]
    firsts = {level1 for level1, _ in labels}
    for edition in editions():
        if firsts & set(edition.marks):
            return edition
    new, old = editions()[:2]
    if any(_stem(level1) == "成本" for level1 in firsts):
        return new
    if any(kind_of(level2) is Kind.COST for _, level2 in labels):
        return old
    return old if year is not None and year < 2023 else new
