"""What a run may be told: limits, language, registered names. Defaults need no file."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Limits:
    """What no honest declaration exceeds; more than that is a finding, not a wait."""

    file_bytes: int = 5_000_000
    depth: int = 30
    nodes: int = 200_000
    scalar_characters: int = 200_000


@dataclass(frozen=True, slots=True)
class Standard:
    """A spending standard: the cost of that name may not be above ``limit`` (in ``unit``, such as 元/人).

    ``source`` names the regulation, ``since`` the day (2026-01-01) from which it holds.
    """

    name: str
    limit: Decimal
    unit: str
    source: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    ``implementing_units`` and ``supervisors`` are the registered names; empty means that names are
    compared with those of the sibling declarations instead. ``select`` and ``ignore`` hold codes, names or
    prefixes of rules; an empty ``select`` means the default set. ``weights_total`` are the totals that the
    weights of a form may add up to, ``standards`` the spending standards, ``own_rules`` the
    files of own rules.
    """

    limits: Limits = field(default_factory=Limits)
    implementing_units: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    weights_total: tuple[int, ...] = (90, 100)
    standards: tuple[Standard, ...] = ()
    own_rules: tuple[str, ...] = ()
