"""TGT, the rules on target values: what fires and what stays silent."""

import importlib
import pkgutil

import pytest

import declint.rules.tgt as family
from declint.finding import Edit
from declint.rules.kit import DeclarationRule
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete


def family_rules() -> tuple[DeclarationRule, ...]:
    names = [f"{family.__name__}.{each.name}" for each in pkgutil.iter_modules(family.__path__)]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    found = {value.code: value for value in values if isinstance(value, DeclarationRule)}
    return tuple(found[code] for code in sorted(found))


RULES = family_rules()
LEVELS = {
    "经济成本": ("成本指标", "经济成本指标"),
    "数量": ("产出指标", "数量指标"),
    "质量": ("产出指标", "质量指标"),
    "时效": ("产出指标", "时效指标"),
    "经济": ("效益指标", "经济效益指标"),
    "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"),
    "可持续": ("效益指标", "可持续影响指标"),
    "满意": ("满意度指标", "服务对象满意度指标"),
}


def results(fragment: str) -> list[Result]:
    report = check_files([("1.yaml", complete(fragment).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


def row(level: str, name: str, target: str, head: str = "") -> list[Result]:
    level1, level2 = LEVELS[level]
    quoted = target if target.startswith("{") else "'" + target.replace("'", "''") + "'"
    return results(f"{head}绩效指标:\n  {level1}:\n    {level2}:\n      '{name}': {quoted}\n")


def codes(found: list[Result]) -> list[str]:
    return [result.rule.code for result in found]


def fixed(result: Result) -> str:
    """The text of the file after the finding's first fix."""
    text = result.file.source.text
    edits = [
        (result.file.span(edit.at), edit.text)
        for edit in result.finding.fixes[0].edits
        if isinstance(edit, Edit)
    ]
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("level", "name", "target", "right"),
    [
        ("质量", "消防设施完好率", "≥100.00(%)", "=100.00(%)"),
        ("质量", "消防设施完好率", "≧100.00(%)", "=100.00(%)"),
        ("质量", "消防设施完好率", "≥１００％", "=１００％"),
        ("质量", "消防设施完好率", ">=100%", "=100%"),
        ("质量", "消防设施完好率", "大于等于100%", "=100%"),
        ("质量", "消防设施完好率", "至少 100%", "= 100%"),
        ("质量", "消防设施完好率", "100%及以上", "=100%"),
        ("质量", "消防设施完好率", "达到100%以上", "=100%"),
        ("质量", "消防设施完好率（%）", "≥100(%)", "=100(%)"),
        ("质量", "消防设施完好率", "≥100百分比", "=100百分比"),
        ("质量", "消防设施完好率", "≥百分之百", "=百分之百"),
        ("时效", "救灾物资发放及时率", "≥100.00(%)", "=100.00(%)"),
        ("时效", "渠道清淤按期完工率", "≥100.00(%)", "=100.00(%)"),
        ("社会", "适龄儿童入学率", "≥100.00(%)", "=100.00(%)"),
        ("满意", "就诊群众满意度", "≥100.00(%)", "=100.00(%)"),
        ("质量", "护林员培训任务按计划完成", "≥100.00(%)", "=100.00(%)"),
        ("质量", "病区改造工程验收合格", "≥100.00(%)", "=100.00(%)"),
        ("时效", "水库除险加固工程进度", "≥100.00(%)", "=100.00(%)"),
        ("质量", "村道硬化完成比例", "≥100.00(%)", "=100.00(%)"),
        ("质量", "土壤修复", "≥100.00(%)", "=100.00(%)"),
        ("数量", "冬季供暖保障", "≥100%", "=100%"),
    ],
)
def test_an_open_bound_at_100_is_closed(level: str, name: str, target: str, right: str) -> None:
    (found,) = [each for each in row(level, name, target) if each.rule.code == "TGT001"]
    assert found.finding.arguments["right"] == right
    assert right in fixed(found)


def test_an_open_bound_in_columns_is_closed_in_its_column() -> None:
    (found,) = row("质量", "水质采样合格率", "{指标性质: ≥, 指标值: 100, 度量单位: '%'}")
    assert found.rule.code == "TGT001"
    assert "{指标性质: =, 指标值: 100, 度量单位: '%'}" in fixed(found)


def test_the_older_edition_is_read_alike() -> None:
    fragment = (
        "绩效指标:\n  产出指标:\n    质量指标:\n      堤防加固合格率: ≥100.00(%)\n"
        "    成本指标:\n      堤防加固单位成本: ≥300.00(元/米)\n"
    )
    assert codes(results(fragment)) == ["TGT001", "TGT008"]


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("质量", "消防设施完好率", "=100.00(%)"),
        ("质量", "消防设施完好率", "≥99.90(%)"),
        ("经济", "旅游收入同比增长率", "≥100.00(%)"),
        ("经济", "税收任务完成率", "≥100.00(%)"),
        ("经济", "招商引资到位率", "≥100.00(%)"),
        ("经济", "财政资金放大倍数", "≥100.00(%)"),
        ("社会", "高中阶段毛入学率", "≥100.00(%)"),
        ("社会", "床位使用率", "≥100.00(%)"),
        ("社会", "资金保值增值率", "≥100.00(%)"),
        ("数量", "护林员人数", "≥100.00(人)"),
        ("社会", "问题未整改率", "≥100.00(%)"),
        ("社会", "土壤修复", "≥100.00(%)"),
        ("数量", "粮食产能", "≥100.00(%)"),
        ("质量", "问题未整改", "≥100.00(%)"),
        ("质量", "补助逾期发放率", "≥100.00(%)"),
    ],
)
def test_rates_without_a_ceiling_and_closed_ones_may_stay(level: str, name: str, target: str) -> None:
    assert "TGT001" not in codes(row(level, name, target))


