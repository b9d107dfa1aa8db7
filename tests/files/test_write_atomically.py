"""A file is replaced as a whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from declint.files import find, write_atomically, write_new

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def test_a_new_and_an_old_file(tmp_path: Path) -> None:
    path = tmp_path / "申报表.yaml"
    write_atomically(path, b"a: 1\r\n")
    assert path.read_bytes() == b"a: 1\r\n"
    write_atomically(path, b"")
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_new(path, b"a: 1")
    with pytest.raises(FileExistsError):
        write_new(path, b"a: 2")
    assert path.read_bytes() == b"a: 1"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_where_files_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unknown)
    test_a_new_file_takes_no_name_that_is_taken(tmp_path)


@posix
def test_the_mode_is_kept_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write_atomically(tmp_path / "b.yaml", b"new")
    assert (tmp_path / "b.yaml").stat().st_mode == usual.stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    target, link, second = folder / "a.yaml", tmp_path / "a.yaml", tmp_path / "b.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target)
    second.symlink_to(link)
    write_atomically(second, b"new")
    assert link.is_symlink()
    assert second.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(folder.iterdir()) == [target]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_nothing_is_left_behind_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(*arguments: object, **words: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", full)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    # Whoever runs the tests may be allowed everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "a.yaml"
    folder.mkdir()
    with pytest.raises(OSError):  # noqa: PT011  (which one is the system's choice)
        write_atomically(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_atomically(tmp_path / "none" / "a", b"x")


@posix
def test_a_link_to_a_missing_file_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    write_atomically(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"x"


@posix
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"x")
        assert os.read(reader, 10) == b"x"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_an_unfinished_file_is_never_taken_for_a_declaration(tmp_path: Path) -> None:
    (tmp_path / ".0123456789abcdef.tmp").write_bytes(b"")
    assert list(find([str(tmp_path)])) == []
