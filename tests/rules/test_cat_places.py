"""CAT001 to CAT004 and CAT008: what stands in the wrong category, on rows from many administrations."""

import pytest

from declint.finding import Move
from declint.rules.cat import (
    category_unknown,
    not_satisfaction,
    not_timeliness,
    satisfaction_misfiled,
    timeliness_misfiled,
)
from declint.rules.syn import schema_violation
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import WHOLE, complete

RULES = (
    timeliness_misfiled.check,
    not_timeliness.check,
    satisfaction_misfiled.check,
    not_satisfaction.check,
    category_unknown.check,
)
LEVEL1 = {
    "数量指标": "产出指标",
    "质量指标": "产出指标",
    "时效指标": "产出指标",
    "经济成本指标": "成本指标",
    "社会成本指标": "成本指标",
    "经济效益指标": "效益指标",
    "社会效益指标": "效益指标",
    "可持续影响指标": "效益指标",
    "服务对象满意度指标": "满意度指标",
}
QUANTITY, QUALITY, TIME, COST = "数量指标", "质量指标", "时效指标", "经济成本指标"
SOCIAL, LASTING, SATISFACTION = "社会效益指标", "可持续影响指标", "服务对象满意度指标"


def run(fragment: str) -> list[Result]:
    report = check_files([("1.yaml", complete(fragment).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


def row(level2: str, name: str, target: str) -> str:
    return f"绩效指标:\n  {LEVEL1[level2]}:\n    {level2}:\n      {name}: {target}\n"


def tree(*lines: tuple[str, str, str, str]) -> str:
    """A whole block of indicators, rows of one category in a run."""
    text, first, second = "绩效指标:\n", "", ""
    for level1, level2, name, target in lines:
        text += f"  {level1}:\n" if level1 != first else ""
        text += f"    {level2}:\n" if (level1, level2) != (first, second) else ""
        text += f"      {name}: {target}\n"
        first, second = level1, level2
    return text


def said(result: Result) -> str:
    return result.finding.message.say("zh", result.finding.arguments)


MISFILED = [
    (QUALITY, "残疾人补贴发放及时率", "≥98.00(%)"),
    (QUALITY, "残疾人补贴发放及时率", "{指标性质: ≥, 指标值: 98, 度量单位: '%'}"),
    (QUALITY, "１．残疾人补贴发放及时率", "≥98％"),
    (QUANTITY, "环卫车辆按时出车率", "≥95(%)"),
    (SOCIAL, "群众来电及时答复率", "=100.00(%)"),
    (SOCIAL, "水质异常处置及时性", "及时"),
    (LASTING, "档案移交按期完成", "=100(%)"),
    (SATISFACTION, "校车准点率", "≥95(%)"),
    (COST, "渠道维修完工及时率", "=100.00(%)"),
    ("社会成本指标", "施工扰民投诉处理及时率", "≥95.00(%)"),
    (QUALITY, "路灯故障修复时间", "≤24.00(小时)"),
    (SOCIAL, "急救平均到达现场时间", "≤12(分钟)"),
    (QUALITY, "应急事件处置时限", "≤2小时"),
    (QUANTITY, "法律文书送达时间", "≤5(工作日)"),
    (QUALITY, "古籍修复完成时间", "2026年11月底前"),
    (QUANTITY, "泵站建设竣工日期", "2026年9月30日"),
    (SOCIAL, "村级光伏电站建成时间", "第三季度"),
    (QUALITY, "水闸工程工期", "≤180天"),
    (QUALITY, "法定审限内结案率", "≥95.00(%)"),
    (QUALITY, "急救药品24小时内到货率", "≥98.00(%)"),
    (QUANTITY, "完成中小学操场翻新", "2026年8月底前"),
    (QUALITY, "智慧停车平台上线", "2026-06-30"),
    (SOCIAL, "发放春耕种子", "2026年3月15日前"),
    (COST, "种苗采购完成时间", "2026年4月底前"),
]


@pytest.mark.parametrize(("level2", "name", "target"), MISFILED)
def test_timeliness_outside_its_category_is_reported(level2: str, name: str, target: str) -> None:
    results = run(row(level2, name, target))
    assert [result.rule.code for result in results] == ["CAT001"]
    assert level2 in said(results[0])
    (fix,) = results[0].finding.fixes
    (move,) = fix.edits
    assert isinstance(move, Move)
    assert (move.level1, move.level2) == ("产出指标", "时效指标")


TIMELY_OR_NONE = [
    (TIME, "残疾人补贴发放及时率", "≥98.00(%)"),
    (TIME, "路灯故障修复时间", "≤24.00(小时)"),
    (TIME, "完成中小学操场翻新", "2026年8月底前"),
    (QUANTITY, "护理员培训天数", "≥10.00(天)"),
    (QUANTITY, "水文站稳定运行天数", "≥365.00(天)"),
    (QUANTITY, "社区托管服务时长", "≥2000.00(小时)"),
    (QUANTITY, "法治宣讲课时", "≥40.00(课时)"),
    (QUANTITY, "按时完成的鉴定报告份数", "≥5.00(份)"),
    (QUANTITY, "按期完成", "≥5.00(份)"),
    (QUANTITY, "文化节举办时间", "≥3.00(天)"),
    (QUANTITY, "展览开展时间", "30天"),
    (QUANTITY, "设备维修时间", "≥300.00(小时)"),
    (QUANTITY, "工程完成进度", "≥80.00(%)"),
    (QUALITY, "防汛信息报送及时准确率", "≥98.00(%)"),
    (QUALITY, "财务核算准确性、及时性", "=100(%)"),
    (QUALITY, "门户网站平均响应时间", "≤3.00(秒)"),
    (QUALITY, "消防设备质保期限内完好率", "=100.00(%)"),
    (QUALITY, "机床工时效率", "≥90.00(%)"),
    (QUALITY, "及时雨专项行动覆盖率", "≥90.00(%)"),
    (SOCIAL, "病人平均候诊时间", "≤15.00(分钟)"),
    (SOCIAL, "隧道平均通行时间", "≤8.00(分钟)"),
    (SOCIAL, "企业开办审批时间", "≤1.00(天)"),
    (SOCIAL, "博士生按时毕业率", "≥70.00(%)"),
    (SOCIAL, "助学贷款按期还款率", "≥95.00(%)"),
    (LASTING, "路面使用年限", "≥10.00(年)"),
    (LASTING, "平台服务期限", "2026年12月底"),
    (LASTING, "长效机制维持时效", "≥3年"),
    (SOCIAL, "保障范围", "2026年1月至12月"),
    ("社会成本指标", "断水后应急响应时间", "≤4.00(小时)"),
    ("社会成本指标", "施工中断交通时间", "≤4.00(小时)"),
]


@pytest.mark.parametrize(("level2", "name", "target"), TIMELY_OR_NONE)
def test_what_is_no_misfiled_timeliness(level2: str, name: str, target: str) -> None:
    assert [result.rule.code for result in run(row(level2, name, target))] == []


TIMELESS = [
    ("新增养老床位数", "≥200.00(张)"),
    ("参加普法培训人数", "50"),
    ("服务残疾人人次", "≥500.00(人次)"),
    ("巡回审判场次", "≥20.00(场)"),
    ("改厕户数", "≥300(户)"),
    ("退耕还林面积", "≥1200(亩)"),
    ("旅游总收入", "≥3000.00(万元)"),
    ("公共自行车使用率", "≥70.00(%)"),
    ("医保政策知晓率", "较上年有所上升"),
    ("垃圾分类覆盖率", "≥90.00(%)"),
    ("疫苗抽检合格率", "≥99.00(%)"),
    ("供水压力稳定性", "≥98.00(%)"),
    ("农产品销量增长率", "≥5.00(%)"),
]


@pytest.mark.parametrize(("name", "target"), TIMELESS)
def test_what_has_nothing_to_do_with_time_is_reported(name: str, target: str) -> None:
    results = run(row(TIME, name, target))
    assert [result.rule.code for result in results] == ["CAT002"]


TIMELY = [
    ("渠道清淤完成率", "=100.00(%)"),
    ("预算执行率", "≥95.00(%)"),
    ("资金到位率", "=100(%)"),
    ("课题结项率", "≥90(%)"),
    ("低保金发放率", "=100(%)"),
    ("河道巡查次数", "每月 2 次"),
    ("河道巡查次数", "≥2.00(次/月)"),
    ("水质监测频次", "≥12.00(次)"),
    ("设备质保", "3年"),
    ("服务天数", "≥180.00(天)"),
    ("林木抚育", "1-12月"),
    ("绿化养护完成进度", "≥80(%)"),
    ("24小时热线接通率", "≥95.00(%)"),
    ("年底前新增床位数量", "≥200.00(张)"),
    ("法定审限内结案率", "≥95.00(%)"),
    ("资格有效", "3年"),
    ("政策知晓率", "2026年12月底前达到 90%"),
    ("粮食储备体系", "=100(%)"),
    ("新增床位数", ""),
]


@pytest.mark.parametrize(("name", "target"), TIMELY)
def test_what_may_stand_under_timeliness(name: str, target: str) -> None:
    assert run(row(TIME, name, target)) == []


@pytest.mark.parametrize(
    ("level2", "name", "target"),
    [
        (SOCIAL, "移民安置户满意度", "≥90.00(%)"),
        (QUALITY, "护工培训满意率", "≥95.00(%)"),
        (TIME, "参观者满意程度", "≥90.00(%)"),
        (QUANTITY, "师生满意", "≥90.00(%)"),
        (LASTING, "提升旅客满意度", "有效提升"),
        (COST, "渔民满意度", "≥85％"),
    ],
)
def test_satisfaction_elsewhere_is_reported(level2: str, name: str, target: str) -> None:
    results = run(row(level2, name, target))
    assert [result.rule.code for result in results] == ["CAT003"]


@pytest.mark.parametrize(
    ("level2", "name", "target"),
    [
        (SATISFACTION, "移民安置户满意度", "≥90.00(%)"),
        (SOCIAL, "建设人民满意的政府", "持续推进"),
        (SOCIAL, "让群众满意", "持续推进"),
        (SOCIAL, "群众获得感", "≥90.00(%)"),
        (QUALITY, "满意度调查覆盖率", "≥90.00(%)"),
    ],
)
def test_what_is_no_misfiled_satisfaction(level2: str, name: str, target: str) -> None:
    assert run(row(level2, name, target)) == []


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("挂号自助机使用率", "≥80.00(%)"),
        ("危房改造完成率", "=100.00(%)"),
        ("道路工程验收合格率", "=100.00(%)"),
        ("惠农政策知晓率", "≥85.00(%)"),
        ("受训护士人数", "≥300.00(人)"),
        ("新增绿地面积", "≥3000.00(平方米)"),
        ("农民收入增长率", "≥5.00(%)"),
        ("学报影响因子", "1.2 以上"),
    ],
)
def test_what_is_no_opinion_is_reported_under_satisfaction(name: str, target: str) -> None:
    results = run(row(SATISFACTION, name, target))
    assert [result.rule.code for result in results] == ["CAT004"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("服务对象", "≥90.00(%)"),
        ("学生家长", "≥95(%)"),
        ("干警", "满意"),
        ("社会认可度", "≥90.00(%)"),
        ("用户好评率", "≥95.00(%)"),
        ("群众幸福感", "显著增强"),
        ("提升群众安全感", "≥90%"),
        ("家长支持率", "≥90(%)"),
        ("游客投诉次数", "≤3.00(次)"),
        ("投诉办结率", "=100.00(%)"),
        ("政风行风测评得分", "≥90.00(分)"),
        ("满意度调查问卷份数", "≥200.00(份)"),
        ("受训护士人数", ""),
        ("客户续约率", "≥80.00(%)"),
        ("读者推荐率", "≥60.00(%)"),
        ("服务人数", "≥95.00(%)"),
        ("出版质量", "达到读者期望"),
    ],
)
def test_what_may_stand_under_satisfaction(name: str, target: str) -> None:
    assert run(row(SATISFACTION, name, target)) == []


