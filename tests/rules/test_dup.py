"""DUP: copies and repetitions, on rows from many administrations."""

import pytest

from declint.finding import Place
from declint.rules.dup import (
    goal_paragraph_copied,
    goals_copied_between,
    indicator_repeated,
    indicators_contradict,
    name_is_the_project,
    satisfaction_copied,
    text_copied,
    value_of_another_row,
)
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES = (
    satisfaction_copied.check,
    text_copied.check,
    indicator_repeated.check,
    indicators_contradict.check,
    goal_paragraph_copied.check,
    name_is_the_project.check,
    goals_copied_between.check,
    value_of_another_row.check,
)
Row = tuple[str, str, str]
LEVEL1 = {
    "数量指标": "产出指标",
    "质量指标": "产出指标",
    "时效指标": "产出指标",
    "经济效益指标": "效益指标",
    "社会效益指标": "效益指标",
    "生态效益指标": "效益指标",
    "可持续影响指标": "效益指标",
    "服务对象满意度指标": "满意度指标",
    "经济成本指标": "成本指标",
}


def run(*fragments: str) -> list[Result]:
    files = [(f"{number}.yaml", complete(text).encode()) for number, text in enumerate(fragments)]
    report = check_files(files, RULES, Settings())
    assert not report.crashed
    return report.results


def rows(*given: Row) -> str:
    tree: dict[str, dict[str, list[str]]] = {}
    for level2, name, target in given:
        tree.setdefault(LEVEL1[level2], {}).setdefault(level2, []).append(f"      {name}: {target}\n")
    text = "绩效指标:\n"
    for level1, level2s in tree.items():
        text += f"  {level1}:\n"
        for level2, lines in level2s.items():
            text += f"    {level2}:\n" + "".join(lines)
    return text


def codes(*fragments: str) -> list[str]:
    return [each.rule.code for each in run(*fragments)]


def evidence(result: Result) -> str:
    """The texts of the places that a finding in one file points at."""
    places = [result.finding.at, *(each.at for each in result.finding.related if each.path is None)]
    return " | ".join(result.file.source.text[slice(*result.file.span(at))] for at in places)


QUALITY, SOCIAL, LASTING = "质量指标", "社会效益指标", "可持续影响指标"
SATISFACTION, QUANTITY, COST = "服务对象满意度指标", "数量指标", "经济成本指标"


