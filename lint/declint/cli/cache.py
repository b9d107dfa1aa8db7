"""``declint cache``: what the cache holds, why a file was not in it, and away with it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cache import Known, Size, Store, cache_file
from declint.cli import CLEAN, USAGE
from declint.cli.console import complain, tell
from declint.cli.inputs import default_path
from declint.cli.language import say
from declint.cli.options import (
    ConfigOption,
    ExtendSelectOption,
    IgnoreOption,
    IsolatedOption,
    LanguageOption,
    OwnRulesOption,
    SelectOption,
)
from declint.cli.planning import planned, refusals, refuse
from declint.cli.remembering import memory_in
from declint.run.memory import Memory, Origin


class Action(StrEnum):
    """What to do with the cache."""

    INFO = "info"
    EXPLAIN = "explain"
    CLEAN = "clean"


def command(
    action: Annotated[
        Action,
        typer.Argument(
            help=say(
                "info 显示缓存的位置和大小；explain 说明各文件为什么在或不在缓存里；clean 清空。",
                "info: where it is and how large; explain: why files are in it or not; clean: empty it.",
            )
        ),
    ] = Action.INFO,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help=say("explain 说明哪些文件或文件夹。", "What to explain: files and folders."),
        ),
    ] = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    own_rules: OwnRulesOption = None,
    lang: LanguageOption = None,
) -> int:
    """Look after the cache; the exit code."""
    if paths and action is not Action.EXPLAIN:
        complain(say("只有 explain 后面写文件", "only explain takes files"))
        return USAGE
    store = Store(cache_file())
    if action is Action.INFO:
        tell(_info(store.file, store.size()))
        return CLEAN
    if action is Action.CLEAN:
        return _clean(store)
    plan = planned(select, extend_select, ignore, config, isolated, lang=lang, own_rules=own_rules)
    memory = memory_in(store)
    try:
        wanted = paths or [default_path()]
        for shown, path in files.find(wanted):
            data = files.read_found(path, wanted)
            origin = memory.origin(data, plan.terms_of(shown))
            tell([f"{shown}: {_reason(origin, path, store, memory)}"])
    except refusals() as error:
        return refuse(error)
    return CLEAN


def _info(file: Path, size: Size) -> list[str]:
    held = f"{size.bytes / 1_000_000:.1f} MB"
    return [
        say(f"位置：{file}", f"file: {file}"),
        say(f"结果：{size.results} 条，{held}", f"results: {size.results}, {held}"),
        say("清空：declint cache clean", "to empty it: declint cache clean"),
    ]


def _clean(store: Store) -> int:
    size = store.size()
    try:
        store.clear()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        complain(say(f"清不了缓存 {store.file}（{reason}）", f"can't empty {store.file} ({reason})"))
        return USAGE
    tell([say(f"已清空缓存：{size.results} 条结果", f"emptied the cache: {size.results} results")])
    return CLEAN


def _reason(origin: Origin | None, path: Path, store: Store, memory: Memory) -> str:
    """Why a file is in the cache or is not."""
    if origin is None:
        return say("读不了，不进缓存", "can't be read, so it is not kept")
    if memory.knows(origin):
        return say("在缓存里", "in the cache")
    before = store.of_path(str(path.absolute()))
    if not before:
        return say("没有检查过，或者没有查完", "not checked before, or not to the end")
    return "；".join(_changes(origin, before[0]))


def _changes(origin: Origin, before: Known) -> list[str]:
    """What has changed since a result that was kept."""
    changed = (
        (origin.content != before.content, say("文件内容变了", "its content has changed")),
        (origin.terms != before.terms, say("设置或自定义规则变了", "the settings or own rules have changed")),
        (
            origin.program != before.program,
            say("declint 或它用的软件包变了", "declint or the packages it uses have changed"),
        ),
    )
    return [words for is_changed, words in changed if is_changed]
