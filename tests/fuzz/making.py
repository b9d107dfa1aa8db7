"""Inputs for the fuzzer: noise, near-valid declarations, mutations of real ones, hostile characters.

Everything is drawn from one ``random.Random``, so that a seed stands for a run.
"""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.drafting.declaration import declarations

from declint.testing import BASE

ROOT = Path(__file__).parents[2]
LONGEST = 16_000
"""More bytes than this teach nothing new; what is large has tests of its own."""

HOSTILE = (
    *("\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\u00a0", "\u3000", "\u2028", "\u2029", "\ufeff"),
    *("\ufffe", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\u0301", "\ue000", "\U000e0001"),
    *("\U0010ffff", "👩‍🚀", "\r", "\n", "\r\n", "\t", "::error file=a::b", "##vso[task.complete]"),
    *("%0A::warning::x", "<script>", "]]>", "&amp;", "=cmd|' /C calc'!A0", "[a](javascript:b)"),
    *("{0}", "{text}", "%s", "\\u0000", "\\x", "99999999999999999999999999", "1e999999999", "-0"),
    *("NaN", ".inf", "0x1F", "1_000", "１２", "٣", "²", "½", "2026-02-30", "0000-00-00"),
    *("9999-12-31", "2026年13月45日", "十万亿", "零", "〇", "两千零六", "%", "％"),
)
STRUCTURE = (
    *(": ", ":", "：", "- ", "? ", "&a ", "*a", "!!str ", "!!python/object:os.system ", "<<: *a"),
    *("| \n", ">-\n", "{", "}", "[", "]", ",", "#", " #", "'", '"', "---\n", "...\n"),
    *("%YAML 1.1\n", "@", "`", "%", "|2\n", "  "),
)
LABELS = (
    *("年度", "项目名称", "主管部门", "实施单位", "计划开始日期", "计划完成日期", "金额单位"),
    *("表式", "项目性质", "项目资金", "年度资金", "年度资金申请总额", "当年财政拨款", "绩效目标"),
    *("项目总目标", "年度总体目标", "绩效指标", "成本指标", "产出指标", "效益指标", "满意度指标"),
    *("数量指标", "质量指标", "时效指标", "经济成本指标", "社会效益指标", "服务对象满意度指标"),
    *("指标值", "权重", "备注", "指标性质", "度量单位", "指标方向"),
)
VALUES = (
    *("≥100.00(%)", "=100%", "≤15(分钟)", "不少于 20 次", "2026年10月底前", "有效提升", "≥**%", ""),
    *("{指标值: ≥5(家)}", "4,087,500.00", "408.75万元", "０", "-1.005", "优良中差", "3/4"),
    *("100-200人次", "≥≤5", "每季度 1 次", "无", "5%～10%", "不超过预算", "不低于上年"),
    *("2025年完成", "二〇二六年", "约20余家（次）", "“引号", "《书名", "（括号"),
    *(),
    *("# declint: 忽略 TGT001 理由：核对过", "# declint: ignore TGT001 -- checked until 2026-13-99"),
)


def seeds() -> list[bytes]:
    """The declarations to start from: the published ones, the clean one, and generated ones."""
    published = [path.read_bytes() for path in sorted((ROOT / "declarations" / "2026").glob("*.yaml"))]
    generated = [text.encode() for _, text in declarations(24, 1)]
    return [*published, BASE.encode(), *generated]


class Maker:
    """Makes inputs out of chance and out of what was found worth keeping."""

    def __init__(self, chance: random.Random, corpus: Sequence[bytes]) -> None:
        self.chance = chance
        self.corpus = list(corpus)
        self._ways: tuple[tuple[Callable[[], bytes], int], ...] = (
            (self.noise, 1),
            (self.hostile_text, 2),
            (self.form, 4),
            (self.mutated, 10),
        )

    def any(self) -> bytes:
        """One input, made in any of the ways."""
        ways, weights = zip(*self._ways, strict=True)
        made: bytes = self.chance.choices(ways, weights)[0]()
        return made[:LONGEST]

    def noise(self) -> bytes:
        """Bytes that mean nothing."""
        return self.chance.randbytes(self.chance.choice((0, 1, 2, 3, 7, 40, 400)))

    def hostile_text(self) -> bytes:
        """Words of forms, YAML's signs and hostile characters in any order."""
        pools = (HOSTILE, STRUCTURE, LABELS, VALUES, ("\n", "\n  ", "\n    "))
        count = self.chance.choice((1, 3, 10, 60))
        return self.encoded("".join(self.chance.choice(self.chance.choice(pools)) for _ in range(count)))

    def form(self) -> bytes:
        """A declaration by its grammar, in which any label or value may be another."""
        lines = [line for _ in range(self.chance.randint(1, 8)) for line in self._entry(0)]
        return self.encoded(self.chance.choice(("\n", "\n", "\r\n", "\r")).join(lines) + "\n")

    def _entry(self, depth: int) -> list[str]:
        label = self._word(LABELS)
        indent = "  " * depth
        if depth < 4 and self.chance.random() < 0.6:
            inner = [line for _ in range(self.chance.randint(1, 4)) for line in self._entry(depth + 1)]
            return [f"{indent}{label}:", *inner]
        if self.chance.random() < 0.15:
            return [f"{indent}{label}: |", *(f"{indent}  {self._word(VALUES)}" for _ in range(3))]
        return [f"{indent}{label}: {self._quoted(self._word(VALUES))}"]

    def _word(self, usual: Sequence[str]) -> str:
        kind = self.chance.random()
        if kind < 0.8:
            return self.chance.choice(usual)
        if kind < 0.95:
            return self.chance.choice(usual) + self.chance.choice(HOSTILE) + self.chance.choice(VALUES)
        return self.chance.choice(HOSTILE) * self.chance.choice((1, 2, 50))

    def _quoted(self, value: str) -> str:
        kind = self.chance.randrange(6)
        if kind == 0:
            return "'" + value.replace("'", "''") + "'"
        if kind == 1:
            return '"' + "".join(f"\\u{ord(char) & 0xFFFF:04x}" for char in value) + '"'
        return value

    def mutated(self) -> bytes:
        """A declaration that is kept, changed in a few places."""
        data = self.chance.choice(self.corpus)
        for _ in range(self.chance.choice((1, 1, 2, 3, 8))):
            data = self.chance.choice((_cut, _doubled, _flipped, self._spliced, self._inserted, self._lines))(
                data, self.chance
            )
        return data

    def _spliced(self, data: bytes, chance: random.Random) -> bytes:
        other = chance.choice(self.corpus)
        at, there = _within(data, chance), _within(other, chance)
        return data[:at] + other[there : there + chance.choice((4, 40, 400))] + data[at:]

    def _inserted(self, data: bytes, chance: random.Random) -> bytes:
        text = data.decode("utf-8", "ignore")
        at = chance.randint(0, len(text))
        piece = self._word(chance.choice((HOSTILE, STRUCTURE, LABELS, VALUES)))
        end = at + chance.choice((0, 0, 1, 5))
        return self.encoded(text[:at] + piece + text[end:])

    def _lines(self, data: bytes, chance: random.Random) -> bytes:
        """Lines taken out, doubled, moved, indented otherwise, or with the value of another line."""
        lines = data.split(b"\n")
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        kind = chance.randrange(6)
        if kind == 0:
            del lines[here]
        elif kind == 1:
            lines.insert(there, lines[here])
        elif kind == 2:
            lines[here], lines[there] = lines[there], lines[here]
        elif kind == 3:
            lines[here] = b" " * chance.randrange(9) + lines[here].lstrip()
        elif kind == 4:
            lines[here] = lines[here].partition(b":")[0] + b":" + lines[there].partition(b":")[2]
        else:
            lines[here] = (
                lines[here].partition(b":")[0] + b": " + self._word(VALUES).encode("utf-8", "ignore")
            )
        return b"\n".join(lines)

    def encoded(self, text: str) -> bytes:
        """The text in an encoding, UTF-8 mostly."""
        usual = self.chance.random() < 0.85
        name = (
            "utf-8" if usual else self.chance.choice(("utf-8-sig", "utf-16", "utf-16-be", "gb18030", "cp936"))
        )
        return text.encode(name, "surrogatepass" if name.startswith("utf") else "replace")


def _within(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = _within(data, chance)
    return data[:at] + data[at + chance.choice((1, 3, 30, LONGEST)) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at = _within(data, chance)
    end = at + chance.choice((1, 3, 30, 300))
    return data[:end] + data[at:end] * chance.choice((1, 2, 20)) + data[end:]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 4)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
