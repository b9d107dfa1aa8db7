"""Makers of inputs: noise, what the grammar nearly allows, and mutations of what was worth keeping.

Everything is drawn from one ``random.Random``, so that a seed stands for a run.
"""

import random
from collections.abc import Callable, Sequence
from functools import partial

from tests.fuzz.pools import HOSTILE, LABELS, STRUCTURE, VALUES

Change = Callable[[bytes], bytes]


class Maker:
    """Makes inputs of one kind out of chance and out of what was found worth keeping.

    A kind has ``seeds`` to start from and a ``near`` way to make one by its grammar.
    """

    longest = 16_000
    """More bytes than this teach nothing new; what is large has tests of its own."""
    pools: tuple[Sequence[str], ...] = (HOSTILE, STRUCTURE, LABELS, VALUES)

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.corpus = self.seeds()

    def seeds(self) -> list[bytes]:
        """The inputs to start from."""
        raise NotImplementedError

    def near(self) -> bytes:
        """An input by the grammar, in which any part may be another."""
        raise NotImplementedError

    def any(self) -> bytes:
        """One input, made in any of the ways."""
        ways = (self.noise, self.hostile_text, self.near, self.mutated)
        (way,) = self.chance.choices(ways, (1, 2, 4, 10))
        made: bytes = way()
        return made[: self.longest]

    def noise(self) -> bytes:
        """Bytes that mean nothing."""
        return self.chance.randbytes(self.chance.choice((0, 1, 2, 3, 7, 40, 400)))

    def hostile_text(self) -> bytes:
        """Pieces of this kind and hostile characters in any order."""
        pools = (*self.pools, ("\n", "\n  ", "\n    "))
        count = self.chance.choice((1, 3, 10, 60))
        return self.encoded("".join(self.chance.choice(self.chance.choice(pools)) for _ in range(count)))

    def mutated(self) -> bytes:
        """An input that is kept, changed in a few places."""
        return self.changed(self.chance.choice(self.corpus))

    def changed(self, data: bytes) -> bytes:
        """An input changed in a few places."""
        for _ in range(self.chance.choice((1, 1, 2, 3, 8))):
            data = self.chance.choice(self.changes())(data)
        return data[: self.longest]

    def changes(self) -> tuple[Change, ...]:
        """The ways in which an input may be changed in one place."""
        on_bytes = (cut, doubled, flipped)
        return (
            *(partial(change, chance=self.chance) for change in on_bytes),
            self.spliced,
            self.inserted,
            self.lines,
        )

    def spliced(self, data: bytes) -> bytes:
        """With a stretch of another input."""
        other = self.chance.choice(self.corpus)
        at, there = within(data, self.chance), within(other, self.chance)
        return data[:at] + other[there : there + self.chance.choice((4, 40, 400))] + data[at:]

    def inserted(self, data: bytes) -> bytes:
        """With a piece of this kind somewhere."""
        text = data.decode("utf-8", "ignore")
        at = self.chance.randint(0, len(text))
        piece = self.word(self.chance.choice(self.pools))
        end = at + self.chance.choice((0, 0, 1, 5))
        return self.encoded(text[:at] + piece + text[end:])

    def lines(self, data: bytes) -> bytes:
        """Lines taken out, doubled, moved, indented otherwise, or with the value of another line."""
        chance = self.chance
        lines = data.split(b"\n")
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        kind = chance.randrange(6)
        if kind == 0:
            del lines[here]
        elif kind == 1:
            lines.insert(there, lines[here])
        elif kind == 2:
            lines[here], lines[there] = lines[there], lines[here]
        elif kind == 3:
            lines[here] = b" " * chance.randrange(9) + lines[here].lstrip()
        elif kind == 4:
            lines[here] = lines[here].partition(b":")[0] + b":" + lines[there].partition(b":")[2]
        else:
            value = self.word(self.pools[-1]).encode("utf-8", "ignore")
            lines[here] = lines[here].partition(b":")[0] + b": " + value
        return b"\n".join(lines)

    def word(self, usual: Sequence[str]) -> str:
        """Mostly one of the usual words, sometimes one with hostile characters, sometimes those alone."""
        kind = self.chance.random()
        if kind < 0.8:
            return self.chance.choice(usual)
        if kind < 0.95:
            return self.chance.choice(usual) + self.chance.choice(HOSTILE) + self.chance.choice(VALUES)
        return self.chance.choice(HOSTILE) * self.chance.choice((1, 2, 50))

    def encoded(self, text: str) -> bytes:
        """The text in an encoding, UTF-8 mostly."""
        usual = self.chance.random() < 0.85
        others = ("utf-8-sig", "utf-16", "utf-16-be", "gb18030", "cp936")
        name = "utf-8" if usual else self.chance.choice(others)
        return text.encode(name, "surrogatepass" if name.startswith("utf") else "replace")


def within(data: bytes, chance: random.Random) -> int:
    """A place in the input."""
    return chance.randint(0, len(data))


def cut(data: bytes, chance: random.Random) -> bytes:
    """Without a stretch, or without the rest."""
    at = within(data, chance)
    return data[:at] + data[at + chance.choice((1, 3, 30, len(data))) :]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """With a stretch repeated."""
    at = within(data, chance)
    end = at + chance.choice((1, 3, 30, 300))
    return data[:end] + data[at:end] * chance.choice((1, 2, 20)) + data[end:]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """With other bytes in a few places."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 4)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
