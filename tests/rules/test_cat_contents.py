"""CAT005, 006, 007, 009 and 010: what the categories hold, on rows from many administrations."""

import pytest

from declint.rules.cat import (
    category_missing,
    cost_misfiled,
    count_under_quality,
    output_among_benefits,
    rate_under_quantity,
)
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES = (
    rate_under_quantity.check,
    count_under_quality.check,
    cost_misfiled.check,
    category_missing.check,
    output_among_benefits.check,
)


def run(text: str) -> list[Result]:
    report = check_files([("a.yaml", complete(text).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


def codes(text: str) -> list[str]:
    return [each.rule.code for each in run(text)]


def row(name: str, target: str, level2: str = "数量指标", level1: str = "产出指标") -> str:
    return f"绩效指标:\n  {level1}:\n    {level2}:\n      {name}: {target}\n"


def evidence(result: Result) -> str:
    start, end = result.span
    return result.file.source.text[start:end]


def spoken(result: Result) -> str:
    finding = result.finding
    said = [
        words.say(language, finding.arguments)
        for language in ("zh", "en")
        for words in (finding.message, finding.advice, *(each.words for each in finding.related))
    ]
    assert not any("{" in each for each in said)
    return "\n".join(said)


OLD_FORM = """\
绩效指标:
  产出指标:
    数量指标:
      巡河里程: ≥120.00(公里)
    质量指标:
      河道保洁达标率: ≥95.00(%)
    时效指标:
      保洁及时率: ≥95.00(%)
    成本指标:
      {name}: {target}
  效益指标:
    社会效益指标:
      河道投诉次数: ≤5.00(次)
  满意度指标:
    服务对象满意度指标:
      沿河居民满意度: ≥90.00(%)
"""


# CAT005


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("农村饮水工程完工率", "=100.00(%)"),
        ("疫苗接种覆盖率", "≥90%"),
        ("刑事案件结案率", "不低于 95%"),
        ("女性学员占比", "≥30.00(%)"),
        ("公共停车泊位增长率", "≥5.00(%)"),
        ("古籍修复完成率", "＝１００％"),
        ("林木成活率（≥**%）", "≥85"),
        ("排涝泵站改造", "=60.00(%)"),
        ("智慧法院建设任务", "100%"),
        ("校服抽检合格率", "{指标性质: ≥, 指标值: 95, 度量单位: '%'}"),
    ],
)
def test_rate_under_quantity(name: str, target: str) -> None:
    (found,) = run(row(name, target))
    assert (found.rule.code, evidence(found)) == ("CAT005", name)
    assert name in spoken(found)


def test_a_rate_is_shown_its_place_and_a_count() -> None:
    (found,) = run(row("校服抽检合格率", "≥95.00(%)"))
    assert "质量指标" in spoken(found)
    (found,) = run(row("农村饮水工程完工率", "=100.00(%)"))
    assert "农村饮水工程数量: " in spoken(found)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("古籍修复册数", "≥120.00(册)"),
        ("水质巡测频率", "≥4.00(次/月)"),
        ("泵站装机功率", "≥75.00(千瓦)"),
        ("学员满意度", "≥90.00(%)"),
        ("救护车派车及时率", "≥95.00(%)"),
        ("乡村教师培训人数", "=100.00(%)"),
        ("林木成活率", ""),
        ("林木成活率", "较高"),
        ("无", "0.00%"),
    ],
)
def test_no_rate_under_quantity(name: str, target: str) -> None:
    assert "CAT005" not in codes(row(name, target))


def test_rates_elsewhere_are_in_place() -> None:
    assert codes(row("校服抽检合格率", "≥95.00(%)", "质量指标")) == []


