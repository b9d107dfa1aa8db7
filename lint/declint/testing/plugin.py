"""The pytest plug-in: a folder with ``declint-cases.toml`` becomes a test for each of its cases.

In a run that has no such file it does nothing but compare the names of files.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from declint.rules.kit import AnyRule
    from declint.testing.folders import Folder, FolderCase

_MARKER = "declint-cases.toml"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a folder of cases by its marker."""
    if file_path.name != _MARKER:
        return None
    collected: pytest.Collector = CasesFile.from_parent(parent, path=file_path)
    return collected


class CasesFile(pytest.File):
    """The marker of a folder of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each case, and one for the examples of each rule that the marker asks for."""
        from declint.rules.errors import PluginError, UnknownRuleError
        from declint.testing.folders import CaseError, folder_cases, read_folder

        try:
            folder = read_folder(self.path)
            cases = list(folder_cases(folder))
        except (CaseError, PluginError) as error:
            raise self.CollectError(str(error)) from error
        except UnknownRuleError as error:
            message = f"{self.path}: no rule {error.word}"
            raise self.CollectError(message) from error
        for case in cases:
            yield CaseItem.from_parent(self, name=str(case), case=case, folder=folder)
        for rule in folder.examples:
            yield ExamplesItem.from_parent(self, name=f"{rule.code}/examples", rule=rule, folder=folder)


class CaseFailedError(Exception):
    """A case does not hold; the text says why."""


class _Item(pytest.Item):
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The complaints alone where a case does not hold."""
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where a failure is reported."""
        return self.path, None, self.name


class CaseItem(_Item):
    """One case of a folder."""

    def __init__(self, *, case: "FolderCase", folder: "Folder", **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case
        self.folder = folder

    def runtest(self) -> None:
        """Check the case. Raises CaseFailedError."""
        from declint.testing.folders import check_folder_case

        complaints = check_folder_case(self.case, self.folder)
        if complaints:
            raise CaseFailedError("\n".join(complaints))

    def reportinfo(self) -> tuple[Path, None, str]:
        """The case's own file."""
        return self.case.path, None, self.name


class ExamplesItem(_Item):
    """The examples in the text of one rule."""

    def __init__(self, *, rule: "AnyRule", folder: "Folder", **rest: Any) -> None:
        super().__init__(**rest)
        self.rule = rule
        self.folder = folder

    def runtest(self) -> None:
        """Run the examples. Raises CaseFailedError."""
        from declint.testing.verdicts import judge

        problems = [text for verdict in judge([self.rule]) if (text := verdict.say("zh"))]
        if problems:
            raise CaseFailedError("\n".join(problems))
