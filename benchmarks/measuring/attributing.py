"""Whose work a piece of a run is: a stage, or a rule. Read off the rooms that the code lies in."""

from functools import cache
from pathlib import Path
from types import CodeType

START, READING, RULES, CROSS, COLLECTING, REPORT, CACHE = (
    "start-up",
    "reading",
    "rules",
    "cross rules",
    "collecting",
    "report",
    "cache",
)
STAGES = (START, READING, RULES, CROSS, COLLECTING, REPORT, CACHE)
ROOMS = {
    "cli": START,
    "configuration": START,
    "declaration": READING,
    "files": READING,
    "documents": READING,
    "git": READING,
    "run": COLLECTING,
    "run/comparing": CROSS,
    "run/memory": CACHE,
    "run/packing": CACHE,
    "cache": CACHE,
    "finding": COLLECTING,
    "report": REPORT,
}
"""Rooms and modules of the package; what the others do is the work of whoever calls them."""
_IMPORTING = "<frozen importlib"


def owner_of(code: CodeType, before: str) -> str:
    """Who owns a frame whose caller's owner is ``before``.

    A rule is named by where its check stands, ``family/file.py:line``; it keeps all that it calls.
    """
    if "/" in before:
        return before
    name, line = code.co_filename, code.co_firstlineno
    if name.startswith(_IMPORTING) or code.co_name == "<module>":
        return "import/"
    if code.co_name == "check" and (place := _rule_file(name)):
        return f"{place}:{line}"
    return _stage(name, before)


@cache
def _inside(name: str) -> tuple[str, ...]:
    """The parts of a path below the package, () for code of others."""
    parts = Path(name).parts
    if "declint" not in parts:
        return ()
    last = len(parts) - 1 - parts[::-1].index("declint")
    return parts[last + 1 :]


@cache
def _rule_file(name: str) -> str:
    inside = _inside(name)
    return "/".join(inside[1:]) if len(inside) == 3 and inside[0] == "rules" else ""


@cache
def _stage(name: str, before: str) -> str:
    inside = _inside(name)
    if not inside:
        return before
    room, module = inside[0].removesuffix(".py"), "/".join(inside[:2]).removesuffix(".py")
    return "report/" if room == "report" else ROOMS.get(module, ROOMS.get(room, before))


def rules_by_place() -> dict[str, tuple[str, bool]]:
    """Where the check of each rule stands, with its code and whether it is one across declarations."""
    from declint.rules import CrossRule
    from declint.rules.registry import every_rule

    found = {}
    for rule in every_rule():
        code = getattr(rule.check, "__code__", None)
        place = _rule_file(code.co_filename) if code else ""
        if code and place:
            found[f"{place}:{code.co_firstlineno}"] = (rule.code, isinstance(rule, CrossRule))
    return found


def settled(owned: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """What owners own, as stages and as rules by their codes."""
    places = rules_by_place()
    stages = dict.fromkeys(STAGES, 0.0)
    rules: dict[str, float] = {}
    for owner, amount in owned.items():
        if owner in places:
            code, is_cross = places[owner]
            rules[code] = rules.get(code, 0) + amount
            stages[CROSS if is_cross else RULES] += amount
        elif owner == "import/":
            stages[START] += amount
        elif owner == "report/":
            stages[REPORT] += amount
        else:
            stages[owner if owner in stages else RULES] += amount
    return stages, rules
