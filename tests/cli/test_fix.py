"""``declint fix`` as a user meets it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)  # 说明")
RIGHT = WRONG.replace("≥100.00(%)", "=100.00(%)")
MISFILED = BASE.replace("      图书编目准确率", "      馆际互借响应时间: ≤2.00(天)\n      图书编目准确率")
PUBLISHED = Path(__file__).parents[2] / "declarations"


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_document_is_not_repaired_in_place(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(b"PK\x03\x04 a word document")
    done = declint("fix", "form.docx")
    assert done.returncode == 2
    assert "declint annotate form.docx --fix" in done.stderr


def test_a_file_is_repaired_and_it_is_told(declint: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WRONG)
    done = declint("fix", "a.yaml")
    assert path.read_bytes().decode() == RIGHT
    assert done.stdout == (
        "a.yaml：改 1 处\n"
        "  第 30 行 TGT001 “图书编目准确率”：把“≥”改成“=”\n"
        "改好了 1 处，在 1 个文件里。\n"
        "没有其他问题。\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == [path]


def test_a_second_run_has_nothing_to_do(declint: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WRONG)
    declint("fix")
    before = path.stat()
    done = declint("fix", "--lang", "en")
    assert done.stdout == "Nothing found, nothing to repair.\n"
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_diff_changes_nothing_and_can_be_applied(declint: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WRONG)
    done = declint("fix", "--diff")
    assert done.returncode == 1
    assert path.read_bytes().decode() == WRONG
    assert done.stdout.splitlines()[:3] == ["--- a.yaml", "+++ a.yaml", "@@ -27,7 +27,7 @@"]
    assert [line for line in done.stdout.splitlines()[3:] if line[0] in "+-"] == [
        "-      图书编目准确率: ≥100.00(%)  # 说明",
        "+      图书编目准确率: =100.00(%)  # 说明",
    ]
    assert "可以改好 1 处，在 1 个文件里。文件还没有改动" in done.stderr
    assert declint("fix", "--diff", "--fail-on", "never").returncode == 1


def test_diff_of_a_file_without_a_last_line_end(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE.replace("读者满意度: ≥90.00(%)\n", "读者满意度: ≥90(%)"))
    lines = declint("fix", "--diff").stdout.splitlines()
    assert lines[-4:] == [
        "-      读者满意度: ≥90(%)",
        "\\ No newline at end of file",
        "+      读者满意度: ≥90.00(%)",
        "\\ No newline at end of file",
    ]


def test_a_diff_for_eyes_is_coloured_and_cannot_steer_the_terminal(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG.replace("# 说明", "# \u202e说明"))
    done = declint("fix", "--diff", "--color", "always")
    assert "\x1b[32m+      图书编目准确率" in done.stdout
    assert "\u202e" not in done.stdout
    assert "\u202e" in declint("fix", "--diff").stdout


def test_what_may_change_the_meaning_waits_for_unsafe(declint: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", MISFILED)
    done = declint("fix")
    assert done.returncode == 1
    assert path.read_bytes().decode() == MISFILED
    assert "其中 1 处也能自动改" in done.stdout
    done = declint("fix", "--unsafe")
    assert done.returncode == 0
    assert "移到“时效指标”" in done.stdout
    assert path.read_bytes().decode() == BASE.replace(
        "      新书上架及时率: ≥95.00(%)\n",
        "      新书上架及时率: ≥95.00(%)\n      馆际互借响应时间: ≤2.00(天)\n",
    )


def test_a_fix_that_brings_a_finding_is_not_made_and_it_is_told(declint: Run, tmp_path: Path) -> None:
    text = BASE.replace("图书编目准确率: ≥98.00(%)", "馆际互借响应时间: ≤2.00(天)")
    path = write(tmp_path, "a.yaml", text)
    done = declint("fix", "--unsafe")
    assert path.read_bytes().decode() == text
    assert (
        "没有改（移到“时效指标”）：改了会出现新的问题（CAT009 “产出指标”下没有“质量指标”"
        in done.stdout.replace("\n", "")
    )
    assert done.returncode == 1


def test_selected_rules_only(declint: Run, tmp_path: Path) -> None:
    text = WRONG.replace("500000.00", "'500,000.00'", 1).replace("≥90.00(%)", "≥90(%)")
    path = write(tmp_path, "a.yaml", text)
    declint("fix", "--select", "TGT001")
    assert path.read_bytes().decode() == text.replace("≥100.00(%)", "=100.00(%)")
    declint("fix", "--ignore", "SYN005")
    assert path.read_bytes().decode() == text.replace("≥100.00(%)", "=100.00(%)").replace("≥90(", "≥90.00(")


def test_standard_input_to_standard_output(declint: Run) -> None:
    done = declint("fix", "-", stdin=WRONG.replace("\n", "\r\n").encode())
    assert done.stdout == RIGHT.replace("\n", "\r\n")
    assert "改好了 1 处" in done.stderr
    assert declint("fix", "-", stdin=BASE.encode()).stdout == BASE
    broken = "年度: &y 2026\n"
    assert declint("fix", "-", stdin=broken.encode()).stdout == broken
    assert declint(
        "fix", "-", "--diff", "--stdin-filename", "表/a.yaml", stdin=WRONG.encode()
    ).stdout.startswith("--- 表/a.yaml\n")
    assert declint("fix", "-", "a.yaml").returncode == 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_encoding_is_a_repair_of_its_own(declint: Run, tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "a.yaml", WRONG.encode(encoding))
    declint("fix", "--ignore", "SYN004")
    assert path.read_bytes() == RIGHT.encode(encoding)
    done = declint("fix")
    assert path.read_bytes() == RIGHT.encode()
    assert "第 1 行 SYN004 “整个文件”：改存为不带 BOM 的 UTF-8，文字不变" in done.stdout


def test_utf_8_that_was_pasted_into_gb18030_is_left_alone(declint: Run, tmp_path: Path) -> None:
    data = BASE.encode("gb18030") + "# 社区图书馆运行\n".encode()
    path = write(tmp_path, "a.yaml", data)
    declint("fix", "--unsafe")
    assert path.read_bytes() == data


def test_unreadable_files_are_told_and_left_alone(declint: Run, tmp_path: Path) -> None:
    broken = write(tmp_path, "b.yaml", BASE.replace("社区图书馆运行", "'社区图书馆运行"))
    write(tmp_path, "a.yaml", WRONG)
    before = broken.read_bytes()
    done = declint("fix", "a.yaml", "b.yaml", "c.yaml")
    assert broken.read_bytes() == before
    assert "b.yaml：读不出来，没有改动。第 2 行" in done.stdout
    assert "c.yaml：读不出来，没有改动。" in done.stdout
    assert "改好了 1 处，在 1 个文件里。" in done.stdout
    assert done.returncode == 1


def test_slips_that_keep_a_file_from_being_read_are_repaired(declint: Run, tmp_path: Path) -> None:
    slips = (("项目名称: ", "项目名称："), ("  产出指标", "\t产出指标"), ("实施单位: ", "实施单位:"))
    text = BASE
    for right, wrong in slips:
        text = text.replace(right, wrong)
    path = write(tmp_path, "a.yaml", text)
    done = declint("fix")
    assert path.read_bytes().decode() == BASE
    assert done.returncode == 0


def test_nothing_to_check_and_a_wrong_rule(declint: Run, tmp_path: Path) -> None:
    done = declint("fix", "nowhere")
    assert done.returncode == 3
    assert "没有检查任何申报表" in done.stderr
    assert declint("fix", "--select", "TGT9").returncode == 2
    assert declint("fix").returncode == 3


def test_a_file_that_cannot_be_written_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from declint import files
    from declint.cli.fix import command

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    path = write(tmp_path, "a.yaml", WRONG)
    monkeypatch.setattr(files, "write_atomically", full)
    assert command([str(path)]) == 1
    assert path.read_bytes().decode() == WRONG
    assert "No space left on device" in capsys.readouterr().err


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from declint import files
    from declint.cli import fix

    path = write(tmp_path, "a.yaml", WRONG)
    read = files.read

    def meanwhile(asked: Path) -> bytes | OSError:
        data = read(asked)
        path.write_bytes(b"other")
        return data

    monkeypatch.setattr(files, "read", meanwhile)
    assert fix.command([str(path)]) == 1
    assert path.read_bytes() == b"other"
    assert "a.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("--unsafe",)])
def test_the_diff_of_the_published_declarations(
    declint: Run, tmp_path: Path, snapshot: SnapshotAssertion, words: tuple[str, ...]
) -> None:
    """Reviewed: the diff touches what it means to and nothing else; a second run changes nothing."""
    shutil.copytree(PUBLISHED, tmp_path / "declarations")
    assert declint("fix", "--diff", *words).stdout == snapshot
    declint("fix", *words)
    once = {path: path.read_bytes() for path in (tmp_path / "declarations").rglob("*.yaml")}
    assert "没有可以自动改的地方" in declint("fix", *words).stdout
    assert once == {path: path.read_bytes() for path in (tmp_path / "declarations").rglob("*.yaml")}
