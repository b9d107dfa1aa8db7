"""What is laid aside comes back as it was, from a file or from memory."""

import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.run import shelf as shelves
from declint.run.shelf import Shelf

PIECES = st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=30)


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_BLOCK", 64)


@given(PIECES, st.data())
@settings(deadline=None)
def test_pieces_come_back_in_any_order(pieces: list[bytes], data: st.DataObject) -> None:
    shelf = Shelf()
    laid = [shelf.lay(piece) for piece in pieces]
    assert [each.first for each in laid] == [piece[0] for piece in pieces]
    for number in data.draw(st.lists(st.integers(0, len(pieces) - 1), max_size=60)):
        assert laid[number].data == pieces[number]
    assert [each.data for each in laid] == pieces


def test_a_disk_that_is_full_costs_memory_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tempfile.TemporaryFile

    class Full:
        """A file that takes the first block and then no more."""

        def __init__(self, **words: Any) -> None:
            self._file = made(**words)
            self._room: Iterator[bool] = iter((True, False, True, False))

        def write(self, data: bytes) -> int:
            if next(self._room, False):
                return int(self._file.write(data))
            raise OSError(28, "No space left on device")

        def __getattr__(self, name: str) -> Any:
            return getattr(self._file, name)

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    shelf = Shelf()
    pieces = [bytes([number]) * 20 for number in range(1, 60)]
    laid = [shelf.lay(piece) for piece in pieces]
    assert [each.data for each in laid] == pieces
    assert [each.data for each in reversed(laid)] == pieces[::-1]


def test_a_file_that_was_cut_short_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    made, opened = tempfile.TemporaryFile, list[Any]()

    def kept(**words: Any) -> Any:
        opened.append(made(**words))
        return opened[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", kept)
    shelf = Shelf()
    laid = [shelf.lay(b"x" * 40) for _ in range(9)]
    opened[0].truncate(10)
    with pytest.raises(OSError, match="cut short"):
        _ = laid[0].data
