"""Reading a configuration. Nothing is run, nothing outside its folder is read."""

import datetime
import os
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from declint import files
from declint.configuration.finding import OUTSIDE
from declint.configuration.model import Configuration, ConfigurationError, Origin, OriginKind, PerFile
from declint.configuration.positions import Keys, lines_of
from declint.configuration.problems import check, hints, line_of
from declint.finding import Words
from declint.pattern import pattern
from declint.rules.card import Known
from declint.rules.errors import UnknownRuleError
from declint.rules.selecting import Recall, every_known, meant
from declint.settings import Limits, Settings, Standard

_TABLE = ("tool", "declint")
_LARGEST = 1_000_000
_AT_LINE = pattern(r"at line ([0-9]+)")

_NO_FILE = Words(
    "读不了这个配置文件（{reason}）。请核对路径",
    "this configuration can't be read ({reason}). Check the path",
)
_TOO_LARGE = Words("配置文件太大（超过 {limit} 字节）", "the configuration is too large (over {limit} bytes)")
_NO_TOML = Words("不是正确的 TOML：{reason}", "this is no TOML: {reason}")
_NO_KEY = Words(
    '不是正确的 TOML：{reason}。中文的键要加英文引号，如 "愿望词" = ["提质"]',
    "this is no TOML: {reason}. A Chinese key must be put in quotes",
)
_NO_TEXT = Words(
    "配置文件不是 UTF-8 文字；请另存为 UTF-8", "the configuration is no UTF-8 text; save it as UTF-8"
)
_NO_TABLE = Words("这个文件里没有 [tool.declint]", "there is no [tool.declint] in this file")
_NO_RULE = Words(
    "没有规则“{word}”{hint_zh}。全部规则见 declint rules", "no rule “{word}”{hint_en}. See declint rules"
)
_ALWAYS = Words(
    "规则 {word} 总要检查，不能关闭，也不能改级别：读不出来的文件不能当作没有问题",
    "rule {word} is always on and keeps its severity: what can't be read can't be waved through",
)
_NO_EDITION = Words("没有表式“{word}”。可用的：{known}", "no edition “{word}”. Known: {known}")
_NO_LEXICON = Words(
    "没有词表“{word}”{hint_zh}。可用的：{known}", "no lexicon “{word}”{hint_en}. Known: {known}"
)
_NO_PAIR = Words('“{word}”要写成 "错=对"', '“{word}” must be written "wrong=right"')
_NO_NUMBER = Words("上限“{word}”不是一个数", "the limit “{word}” is no number")
_NO_NAME = Words(
    "“{word}”里有空字符（U+0000），不能是文件名", "“{word}” holds U+0000 and can't be the name of a file"
)
_NO_DAY = Words("“{word}”不是一个日期", "“{word}” is no date")


def has_table(path: Path) -> bool:
    """Whether a file holds a configuration. Raises ConfigurationError where it is no TOML."""
    return _table(path, _toml(path)[1]) is not None


