"""Goals against indicators, in wordings from many fields of administration."""

import pytest

from declint.rules.gol import (
    goal_number_differs,
    goal_operator_differs,
    goal_unit_differs,
    goal_without_indicator,
    goals_contradict,
    goals_empty_of_numbers,
    indicator_not_in_goals,
)
from declint.rules.kit import AnyRule
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES: tuple[AnyRule, ...] = (
    goal_number_differs.check,
    goal_operator_differs.check,
    goal_unit_differs.check,
    goal_without_indicator.check,
    goals_contradict.check,
    goals_empty_of_numbers.check,
)


def findings(goals: str, *rows: str, rules: tuple[AnyRule, ...] = RULES) -> list[Result]:
    lines = "".join(f"    {line}\n" for line in goals.split("\n"))
    indicators = "".join(f"      {row}\n" for row in rows)
    text = f"绩效目标:\n  年度总体目标: |\n{lines}绩效指标:\n  产出指标:\n    数量指标:\n{indicators}"
    report = check_files([("one.yaml", complete(text).encode())], rules, Settings())
    assert not report.crashed
    return report.results


def codes(goals: str, *rows: str) -> list[str]:
    return [result.rule.code for result in findings(goals, *rows)]


NUMBER_DIFFERS = [
    ("组织 20 次以上的防灾演练活动", "防灾演练活动: ≥10.00(次)"),
    ("全年开展健康讲座 60 场", "开展健康讲座场次: ≥50(场)"),
    ("培训乡村医生 300 名", "乡村医生培训人数: ≥200.00(人)"),
    ("疫苗接种率达到 95% 以上", "疫苗接种率: ≥90.00(%)"),
    ("新建日间照料中心 5 所", "新建日间照料中心数量: =4.00(所)"),
    ("完成 40000m² 的道路保洁工作", "道路保洁面积: =34076.00(平方米)"),
    ("建设高标准农田 2.5 万亩", "高标准农田建设面积: ≥20000(亩)"),
    ("疏浚河道 36 公里", "河道疏浚长度: ≥30.00(公里)"),
    ("游客满意度达到 100% 的目标", "游客满意度: ≥90.00(%)"),
    ("农产品抽检合格率不低于 98%", "农产品抽检合格率: ≥95%"),
    ("审结案件 1.6 万件", "审结案件数: ≥12000(件)"),
    ("修缮文物建筑 3 处", "文物建筑修缮数量: {指标性质: =, 指标值: 2, 度量单位: 处}"),
    ("开展巡回审判不少于 50 次", "巡回审判次数: ≥４０(次)"),
    ("送戏下乡 48 场", "送戏下乡场次: 36场"),
    ("急救平均反应时间不超过 12 分钟", "急救平均反应时间: ≤15.00(分钟)"),
    ("火灾事故不超过 3 起", "火灾事故起数: ≤5.00(起)"),
    ("为 400 户老年人家庭实施适老化改造", "老年人家庭适老化改造户数: ≥350.00(户)"),
    ("放映公益电影 900 场", "公益电影放映场次: 800场以上"),
    ("新增护理型床位 300 张", "新增护理型床位: ≥260.00(张)"),
    ("养护农村公路八十五公里", "农村公路养护里程: =80.00(公里)"),
    ("2026年计划办理法律援助案件 900 件", "法律援助案件办理数: ≥800(件)"),
    ("国控断面水质优良比例达到 85% 以上", "国控断面水质优良率: ≥80(%)"),
    ("新建健身步道 20 公里", "健身步道长度: ≥15(公里)"),
    ("惠及居民 3600 户", "惠及户数: ≥3500(户)"),
    ("举办业务培训班 6 期", "培训班期数: ≥5(期)"),
    ("审计整改率达到 90%", "审计问题整改率: ≥85(%)"),
    ("信访事项及时受理率 100%", "及时受理率: ≥98(%)"),
    ("技术合同成交额突破 120 亿元", "技术合同成交额: ≥100(亿元)"),
    ("刑释人员帮教率达到 98%", "刑释人员帮教率: ≥95(%)"),
    ("培训村干部 300 人", "村干部培训人数: ≥200(人)"),
    ("推动全市养护农村公路 85 公里", "农村公路养护里程: ≥80(公里)"),
    ("养护高庙镇农村公路 85 公里", "高庙镇农村公路养护里程: ≥80(公里)"),
    ("完成老旧小区改造 9 个", "老旧小区改造数量: ≥8(个)"),
]


