"""A configuration: its settings, where each came from, and what holds for which file."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from declint import files
from declint.configuration.patterns import matches
from declint.finding import Words
from declint.settings import Settings


class ConfigurationError(Exception):
    """A configuration that can't be used. ``line`` counts from 1; 0 means the file as a whole."""

    def __init__(self, words: Words, path: str = "", line: int = 0, **arguments: str) -> None:
        super().__init__(words.say("en", arguments))
        self.words = words
        self.path = path
        self.line = line
        self.arguments = arguments

    def say(self, language: str) -> str:
        """Where and what is wrong, in ``zh`` or ``en``."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        message = self.words.say(language, self.arguments)
        return f"{where}: {message}" if where else message


class OriginKind(StrEnum):
    """Where a setting comes from."""

    DEFAULT = "default"
    FILE = "file"
    COMMAND_LINE = "command line"


class Origin(Struct, frozen=True):
    """Where a setting comes from; ``path`` and ``line`` (from 1, 0 where unknown) for one from a file."""

    kind: OriginKind = OriginKind.DEFAULT
    path: str = ""
    line: int = 0


class PerFile(Struct, frozen=True):
    """What holds for the files that match one of the patterns; '' and None say nothing."""

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    edition: str = ""
    year: int | None = None
    origin: Origin = field(default_factory=Origin)

    def applied(self, settings: Settings) -> Settings:
        """The settings with what is said here; here comes after what was said before."""
        return replace(
            settings,
            extend_select=(*settings.extend_select, *self.select),
            ignore=(*settings.ignore, *self.ignore),
            severity=(*settings.severity, *self.severity),
            edition=self.edition or settings.edition,
            year=self.year if self.year is not None else settings.year,
        )


class Configuration(Struct, frozen=True):
    """The settings of one configuration file, or the defaults where ``path`` is None.

    ``origins`` tells for each key of the file (``select``, ``fail-on`` …) where its value comes from; a key
    that is not in it has its default.
    """

    settings: Settings = field(default_factory=Settings)
    path: Path | None = None
    per_file: tuple[PerFile, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def settings_for(self, file: Path) -> Settings:
        """What holds for a file."""
        settings = self.settings
        for each in self.per_file_of(file):
            settings = each.applied(settings)
        return settings

    def per_file_of(self, file: Path) -> tuple[PerFile, ...]:
        """The entries of ``per-file`` that speak of a file."""
        if self.path is None or not self.per_file:
            return ()
        folder = files.real(self.path.parent)
        real = files.real(file.parent) / file.name
        if not real.is_relative_to(folder):
            return ()
        inside = real.relative_to(folder).as_posix()
        return tuple(each for each in self.per_file if any(matches(inside, one) for one in each.files))
