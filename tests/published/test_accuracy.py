"""Every finding on the published declarations has a reviewed verdict, and every verdict its finding."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("accuracy", Path(__file__).with_name("accuracy.py"))
assert _SPEC
assert _SPEC.loader
accuracy = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(accuracy)

DATA = accuracy.verdicts()


def test_every_finding_has_a_verdict_and_every_verdict_its_finding() -> None:
    found = Counter(accuracy.key(result) for result in accuracy.report().results)
    judged = Counter(accuracy.judged(DATA))
    assert found - judged == Counter()
    assert judged - found == Counter()


@pytest.mark.parametrize("row", DATA["findings"], ids=lambda row: f"{row['rule']}-{row['file']}")
def test_a_verdict_has_a_reason(row: dict[str, str]) -> None:
    assert row["verdict"] in accuracy.VERDICTS
    assert row["reason"].strip()


def test_errors_and_warnings_are_precise() -> None:
    """At least 95 of 100 errors and 85 of 100 warnings are right, debatable ones counted as half."""
    severities = {rule.code: str(rule.severity) for rule in accuracy.every_rule()}
    for severity, least in (("error", 0.95), ("warning", 0.85)):
        rows = [row["verdict"] for row in DATA["findings"] if severities[row["rule"]] == severity]
        assert (rows.count("right") + rows.count("debatable") / 2) / len(rows) >= least


def test_the_document_is_up_to_date() -> None:
    assert accuracy.DOCUMENT.read_text(encoding="utf-8") == accuracy.document(DATA)