# CAT006


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("禁毒宣传场次", "≥10.00(场)"),
        ("村医轮训人数", "≥300.00(人)"),
        ("冷库建设座数", "=3.00(座)"),
        ("河道清淤长度", "≥12.00(公里)"),
        ("校舍粉刷面积", "≥3000平方米"),
        ("法官集训天数", "≥5.00(天)"),
        ("图书编目", "≥2000.00(册)"),
        ("走访农户户数", "{指标性质: ≥, 指标值: 200, 度量单位: 户}"),
    ],
)
def test_count_under_quality(name: str, target: str) -> None:
    (found,) = run(row(name, target, "质量指标"))
    assert (found.rule.code, evidence(found)) == ("CAT006", name)
    assert "数量指标" in spoken(found)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("专题会通过议题数量", "≥12.00(个)"),
        ("非遗作品获奖数", "≥3.00(件)"),
        ("合格校车数量", "≥30.00(辆)"),
        ("优质课例数", "≥30.00(节)"),
        ("发明专利数", "≥3.00(件)"),
        ("论文被引用次数", "≥30.00(次)"),
        ("入选传统村落数", "≥2.00(个)"),
        ("省级示范社数量", "≥2.00(家)"),
        ("停水次数", "≤2.00(次)"),
        ("安全事故起数", "=0.00(起)"),
        ("庭审差错次数", "=1.00(次)"),
        ("群众投诉件数", "≥1.00(件)"),
        ("平均每校图书册数", "≥3000.00(册)"),
        ("人均借阅册数", "≥3.00(册)"),
        ("单场演出观众人数", "≥300.00(人)"),
        ("村卫生室诊疗人数", "≥3.00(人/天)"),
        ("沥青面层厚度", "≥8.00(厘米)"),
        ("饮水氟化物浓度", "≤1.00(mg/L)"),
        ("摄像机分辨率", "≥400.00(万像素)"),
        ("绩效考核得分", "≥90.00(分)"),
        ("检验资质有效天数", "≥365.00(天)"),
        ("空气质量优良天数", "≥300.00(天)"),
        ("堤防防洪等级", "=2.00(级)"),
        ("校舍加固质量", "达到验收标准"),
        ("冷库建设座数", ""),
    ],
)
def test_no_count_under_quality(name: str, target: str) -> None:
    assert "CAT006" not in codes(row(name, target, "质量指标"))


# CAT007


@pytest.mark.parametrize(
    ("name", "target", "level2", "level1"),
    [
        ("农村公路养护成本", "≤5.00(万元/公里)", "数量指标", "产出指标"),
        ("病理切片采购单价", "≤12元/片", "质量指标", "产出指标"),
        ("幼儿园新建工程造价", "=3200.00(元/平方米)", "数量指标", "产出指标"),
        ("法律援助办案费用", "1500元/件", "时效指标", "产出指标"),
        ("图书采购总成本", "≤40.00(万元)", "经济效益指标", "效益指标"),
        ("护林员人均装备成本", "{指标性质: ≤, 指标值: 800, 度量单位: 元/人}", "质量指标", "产出指标"),
    ],
)
def test_cost_outside(name: str, target: str, level2: str, level1: str) -> None:
    (found,) = run(row(name, target, level2, level1))
    assert (found.rule.code, evidence(found)) == ("CAT007", name)
    assert "成本指标 / 经济成本指标" in spoken(found)


def test_cost_outside_in_the_older_edition() -> None:
    text = OLD_FORM.format(name="保洁总成本", target="≤40.00(万元)")
    text = text.replace("      河道投诉次数", "      单公里保洁成本: ≤3000.00(元/公里)\n      河道投诉次数")
    (found,) = run(text)
    assert (found.rule.code, evidence(found)) == ("CAT007", "单公里保洁成本")
    assert "产出指标 / 成本指标" in spoken(found)