class TestSatisfactionCopied:
    @pytest.mark.parametrize(
        "given",
        [
            [
                (QUALITY, "窗口服务规范性", "一次性告知到位，材料当场受理；超时件逐件登记原因"),
                (SATISFACTION, "办事群众满意度", "一次性告知到位，材料当场受理；超时件逐件登记原因。"),
            ],
            [
                (SOCIAL, "农田灌溉条件", "渠道淤积得到清理，下游三个村不再缺水"),
                (SATISFACTION, "受益农户满意度", "渠道淤积得到清理, 下游三个村 不再缺水"),
            ],
            [
                (LASTING, "文物库房管理", "库房恒温恒湿设备专人值守，藏品账目与实物相符"),
                (SATISFACTION, "观众满意度", "藏品账目与实物相符"),
            ],
            [
                (QUALITY, "送餐服务质量", "饭菜当日现做，温度达到60度以上，餐盒全部消毒后送到老人家中"),
                (SATISFACTION, "用餐老人满意度", "饭菜当日现做，温度60度以上，餐盒全部消毒后送到老人家中"),
            ],
            [
                (QUALITY, "档案查阅服务", "调档等候不超过十分钟"),
                (SATISFACTION, "查档人员满意度", "调档等候不得超过十分钟"),
            ],
            [
                (QUALITY, "诉求办理质量", "投诉件逐件登记，答复期限不超过五日"),
                (SATISFACTION, "来访群众满意度", "投诉件逐件登记，答复期限不超过五日"),
            ],
            [
                (SATISFACTION, "参赛运动员满意度", "裁判员全部持证上岗，成绩当场公布"),
                (QUALITY, "竞赛组织规范性", "裁判员全部持证上岗，成绩当场公布"),
            ],
            [
                (SOCIAL, "住院患者满意度", "病区每日消毒两次，陪护人员凭证出入"),
                (QUALITY, "病区管理规范性", "病区每日消毒两次，陪护人员凭证出入"),
            ],
            [
                (QUALITY, "网格巡查质量", "巡查轨迹全程留痕，问题两小时内上报"),
                (SATISFACTION, "居民满意度", "{指标性质: 定性, 指标值: 巡查轨迹全程留痕、问题两小时内上报}"),
            ],
        ],
        ids=lambda given: given[-1][1],
    )
    def test_fires(self, given: list[Row]) -> None:
        (result,) = run(rows(*given))
        satisfied = next(row for row in given if "满意度" in row[1])
        other = next(row for row in given if row is not satisfied)
        assert result.rule.code == "DUP001"
        assert result.finding.arguments["name"] == satisfied[1]
        assert result.finding.arguments["other"] == other[1]
        assert isinstance(result.finding.at, Place)
        assert result.finding.related

    @pytest.mark.parametrize(
        "given",
        [
            [(QUALITY, "桥梁检测质量", "达标"), (SATISFACTION, "司机满意度", "达标")],
            [(QUALITY, "校车运行管理", "有效提升"), (SATISFACTION, "家长满意度", "有效提升")],
            [(SOCIAL, "就医环境", "得到持续改善和提升"), (SATISFACTION, "患者满意度", "得到持续改善和提升")],
            [
                (QUALITY, "项目验收", "按照合同约定通过验收"),
                (SATISFACTION, "业主满意度", "按照合同约定通过验收"),
            ],
            [(QUALITY, "水质检测合格率", "≥95.00(%)"), (SATISFACTION, "用水户满意度", "≥95.00(%)")],
            [
                (QUALITY, "窗口服务规范性", "服务态度热情、办事效率高"),
                (SATISFACTION, "办事群众满意度", "群众对窗口服务态度热情、办事效率高给予好评"),
            ],
            [
                (QUALITY, "庭审直播质量", "画面清晰，声音同步，断线后五分钟内恢复"),
                (SATISFACTION, "当事人满意度", "当事人对庭审安排和法官态度评价良好"),
            ],
            [
                (SATISFACTION, "学生满意度", "对食堂饭菜和宿舍条件评价较好"),
                (SATISFACTION, "教师满意度", "对食堂饭菜和宿舍条件评价较好"),
            ],
        ],
        ids=lambda given: given[-1][1],
    )
    def test_stays_silent(self, given: list[Row]) -> None:
        assert codes(rows(*given)) == []

    def test_words_on_satisfaction_are_copied_by_the_other_row(self) -> None:
        text = "回访抽查的居民中表示满意的超过九成"
        assert codes(rows((QUALITY, "回访情况", text), (SATISFACTION, "居民满意度", text))) == ["DUP002"]

    def test_the_two_other_rows_with_the_text_are_a_copy_of_their_own(self) -> None:
        text = "渠道淤积得到清理，下游三个村不再缺水"
        found = run(
            rows(
                (QUALITY, "清淤作业规范性", text),
                (SOCIAL, "农田灌溉条件", text),
                (SATISFACTION, "受益农户满意度", text),
            )
        )
        assert [each.rule.code for each in found] == ["DUP002", "DUP001"]