OLDER = (
    ("产出指标", "数量指标", "购置图书册数", "≥2000(册)"),
    ("产出指标", "质量指标", "图书验收合格率", "=100(%)"),
    ("产出指标", "时效指标", "购置完成时间", "2024年10月底前"),
    ("产出指标", "成本指标", "购置成本", "≤8(万元)"),
    ("效益指标", "社会效益指标", "新增读者", "≥300(人)"),
    ("效益指标", "社会公众或服务对象满意度指标", "读者满意度", "≥90(%)"),
)


def test_older_forms_are_right_with_cost_among_outputs_and_satisfaction_among_benefits() -> None:
    assert run(tree(*OLDER)) == []


def test_in_an_older_form_a_time_under_cost_is_reported() -> None:
    lines = list(OLDER)
    lines[3] = ("产出指标", "成本指标", "购置完成及时率", "=100(%)")
    (result,) = run(tree(*lines))
    assert result.rule.code == "CAT001"
    assert "紧挨着的正是“时效指标”" in said(result)


def test_a_fujian_form_is_told_its_own_labels() -> None:
    (result,) = run(
        tree(
            ("产出目标", "数量目标", "造林面积", "≥500(亩)"),
            ("产出目标", "质量目标", "造林验收及时率", "≥95(%)"),
            ("效益目标", "社会效益目标", "护林员人数", "≥20(人)"),
        )
    )
    (fix,) = result.finding.fixes
    assert isinstance(fix.edits[0], Move)
    assert (fix.edits[0].level1, fix.edits[0].level2) == ("产出目标", "时效目标")


