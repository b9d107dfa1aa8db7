"""The rules as pages of Markdown: one a rule in both languages, and an index."""

from collections.abc import Iterable, Iterator, Sequence

from declint.finding import Safety
from declint.report.wording import SEVERITY
from declint.rules.families import family_title
from declint.rules.kit import AnyRule
from declint.rules.text import Example

INDEX = "README.md"
_FIX = {
    Safety.SAFE: ("可自动改正", "safe fix"),
    Safety.UNSAFE: ("可自动改正，改后请核对", "fix to be looked over"),
}
_INDEX_HEAD = (
    "# 规则一览 · The rules",
    "",
    "由规则自己的文字生成（`python docs/write_rules.py`），请改规则，不要改这些页面。",
    "命令行里看同样的内容：`declint explain 代码`。",
    "",
    "Made from the rules' own texts by `python docs/write_rules.py`: change the rule, not its page.",
    "`declint explain CODE` shows the same offline.",
    "",
)


def pages(rules: Sequence[AnyRule]) -> dict[str, str]:
    """Every page by its file name, the index among them."""
    return {
        INDEX: "\n".join(_index(rules)) + "\n",
        **{f"{rule.code}.md": "\n".join(_page(rule)) + "\n" for rule in rules},
    }


def _index(rules: Sequence[AnyRule]) -> Iterator[str]:
    yield from _INDEX_HEAD
    family = ""
    for rule in sorted(rules, key=lambda rule: rule.code):
        if rule.family != family:
            if family:
                yield ""
            family = rule.family
            yield from (
                f"## {' · '.join((family, *family_title(family)))}",
                "",
                *_row("代码", "名称 Name", "级别", "报告什么", "What it reports"),
            )
            yield from _row(*["---"] * 5)
        yield from _row(
            f"[{rule.code}]({rule.code}.md)",
            f"`{rule.name}`",
            _severity(rule, " "),
            *(title.replace("|", "\\|") for title in rule.text.title),
        )


def _row(*cells: str) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"


def _severity(rule: AnyRule, between: str) -> str:
    chinese, english = (SEVERITY[rule.severity].say(language, {}) for language in ("zh", "en"))
    off = "（默认不用 off）" if not rule.default else ""
    return f"{chinese}{between}{english}{off}"


def _page(rule: AnyRule) -> Iterator[str]:
    text = rule.text
    yield from (f"# {rule.code} {text.title[0]}", "", f"**{text.title[1]}**", "")
    yield from _facts(rule)
    yield from ("", "## 查什么", "", *_lines(text.what[0]), "", "## 为什么", "", *_lines(text.why[0]))
    yield from ("", "## What it reports", "", *_lines(text.what[1]), "", "## Why", "", *_lines(text.why[1]))
    yield from ("", "## 错误示例 · Wrong", "", *_examples(text.wrong))
    yield from ("", "## 正确示例 · Right", "", *_examples(text.right))
    yield from ("", "## 依据 · Source", "", text.source[0])
    if text.source[1] != text.source[0]:
        yield from ("", text.source[1])
    yield from ("", f"[全部规则 · All rules]({INDEX})")


def _facts(rule: AnyRule) -> Iterator[str]:
    yield f"- 名称 Name: `{rule.name}`"
    if rule.aliases:
        yield f"- 旧名 Formerly: {', '.join(f'`{alias}`' for alias in rule.aliases)}"
    yield f"- 默认级别 Default severity: {_severity(rule, ' · ')}"
    if rule.fix:
        yield f"- 改正 Fix: {' · '.join(_FIX[rule.fix])}"
    yield f"- 起始版本 Since: {rule.since}"


def _lines(body: str) -> Iterable[str]:
    return body.split("\n")


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for number, example in enumerate(examples):
        if number:
            yield ""
        for position, text in enumerate(example.files):
            if position:
                yield ""
            yield from ("```yaml", *_lines(text.rstrip("\n")), "```")
        if example.settings:
            yield from ("", "```toml", *_lines(example.settings.rstrip("\n")), "```")