@pytest.mark.parametrize(("goals", "row"), NUMBER_DIFFERS)
def test_another_number_for_the_same_thing(goals: str, row: str) -> None:
    assert codes(goals, row) == ["GOL001"]


AGREE = [
    ("引进 25 家以上符合条件的企业", "引进企业数: ≥25.00(家)"),
    ("举办专题培训，培训人数超过 80 人次", "专题培训参加人次: ≥80.00(人次)"),
    ("完成 600m² 库房改造", "库房改造面积: ≥600.00(平方米)"),
    ("出访人次（≥ 5 人次）", "出访人数: ≥5.00(人次)"),
    ("培训护理员 30-50 人", "护理员培训人数: ≥40.00(人)"),
    ("培训护理员 200 余人", "护理员培训人数: ≥200.00(人)"),
    ("验收合格率 100%", "工程验收合格率: =100.00(%)"),
    ("验收合格率达到 100%", "工程验收合格率: ≥100.00(%)"),
    ("开展巡查 12 次", "巡查次数: =12.00(次)"),
    ("开展巡查 12 次", "巡查次数: ≥12.00(次)"),
    ("开展反诈宣传活动 36 场", "反诈宣传活动次数: ≥36.00(次)"),
    ("编制监测报告 4 份", "监测报告数量: =4.00(篇)"),
    ("扶持合作社 35 家", "扶持合作社数: ≥35.00(个)"),
    ("接待游客 6 万人", "接待游客数量: ≥60000人"),
    ("安装护栏 15.6 公里", "护栏安装长度: ≥15600.00(米)"),
    ("改造管网十二公里", "管网改造长度: ≥12.00(公里)"),
    ("网上可办率达九成以上", "网上可办率: ≥90.00(%)"),
    ("来访群众满意度达到 90%", "服务对象满意度: ≥90.00(%)"),
    ("开设课程 220 门", "开设课程数量: 220"),
    ("宣传亮点不少于 3 轮次", "宣传成效: 宣传亮点不少于 3 轮次并收集反馈"),
    ("办理法律援助案件 800 件", "办理法律援助案件（≥800件）: 全部办结"),
    ("每季度召开例会 1 次", "例会次数: ≥4.00(次)"),
    ("2026年完成校舍维修 4 栋", "校舍维修栋数: =4.00(栋)"),
    ("购置救护车 3 辆，总价 120 万元", "救护车购置数量: =3.00(辆)"),
    ("路况优良率达到 80% 以上", "优良路率: ≥80(%)"),
    ("支持企业技术改造项目 20 个", "支持技改项目数量: ≥20(个)"),
    ("资助覆盖率 100%", "应助尽助率: =100(%)"),
    ("参与人数超过 5 万人次", "参赛人次: ≥50000(人次)"),
    ("资助学生 3200 人，其中本科生 2500 人、研究生 700 人", "资助学生人数: ≥3200(人)"),
    ("到馆读者约 30 万人次", "年接待读者人次: ≥28(万人次)"),
]


@pytest.mark.parametrize(("goals", "row"), AGREE)
def test_what_agrees_is_silent(goals: str, row: str) -> None:
    assert codes(goals, row) == []


