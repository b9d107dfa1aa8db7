"""What declarations say of each other is the same whatever earlier runs have left, and not asked twice."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from declint.cache import Store
from declint.declaration.alike import alike
from declint.declaration.facts import Facts
from declint.finding import Finding, Severity, Stretch, Words
from declint.rules.kit import CrossRule, Scope
from declint.run import Means, Report, Terms, check_files
from declint.run.memory import Memory
from declint.run.recent import Changes, rising
from declint.settings import Settings
from declint.testing import BASE

ACROSS = Settings(select=("ORG", "DUP007", "XDC", "UNT004", "WGT"))
UNITS = ("示例市图书馆", "示例市图书馆中心", "示例市博物馆", "示例市科技馆", "")
SUPERVISORS = ("示例市文化和旅游局", "示例市文化旅游局", "示例市教育局")
NAMES = ("社区图书馆运行", "村卫生室标准化建设", "救护车购置", "道路大修")
GOALS = (
    "改造业务用房，配齐诊断床、血压计和急救箱，把常见病、多发病的诊治留在村里，让老人不出村就能看上病、拿到药。",
    "改造业务用房，配齐诊断床、血压计和急救箱，把常见病、多发病的诊治留在村里，让老人不出村就能看上病、也能拿到药。",
    "全年举办读书活动不少于 12 场，读者满意度达到 90% 以上，建成全民阅读示范街区，让居民在家门口读到好书。",
    "维修教室屋面和外墙，更换老化电线，消除校舍安全隐患，让学生在安全的教室里上课，家长满意度达到 90% 以上。",
)
Draft = tuple[str, str, str, str]
Input = tuple[str, bytes]
drafts = st.tuples(*map(st.sampled_from, (UNITS, SUPERVISORS, NAMES, GOALS)))
paths = st.sampled_from([f"{letter}.yaml" for letter in "abcdefgh"])
batches = st.dictionaries(paths, drafts, min_size=1)


def written(draft: Draft) -> bytes:
    unit, supervisor, name, goals = draft
    lines = BASE.splitlines()
    for number, line in enumerate(lines):
        label = line.partition(":")[0].strip()
        if label in (given := {"实施单位": unit, "主管部门": supervisor, "项目名称": name}):
            lines[number] = f"{label}: {given[label]}"
        if label == "年度总体目标":
            lines[number + 1] = f"    {goals}"
    return "\n".join(lines).encode()


def inputs(batch: dict[str, Draft], *, reverse: bool = False) -> list[Input]:
    return [(path, written(batch[path])) for path in sorted(batch, reverse=reverse)]


def said(report: Report) -> list[object]:
    return [(each.file.path, each.rule.code, each.span, each.finding) for each in report.results]


def run(files: Sequence[Input], memory: Memory | None = None, given: Settings = ACROSS) -> list[object]:
    return said(check_files(files, settings=given, means=Means(memory=memory)))


def test_drafts_give_what_rules_across_declarations_speak_of() -> None:
    batch: dict[str, Draft] = {
        "a.yaml": (UNITS[0], SUPERVISORS[0], NAMES[1], GOALS[0]),
        "b.yaml": (UNITS[0], SUPERVISORS[0], NAMES[2], GOALS[0]),
        "c.yaml": (UNITS[1], SUPERVISORS[1], NAMES[3], GOALS[2]),
    }
    report = check_files(inputs(batch), settings=ACROSS)
    assert {(each.file.path, each.rule.code) for each in report.results} >= {
        ("b.yaml", "DUP007"),
        ("c.yaml", "ORG001"),
        ("c.yaml", "ORG002"),
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(batches, st.booleans()), min_size=2, max_size=4), st.data())
def test_a_batch_says_the_same_after_any_other(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    rounds: list[tuple[dict[str, Draft], bool]],
    data: st.DataObject,
) -> None:
    """Files edited, removed, added, renamed, in another order; and a store that has lost something."""
    file = tmp_path_factory.mktemp("rounds") / "c"
    monkeypatch.setattr("declint.run.recent._FEW", data.draw(st.sampled_from([0, 8])))
    for batch, reverse in rounds:
        files = inputs(batch, reverse=reverse)
        assert run(files, Memory(Store(file), b"1")) == run(files)
        assert run(files, Memory(Store(file), b"1")) == run(files)
        with sqlite3.connect(file) as connection:
            keys = [key for (key,) in connection.execute("SELECT key FROM results ORDER BY key")]
            lost = data.draw(st.sets(st.sampled_from(keys), max_size=len(keys)))
            connection.executemany("DELETE FROM results WHERE key = ?", [(key,) for key in lost])
        connection.close()
        assert run(files, Memory(Store(file), b"1")) == run(files)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.lists(st.integers(0, 12), unique=True, max_size=5)), max_size=25
    ),
    st.data(),
)
def test_whoever_is_asked_for_finds_the_same(rows: list[tuple[int, list[int]]], data: st.DataObject) -> None:
    beginnings = [row for _, row in rows]
    every = alike(beginnings, range(len(beginnings)))
    wanted = data.draw(st.sets(st.sampled_from(range(len(rows))))) if rows else set()
    assert alike(beginnings, wanted) == {number: every[number] for number in sorted(wanted)}


@given(st.lists(st.integers(0, 50), unique=True, max_size=12))
def test_rising_is_a_longest_part_that_rises(numbers: list[int]) -> None:
    chosen = [numbers[place] for place in rising(numbers)]
    assert chosen == sorted(chosen)
    longest = [1] * len(numbers)
    for place, number in enumerate(numbers):
        longest[place] = 1 + max((longest[at] for at in range(place) if numbers[at] < number), default=0)
    assert len(chosen) == max(longest, default=0)


def test_what_has_changed_is_told_by_marks() -> None:
    def marks(*files: str) -> list[bytes]:
        return [file[1].encode().ljust(16) + file[0].encode().ljust(8) for file in files]

    changes = Changes(marks("a1", "b1", "c1", "d1"), marks("d1", "a1", "c2", "e1"))
    assert changes.common == {0: 1, 2: 2}
    assert (changes.edited, changes.gone, changes.come) == ({2: 2}, [1, 3], [0, 3])


class Asked:
    """A rule that says of each declaration which it was asked about together with it, and counts."""

    def __init__(self, scope: Scope) -> None:
        self.groups: list[list[str]] = []
        self.fails = False
        self.rule = CrossRule("ZZZ001", "asked", severity=Severity.NOTE, check=self.check, scope=scope)

    def check(self, facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
        self.groups.append([each.path for each in facts])
        if self.fails:
            raise ZeroDivisionError
        words = Words("同看的有 {others}", "seen with {others}")
        for each in facts:
            assert each.fields["项目名称"].text == each.name
            yield each.path, Finding(Stretch(0, 1), words, words, {"others": " ".join(self.groups[-1])})


BATCH: dict[str, Draft] = {
    "a.yaml": (UNITS[0], SUPERVISORS[0], NAMES[0], GOALS[0]),
    "b.yaml": (UNITS[1], SUPERVISORS[0], NAMES[1], GOALS[0]),
    "c.yaml": (UNITS[2], SUPERVISORS[0], NAMES[2], GOALS[2]),
    "d.yaml": (UNITS[3], SUPERVISORS[2], NAMES[3], GOALS[0]),
}
GROUPS = {
    Scope.ALL: ["a b c d"],
    Scope.SUPERVISOR: ["a b c", "d"],
    Scope.UNIT: ["a b", "c", "d"],
    Scope.ALIKE: ["a", "b a", "c", "d a b"],
}
SPOKEN = {
    Scope.ALL: {"a": "a b c d", "b": "a b c d", "c": "a b c d", "d": "a b c d"},
    Scope.SUPERVISOR: {"a": "a b c", "b": "a b c", "c": "a b c", "d": "d"},
    Scope.UNIT: {"a": "a b", "b": "a b", "c": "c", "d": "d"},
    Scope.ALIKE: {"a": "a", "b": "b a", "c": "c", "d": "d a b"},
}
AGAIN = {
    Scope.ALL: ["a b c d"],
    Scope.SUPERVISOR: ["a b c"],
    Scope.UNIT: ["c"],
    Scope.ALIKE: ["c"],
}


def short(groups: Sequence[Sequence[str]]) -> list[str]:
    return sorted(" ".join(path.removesuffix(".yaml") for path in group) for group in groups)


@pytest.fixture(params=list(Scope))
def asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A rule of each scope, as if the settings had selected it."""
    found = Asked(request.param)
    monkeypatch.setattr(Terms, "rules", (found.rule,))
    monkeypatch.setattr(Terms, "known", {found.rule.code: found.rule})
    return found


