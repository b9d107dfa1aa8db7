"""The formats of other programs, against their schemas; and what a schema can't say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from declint.declaration.resources import schema_text
from declint.finding import Severity
from declint.report.encoding import fingerprints, repository_path, uri
from declint.report.formats import FORMATS
from declint.report.terminal import View
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings

SCHEMAS = Path(__file__).parent / "schemas"
VIEW = View("zh")


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


VALIDATORS = {
    "json": Draft202012Validator(json.loads(schema_text("report"))),
    "sarif": Draft4Validator(schema("sarif-2.1.0-rtm.5.json")),
    "gitlab": Draft202012Validator(schema("gitlab.json")),
    "rdjson": Draft202012Validator(schema("rdjson.json")),
}


@pytest.fixture(params=["small", "hostile", "empty"])
def report(request: pytest.FixtureRequest) -> Report:
    if request.param == "empty":
        return Report([], [], crashed=False)
    found: Report = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", VALIDATORS)
def test_json(report: Report, name: str, language: str) -> None:
    document = json.loads(FORMATS[name].encoded(report, View(language)))
    assert [error.message for error in VALIDATORS[name].iter_errors(document)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml(report: Report, name: str, language: str) -> None:
    validator = etree.XMLSchema(etree.parse(str(SCHEMAS / f"{name}.xsd")))
    document = etree.fromstring(FORMATS[name].encoded(report, View(language)))
    assert validator.validate(document), validator.error_log


def sarif(report: Report, view: View = VIEW) -> Any:
    (run,) = json.loads(FORMATS["sarif"].encoded(report, view))["runs"]
    return run


def test_sarif_results_name_their_rules_and_files_by_number(small: Report) -> None:
    run = sarif(small)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result.rule.code for result in small.results})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]


def test_sarif_rules_carry_their_text(small: Report) -> None:
    for rule in sarif(small)["tool"]["driver"]["rules"]:
        assert "```yaml" in rule["help"]["markdown"]
        assert rule["properties"]["source"]
        assert rule["properties"]["source"] in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["id"].rstrip("0123456789") in rule["properties"]["tags"]


def test_sarif_repairs_are_the_edits_of_the_fix(small: Report) -> None:
    (result,) = [each for each in sarif(small)["results"] if each["ruleId"] == "TGT001"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "="}
    region = replacement["deletedRegion"]
    assert (region["startLine"], region["startColumn"]) == (30, 16)
    assert (region["endLine"], region["endColumn"]) == (30, 17)


def test_rdjson_counts_bytes_as_its_readers_do(small: Report) -> None:
    document = json.loads(FORMATS["rdjson"].encoded(small, VIEW))
    (found,) = [each for each in document["diagnostics"] if each["code"]["value"] == "TGT001"]
    line = small.files[0].source.line(30).encode()
    start = found["location"]["range"]["start"]["column"] - 1
    end = found["location"]["range"]["end"]["column"] - 1
    assert line[start:end].decode() == "≥100.00(%)"


def test_an_identity_does_not_move_with_its_line(small: Report) -> None:
    moved = [(file.path, f"# 注\n\n{file.source.text}".encode()) for file in small.files]
    settings = Settings(select=("GOL001", "SYN001", "TGT001"))
    again = check_files(moved, selected(settings), settings)
    assert fingerprints(again, VIEW) == fingerprints(small, VIEW)
    assert [each.span for each in again.results] != [each.span for each in small.results]


def test_each_identity_stands_once(hostile: Report) -> None:
    found = fingerprints(hostile, VIEW)
    assert len(set(found)) == len(found)


def test_junit_fails_what_is_an_error_alone(small: Report) -> None:
    root = etree.fromstring(FORMATS["junit"].encoded(small, VIEW))
    assert len(root.findall(".//failure")) == small.count(Severity.ERROR)
    assert int(root.get("failures", "")) == small.count(Severity.ERROR)
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    assert [each.get("name") for each in root.findall("testsuite")] == [file.path for file in small.files]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.yaml", "部门/a.yaml"),
        ("./x/../a.yaml", "部门/a.yaml"),
        ("../a.yaml", "a.yaml"),
        ("/srv/repo/部门/a.yaml", "部门/a.yaml"),
        ("/elsewhere/a.yaml", "/elsewhere/a.yaml"),
        ("C:/elsewhere/a.yaml", "C:/elsewhere/a.yaml"),
    ],
)
def test_paths_start_at_the_top_of_the_repository(path: str, expected: str) -> None:
    view = View(folder="/srv/repo/部门", root="/srv/repo")
    assert repository_path(path, view) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("甲 #1.yaml", "%E7%94%B2%20%231.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/表/a.yaml", "file:///%E8%A1%A8/a.yaml"),
        ("C:/表/a.yaml", "file:///C:/%E8%A1%A8/a.yaml"),
    ],
)
def test_uris_are_encoded(path: str, expected: str) -> None:
    assert uri(path) == expected
