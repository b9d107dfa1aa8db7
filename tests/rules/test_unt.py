"""UNT: units of measure, on rows from many administrations."""

import pytest

from declint.rules.unt import (
    head_count_or_attendance,
    per_unit_missing,
    unit_contradicts_name,
    unit_differs,
    unit_missing,
)
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES = (
    unit_contradicts_name.check,
    per_unit_missing.check,
    head_count_or_attendance.check,
    unit_differs.check,
    unit_missing.check,
)


def run(*fragments: str) -> list[Result]:
    files = [(f"{number}.yaml", complete(text).encode()) for number, text in enumerate(fragments)]
    report = check_files(files, RULES, Settings())
    assert not report.crashed
    return report.results


def row(name: str, target: str, level2: str = "数量指标", level1: str = "产出指标") -> str:
    return f"绩效指标:\n  {level1}:\n    {level2}:\n      {name}: {target}\n"


def codes(*fragments: str) -> list[str]:
    return [each.rule.code for each in run(*fragments)]


def evidence(result: Result) -> str:
    start, end = result.span
    return result.file.source.text[start:end]


CONTRADICTIONS = [
    ("公众号推文点击率", "≥30000.00(次)", "次"),
    ("林木成活率", "≥95.00(株)", "株"),
    ("疫苗接种率", "≥90（人）", "人"),
    ("政策知晓率", "≥90个", "个"),
    ("预算执行率", "≥95.00(万元)", "万元"),
    ("投诉办结率", "=100.00(件)", "件"),
    ("路灯亮灯率", "≥98(盏)", "盏"),
    ("投诉率", "≤3.00(次)", "次"),
    ("女性参赛选手占比", "≥40.00(人)", "人"),
    ("报修处理及时率", "≤2.00(小时)", "小时"),
    ("供水用户满意度", "≥90.00(次)", "次"),
    ("业务办理及时性", "=100.00(家)", "家"),
    ("故障响应时间", "≤2.00(次)", "次"),
    ("草原围栏改良面积", "≥30.00(家)", "家"),
    ("校舍维修面积", "≥3000.00(米)", "米"),
    ("村道硬化里程", "≥12.00(个)", "个"),
    ("排水管网长度", "≥12000.00(平方米)", "平方米"),
    ("法官培训天数", "≥5.00(场)", "场"),
    ("空气质量优良天数", "≥85.00(%)", "%"),
    ("乡村教师培训人数", "=100.00(%)", "%"),
    ("志愿者人数", "≥20.00(场)", "场"),
    ("义诊服务人次", "≥500.00(万元)", "万元"),
    ("文艺演出场次", "≥90.00(%)", "%"),
    ("文艺演出场次", "≥500.00(人)", "人"),
    ("公交补贴户数", "≥500.00(元)", "元"),
    ("扶持企业数", "≥20.00(场)", "场"),
    ("机器设备购置数量", "=100.00(%)", "%"),
    ("图书册数", "≥5000.00(元)", "元"),
    ("消防安全培训课时", "≥30.00(人)", "人"),
    ("巡逻防控次数", "≥30.00(平方米)", "平方米"),
]
FITTING = [
    ("法定传染病发病率", "≤220.00(例/10万人)"),
    ("传染病发病率", "≤2.50(人/万人)"),
    ("人口自然增长率", "≤5.00(‰)"),
    ("失业率", "≤1.00(个百分点)"),
    ("资产负债率", "≤0.60"),
    ("库存周转率", "≥6.00(次)"),
    ("固定资产投资增长率", "≥1.20(倍)"),
    ("水质监测频率", "≥12.00(次)"),
    ("供水水泵功率", "≥75.00(千瓦)"),
    ("网络下行速率", "≥100.00(Mbps)"),
    ("政务审批效率", "≤3.00(工作日)"),
    ("贷款利率", "≤3.50(%)"),
    ("非遗展演场次", "≥12.00(次)"),
    ("非遗展演场次", "≥12.00(批)"),
    ("非遗展演场次", "≥2.00(场/月)"),
    ("禁毒宣传次数", "≥12.00(期)"),
    ("企业走访次数", "≥300.00(家次)"),
    ("帮扶企业数", "≥12.00(个)"),
    ("帮扶企业数", "≥12.00(户)"),
    ("执法检查天数", "≥30.00(日)"),
    ("森林防火值班天数", "≥120.00(人天)"),
    ("证照办理及时性", "≤24.00(小时)"),
    ("证照办理及时性", "≤3.00(工作日)"),
    ("工程完成时间", "≤100.00(%)"),
    ("会议成本", "≤90.00(%)"),
    ("游客接待人次", "≥3.20(万人次)"),
    ("飞防作业面积", "≥6.50(万亩次)"),
    ("新增就业人数占比", "≥5.00(%)"),
    ("参保人数较上年增长", "≥5.00(%)"),
    ("培训人数及场次", "≥100.00(人)"),
    ("视频点击率（点击次数）", "≥10000.00(次)"),
    ("优质岗位数", "≥50.00(个)"),
    ("居民消费价格指数", "≤103.00(%)"),
    ("群众满意度", "≥4.50(分)"),
    ("古树名木保护数量", "≥30.00(奇怪单位)"),
    ("护林员人数", "=30.00(名)"),
    ("蔬菜供应量", "≥90.00(%)"),
    ("村集体土地流转面积", "≥3.00(宗)"),
    ("受益脱贫户人口数(≥**户)", "≥10户"),
]