@pytest.mark.parametrize(
    ("level", "name", "target", "code"),
    [
        ("质量", "疫苗接种率", "≥950.00(%)", "TGT002"),
        ("质量", "疫苗接种率", "95%-105%", "TGT002"),
        ("质量", "疫苗接种率", "≥-5.00(%)", "TGT002"),
        ("质量", "设备故障率", "≤150.00(%)", "TGT002"),
        ("数量", "抽检任务完成率", "=120.00(%)", "TGT002"),
        ("质量", "疫苗接种率", "{指标性质: ≥, 指标值: 980, 度量单位: '%'}", "TGT002"),
        ("数量", "义诊场次", "≥0.00(场)", "TGT003"),
        ("数量", "义诊场次", "<0.00(场)", "TGT003"),
        ("社会", "校园欺凌投诉次数", "≥0.00(次)", "TGT003"),
        ("质量", "疫苗接种率", "≤100.00(%)", "TGT003"),
        ("质量", "疫苗接种率", ">100.00(%)", "TGT003"),
        ("数量", "博物馆开放天数", "≥365天", "TGT003"),
        ("数量", "博物馆开放天数", "≥366.00(天)", "TGT003"),
        ("数量", "污水厂稳定运行天数", "不少于 365 天", "TGT003"),
    ],
)
def test_numbers_that_cannot_be_or_bind_nothing(level: str, name: str, target: str, code: str) -> None:
    assert [each for each in codes(row(level, name, target)) if each != "TGT009"] == [code]


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("质量", "疫苗接种率", "≥95.00(%)"),
        ("数量", "造林计划超额完成率", "≥120.00(%)"),
        ("社会", "重大安全事故发生次数", "=0.00(次)"),
        ("社会", "重大安全事故发生次数", "≤0.00(次)"),
        ("经济", "合作社净利润", "≥0.00(万元)"),
        ("经济", "居民收入增长率", "≥0.00(%)"),
        ("数量", "博物馆开放天数", "≥310.00(天)"),
        ("数量", "博物馆开放天数", "=365.00(天)"),
        ("数量", "博物馆累计开放天数", "≥366.00(天)"),
        ("时效", "工程质保期", "≥365.00(天)"),
        ("经济成本", "预算控制率", "≤100.00(%)"),
        ("数量", "志愿者人数", "≥365.00(人)"),
    ],
)
def test_numbers_that_can_be_and_bind(level: str, name: str, target: str) -> None:
    assert not {"TGT002", "TGT003"} & set(codes(row(level, name, target)))