@pytest.mark.parametrize(
    ("name", "target", "level2", "level1"),
    [
        ("节约用电成本", "≥30.00(万元)", "经济效益指标", "效益指标"),
        ("降低物流费用", "≤30.00(万元)", "经济效益指标", "效益指标"),
        ("企业融资成本", "≤4.50(万元)", "经济效益指标", "效益指标"),
        ("企业开办费用", "≤200.00(元)", "社会效益指标", "效益指标"),
        ("次均门诊费用", "≤260.00(元)", "社会效益指标", "效益指标"),
        ("农户亩均生产成本", "≤400.00(元)", "经济效益指标", "效益指标"),
        ("蔬菜零售均价", "≤4.00(元)", "社会效益指标", "效益指标"),
        ("全社会研发经费支出", "120亿元", "经济效益指标", "效益指标"),
        ("旅游综合收入", "≥30.00(亿元)", "经济效益指标", "效益指标"),
        ("带动民间投资额", "≥30.00(亿元)", "数量指标", "产出指标"),
        ("临时救助标准", "≥800.00(元)", "质量指标", "产出指标"),
        ("困难学生资助标准", "=1000.00(元/学期)", "数量指标", "产出指标"),
        ("医院成本核算完成率", "=100.00(%)", "质量指标", "产出指标"),
        ("设备采购成本控制率", "≤100.00(%)", "质量指标", "产出指标"),
        ("代缴保险费用", "50.00(万元)", "数量指标", "产出指标"),
        ("工程造价", "控制在概算内", "质量指标", "产出指标"),
    ],
)
def test_no_cost_outside(name: str, target: str, level2: str, level1: str) -> None:
    assert "CAT007" not in codes(row(name, target, level2, level1))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("禁毒宣传场次", "≥10.00(场)"),
        ("村医轮训人数", "=300.00(人)"),
        ("涉及乡镇数量", "8个"),
        ("受益农户户数", "≥2000.00(户)"),
        ("绿化养护面积", "≥3000.00(平方米)"),
        ("村道硬化里程", "≥12.00(公里)"),
        ("参展企业数", "{指标性质: ≥, 指标值: 30, 度量单位: 家}"),
        ("志愿者招募", "≥60.00(名)"),
    ],
)
def test_count_inside_cost(name: str, target: str) -> None:
    for text in (row(name, target, "经济成本指标", "成本指标"), OLD_FORM.format(name=name, target=target)):
        (found,) = run(text)
        assert (found.rule.code, evidence(found)) == ("CAT007", name)
        assert "数量指标" in spoken(found)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("村道养护成本", "≤5.00(万元/公里)"),
        ("孤儿保障标准", "≥1200.00(元/月)"),
        ("征地补偿户数", "=12.00(户)"),
        ("成本控制率", "≤100.00(%)"),
        ("预算执行率", "≥95.00(%)"),
        ("施工人工用量", "≤3.00(工日/亩)"),
        ("编外人员数量", "≤12.00(人)"),
        ("会议次数", "≤6.00(次)"),
        ("公务用车数量", "=3.00(辆)"),
        ("检查差旅费", "470(人/天)"),
        ("设备维修费", "=12.00(次)"),
        ("工程变更次数", "=0.00(次)"),
        ("安全事故起数", "=1.00(起)"),
        ("成本合理性", "合理"),
        ("无", "0"),
    ],
)
def test_no_count_inside_cost(name: str, target: str) -> None:
    for text in (row(name, target, "经济成本指标", "成本指标"), OLD_FORM.format(name=name, target=target)):
        assert "CAT007" not in codes(text)


@pytest.mark.parametrize(
    ("name", "target", "level2"),
    [
        ("施工扰民投诉次数", "≤3.00(次)", "社会成本指标"),
        ("临时封路影响居民户数", "=30.00(户)", "社会成本指标"),
        ("扬尘超标天数", "≤3.00(天)", "生态环境成本指标"),
        ("移栽树木", "=30.00(株)", "生态环境成本指标"),
    ],
)
def test_bad_effects_are_counted(name: str, target: str, level2: str) -> None:
    assert codes(row(name, target, level2, "成本指标")) == []


# CAT009

CATEGORIES = {
    "成本指标": {"经济成本指标": "单座泵站维护成本: ≤6000.00(元/座)"},
    "产出指标": {
        "数量指标": "维护泵站座数: ≥40.00(座)",
        "质量指标": "泵站完好率: ≥95.00(%)",
        "时效指标": "泵站维护及时率: ≥95.00(%)",
    },
    "效益指标": {"社会效益指标": "受益灌溉面积: ≥3000.00(亩)"},
    "满意度指标": {"服务对象满意度指标": "用水户满意度: ≥90.00(%)"},
}


def whole(
    *left_out: str, name: str = "灌区泵站运行", goals: str = "维护泵站 40 座。", year: int = 2026, **rows: str
) -> str:
    lines = [
        "# 整份",
        f"年度: {year}",
        f"项目名称: {name}",
        "绩效目标:",
        f"  年度总体目标: {goals}",
        "绩效指标:",
    ]
    for level1, level2s in CATEGORIES.items():
        kept = {label: rows.get(label, text) for label, text in level2s.items() if label not in left_out}
        if kept and level1 not in left_out:
            lines.append(f"  {level1}:")
            lines.extend(f"    {label}:\n      {text}" for label, text in kept.items())
    return "\n".join(lines) + "\n"


