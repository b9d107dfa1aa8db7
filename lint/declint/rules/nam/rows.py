"""What the rules on names ask of a row."""

from declint.declaration.model import Indicator
from declint.language.lexicon import vocabulary
from declint.language.names import bare


def is_row(indicator: Indicator) -> bool:
    """Whether a row has a name of its own, and is not one that the form left empty."""
    name = bare(indicator.name)
    return bool(name.strip("/…*.")) and name not in vocabulary("targets", "空行名称")


def in_brief(name: str) -> str:
    """A name short enough for a message."""
    return name if len(name) <= 40 else name[:39] + "…"
