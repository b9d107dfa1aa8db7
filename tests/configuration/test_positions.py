"""The lines of keys in a TOML text."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from declint.configuration.patterns import matches
from declint.configuration.positions import lines_of

TEXT = '''\
# [a]
top = [
  "x = 1",
  # y = 2
  "[b]",
]
text = """
[no]
key = 1
"""
[tool.declint]
'quoted key' = { inner = 1 }
dotted.way = "[x]" # = z
[[tool.declint.per-file]]
files = []
[[tool.declint.per-file]]
files = [ [
1 ], ]
[tool.declint.per-file.severity]
"TGT001" = "off"
'''


def test_keys_have_their_lines() -> None:
    assert tomllib.loads(TEXT)
    assert lines_of(TEXT) == {
        ("top",): 2,
        ("text",): 7,
        ("tool", "declint"): 11,
        ("tool", "declint", "quoted key"): 12,
        ("tool", "declint", "dotted"): 13,
        ("tool", "declint", "dotted", "way"): 13,
        ("tool", "declint", "per-file"): 14,
        ("tool", "declint", "per-file", 0): 14,
        ("tool", "declint", "per-file", 0, "files"): 15,
        ("tool", "declint", "per-file", 1): 16,
        ("tool", "declint", "per-file", 1, "files"): 17,
        ("tool", "declint", "per-file", 1, "severity"): 19,
        ("tool", "declint", "per-file", 1, "severity", "TGT001"): 20,
    }


@given(
    st.lists(st.tuples(st.integers(0, 99), st.text(max_size=12)), max_size=12, unique_by=lambda each: each[0])
)
def test_strings_never_pass_for_keys(rows: list[tuple[int, str]]) -> None:
    def quoted(value: str) -> str:
        return "'''\n" + "".join(char for char in value if char.isprintable() and char != "'") + "\n[x]\n'''"

    text = "".join(f"k{number} = {quoted(value)}\n" for number, value in rows)
    loaded: dict[str, Any] = tomllib.loads(text)
    found = lines_of(text)
    assert [key for (key,) in found] == list(loaded)
    assert list(found.values()) == [1 + 4 * number for number in range(len(rows))]


def test_patterns() -> None:
    for pattern in (
        "2025/**",
        "2025",
        "2025/",
        "./2025/*.yaml",
        "*.yaml",
        "2025/a.yaml",
        "**/a.yaml",
        "202[0-5]/*",
    ):
        assert matches("2025/a.yaml", pattern), pattern
    for pattern in ("2026", "a", "*.yml", "x/**", "2025/*/a.yaml", "202[!5]/*", "5/a.yaml", "[z-a]"):
        assert not matches("2025/a.yaml", pattern), pattern
    assert matches("x/y/z/a.yaml", "x/**/a.yaml")
    assert matches("x/a.yaml", "x/**/a.yaml")
    assert matches("x/草稿/a.yaml", "草稿")
    assert not matches("x/y/a.yaml", "x/*.yaml")


@given(st.text(alphabet="ab/*?[]!-.", max_size=20), st.text(alphabet="ab/.", min_size=1, max_size=20))
def test_any_pattern_has_an_answer(pattern: str, path: str) -> None:
    assert matches(path, pattern) in (True, False)
