"""What holds for which file in one run: the nearest configuration, and the command line on top of it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from declint import files
from declint.configuration.finding import find
from declint.configuration.model import Configuration, Origin, OriginKind
from declint.run import Terms
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.rules.selecting import Recall


class CommandLine(Struct, frozen=True):
    """What the command line says; what is empty says nothing."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    language: str = ""
    baseline: str | None = None
    own_rules: tuple[str, ...] = ()

    def applied(self, configuration: Configuration) -> Configuration:
        """The configuration with what is said here on top.

        ``select`` takes the place of everything that the configuration selects and ignores; ``ignore``,
        ``extend_select`` and ``own_rules`` are added to it. An empty ``baseline`` (not None) means none.
        """
        settings = configuration.settings
        if self.select:
            settings = replace(settings, select=self.select, extend_select=(), ignore=())
        settings = replace(
            settings,
            extend_select=(*settings.extend_select, *self.extend_select),
            ignore=(*settings.ignore, *self.ignore),
            fail_on=self.fail_on or settings.fail_on,
            language=self.language or settings.language,
            baseline=settings.baseline if self.baseline is None else self.baseline,
            own_rules=(*settings.own_rules, *self.own_rules),
        )
        said = {
            "select": self.select,
            "extend-select": self.extend_select or self.select,
            "ignore": self.ignore or self.select,
            "fail-on": self.fail_on,
            "language": self.language,
            "baseline": self.baseline is not None,
            "rules": self.own_rules,
        }
        here = Origin(OriginKind.COMMAND_LINE)
        origins = {**configuration.origins, **{key: here for key, value in said.items() if value}}
        return replace(configuration, settings=settings, origins=origins)


class Plan(Struct):
    """The terms of every file of a run.

    ``explicit`` is the one configuration file to use for all, ``isolated`` means that none is looked for.
    ``recall`` is as in ``rules.selecting``.
    """

    command_line: CommandLine = field(default_factory=CommandLine)
    explicit: Path | None = None
    isolated: bool = False
    recall: "Recall | None" = None
    _by_folder: dict[Path, Configuration] = field(default_factory=dict)
    _by_parent: dict[str, Configuration] = field(default_factory=dict)
    _by_file: dict[Path | None, Configuration] = field(default_factory=dict)
    _by_settings: dict[Settings, Terms] = field(default_factory=dict)

    def configuration_of(self, path: str | Path) -> Configuration:
        """The configuration that holds for a file or folder. Raises ConfigurationError and PluginError."""
        absolute = _absolute(path)
        return self._configuration_in(absolute if files.is_folder(absolute) else absolute.parent)

    def _configuration_in(self, folder: Path) -> Configuration:
        if folder not in self._by_folder:
            self._by_folder[folder] = self._loaded(self._file_for(folder))
        return self._by_folder[folder]

    def terms_of(self, path: str | Path) -> Terms:
        """The rules and settings of a file.

        Raises ConfigurationError, UnknownRuleError and PluginError.
        """
        return self._terms(self.configuration_of(path).settings_for(_absolute(path)))

    def terms_of_file(self, path: str) -> Terms:
        """As ``terms_of``, of what is no folder; many files of a folder take hardly longer than one."""
        parent = os.path.dirname(path)  # noqa: PTH120  (once a file)
        if parent not in self._by_parent:
            self._by_parent[parent] = self._configuration_in(_absolute(path).parent)
        configuration = self._by_parent[parent]
        if configuration.per_file:
            return self._terms(configuration.settings_for(_absolute(path)))
        return self._terms(configuration.settings)

    def _terms(self, settings: Settings) -> Terms:
        if settings not in self._by_settings:
            self._by_settings[settings] = Terms(settings=settings, recall=self.recall)
            if _names_rules(settings):
                # What is named wrongly is said at once, whether or not any file needs the rules.
                _ = self._by_settings[settings].known
        return self._by_settings[settings]

    @property
    def files(self) -> tuple[Path, ...]:
        """The configuration files met so far, and the rule files and baselines that they name."""
        found: list[Path] = []
        for file, configuration in self._by_file.items():
            settings = configuration.settings
            named = (*settings.own_rules, *((settings.baseline,) if settings.baseline else ()))
            found += [*((file,) if file else ()), *(Path(each) for each in named)]
        return tuple(found)

    def _file_for(self, folder: Path) -> Path | None:
        if self.isolated:
            return None
        return self.explicit or find(folder)

    def _loaded(self, file: Path | None) -> Configuration:
        if file not in self._by_file:
            configuration = self._read(file) if file else Configuration()
            self._by_file[file] = self.command_line.applied(configuration)
        return self._by_file[file]

    def _read(self, file: Path) -> Configuration:
        from declint.configuration.reading import load

        return load(file, _shown(file), self.recall)


def _names_rules(settings: Settings) -> bool:
    return bool(
        settings.select
        or settings.extend_select
        or settings.ignore
        or settings.severity
        or settings.own_rules
    )


def _absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)


def _shown(file: Path) -> str:
    """A path as a user here would write it."""
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:
        return file.as_posix()
