"""HTML as text: everything that comes from a file is escaped here."""

from collections.abc import Mapping
from html import escape

from declint.report.terminal import clean


def escaped(text: str) -> str:
    """Any text as words of a page, invisible characters shown by their numbers."""
    return escape(clean(text), quote=True)


def element(name: str, inner: str, kind: str = "", attributes: Mapping[str, str | int] | None = None) -> str:
    """An element around markup that is already escaped; ``kind`` is its class."""
    shown = f' class="{escape(kind)}"' if kind else ""
    shown += "".join(f' {key}="{escape(str(value))}"' for key, value in (attributes or {}).items())
    return f"<{name}{shown}>{inner}</{name}>"
