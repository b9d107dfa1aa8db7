"""What holds for a run by the options of its command, and saying why it can't be done as it was meant."""

from pathlib import Path
from typing import TYPE_CHECKING

from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.inputs import split
from declint.cli.language import say, spoken
from declint.configuration import CommandLine, ConfigurationError, Plan

if TYPE_CHECKING:
    from declint.baseline import BaselineError
    from declint.git import GitError
    from declint.rules.errors import PluginError, UnknownRuleError
    from declint.run.memory import Memory

    Refusal = UnknownRuleError | PluginError | ConfigurationError | BaselineError | GitError


def refusals() -> "tuple[type[Refusal], ...]":
    """What makes a command end before it has begun; asked for when something was raised."""
    from declint.baseline import BaselineError
    from declint.git import GitError
    from declint.rules.errors import PluginError, UnknownRuleError

    return UnknownRuleError, PluginError, ConfigurationError, BaselineError, GitError


def refuse(error: "Refusal") -> int:
    """Say why the command can't be done as it was meant; the exit code."""
    from declint.baseline import BaselineError
    from declint.git import GitError
    from declint.rules.errors import PluginError, RuleFileError

    if isinstance(error, ConfigurationError | BaselineError | GitError):
        complain(error.say(spoken()))
        return USAGE
    if isinstance(error, RuleFileError):
        for problem in error.problems:
            complain(problem.say(spoken()))
        complain(
            say(
                "规则文件没有使用；请改正后再试，写法见 docs/own-rules.zh-CN.md",
                "the rules were not used; correct this and try again, see docs/own-rules.md",
            )
        )
        return USAGE
    if isinstance(error, PluginError):
        complain(say(f"规则插件不能用：{error}", f"a rule plug-in can't be used: {error}"))
        return USAGE
    hint = say(f"，是不是 {error.meant}", f", did you mean {error.meant}") if error.meant else ""
    complain(
        say(
            f"没有规则“{error.word}”{hint}？全部规则见 declint rules",
            f"no rule “{error.word}”{hint}? See declint rules",
        )
    )
    return USAGE


def planned(
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    config: str | None,
    isolated: bool,
    *,
    fail_on: str | None = None,
    lang: str | None = None,
    baseline: str | None = None,
    own_rules: list[str] | None = None,
    memory: "Memory | None" = None,
) -> Plan:
    """What holds for which file, by these options and the configurations that will be found."""
    line = CommandLine(
        split(select),
        split(extend_select),
        split(ignore),
        fail_on or "",
        lang or "",
        str(Path(baseline).absolute()) if baseline else baseline,
        tuple(str(Path(each).absolute()) for each in own_rules or ()),
    )
    recall = memory.cards if memory else None
    return Plan(line, Path(config) if config else None, isolated, recall)
