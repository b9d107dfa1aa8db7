"""The names of all rows of a form, as promises are compared with them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from msgspec import Struct

from declint.language.coverage import Phrase, Profile, phrase
from declint.language.topics import counted, in_other_words, spoken


class Name(Struct, eq=False, dict=True):
    """The name of a row; what is worked out of it holds in any form that has it."""

    text: str
    own: Phrase

    @cached_property
    def swapped(self) -> Phrase:
        """The name with synonyms replaced; ``own`` where it has none."""
        other = in_other_words(self.text)
        return self.own if other == self.text else phrase(spoken(other))

    @cached_property
    def ending(self) -> str:
        """The head of the name, counting words aside."""
        return counted(self.text)[-2:]


@lru_cache(maxsize=1_000)
def _name(text: str) -> Name:
    return Name(text, phrase(spoken(text)))


class Named(Struct, eq=False, dict=True):
    """A name as it tells among the names of all rows: the rarer its words, the more.

    ``having`` holds the names that have a pair of characters.
    """

    name: Name
    own: Profile
    having: Mapping[str, Sequence[int]]

    @cached_property
    def swapped(self) -> Profile:
        """The name with synonyms replaced; ``own`` where it has none."""
        return self.own if self.name.swapped is self.name.own else self.name.swapped.among(self.having)


class Names:
    """The names of all rows, by their numbers, and which of them have a pair of characters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._all = list(map(_name, texts))
        self._named: dict[int, Named] = {}
        self.having: dict[str, list[int]] = {}
        for number, name in enumerate(self._all):
            for pair in name.own.known:
                if pair in self.having:
                    self.having[pair].append(number)
                else:
                    self.having[pair] = [number]

    def named(self, number: int) -> Named:
        """The name of a row as it tells among all of them."""
        found = self._named.get(number)
        if found is None:
            name = self._all[number]
            found = self._named[number] = Named(name, name.own.among(self.having), self.having)
        return found

    def sharing(self, pairs: Set[str]) -> list[int]:
        """The rows whose names have one of these pairs, in their own words or with synonyms replaced."""
        found = set[int]()
        for having in (self.having, self._having_swapped):
            for pair in pairs:
                if pair in having:
                    found.update(having[pair])
        return sorted(found)

    @cached_property
    def _having_swapped(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, name in enumerate(self._all):
            if name.swapped is not name.own:
                for pair in name.swapped.known.keys() - name.own.known.keys():
                    found.setdefault(pair, []).append(number)
        return found
