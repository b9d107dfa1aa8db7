"""Completion: what a shell is offered, and a bash that really asks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from declint.cli.tree import COMMANDS
from declint.rules.catalogue import RULES

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def offered(declint: Run, line: str) -> list[str]:
    done = declint(
        COMP_WORDS=line, COMP_CWORD=str(len(line.split(" ")) - 1), _DECLINT_COMPLETE="complete_bash"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.split()


def test_commands_are_offered(declint: Run) -> None:
    assert sorted(offered(declint, "declint ")) == sorted(COMMANDS)
    assert offered(declint, "declint ch") == ["check"]


def test_options_of_the_command_are_offered(declint: Run) -> None:
    assert {"--select", "--statistics", "--stdin-filename"} <= set(offered(declint, "declint check --s"))
    assert offered(declint, "declint --lang en schema --model") == ["--modeline"]


def test_rules_are_offered_by_family_code_and_name(declint: Run) -> None:
    codes = [rule.code for rule in RULES if rule.family == "TGT"]
    assert offered(declint, "declint check --select TG") == ["TGT", *codes]
    assert offered(declint, "declint explain percentage-at") == ["percentage-at-least-100"]
    assert offered(declint, "declint check --ignore TGT001,ORG00") == ["TGT001,ORG001", "TGT001,ORG002"]


def test_values_are_offered(declint: Run) -> None:
    assert "declaration" in offered(declint, "declint schema ")
    assert offered(declint, "declint new a --edition 四") == ["四川"]
    assert offered(declint, "declint check --fail-on ne") == ["never"]
    assert offered(declint, "declint check --output-format gi") == ["github", "gitlab"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_its_script(declint: Run, shell: str) -> None:
    done = declint("completion", shell)
    assert done.returncode == 0
    assert "_DECLINT_COMPLETE" in done.stdout
    assert f"complete_{shell}" in done.stdout
    assert done.stderr == ""


def test_another_shell_is_refused(declint: Run) -> None:
    done = declint("completion", "cmd")
    assert done.returncode == 2
    assert "powershell" in done.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_with_the_script(declint: Run, tmp_path: Path) -> None:
    program = tmp_path / "declint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m declint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "script").write_text(declint("completion", "bash").stdout, encoding="utf-8")
    line = "COMP_WORDS=(declint explain CST00); COMP_CWORD=2"
    typed = f'source script; {line}; _declint_completion declint; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(
        ["bash", "--norc", "-c", typed],  # noqa: S607
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["CST001", "CST002", "CST003", "CST004"]