@pytest.mark.parametrize(
    ("year", "days", "fires"), [(2024, 365, False), (2024, 366, True), (2025, 365, True)]
)
def test_a_leap_year_has_a_day_more(year: int, days: int, fires: bool) -> None:
    head = f"年度: {year}\n计划开始日期: {year}-01-01\n计划完成日期: {year}-12-31\n"
    found = row("数量", "图书馆开馆天数", f"≥{days}.00(天)", head)
    assert ("TGT003" in codes(found)) is fires


def test_a_project_of_two_years_may_last_more_than_365_days() -> None:
    head = "年度: 2026\n计划开始日期: 2025-07-01\n计划完成日期: 2026-12-31\n"
    assert codes(row("数量", "泵站运行天数", "≥365.00(天)", head)) == []


@pytest.mark.parametrize(
    "target", ["", "{指标性质: ≥, 指标值: '', 度量单位: 家}", "{指标性质: ≥, 度量单位: 家}"]
)
def test_a_missing_target_is_placed_on_its_name(target: str) -> None:
    (found,) = row("数量", "村史馆新建数量", target)
    assert found.rule.code == "TGT004"
    start, end = found.span
    assert "村史馆新建数量" in found.file.source.text[start:end]


@pytest.mark.parametrize("name", ["无", "不适用", "/", "指标3", "指标2：", "……"])
def test_rows_that_the_form_left_empty_are_no_indicators(name: str) -> None:
    assert codes(row("生态", name, "")) == []


@pytest.mark.parametrize(
    ("target", "piece"),
    [
        ("≥**(家)", "≥**"),
        ("≥XX家", "≥XX"),
        ("≥(家)", "≥(家)"),
        ("≥≥30(家)", "≥≥"),
        ("≤30家以上", "≤30家以上"),
        ("&ge;30家", "&ge;"),
        ("/", "/"),
        ("待定", "待定"),
    ],
)
def test_an_unreadable_target_is_shown_where_it_breaks(target: str, piece: str) -> None:
    (found,) = row("数量", "农家书屋补助数量", target)
    assert found.rule.code == "TGT005"
    assert found.file.source.text[slice(*found.span)] == piece


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("社会", "基层司法服务水平", "提升"),
        ("社会", "基层司法服务水平", "有所提高"),
        ("社会", "基层司法服务水平", "进一步加强。"),
        ("社会", "基层司法服务水平", "得到有效提升"),
        ("社会", "基层司法服务水平", "明显提升"),
        ("社会", "基层司法服务水平", "较上年有所上升"),
        ("社会", "基层司法服务水平", "提升司法服务能力"),
        ("社会", "基层司法服务水平", "不断提高，持续改善"),
        ("社会", "乡村旅游带动作用", "促进当地经济发展"),
        ("社会", "乡村旅游带动作用", "效果显著"),
        ("生态", "湖区生态环境", "逐步改善"),
        ("生态", "湖区生态环境", "生态环境持续向好"),
        ("可持续", "基层治理机制", "不断完善"),
        ("可持续", "基层治理机制", "达到预期效果"),
        ("质量", "档案管理规范性", "规范"),
        ("质量", "档案管理规范性", "规范有序"),
        ("质量", "统计数据准确性", "准确"),
        ("时效", "信息报送及时性", "及时"),
        ("质量", "方案可操作性", "{指标性质: 定性, 指标值: 可操作性强, 度量单位: ''}"),
    ],
)
def test_wishes_are_vague(level: str, name: str, target: str) -> None:
    assert codes(row(level, name, target)) == ["TGT006"]


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("质量", "水库大坝安全鉴定", "达标"),
        ("质量", "水库大坝安全鉴定", "通过验收"),
        ("质量", "水库大坝安全鉴定", "达到国家三级标准"),
        ("质量", "消毒供应中心评审", "优"),
        ("质量", "消毒供应中心评审", "良好"),
        ("社会", "地方志编纂", "汇编成册"),
        ("社会", "地方志编纂", "完成初稿并通过专家评审"),
        ("社会", "乡村旅游带动作用", "带动 3 个村集体增收"),
        ("可持续", "管护机制", "建立长效管护机制"),
        ("可持续", "管护机制", "长期"),
        ("质量", "水质", "达到地表水Ⅲ类标准"),
        ("社会", "疫情", "未发生"),
        ("时效", "项目完成时间", "2026年11月底前"),
        ("时效", "项目完成时间", "2026年11月完成主体施工"),
        ("社会", "基层调解", "提升至每镇 3 名专职调解员"),
        ("质量", "接访工作规范性", "来访登记齐全，答复文书按时送达；疑难案件集体会商，结果书面告知。"),
    ],
)
def test_what_can_be_judged_is_not_vague(level: str, name: str, target: str) -> None:
    assert codes(row(level, name, target)) == []


