"""The counts of ``declint.report.statistics`` as JSON, after schemas/statistics.schema.json."""

import json
from collections.abc import Iterator
from typing import Any

from declint.report.statistics import Tally, by_family, by_file, by_rule, severities
from declint.report.terminal import View
from declint.run import Report
from declint.version import __version__


def render(report: Report, _view: View) -> Iterator[str]:
    """The lines of one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "declint", "version": __version__},
        "summary": {"files": len(report.files), **severities(report), "total": len(report.results)},
        "rules": [
            {
                "code": row.rule.code,
                "name": row.rule.name,
                "severity": str(row.severity),
                "findings": row.findings,
                "files": row.files,
            }
            for row in by_rule(report)
        ],
        "families": [{"family": name, **_data(tally)} for name, tally in by_family(report)],
        "files": [{"path": path, **_data(tally)} for path, tally in by_file(report)],
    }
    yield from json.dumps(document, ensure_ascii=False, indent=2).split("\n")


def _data(tally: Tally) -> dict[str, Any]:
    return {**tally._asdict(), "total": tally.total}