@pytest.mark.parametrize(("name", "target", "unit"), CONTRADICTIONS)
def test_contradiction(name: str, target: str, unit: str) -> None:
    (found,) = run(row(name, target))
    assert found.rule.code == "UNT001"
    assert evidence(found) == unit
    for language in ("zh", "en"):
        assert "{" not in found.finding.message.say(language, found.finding.arguments)
        assert "{" not in found.finding.advice.say(language, found.finding.arguments)


@pytest.mark.parametrize(("name", "target"), FITTING)
def test_fitting_unit(name: str, target: str) -> None:
    assert "UNT001" not in codes(row(name, target))


def test_contradiction_in_columns() -> None:
    (found,) = run(row("疫苗接种率", "{指标性质: ≥, 指标值: 90, 度量单位: 人}"))
    assert (found.rule.code, evidence(found)) == ("UNT001", "人")


def test_contradiction_in_the_older_edition() -> None:
    text = row("人均培训成本", "≤260.00(次)", "成本指标") + "    数量指标:\n      演出场次: ≥12.00(场)\n"
    assert codes(text) == ["UNT001"]


def test_social_cost_may_be_counted() -> None:
    assert codes(row("施工扰民投诉社会成本", "≤3.00(次)", "社会成本指标", "成本指标")) == []


def test_a_large_number_is_no_percentage() -> None:
    (found,) = run(row("短视频点击率", "≥30000.00(次)"))
    assert "短视频点击次数" in found.finding.advice.say("zh", found.finding.arguments)
    assert found.finding.fixes == ()


def test_a_certain_unit_is_offered() -> None:
    (found,) = run(row("林木成活率", "≥95.00(株)"))
    assert "≥95.00(%)" in found.finding.advice.say("zh", found.finding.arguments)
    assert len(found.finding.fixes) == 1


@pytest.mark.parametrize(
    ("name", "target", "right"),
    [
        ("护士人均培训成本", "≤400.00(元)", "≤400.00(元/人)"),
        ("低保户均补助标准", "≥0.80(万元)", "≥0.80(万元/户)"),
        ("普法读本每份成本", "≤15元", "≤15元/份"),
        ("信访系统月均运维成本", "≤3000.00(元)", "≤3000.00(元/月)"),
        ("单场惠民演出成本", "≤8000.00(元)", "≤8000.00(元/场)"),
        ("单个监测点位建设费用", "≤5.00(万元)", "≤5.00(万元/个)"),
        ("单家企业诊断成本", "≤5.00(万元)", "≤5.00(万元/家)"),
        ("每公里养护成本", "≤5.00(万元)", "≤5.00(万元/公里)"),
        ("林地单位面积抚育成本", "≤25.00(元)", "≤25.00(元/平方米)"),
    ],
)
def test_per_unit_missing(name: str, target: str, right: str) -> None:
    (found,) = run(row(name, target, "经济成本指标", "成本指标"))
    assert found.rule.code == "UNT002"
    assert right in found.finding.advice.say("zh", found.finding.arguments)


