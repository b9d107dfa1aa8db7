"""``--staged`` and ``--since``: what git says has changed."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
SECOND = BASE.replace("社区图书馆运行", "科技馆运行").replace("示例市图书馆", "示例市科技馆")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two declarations committed; one of them has a mistake."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, "declarations/旧 的.yaml", WRONG)
    write(tmp_path, "declarations/second.yaml", SECOND)
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
    )


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(done: "subprocess.CompletedProcess[str]") -> list[tuple[str, str]]:
    assert "Traceback" not in done.stderr
    return [(each["path"], each["code"]) for each in json.loads(done.stdout)["findings"]]


def staged(declint: Run, *arguments: str, cwd: Path | None = None) -> list[tuple[str, str]]:
    return found(declint("check", "--staged", "--output-format", "json", *arguments, cwd=cwd))


def since(declint: Run, revision: str, *arguments: str) -> list[tuple[str, str]]:
    return found(declint("check", "--since", revision, "--output-format", "json", *arguments))


def test_nothing_staged_is_no_failure_and_is_said(declint: Run, repository: Path) -> None:
    write(repository, "notes.txt", "x")
    git(repository, "add", ".")
    done = declint("check", "--staged")
    assert (done.returncode, done.stdout) == (0, "")
    assert "没有暂存的申报表" in done.stderr
    assert declint("check", "--since", "HEAD").returncode == 0


def test_the_staged_content_is_checked_not_the_work_tree(declint: Run, repository: Path) -> None:
    write(repository, "declarations/second.yaml", WRONG.replace("示例市图书馆", "示例市科技馆"))
    git(repository, "add", ".")
    write(repository, "declarations/second.yaml", SECOND)
    assert staged(declint) == [("declarations/second.yaml", "TGT001")]
    git(repository, "add", ".")
    write(repository, "declarations/second.yaml", WRONG)
    assert staged(declint) == []
    assert declint("check", "--staged").returncode == 0


def test_a_first_commit_has_everything_staged(
    declint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(tmp_path, "init", "-q")
    write(tmp_path, "declarations/a.yaml", WRONG)
    assert declint("check", "--staged").returncode == 0
    git(tmp_path, "add", ".")
    assert staged(declint) == [("declarations/a.yaml", "TGT001")]


def test_siblings_are_compared_but_not_reported(declint: Run, repository: Path) -> None:
    cheaper = BASE.replace("单场读书活动成本: ≤800", "单场读书活动成本: ≤300").replace("社区", "流动")
    write(repository, "declarations/second.yaml", cheaper)
    git(repository, "add", ".")
    codes = {code for _, code in staged(declint)}
    assert "XDC001" in codes
    assert "TGT001" not in codes
    whole = found(declint("check", "--output-format", "json"))
    assert set(staged(declint)) <= set(whole)


def test_it_works_from_a_folder_below(declint: Run, repository: Path) -> None:
    write(repository, "declarations/second.yaml", WRONG)
    git(repository, "add", ".")
    below = repository / "declarations"
    assert ("second.yaml", "TGT001") in staged(declint, cwd=below)
    assert staged(declint, "../declarations/旧 的.yaml", cwd=below) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("declint.toml", 'ignore = ["FND"]\n'),
        ("pyproject.toml", "[tool.declint]\nyear = 2026\n"),
        ("schemas/declaration.schema.json", "{}"),
    ],
)
def test_everything_is_checked_again_when_what_judges_it_changes(
    declint: Run, repository: Path, name: str, text: str
) -> None:
    write(repository, name, text)
    expected = [("declarations/旧 的.yaml", "TGT001")]
    assert since(declint, "HEAD") == expected
    git(repository, "add", ".")
    assert staged(declint) == expected


def test_changes_since_the_branch_left(declint: Run, repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "topic")
    write(repository, "declarations/second.yaml", WRONG.replace("示例市图书馆", "示例市科技馆"))
    commit(repository)
    write(repository, "declarations/third.yaml", WRONG.replace("示例市图书馆", "示例市气象台"))
    git(repository, "checkout", "-q", "main")
    write(repository, "declarations/main.yaml", WRONG)
    git(repository, "add", "declarations/main.yaml")
    git(repository, "commit", "-q", "-m", "x")
    git(repository, "checkout", "-q", "topic")
    assert {path for path, code in since(declint, "main") if code == "TGT001"} == {
        "declarations/second.yaml",
        "declarations/third.yaml",
    }
    git(repository, "rm", "-q", "declarations/second.yaml")
    assert {path for path, _ in since(declint, "main")} == {"declarations/third.yaml"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~99", ""])
def test_an_unknown_revision_is_refused(declint: Run, repository: Path, revision: str) -> None:
    done = declint("check", f"--since={revision}")
    assert done.returncode == 2
    assert "没有版本" in done.stderr
    assert not (repository / "x").exists()


def test_no_repository_and_no_git_are_told(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE)
    bounds = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    for language, expected in (("zh", "不是 git 仓库"), ("en", "no git repository")):
        done = declint("check", "--staged", "--lang", language, **bounds)
        assert done.returncode == 2
        assert expected in done.stderr
    done = declint("check", "--since", "HEAD", PATH=str(tmp_path))
    assert done.returncode == 2
    assert "没有找到 git" in done.stderr


def test_a_wrong_path_is_not_passed_over(declint: Run, repository: Path) -> None:
    assert declint("check", "--staged", "nowhere").returncode == 3
    assert declint("check", "--since", "HEAD", "nowhere").returncode == 3


def test_what_can_not_go_together_is_refused(declint: Run, repository: Path) -> None:
    for arguments in (
        ("--staged", "--since", "HEAD"),
        ("--staged", "-"),
        ("--since", "HEAD", "-"),
        ("--baseline", "x", "--no-baseline"),
    ):
        assert declint("check", *arguments).returncode == 2


def test_a_gate_with_a_baseline_prunes_only_what_it_looked_at(declint: Run, repository: Path) -> None:
    assert declint("baseline", "-o", "known.txt").returncode == 0
    before = (repository / "known.txt").read_bytes()
    write(repository, "declarations/second.yaml", SECOND + "\n")
    assert declint("check", "--since", "HEAD", "--baseline", "known.txt", "--prune-baseline").returncode == 0
    assert (repository / "known.txt").read_bytes() == before