class TestTextCopied:
    @pytest.mark.parametrize(
        ("first", "later"),
        [
            ("乡镇设立调解室，矛盾不出村", "乡镇设立调解室、矛盾不出村。"),
            ("候车亭加装遮阳棚和座椅", "候车亭加装遮阳棚与座椅"),
            (
                "推广测土配方施肥，减少化肥施用量，引导种粮大户采用秸秆还田和绿肥轮作的办法养地",
                "推广测土配方施肥，减少化肥使用量，引导种粮大户采用秸秆还田和绿肥轮作的办法养地",
            ),
        ],
    )
    def test_fires_on_the_later_row(self, first: str, later: str) -> None:
        (result,) = run(rows((SOCIAL, "群众办事条件", first), (LASTING, "长效机制建设", later)))
        assert result.rule.code == "DUP002"
        assert evidence(result) == f"{later} | {first}"

    def test_once_a_copy_each_related_to_the_first(self) -> None:
        text = "每个社区配备一名持证社工"
        found = run(
            rows((SOCIAL, "独居老人照护", text), (SOCIAL, "困境儿童关爱", text), (LASTING, "志愿队伍", text))
        )
        assert [each.finding.arguments["other"] for each in found] == ["独居老人照护", "独居老人照护"]

    @pytest.mark.parametrize(
        ("first", "later"),
        [
            ("达到验收标准", "达到验收标准"),
            ("2026年12月底前全部完成", "2026年12月底前全部完成"),
            ("符合《公路工程质量检验评定标准》", "符合《公路工程质量检验评定标准》"),
            ("严格执行政府采购规定", "严格执行政府采购规定"),
            ("东片三个小区路灯全部点亮", "西片三个小区路灯全部点亮"),
            ("第一批种子三月底前送到农户手中", "第二批种子三月底前送到农户手中"),
            ("每年为社区老人体检 2 次并建档", "每年为社区老人体检 3 次并建档"),
            ("持续长期发挥效益", "持续长期发挥效益"),
        ],
    )
    def test_stays_silent(self, first: str, later: str) -> None:
        assert codes(rows((SOCIAL, "群众办事条件", first), (LASTING, "长效机制建设", later))) == []

    def test_two_things_may_be_held_to_one_state(self) -> None:
        text = "墙面平整无裂缝，雨天不渗漏"
        assert codes(rows((QUALITY, "教学楼修缮质量", text), (QUALITY, "宿舍楼修缮质量", text))) == []


class TestIndicatorRepeated:
    @pytest.mark.parametrize(
        ("first", "later"),
        [
            ("村道硬化里程", "村道 硬化里程"),
            ("各类救助对象数量", "救助对象数"),
            ("组织消防演练场次", "消防演练场次"),
            ("住院患者满意率", "住院患者满意度"),
            ("指标1：水质监测断面数", "水质监测断面数"),
            ("窨井盖更换数量（套）", "窨井盖更换数量(套)"),
            ("道路清扫、保洁面积", "道路清扫保洁面积"),
            ("服务对象满意度", "服务对象 满意度"),
        ],
    )
    def test_fires(self, first: str, later: str) -> None:
        (result,) = run(rows((QUANTITY, first, "≥30.00(个)"), (SOCIAL, later, "≥40.00(个)")))
        assert result.rule.code == "DUP003"
        assert evidence(result) == f"{later} | {first}"

    def test_three_times_is_two_findings_related_to_the_first(self) -> None:
        name = "河道保洁服务"
        found = run(
            rows(
                (QUANTITY, name, "=30.00(公里)"), (QUALITY, name, "=100.00(%)"), (SOCIAL, name, "=100.00(%)")
            )
        )
        assert [each.rule.code for each in found] == ["DUP003", "DUP003"]
        assert len({each.finding.related[0].at for each in found}) == 1

    def test_a_key_that_stands_twice_is_reported_with_both_places(self) -> None:
        (result,) = run(
            rows((QUANTITY, "疫苗接种人次", "≥30(人次)"), (QUANTITY, "疫苗接种人次", "≥50(人次)"))
        )
        first = result.finding.related[0].at
        assert isinstance(first, Place)
        assert isinstance(result.finding.at, Place)
        assert first.path != result.finding.at.path

    @pytest.mark.parametrize(
        ("first", "later"),
        [
            ("体检人数（职工）", "体检人数（退休人员）"),
            ("预算执行进度(7月)", "预算执行进度(11月)"),
            ("无", "无"),
            ("指标1", "指标1"),
            ("/", "/"),
            ("社会效益", "社会效益"),
            ("不适用", "不适用"),
            ("参加比武人数", "组织比武场次"),
            ("一期廊道长度", "二期廊道长度"),
            ("组织机构数", "机构数"),
            ("养老床位数", "养老床位使用率"),
        ],
    )
    def test_stays_silent(self, first: str, later: str) -> None:
        assert codes(rows((QUANTITY, first, "≥30.00(个)"), (SOCIAL, later, "≥40.00(个)"))) == []

    def test_cost_under_output_is_one_declaration_too(self) -> None:
        text = (
            "绩效指标:\n  产出指标:\n    数量指标:\n      育秧大棚数: ≥30.00(个)\n"
            "    成本指标:\n      育秧大棚数: ≤30.00(个)\n"
        )
        assert "DUP003" in codes(text)