def test_per_unit_of_something_unsaid() -> None:
    (found,) = run(row("桥梁检测平均成本", "≤4000.00(元)", "经济成本指标", "成本指标"))
    assert (found.rule.code, found.finding.fixes) == ("UNT002", ())


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("护士人均培训成本", "≤400.00(元/人·天)"),
        ("护士人均培训成本（元/人）", "≤400.00(元)"),
        ("防汛物资采购成本", "≤40.00(万元)"),
        ("事业单位运转成本", "≤40.00(万元)"),
        ("各单位培训费用", "≤40.00(万元)"),
        ("每年运行成本", "≤40.00(万元)"),
        ("人均培训总成本", "≤40.00(万元)"),
        ("农村居民人均可支配收入", "≥26000.00(元)"),
        ("人均公园绿地面积", "≥14.00(平方米)"),
    ],
)
def test_no_per_unit_missing(name: str, target: str) -> None:
    assert "UNT002" not in codes(row(name, target, "经济成本指标", "成本指标"))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("防溺水讲座参加人数", "≥600.00(人次)"),
        ("博物馆参观人数", "≥3.50(万人次)"),
        ("养老上门服务人次", "≥600.00(人)"),
        ("义诊服务人次数", "≥600名"),
    ],
)
def test_heads_and_attendances(name: str, target: str) -> None:
    assert codes(row(name, target)) == ["UNT003"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("防溺水讲座参加人数", "≥600.00(人)"),
        ("防溺水讲座参加人次", "≥600.00(人次)"),
        ("讲座参加人数（人次）", "≥600.00(人次)"),
        ("讲座参加人数/人次", "≥600.00(人次)"),
        ("核酸检测人数", "≥600.00(例)"),
    ],
)
def test_heads_as_heads(name: str, target: str) -> None:
    assert codes(row(name, target)) == []


def cost(project: str, name: str, target: str, unit: str = "示例市图书馆") -> str:
    head = f"项目名称: {project}\n实施单位: {unit}\n"
    return head + row(name, target, "经济成本指标", "成本指标")


def test_the_odd_one_is_told_with_all_the_others() -> None:
    found = run(
        cost("甲", "各类会议人均成本", "≤210.00(元/人)"),
        cost("乙", "会议人均成本", "≤210.00(元/人次)"),
        cost("丙", "人均会议成本", "≤210.00(元/人)"),
        cost("丁", "各项会议人均成本", "≤30.00(元/人)"),
    )
    assert [(each.rule.code, each.file.path) for each in found] == [("UNT004", "1.yaml")]
    assert {related.path for related in found[0].finding.related} == {"0.yaml", "2.yaml", "3.yaml"}


def test_without_a_majority_the_first_is_usual() -> None:
    found = run(cost("甲", "人均会议成本", "≤210.00(元/人)"), cost("乙", "人均会议成本", "≤210.00(元/人次)"))
    assert [(each.rule.code, each.file.path) for each in found] == [("UNT004", "1.yaml")]


def test_rows_that_all_write_plain_money_agree() -> None:
    fragments = [cost(project, "亩均增收", "≥100.00(元)") for project in ("良种推广", "农机补贴")]
    assert codes(*fragments) == []


def test_a_missing_denominator_is_not_told_twice() -> None:
    found = run(
        cost("甲", "人均会议成本", "≤210.00(元)"),
        cost("乙", "人均会议成本", "≤210.00(元)"),
        cost("丙", "人均会议成本", "≤210.00(元/人)"),
        cost("丁", "人均会议成本", "≤210.00(元/人次)"),
    )
    assert [(each.rule.code, each.file.path[0]) for each in found] == [
        ("UNT002", "0"),
        ("UNT002", "1"),
        ("UNT004", "3"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("人均会议成本", "≤0.02(万元/人)"), ("人均会议成本", "≤210.00(元/人)")),
        (("村道养护里程", "≥12.00(公里)"), ("村道养护里程", "≥900.00(米)")),
        (("受助企业数", "≥12.00(家)"), ("受助企业数", "≥12.00(个)")),
        (("惠民演出场次", "≥12.00(场)"), ("惠民演出场次", "≥12.00(次)")),
        (("物资采购数量", "≥12.00(吨)"), ("物资采购数量", "≥12.00(件)")),
        (("维修及时性", "=100.00(%)"), ("维修及时性", "≤24.00(小时)")),
        (("公众满意度", "≥90.00(%)"), ("公众满意度", "≥4.50(分)")),
    ],
)
def test_units_that_agree_or_may_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert codes(cost("甲", *one), cost("乙", *other)) == []