@pytest.mark.parametrize(
    ("level", "name", "target", "right"),
    [
        ("社会", "政策知晓率", "较上年有所上升", "≥数字(%)"),
        ("社会", "防灾知识知晓度", "提高", "≥数字(%)"),
        ("满意", "参会代表满意度", "优", "≥数字(%)"),
        ("满意", "参会代表满意度", "基本满意以上", "≥数字(%)"),
        ("质量", "低保对象覆盖率", "全覆盖", "=100.00(%)"),
        ("质量", "低保对象救助率", "应保尽保", "=100.00(%)"),
        ("时效", "补贴发放及时率", "及时", "≥数字(%)"),
        ("数量", "演出场次", "若干", "≥数字(次)"),
        ("数量", "绿化面积", "按计划", "≥数字(平方米)"),
        ("社会", "受益人数", "惠及群众 500 人以上", "≥500(人)"),
        ("社会", "带动就业人数", "带动周边村民1200余人", "≥1200(人)"),
        ("数量", "宣传次数", "至少全年完成2次宣传", "≥2(次)"),
        ("社会", "企业入驻率", "新引进企业 25 家", "≥数字(%)"),
        ("质量", "重大差错率", "少量", "≤数字(%)"),
    ],
)
def test_a_promised_number_is_missed(level: str, name: str, target: str, right: str) -> None:
    found = row(level, name, target)
    assert codes(found) == ["TGT007"]
    assert found[0].finding.arguments["right"] == right


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("数量", "水质监测次数", "每月≥2次"),
        ("数量", "水质监测次数", "每季度 1 次，汛期每月 1 次"),
        ("质量", "师生比例", "1:18"),
        ("质量", "结算误差率", "±3%以内"),
        ("数量", "病虫害趋势报告次数", "各 1 次"),
        ("社会", "政策知晓率", "较上年提升5%"),
        ("质量", "覆盖率", "≥90%（以街道上报为准）"),
        ("社会", "重大事故发生率", "无"),
        ("社会", "重大事故数量", "零发生"),
        ("质量", "设备技术参数", "符合招标文件"),
        ("质量", "巡查频率", "每周一次"),
        ("社会", "优秀案例", "评选出 100 个典型"),
        ("时效", "项目完成时间", "2026年11月底前完成全部工作"),
        ("质量", "档案资料完整性", "齐全"),
    ],
)
def test_names_that_promise_no_number_or_have_it(level: str, name: str, target: str) -> None:
    assert codes(row(level, name, target)) == []


