"""The kinds of inputs that are text: declarations, configurations, own rules, baselines, comments."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from benchmarks.drafting.declaration import declarations
from tests.fuzz.making import Maker
from tests.fuzz.pools import HOSTILE, LABELS, STRUCTURE, VALUES
from tests.fuzz.schemas import Shaped

from declint.declaration.edition import editions
from declint.language.lexicon import extensible, lexicon_names
from declint.rules.catalogue import RULES
from declint.testing import BASE

ROOT = Path(__file__).parents[2]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
CODES = tuple(word for rule in RULES for word in (rule.code, rule.name, rule.family))
_EDITIONS = tuple(each.name for each in editions())
_NAMED = {
    **dict.fromkeys(("select", "extend-select", "ignore", "severity"), CODES),
    "edition": _EDITIONS,
    "files": ("*.yaml", "1.yaml", "**/*.yaml", "2025/**", "[", "**"),
    "rules": ("rules.yaml",),
    "baseline": ("known.txt",),
    "words": lexicon_names(),
    **{name: tuple(extensible(name)) for name in lexicon_names() if extensible(name)},
}
_LEXICONS = tuple(word for name in lexicon_names() for word in (name, *extensible(name)))


class Declarations(Maker):
    """Declarations: the published ones, the clean one, generated ones."""

    def seeds(self) -> list[bytes]:
        published = [path.read_bytes() for path in sorted((ROOT / "declarations" / "2026").glob("*.yaml"))]
        generated = [text.encode() for _, text in declarations(24, 1)]
        return [*published, BASE.encode(), WRONG.encode(), *generated]

    def near(self) -> bytes:
        lines = [line for _ in range(self.chance.randint(1, 8)) for line in self._entry(0)]
        return self.encoded(self.chance.choice(("\n", "\n", "\r\n", "\r")).join(lines) + "\n")

    def _entry(self, depth: int) -> list[str]:
        label = self.word(LABELS)
        indent = "  " * depth
        if depth < 4 and self.chance.random() < 0.6:
            inner = [line for _ in range(self.chance.randint(1, 4)) for line in self._entry(depth + 1)]
            return [f"{indent}{label}:", *inner]
        if self.chance.random() < 0.15:
            return [f"{indent}{label}: |", *(f"{indent}  {self.word(VALUES)}" for _ in range(3))]
        return [f"{indent}{label}: {self._quoted(self.word(VALUES))}"]

    def _quoted(self, value: str) -> str:
        kind = self.chance.randrange(6)
        if kind == 0:
            return "'" + value.replace("'", "''") + "'"
        if kind == 1:
            return '"' + "".join(f"\\u{ord(char) & 0xFFFF:04x}" for char in value) + '"'
        return value


def toml(table: dict[str, Any], way: tuple[str, ...], chance: random.Random) -> list[str]:
    """A table as lines of TOML; some tables within it get a head of their own."""
    lines = [f"[{'.'.join(map(toml_key, way))}]"] if way else []
    inner = []
    for key, value in table.items():
        if isinstance(value, dict) and chance.random() < 0.7:
            inner += toml(value, (*way, key), chance)
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            for each in value:
                inner += [f"[{toml(each, (*way, key), chance)[0]}]", *toml(each, (*way, key), chance)[1:]]
        else:
            lines.append(f"{toml_key(key)} = {toml_value(value)}")
    return [*lines, *inner]


def toml_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return (
        key
        if key and all(char.isascii() and (char.isalnum() or char in "-_") for char in key)
        else quoted(key)
    )


def toml_value(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def quoted(text: str) -> str:
    """A text in quotes that TOML, YAML and JSON read alike."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


class Configurations(Maker):
    """declint.toml, and pyproject.toml with [tool.declint]."""

    pools = (
        HOSTILE,
        (
            "[",
            "]",
            "[[",
            "]]",
            "=",
            "{",
            "}",
            '"',
            "'''",
            '"""',
            "#",
            ",",
            ".",
            "inf",
            "nan",
            "\\",
            "0x",
            "1e9",
        ),
        (
            *CODES,
            *_EDITIONS,
            *_LEXICONS,
            "rules.yaml",
            "known.txt",
            "../x",
            "/etc/passwd",
            "*.yaml",
            "**/*.yaml",
        ),
        ("2026-01-01", "2026-13-01", "1e400", "0.1", "true", "错=对", "错=", "=对", *VALUES),
    )

    def __init__(self, chance: random.Random) -> None:
        self.shaped = Shaped("config", chance, [*self.pools[2], *self.pools[3]], _NAMED, wrong=0.02)
        super().__init__(chance)

    def seeds(self) -> list[bytes]:
        own = [path.read_bytes() for path in sorted((ROOT / "declarations").glob("*.toml"))]
        return [*own, *(self.near() for _ in range(20))]

    def near(self) -> bytes:
        self.shaped.chance = self.chance
        table = self.shaped.any()
        if not isinstance(table, dict):
            return self.encoded(f"declint = {toml_value(table)}\n")
        way = ("tool", "declint") if self.chance.random() < 0.4 else ()
        return self.encoded("\n".join(toml(table, way, self.chance)) + "\n")