# Other things, parts, periods and groups: nothing may be called another number.
NOT_THE_SAME = [
    ("开展健康讲座 60 场，其中进校园 20 场", ["健康讲座场次: ≥60(场)", "健康讲座参加人次: ≥3000(人次)"]),
    ("上半年完成健康讲座 30 场", ["健康讲座场次: ≥60(场)"]),
    ("每月开展健康讲座 5 场", ["健康讲座场次: ≥60(场)"]),
    ("三年内建成养老驿站 9 个", ["养老驿站建成数量: =3(个)"]),
    ("线上健康讲座 20 场", ["线下健康讲座场次: ≥60(场)"]),
    ("读者满意度 90%", ["患者满意度: ≥95(%)"]),
    ("农药抽检合格率 98%", ["兽药抽检合格率: ≥95(%)"]),
    ("一期管网改造 12 公里", ["二期管网改造长度: ≥8(公里)"]),
    ("小学校舍维修 4 栋", ["初中校舍维修栋数: =2(栋)"]),
    ("新增志愿者 200 人", ["志愿者培训人数: ≥500(人)"]),
    ("接种率提升 5%", ["疫苗接种率: ≥90(%)"]),
    ("疫苗接种及时率 95%", ["疫苗接种率: ≥90(%)"]),
    ("市级公园改造 3 个", ["社区公园改造数量: ≥12(个)"]),
    ("发放宣传册 5000 份", ["调查问卷发放数量: ≥800(份)"]),
    ("各街道举办文艺演出 2 场", ["文艺演出场次: ≥24(场)"]),
    ("义诊服务 500 人", ["义诊服务人员数: ≥30(人)"]),
    ("桥梁检测 16 座", ["桥梁维修数量: ≥4(座)"]),
    ("男性职工体检 120 人", ["女性职工体检人数: ≥200(人)"]),
    ("培训社区矫正工作者 60 人", ["培训人民调解员人数: ≥200(人)"]),
    ("约 500 户居民受益", ["受益居民户数: ≥480(户)"]),
    ("购置消防车 2 辆", ["购置消防服数量: ≥300(套)"]),
    ("图书馆借阅 20 万册次", ["图书馆新购图书: ≥3000(册)"]),
    ("组织综合应急演练 2 次、专项应急演练 8 次", ["应急演练次数: ≥10(次)"]),
    ("县道养护 312 公里、乡道养护 420 公里", ["农村公路养护里程: ≥732(公里)"]),
    ("走访慰问困难党员、老党员 150 名", ["慰问困难党员人数: ≥100(人)"]),
    ("新增护理型床位 100 张", ["护理型床位: ≥800(张)"]),
    ("公共充电桩达到 5000 个", ["新建充电桩数量: ≥800(个)"]),
    ("维修张店镇诉讼档案库房 990 平方米", ["龙潭镇诉讼档案库房维修面积: ≥1110(平方米)"]),
    ("整治响水镇高标准农田 580 亩", ["高标准农田整治面积: ≥8100(亩)"]),
    ("整治高标准农田 8100 亩", ["响水镇高标准农田整治面积: ≥580(亩)"]),
    ("召开知识产权讲座推进会 2 次", ["知识产权讲座场次: ≥100(场)"]),
    ("撰写流动图书车采购分析报告 12 份", ["流动图书车采购数量: ≥3(辆)"]),
]
PARTS = [
    (
        "食品监督抽检 3000 批次，其中食用农产品 1200 批次",
        ["食品监督抽检批次: ≥3000(批次)", "食用农产品抽检批次: ≥1000(批次)"],
    ),
    (
        "完成审计项目 36 个，其中经济责任审计 15 个",
        ["完成审计项目数: ≥36(个)", "经济责任审计项目数: ≥12(个)"],
    ),
    (
        "实施科技计划项目 60 项，其中重点项目 10 项",
        ["科技计划项目数: ≥60(项)", "重点项目数: ≥12(项)"],
    ),
]


@pytest.mark.parametrize(("goals", "rows"), PARTS)
def test_a_part_with_a_row_of_its_own_is_compared_with_that(goals: str, rows: list[str]) -> None:
    (result,) = findings(goals, *rows)
    assert result.rule.code == "GOL001"
    assert result.finding.arguments["name"] == rows[1].split(":")[0]


@pytest.mark.parametrize(("goals", "rows"), NOT_THE_SAME)
def test_other_things_parts_and_periods_are_not_called_another_number(goals: str, rows: list[str]) -> None:
    assert "GOL001" not in codes(goals, *rows)


OPERATOR_DIFFERS = [
    ("组织演练不少于 6 次", "组织演练次数: =6.00(次)"),
    ("村干部培训班：课时不少于 16 天", "村干部培训班开课天数: =16.00(天)"),
    ("技术推广服务参与人数 (≥ 10 人)", "技术推广服务参与人数: =10.00(人)"),
    ("培训护理员 150 人以上", "护理员培训人数: ≤150.00(人)"),
    ("亡人事故不超过 6 起", "亡人事故起数: ≥6.00(起)"),
]


@pytest.mark.parametrize(("goals", "row"), OPERATOR_DIFFERS)
def test_another_direction_for_the_same_number(goals: str, row: str) -> None:
    result = findings(goals, row)[0]
    assert result.rule.code == "GOL002"
    assert result.finding.arguments["right"]


