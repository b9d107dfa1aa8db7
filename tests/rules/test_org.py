"""ORG: a slip in a name is found, another body is none."""

import pytest

from declint.rules.org.implementing_unit_differs import check as org001
from declint.rules.org.supervisor_differs import check as org002
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import complete


def batch(*heads: tuple[str, str], settings: Settings | None = None) -> Report:
    """One declaration a pair (主管部门, 实施单位)."""
    files = [
        (
            f"{number:02}.yaml",
            complete(f"项目名称: 项目{number}\n主管部门: {top}\n实施单位: {unit}\n").encode(),
        )
        for number, (top, unit) in enumerate(heads)
    ]
    return check_files(files, (org001, org002), settings or Settings())


def found(report: Report) -> list[tuple[str, str]]:
    return [(result.rule.code, result.file.path) for result in report.results]


@pytest.mark.parametrize(
    ("usual", "slip"),
    [
        ("示例县疾病预防控制中心", "示例县疾病预防控治中心"),
        ("示例县疾病预防控制中心", "示例县疾病预控制中心"),
        ("示例县疾病预防控制中心", "示例县疾病预防预防控制中心"),
        ("示例县公路养护管理中心", "示例县公路护养管理中心"),
        ("示例市城市管理行政执法支队", "示例城市管理行政执法支队"),
        ("示例市中级人民法院", "示例市中级人民法院（本级）"),
        ("示例市 不动产登记中心", "示例市不动产等记中心"),
        ("示例区水务事务服务中心", "示例区水务事物服务中心"),
    ],
)
def test_a_slip_against_the_usual_name(usual: str, slip: str) -> None:
    report = batch(("示例市主管局", usual), ("示例市主管局", slip), ("示例市主管局", usual))
    assert found(report) == [("ORG001", "01.yaml")]
    (result,) = report.results
    assert result.finding.arguments["right"] == usual
    assert result.finding.arguments["count"] == 2
    assert result.finding.related[0].path == "00.yaml"


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("示例市第一人民医院", "示例市第二人民医院"),
        ("示例市人民医院", "示例市中医医院"),
        ("示例县东关小学", "示例县西关小学"),
        ("示例县城关镇卫生院", "示例县城郊镇卫生院"),
        ("示例市图书馆", "示例市博物馆"),
        ("示例市农业技术推广站", "示例市林业技术推广站"),
        ("示例市东湖区环卫所", "示例市西湖区环卫所"),
        ("示例市公证处", "示例市公证协会"),
        ("示例市公安局特警支队", "示例市公安局交警支队"),
    ],
)
def test_another_unit_is_none(usual: str, other: str) -> None:
    heads = [("示例市主管局", usual)] * 3 + [("示例市主管局", other)]
    assert found(batch(*heads)) == []


def test_a_blank_unit_and_blanks_inside_are_none() -> None:
    heads = [("示例市主管局", "示例市图书馆")] * 3 + [("示例市主管局", ""), ("示例市主管局", "示例市 图书馆")]
    assert found(batch(*heads)) == []


def test_one_against_one_has_no_majority() -> None:
    assert found(batch(("主管局甲", "示例市不动产登记中心"), ("主管局甲", "示例市不动产等记中心"))) == []


def test_a_like_name_under_another_supervisor_is_none() -> None:
    heads = [("示例市教育局", "示例市考试服务中心")] * 3 + [("示例市卫生健康委员会", "示例市考式服务中心")]
    assert found(batch(*heads)) == []


def test_two_slips_are_both_found() -> None:
    heads = [("主管局甲", "示例市不动产登记中心")] * 3
    heads += [("主管局甲", "示例市不动产等记中心"), ("主管局甲", "示例市不动产登记记中心")]
    assert found(batch(*heads)) == [("ORG001", "03.yaml"), ("ORG001", "04.yaml")]


def test_the_list_decides() -> None:
    settings = Settings(
        implementing_units=("示例市图书馆", "示例市档案馆"), supervisors=("示例市文化和旅游局",)
    )
    heads = (("示例市文化和旅游局", "示例市图书馆"), ("示例市文化与旅游局", "示例市图书管"), ("", ""))
    report = batch(*heads, settings=settings)
    assert found(report) == [("ORG002", "01.yaml"), ("ORG001", "01.yaml")]
    assert [result.finding.arguments["right"] for result in report.results] == [
        "示例市文化和旅游局",
        "示例市图书馆",
    ]


def test_a_name_like_none_of_the_list_gets_the_list() -> None:
    settings = Settings(implementing_units=("示例市图书馆",))
    (result,) = batch(("甲", "某某有限公司"), settings=settings).results
    assert "示例市图书馆" in result.finding.advice.say("zh", result.finding.arguments)
    assert not result.finding.fixes


def test_a_slip_in_the_supervisor() -> None:
    heads = [("示例市科学技术委员会", "示例市科技馆")] * 4 + [("示例市科学技木委员会", "示例市科技馆")]
    assert found(batch(*heads)) == [("ORG002", "04.yaml")]


def test_several_supervisors_of_like_name_are_none() -> None:
    heads = [("示例市教育局", "示例市第一中学")] * 3 + [("示例市体育局", "示例市第一中学")]
    assert found(batch(*heads)) == []