def missing(text: str) -> list[str]:
    found = [result for result in run(text) if result.rule.code == "CAT009"]
    for each in found:
        spoken(each)
    return [str(each.finding.arguments["missing"]) for each in found]


def test_nothing_is_missing() -> None:
    assert codes(whole()) == []


@pytest.mark.parametrize("label", ["数量指标", "质量指标", "时效指标"])
def test_level2_missing(label: str) -> None:
    (found,) = run(whole(label))
    assert (found.rule.code, found.finding.arguments["missing"]) == ("CAT009", label)
    assert evidence(found) == "产出指标"


def test_a_missing_level1_is_said_once() -> None:
    (found,) = run(whole("产出指标"))
    assert (found.finding.arguments["missing"], evidence(found)) == ("产出指标", "绩效指标")


def test_each_missing_category_is_a_finding() -> None:
    assert missing(whole("时效指标", "效益指标")) == ["效益指标", "时效指标"]


def test_empty_rows_are_no_indicators() -> None:
    assert missing(whole(时效指标="无: 无")) == ["时效指标"]
    assert missing(whole(时效指标="不适用: ")) == ["时效指标"]
    assert missing(whole(质量指标="'0': 0.00%")) == ["质量指标"]
    assert missing(whole(社会效益指标="指标1：/: /")) == ["效益指标"]


def test_a_row_without_a_value_is_an_indicator() -> None:
    assert missing(whole(时效指标="泵站维护及时率: ")) == []


def test_misplaced_rows_count_as_present() -> None:
    moved = whole("时效指标").replace(
        "    社会效益指标:", "    时效指标:\n      泵站维护及时率: ≥95.00(%)\n    社会效益指标:"
    )
    assert missing(moved) == []


def test_a_benefit_is_needed_among_the_benefits() -> None:
    text = whole("时效指标", "效益指标") + "  效益指标:\n    时效指标:\n      泵站维护及时率: ≥95.00(%)\n"
    assert missing(text) == ["效益指标"]


def test_rows_that_look_like_the_missing_are_shown() -> None:
    (found,) = run(whole("时效指标", 质量指标="泵站完好率: ≥95.00(%)\n      泵站维护及时率: ≥95.00(%)"))
    assert len(found.finding.related) == 1


def test_a_level2_of_the_forms_own_may_hold_anything() -> None:
    text = whole("产出指标") + "  产出指标:\n    具体指标:\n      维护泵站座数: ≥40.00(座)\n"
    assert missing(text) == []


@pytest.mark.parametrize(
    ("name", "goals"),
    [
        ("乡村医生培训", "举办 6 期。"),
        ("困难职工帮扶", "帮扶 60 人。"),
        ("博物馆免费开放", "开放 300 天。"),
        ("灌区泵站运行", "用水户满意度达到 90% 以上。"),
    ],
)
def test_satisfaction_missing(name: str, goals: str) -> None:
    assert missing(whole("满意度指标", name=name, goals=goals)) == ["满意度指标"]


@pytest.mark.parametrize(
    "name", ["灌区泵站运行", "地方债券还本付息", "学生公寓建设债务化解", "残疾人就业保障金", "机关网络运维"]
)
def test_satisfaction_not_asked(name: str) -> None:
    assert missing(whole("满意度指标", name=name)) == []


def test_satisfaction_among_the_benefits() -> None:
    text = whole("满意度指标", name="乡村医生培训", year=2020).replace(
        "    社会效益指标:", "    服务对象满意度指标:\n      学员满意度: ≥90.00(%)\n    社会效益指标:"
    )
    assert missing(text) == []


@pytest.mark.parametrize("name", ["中心小学教学楼加固", "县医院设备购置", "市政道路大修"])
def test_cost_missing(name: str) -> None:
    assert missing(whole("成本指标", name=name)) == ["成本指标"]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("灌区泵站运行", 2026),
        ("农机购置补贴", 2026),
        ("政府采购监管", 2026),
        ("市政道路大修", 2020),
    ],
)
def test_cost_not_asked(name: str, year: int) -> None:
    assert missing(whole("成本指标", name=name, year=year)) == []


