"""One run: find files, read, check, compare across, suppress, order. Every door leads through here."""

from declint.run.listing import listed
from declint.run.outcome import FileResult, Report, Result, Terms
from declint.run.running import Means, check_file, check_files, report_on

__all__ = [
    "FileResult",
    "Means",
    "Report",
    "Result",
    "Terms",
    "check_file",
    "check_files",
    "listed",
    "report_on",
]
