"""``declint config``, and configurations as ``declint check`` meets them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
TOML = """\
ignore = ["GOL"]
fail-on = "warning"

[severity]
TGT001 = "warning"

[[per-file]]
files = ["old/**"]
ignore = ["TGT"]
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings(done: "subprocess.CompletedProcess[str]") -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_settings_are_shown_with_their_origins(
    declint: Run, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    write(tmp_path, "declint.toml", TOML)
    (tmp_path / "old").mkdir()
    for arguments in (["old/a.yaml"], ["--select", "TGT", "--lang", "en"]):
        done = declint("config", *arguments)
        assert done.returncode == 0
        assert done.stdout.replace(tmp_path.as_posix(), "…") == snapshot


def test_settings_as_data(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "declint.toml", TOML)
    data = settings(declint("config", "old/a.yaml", "--output-format", "json", "--fail-on", "never"))
    assert data["settings"]["ignore"] == {
        "value": ["GOL", "TGT"],
        "origins": [
            {"kind": "file", "path": "declint.toml", "line": 1},
            {"kind": "file", "path": "declint.toml", "line": 7},
        ],
    }
    assert data["settings"]["fail-on"] == {
        "value": "never",
        "origins": [{"kind": "command line", "path": "", "line": 0}],
    }
    assert data["settings"]["year"]["origins"] == [{"kind": "default", "path": "", "line": 0}]
    assert not any(rule["code"].startswith(("GOL", "TGT")) for rule in data["rules"])
    other = settings(declint("config", "--output-format", "json"))
    assert {"code": "TGT001", "severity": "warning"} in other["rules"]


def test_the_configuration_decides_the_exit_code(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    write(tmp_path, "old/a.yaml", WRONG)
    write(tmp_path, "declint.toml", TOML)
    assert declint("check", "a.yaml").returncode == 1
    assert declint("check", "a.yaml", "--fail-on", "error").returncode == 0
    assert declint("check", "old").returncode == 0
    assert declint("check", "old", "--isolated").returncode == 1


def test_the_language_of_the_configuration(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE)
    write(tmp_path, "declint.toml", 'language = "en"\n')
    english, chinese = "Nothing found", "没有发现问题"
    assert english in declint("check", "a.yaml").stdout
    assert english in declint("check", "a.yaml", DECLINT_LANG="zh").stdout
    assert chinese in declint("check", "a.yaml", "--lang", "zh").stdout
    assert chinese in declint("check", "a.yaml", "--isolated").stdout
    assert "nothing was checked" in declint("check", "nowhere").stderr


def test_one_file_for_everything(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    write(tmp_path, "declint.toml", "broken")
    write(tmp_path, "strict/other.toml", 'severity = { TGT001 = "note" }\n')
    assert declint("check", "a.yaml").returncode == 2
    assert declint("check", "a.yaml", "--config", "strict/other.toml").returncode == 0
    assert declint("check", "a.yaml", "--config", "nowhere.toml").returncode == 2
    assert declint("check", "a.yaml", "--isolated").returncode == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_mistake_ends_in_exit_code_2_with_file_and_line(
    declint: Run, tmp_path: Path, language: str
) -> None:
    write(tmp_path, "a.yaml", BASE)
    write(tmp_path, "pyproject.toml", '[project]\nname = "x"\n[tool.declint]\nignroe = ["TGT"]\n')
    for command in (("check", "a.yaml"), ("config",), ("baseline", "a.yaml")):
        done = declint(*command, "--lang", language)
        assert done.returncode == 2
        assert done.stdout == ""
        assert "pyproject.toml:4: " in done.stderr
        assert ("是不是“ignore”" if language == "zh" else "did you mean “ignore”") in done.stderr


def test_standard_input_is_checked_by_its_name(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "declint.toml", TOML)
    stdin = WRONG.encode()
    assert declint("check", "-", stdin=stdin).returncode == 1
    assert declint("check", "-", "--stdin-filename", "old/a.yaml", stdin=stdin).returncode == 0


def test_registered_units_and_standards(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE)
    write(
        tmp_path,
        "declint.toml",
        'implementing-units = ["示例县图书馆"]\n'
        '[[standards]]\nname = "单场读书活动成本"\nlimit = 300\nunit = "元/场"\n',
    )
    done = declint("check", "a.yaml", "--output-format", "concise")
    assert done.returncode == 1
    assert "ORG001" in done.stdout
    assert "CST003" in done.stdout