def test_local_forms_and_empty_forms_are_passed_over() -> None:
    head = "# 整份\n年度: 2026\n项目名称: 乡村医生培训\n绩效指标:\n"
    assert missing(head + "  投入目标:\n    财务管理:\n      资金到位率: =100.00(%)\n") == []
    assert missing(head + "  履职情况:\n    具体工作:\n      巡查次数: ≥12.00(次)\n") == []
    assert missing(head + "  产出指标:\n    数量指标:\n") == []
    assert missing(head) == []


def test_local_labels_are_understood() -> None:
    text = """\
# 整份
年度: 2021
项目名称: 泵站运行
绩效指标:
  项目完成指标:
    数量指标:
      维护泵站座数: ≥40.00(座)
"""
    assert missing(text) == ["项目效益指标"]


# CAT010


@pytest.mark.parametrize(
    ("name", "target", "level2", "better"),
    [
        ("防洪调度方案合理性", "合理可行", "社会效益指标", "质量指标"),
        ("水资源调研报告完整性", "=100.00(%)", "社会效益指标", "质量指标"),
        ("排水管网工程质量合格率", "=100.00(%)", "生态效益指标", "质量指标"),
        ("护士规范化培训完成率", "≥95.00(%)", "可持续影响指标", "质量指标"),
        ("校长研修班到课率", "≥95%", "社会效益指标", "质量指标"),
        ("禁毒宣传活动场次", "≥12.00(场)", "社会效益指标", "数量指标"),
        ("食品安全抽检批次", "≥300.00(批次)", "社会效益指标", "数量指标"),
        ("护林员培训人次", "≥300.00(人次)", "社会效益指标", "数量指标"),
        ("水情分析报告", "≥12.00(份)", "经济效益指标", "数量指标"),
        ("普法讲座期数", "{指标性质: ≥, 指标值: 12, 度量单位: 期}", "社会效益指标", "数量指标"),
        ("非遗传承氛围", "举办 5 场非遗展演", "社会效益指标", "数量指标"),
        ("最美护士", "评选出 20 名最美护士", "社会效益指标", "数量指标"),
    ],
)
def test_output_among_benefits(name: str, target: str, level2: str, better: str) -> None:
    (found,) = run(row(name, target, level2, "效益指标"))
    assert (found.rule.code, evidence(found)) == ("CAT010", name)
    assert better in spoken(found)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("带动就业人数", "≥300.00(人)"),
        ("受益农户户数", "≥2000.00(户)"),
        ("医保政策知晓率", "≥90.00(%)"),
        ("义务教育巩固率", "≥95.00(%)"),
        ("学生出勤率", "≥95.00(%)"),
        ("农产品质量合格率", "≥98.00(%)"),
        ("规上企业开工率", "≥90.00(%)"),
        ("减排目标任务完成率", "=100.00(%)"),
        ("困难学生完成学业率", "=100.00(%)"),
        ("景区接待游客人次", "≥30.00(万人次)"),
        ("博物馆展览参观人次", "≥30.00(万人次)"),
        ("火灾事故次数", "≤2.00(次)"),
        ("普法短视频播放次数", "≥20000.00(次)"),
        ("媒体宣传次数", "≥20.00(次)"),
        ("规划研究报告被采纳份数", "≥2.00(份)"),
        ("药品不良反应报告数", "≥200.00(份)"),
        ("泵站投入使用率", "≥95.00(%)"),
        ("落地高新企业数", "≥12.00(家)"),
        ("培训覆盖村数", "≥12.00(个)"),
        ("研究生培养质量", "稳步提升"),
        ("预算绩效管理科学性", "提高"),
        ("乡村文化氛围", "举办 5 场展演，带动周边 3 个村就业"),
        ("河湖长效管护", "建立 3 项管护制度"),
        ("群众安全感", "有所提高"),
    ],
)
def test_effects_stay_among_the_benefits(name: str, target: str) -> None:
    assert codes(row(name, target, "社会效益指标", "效益指标")) == []


def test_outputs_are_in_place_among_outputs() -> None:
    assert codes(row("禁毒宣传活动场次", "≥12.00(场)")) == []
