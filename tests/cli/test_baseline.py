"""``declint baseline`` and ``declint check --baseline``: old mistakes aside, new ones in."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROW = "图书编目准确率: ≥98.00(%)"
WRONG = BASE.replace(ROW, "图书编目准确率: ≥100.00(%)")
OTHER = BASE.replace("读者满意度: ≥90.00(%)", "读者满意度: ≤90.00(%)").replace("示例市图书馆", "示例市科技馆")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def check(declint: Run, *arguments: str, cwd: Path | None = None) -> tuple[int, list[tuple[str, str]], Any]:
    done = declint("check", *arguments, "--output-format", "json", cwd=cwd)
    data = json.loads(done.stdout)
    return done.returncode, [(each["path"], each["code"]) for each in data["findings"]], data["summary"]


@pytest.fixture
def adopted(declint: Run, tmp_path: Path) -> Path:
    """A folder with old mistakes and the baseline that knows them."""
    write(tmp_path, "forms/a.yaml", WRONG)
    write(tmp_path, "forms/b.yaml", OTHER.replace("社区图书馆运行", "流动图书馆运行"))
    done = declint("baseline", "forms", "-o", "known.txt")
    assert done.returncode == 0, done.stderr
    assert "2" in done.stdout
    return tmp_path / "known.txt"


def test_what_is_known_is_not_reported(declint: Run, adopted: Path) -> None:
    code, found, summary = check(declint, "forms", "--baseline", "known.txt")
    assert (code, found, summary["baselined"]) == (0, [], 2)
    text = declint("check", "forms", "--baseline", "known.txt").stdout
    assert text == "检查了 2 份申报表，没有新的问题。\n基线里已有 2 处旧问题，未列出。\n"
    assert check(declint, "forms")[0] == 1


def test_a_name_that_begins_as_a_comment_does_is_known_too(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "#1.yaml", WRONG)
    declint("baseline", "#1.yaml", "-o", "known.txt")
    code, found, summary = check(declint, "#1.yaml", "--baseline", "known.txt")
    assert (code, found, summary["baselined"]) == (0, [], 1)


def test_lines_are_sorted_readable_and_the_same_every_time(declint: Run, adopted: Path) -> None:
    data = adopted.read_bytes()
    assert b"\r" not in data
    head, *lines = data.decode().splitlines()
    assert head.startswith("#")
    assert lines == sorted(lines)
    assert lines[0].split("\t")[:4] == [
        "forms/a.yaml",
        "TGT001",
        "绩效指标/产出指标/质量指标/图书编目准确率",
        "≥100.00(%)",
    ]
    assert declint("baseline", "forms", "-o", "known.txt").returncode == 0
    assert adopted.read_bytes() == data


def test_what_moves_is_nothing_new(declint: Run, adopted: Path, tmp_path: Path) -> None:
    moved = WRONG.replace("    质量指标:\n", "    # 说明\n\n    质量指标:\n      装订合格率: ≥98.00(%)\n")
    write(tmp_path, "forms/a.yaml", moved.replace("\n", "\r\n"))
    assert check(declint, "forms", "--baseline", "known.txt")[:2] == (0, [])


def test_a_swap_on_the_same_row_is_seen(declint: Run, adopted: Path, tmp_path: Path) -> None:
    write(tmp_path, "forms/a.yaml", BASE.replace(ROW, "图书编目准确率: =120.00(%)"))
    code, found, _ = check(declint, "forms", "--baseline", "known.txt")
    assert (code, found) == (1, [("forms/a.yaml", "TGT002")])
    write(tmp_path, "forms/a.yaml", BASE.replace(ROW, "图书编目准确率: ≥100(%)"))
    code, found, _ = check(declint, "forms", "--baseline", "known.txt")
    assert ("forms/a.yaml", "TGT001") in found


def test_the_same_mistake_elsewhere_is_new(declint: Run, adopted: Path, tmp_path: Path) -> None:
    write(tmp_path, "forms/a.yaml", WRONG.replace("新书上架及时率: ≥95", "新书上架及时率: ≥100"))
    code, found, summary = check(declint, "forms", "--baseline", "known.txt")
    assert (code, found, summary["baselined"]) == (1, [("forms/a.yaml", "TGT001")], 2)


def test_a_mistake_made_twice_is_counted_twice(declint: Run, tmp_path: Path) -> None:
    row = f"      {ROW}\n"
    twice = BASE.replace(row, "      图书编目准确率: ≥100.00(%)\n" * 2)
    write(tmp_path, "a.yaml", BASE.replace(row, "      图书编目准确率: ≥100.00(%)\n"))
    options = ("--select", "TGT001")
    assert declint("baseline", "a.yaml", "-o", "known.txt", *options).returncode == 0
    write(tmp_path, "a.yaml", twice)
    assert check(declint, "a.yaml", "--baseline", "known.txt", *options)[1] == [("a.yaml", "TGT001")]
    assert declint("baseline", "a.yaml", "-o", "known.txt", *options).returncode == 0
    lines = (tmp_path / "known.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == 2
    assert len(set(lines)) == 1
    assert check(declint, "a.yaml", "--baseline", "known.txt", *options)[1] == []


def test_repaired_findings_are_told_and_pruned(declint: Run, adopted: Path, tmp_path: Path) -> None:
    write(tmp_path, "forms/a.yaml", BASE)
    done = declint("check", "forms", "--baseline", "known.txt")
    assert "基线里有 1 处已改好" in done.stdout
    before = adopted.read_bytes()
    done = declint("check", "forms", "--baseline", "known.txt", "--prune-baseline")
    assert done.returncode == 0
    assert "已改好" not in done.stdout
    assert adopted.read_bytes() != before
    assert "forms/a.yaml" not in adopted.read_text(encoding="utf-8")
    write(tmp_path, "forms/a.yaml", WRONG)
    assert check(declint, "forms", "--baseline", "known.txt")[0] == 1


def test_baseline_prune_adds_nothing(declint: Run, adopted: Path, tmp_path: Path) -> None:
    write(tmp_path, "forms/a.yaml", OTHER)
    done = declint("baseline", "forms", "-o", "known.txt", "--prune")
    assert "删去已改好的 1 处，还有 1 处" in done.stdout
    assert check(declint, "forms", "--baseline", "known.txt")[1] == [("forms/a.yaml", "TGT008")]


def test_what_was_not_looked_at_is_not_repaired(declint: Run, adopted: Path, tmp_path: Path) -> None:
    before = adopted.read_bytes()
    for arguments in (("forms/a.yaml",), ("forms", "--select", "UNT"), ("forms", "--ignore", "TGT")):
        done = declint("check", *arguments, "--baseline", "known.txt", "--prune-baseline")
        assert done.returncode == 0
        assert adopted.read_bytes() == before
    write(tmp_path, "forms/a.yaml", "年度：2026\n")
    declint("check", "forms", "--baseline", "known.txt", "--prune-baseline")
    assert adopted.read_bytes() == before
    assert declint("baseline", "forms/b.yaml", "-o", "known.txt").returncode == 0
    assert adopted.read_bytes() == before


def test_a_file_that_is_gone_is_repaired(declint: Run, adopted: Path, tmp_path: Path) -> None:
    (tmp_path / "forms/a.yaml").unlink()
    declint("check", "forms", "--baseline", "known.txt", "--prune-baseline")
    assert "forms/a.yaml" not in adopted.read_text(encoding="utf-8")


def test_paths_are_those_of_the_baseline_wherever_it_is_run(
    declint: Run, adopted: Path, tmp_path: Path
) -> None:
    assert check(declint, ".", "--baseline", "../known.txt", cwd=tmp_path / "forms")[:2] == (0, [])
    assert check(declint, str(tmp_path / "forms"), "--baseline", str(adopted), cwd=tmp_path.parent)[0] == 0


def test_the_configuration_names_a_baseline(declint: Run, adopted: Path, tmp_path: Path) -> None:
    write(tmp_path, "declint.toml", 'baseline = "known.txt"\n')
    assert check(declint, "forms")[:2] == (0, [])
    assert check(declint, ".", cwd=tmp_path / "forms")[:2] == (0, [])
    assert check(declint, "forms", "--no-baseline")[0] == 1
    assert check(declint, "forms", "--isolated")[0] == 1
    write(tmp_path, "forms/a.yaml", OTHER)
    assert declint("baseline").stdout.startswith("known.txt：记下 2 处")


def test_both_sides_of_a_merge_are_kept(declint: Run, adopted: Path) -> None:
    lines = adopted.read_text(encoding="utf-8").splitlines()
    union = "\n".join([lines[0], *reversed(lines[1:]), lines[1], ""])
    adopted.write_text(union, encoding="utf-8")
    code, found, summary = check(declint, "forms", "--baseline", "known.txt")
    assert (code, found, summary["baselined"]) == (0, [], 2)


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (None, "读不了基线文件"),
        (b"<<<<<<< HEAD\n", "known.txt:1"),
        (b"# head\na.yaml\tTGT001\n", "known.txt:2"),
        ("# 中文".encode("gb18030"), "UTF-8"),
    ],
)
def test_a_baseline_that_is_none_is_refused(
    declint: Run, tmp_path: Path, contents: bytes | None, expected: str
) -> None:
    write(tmp_path, "a.yaml", BASE)
    if contents is not None:
        (tmp_path / "known.txt").write_bytes(contents)
    done = declint("check", "a.yaml", "--baseline", "known.txt")
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert declint("check", "a.yaml", "--baseline", "known.txt", "--lang", "en").returncode == 2


def test_no_other_file_is_overwritten(declint: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WRONG)
    done = declint("baseline", "a.yaml", "-o", "a.yaml")
    assert done.returncode == 2
    assert path.read_text(encoding="utf-8") == WRONG


def test_nothing_is_written_where_nothing_was_checked(declint: Run, tmp_path: Path) -> None:
    assert declint("baseline", "nowhere").returncode == 3
    assert declint("baseline", "nowhere", "--prune").returncode == 2
    assert list(tmp_path.iterdir()) == []
    write(tmp_path, "a.yaml", WRONG)
    done = declint("baseline", "a.yaml", "-o", "no/such/folder.txt")
    assert done.returncode == 2
    assert "写不了" in done.stderr


def test_what_can_not_be_read_is_in_no_baseline(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE.replace("年度: ", "年度："))
    done = declint("baseline", "a.yaml")
    assert done.returncode == 0
    assert "不能记入基线" in done.stderr
    assert check(declint, "a.yaml", "--baseline", "declint-baseline.txt")[:2] == (1, [("a.yaml", "SYN001")])


def test_a_suppressed_finding_needs_no_baseline(declint: Run, adopted: Path, tmp_path: Path) -> None:
    mark = "  # declint: ignore[TGT001] 理由：统一口径"
    write(tmp_path, "forms/a.yaml", WRONG.replace("≥100.00(%)", f"≥100.00(%){mark}"))
    code, found, summary = check(declint, "forms", "--baseline", "known.txt")
    assert (code, found, summary["suppressed"], summary["baselined"]) == (0, [], 1, 1)
    text = declint("check", "forms", "--baseline", "known.txt").stdout
    assert "已忽略 1 处" in text
    assert "基线里有 1 处已改好或不再出现" in text