class TestIndicatorsContradict:
    @pytest.mark.parametrize(
        ("first", "later", "targets"),
        [
            ("在册志愿者人数", "志愿者人数", ("≥3000(人)", "≥2000(人)")),
            ("护林工作巡查次数", "护林巡查次数", ("≥12(次)", "≥24(次)")),
            ("会议人均成本", "人均会议成本", ("≤210.00(元/人)", "≤300.00(元/人)")),
            ("在册经营主体数量", "经营主体数量", ("≥300(家)", "≥500(个)")),
            ("危房改造验收有效验收合格率", "危房改造有效验收合格率", ("≥95(%)", "≥98(%)")),
        ],
    )
    def test_fires(self, first: str, later: str, targets: tuple[str, str]) -> None:
        (result,) = run(rows((QUANTITY, first, targets[0]), (SOCIAL, later, targets[1])))
        assert result.rule.code == "DUP004"
        assert evidence(result) == f"{later} | {targets[0]}"

    @pytest.mark.parametrize(
        ("first", "later"),
        [
            ("新增志愿者人数", "存量志愿者人数"),
            ("线上问诊人次", "线下问诊人次"),
            ("市级示范社数量", "省级示范社数量"),
            ("男性职工体检人数", "女性职工体检人数"),
            ("上半年巡河次数", "下半年巡河次数"),
            ("一期管网长度", "二期管网长度"),
            ("参加运动会人数", "组织运动会人数"),
            ("小学教师培训人数", "中学教师培训人数"),
            ("民事执行案件法定期限内结案率", "民事案件法定期限内结案率"),
            ("政府购买服务项目验收合格率", "政府购买项目验收合格率"),
            ("服务企业满意度", "企业服务满意度"),
            ("社会工作者培训人数", "社会者培训人数"),
            ("有效投诉处理件数", "投诉处理件数"),
        ],
    )
    def test_different_measures_are_silent(self, first: str, later: str) -> None:
        assert codes(rows((QUANTITY, first, "≥30(个)"), (SOCIAL, later, "≥50(个)"))) == []

    @pytest.mark.parametrize(
        "targets", [("≥30(人)", "≥30(人)"), ("≥30(人)", "≥50(人次)"), ("≥3(万人)", "≥30000(人)")]
    )
    def test_equal_or_incomparable_targets_are_silent(self, targets: tuple[str, str]) -> None:
        given = (QUANTITY, "在册志愿者人数", targets[0]), (SOCIAL, "志愿者人数", targets[1])
        assert codes(rows(*given)) == []

    def test_the_same_indicator_is_only_a_repetition(self) -> None:
        given = (QUANTITY, "各项演练次数", "≥30(次)"), (SOCIAL, "演练次数", "≥40(次)")
        assert codes(rows(*given)) == ["DUP003"]

    def test_columns_of_their_own_are_understood(self) -> None:
        given = (
            (QUANTITY, "在册志愿者人数", "{指标性质: ≥, 指标值: 300, 度量单位: 人}"),
            (SOCIAL, "志愿者人数", "{指标性质: ≥, 指标值: 400, 度量单位: 人}"),
        )
        assert codes(rows(*given)) == ["DUP004"]


def goals(*lines: str, total: tuple[str, ...] = (), head: str = "") -> str:
    text = head + "绩效目标:\n  项目总目标:"
    text += " |\n" + "".join(f"    {line}\n" for line in total) if total else "\n"
    return text + "  年度总体目标: |\n" + "".join(f"    {line}\n" for line in lines)