def test_a_category_of_unknown_kind_is_left_alone() -> None:
    lines = (
        ("实施效果指标", "产出指标", "水库除险加固及时率", "=100(%)"),
        ("过程管理指标", "计划管理指标", "计划下达及时率", "=100(%)"),
    )
    assert run(tree(*lines)) == []


def test_a_row_in_the_middle_is_no_slipped_label() -> None:
    (result,) = run(
        tree(
            ("产出指标", "时效指标", "清淤完成及时率", "=100(%)"),
            ("效益指标", "社会效益指标", "受益农户户数", "≥50(户)"),
            ("效益指标", "社会效益指标", "渠道报修处理及时率", "=100(%)"),
            ("效益指标", "社会效益指标", "新增灌溉面积", "≥90(亩)"),
        )
    )
    assert result.rule.code == "CAT001"
    assert "错了一行" not in said(result)


def test_rows_astray_at_the_border_name_the_category_beside() -> None:
    results = run(
        tree(
            ("产出指标", "时效指标", "清淤完成及时率", "=100(%)"),
            ("产出指标", "时效指标", "水电站利用率", "≥80(%)"),
            ("产出指标", "时效指标", "节水政策知晓率", "≥80(%)"),
            ("效益指标", "社会效益指标", "受益农户户数", "≥50(户)"),
        )
    )
    assert [result.rule.code for result in results] == ["CAT002", "CAT002"]
    assert all("紧挨着的正是“社会效益指标”" in said(result) for result in results)