@pytest.mark.parametrize(
    ("level", "name", "target", "right"),
    [
        ("经济成本", "人均培训费用", "≥400.00(元/人)", "≤400.00(元/人)"),
        ("经济成本", "路面维修成本", "不低于120元/平方米", "≤120元/平方米"),
        ("社会", "安全生产事故发生次数", "≥1.00(次)", "≤1.00(次)"),
        ("质量", "系统宕机次数", "3次以上", "≤3次"),
        ("质量", "信息录入差错率", "≥2.00(%)", "≤2.00(%)"),
        ("时效", "急救平均响应时间", "≥10.00(分钟)", "≤10.00(分钟)"),
        ("社会", "患者等候时间", "≥30.00(分钟)", "≤30.00(分钟)"),
        ("满意", "办事群众满意度", "≤90.00(%)", "≥90.00(%)"),
        ("质量", "工程验收合格率", "<95.00(%)", "≥95.00(%)"),
        ("时效", "资金拨付及时率", "≤95.00(%)", "≥95.00(%)"),
    ],
)
def test_a_reversed_direction_is_turned(level: str, name: str, target: str, right: str) -> None:
    found = row(level, name, target)
    assert "TGT008" in codes(found)
    assert found[0].finding.arguments["right"] == right


@pytest.mark.parametrize(
    ("level", "name", "target"),
    [
        ("质量", "计划外停机次数", "≤2.00(次)"),
        ("社会", "安全生产事故", "=0.00(起)"),
        ("经济成本", "维修成本节约率", "≥5.00(%)"),
        ("经济", "降低企业物流成本", "≥50.00(万元)"),
        ("经济成本", "低保对象人均补助标准", "≥600.00(元/人)"),
        ("社会", "事故起数下降率", "≥5.00(%)"),
        ("数量", "药品不良反应报告数", "≥120.00(份)"),
        ("数量", "排查火灾隐患数", "≥80.00(处)"),
        ("数量", "信访件办理数", "≥300.00(件)"),
        ("数量", "调解纠纷数量", "≥60.00(件)"),
        ("质量", "投诉处理满意率", "≥95.00(%)"),
        ("质量", "故障修复率", "≥99.00(%)"),
        ("数量", "应急演练响应次数", "≥2.00(次)"),
        ("经济成本", "预算执行率", "≤98.00(%)"),
        ("时效", "系统故障修复及时性", "≤8.00(小时)"),
        ("数量", "每日服务时长", "≥8.00(小时)"),
        ("数量", "违法案件查处数", "≥30.00(件)"),
    ],
)
def test_directions_that_are_right_or_open(level: str, name: str, target: str) -> None:
    assert "TGT008" not in codes(row(level, name, target))


def test_one_format_in_a_file() -> None:
    (found,) = row("数量", "读书会场次", "≥6(场)")
    assert found.rule.code == "TGT009"
    assert "≥6.00(场)" in fixed(found)


def test_full_width_characters_and_decimals_are_one_finding() -> None:
    (found,) = row("数量", "读书会场次", "＝６(场)")
    assert found.rule.code == "TGT009"
    assert "=6.00(场)" in fixed(found)


@pytest.mark.parametrize("target", ["≥6场", "6场", "≥6.00(场)", "≥1.2万人次"])
def test_other_notations_and_the_same_format_may_stay(target: str) -> None:
    assert codes(row("数量", "读书会场次", target)) == []


def test_a_file_of_two_formats_has_no_usual_one() -> None:
    fragment = counts("读书会场次: ≥6(场)", "展览场次: ≥3(场)", "讲座场次: ≥8(场)")
    assert codes(results(fragment)) == []