def load(path: Path, shown: str | None = None, recall: Recall | None = None) -> Configuration:
    """The configuration of a file; ``shown`` is how the user knows it. ``recall`` is as in ``every_known``.

    Raises ConfigurationError, and PluginError where files of own rules can't be used.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)
    name = shown or str(path)
    text, toml = _toml(path, name)
    table = _table(path, toml)
    if table is None:
        raise ConfigurationError(_NO_TABLE, name)
    top: Keys = _TABLE if path.name == "pyproject.toml" else ()
    return read_table(table, path, name, lines_of(text), top, recall)


def _table(path: Path, toml: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if path.name != "pyproject.toml":
        return toml
    tool = toml.get("tool")
    table = tool.get("declint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _toml(path: Path, shown: str | None = None) -> tuple[str, dict[str, Any]]:
    name = shown or str(path)
    if files.is_there(path) and not files.is_file(path):
        raise ConfigurationError(_NO_FILE, name, reason="not a file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(_NO_FILE, name, reason=error.strerror or type(error).__name__) from error
    if len(data) > _LARGEST:
        raise ConfigurationError(_TOO_LARGE, name, limit=str(_LARGEST))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigurationError(_NO_TEXT, name) from error
    try:
        return text, tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ArithmeticError) as error:
        raise _no_toml(text, name, error) from error


def _no_toml(text: str, name: str, error: Exception) -> ConfigurationError:
    reason = str(error) or type(error).__name__
    line = int(match[1]) if (match := _AT_LINE.search(reason)) else 0
    written = text.split("\n")[line - 1].lstrip(" \t[") if line else ""
    words = _NO_KEY if written and not written[0].isascii() else _NO_TOML
    return ConfigurationError(words, name, line, reason=reason)


def read_table(
    table: Mapping[str, Any],
    path: Path | None = None,
    shown: str = "",
    lines: Mapping[Keys, int] | None = None,
    top: Keys = (),
    recall: Recall | None = None,
) -> Configuration:
    """The configuration that a table of TOML holds; paths in it are relative to the folder of ``path``.

    Raises ConfigurationError, and PluginError where files of own rules can't be used.
    """
    plain = _plain(table)
    known = lines or {}
    check(plain, shown, known, top)
    reader = _Reader(plain, path, shown, known, top, recall)
    kind = OriginKind.FILE
    origins = {key: Origin(kind, shown, line_of((*top, key), known)) for key in plain}
    return Configuration(reader.settings(), path, reader.per_file(), origins)


def _plain(value: Any) -> Any:
    """TOML data as JSON data: days become text, and so does what is no number (nan, inf)."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    return value


