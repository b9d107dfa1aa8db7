"""XML written by hand: a few elements, everything escaped."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from declint.report.terminal import clean

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def tag(name: str, attributes: Mapping[str, str | int], text: str | None = None, empty: bool = True) -> str:
    """A start tag, or a whole element where it is ``empty`` or has a ``text``."""
    shown = "".join(f" {key}={quoteattr(clean(str(value)))}" for key, value in attributes.items())
    if text is not None:
        return f"<{name}{shown}>{escape(clean(text))}</{name}>"
    return f"<{name}{shown}{'/' if empty else ''}>"
