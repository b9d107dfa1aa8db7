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
        ("示例市科技创新中心", "示例市料技创新中心"),
        ("示例市科技创新中心", "科技创新中心"),
        ("示例市科技创新中心", "市科技创新中心"),
        ("示例市科技创新中心", "示例市科技创新心中"),
        ("示例市科技创新中心", "示例市科创中心"),
        ("示例市大数据中心", "示例市大数据管理中心"),
        ("示例市第一人民医院", "示例市第一人名医院"),
        ("示例市第三中学", "示例市第三种学"),
        ("示例市第三中学", "示例第三中学"),
        ("示例县人民法院", "示例县人法院"),
        ("示例县中级人民法院", "示例县中级人民法院（机关）"),
        ("示例县疾病预防控制中心", "示例县疾控中心"),
        ("示例县疾病预防控制中心", "示例县疾病控制预防中心"),
        ("示例县城关镇人民政府", "城关镇人民政府"),
        ("示例县城关镇人民政府", "示例县城关镇政府"),
        ("示例市民政局", "示例市民正局"),
        ("示例市实验小学", "示例市试验小学"),
        ("示例市档案馆", "示例市档按馆"),
        ("示例市新闻中心", "示例市新闻心中"),
        ("示例市城市管理综合执法支队", "示例市城管综合执法支队"),
        ("示例市图书馆", "示例市 图画馆"),
        ("示例市城市建设投资有限公司", "示例市城市建设投资公司"),
        ("示例市城市建设投资有限公司", "示例市城市建设投资有限责任公司"),
        ("示例市水务集团有限公司", "示例市水务集团"),
        ("示例市公安局交通警察支队", "示例市公安局交警支队"),
        ("示例市不动产登记中心", "示例市不动产等级中心"),
        ("示例市总工会", "示例市总公会"),
        ("中共示例市委宣传部", "示例市委宣传部"),
        ("共青团示例市委员会", "共青团示例市委"),
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
        ("示例市城市供水管理处", "示例市城市排水管理处"),
        ("示例市道路运输管理局", "示例市水路运输管理局"),
        ("示例区社区服务中心", "示例区社区卫生服务中心"),
        ("示例市食品检验所", "示例市药品检验所"),
        ("示例市动物检疫站", "示例市植物检疫站"),
        ("示例市青年宫", "示例市青少年宫"),
        ("示例市一中", "示例市二中"),
        ("示例市第一医院", "示例市第一中医院"),
        ("示例大学东校区", "示例大学西校区"),
        ("示例市A区管委会", "示例市B区管委会"),
        ("示例市朝阳小学", "示例市朝晖小学"),
        ("示例市和平小学", "示例市平和小学"),
        ("示例县马踏镇人民政府", "示例县马家镇人民政府"),
        ("示例市人民法院", "示例市人民检察院"),
        ("示例市中级人民法院", "示例市高级人民法院"),
        ("示例市档案馆", "示例市档案局"),
        ("示例市科学技术协会", "示例市科学技术委员会"),
        ("示例市消防救援支队", "示例市消防救援大队"),
        ("示例市云龙湖水库管理处", "示例市云台湖水库管理处"),
        ("示例市农村供水服务中心", "示例市城市供水服务中心"),
        ("市人民医院", "区人民医院"),
        ("示例市团校", "示例市党校"),
        ("共青团示例市委员会", "示例市委员会"),
        ("示例市供水集团有限公司", "示例市排水集团有限公司"),
        ("示例市公安局特警支队", "示例市公安局交通警察支队"),
        ("示例市总工会", "示例市总商会"),
        ("示例市市政工程管理处", "示例市环卫工程管理处"),
    ],
)
def test_another_unit_is_none(usual: str, other: str) -> None:
    heads = [("示例市主管局", usual)] * 3 + [("示例市主管局", other)]
    assert found(batch(*heads)) == []


def test_a_blank_unit_and_blanks_inside_are_none() -> None:
    heads = [("示例市主管局", "示例市图书馆")] * 3 + [("示例市主管局", ""), ("示例市主管局", "示例市 图书馆")]
    assert found(batch(*heads)) == []


@pytest.mark.parametrize(
    ("usual", "other", "reported"), [(1, 1, 0), (2, 1, 1), (3, 2, 0), (4, 2, 2), (12, 1, 1), (12, 8, 0)]
)
def test_the_usual_name_stands_twice_as_often(usual: int, other: int, reported: int) -> None:
    heads = [("主管局甲", "示例市不动产登记中心")] * usual + [("主管局甲", "示例市不动产等记中心")] * other
    assert len(found(batch(*heads))) == reported


def test_a_short_name_that_may_be_two_units_is_none() -> None:
    heads = [("主管局甲", "东山区公共资源交易中心")] * 3 + [("主管局甲", "西山区公共资源交易中心")] * 3
    assert found(batch(*heads, ("主管局甲", "公共资源交易中心"))) == []


def test_the_evidence_is_another_file_and_its_line() -> None:
    heads = [("主管局甲", "示例市不动产登记中心")] * 12 + [("主管局甲", "示例市不动产等记中心")]
    (result,) = batch(*heads).results
    message = result.finding.message.say("zh", result.finding.arguments)
    assert "12 份" in message
    assert "示例市不动产登记中心" in message
    assert result.file.source.text[slice(*result.span)] == "示例市不动产等记中心"
    (fix,) = result.finding.fixes
    assert fix.safety == "unsafe"


def test_a_batch_of_many_units_is_compared_in_good_time() -> None:
    import time

    from declint.declaration.facts import Body, Facts, Head
    from declint.declaration.model import Field

    signs = "安平和乐康明德仁义礼智信忠孝廉清正光华新兴隆盛富强文武英俊才学思远志"
    names = [f"示例市{one}{other}小学" for one in signs for other in signs]
    top = Field("主管部门", "示例市教育局", (4,))
    heads = {name: Head(2026, False, "", Field("实施单位", name, (5,)), top, None, ()) for name in names}
    facts = [Facts(name, head, lambda: Body({}, ())) for name, head in heads.items()]
    started = time.perf_counter()
    assert list(org001.check(facts, Settings())) == []
    assert time.perf_counter() - started < 10


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


@pytest.mark.parametrize(
    "slip",
    [
        "市科委",
        "示例市科委",
        "示例市科学技术局",
        "示例科学技术委员会",
        "示例市科学技术委员",
        "示例市科技委员会",
    ],
)
def test_a_short_form_of_the_supervisor(slip: str) -> None:
    heads = [("示例市科学技术委员会", f"示例市第{number}研究所") for number in "一二三四"]
    assert found(batch(*heads, (slip, "示例市第五研究所"))) == [("ORG002", "04.yaml")]


@pytest.mark.parametrize(
    "other", ["示例市科学技术协会", "示例市经济和信息化委员会", "乙市科学技术委员会", "示例市教育委员会", ""]
)
def test_another_supervisor_is_none(other: str) -> None:
    heads = [("示例市科学技术委员会", f"示例市第{number}研究所") for number in "一二三四"]
    assert found(batch(*heads, (other, "示例市第五研究所"))) == []


def test_several_supervisors_of_like_name_are_none() -> None:
    heads = [("示例市教育局", "示例市第一中学")] * 3 + [("示例市体育局", "示例市第一中学")]
    assert found(batch(*heads)) == []