class _Reader:
    """Turns a checked table into settings; knows where each key stands for what is still wrong with it."""

    def __init__(
        self,
        table: Mapping[str, Any],
        path: Path | None,
        shown: str,
        lines: Mapping[Keys, int],
        top: Keys,
        recall: Recall | None,
    ) -> None:
        self._table = table
        self._folder = path.parent if path else None
        self._shown = shown
        self._lines = lines
        self._top = top
        self._recall = recall
        self._own_rules = tuple(self._inside(each, "rules") for each in table.get("rules", ()))

    def settings(self) -> Settings:
        """The settings of the whole configuration."""
        table = self._table
        settings = Settings(
            implementing_units=tuple(table.get("implementing-units", ())),
            supervisors=tuple(table.get("supervisors", ())),
            select=self._rules(table, "select"),
            ignore=(*self._ignored(table), *self._off(table)),
            extend_select=self._rules(table, "extend-select"),
            severity=self._severity(table),
            standards=tuple(
                self._standard(number, row) for number, row in enumerate(table.get("standards", ()))
            ),
            edition=self._edition(table),
            year=table.get("year"),
            words=tuple(self._words()),
            own_rules=self._own_rules,
            baseline=self._inside(table["baseline"], "baseline") if "baseline" in table else "",
            language=table.get("language", ""),
            fail_on=table.get("fail-on", ""),
            limits=replace(
                Limits(), **{key.replace("-", "_"): value for key, value in table.get("limits", {}).items()}
            ),
        )
        total = table.get("weights-total", list(settings.weights_total))
        return replace(settings, weights_total=tuple(total) if isinstance(total, list) else (total,))

    def per_file(self) -> tuple[PerFile, ...]:
        """The entries for some files."""
        return tuple(
            PerFile(
                tuple(row["files"]),
                self._rules(row, "per-file", number, "select"),
                (*self._ignored(row, "per-file", number), *self._off(row)),
                self._severity(row, "per-file", number),
                self._edition(row, "per-file", number),
                row.get("year"),
                Origin(OriginKind.FILE, self._shown, line_of((*self._top, "per-file", number), self._lines)),
            )
            for number, row in enumerate(self._table.get("per-file", ()))
        )

    def _refuse(self, words: Words, *way: str | int, **arguments: str) -> ConfigurationError:
        line = line_of((*self._top, *way), self._lines)
        return ConfigurationError(words, self._shown, line, **arguments)

    def _rules(self, table: Mapping[str, Any], *way: str | int) -> tuple[str, ...]:
        words = tuple(table.get(str(way[-1]), ()))
        for word in words:
            self._known_rule(word, *way)
        return words

    def _ignored(self, table: Mapping[str, Any], *way: str | int) -> tuple[str, ...]:
        words = tuple(table.get("ignore", ()))
        for word in words:
            self._movable_rule(word, *way, "ignore")
        return words

    def _movable_rule(self, word: str, *way: str | int) -> None:
        """Refuse a word that means only rules which are always on: it would say nothing."""
        if all(rule.always for rule in self._known_rule(word, *way)):
            raise self._refuse(_ALWAYS, *way, word=word)

    def _known_rule(self, word: str, *way: str | int) -> tuple[Known, ...]:
        try:
            return meant(word, every_known(Settings(), self._recall))
        except UnknownRuleError:
            pass
        try:
            return meant(word, every_known(Settings(own_rules=self._own_rules), self._recall))
        except UnknownRuleError as error:
            raise self._refuse(_NO_RULE, *way, word=word, **_meant(error.meant)) from error

    def _severity(self, table: Mapping[str, Any], *way: str | int) -> tuple[tuple[str, str], ...]:
        stated: dict[str, str] = table.get("severity", {})
        for word in stated:
            self._movable_rule(word, *way, "severity", word)
        return tuple((word, severity) for word, severity in stated.items() if severity != "off")

    @staticmethod
    def _off(table: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(word for word, severity in table.get("severity", {}).items() if severity == "off")

    def _edition(self, table: Mapping[str, Any], *way: str | int) -> str:
        name: str = table.get("edition", "")
        if not name:
            return name
        from declint.declaration.edition import edition_named, editions

        if not edition_named(name):
            known = "、".join(each.name for each in editions())
            raise self._refuse(_NO_EDITION, *way, "edition", word=name, known=known)
        return name

    def _standard(self, number: int, row: Mapping[str, Any]) -> Standard:
        since: str = row.get("since", "")
        way = ("standards", number)
        try:
            if since:
                datetime.date.fromisoformat(since)
        except ValueError as error:
            raise self._refuse(_NO_DAY, *way, "since", word=since) from error
        limit = Decimal(str(row["limit"]))
        if not limit.is_finite():
            raise self._refuse(_NO_NUMBER, *way, "limit", word=str(limit))
        return Standard(row["name"], limit, row["unit"], row.get("source", ""), since)

    def _words(self) -> list[tuple[str, str, tuple[str, ...]]]:
        stated = self._table.get("words", {})
        if not stated:
            return []
        from declint.language.lexicon import extensible, lexicon_names

        added = []
        for name, lists in stated.items():
            if name not in lexicon_names():
                raise self._unknown_words(name, lexicon_names(), "words", name)
            known = extensible(name)
            for key, words in lists.items():
                if key not in known:
                    raise self._unknown_words(key, known, "words", name, key)
                for word in words:
                    if known[key] and not all(part.strip() for part in _pair(word)):
                        raise self._refuse(_NO_PAIR, "words", name, key, word=word)
                added.append((name, key, tuple(words)))
        return added

    def _unknown_words(self, word: str, known: Any, *way: str) -> ConfigurationError:
        shown = "、".join(known)
        return self._refuse(_NO_LEXICON, *way, word=word, known=shown, **hints(word, known))

    def _inside(self, stated: str, key: str) -> str:
        """A path of the configuration as an absolute one; it may not leave the folder, by a link neither."""
        if "\0" in stated:
            raise self._refuse(_NO_NAME, key, word=stated)
        folder = files.real(self._folder or Path.cwd())
        path = files.real(folder / stated)
        if not path.is_relative_to(folder):
            raise self._refuse(OUTSIDE, key, word=stated)
        return str(path)


def _pair(word: str) -> tuple[str, str]:
    wrong, _, right = word.partition("=")
    return wrong, right


def _meant(meant: str | None) -> dict[str, str]:
    if not meant:
        return {"hint_zh": "", "hint_en": ""}
    return {"hint_zh": f"，是不是 {meant}", "hint_en": f" (did you mean {meant}?)"}
