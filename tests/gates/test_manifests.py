"""What other repositories use: the hooks, the GitHub action and the GitLab template."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from declint.version import __version__

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="the steps are tried in a POSIX bash"
)


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("github-actions", "action.yml"),
        ("gitlab-ci", "templates/declint.gitlab-ci.yml"),
        ("gitlab-ci", "lint/declint/data/init/gitlab.yml"),
        ("github-workflows", "lint/declint/data/init/github.yml"),
    ],
)
def test_the_published_schemas_accept_it(schema: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(ROOT / name)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_they_install_this_version() -> None:
    assert load("action.yml")["inputs"]["version"]["default"] == __version__
    gitlab = load("templates/declint.gitlab-ci.yml")
    assert gitlab["variables"]["DECLINT_VERSION"]["value"] == __version__
    assert f"/v{__version__}/" in (ROOT / "templates/declint.gitlab-ci.yml").read_text("utf-8")


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", "lint/declint/data/init/pre-commit-config.yaml"])
def test_the_hook_runs_on_whatever_a_check_depends_on(name: str) -> None:
    found = load(name)
    hooks = found["repos"][0]["hooks"] if isinstance(found, dict) else found
    hook = next(each for each in hooks if each["id"] == "declint")
    pattern = re.compile(hook["files"])
    for path in (
        "declarations/2026/01-项目.yaml",
        "局/declarations/a.yml",
        "schemas/declaration.schema.json",
        "declint.toml",
        "pyproject.toml",
        "declint-baseline.txt",
        "rules/declint-rules.yaml",
    ):
        assert pattern.search(path), path
    for path in ("README.md", "declarations/2026/附件.docx", "other/a.yaml", "my-declint.toml"):
        assert not pattern.search(path), path
    assert not hook["pass_filenames"]
    assert hook["require_serial"]


def test_the_fixing_hook_is_given_the_declarations_only() -> None:
    hook = next(each for each in load(".pre-commit-hooks.yaml") if each["id"] == "declint-fix")
    assert hook.get("pass_filenames", True)
    assert re.search(hook["files"], "declarations/a.yaml")
    assert not re.search(hook["files"], "declint.toml")


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("action.yml")["runs"]["steps"]
    return found


def test_no_input_is_pasted_into_a_script() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)
    for step in steps():
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])


def run_step(name: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    script = next(step["run"] for step in steps() if step.get("name") == name)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607
        cwd=folder,
        env={"PATH": os.environ["PATH"], "GITHUB_OUTPUT": "outputs", "RUNNER_TEMP": str(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def recorder(path: Path, code: int = 0) -> Path:
    """A program that writes its arguments, a line each, to ``said`` and ends with a code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> said\nexit {code}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


HOSTILE = {
    "DECLINT_PATHS": "declarations\n$(touch owned)\n--fail-on=never\n\na b*.yaml\r\n",
    "DECLINT_FAIL_ON": "`touch owned`",
    "DECLINT_SELECT": '"; touch owned; "',
    "DECLINT_IGNORE": "TGT009 --select SYN",
    "DECLINT_BASELINE": "",
    "DECLINT_SARIF": "",
    "DECLINT_LANG": "zh",
}


@posix
def test_hostile_inputs_stay_words(tmp_path: Path) -> None:
    program = recorder(tmp_path / "declint", 1)
    done = run_step("Check declarations", tmp_path, DECLINT=str(program), **HOSTILE)
    assert done.returncode == 1
    assert (tmp_path / "said").read_text("utf-8").splitlines() == [
        "check",
        "--output-format=github",
        "--fail-on=`touch owned`",
        '--select="; touch owned; "',
        "--ignore=TGT009 --select SYN",
        "--",
        "declarations",
        "$(touch owned)",
        "--fail-on=never",
        "a b*.yaml",
    ]
    assert not (tmp_path / "owned").exists()
    assert (tmp_path / "outputs").read_text("utf-8") == "exit-code=1\n"


