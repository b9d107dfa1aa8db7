"""What was repaired, what was not and why, and what is left to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from declint.finding import Safety, Severity, Words
from declint.fixing.attempt import Repair
from declint.fixing.choosing import repairs_of
from declint.fixing.repair import Outcome, Refused, Repaired
from declint.report.terminal import View, clean, paint, width, wrap
from declint.run import Result

_FILE = Words("{path}：改 {count} 处", "{path}: {count} repaired")
_LINE = Words("第 {line} 行 {code} “{field}”：{title}", "line {line} {code} “{field}”: {title}")
_WHOLE = Words("整个文件", "the file")
_REFUSED = Words(
    "{path}：第 {line} 行 {code} 没有改（{title}）：{why}",
    "{path}: line {line} {code} not repaired ({title}): {why}",
)
_WHY_NEW = Words(
    "改了会出现新的问题（{code} {message}），请自己改",
    "it would bring {code} ({message}); please repair it yourself",
)
_WHY_STAYED = Words("这样改了问题还在，请自己改", "the finding would stay; please repair it yourself")
_WHY_LAYOUT = Words(
    "这里的写法（如花括号一行、特殊编码）不能原样改，请自己改",
    "the layout or encoding here can't be kept; please repair it yourself",
)
_UNREAD = Words(
    "{path}：读不出来，没有改动。第 {line} 行：{message}",
    "{path}: can't be read, left alone. Line {line}: {message}",
)
_MADE = Words("改好了 {count} 处，在 {files} 个文件里。", "Repaired: {count}, in {files} files.")
_WOULD = Words(
    "可以改好 {count} 处，在 {files} 个文件里。文件还没有改动；去掉 --diff 就照此修改。",
    "Would repair {count}, in {files} files. Nothing was changed; run without --diff to do it.",
)
_NONE = Words("没有可以自动改的地方。", "Nothing to repair.")
_LEFT = Words(
    "还有 {count} 处要您自己看（错误 {errors}，警告 {warnings}，提示 {notes}）；逐条说明见 declint check",
    "Left for you: {count} (errors {errors}, warnings {warnings}, notes {notes}); see declint check",
)
_FINE = Words("没有发现问题，不用改。", "Nothing found, nothing to repair.")
_CLEAN = Words("没有其他问题。", "Nothing else was found.")
_UNSAFE = Words(
    "其中 {count} 处也能自动改，但可能不合原意（如换单位、移栏目）：加 --unsafe 一并改，改后请逐处核对。",
    "{count} of them can be repaired with --unsafe, which may change the meaning: check each afterwards.",
)
_CRASHED = Words(
    "检查没有全部完成：有规则出错（这是 declint 的缺陷），没有查到的地方也没有改。",
    "The check is not complete: a rule crashed (a bug in declint).",
)


class Summary(Struct, frozen=True):
    """What is told of an outcome: the files that were written (or would be), and what is left."""

    outcome: Outcome
    files: Sequence[Repaired]
    left: Sequence[Result]
    unsafe: int
    dry: bool


def summary(
    outcome: Outcome, files: Sequence[Repaired], *, only: frozenset[str], unsafe: bool, dry: bool
) -> Summary:
    """The summary of an outcome; ``only`` names the codes that were asked for."""
    left = [result for result in outcome.report.results if result.rule.code in only]
    possible = [] if unsafe else list(repairs_of(outcome.report, frozenset({Safety.UNSAFE}), only))
    return Summary(outcome, files, left, sum(each.is_possible for each in possible), dry)


def render(told: Summary, view: View) -> Iterator[str]:
    """The lines of the summary."""
    for file in told.files:
        yield paint(_say(_FILE, view, path=clean(file.path), count=len(file.made)), "bold", view)
        for each in sorted(file.made, key=lambda each: (each.line, each.seen.rule.code)):
            yield from _made(each, view)
    for file in told.outcome.files:
        for refused in file.refused.values():
            yield from wrap(_refused(file, refused, view), view.width, view)
    for result in told.left:
        if result.rule.code == "SYN001":
            yield from wrap(_unread(result, view), view.width, view)
    for sentence in _totals(told, view):
        yield from wrap(sentence, view.width, view)


def _made(each: Repair, view: View) -> Iterator[str]:
    field = each.seen.field[-1] if each.seen.field else _say(_WHOLE, view)
    text = _say(_LINE, view, line=each.line, code=each.seen.rule.code, field=field, title=_title(each, view))
    indent = "  "
    for line in wrap(clean(text), view.width - width(indent, view), view):
        yield indent + line
        indent = "    "


def _refused(file: Repaired, refused: Refused, view: View) -> str:
    each, trouble = refused.repair, refused.trouble
    if trouble.new:
        new = trouble.new[0]
        message = clean(new.finding.message.say(view.language, new.finding.arguments))
        why = _say(_WHY_NEW, view, code=new.rule.code, message=message)
    else:
        why = _say(_WHY_STAYED if trouble.stayed else _WHY_LAYOUT, view)
    return _say(
        _REFUSED,
        view,
        path=clean(file.path),
        line=each.line,
        code=each.seen.rule.code,
        title=clean(_title(each, view)),
        why=why,
    )


def _unread(result: Result, view: View) -> str:
    line, _ = result.file.source.position(result.span[0])
    message = result.finding.message.say(view.language, result.finding.arguments)
    return _say(_UNREAD, view, path=clean(result.file.path), line=line, message=clean(message))


def _totals(told: Summary, view: View) -> Iterator[str]:
    count = sum(len(file.made) for file in told.files)
    if not (count or told.left or told.outcome.report.crashed):
        yield _say(_FINE, view)
        return
    yield _say(
        _NONE if not count else _WOULD if told.dry else _MADE, view, count=count, files=len(told.files)
    )
    severities = Counter(result.severity for result in told.left)
    if told.left:
        yield _say(
            _LEFT,
            view,
            count=len(told.left),
            errors=severities[Severity.ERROR],
            warnings=severities[Severity.WARNING],
            notes=severities[Severity.NOTE],
        )
    elif not told.outcome.report.crashed:
        yield _say(_CLEAN, view)
    if told.unsafe:
        yield _say(_UNSAFE, view, count=told.unsafe)
    if told.outcome.report.crashed:
        yield _say(_CRASHED, view)


def _title(each: Repair, view: View) -> str:
    return each.fix.title.say(view.language, each.seen.finding.arguments)


def _say(words: Words, view: View, **arguments: str | int) -> str:
    return words.say(view.language, arguments)
