"""What declarations are grouped by comes out the same, worked out anew or renewed from before."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.declaration.facts import Head, pack_head
from declint.declaration.model import Field
from declint.rules.kit import Scope
from declint.run import FileResult, Terms
from declint.run.grouping import Traits
from declint.run.keeping import Kept, heads
from declint.run.memory import Memory
from declint.run.recent import Changes, Recent
from declint.run.renewing import Renewal, packed_filed, packed_likest

Row = tuple[str, str, tuple[int, ...]] | None
"""What a file holds: its unit, its project and what its goals begin with; None where it is no declaration."""
rows = st.none() | st.tuples(
    st.sampled_from(["甲馆", "乙馆", ""]),
    st.sampled_from(["路灯", "修路", ""]),
    st.lists(st.integers(0, 9), unique=True, max_size=5).map(tuple),
)
batches = st.dictionaries(st.integers(0, 30).map("{:02}.yaml".format), rows, min_size=1, max_size=16)
orders = st.sampled_from([False, True])


def head_of(row: Row) -> Head | None:
    if row is None:
        return None
    unit, name, beginnings = row
    fields = Field("实施单位", unit, (5,)), Field("主管部门", "市局", (4,)), Field("项目名称", name, (0,))
    return Head(2026, False, "", *fields, beginnings)


class Remembered:
    """The heads of files by their keys, in the place of a memory."""

    def __init__(self, *files: Sequence[FileResult]) -> None:
        self._heads = {file.key: file.kept.fetched_head() for each in files for file in each if file.kept}

    def heads_of(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """As ``Memory.heads_of``."""
        return [self._heads.get(key) for key in keys]


def files_of(batch: dict[str, Row], *, reverse: bool) -> list[FileResult]:
    files = []
    for path in sorted(batch, reverse=reverse):
        head = pack_head(head_of(batch[path]))
        key = blake2b(head, digest_size=16).digest()
        files.append(FileResult(path, b"", Terms(()), b"", key, Kept(head)))
    return files


def marks_of(files: Sequence[FileResult]) -> list[bytes]:
    return [file.key + file.path.encode().ljust(8) for file in files]


def recent_of(files: Sequence[FileResult]) -> tuple[Recent, Traits]:
    traits = Traits.of(heads(files, None), list(Scope))
    marks = b"".join(marks_of(files))
    return Recent(marks, *packed_filed(traits.filed), packed_likest(traits.likest, len(files))), traits


def renewed_from(recent: Recent, old: Sequence[FileResult], new: Sequence[FileResult]) -> Traits:
    """The traits of files, renewed however many have changed."""
    changes = Changes(marks_of(old), marks_of(new))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("declint.run.recent._FEW", 0)
        return Renewal(new, cast("Memory", Remembered(old, new)), recent, changes).traits(list(Scope))


@settings(max_examples=400, deadline=None)
@given(batches, batches, st.sets(st.integers(0, 30).map("{:02}.yaml".format)), orders, orders)
def test_it_is_the_same_renewed_or_anew(
    before: dict[str, Row], other: dict[str, Row], gone: set[str], one_way: bool, other_way: bool
) -> None:
    edited = dict(list(other.items())[:3])
    now = {path: row for path, row in {**before, **edited}.items() if path not in gone} or edited
    old, new = files_of(before, reverse=one_way), files_of(now, reverse=other_way)
    recent, _ = recent_of(old)
    _, anew = recent_of(new)
    renewed = renewed_from(recent, old, new)
    assert renewed.filed == anew.filed
    assert {number: renewed.likest.get(number, ()) for number in range(len(new))} == anew.likest


def test_goals_in_another_order_are_likest_to_others_first() -> None:
    begun = {"0.yaml": (1, 2, 3), "1.yaml": (4, 5, 6), "2.yaml": (1, 2, 3, 4, 5, 6)}
    batch: dict[str, Row] = {path: ("甲馆", "路灯", row) for path, row in begun.items()}
    old = files_of(batch, reverse=False)
    new = files_of({**batch, "2.yaml": ("甲馆", "路灯", (4, 5, 6, 1, 2, 3))}, reverse=False)
    (recent, before), (_, anew) = recent_of(old), recent_of(new)
    assert (before.likest[2], anew.likest[2]) == ((0, 1), (1, 0))
    assert renewed_from(recent, old, new).likest[2] == (1, 0)


def test_where_a_head_is_lost_all_is_worked_out_anew() -> None:
    batch: dict[str, Row] = {f"{number:02}.yaml": ("甲馆", "路灯", (1, 2, number)) for number in range(9)}
    old = files_of(batch, reverse=False)
    new = files_of({**batch, "03.yaml": ("乙馆", "修路", (2, 7))}, reverse=False)
    recent, _ = recent_of(old)
    _, anew = recent_of(new)
    changes = Changes(marks_of(old), marks_of(new))
    assert changes.are_few
    assert Renewal(new, cast("Memory", Remembered(new[4:])), recent, changes).traits(list(Scope)) == anew
