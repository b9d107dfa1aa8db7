"""Where the cache is: what each system wants of its programs, and never the folder that is checked."""

import os
from pathlib import Path

import pytest

from declint.cache.place import folder

HOME = Path("/home/li")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: HOME)


@pytest.mark.parametrize(
    ("system", "environment", "found"),
    [
        ("linux", {}, HOME / ".cache" / "declint"),
        ("linux", {"XDG_CACHE_HOME": os.path.abspath("/caches")}, Path("/caches/declint").absolute()),  # noqa: PTH100
        ("linux", {"XDG_CACHE_HOME": "here"}, HOME / ".cache" / "declint"),
        ("linux", {"XDG_CACHE_HOME": ""}, HOME / ".cache" / "declint"),
        ("darwin", {}, HOME / "Library" / "Caches" / "declint"),
        ("win32", {"LOCALAPPDATA": "/users/li/local"}, Path("/users/li/local/declint/Cache")),
        ("win32", {}, HOME / "AppData" / "Local" / "declint" / "Cache"),
        ("linux", {"DECLINT_CACHE_DIR": "build"}, Path("build")),
        ("win32", {"DECLINT_CACHE_DIR": "build", "LOCALAPPDATA": "/users/li/local"}, Path("build")),
    ],
)
def test_the_folder_is_the_one_that_the_system_wants(
    system: str, environment: dict[str, str], found: Path
) -> None:
    assert folder(system, environment) == found


def test_a_user_without_a_folder_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for home in (homeless, lambda: Path("relative")):
        monkeypatch.setattr(Path, "home", home)
        assert os.devnull in map(str, folder("linux", {}).parents)
