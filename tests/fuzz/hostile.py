"""The hostile inputs of docs/reliability.md: what each is, and how it is put into a folder.

Each is checked as ``a.yaml`` unless it says otherwise.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from declint.testing import BASE

Make = bytes | Callable[[Path], None]
_NAME = "社区图书馆运行"
_ROW = "图书编目准确率: ≥98.00(%)"


@dataclass(frozen=True)
class Input:
    """``paths`` are checked; ``others`` tells whether other tools can be given it in the same way."""

    kind: str
    what: str
    make: Make
    paths: tuple[str, ...] = ("a.yaml",)
    others: bool = True

    def put_into(self, folder: Path) -> None:
        """Write it."""
        if isinstance(self.make, bytes):
            (folder / "a.yaml").write_bytes(self.make)
        else:
            self.make(folder)


def _named(name: str) -> bytes:
    return BASE.replace(_NAME, name, 1).encode("utf-8", "surrogatepass")


def _row(row: str) -> bytes:
    return BASE.replace(_ROW, row, 1).encode("utf-8", "surrogatepass")


def _goals(text: str) -> bytes:
    return BASE.replace("    全年举办读书活动", f"    {text}全年举办读书活动", 1).encode()


def _laughs(width: int, depth: int) -> bytes:
    lines = ["a0: &a0 哈"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, depth)]
    return "\n".join(lines).encode()


def _pair(name: str, data: bytes) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return make


def _settings(text: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / "a.yaml").write_bytes(BASE.encode())
        (folder / "declint.toml").write_text(text, encoding="utf-8")

    return make


def _link(to: str, name: str = "a.yaml") -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / "outside.txt").write_bytes(BASE.encode())
        (folder / name).symlink_to(to)

    return make


def _directory(folder: Path) -> None:
    (folder / "a.yaml").mkdir()


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "a.yaml")


def _sparse(folder: Path) -> None:
    with (folder / "a.yaml").open("wb") as file:
        file.truncate(3_000_000_000)


def _way_out(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "outside.yaml").write_bytes(BASE.encode())
    (folder / "in" / "a.yaml").symlink_to("../outside.yaml")


def _nothing(_: Path) -> None:
    pass


def inputs() -> Iterator[Input]:
    """Every input, kind by kind."""
    for kind, rows in (
        ("structure", _STRUCTURE),
        ("characters", _CHARACTERS),
        ("encodings", _ENCODINGS),
        ("line ends and blanks", _BLANKS),
        ("numbers and dates", _NUMBERS),
        ("slow expressions", _SLOW),
        ("forged orders", _FORGED),
    ):
        yield from (Input(kind, what, make) for what, make in rows)
    yield from _FILES


_STRUCTURE: tuple[tuple[str, Make], ...] = (
    ("alias bomb, 10 to the 9 values", _laughs(10, 10)),
    ("alias bomb, 2 to the 60 values", _laughs(2, 60)),
    ("alias to itself", b"a: &a [*a]\n"),
    ("merge key", "a: &a {年度: 2026}\nb: {<<: *a}\n".encode()),
    ("tag that runs a command", b'a: !!python/object/apply:os.system ["echo owned"]\n'),
    ("unknown tag", "年度: !owned 2026\n".encode()),
    ("10,000 levels in brackets", b"[" * 10_000),
    ("10,000 levels of mappings", b"{a: " * 10_000),
    ("2,000 levels by indentation", b"".join(b" " * n + b"a:\n" for n in range(2_000))),
    ("200,000 entries", "".join(f"k{n}: v\n" for n in range(200_000)).encode()),
    ("one key 5,000 times", "年度: 2026\n".encode() * 5_000),
    ("1,000 indicators", _row("\n      ".join(f"指标{n}完成率: ≥100.00(%)" for n in range(1_000)))),
    ("two documents", BASE.encode() + b"---\n" + BASE.encode()),
    ("a list for a form", b"- a\n- b\n"),
    ("a key that is a mapping", b"? {a: b}\n: c\n"),
    ("a quote that never ends", _named('"社区')),
    ("brackets that never end", _row("图书: {指标值: [")),
    ("full-width colons everywhere", BASE.replace(": ", "：").encode()),
    ("a directive of YAML 9", b"%YAML 9.9\n---\na: b\n"),
)
_CHARACTERS: tuple[tuple[str, Make], ...] = (
    ("NUL in a value", _named("社区\0图书馆")),
    ("nothing but NUL", b"\0" * 1_000),
    ("escape sequence of a terminal", _named("社区\x1b[2J\x1b]0;owned\x07")),
    ("the same, escaped in quotes", _named('"社区\\e[2J\\e]0;owned\\a"')),
    ("lone surrogate, as bytes", _named("社区\ud800")),
    ("lone surrogate, escaped", _named('"社区\\ud800"')),
    ("zero-width characters in a name", _named("社区\u200b图\u200d书\ufeff馆")),
    ("bidirectional override", _named("社区\u202etxt.lmay\u202c")),
    ("bidirectional isolates in an indicator", _row("图书\u2066编目\u2069准确率: ≥98.00(%)")),
    ("10,000 combining marks", _named("社" + "\u0301" * 10_000)),
    ("characters beyond the plane, unassigned, private", _named("社\U0010ffff\ue000\U000e0001")),
    ("line separators of Unicode in a value", _named("社区\u2028图书\u2029馆\x85。")),
)
_ENCODINGS: tuple[tuple[str, Make], ...] = (
    ("GB18030", BASE.encode("gb18030")),
    ("GBK with a cut character at its end", BASE.encode("gb18030")[:-3] + b"\xb6"),
    ("UTF-16 with a mark", BASE.encode("utf-16")),
    ("UTF-16 without a mark", BASE.encode("utf-16-be")),
    ("UTF-32", BASE.encode("utf-32")),
    ("UTF-8 with a mark", BASE.encode("utf-8-sig")),
    ("UTF-8 with one byte broken", BASE.encode()[:200] + b"\xff" + BASE.encode()[201:]),
    ("Big5", "項目名稱: 圖書館\n".encode("big5")),
    ("a Word document under this name", b"PK\x03\x04" + bytes(range(256)) * 40),
    ("random bytes", bytes((n * 7919 + n // 3) % 256 for n in range(5_000))),
)
_BLANKS: tuple[tuple[str, Make], ...] = (
    ("empty", b""),
    ("nothing but blanks", b" \n\t\n \r\n"),
    ("nothing but comments", "# 年度: 2026\n".encode()),
    ("line ends of Windows", BASE.replace("\n", "\r\n").encode()),
    ("line ends of the old Macintosh", BASE.replace("\n", "\r").encode()),
    ("all line ends mixed", BASE.replace("\n", "\r\n", 9).replace("\n", "\r", 12).encode()),
    ("tabs for indentation", BASE.replace("  ", "\t").encode()),
    ("full-width blanks for indentation", BASE.replace("  ", "\u3000").encode()),
    ("10 MB of blank lines", b"\n" * 10_000_000),
)
_NUMBERS: tuple[tuple[str, Make], ...] = (
    ("an integer of 100,000 digits", BASE.replace("500000.00", "9" * 100_000).encode()),
    ("1e999999999", BASE.replace("500000.00", "1e999999999").encode()),
    (
        "NaN, infinity, hexadecimal",
        BASE.replace("500000.00", ".nan", 1).replace("500000.00", "0x7A120").encode(),
    ),
    ("base 60 and octal", BASE.replace("年度: 2026", "年度: 33:46").replace("500000.00", "0o17", 1).encode()),
    ("a year of 5,000 digits", BASE.replace("年度: 2026", "年度: " + "2" * 5_000).encode()),
    ("February 30", BASE.replace("2026-12-31", "2026-02-30").encode()),
    ("month 13, day 99, year 0", BASE.replace("2026-01-01", "0000-13-99").encode()),
    ("an end before the start", BASE.replace("2026-12-31", "1026-12-31").encode()),
    ("digits of other scripts", BASE.replace("年度: 2026", "年度: ٢٠٢٦").replace("12.00", "१२").encode()),
)
_SLOW: tuple[tuple[str, Make], ...] = (
    ("150,000 digits in the goals", _goals("1" * 150_000)),
    ("20,000 times 不少于 in the goals", _goals("不少于" * 20_000)),
    ("20,000 opening brackets and quotes", _goals("（“《" * 7_000)),
    ("服务服务… as a unit", BASE.replace("示例市图书馆", "服务" * 20_000 + "x").encode()),
    ("达到达到… in front of a figure", _goals("达到" * 20_000 + "12 场")),
    ("50,000 blanks in front of a colon", _named("社" + " " * 50_000 + "区")),
    ("a value of 5 million characters", _named("社" * 1_500_000)),
    ("one line of 4 MB", ("# " + "a" * 4_000_000 + "\n").encode()),
)
_FORGED: tuple[tuple[str, Make], ...] = (
    ("::error in a name", _named('"::error file=x::owned"')),
    ("::error behind a line end in a value", _row('图书编目准确率: "x\\n::error::owned"')),
    ("##vso and ##[error] in an indicator", _row("'##vso[task.complete]##[error]率': ≥100.00(%)")),
    ("::set-output in a key", BASE.replace("项目性质", "'::set-output name=x::owned'").encode()),
    ("formula for a spreadsheet", _row("\"=cmd|' /C calc'!A0\": ≥100.00(%)")),
    ("markup", _row("'</script><script>alert(1)</script>': ≥100.00(%)")),
    ("shell in a name", _named("'$(touch owned) `touch owned`; touch owned'")),
    ("placeholders of format strings", _row("'{0.__class__}{rule}%s%n': ≥100.00(%)")),
)
_FORGED_PATH = "::error file=x::owned\n::warning::b.yaml"
_FILES: tuple[Input, ...] = (
    Input(
        "files",
        "a path that is an order, with a line end",
        _pair(_FORGED_PATH, BASE.encode()),
        (_FORGED_PATH,),
    ),
    Input(
        "files", "a path with bytes that are no text", _pair("a\udc80.yaml", BASE.encode()), ("a\udc80.yaml",)
    ),
    Input("files", "a name that begins with a dash", _pair("-a.yaml", BASE.encode()), ("--", "-a.yaml")),
    Input("files", "no such file", _nothing),
    Input("files", "a folder of that name", _directory),
    Input("files", "a pipe nobody writes to", _fifo),
    Input("files", "an endless device", _link("/dev/zero")),
    Input("files", "a link to itself", _link("a.yaml")),
    Input("files", "a link to nowhere", _link("nowhere")),
    Input("files", "a link that leads out of the folder", _way_out, ("in",), others=False),
    Input("files", "3 GB of nothing", _sparse),
    Input("files", "a folder without a declaration", _nothing, (".",), others=False),
    Input(
        "configuration", "a rule file outside the folder", _settings('rules = ["../x.yaml"]'), others=False
    ),
    Input(
        "configuration", "a baseline outside the folder", _settings('baseline = "/etc/passwd"'), others=False
    ),
    Input("configuration", "a plug-in to be loaded", _settings('plugins = ["owned"]'), others=False),
    Input("configuration", "SYN001 switched off", _settings('ignore = ["SYN001"]'), others=False),
    Input("configuration", "no TOML", _settings("= ["), others=False),
)
