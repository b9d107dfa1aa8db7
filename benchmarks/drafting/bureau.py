"""Who files: a bureau of a county, with its units, its edition of the form and its habits of writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from benchmarks.drafting.wordings import chance_of, settled, words

FORMS_A_BUREAU = 16


@dataclass(frozen=True)
class Bureau:
    """A supervising body. Its habits hold for all of its forms.

    ``edition`` maps kinds of indicators to level 1 and level 2; ``decimals`` tells whether amounts are
    written ``25.00``, ``brackets`` whether units stand in brackets.
    """

    number: int
    seed: int
    place: str
    field: Mapping[str, Any]
    name: str
    units: tuple[str, ...]
    edition: Mapping[str, Any]
    decimals: bool
    brackets: bool
    spaced: bool
    names_edition: bool
    weights: bool
    crlf: bool

    def standard(self, items: list[int], *parts: object) -> int:
        """One of the values, the bureau's own for the same parts."""
        return settled(items, self.seed, self.number, *parts)

    def price(self, name: str, low: int, high: int) -> int:
        """What the bureau pays for one of something, in 元, round as such limits are."""
        step = 5 * int(10 ** max(0, len(str(low)) - 2))
        steps = max(1, (high - low) // step)
        return max(1, low // step + self.standard(list(range(steps)), name)) * step


@cache
def bureau_of(number: int, seed: int) -> Bureau:
    """The bureau of that number."""
    chance = chance_of(seed, "bureau", number)
    fields = list(words("fields").values())
    field = fields[(number + seed) % len(fields)]
    place = place_of(number // len(fields))
    name = f"{place}{field['主管部门']}"
    edition = words("common")["表式"]
    return Bureau(
        number,
        seed,
        place,
        field,
        name,
        (*(f"{place}{unit}" for unit in chance.sample(field["单位"], 3)), name),
        chance.choices(edition, weights=[each["份额"] for each in edition])[0],
        decimals=chance.random() < 0.6,
        brackets=chance.random() < 0.75,
        spaced=chance.random() < 0.6,
        names_edition=chance.random() < 0.2,
        weights=chance.random() < 0.12,
        crlf=chance.random() < 0.06,
    )


def place_of(number: int) -> str:
    """The name of a county: another one for each number below 1,200."""
    firsts, seconds = words("common")["地名"]
    kinds = words("common")["级别"]
    one = firsts[number % len(firsts)]
    two = seconds[(number // len(firsts) + number * 7) % len(seconds)]
    return f"{one}{two}{kinds[number // (len(firsts) * len(seconds)) % len(kinds)]}"