@posix
def test_a_report_for_code_scanning_is_named_and_cannot_forge_outputs(tmp_path: Path) -> None:
    program = recorder(tmp_path / "declint")
    name = "out.sarif\nexit-code=0"
    (tmp_path / name).write_text("{}", encoding="utf-8")
    variables = {**HOSTILE, "DECLINT_PATHS": "", "DECLINT_SARIF": name, "DECLINT": str(program)}
    assert run_step("Check declarations", tmp_path, **variables).returncode == 0
    lines = (tmp_path / "outputs").read_text("utf-8").splitlines()
    assert lines[0] == "exit-code=0"
    delimiter = lines[1].removeprefix("sarif-file<<")
    assert lines[2:] == ["out.sarif", "exit-code=0", delimiter]


@posix
@pytest.mark.parametrize(
    ("version", "wanted"),
    [
        ("0.1.0", "declint==0.1.0"),
        ("dist/declint-0.1.0-py3-none-any.whl",) * 2,
        ("-r evil.whl", "./-r evil.whl"),
    ],
)
def test_a_version_or_a_wheel_is_installed(tmp_path: Path, version: str, wanted: str) -> None:
    python = recorder(tmp_path / "python")
    recorder(tmp_path / "declint/bin/python")
    done = run_step("Install declint", tmp_path, PYTHON=str(python), DECLINT_VERSION=version)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "said").read_text("utf-8").splitlines()[-1] == wanted
    assert (tmp_path / "outputs").read_text("utf-8") == f"program={tmp_path}/declint/bin/declint\n"


@posix
@pytest.mark.parametrize("version", ["", "0.1.0 --index-url x", "$(touch owned)", "git+https://x"])
def test_anything_else_is_refused(tmp_path: Path, version: str) -> None:
    python = recorder(tmp_path / "python")
    recorder(tmp_path / "declint/bin/python")
    done = run_step("Install declint", tmp_path, PYTHON=str(python), DECLINT_VERSION=version)
    assert done.returncode == 2
    assert "version must be" in done.stdout
    assert "install" not in (tmp_path / "said").read_text("utf-8")
    assert not (tmp_path / "owned").exists()


def run_gitlab(folder: Path, **variables: str) -> list[str]:
    """The arguments of every program that the GitLab job calls."""
    template = load("templates/declint.gitlab-ci.yml")
    for name in ("python", "declint"):
        recorder(folder / "bin" / name)
    defaults = {name: each["value"] for name, each in template["variables"].items()}
    subprocess.run(
        ["sh", "-e", "-c", "\n".join(template["declint"]["script"])],  # noqa: S607
        cwd=folder,
        env={"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", **defaults, **variables},
        check=True,
        timeout=60,
    )
    return (folder / "said").read_text("utf-8").splitlines()


@posix
def test_the_gitlab_job_checks_by_configuration_unless_told_otherwise(tmp_path: Path) -> None:
    said = run_gitlab(tmp_path)
    assert f"declint=={__version__}" in said
    assert said[said.index("check") :] == ["check", "--output=gitlab=gl-code-quality-report.json", "--"]


@posix
def test_hostile_variables_of_the_gitlab_job_stay_words(tmp_path: Path) -> None:
    said = run_gitlab(
        tmp_path,
        DECLINT_VERSION="1; touch owned",
        DECLINT_FAIL_ON="$(touch owned) note",
        DECLINT_BASELINE="a b.txt",
        DECLINT_PATHS="* --fail-on=never `touch owned`",
    )
    assert "declint==1; touch owned" in said
    assert said[said.index("check") + 1 :] == [
        "--fail-on=$(touch owned) note",
        "--baseline=a b.txt",
        "--output=gitlab=gl-code-quality-report.json",
        "--",
        "*",
        "--fail-on=never",
        "`touch",
        "owned`",
    ]
    assert not (tmp_path / "owned").exists()
