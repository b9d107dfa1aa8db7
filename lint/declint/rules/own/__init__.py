"""Own rules: a YAML file that a budget officer writes, turned into ordinary rules.

Nothing in such a file is run: no expression, no regular expression. A rule is a choice of rows or fields and
one requirement out of a fixed list, so that it can neither crash nor take long.
"""

from declint.rules.own.load import load_own_rules
from declint.rules.own.rule import OwnCrossRule, OwnDeclarationRule, OwnRule

__all__ = ["OwnCrossRule", "OwnDeclarationRule", "OwnRule", "load_own_rules"]
