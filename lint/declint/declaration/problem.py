"""Something wrong with a file before it is a declaration."""

from msgspec import Struct, field

from declint.finding import Argument, Place, Stretch


class Problem(Struct, frozen=True):
    """``kind`` names what is wrong; the texts are the rule's."""

    kind: str
    at: Place | Stretch
    arguments: dict[str, Argument] = field(default_factory=dict)
