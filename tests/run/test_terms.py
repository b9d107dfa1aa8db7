"""What holds for which file: selections, severities, editions, words of one's own."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from declint.configuration import CommandLine, Plan
from declint.configuration.reading import read_table
from declint.language.lexicon import extended, lexicon, words
from declint.rules.registry import selected
from declint.rules.selecting import severity_of
from declint.run import Report, Terms, check_file, check_files
from declint.settings import Settings
from declint.testing import BASE

WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
VAGUE = BASE.replace("新增注册读者人数: ≥300.00(人)", "读者服务水平: 持续提质")


def check(text: str, settings: Settings) -> set[str]:
    return codes(check_files([("a.yaml", text.encode())], selected(settings), settings))


def codes(report: Report) -> set[str]:
    return {result.rule.code for result in report.results}


def chosen(**settings: Iterable[str]) -> set[str]:
    return {rule.code for rule in selected(Settings(**settings)) if rule.family in ("TGT", "GOL")}  # type: ignore[arg-type]


def test_the_more_exact_word_wins() -> None:
    assert chosen(ignore=("TGT", "GOL"), extend_select=("TGT001",)) == {"TGT001"}
    assert chosen(select=("TGT", "GOL"), ignore=("GOL", "TGT01")) == {f"TGT00{n}" for n in range(1, 10)}
    assert chosen(select=("TGT001",), ignore=("percentage-at-least-100",)) == set()
    assert "GOL007" not in chosen()
    assert "GOL007" in chosen(extend_select=("GOL007",))
    assert "GOL007" not in chosen(select=("GOL",))
    assert "GOL007" in chosen(select=("GOL", "GOL007"))


def test_what_can_not_be_read_is_always_reported() -> None:
    settings = Settings(select=("TGT",), ignore=("SYN001", "SYN"), severity=(("SYN001", "note"),))
    always = [rule for rule in selected(settings) if rule.always]
    assert "SYN001" in {rule.code for rule in always}
    assert {severity_of(rule, settings) for rule in always} == {"error"}


def test_severities_by_code_name_or_prefix() -> None:
    settings = Settings(severity=(("percentage-at-least-100", "warning"), ("TGT", "note")))
    report = check_files([("a.yaml", WRONG.encode())], selected(settings), settings)
    assert [str(result.severity) for result in report.results] == ["warning"]
    settings = replace(settings, severity=(("TGT", "note"), ("T", "warning")))
    report = check_files([("a.yaml", WRONG.encode())], selected(settings), settings)
    assert [str(result.severity) for result in report.results] == ["note"]


def test_off_means_that_a_rule_does_not_run() -> None:
    settings = read_table({"severity": {"TGT001": "off"}}).settings
    assert "TGT001" not in {rule.code for rule in selected(settings)}
    assert check(WRONG, settings) == set()


def test_words_of_ones_own_hold_for_one_run_only() -> None:
    before = words("vague", "愿望词")
    assert check(VAGUE, Settings()) == set()
    settings = Settings(words=(("vague", "愿望词", ("提质",)),))
    assert check(VAGUE, settings) == {"TGT006"}
    assert check(VAGUE, Settings()) == set()
    assert words("vague", "愿望词") == before


def test_words_hold_where_they_are_said_to_hold() -> None:
    strict = Settings(words=(("vague", "愿望词", ("提质",)),))
    plan = {"a.yaml": strict, "b.yaml": Settings(), "c.yaml": strict}
    report = check_files(
        [(path, VAGUE.encode()) for path in plan],
        selected(Settings(select=("TGT006",))),
        Settings(),
        terms_of=lambda path: terms(plan[path]),
    )
    assert [result.file.path for result in report.results if result.rule.code == "TGT006"] == [
        "a.yaml",
        "c.yaml",
    ]


def edition_of(text: str, settings: Settings) -> str:
    declaration = check_file("a.yaml", text.encode(), Terms((), settings)).reading.declaration
    assert declaration
    return declaration.edition.name


def terms(settings: Settings) -> Terms:
    return Terms(selected(settings), settings)


def test_pairs_extend_a_table() -> None:
    with extended((("miswritten", "错别字", ("建涤 = 建设",)),)):
        assert lexicon("miswritten")["错别字"]["建涤"] == "建设"
        assert lexicon("miswritten")["错别字"]["帐户"] == "账户"
    assert "建涤" not in lexicon("miswritten")["错别字"]


def test_what_an_error_leaves_behind_is_nothing() -> None:
    with pytest.raises(RuntimeError), extended((("vague", "愿望词", ("提质",)),)):
        raise RuntimeError
    assert "提质" not in words("vague", "愿望词")


def test_an_edition_holds_for_files_that_state_none() -> None:
    old = "财预〔2015〕88号"
    new = "财预〔2021〕101号"
    assert edition_of(BASE, Settings()) == new
    assert edition_of(BASE, Settings(edition=old)) == old
    assert edition_of(f"表式: {new}\n{BASE}", Settings(edition=old)) == new


def test_a_year_holds_for_files_that_state_none() -> None:
    text = BASE.replace("年度: 2026\n", "").replace("全年举办", "2025 年计划举办")
    assert check(text, Settings()) == {"SYN002"}
    assert check(text, Settings(year=2026)) == {"SYN002", "YEA001"}


def test_every_file_has_its_nearest_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for path, text in {
        "declint.toml": 'ignore = ["TGT001"]\n[[per-file]]\nfiles = ["new"]\nselect = ["TGT001"]\n',
        "old/declint.toml": 'severity = { TGT001 = "note" }\n',
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    plan = Plan()
    paths = ("a.yaml", "old/a.yaml", "new/a.yaml")
    report = check_files([(path, WRONG.encode()) for path in paths], (), Settings(), terms_of=plan.terms_of)
    found = [(result.file.path, str(result.severity)) for result in report.results]
    assert found == [("old/a.yaml", "note")]


def test_the_command_line_comes_on_top(tmp_path: Path) -> None:
    file = tmp_path / "declint.toml"
    file.write_text('ignore = ["TGT"]\nfail-on = "note"\n', encoding="utf-8")
    used = Plan(CommandLine(select=("TGT001",), ignore=("SYN",)), explicit=file)
    settings = used.configuration_of(tmp_path).settings
    assert (settings.select, settings.ignore, settings.fail_on) == (("TGT001",), ("SYN",), "note")
    added = Plan(CommandLine(ignore=("SYN",), fail_on="never"), explicit=file).configuration_of(tmp_path)
    assert (added.settings.ignore, added.settings.fail_on) == (("TGT", "SYN"), "never")
    assert Plan(isolated=True).configuration_of(tmp_path).settings == Settings()


def test_rules_across_files_use_each_files_settings() -> None:
    other = BASE.replace("示例市图书馆", "示例县图书馆")
    listed = Settings(implementing_units=("示例市图书馆",))
    plan = {"a.yaml": listed, "b.yaml": Settings(), "c.yaml": listed}
    report = check_files(
        [("a.yaml", BASE.encode()), ("b.yaml", other.encode()), ("c.yaml", other.encode())],
        (),
        Settings(),
        terms_of=lambda path: terms(plan[path]),
    )
    assert [each.file.path for each in report.results if each.rule.code == "ORG001"] == ["c.yaml"]


def test_only_some_files_are_reported_on() -> None:
    rules = selected(Settings())
    other = BASE.replace("单场读书活动成本: ≤800", "单场读书活动成本: ≤300").replace(
        "社区图书馆运行", "流动图书馆运行"
    )
    inputs = [("a.yaml", WRONG.encode()), ("b.yaml", other.encode()), ("c.yaml", WRONG.encode())]
    report = check_files(inputs, rules, Settings(), only={"b.yaml"})
    assert [file.path for file in report.files] == ["b.yaml"]
    whole = check_files(inputs, rules, Settings())
    assert "TGT001" in codes(whole)
    assert "XDC001" in codes(report)
    assert "TGT001" not in codes(report)
    keys = {(each.file.path, each.rule.code, each.span) for each in whole.results}
    assert {(each.file.path, each.rule.code, each.span) for each in report.results} <= keys
