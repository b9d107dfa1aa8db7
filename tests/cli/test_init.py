"""``declint init``: everything where there is nothing, nothing where there is something."""

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_names, schema_text
from declint.version import __version__

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ALWAYS = {
    ".gitattributes",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "declint.toml",
    "examples/申报表示例.yaml",
    *(f"schemas/{name}.schema.json" for name in schema_names()),
}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_empty_folder_gets_everything_and_each_is_what_its_reader_reads(
    declint: Run, tmp_path: Path
) -> None:
    done = declint("init", "--ci", "github")
    assert done.returncode == 0, done.stderr
    made = contents(tmp_path)
    assert set(made) == ALWAYS | {".github/workflows/declint.yml"}
    assert all(f"已新建  {name}\n" in done.stdout for name in made)
    tomllib.loads(made["declint.toml"])
    json.loads(made[".vscode/extensions.json"])
    settings = json.loads(made[".vscode/settings.json"])
    assert "./schemas/declaration.schema.json" in settings["yaml.schemas"]
    assert yaml.safe_load(made[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]["id"] == "declint"
    steps = yaml.safe_load(made[".github/workflows/declint.yml"])["jobs"]["declint"]["steps"]
    assert f'python -m pip install "declint=={__version__}"' in [step.get("run") for step in steps]
    assert "@VERSION@" not in "".join(made.values())
    for name in schema_names():
        assert made[f"schemas/{name}.schema.json"] == schema_text(name)


def test_every_line_of_the_configuration_can_be_switched_on(declint: Run, tmp_path: Path) -> None:
    declint("init")
    text = (tmp_path / "declint.toml").read_text("utf-8")
    switched_on = re.sub(r"^# (?=[a-z]+[\w-]* = |\[)", "", text, flags=re.MULTILINE)
    found = tomllib.loads(switched_on)
    assert {"fail-on", "ignore", "implementing-units", "standards", "baseline", "rules"} <= set(found)
    Draft202012Validator(json.loads(schema_text("config"))).validate(found)


def test_the_example_is_a_declaration_without_a_mistake(declint: Run, tmp_path: Path) -> None:
    declint("init")
    done = declint("check", "examples")
    assert done.returncode == 0
    assert "没有发现问题" in done.stdout
    line = declint("schema", "--modeline", "examples/申报表示例.yaml").stdout
    assert (tmp_path / "examples/申报表示例.yaml").read_text("utf-8").startswith(line)


def test_a_second_time_changes_nothing(declint: Run, tmp_path: Path) -> None:
    declint("init", "--ci", "gitlab")
    before = contents(tmp_path)
    done = declint("init", "--ci", "gitlab")
    assert done.returncode == 0
    assert contents(tmp_path) == before
    assert "已新建" not in done.stdout
    assert done.stdout.count("已有，不动") == len(before)


def test_files_of_others_are_kept_and_the_missing_part_is_shown(declint: Run, tmp_path: Path) -> None:
    theirs = {
        ".vscode/settings.json": '{"editor.fontSize": 20} // mine',
        ".pre-commit-config.yaml": "repos: []\n",
        ".gitlab-ci.yml": "test:\n  script: make\n",
        ".gitattributes": "*.png binary\n",
        "schemas/declaration.schema.json": "{}",
        "pyproject.toml": "[tool.declint]\n",
    }
    for name, text in theirs.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = declint("init")
    assert done.returncode == 0
    made = contents(tmp_path)
    assert {name: made[name] for name in theirs} == theirs
    assert "declint.toml" not in made
    assert '请把下面的内容加进去  .vscode/settings.json\n    {\n      "yaml.schemas": {\n' in done.stdout
    assert "请把下面的内容加进去  .gitlab-ci.yml\n" in done.stdout
    assert "已有，与本版本不同，不动  schemas/declaration.schema.json\n" in done.stdout
    assert "declint schema -o schemas" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (".gitlab-ci.yml", "include: []", "gitlab"),
        (".github/CODEOWNERS", "", "github"),
        (".git/config", '[remote "origin"]\n\turl = git@gitlab.example.cn:a/b.git\n', "gitlab"),
        (".git/config", '[remote "origin"]\n\turl = https://github.com/a/b\n', "github"),
        (".git/config", '[remote "origin"]\n\turl = https://gitee.com/a/b\n', None),
        (".git/config", "[github]\n\tuser = a\n", None),
    ],
)
def test_the_ci_system_is_found(
    declint: Run, tmp_path: Path, name: str, text: str, expected: str | None
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = declint("init")
    assert (tmp_path / ".github/workflows/declint.yml").exists() == (expected == "github")
    assert ".gitlab-ci.yml" in done.stdout or expected != "gitlab"
    assert ("没有看出用哪个平台" in done.stdout) == (expected is None)


def test_another_folder_is_made_and_a_file_is_refused(declint: Run, tmp_path: Path) -> None:
    done = declint("init", "新 文件夹", "--ci", "none", "--lang", "en")
    assert "created  新 文件夹/declint.toml\n" in done.stdout
    assert set(contents(tmp_path / "新 文件夹")) == ALWAYS
    (tmp_path / "file").write_text("x", encoding="utf-8")
    refused = declint("init", "file")
    assert refused.returncode == 2
    assert "file 不是文件夹" in refused.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_without_rights_is_said_plainly(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = declint("init", "locked")
    assert done.returncode == 2
    assert "不能写文件 locked/declint.toml" in done.stderr


def test_a_folder_in_the_place_of_a_file_is_said_plainly(declint: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").mkdir()
    done = declint("init")
    assert done.returncode == 2
    assert "不能写文件 .gitattributes" in done.stderr
    assert "Traceback" not in done.stderr
