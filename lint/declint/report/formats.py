"""The formats there are; a format's module is imported when it is used."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from msgspec import Struct

from declint.report.terminal import View
from declint.run import Report


class MissingPackageError(Exception):
    """A format needs a package that is not installed; ``extra`` is the extra of declint that brings it."""

    def __init__(self, format_name: str, extra: str) -> None:
        super().__init__(format_name)
        self.format_name = format_name
        self.extra = extra


class Format(Struct, frozen=True):
    """One format.

    ``suffix`` is what its files end in. ``personal`` says that people read it on a terminal, so that it goes
    there in the terminal's own encoding; ``binary`` that it is bytes. ``needs`` is a package that it is
    written with and ``extra`` the extra of declint that brings it.
    """

    name: str
    suffix: str
    personal: bool = False
    binary: bool = False
    needs: str = ""
    extra: str = ""

    def require(self) -> None:
        """Raise MissingPackageError where the format can't be written here."""
        if self.needs and find_spec(self.needs) is None:
            raise MissingPackageError(self.name, self.extra)

    def lines(self, report: Report, view: View) -> Iterable[str]:
        """The lines of a report in a format that is text."""
        return cast("Iterable[str]", import_module(f"declint.report.{self.name}").render(report, view))

    def encoded(self, report: Report, view: View) -> bytes:
        """A report as the bytes of a file."""
        if self.binary:
            return cast("bytes", import_module(f"declint.report.{self.name}").render(report, view))
        return encode(self.lines(report, view))


def encode(lines: Iterable[str]) -> bytes:
    """Lines as the bytes of a file: UTF-8, and half characters, which it has none for, by their numbers."""
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


FORMATS = {
    each.name: each
    for each in (
        Format("text", ".txt", personal=True),
        Format("concise", ".txt", personal=True),
        Format("json", ".json"),
        Format("ndjson", ".ndjson"),
        Format("sarif", ".sarif"),
        Format("github", ".txt"),
        Format("gitlab", ".json"),
        Format("junit", ".xml"),
        Format("checkstyle", ".xml"),
        Format("rdjson", ".json"),
        Format("markdown", ".md"),
        Format("csv", ".csv"),
        Format("html", ".html"),
        Format("xlsx", ".xlsx", binary=True, needs="openpyxl", extra="forms"),
    )
}
"""Every format by its name; each is ``render(report, view)`` in the module of its name."""