def test_a_rule_is_asked_group_by_group_and_not_again(asked: Asked, tmp_path: Path) -> None:
    scope, file = asked.rule.scope, tmp_path / "c"
    first = check_files(inputs(BATCH), means=Means(memory=Memory(Store(file), b"1")))
    assert short(asked.groups) == GROUPS[scope]
    told = {each.file.path: str(each.finding.arguments["others"]) for each in first.results}
    assert {path[:1]: others.replace(".yaml", "") for path, others in told.items()} == SPOKEN[scope]
    asked.groups.clear()
    assert said(check_files(inputs(BATCH), means=Means(memory=Memory(Store(file), b"1")))) == said(first)
    assert asked.groups == []
    edited = {**BATCH, "c.yaml": (*BATCH["c.yaml"][:3], GOALS[3])}
    again = check_files(inputs(edited), means=Means(memory=Memory(Store(file), b"1")))
    assert short(asked.groups) == AGAIN[scope]
    assert said(again) == said(check_files(inputs(edited)))


def test_a_comparison_that_failed_is_asked_again_and_told_each_time(asked: Asked, tmp_path: Path) -> None:
    file = tmp_path / "c"
    asked.fails = True
    reports = [check_files(inputs(BATCH), means=Means(memory=Memory(Store(file), b"1"))) for _ in range(2)]
    assert short(asked.groups) == sorted(GROUPS[asked.rule.scope] * 2)
    assert all(report.crashed and len(report.results) == len(GROUPS[asked.rule.scope]) for report in reports)
    asked.fails = False
    mended = check_files(inputs(BATCH), means=Means(memory=Memory(Store(file), b"1")))
    assert said(mended) == said(check_files(inputs(BATCH)))
    assert not mended.crashed


def test_each_file_is_compared_under_its_own_settings(tmp_path: Path) -> None:
    batch = {**BATCH, "b.yaml": (UNITS[0], SUPERVISORS[0], NAMES[1], GOALS[0])}
    other = Settings(select=("ORG", "XDC"))

    def terms_of(path: str) -> Terms:
        return terms[path == "b.yaml"]

    terms = Terms(None, ACROSS), Terms(None, other)
    plain = said(check_files(inputs(batch), terms_of=terms_of))
    assert {each[:2] for each in plain if isinstance(each, tuple)} == {("d.yaml", "DUP007")}
    for _ in range(2):
        means = Means(memory=Memory(Store(tmp_path / "c"), b"1"))
        assert said(check_files(inputs(batch), terms_of=terms_of, means=means)) == plain
    edited = {**batch, "a.yaml": (UNITS[0], SUPERVISORS[0], NAMES[0], GOALS[3])}
    means = Means(memory=Memory(Store(tmp_path / "c"), b"1"))
    assert said(check_files(inputs(edited), terms_of=terms_of, means=means)) == said(
        check_files(inputs(edited), terms_of=terms_of)
    )
