"""What a run may be told: rules, limits, registered names, words. Defaults need no file."""

from decimal import Decimal

from msgspec import Struct, field


class Limits(Struct, frozen=True):
    """What no honest declaration exceeds; more than that is a finding, not a wait.

    ``rule_seconds`` is what one rule may take on one file, ``file_seconds`` all of them together.
    ``shown_findings`` is how many findings of a file are listed; all are counted.
    """

    file_bytes: int = 5_000_000
    depth: int = 30
    nodes: int = 200_000
    scalar_characters: int = 200_000
    rule_seconds: int = 10
    file_seconds: int = 60
    shown_findings: int = 1_000


class Standard(Struct, frozen=True):
    """A spending standard: the cost of that name may not be above ``limit`` (in ``unit``, such as 元/人).

    ``source`` names the regulation, ``since`` the day (2026-01-01) from which it holds.
    """

    name: str
    limit: Decimal
    unit: str
    source: str = ""
    since: str = ""


class Settings(Struct, frozen=True):
    """The settings of one run, or of one file where the configuration says more about it.

    ``implementing_units`` and ``supervisors`` are the registered names; empty means that names are
    compared with those of the sibling declarations instead. ``select``, ``extend_select`` and ``ignore`` hold
    codes, names or prefixes of rules; an empty ``select`` means the default set. ``severity`` holds pairs of
    such a word and ``error``, ``warning`` or ``note``. ``weights_total`` are the totals that the weights of a
    form may add up to, ``standards`` the spending standards.

    ``edition`` (a name or short name) and ``year`` hold for declarations that do not state their own.
    ``words`` extends the word lists: triples of lexicon, list and words; a word of a list of pairs is written
    ``wrong=right``. ``own_rules`` are the paths of the rule files, ``baseline`` that of the baseline.
    ``language`` (``zh``, ``en``) and ``fail_on`` (a severity or ``never``) are '' where nothing is said.
    """

    limits: Limits = field(default_factory=Limits)
    implementing_units: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    weights_total: tuple[int, ...] = (90, 100)
    standards: tuple[Standard, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    edition: str = ""
    year: int | None = None
    words: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    own_rules: tuple[str, ...] = ()
    baseline: str = ""
    language: str = ""
    fail_on: str = ""
