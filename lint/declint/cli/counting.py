"""``declint check --statistics``: counts in place of findings."""

from declint.cli.language import say
from declint.cli.usage import misuse
from declint.report.formats import Format

_TEXT = Format("statistics", ".txt", personal=True)
_COUNTED = {"text": _TEXT, "concise": _TEXT, "json": Format("statistics_json", ".json")}


def counted(chosen: Format | None) -> Format:
    """The format that counts in place of one that lists. Raises typer.BadParameter where there is none."""
    if chosen is None:
        return _TEXT
    if chosen.name not in _COUNTED:
        raise misuse(
            say(
                f"--statistics 只有 text 和 json 格式，没有 {chosen.name}",
                f"--statistics is text or json, not {chosen.name}.",
            )
        )
    return _COUNTED[chosen.name]