class _Plain(yaml.SafeDumper):
    """Writes no anchors, and texts of several lines as blocks."""

    def ignore_aliases(self, data: Any) -> bool:
        return data is not None

    def _text(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style="|" if "\n" in data else None)


_Plain.add_representer(str, _Plain._text)


class OwnRules(Maker):
    """Files of own rules, as a bureau writes them."""

    pools = (
        HOSTILE,
        STRUCTURE,
        (
            "代码",
            "名称",
            "级别",
            "标题",
            "为什么",
            "依据",
            "适用",
            "要求",
            "消息",
            "改法",
            "错误示例",
            "正确示例",
        ),
        (
            "在",
            "文字",
            "之一",
            "不低于",
            "不高于",
            "单位",
            "自",
            "范围",
            "等于",
            "不早于",
            "不晚于",
            "上限",
            *LABELS,
        ),
        ("*会议*成本*", "?", "*", "{项目}", "{指标值}", "{", "}}", "{0}", "{要求!r}", "元/人", "%", *VALUES),
    )

    def __init__(self, chance: random.Random) -> None:
        categories = {"一级指标": LABELS[14:19], "二级指标": LABELS[19:25], "符号": ("≥", "≤", "=")}
        self.shaped = Shaped("rules", chance, [*self.pools[4][:2], *LABELS, *VALUES], categories, wrong=0.01)
        super().__init__(chance)

    def seeds(self) -> list[bytes]:
        example = (ROOT / "docs" / "own-rules.example.yaml").read_bytes()
        parts = example.split(b"\n- ")
        return [example, *(b"- " + part for part in parts[1:])]

    def near(self) -> bytes:
        self.shaped.chance = self.chance
        data = self.shaped.any() or [{}]
        for rule in data if isinstance(data, list) else ():
            if isinstance(rule, dict) and self.chance.random() < 0.9:
                rule |= {"错误示例": ["年度: 2026\n项目名称:\n"], "正确示例": ["年度: 2026\n项目名称:\n"]}
        flow = self.chance.random() < 0.2
        text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, default_flow_style=flow, sort_keys=False)
        return self.encoded(text)


class Baselines(Maker):
    """Baselines, merged and damaged ones among them."""

    pools = (
        HOSTILE,
        ("\t", "\n", "#", "# ", "<<<<<<< HEAD", "=======", ">>>>>>> main", "\x0b", "\x1c"),
        (*CODES[::3], "1.yaml", "2.yaml", "../1.yaml", "/1.yaml", "a\tb", ".", ""),
        ("3e4033a6ca12", "000000000000", "3E4033A6CA12", "3e40", *LABELS, *VALUES),
    )

    def seeds(self) -> list[bytes]:
        real = (ROOT / "declarations" / "baseline.txt").read_bytes()
        lines = real.splitlines(keepends=True)
        return [b"".join(lines[:12]), b"".join(lines[30:40]), *(self.near() for _ in range(10))]

    def near(self) -> bytes:
        lines = [self._line() for _ in range(self.chance.randint(1, 6))]
        return self.encoded(self.chance.choice(("\n", "\n", "\r\n")).join(lines) + "\n")

    def _line(self) -> str:
        parts = [self.word(self.pools[2]), self.word(self.pools[2]), self.word(LABELS), self.word(VALUES)]
        return "\t".join((*parts, f"{self.chance.getrandbits(48):012x}"))


class Comments(Maker):
    """Comments that accept findings."""

    pools: tuple[Sequence[str], ...] = (
        HOSTILE,
        (
            "#",
            "declint",
            ":",
            "：",
            "ignore",
            "忽略",
            "[",
            "]",
            "［",
            "【",
            "】",
            ",",
            "，",
            "、",
            " ",
            "disable",
        ),
        (*CODES, "TGT", "XXX999", "*", "all"),
        (
            "理由：",
            "reason:",
            "审批：",
            "approved by:",
            "至",
            "until ",
            "有效期至：",
            "2026-06-30",
            "２０２６年６月３０日",
        ),
        ("2026-13-99", "9999-12-31", "99999999999-1-1", "核对过", "上级统一口径", *VALUES),
    )

    def seeds(self) -> list[bytes]:
        known = (
            "# declint: ignore[TGT001] 理由：上级统一口径 至 2026-06-30 审批：市财政局",
            "# declint：忽略【TGT001，TXT】原因：核对过",
            "# declint: ignore[percentage-at-least-100, SYN001] reason: checked until 9999-12-31",
        )
        return [each.encode() for each in known]

    def near(self) -> bytes:
        chance = self.chance
        codes = chance.choice((",", "，", " ", "、", "")).join(
            self.word(self.pools[2]) for _ in range(chance.choice((0, 1, 1, 1, 2, 5)))
        )
        opening, closing = chance.choice(("[]", "［］", "【】", "[】", "()", "[ "))
        parts = [self.word(self.pools[3]) + self.word(self.pools[4]) for _ in range(chance.randint(0, 3))]
        verb = chance.choice(("ignore", "忽略", "IGNORE", "ignroe", ""))
        mark = chance.choice((":", "：", " : ", ""))
        return self.encoded(f"# declint{mark}{verb}{opening}{codes}{closing} {' '.join(parts)}")