@pytest.mark.parametrize(
    ("level1", "level2", "label"),
    [
        ("效益指标", "时效指标", "时效指标"),
        ("效益指标", "数量指标", "数量指标"),
        ("产出指标", "社会效益指标", "社会效益指标"),
        ("满意度指标", "质量指标", "质量指标"),
        ("成本指标", "时效指标", "时效指标"),
        ("产出指标", "成本指标", "成本指标"),
        ("产出指标", "经济成本指标", "经济成本指标"),
        ("产出指标", "数量指标标", "数量指标标"),
        ("产出指标", "貭量指标", "貭量指标"),
        ("效益指标", "社会效宜指标", "社会效宜指标"),
        ("产出指标", "行政指标", "行政指标"),
        ("产山指标", "数量指标", "产山指标"),
    ],
)
def test_a_label_that_the_form_lacks_there_is_one_finding(level1: str, level2: str, label: str) -> None:
    text = tree(
        ("成本指标", "经济成本指标", "每公里清淤成本", "≤800(元/公里)"),
        ("效益指标", "社会效益指标", "受益农户", "≥50(户)"),
    )
    extra = f"  {level1}:\n    {level2}:\n      清淤及时率: =100(%)\n      服务满意度: ≥90(%)\n"
    if level1 in ("成本指标", "效益指标"):
        text = text.replace(f"  {level1}:\n", extra)
    else:
        text += extra
    (result,) = [each for each in run(text) if each.rule.code == "CAT008"]
    start, end = result.span
    assert result.file.source.text[start:end] == label
    if level1 != "产山指标":
        assert [each.rule.code for each in run(text)] == ["CAT008"]


@pytest.mark.parametrize(
    ("level1", "level2"),
    [
        ("产出指标", "1.数量指标"),
        ("产出指标", "数量"),
        ("产出指标", "产出数量"),
        ("产出指标", "时效指标（工期指标）"),
        ("项目产出", "产出质量"),
        ("预期产出指标", "时效"),
        ("效益指标", "社会效益"),
        ("效益指标", "社会效益 指标"),
        ("效益指标", "环境效益"),
        ("项目效益", "生态环境效益指标"),
        ("项目效果", "可持续影响"),
        ("效益指标", "服务对象满意度指标"),
        ("效益指标", "社会、经济、生态效益指标"),
        ("满意度指标", "满意度"),
        ("满意度", "服务对象满意度"),
        ("成本指标", "经济成本"),
        ("成本指标", "成本指标"),
        ("成本指标", "生态成本指标"),
        ("产出指标", "产出指标"),
        ("预算管理", "财务管理"),
        ("产出指标", "资金管理"),
    ],
)
def test_other_wordings_are_understood(level1: str, level2: str) -> None:
    text = tree(
        ("产出指标", "质量指标", "水质达标率", "≥95(%)"), ("效益指标", "经济效益指标", "增收", "≥5(万元)")
    )
    extra = f"    {level2}:\n      供水任务: 完成\n"
    known = f"  {level1}:\n"
    text = text.replace(known, known + extra) if known in text else text + known + extra
    assert run(text) == []


def test_a_form_without_any_known_level_1_is_another_form() -> None:
    rows = tree(("甲类", "一般", "巡河完成及时率", "=100(%)"), ("乙类", "重点", "巡河次数", "≥4(次)"))
    assert run(f"{WHOLE}\n{rows}") == []


def test_a_level_2_in_the_place_of_a_level_1_is_said_once() -> None:
    text = complete(
        "绩效指标:\n  数量指标:\n    巡河次数: ≥4(次)\n  效益指标:\n    社会效益指标:\n      受益: ≥5(户)\n"
    )
    report = check_files([("1.yaml", text.encode())], (*RULES, schema_violation.check), Settings())
    assert [result.rule.code for result in report.results] == ["SYN002"]
