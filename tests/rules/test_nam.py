"""NAM: indicator names, on rows from many administrations and editions."""

import pytest

from declint.rules.nam import measure_unnamed, object_unnamed, two_measures_in_one
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES = (measure_unnamed.check, object_unnamed.check, two_measures_in_one.check)


def results(fragment: str) -> list[Result]:
    report = check_files([("a.yaml", complete(fragment).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


def codes(level2: str, name: str, target: str, level1: str = "产出指标") -> list[str]:
    value = target if target.startswith("{") else f"'{target}'"
    return [
        each.rule.code
        for each in results(f"绩效指标:\n  {level1}:\n    {level2}:\n      '{name}': {value}\n")
    ]


@pytest.mark.parametrize(
    ("level1", "level2", "name", "target"),
    [
        ("效益指标", "社会效益指标", "维护牧区社会稳定", "≥95%"),
        ("效益指标", "社会效益指标", "促进边境地区和谐稳定", "100%"),
        ("效益指标", "经济效益指标", "促进林下经济发展", "≥90.00(%)"),
        ("效益指标", "可持续影响指标", "城乡统筹可持续发展", "＝１００％"),
        ("效益指标", "生态效益指标", "保护河湖生态环境", "{指标性质: ≥, 指标值: 90, 度量单位: '%'}"),
        ("产出指标", "质量指标", "消费维权热线服务响应", "=100.00(%)"),
        ("产出指标", "质量指标", "冬季供暖保障稳定", "=100.00(%)"),
        ("产出指标", "质量指标", "应急广播体系", "≥95百分比"),
        ("效益指标", "社会效益指标", "社会稳定", "≥3.00(个)"),
    ],
)
def test_a_number_on_a_name_that_measures_nothing(level1: str, level2: str, name: str, target: str) -> None:
    assert codes(level2, name, target, level1) == ["NAM001"]


@pytest.mark.parametrize(
    ("level1", "level2", "name", "target"),
    [
        ("产出指标", "数量指标", "义诊活动", "≥10.00(次)"),
        ("产出指标", "数量指标", "征文", "≥30.00(篇)"),
        ("产出指标", "数量指标", "骨干教师培训班", "=2.00(期)"),
        ("产出指标", "数量指标", "新建泵站", "≥3.00(座)"),
        ("产出指标", "质量指标", "设备安装验收合格", "=100.00(%)"),
        ("产出指标", "质量指标", "系统安全稳定运行", "=100.00(%)"),
        ("产出指标", "质量指标", "工资发放准确性", "≥95.00(%)"),
        ("产出指标", "质量指标", "困难学生应助尽助", "=100.00(%)"),
        ("产出指标", "时效指标", "优抚补助按月发放", "=100.00(%)"),
        ("产出指标", "时效指标", "消防警情响应", "≤5.00(分钟)"),
        ("产出指标", "质量指标", "耕地质量等级提升", "≥0.50(%)"),
        ("效益指标", "社会效益指标", "群众安全感", "≥90.00(%)"),
        ("效益指标", "社会效益指标", "维护社会稳定", "有效维护"),
        ("效益指标", "经济效益指标", "农民人均收入增长", "≥5.00(%)"),
        ("效益指标", "生态效益指标", "森林植被覆盖", "≥60.00(%)"),
        ("满意度指标", "服务对象满意度指标", "参训干部", "≥90.00(%)"),
        ("产出指标", "成本指标", "项目支出", "≤100.00(%)"),
    ],
)
def test_names_whose_measure_is_usual(level1: str, level2: str, name: str, target: str) -> None:
    assert "NAM001" not in codes(level2, name, target, level1)


def declaration(quantities: list[str], rate: str) -> str:
    rows = "".join(f"      {row}\n" for row in quantities)
    return f"绩效指标:\n  产出指标:\n    数量指标:\n{rows}    质量指标:\n      {rate}: =100.00(%)\n"


THREE = ["新建卫生室数量: ≥6.00(个)", "购置呼吸机台数: ≥4.00(台)", "培训村医人数: ≥80.00(人)"]


@pytest.mark.parametrize(
    "rate", ["验收合格率", "质量达标率", "合格率", "完成率", "指标1：验收合格率", "验收合格率(≥**%)"]
)
def test_a_rate_of_nothing_in_particular(rate: str) -> None:
    found = results(declaration(THREE, f"'{rate}'"))
    assert [each.rule.code for each in found] == ["NAM002"]
    assert len(found[0].finding.related) == 3


@pytest.mark.parametrize(
    ("quantities", "rate"),
    [
        (THREE[:2], "验收合格率"),
        (THREE, "呼吸机验收合格率"),
        (THREE, "完成及时率"),
        (THREE, "各项工作完成及时率"),
        (["新建卫生室数量: ≥6.00(个)", "验收报告: 已完成", "卫生室覆盖率: ≥90.00(%)"], "验收合格率"),
    ],
)
def test_a_rate_with_an_object_or_with_only_one(quantities: list[str], rate: str) -> None:
    assert "NAM002" not in [each.rule.code for each in results(declaration(quantities, rate))]


@pytest.mark.parametrize(
    ("name", "target", "one", "other"),
    [
        ("村医培训天数及人数", "≥80.00(人)", "村医培训天数", "人数"),
        ("文艺演出场次、观众人次", "≥30000.00(人次)", "文艺演出场次", "观众人次"),
        ("设备采购数量及质量", "=100.00(%)", "设备采购数量", "质量"),
        ("执法检查次数/人数", "≥50.00(次)", "执法检查次数", "人数"),
        ("学员出勤率和结业率", "≥90.00(%)", "学员出勤率", "结业率"),
        ("政策知晓度、办事满意度", "≥90.00(%)", "政策知晓度", "办事满意度"),
        (
            "渠道衬砌成本控制额，泵站维修成本控制额",
            "≤500000.00(元)",
            "渠道衬砌成本控制额",
            "泵站维修成本控制额",
        ),
        ("参加夏令营或人数", "≥60.00(人)", "参加夏令营", "人数"),
        ("机关食堂管理（到岗率及在岗率）", "≥95.00(%)", "到岗率", "在岗率"),
    ],
)
def test_two_measures_in_one_row(name: str, target: str, one: str, other: str) -> None:
    found = results(f"绩效指标:\n  产出指标:\n    数量指标:\n      '{name}': '{target}'\n")
    assert [each.rule.code for each in found] == ["NAM003"]
    arguments = found[0].finding.arguments
    assert (arguments["one"], arguments["other"]) == (one, other)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("工资和社保发放及时率", "=100.00(%)"),
        ("计划外停电/断水次数", "≤2.00(次)"),
        ("教师和学生受训人数", "≥300.00(人)"),
        ("闸门、启闭机检修数量", "≥12.00(台)"),
        ("子模块或接口数量", "≥4.00(个)"),
        ("项目数和合同金额完成率", "≥90.00(%)"),
        ("收入及税收增长率", "≥5.00(%)"),
        ("公众参与率", "≥60.00(%)"),
        ("普及率", "≥60.00(%)"),
        ("发放及时率", "≥60.00(%)"),
        ("家庭和睦户数", "≥60.00(户)"),
        ("参会人员及人数", "≥60.00(人)"),
        ("出勤率及合格率", "出勤率达到 90%，合格率达到 95%"),
        ("一般公共预算和政府性基金支出占比", "≤30.00(%)"),
        ("社区（村）服务站数量", "≥8.00(个)"),
    ],
)
def test_one_measure_of_two_things(name: str, target: str) -> None:
    assert "NAM003" not in codes("数量指标", name, target)
