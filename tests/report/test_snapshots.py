"""Each format as a whole, for three small files, as a snapshot that a person has reviewed."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from declint.report.formats import FORMATS
from declint.report.terminal import View
from declint.run import Report
from declint.version import __version__


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if not each.binary])
def test_the_whole_report(small: Report, name: str, snapshot: SnapshotAssertion) -> None:
    text = FORMATS[name].encoded(small, View("zh")).decode("utf-8")
    text = re.sub(rf'(declint |ersion": "){re.escape(__version__)}', r"\1VERSION", text)
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    assert re.sub(r"sha256-[\w+/=]+", "sha256-HASH", text) == snapshot


@pytest.mark.parametrize("name", ["github", "markdown", "csv"])
def test_the_whole_report_in_english(small: Report, name: str, snapshot: SnapshotAssertion) -> None:
    assert FORMATS[name].encoded(small, View("en")).decode("utf-8") == snapshot