PARAGRAPH = "拆除违章搭建，疏通消防通道，更换老化线路，让老旧小区的住户住得安全、出行方便。"


class TestGoalParagraphCopied:
    def test_one_finding_for_each_copy_related_to_the_first(self) -> None:
        text = goals(f"项目一：北苑 {PARAGRAPH}", f"项目二：南苑 {PARAGRAPH}", f"（三）西苑：{PARAGRAPH}")
        found = run(text)
        assert [each.rule.code for each in found] == ["DUP005", "DUP005"]
        for each in found:
            copy, first = evidence(each).split(" | ")
            assert copy.rstrip("。") == first.rstrip("。") == PARAGRAPH.rstrip("。")

    def test_half_and_full_width_punctuation_are_one(self) -> None:
        assert codes(goals(PARAGRAPH, PARAGRAPH.replace("，", ", "))) == ["DUP005"]

    def test_a_copy_with_a_word_changed_in_the_middle_is_one_copy(self) -> None:
        tail = "改造后由居委会牵头成立管护队伍，定期巡查公共设施，发现损坏及时报修并公示结果。"
        text = goals(f"{PARAGRAPH}今年改造 3 栋。{tail}", f"{PARAGRAPH}今年改造 8 栋。{tail}")
        assert codes(text) == ["DUP005"]

    @pytest.mark.parametrize(
        "lines",
        [
            (
                "为全县 12 个乡镇配备救护车，并培训随车医护人员。",
                "为全县 12 个乡镇配备巡诊车，并培训随车医护人员。",
            ),
            ("完成年度任务。", "完成年度任务。"),
            (
                "按照《示例市城市老旧小区综合改造提升三年行动计划实施方案》，改造北苑小区。",
                "按照《示例市城市老旧小区综合改造提升三年行动计划实施方案》，改造南苑小区。",
            ),
        ],
    )
    def test_stays_silent(self, lines: tuple[str, ...]) -> None:
        assert codes(goals(*lines)) == []


class TestNameIsTheProject:
    @pytest.mark.parametrize(
        ("project", "name", "target"),
        [
            ("智慧水务平台建设", "智慧水务平台", "=100.00(%)"),
            ("2026年度基层司法所规范化建设经费", "示例市基层司法所规范化", "≥90%"),
            ("中小学食堂改造工程", "中小学食堂改造", "=1.00(项)"),
        ],
    )
    def test_fires(self, project: str, name: str, target: str) -> None:
        (result,) = run(f"项目名称: {project}\n" + rows((QUALITY, name, target)))
        assert result.rule.code == "DUP006"
        assert evidence(result) == f"{name} | {project}"

    @pytest.mark.parametrize(
        ("project", "name", "target"),
        [
            ("智慧水务平台建设", "智慧水务平台完成率", "=100.00(%)"),
            ("送戏下乡", "送戏下乡", "≥120.00(场)"),
            ("病虫害统防统治", "病虫害统防统治", "≥5000(亩)"),
            ("智慧水务平台建设", "智慧水务平台", "通过专家评审"),
            ("智慧水务平台建设", "智慧停车平台", "=100.00(%)"),
            ("培训", "培训", "=100.00(%)"),
        ],
    )
    def test_stays_silent(self, project: str, name: str, target: str) -> None:
        assert codes(f"项目名称: {project}\n" + rows((QUALITY, name, target))) == []


