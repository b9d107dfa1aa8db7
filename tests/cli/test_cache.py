"""``declint cache`` and the options of ``check`` that go with it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def test_a_second_run_says_the_same(declint: Run, folder: Path, cache_folder: Path) -> None:
    first = declint("check", ".")
    assert (cache_folder / "results.sqlite").is_file()
    second, without = declint("check", "."), declint("check", ".", "--no-cache")
    assert first.stdout == second.stdout == without.stdout
    assert first.returncode == second.returncode == without.returncode == 1


def test_no_cache_writes_none(declint: Run, folder: Path, cache_folder: Path) -> None:
    declint("check", ".", "--no-cache")
    assert not cache_folder.exists()


def test_nothing_is_written_into_the_checked_folder(declint: Run, folder: Path) -> None:
    before = sorted(folder.iterdir())
    declint("check", ".")
    assert sorted(folder.iterdir()) == before


def test_a_change_that_keeps_size_and_time_is_seen(declint: Run, folder: Path) -> None:
    file = folder / "a.yaml"
    declint("check", ".")
    before = file.stat()
    file.write_text(BASE.replace("2026-12-31", "2026-02-31"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "2026-02-31" in declint("check", "a.yaml").stdout


def test_info_tells_where_and_how_much(declint: Run, folder: Path, cache_folder: Path) -> None:
    assert declint("cache").stdout.splitlines()[1] == "结果：0 条，0.0 MB"
    declint("check", ".")
    place, size, _ = declint("cache", "info").stdout.splitlines()
    assert place == f"位置：{cache_folder / 'results.sqlite'}"
    assert size.startswith("结果：5 条")


def test_clean_empties_it(declint: Run, folder: Path, cache_folder: Path) -> None:
    declint("check", ".")
    assert declint("cache", "clean").stdout == "已清空缓存：5 条结果\n"
    assert not (cache_folder / "results.sqlite").exists()
    assert declint("cache", "clean").returncode == 0


def test_explain_tells_why_a_file_is_not_in_it(declint: Run, folder: Path) -> None:
    def explained(*options: str) -> list[str]:
        return declint("cache", "explain", *options, ".").stdout.splitlines()

    assert explained() == ["a.yaml: 没有检查过，或者没有查完", "b.yaml: 没有检查过，或者没有查完"]
    declint("check", ".")
    assert explained() == ["a.yaml: 在缓存里", "b.yaml: 在缓存里"]
    (folder / "b.yaml").write_text(BASE + "# 改\n", encoding="utf-8")
    assert explained() == ["a.yaml: 在缓存里", "b.yaml: 文件内容变了"]
    assert explained("--ignore", "TGT")[0] == "a.yaml: 设置或自定义规则变了"
    (folder / "a.yaml").unlink()
    (folder / "a.yaml").symlink_to("nowhere")
    assert explained()[0] == "a.yaml: 读不了，不进缓存"


def test_a_broken_cache_is_no_hindrance(declint: Run, folder: Path, cache_folder: Path) -> None:
    first = declint("check", ".")
    (cache_folder / "results.sqlite").write_bytes(b"broken" * 1_000)
    for _ in range(2):
        again = declint("check", ".")
        assert (again.stdout, again.stderr, again.returncode) == (first.stdout, first.stderr, 1)


def test_a_cache_folder_that_is_a_file_is_no_hindrance(
    declint: Run, folder: Path, cache_folder: Path
) -> None:
    cache_folder.write_bytes(b"")
    assert declint("check", "a.yaml").returncode == 0


@pytest.mark.parametrize("word", ["0", "-1", "many", "1.5", "257", "²"])
def test_a_wrong_number_of_processes_is_said(declint: Run, folder: Path, word: str) -> None:
    wrong = declint("check", ".", f"--jobs={word}")
    assert wrong.returncode == 2
    assert f"--jobs 要写 1 到 256 的整数，或者 auto，不能是“{word}”" in wrong.stderr


def test_several_processes_say_the_same(declint: Run, folder: Path) -> None:
    one = declint("check", ".", "--no-cache", "--jobs", "1")
    assert declint("check", ".", "--no-cache", "--jobs", "2").stdout == one.stdout


def test_files_are_named_for_explain_only(declint: Run, folder: Path) -> None:
    assert declint("cache", "info", "a.yaml").returncode == 2
