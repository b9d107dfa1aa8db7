"""``declint rules`` and ``declint explain``, and rules of other packages in both."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from declint.rules.catalogue import RULES
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PLUGIN = Path(__file__).parents[1] / "plugin"


@pytest.fixture(scope="session")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the example package installed in it, for PYTHONPATH."""
    target = tmp_path_factory.mktemp("plugin")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    subprocess.run([*install, "--target", str(target), str(PLUGIN)], check=True, cwd=target)
    return os.pathsep.join((str(target), os.environ.get("PYTHONPATH", "")))


def test_every_rule_is_listed(declint: Run) -> None:
    table = declint("rules").stdout
    assert all(rule.code in table for rule in RULES)
    rows = json.loads(declint("rules", "--output-format", "json").stdout)
    assert [row["code"] for row in rows] == [rule.code for rule in RULES]


def test_the_table_is_filtered(declint: Run) -> None:
    rows = json.loads(declint("rules", "tgt", "--severity", "error", "--output-format", "json").stdout)
    assert {row["severity"] for row in rows} == {"error"}
    assert all(row["code"].startswith("TGT") for row in rows)
    assert declint("rules", "没有这样的规则").returncode == 0


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: object, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    from declint.cli.choices import Language
    from declint.cli.explain import command
    from declint.rules.kit import Rule

    assert isinstance(rule, Rule)
    assert command(rule.code, lang=Language(language)) == 0
    page = capsys.readouterr().out
    assert rule.name in page
    assert rule.text.title[language == "en"] in page


def test_a_rule_is_found_by_its_name(declint: Run) -> None:
    assert "TGT001" in declint("explain", "percentage-at-least-100").stdout


def test_a_rule_of_another_package_runs_explains_itself_and_is_listed(
    declint: Run, plugin: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(BASE.replace("社区图书馆运行", "信息化"), encoding="utf-8")
    done = declint("check", "a.yaml", "--output-format", "json", PYTHONPATH=plugin)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["LOC001"]
    assert "declint-local-rules" in declint("rules", "LOC", PYTHONPATH=plugin).stdout
    assert "本局要求项目名称写明系统名称" in declint("explain", "LOC001", PYTHONPATH=plugin).stdout
    assert declint("check", "a.yaml", "--ignore", "name-with-abbreviation", PYTHONPATH=plugin).returncode == 0


@pytest.mark.parametrize("old", ["abbreviated-name", "LOC091", "loc091"])
def test_a_rule_answers_to_its_old_names_and_tells_the_new_one(
    declint: Run, plugin: str, tmp_path: Path, old: str
) -> None:
    (tmp_path / "a.yaml").write_text(BASE.replace("社区图书馆运行", "信息化"), encoding="utf-8")
    ignored = declint("check", "a.yaml", "--ignore", old, "--output-format", "json", PYTHONPATH=plugin)
    assert json.loads(ignored.stdout)["findings"] == []
    chosen = declint("check", "a.yaml", "--select", old, "--output-format", "json", PYTHONPATH=plugin)
    assert [finding["code"] for finding in json.loads(chosen.stdout)["findings"]] == ["LOC001"]
    for done in (ignored, chosen, declint("explain", old, PYTHONPATH=plugin)):
        assert f"“{old}”已改名，现在是 LOC001（name-with-abbreviation）" in done.stderr
    assert declint("check", "a.yaml", "--ignore", "LOC001", PYTHONPATH=plugin).stderr == ""


def test_a_broken_package_of_rules_is_named(declint: Run, plugin: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    (broken / "broken-1.0.dist-info").mkdir(parents=True)
    (broken / "broken-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n"
    )
    (broken / "broken-1.0.dist-info" / "entry_points.txt").write_text(
        "[declint.rules]\nx = broken_rules:RULES\n"
    )
    done = declint("check", "a.yaml", PYTHONPATH=os.pathsep.join((str(broken), plugin)))
    assert done.returncode == 2
    assert "broken" in done.stderr
    assert "Traceback" not in done.stderr