class TestGoalsCopiedBetween:
    def test_goals_of_two_projects(self) -> None:
        lines = (PARAGRAPH, "改造后由居委会牵头成立管护队伍，定期巡查公共设施。")
        (result,) = run(
            goals("改造 8 个小区。", *lines, head="项目名称: 老旧小区改造\n"),
            goals("整治 12 条背街小巷。", *lines, head="项目名称: 背街小巷整治\n"),
        )
        assert (result.rule.code, result.file.path) == ("DUP007", "1.yaml")
        assert result.finding.related[0].path == "0.yaml"

    @pytest.mark.parametrize(
        ("one", "other"),
        [("老旧小区改造", "2025年老旧小区改造项目"), ("老旧小区改造（一期）", "老旧小区改造（二期）")],
    )
    def test_one_project_in_another_year_or_stage_is_silent(self, one: str, other: str) -> None:
        texts = [goals(PARAGRAPH, head=f"项目名称: {name}\n") for name in (one, other)]
        assert codes(*texts) == []

    def test_citations_are_silent(self) -> None:
        cited = "根据省委省政府关于加快推进城市更新行动的若干意见和本市三年行动计划确定的目标任务，"
        texts = [
            goals(cited + deed, head=f"项目名称: {name}\n")
            for name, deed in (("老旧小区改造", "改造 8 个小区。"), ("背街小巷整治", "整治 12 条小巷。"))
        ]
        assert codes(*texts) == []

    @pytest.mark.parametrize(
        ("kind", "end", "wanted"),
        [
            ("阶段性项目", "2028-12-31", ["DUP007"]),
            ("阶段性项目", "2026-12-31", []),
            ("经常性项目", "2028-12-31", []),
        ],
    )
    def test_annual_goal_that_is_the_total_goal(self, kind: str, end: str, wanted: list[str]) -> None:
        head = f"项目性质: {kind}\n计划开始日期: 2026-01-01\n计划完成日期: {end}\n"
        assert codes(goals(PARAGRAPH, total=(PARAGRAPH,), head=head)) == wanted

    def test_annual_goal_of_its_own(self) -> None:
        head = "项目性质: 阶段性项目\n计划开始日期: 2026-01-01\n计划完成日期: 2028-12-31\n"
        assert codes(goals("今年改造 3 个小区。", total=(PARAGRAPH,), head=head)) == []


class TestValueOfAnotherRow:
    def test_fires(self) -> None:
        (result,) = run(
            rows(
                (SOCIAL, "出行等候时长情况", "进一步增强公交驾驶员应急处置能力"),
                (SOCIAL, "公交驾驶员应急处置能力", "全员通过应急演练考核"),
            )
        )
        assert result.rule.code == "DUP008"
        assert evidence(result) == "进一步增强公交驾驶员应急处置能力 | 公交驾驶员应急处置能力"

    @pytest.mark.parametrize(
        "given",
        [
            [
                (SOCIAL, "乘客应急疏散效率", "通过提升公交驾驶员应急处置能力，缩短疏散时间"),
                (SOCIAL, "公交驾驶员应急处置能力", "全员通过应急演练考核"),
            ],
            [
                (LASTING, "可持续影响", "增强公交驾驶员应急处置能力"),
                (SOCIAL, "公交驾驶员应急处置能力", "全员通过应急演练考核"),
            ],
            [
                (QUANTITY, "矛盾纠纷排查化解", "≥300(件)"),
                (SOCIAL, "社会和谐稳定", "完善矛盾纠纷排查化解机制"),
            ],
            [
                (SOCIAL, "出行等候时长情况", "高峰时段加密班次，换乘不超过一次"),
                (SOCIAL, "公交驾驶员应急处置能力", "全员通过应急演练考核"),
            ],
        ],
    )
    def test_stays_silent(self, given: list[Row]) -> None:
        assert codes(rows(*given)) == []

    def test_a_whole_copy_is_reported_once(self) -> None:
        text = "练就公交驾驶员应急处置能力"
        found = codes(
            rows(
                (SOCIAL, "公交驾驶员应急处置能力", "全员通过应急演练考核"),
                (SOCIAL, "出行等候时长情况", text),
                (LASTING, "线网优化长效机制", text),
            )
        )
        assert found == ["DUP008", "DUP002"]


def test_a_large_declaration_is_checked_in_good_time() -> None:
    import time

    many = [
        (SOCIAL, f"第{number}号渠道灌溉条件", f"渠道淤积得到清理，下游{number}村不再缺水")
        for number in range(3000)
    ]
    many += [
        (SATISFACTION, f"第{number}村农户满意度", f"淤积清理后{number}村水源充足") for number in range(1000)
    ]
    started = time.perf_counter()
    run(rows(*many))
    assert time.perf_counter() - started < 10