def test_a_fix_of_the_format_never_changes_the_value() -> None:
    fragment = (
        "绩效指标:\n  成本指标:\n    经济成本指标:\n      单场成本: ≤800(元/场)\n  产出指标:\n    数量指标:\n"
        "      读书会场次: ≥6(场)\n    质量指标:\n      编目准确率: ≥98.5(%)\n"
        "    时效指标:\n      上架及时率: ≥95(%)\n"
        "  效益指标:\n    社会效益指标:\n      读者人数: ≥300(人)\n  满意度指标:\n    服务对象满意度指标:\n"
        "      读者满意度: ≥90(%)\n"
    )
    assert codes(results(fragment)) == []


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("帮扶企业数量", "≥12.50(家)", True),
        ("下乡义诊次数", "0.5次", True),
        ("培训人数", "30-45.5人", True),
        ("企业平均融资次数", "≥1.50(次)", False),
        ("每千人口医师数", "≥2.80(人)", False),
        ("门诊人次", "≥1.25万人次", False),
        ("渠道清淤长度", "≥12.50(公里)", False),
        ("造林面积", "≥120.50(亩)", False),
        ("培训人数", "≥30.00(人)", False),
        ("单位能耗", "≤1.50(个)", False),
    ],
)
def test_halves_of_what_comes_whole(name: str, target: str, fires: bool) -> None:
    assert ("TGT010" in codes(row("数量", name, target))) is fires


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("农产品销售额增长率", "≥8.00(%)", True),
        ("游客接待量增幅", "≥5.00(%)", True),
        ("带动村民增收", "村民收入增长 8%以上", True),
        ("灌溉用水效率", "提高 10%", True),
        ("农产品销售额同比增长率", "≥8.00(%)", False),
        ("农产品销售额年均增长率", "≥8.00(%)", False),
        ("农产品销售额增长率（较2025年）", "≥8.00(%)", False),
        ("带动村民增收", "村民收入较上年增长 8%以上", False),
        ("灌溉用水效率", "由 50%提高到 60%", False),
        ("灌溉用水效率", "提高到 60%", False),
        ("地区生产总值增速", "≥5.00(%)", False),
        ("新增就业人数", "≥500.00(人)", False),
    ],
)
def test_growth_needs_a_base(name: str, target: str, fires: bool) -> None:
    assert codes(row("社会", name, target)) == (["TGT011"] if fires else [])


def counts(*rows: str) -> str:
    lines = "".join(f"      {each}\n" for each in rows)
    return f"绩效指标:\n  产出指标:\n    数量指标:\n{lines}"


OPEN = ("普法讲座场次: ≥12.00(场)", "模拟法庭场次: ≥4.00(场)", "法律咨询次数: ≥20.00(次)")


def test_one_exact_count_among_minimums() -> None:
    (found,) = results(counts(*OPEN, "送法下乡次数: =6.00(次)"))
    assert found.rule.code == "TGT012"
    assert found.finding.arguments["right"] == "≥6.00(次)"


@pytest.mark.parametrize(
    "rows",
    [
        (*OPEN[:2], "送法下乡次数: =6.00(次)"),
        (*OPEN, "开庭仪式次数: =1.00(次)"),
        (*OPEN, "年度例会次数: =4.00(次)"),
        (*OPEN, "送法下乡次数: =6.00(次)", "巡回审判次数: =8.00(次)"),
        (*OPEN, "法庭改造面积: =600.00(平方米)"),
        (*OPEN, "司法年报: =2.00(份)"),
    ],
)
def test_exact_counts_that_are_meant(rows: tuple[str, ...]) -> None:
    assert codes(results(counts(*rows))) == []


def test_one_mistake_one_finding() -> None:
    assert codes(row("质量", "设备故障率", "≥100.00(%)")) == ["TGT008"]
    assert codes(row("质量", "疫苗接种率", "≤100.00(%)")) == ["TGT003"]
    assert codes(row("社会", "政策知晓率", "提高")) == ["TGT007"]