UNIT_DIFFERS = [
    ("开展线上线下普法培训 100 场次", "普法宣讲课时: ≥100.00(课时)"),
    ("城区雨水管网清淤 45 公里", "城区雨水管网清淤: ≥45.00(吨)"),
    ("低保家庭慰问 260 户", "低保家庭慰问人天: ≥260.00(人天)"),
]


@pytest.mark.parametrize(("goals", "row"), UNIT_DIFFERS)
def test_another_measure_for_the_same_number(goals: str, row: str) -> None:
    assert codes(goals, row) == ["GOL003"]


WITHOUT_INDICATOR = [
    "办理人大建议 80 件",
    "残疾人家庭无障碍改造覆盖 95% 的家庭",
    "全年接待群众来访 2000 人次以上",
    "系统可用率（≥99%）",
    "形成 3-4 篇调研专报",
    "在一年内培训 50--100 人",
    "群众投诉办理效率提升 40%",
    "来信处理时限≤5个工作日",
    "城市绿化新增面积 3000 亩",
]


@pytest.mark.parametrize("goals", WITHOUT_INDICATOR)
def test_a_promise_that_no_indicator_carries(goals: str) -> None:
    assert codes(goals, "水库除险加固数量: ≥4.00(座)") == ["GOL004"]


NO_PROMISE = [
    "依托现有 3600 平方米场地，做好水库除险加固 4 座",
    "总投资 800 万元，除险加固水库 4 座",
    "围绕三大任务、四个方面，除险加固水库 4 座",
    "按照财预〔2021〕101号文件，除险加固水库 4 座，形成《水库巡查手册》",
    "截至2025年底已建成监测站 36 个，2026年除险加固水库 4 座",
    "水库除险加固 4 座，占地面积 12 亩，服务期限 3 年",
]


@pytest.mark.parametrize("goals", NO_PROMISE)
def test_what_is_no_promise_needs_no_indicator(goals: str) -> None:
    assert codes(goals, "水库除险加固数量: ≥4.00(座)") == []


def test_a_repeated_promise_is_reported_once() -> None:
    goals = "同步提升热线响应时效 40%。\n年底前实现热线响应时效提升 40%。"
    assert codes(goals, "水库除险加固数量: ≥4.00(座)") == ["GOL004"]


CONTRADICTIONS = [
    ("输出 1 份湿地鸟类监测报告；完成 4 项湿地鸟类监测研究报告", "湿地鸟类监测报告: =4.00(份)"),
    (
        "乡村医生规范化培训 300 人次。全年乡村医生规范化培训不少于 450 人次",
        "乡村医生规范化培训人次: ≥450(人次)",
    ),
    ("居民健康档案建档率 90%；确保居民健康档案建档率达到 95%", "居民健康档案建档率: ≥95(%)"),
    ("养护全县农村公路 260 公里。全年养护农村公路 300 公里以上", "农村公路养护里程: ≥260(公里)"),
    ("养护农村公路 260 公里，维护农村公路 300 公里", "农村公路养护里程: ≥260(公里)"),
    ("养护高庙镇农村公路 26 公里；养护高庙镇农村公路 30 公里", "高庙镇农村公路养护里程: ≥26(公里)"),
    ("修复高庙镇路肩边坡 800 平方米；修缮高庙镇路肩边坡 900 平方米", "高庙镇路肩边坡修复面积: ≥800(平方米)"),
    ("救助特困供养人员 350 人；完成特困供养人员救助 340 人", "特困供养人员救助人数: ≥350(人)"),
    ("电子卷宗扫描仪 24 台；购置电子卷宗扫描仪 25 台", "电子卷宗扫描仪购置数量: ≥24(台)"),
    ("举办防灾减灾知识讲座 13 场；举办防灾减灾知识讲座活动 16 场", "防灾减灾知识讲座场次: ≥13(场)"),
]


@pytest.mark.parametrize(("goals", "row"), CONTRADICTIONS)
def test_goals_that_give_one_thing_two_numbers(goals: str, row: str) -> None:
    assert codes(goals, row) == ["GOL005"]


