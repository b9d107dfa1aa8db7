"""What a project says about its checks: finding it, reading it, and what holds for which declaration."""

from declint.configuration.finding import find
from declint.configuration.model import Configuration, ConfigurationError, Origin, OriginKind, PerFile
from declint.configuration.plan import CommandLine, Plan

__all__ = [
    "CommandLine",
    "Configuration",
    "ConfigurationError",
    "Origin",
    "OriginKind",
    "PerFile",
    "Plan",
    "find",
]
