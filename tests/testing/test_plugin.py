"""The pytest plug-in: folders of cases as tests, and nothing else touched."""

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

LOAD = ("-p", "no:declint", "-p", "declint.testing.plugin", "-p", "no:cacheprovider")
WRONG = """\
# 应报 TGT001: 病历书写合格率
绩效指标:
  产出指标:
    质量指标:
      病历书写合格率: ≥100.00(%)
"""
ROW = "绩效指标:\n  产出指标:\n    数量指标:\n      演出场次: ≥5.00(次)\n"
OWN = """\
- 代码: OWN001
  标题: 题
  为什么: 因
  依据: 据
  适用: {指标名称: 演出场次}
  要求: {单位: 场}
  错误示例:
    - |
      绩效指标:
        产出指标:
          数量指标:
            演出场次: ≥5.00(次)
  正确示例:
    - |
      绩效指标:
        产出指标:
          数量指标:
            演出场次: ≥5.00(场)
"""


def cases(pytester: pytest.Pytester, files: dict[str, str], marker: str = "") -> pytest.RunResult:
    """Run pytest on a folder of cases with these files."""
    for name, text in {"declint-cases.toml": marker, **files}.items():
        path = pytester.path / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pytester.runpytest_inprocess(*LOAD)


def test_good_bad_and_fix_pass(pytester: pytest.Pytester) -> None:
    right = WRONG.removeprefix(WRONG.splitlines()[0] + "\n").replace("≥", "=")
    files = {
        "TGT001/good/a.yaml": right,
        "TGT001/bad/b.yaml": WRONG,
        "TGT001/fix/c.yaml": WRONG.split("\n", 1)[1],
        "TGT001/fix/c.after.yaml": right,
    }
    cases(pytester, files).assert_outcomes(passed=3)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"TGT001/good/a.yaml": WRONG.split("\n", 1)[1]}, "not expected: TGT001: 病历书写合格率"),
        ({"TGT001/good/a.yaml": WRONG}, "a good case expects nothing"),
        ({"TGT001/bad/a.yaml": WRONG.replace("≥", "=")}, "not found: TGT001: 病历书写合格率"),
        ({"TGT001/bad/a.yaml": WRONG.split("\n", 1)[1]}, "must say what is expected"),
        ({"TGT001/bad/a.yaml": WRONG.replace("TGT001", "TGT002")}, "not found: TGT002"),
        ({"TGT001/fix/a.yaml": WRONG}, "a.after.yaml is missing"),
        ({"TGT001/fix/a.yaml": WRONG, "TGT001/fix/a.after.yaml": WRONG}, "the fix makes"),
        ({"TGT001/fix/a.yaml": WRONG, "TGT001/fix/a.after.yaml": WRONG}, "still speaks after the fix"),
        ({"TGT006/fix/a.yaml": WRONG, "TGT006/fix/a.after.yaml": WRONG}, "offers no fix"),
    ],
)
def test_a_case_that_does_not_hold_fails_with_the_reason(
    pytester: pytest.Pytester, files: dict[str, str], words: str
) -> None:
    result = cases(pytester, files)
    result.assert_outcomes(failed=1)
    assert words in result.stdout.str()


@pytest.mark.parametrize(
    ("files", "marker", "words"),
    [
        ({"TGT999/good/a.yaml": WRONG}, "", "no rule has the code TGT999"),
        ({"TGT001/gut/a.yaml": WRONG}, "", "a folder good, bad or fix is due here"),
        ({"TGT001/bad/empty/a.txt": ""}, "", "no .yaml file in it"),
        ({}, "rule = []", "unknown rule; there are: examples, rules"),
        ({}, "rules = [", "declint-cases.toml"),
        ({}, 'rules = ["没有.yaml"]', "there is none, check the path"),
        ({}, 'examples = ["TGT01X"]', "no rule TGT01X"),
    ],
)
def test_a_folder_that_is_laid_out_wrongly_is_an_error(
    pytester: pytest.Pytester, files: dict[str, str], marker: str, words: str
) -> None:
    result = cases(pytester, files, marker)
    result.assert_outcomes(errors=1)
    assert words in result.stdout.str()


def test_rules_in_yaml_run_their_examples_and_have_folders(pytester: pytest.Pytester) -> None:
    files = {
        "own.yaml": OWN,
        "OWN001/bad/a.yaml": f"# 应报 OWN001: 演出场次\n{ROW}",
        "TGT001/good/other.yaml": ROW,
    }
    result = cases(pytester, files, 'rules = ["own.yaml"]\nexamples = ["TGT001"]')
    result.assert_outcomes(passed=4)
    files["own.yaml"] = OWN.replace("≥5.00(次)", "≥5.00(场)")
    failed = cases(pytester, files, 'rules = ["own.yaml"]')
    failed.assert_outcomes(passed=2, failed=1)
    assert "错误示例 1 里没有查出问题" in failed.stdout.str()


def test_settings_and_several_files_make_a_case(pytester: pytest.Pytester) -> None:
    files = {
        "ORG001/bad/list/a.yaml": "# 应报 ORG001: 实施单位\n实施单位: 示例市文化馆\n",
        "ORG001/bad/list/b.yaml": "实施单位: 示例市图书馆\n",
        "ORG001/bad/list/settings.toml": 'implementing-units = ["示例市图书馆"]\n',
    }
    cases(pytester, files).assert_outcomes(passed=1)


def test_other_runs_are_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it():\n    assert True\n")
    (pytester.path / "TGT001" / "bad").mkdir(parents=True)
    (pytester.path / "TGT001" / "bad" / "a.yaml").write_text(WRONG, encoding="utf-8")
    pytester.runpytest_inprocess(*LOAD).assert_outcomes(passed=1)


def test_loading_the_plug_in_loads_nothing_else() -> None:
    code = (
        "import sys, declint.testing.plugin; "
        "print(sorted(name for name in sys.modules if 'declint' in name or name == 'yaml'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(
        ["declint", "declint.testing", "declint.testing.plugin", "declint.version"]
    )


def test_the_kit_offers_every_name_that_it_lists() -> None:
    import declint.testing

    assert [name for name in declint.testing.__all__ if getattr(declint.testing, name, None) is None] == []
    with pytest.raises(AttributeError):
        _ = declint.testing.nothing