NO_CONTRADICTION = [
    "乡村医生规范化培训 450 人次，其中上半年乡村医生规范化培训 200 人次",
    "东湖片区雨水管网清淤 45 公里；西湖片区雨水管网清淤 30 公里",
    "一期农村公路改造 12 公里，二期农村公路改造 20 公里",
    "村级文化活动不少于 5 次、村级文化活动不超过 10 次",
    "小学教师信息化培训 200 人；初中教师信息化培训 120 人",
    "支持 12 所职业院校建设高水平专业群 24 个",
    "项目一：县医院\n医护人员培训 20 人。\n项目二：中医院\n医护人员培训 30 人。",
    # a place, a body, a group or a stage, and the whole
    "修复路肩边坡 22600 平方米；修复高庙镇路肩边坡 1440 平方米",
    "养护农村公路 260 公里；养护东湖村农村公路 5 公里",
    "在高庙镇完成路肩边坡养护 1440 平方米；完成路肩边坡养护 22600 平方米",
    "高庙镇：养护路肩边坡 1440 平方米；黄岗镇：养护路肩边坡 8900 平方米",
    "养护路肩边坡 22600 平方米。\n高庙镇：养护路肩边坡 1440 平方米",
    "人民路雨污管网改造 3 公里；雨污管网改造 10 公里",
    "学生宿舍消防设施维修 70 套；第一小学学生宿舍消防设施维修 14 套",
    "更新医疗设备 40 台；更新县人民医院医疗设备 12 台",
    "信息化教学教师培训 300 人；信息化教学青年教师培训 100 人",
    "面向退役军人举办职业技能竞赛 3 场；举办职业技能竞赛 16 场",
    "第一阶段，检测燃气经营场所 120 家；检测燃气经营场所 300 家",
    # other deeds, other things
    "修复路肩边坡 22600 平方米；养护路肩边坡 1440 平方米",
    "修复路肩边坡 22600 平方米；养护高庙镇路肩边坡 1440 平方米",
    "检测既有建筑外墙 47 栋；鉴定既有建筑外墙 161 栋",
    "检查在建工程项目 41 个；抽查在建工程项目 17 个",
    "整治城区背街小巷 32 条；改造城区背街小巷 39 条",
    "召开知识产权讲座推进会 2 次；举办知识产权讲座 100 场",
    "购置大营镇图书 27100 册；购置大营镇流动图书车 1 辆",
    "撰写民俗文化节举办分析报告 12 份；撰写惠民演出举办分析报告 5 份",
]


@pytest.mark.parametrize("goals", NO_CONTRADICTION)
def test_parts_stages_and_places_do_not_contradict(goals: str) -> None:
    assert "GOL005" not in codes(goals, "水库除险加固数量: ≥4.00(座)")


@pytest.mark.parametrize(
    ("body", "found"),
    [("东川县交通运输局", ["GOL005"]), ("高庙镇人民政府", ["GOL005"]), ("西河县交通运输局", [])],
)
def test_the_place_of_the_declaring_body_is_the_whole(body: str, found: list[str]) -> None:
    place = "高庙镇" if body.startswith("高庙") else "东川县"
    goals = f"养护{place}路肩边坡 22600 平方米；养护路肩边坡 14400 平方米"
    form = complete(
        f"主管部门: {body}\n实施单位: {body}\n绩效目标:\n  年度总体目标: {goals}\n"
        "绩效指标:\n  产出指标:\n    数量指标:\n      路肩边坡养护面积: ≥22600(平方米)\n"
    )
    report = check_files([("one.yaml", form.encode())], (goals_contradict.check,), Settings())
    assert [result.rule.code for result in report.results] == found


@pytest.mark.parametrize("deed", ["养护", "检测", "购置"])
@pytest.mark.parametrize(
    "part", ["高庙镇", "东湖村", "人民路", "第一小学", "县人民医院", "一标段", "困难家庭"]
)
def test_a_part_and_the_whole_never_contradict_and_two_figures_of_one_part_do(deed: str, part: str) -> None:
    of_part, of_whole = f"{deed}{part}应急照明设施", f"{deed}应急照明设施"
    row = "水库除险加固数量: ≥4.00(座)"
    assert "GOL005" not in codes(f"{of_part} 14 套；{of_whole} 220 套", row)
    assert "GOL005" not in codes(f"{of_whole} 220 套；{of_part} 14 套", row)
    assert "GOL005" in codes(f"{of_part} 14 套；{of_part} 220 套", row)
    assert "GOL005" in codes(f"{of_whole} 14 套；{of_whole} 220 套", row)


