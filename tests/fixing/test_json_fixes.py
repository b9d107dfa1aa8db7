"""The edits that the JSON report shows are those that are made."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from declint.fixing.edits import TextEdit, applied
from declint.fixing.repair import checker, repair
from declint.report.json import render
from declint.report.terminal import View
from declint.rules.catalogue import RULES
from declint.run import Terms
from declint.settings import Settings

CHECK = checker(lambda _: Terms(tuple(rule for rule in RULES if rule.default), Settings()))
PUBLISHED = [
    (path.name, path.read_bytes())
    for path in sorted((Path(__file__).parents[2] / "declarations").rglob("*.yaml"))
]


def edits(text: str, fix: dict[str, Any]) -> Iterator[TextEdit]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in fix["edits"]:
        start = starts[edit["line"] - 1] + edit["column"] - 1
        end = starts[edit["endLine"] - 1] + edit["endColumn"] - 1
        yield TextEdit(start, end, edit["text"])


def test_the_edits_of_the_report_repair_the_finding() -> None:
    document = json.loads("\n".join(render(CHECK(PUBLISHED), View("zh"))))
    texts = {name: data.decode() for name, data in PUBLISHED}
    shown = [finding for finding in document["findings"] if finding["fixes"]]
    assert len(shown) > 30
    assert {finding["code"] for finding in shown} <= {rule.code for rule in RULES if rule.fix}
    for finding in shown:
        text = texts[finding["path"]]
        for fix in finding["fixes"]:
            mended = applied(text, edits(text, fix))
            changed = [
                (name, mended.encode() if name == finding["path"] else data) for name, data in PUBLISHED
            ]
            after = CHECK(changed)
            assert not any(
                result.rule.code == finding["code"]
                and result.file.path == finding["path"]
                and result.file.field(result.finding.at) == finding["field"]
                and json.loads(json.dumps(dict(result.finding.arguments))) == finding["arguments"]
                for result in after.results
            )


def test_one_fix_alone_makes_just_the_edits_shown() -> None:
    document = json.loads("\n".join(render(CHECK(PUBLISHED), View("zh"))))
    texts = {name: data.decode() for name, data in PUBLISHED}
    moved = [finding for finding in document["findings"] if finding["code"] == "YEA001" and finding["fixes"]]
    assert moved
    done = repair(PUBLISHED, CHECK, unsafe=True, only=frozenset({"YEA001"}))
    for finding in moved:
        text = texts[finding["path"]]
        file = next(each for each in done.files if each.path == finding["path"])
        assert file.texts[1] == applied(text, edits(text, finding["fixes"][0]))
