"""Reading a configuration: what it may hold, and what is said where it holds something else."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from declint.configuration import ConfigurationError, find
from declint.configuration.effective import effective
from declint.configuration.reading import load, read_table
from declint.declaration.resources import schema_text
from declint.settings import Settings, Standard

SCHEMA: dict[str, Any] = json.loads(schema_text("config"))
FULL = """\
select = ["TGT", "UNT001"]
extend-select = ["indicator-not-in-goals"]
ignore = ["TGT009"]
edition = "财预〔2015〕88号"
year = 2025
language = "en"
fail-on = "warning"
implementing-units = ["示例市图书馆"]
supervisors = ["示例市文化和旅游局"]
weights-total = 100
baseline = "known.txt"
rules = ["rules/ours.yaml"]

[severity]
TGT = "note"
percentage-at-least-100 = "error"
FND004 = "off"

[[standards]]
name = "人均会议成本"
limit = 210.50
unit = "元/人"
source = "会议费管理办法"
since = 2026-01-01

[words.vague]
"愿望词" = ["提质"]

[words.miswritten]
"错别字" = ["建涤=建设"]

[limits]
depth = 12

[[per-file]]
files = ["2025/**"]
ignore = ["YEA"]
severity = { TGT001 = "warning", XDC = "off" }
year = 2024
"""


def write(folder: Path, text: str, name: str = "declint.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str, name: str = "declint.toml") -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(write(folder, text, name), name)
    for language in ("zh", "en"):
        assert caught.value.say(language).startswith(name)
    return caught.value.say("zh")


def test_every_key_arrives(tmp_path: Path) -> None:
    found = load(write(tmp_path, FULL))
    settings = found.settings
    assert settings == Settings(
        limits=type(settings.limits)(depth=12),
        implementing_units=("示例市图书馆",),
        supervisors=("示例市文化和旅游局",),
        select=("TGT", "UNT001"),
        ignore=("TGT009", "FND004"),
        weights_total=(100,),
        standards=(Standard("人均会议成本", Decimal("210.50"), "元/人", "会议费管理办法", "2026-01-01"),),
        extend_select=("indicator-not-in-goals",),
        severity=(("TGT", "note"), ("percentage-at-least-100", "error")),
        edition="财预〔2015〕88号",
        year=2025,
        words=(("vague", "愿望词", ("提质",)), ("miswritten", "错别字", ("建涤=建设",))),
        own_rules=(str((tmp_path / "rules/ours.yaml").resolve()),),
        baseline=str((tmp_path / "known.txt").resolve()),
        language="en",
        fail_on="warning",
    )
    inside = found.settings_for(tmp_path / "2025/a.yaml")
    assert inside.ignore == ("TGT009", "FND004", "YEA", "XDC")
    assert inside.severity[-1] == ("TGT001", "warning")
    assert inside.year == 2024
    assert found.settings_for(tmp_path / "2026/a.yaml") == settings


def test_schema_and_reader_know_the_same_keys(tmp_path: Path) -> None:
    table = tomllib.loads(FULL)
    assert set(table) == set(SCHEMA["properties"])
    found = load(write(tmp_path, FULL))
    assert {each.key for each in effective(found, tmp_path)} | {"per-file"} == set(SCHEMA["properties"])
    row = SCHEMA["properties"]["per-file"]["items"]["properties"]
    assert set(row) == {"files", "select", "ignore", "severity", "edition", "year"}


def test_the_schema_is_in_order_and_speaks_both_languages() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for name, key in SCHEMA["properties"].items():
        assert " · " in key["title"], name
        assert any("一" <= char <= "鿿" for char in key["description"]), name
        assert any(char.isascii() and char.isalpha() for char in key["description"]), name


def test_pyproject_holds_a_table(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.declint]\nfail-on = "note"\n'
    found = load(write(tmp_path, text, "pyproject.toml"), "pyproject.toml")
    assert found.settings.fail_on == "note"
    assert found.origins["fail-on"].line == 5


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("\nfail_on = 'error'\n", 2, "“fail-on”"),
        ("selct = ['TGT']", 1, "“select”"),
        ("year = 2026\n[limits]\ndepht = 3", 3, "“depth”"),
        ("[[per-file]]\nfiles = ['a']\n[[per-file]]\nfiles = ['b']\nignor = []", 5, "“ignore”"),
        ("select = 'TGT'", 1, "列表"),
        ("year = '2026'", 1, "整数"),
        ("# c\nyear = true", 2, "整数"),
        ("year = 1200", 1, "≥ 1990"),
        ("fail-on = 'erorr'", 1, "“error”"),
        ("[severity]\nTGT = 'warn'", 2, "warning"),
        ("[severity]\nTGTT = 'note'", 2, "没有规则“TGTT”"),
        ("ignore = [\n  'TGT',\n  'TGX001',\n]", 1, "没有规则“TGX001”，是不是 TGT001。全部规则"),
        ("ignore = ['SYN', 'SYN001']", 1, "不能关闭"),
        ("[[per-file]]\nfiles = ['a']\nseverity = { unreadable-file = 'off' }", 3, "不能关闭"),
        ("edition = '财预〔1999〕1号'", 1, "财预〔2021〕101号"),
        ("[[standards]]\nname = '会议'\nlimit = 210", 1, "unit"),
        ("[[standards]]\nname = '会议'\nunit = '元'\nlimit = inf", 4, "Infinity"),
        ("[[standards]]\nname = '会议'\nunit = '元'\nlimit = 1\nsince = '2026-13-01'", 5, "不是一个日期"),
        ("[words.vagu]\n'愿望词' = ['提质']", 1, "“vague”"),
        ("[words.vague]\n'愿望' = ['提质']", 2, "愿望词"),
        ("[words.miswritten]\n'错别字' = ['建涤']", 2, "错=对"),
        ("[words.prose]\n'近义' = ['建涤']", 2, "没有词表"),
        ("baseline = '../known.txt'", 1, "不在配置文件所在的文件夹里"),
        ("rules = ['a.yaml', '/etc/passwd']", 1, "/etc/passwd"),
        ("tool.declint.year = 2026", 1, "没有“tool”"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, expected: str) -> None:
    message = refused(tmp_path, text)
    assert message.startswith(f"declint.toml:{line}: ")
    assert expected in message


def test_what_is_no_toml_says_why(tmp_path: Path) -> None:
    assert refused(tmp_path, "\nselect = x").startswith("declint.toml:2: 不是正确的 TOML")
    assert "TOML" in refused(tmp_path, "select = [")
    assert "加英文引号" in refused(tmp_path, "[words.vague]\n愿望词 = []")
    path = tmp_path / "declint.toml"
    path.write_bytes("language = 'zh' # 中文".encode("gb18030"))
    with pytest.raises(ConfigurationError) as caught:
        load(path)
    assert "UTF-8" in caught.value.say("zh")


def test_deep_nesting_is_refused_without_a_crash(tmp_path: Path) -> None:
    assert "TOML" in refused(tmp_path, "select = " + "[" * 100_000)


def test_a_link_can_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    write(tmp_path / "outside", "x", "known.txt")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path / "outside")
    assert "link/known.txt" in refused(inside, "baseline = 'link/known.txt'")
    (inside / "declint.toml").unlink()
    write(tmp_path / "outside", "year = 2026")
    (inside / "declint.toml").symlink_to(tmp_path / "outside/declint.toml")
    with pytest.raises(ConfigurationError):
        find(inside)


def test_the_nearest_file_is_found_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    top = write(tmp_path, "year = 2026")
    deep = tmp_path / "repository/declarations/2026"
    deep.mkdir(parents=True)
    assert find(deep) == top
    plain = write(tmp_path / "repository", "[project]\nname = 'x'\n", "pyproject.toml")
    assert find(deep) == top
    (tmp_path / "repository/.git").mkdir()
    assert find(deep) is None
    plain.write_text("[tool.declint]\n", encoding="utf-8")
    assert find(deep) == plain
    own = write(tmp_path / "repository", "", "declint.toml")
    assert find(deep) == own


def test_a_broken_pyproject_that_is_not_ours_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, "[project\n", "pyproject.toml")
    assert find(tmp_path) is None
    write(tmp_path, "[tool.declint\n", "pyproject.toml")
    with pytest.raises(ConfigurationError):
        find(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[tool.declint]\nyear = 2026",
        "\ufeff[tool.declint]\nyear = 2026",
        '[project]\nname = "x"\r\n\r\n  [ "tool" . \'declint\' ]\r\nyear = 2026',
        "[tool.declint.limits]\ndepth = 12",
        "[[tool.declint.per-file]]\nfiles = ['a']",
        "[tool]\ndeclint = {year = 2026}",
        "[tool]\ndeclint.year = 2026",
        "tool.declint.year = 2026",
        "'tool' . declint = {year = 2026}",
        "tool = {declint = {year = 2026}}",
        "[tool.other]\nx = 1\n[tool.declint]",
    ],
)
def test_a_table_is_found_however_it_is_written(text: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    path = write(tmp_path, text, "pyproject.toml")
    assert find(tmp_path) == path


@pytest.mark.parametrize(
    "text",
    [
        "[project.scripts]\ndeclint = 'declint.cli:start'",
        "[tool.other]\ndependencies = ['declint']",
        "[tool.other]\ndeclint = 1",
        "# [tool.declint]",
        'text = """\n[tool.declint]\n"""',
        "[other.tool.declint]",
    ],
)
def test_what_only_speaks_of_declint_is_no_configuration(text: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, text, "pyproject.toml")
    assert find(tmp_path) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.decimals(allow_nan=True),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*SCHEMA["properties"], "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@example({"year": Decimal("NaN")})
@given(st.dictionaries(st.sampled_from([*SCHEMA["properties"], "x"]), VALUES, max_size=4))
def test_whatever_a_table_holds_it_is_read_or_refused(table: dict[str, Any]) -> None:
    try:
        read_table(table, Path("/nowhere/declint.toml"))
    except ConfigurationError as error:
        said = error.say("zh"), error.say("en")
    else:
        return
    assert all(said)


@pytest.mark.parametrize("name", ["configuration.md", "configuration.zh-CN.md"])
def test_the_documented_configuration_is_one(name: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8")
    table = tomllib.loads(text.partition("```toml\n")[2].partition("```")[0])
    assert read_table(table, Path("/nowhere/declint.toml")).settings.words
    assert set(table) == set(SCHEMA["properties"])