EMPTY = [
    "进一步提升基层治理能力，促进社会和谐稳定。",
    "保障单位正常运转，提高工作效率。",
    "按计划完成年度各项工作任务。",
    "优化营商环境，推动产业高质量发展，增强群众获得感。",
    "贯彻落实上级决策部署，扎实推进相关工作。",
]
CHECKABLE = [
    "更换照明灯具，编印工作手册。",
    "完成门户网站升级改造。",
    "按时发放村组干部报酬。",
    "组织开展禁毒宣传，走访重点家庭。",
    "对独生子女伤残家庭进行特别扶助。",
    "12月底前完成设备验收，验收合格率 100%。",
]


@pytest.mark.parametrize("goals", EMPTY)
def test_goals_that_nobody_could_check(goals: str) -> None:
    assert codes(goals, "水库除险加固数量: ≥4.00(座)") == ["GOL006"]


@pytest.mark.parametrize("goals", CHECKABLE)
def test_goals_with_a_deed_or_a_figure_are_not_empty(goals: str) -> None:
    assert "GOL006" not in codes(goals, "水库除险加固数量: ≥4.00(座)")


def test_blank_goals() -> None:
    assert codes("", "水库除险加固数量: ≥4.00(座)") == ["GOL006"]


def test_the_finding_shows_both_places_and_the_right_target() -> None:
    result = findings("组织 20 次以上的防灾演练活动", "防灾演练活动: ≥10.00(次)")[0]
    start, end = result.span
    assert result.file.source.text[start:end] == "20 次以上"
    (related,) = result.finding.related
    start, end = result.file.span(related.at)
    assert result.file.source.text[start:end] == "≥10.00(次)"
    assert result.finding.arguments["right"] == "≥20.00(次)"


def test_the_right_target_keeps_the_scale_of_the_row() -> None:
    result = findings("建设高标准农田 2.5 万亩", "高标准农田建设面积: ≥2.00(万亩)")[0]
    assert result.finding.arguments["right"] == "≥2.50(万亩)"


def test_a_promise_of_two_things_is_compared_with_both() -> None:
    result = findings(
        "引进和培育不少于 2000 家合作社", "引进合作社数量: ≥25(家)", "培育合作社数量: ≥100(家)"
    )[0]
    assert result.rule.code == "GOL001"
    assert len(result.finding.related) == 2


def test_the_sum_of_two_rows_meets_a_promise_of_both() -> None:
    assert codes("引进和培育不少于 125 家合作社", "引进合作社数量: ≥25(家)", "培育合作社数量: ≥100(家)") == []


def test_the_goals_of_the_whole_project_are_not_compared() -> None:
    text = (
        "绩效目标:\n  项目总目标: 三年开展健康讲座 180 场。\n  年度总体目标: 开展健康讲座 60 场。\n"
        "绩效指标:\n  产出指标:\n    数量指标:\n      健康讲座场次: ≥60.00(场)\n"
    )
    assert check_files([("one.yaml", complete(text).encode())], RULES, Settings()).results == []


def test_what_the_whole_project_is_about_divides_nothing() -> None:
    goals = "为农村小学安装直饮水设备 60 台以上"
    row = "安装直饮水设备数量: ≥40.00(台)"
    form = complete(
        f"项目名称: 农村小学直饮水改造\n绩效目标:\n  年度总体目标: {goals}\n"
        f"绩效指标:\n  产出指标:\n    数量指标:\n      {row}\n"
    )
    found = check_files([("one.yaml", form.encode())], RULES, Settings()).results
    assert [result.rule.code for result in found] == ["GOL001"]
    assert codes(goals, row) != ["GOL001"]


def test_an_older_edition_is_compared_too() -> None:
    text = (
        "年度: 2020\n绩效目标:\n  年度总体目标: 开展健康讲座 60 场。\n绩效指标:\n  产出指标:\n    数量指标:\n"
        "      健康讲座场次: 40场\n    成本指标:\n      讲座成本: ≤800元/场\n"
    )
    found = check_files([("one.yaml", complete(text).encode())], RULES, Settings()).results
    assert [result.rule.code for result in found] == ["GOL001"]


def test_an_indicator_that_the_goals_never_mention_is_told_on_request() -> None:
    rules = (indicator_not_in_goals.check,)
    found = findings("开展健康讲座 60 场", "健康讲座场次: ≥60(场)", "消防栓检修数量: ≥36(个)", rules=rules)
    assert "消防栓检修数量" in {result.finding.arguments["name"] for result in found}
    assert "健康讲座场次" not in {result.finding.arguments["name"] for result in found}
