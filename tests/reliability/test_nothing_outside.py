"""No way out of the folder, nothing executed: what a repository holds can't reach beyond it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reliability.running import CLEAN, SECONDS, WRONG, bystander, declint, environment

SECRET = "top-secret-words"  # noqa: S105  (what must not be shown)
WATCHED = """
import json, os, runpy, sys
seen = []
def hook(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.__new__", "subprocess.Popen",
                 "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
                 "os.startfile", "pty.spawn", "webbrowser.open", "urllib.Request",
                 "http.client.connect", "ftplib.connect"):
        seen.append([event, ascii(args)])
    elif event == "open" and isinstance(args[0], str) and isinstance(args[2], int):
        if args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
            seen.append(["write", args[0]])
    elif event in ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink"):
        seen.append([event, ascii(args)])
    elif event == "exec" and getattr(args[0], "co_filename", "").startswith(os.getcwd()):
        seen.append([event, args[0].co_filename])
sys.dont_write_bytecode = True
sys.addaudithook(hook)
sys.argv = ["declint", *sys.argv[1:]]
try:
    runpy.run_module("declint", run_name="__main__")
finally:
    sys.stderr.write("\\nSEEN " + json.dumps(seen))
"""


def watched(folder: Path, *words: str) -> list[list[str]]:
    """Every connection, process and write of a command, as Python's own audit sees it."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WATCHED, *words],
        cwd=folder,
        capture_output=True,
        timeout=SECONDS,
        env=environment(),
        text=True,
        check=False,
    )
    found: list[list[str]] = json.loads(done.stderr.rpartition("SEEN ")[2])
    return [each for each in found if each[1] != "/dev/null"]


HOSTILE = """\
年度: 2026
项目名称: !!python/object/apply:os.system ["touch owned"]
主管部门: $(touch owned)
实施单位: "`touch owned`; {0.__class__}; ${IFS}touch"
绩效指标:
  产出指标:
    数量指标:
      "../../owned": "=cmd|' /C touch owned'!A0"
      <<: *owned
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose every file is hostile, beside a secret."""
    (tmp_path / "secret.yaml").write_text(f"{SECRET}: [", encoding="utf-8")
    (tmp_path / "secret.toml").write_text(f'{SECRET} = "', encoding="utf-8")
    here = tmp_path / "repository"
    here.mkdir()
    (here / "a.yaml").write_text(HOSTILE, encoding="utf-8")
    bystander(here)
    for name in ("sitecustomize.py", "yaml.py", "declint.py", "typer.py", "conftest.py", "json.py"):
        (here / name).write_text("open('owned', 'w').close()\n", encoding="utf-8")
    return here


def test_checking_connects_to_nothing_starts_nothing_and_writes_nothing(folder: Path) -> None:
    # The program is started as its entry point is: the current folder is not where modules are found.
    done = declint(folder, "check", ".")
    assert done.returncode == 1
    assert "TGT001" in done.stdout
    assert not (folder / "owned").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("check", ".", "--no-cache"),
        ("check", ".", "--no-cache", "--output-format", "html"),
        ("check", ".", "--no-cache", "--output-format", "sarif"),
        ("fix", ".", "--diff", "--unsafe"),
        ("rules",),
        ("explain", "TGT001"),
        ("config", "show"),
    ],
    ids=" ".join,
)
def test_the_audit_of_python_sees_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HOSTILE, encoding="utf-8")
    bystander(tmp_path)
    assert watched(tmp_path, *words) == []


def test_a_check_writes_nothing_but_the_cache_of_the_user(tmp_path: Path, cache_folder: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "a.yaml").write_text(HOSTILE, encoding="utf-8")
    bystander(here)
    seen = watched(here, "check", ".")
    assert {event for event, _ in seen} <= {"os.mkdir"}
    assert all(str(cache_folder) in what for _, what in seen)
    assert [path.name for path in cache_folder.iterdir()] == ["results.sqlite"]
    assert {path.name for path in here.iterdir()} == {"a.yaml", "z.yaml"}


def test_fixing_writes_only_the_files_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HOSTILE, encoding="utf-8")
    bystander(tmp_path)
    seen = watched(tmp_path, "fix", ".")
    assert seen
    assert {event for event, _ in seen} <= {"write", "os.rename"}
    for event, what in seen:
        if event == "write":
            assert Path(what).resolve().parent == tmp_path
    assert {path.name for path in tmp_path.iterdir()} == {"a.yaml", "z.yaml"}


OUTSIDE = [
    'rules = ["../secret.yaml"]',
    'rules = ["/etc/passwd"]',
    'rules = ["link.yaml"]',
    'baseline = "../secret.yaml"',
    'baseline = "/etc/passwd"',
    'baseline = "link.yaml"',
    'baseline = "below/../../secret.yaml"',
    'extends = "../secret.toml"',
    'plugins = ["owned"]',
    'rules = ["https://example.invalid/rules.yaml"]',
]


@pytest.mark.parametrize("setting", OUTSIDE)
@pytest.mark.parametrize("words", [("check", "."), ("baseline", "."), ("fix", ".")], ids=" ".join)
def test_a_configuration_reaches_nothing_outside_its_folder(
    setting: str, words: tuple[str, ...], folder: Path
) -> None:
    (folder / "declint.toml").write_text(setting, encoding="utf-8")
    if sys.platform != "win32":
        (folder / "link.yaml").symlink_to("../secret.yaml")
    before = (folder.parent / "secret.yaml").read_bytes()
    done = declint(folder, *words)
    assert done.returncode == 2
    assert SECRET not in done.stdout + done.stderr
    assert "root:" not in done.stdout + done.stderr
    assert (folder.parent / "secret.yaml").read_bytes() == before
    assert not (folder / "owned").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_configuration_that_is_a_link_out_is_refused(folder: Path) -> None:
    (folder / "declint.toml").symlink_to("../secret.toml")
    done = declint(folder, "check", ".")
    assert done.returncode == 2
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
@pytest.mark.parametrize("words", [("check", "."), ("fix", "."), ("check", "*.yaml")], ids=" ".join)
def test_a_link_out_of_a_folder_is_not_followed(words: tuple[str, ...], folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text(WRONG.replace("社区图书馆", SECRET), encoding="utf-8")
    (folder / "link.yaml").symlink_to(outside)
    done = declint(folder, *words)
    assert SECRET not in done.stdout + done.stderr
    assert "link.yaml" in done.stdout
    assert outside.read_text(encoding="utf-8") == WRONG.replace("社区图书馆", SECRET)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_within_the_folder_and_a_link_that_is_named_are_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "in" / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "c.yaml").symlink_to("in/a.yaml")
    assert declint(tmp_path, "check", "in", "--ignore", "XDC,DUP").returncode == 0
    assert declint(tmp_path, "check", "c.yaml").returncode == 0