def test_another_units_declarations_are_not_compared() -> None:
    assert (
        codes(
            cost("甲", "人均会议成本", "≤210.00(元/人)", "示例市博物馆"),
            cost("乙", "人均会议成本", "≤210.00(元/人次)", "示例市图书馆"),
        )
        == []
    )


def test_near_variants_of_a_unit_are_compared() -> None:
    assert codes(
        cost("甲", "人均会议成本", "≤210.00(元/人)", "示例市公共就业服务中心"),
        cost("乙", "人均会议成本", "≤210.00(元/人次)", "示例市公共就业服各中心"),
    ) == ["UNT004"]


def test_within_one_declaration() -> None:
    text = row("惠农宣讲覆盖家数", "≥12.00(家)") + "      惠农宣讲覆盖家数 : ≥12.00(家次)\n"
    assert codes(text) == ["UNT004"]


@pytest.mark.parametrize(
    ("name", "target", "right"),
    [
        ("农房验收合格率", "=100", "=100.00(%)"),
        ("居民满意度", "≥90.00", "≥90.00(%)"),
        ("帮扶企业数", "≥25.00", "≥25.00(家)"),
        ("职业技能培训人数", "≥500", "≥500.00(人)"),
        ("绿化养护面积", "≥3000", "≥3000.00(平方米)"),
        ("法律援助接待次数", "≥30", "≥30.00(次)"),
        ("护士人均培训成本", "≤400", "≤400.00(元/人)"),
        ("故障响应时间", "≤15", "≤15.00(小时)"),
        ("流动党校", "≥4.00", "≥4.00(个)"),
        ("家长学校开班", "≥4.00", "≥4.00(个)"),
    ],
)
def test_unit_missing(name: str, target: str, right: str) -> None:
    (found,) = run(row(name, target))
    assert found.rule.code == "UNT005"
    assert right in found.finding.advice.say("zh", found.finding.arguments)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("项目投资额（万元）", "≥80"),
        ("葡萄成活率(≥**%)", "≥85"),
        ("续建泵站个数", "≥3"),
        ("每百万人口药品不良反应报告数", "≥150"),
        ("公益讲座参加人数（单位：人次）", "≥80"),
        ("公益讲座参训人次", "≥80"),
        ("绩效评价得分", "≥90"),
        ("居民消费价格指数", "≤103"),
        ("水体pH", "≤8.5"),
        ("生师比", "≤18"),
        ("应急响应等级", "=2"),
        ("数据标准年份", "2026"),
        ("重大安全事故发生次数", "=0"),
        ("容积率", "≤2.5"),
        ("资产负债率", "≤0.6"),
        ("行道树补植数量", "≥300.00(株)"),
        ("古井修缮数量", "≥3.00(眼)"),
        ("古树认养数量", "≥3.00(没见过)"),
    ],
)
def test_no_unit_missing(name: str, target: str) -> None:
    assert codes(row(name, target)) == []


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("≥500.00(人/次)", "≥500.00(人次)"),
        ("≥500人/次", "≥500人次"),
        ("≥500.00（人／次）", "≥500.00（人次）"),
    ],
)
def test_malformed_unit(target: str, right: str) -> None:
    (found,) = run(row("渔民培训人次", target))
    assert found.rule.code == "UNT005"
    assert right in found.finding.advice.say("zh", found.finding.arguments)
    assert found.finding.fixes[0].safety.value == "safe"


def test_malformed_unit_in_a_column() -> None:
    (found,) = run(row("设备完好率", "{指标性质: ≥, 指标值: 90, 度量单位: 百分比}"))
    assert (found.rule.code, evidence(found)) == ("UNT005", "百分比")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年开展禁毒宣传不少于 20 次/场。", ["20 次/场"]),
        ("培训护林员 500人/次，巡护 30 车/次。", ["500人/次", "30 车/次"]),
        ("慰问困难职工一百人/次。", ["一百人/次"]),
        ("培训成本不超过 260 元/人/次。", []),
        ("每场培训不超过 50 人/次。", []),
        ("平均参会 50 人/次。", []),
        ("培训护林员 500 人次。", []),
        ("运费 30 元/车次。", []),
    ],
)
def test_malformed_units_in_the_goals(text: str, expected: list[str]) -> None:
    found = run(f"绩效目标:\n  年度总体目标: |\n    {text}\n")
    assert [evidence(each) for each in found] == expected
    assert {each.rule.code for each in found} <= {"UNT005"}
