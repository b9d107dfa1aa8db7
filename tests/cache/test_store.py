"""The store: what it gives back is what was put in, whatever happens to its file."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.cache import BODY, HEAD, VALUE, Entry, Known, Store


def entry(number: int, value: bytes = b"value") -> Entry:
    return Entry(b"key%d" % number, value, f"/{number}.yaml", b"content", b"terms", b"program")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "deep" / "results.sqlite")


def test_what_was_put_is_found_again(store: Store) -> None:
    store.put([entry(1, b"one"), entry(2, b"\0two")])
    assert Store(store.file).find([b"key1", b"key2", b"key3"]) == {b"key1": b"one", b"key2": b"\0two"}


def test_each_piece_of_a_result_is_read_by_itself(store: Store) -> None:
    store.put([Entry(b"key1", b"value", "p", b"c", b"t", b"p", b"head", b"body" * 5_000), entry(2)])
    keys = [b"key1", b"key2"]
    assert store.find(keys, HEAD) == {b"key1": b"head"}
    assert store.find(keys, VALUE) == {b"key1": b"value", b"key2": b"value"}
    assert store.find(keys, BODY) == {b"key1": b"body" * 5_000}


def test_a_store_without_a_file_is_empty(store: Store) -> None:
    assert store.find([b"key1"]) == {}
    assert store.of_path("/1.yaml") == []
    assert store.size().results == 0


def test_more_keys_than_one_question_takes(store: Store) -> None:
    store.put(entry(number) for number in range(2_000))
    assert len(store.find([b"key%d" % number for number in range(3_000)])) == 2_000


def test_what_a_result_follows_from_is_told_by_its_path(store: Store) -> None:
    store.put([entry(1)])
    assert store.of_path("/1.yaml") == [Known(b"content", b"terms", b"program")]


def test_a_newer_value_takes_the_place_of_the_old_one(store: Store) -> None:
    store.put([entry(1, b"old")])
    store.put([entry(1, b"new")])
    assert store.find([b"key1"]) == {b"key1": b"new"}
    assert store.size().results == 1


def test_two_runs_use_it_at_once(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "c"), Store(tmp_path / "c")
    one.put([entry(1)])
    other.put([entry(2)])
    assert len(one.find([b"key1", b"key2"])) == len(other.find([b"key1", b"key2"])) == 2


def test_a_file_that_another_run_holds_is_no_hindrance(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("declint.cache.store._PATIENCE", 0.05)
    store.put([entry(1)])
    holder = sqlite3.connect(store.file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    busy = Store(store.file)
    busy.put([entry(2)])
    assert busy.find([b"key1"]) == {}
    holder.execute("ROLLBACK")
    holder.close()
    assert Store(store.file).find([b"key1", b"key2"]) == {b"key1": b"value"}


@pytest.mark.parametrize(
    "bytes_", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4_000]
)
def test_a_file_that_is_no_store_is_begun_anew(store: Store, bytes_: bytes) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(bytes_)
    assert store.find([b"key1"]) == {}
    store.put([entry(1)])
    assert Store(store.file).find([b"key1"]) == {b"key1": b"value"}


def test_a_store_of_another_layout_is_begun_anew(store: Store) -> None:
    store.put([entry(1)])
    store.close()
    with sqlite3.connect(store.file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert store.find([b"key1"]) == {}
    store.put([entry(2)])
    assert store.find([b"key2"]) == {b"key2": b"value"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_broken_file_never_gives_another_value(
    tmp_path_factory: pytest.TempPathFactory, broken: list[tuple[int, int]]
) -> None:
    file = tmp_path_factory.mktemp("broken") / "c"
    values = {b"key%d" % number: bytes([number % 256]) * 700 for number in range(30)}
    whole = Store(file)
    whole.put(Entry(key, value, "p", b"c", b"t", b"p", value[:50], value) for key, value in values.items())
    whole.close()
    data = bytearray(file.read_bytes())
    for at, byte in broken:
        data[at % len(data)] = byte
    file.write_bytes(data)
    for piece, length in ((HEAD, 50), (VALUE, 700), (BODY, 700)):
        for key, value in Store(file).find(list(values), piece).items():
            assert values[key][:length] == value


def test_it_stays_within_its_bounds_and_keeps_what_is_new(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Store(store.file, most_bytes=200_000)
    for day in range(20):
        monkeypatch.setattr("declint.cache.store._today", lambda day=day: day)
        small.put(entry(day * 10 + each, b"v" * 3_000) for each in range(10))
    assert small.size().bytes < 300_000
    assert b"key199" in small.find([b"key0", b"key199"])
    assert b"key0" not in small.find([b"key0", b"key199"])


def test_what_is_used_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Store(store.file, most_bytes=200_000)
    for day in range(20):
        monkeypatch.setattr("declint.cache.store._today", lambda day=day: day)
        small.put(entry(day * 10 + each, b"v" * 3_000) for each in range(10))
        assert small.find([b"key0"])


def test_what_another_version_gave_on_the_same_day_goes_first(store: Store) -> None:
    small = Store(store.file, most_bytes=200_000)
    for program in (b"zzz", b"new"):
        for number in range(20):
            key = program + b"%d" % number
            small.put([Entry(key, b"v" * 3_000, "p", b"c", b"t", program)])
    assert small.size().bytes < 300_000
    assert len(small.find([b"new%d" % number for number in range(20)])) == 20


def test_a_folder_that_can_not_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "c")
    store.put([entry(1)])
    assert store.find([b"key1"]) == {}


_KILLED = """
import sys
from pathlib import Path
from declint.cache import Entry, Store
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
for round in range(10**9):
    store.put(Entry(b"%d-%d" % (round, n), b"%d" % n * 500, "p", b"c", b"t", b"p") for n in range(50))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_kill_while_writing_leaves_whole_results(tmp_path: Path) -> None:
    file = tmp_path / "c"
    for pause in (0.01, 0.03, 0.07):
        process = subprocess.Popen([sys.executable, "-c", _KILLED, str(file)], stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(pause)
        process.kill()
        process.wait()
        process.stdout.close()
        found = Store(file).find([b"%d-%d" % (round_, number) for round_ in range(3) for number in range(50)])
        assert all(value == key.split(b"-")[1] * 500 for key, value in found.items())
        assert len(found) % 50 == 0
    store = Store(file)
    store.put([entry(1)])
    assert store.find([b"key1"])
