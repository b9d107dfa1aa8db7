"""TXT: wording, on sentences from many administrations."""

import pytest

from declint.fixing.resolve import resolve
from declint.language.variants import may_be_slip, variants_in
from declint.rules.txt import (
    conversion_residue,
    name_varies,
    numbering_broken,
    punctuation_doubled,
    text_truncated,
    word_doubled,
    word_miswritten,
)
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES = (
    text_truncated.check,
    numbering_broken.check,
    punctuation_doubled.check,
    name_varies.check,
    conversion_residue.check,
    word_doubled.check,
    word_miswritten.check,
)


def results(fragment: str) -> list[Result]:
    report = check_files([("a.yaml", complete(fragment).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


def goals(text: str) -> str:
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    return f"绩效目标:\n  项目总目标:\n  年度总体目标: |\n{lines}"


def row(name: str, target: str) -> str:
    return f"绩效指标:\n  效益指标:\n    社会效益指标:\n      '{name}': '{target}'\n"


def said(fragment: str) -> list[tuple[str, str]]:
    """The code of each finding and the characters that it points at."""
    return [(each.rule.code, each.file.source.text[slice(*each.span)]) for each in results(fragment)]


def fixed(fragment: str) -> str:
    """The text with the fixes of all findings made."""
    found = results(fragment)
    text = found[0].file.source.text
    edits = {
        edit
        for each in found
        for fix in each.finding.fixes
        for edit in resolve(fix, each.file.source, each.file.reading.tree)
    }
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("新建垃圾中转站 3 座，配备压缩车 6 辆、", "、"),
        ("为残疾人家庭实施无障碍改造 120 户，", "，"),
        ("全年重点任务包括：", "："),
        ("检修消防栓 400 个（", "（"),
        ("对全市 80 家矿山企业开展检查及", "及"),
        ("推进智慧法庭建设和", "和"),
        ("完成国土变更调查，成果提交省厅，从而", "从而"),
        ("采购疫苗 2 万支，用于适龄儿童的", "的"),
        ("引导社会力量关心未成年人，改善营商环", "营商环"),
        ("治理水土流失 15 平方公里，\n二、维护淤地坝 9 座。", "，"),
        ("一、购置警用装备 60 套、\n（二）培训辅警 90 人。", "、"),
    ],
)
def test_unfinished_goals(text: str, end: str) -> None:
    assert said(goals(text)) == [("TXT001", end)]


@pytest.mark.parametrize(
    "text",
    [
        "新建垃圾中转站 3 座",
        "新建垃圾中转站 3 座；",
        "引导公众广泛参与",
        "做到政策家喻户晓、法律知识普及",
        "实现人与自然的共生、社会的安定祥和",
        "全面达到普法的目的",
        "完成不动产数据的比对",
        "做到每一笔补助都是及时的",
        "项目分两期：\n一期新建泵站 2 座。",
        "治理水土流失 15 平方公里，\n维护淤地坝 9 座。",
        "推动垃圾分类可持续发展",
        "全年接待观众 20 万人次……",
    ],
)
def test_finished_goals(text: str) -> None:
    assert said(goals(text)) == []


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("组织消防安全宣传活", "≥4.00(次)", [("TXT001", "宣传活")]),
        ("农村饮水安全人口及", "≥900.00(人)", [("TXT001", "及")]),
        ("图书馆服务能力", "开展延时服务，方便上班族、", [("TXT001", "、")]),
        ("图书馆服务能力", "开展延时服务，方便上班族", []),
        ("其中：", "≥4.00(次)", []),
        ("居民生活", "明显改善", []),
        ("为制定人口政策提供依据", "≥2.00(份)", []),
        ("公众参与", "广泛参与", []),
    ],
)
def test_unfinished_rows(name: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert said(row(name, target)) == expected


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("1、修路；2、架桥；2、种树。", "2、"),
        ("1.修路；2.架桥；4.种树。", "4."),
        ("一、修路。\n二、架桥。\n四、种树。", "四、"),
        ("（一）修路。\n（三）种树。", "（三）"),
        ("(1)修路;(2)架桥;(2)种树;(3)修渠。", "(2)"),
        ("一是修路；二是架桥；四是种树。", "四是"),
        ("第一，修路；第三，种树。", "第三，"),
        ("目标1：修路。\n目标2：架桥。\n目标2：种树。", "目标2："),
        ("一、道路：1、修路；2、架桥。\n二、绿化：1、种树；3、种草。", "3、"),
        ("1、修路；2、架桥；3、种树；2、修渠。", "2、"),
        ("１．修路；２．架桥；４．种树。", "４．"),
        ("1.修路\n1.架桥\n2.种树", "1."),
    ],
)
def test_broken_numbering(text: str, broken: str) -> None:
    assert said(goals(text)) == [("TXT002", broken)]


@pytest.mark.parametrize(
    "text",
    [
        "1、修路；2、架桥；3、种树。",
        "一、道路：1、修路；2、架桥。\n二、绿化：1、种树；2、种草。",
        "道路：1、修路；2、架桥。绿化：1、种树；2、种草。",
        "1、道路（1）修路（2）架桥；2、绿化（1）种树（2）种草。",
        "1、总体包括：1、甲；2、乙；3、丙。2、分项。",
        "升级调度系统 1.0 版；3.0 版另行立项。",
        "每村配备 2-3 个网格员；5 个示范村先行。",
        "评选一、二、三等奖；三、四年级另设奖项。",
        "新建里程 1.5 公里；3.5 公里绿道。",
        "1、2026年上半年修路；2、2026年下半年架桥；3、2027年种树。",
        "完成3、4、6号楼加固，维修 8、9 栋外墙。",
        "2.继续实施改造；3.完成验收。",
        "按照条例第（三）项要求，（一）修路（二）架桥。",
        "1、修路；2架桥；3、种树。",
    ],
)
def test_sound_numbering(text: str) -> None:
    assert [each for each in said(goals(text)) if each[0] == "TXT002"] == []


@pytest.mark.parametrize(
    ("text", "mark", "right"),
    [
        ("修路 3 条；；架桥 2 座。", "；；", "修路 3 条；架桥 2 座。"),
        ("修路 3 条; ; 架桥 2 座。", "; ;", "修路 3 条; 架桥 2 座。"),
        ("修路 3 条。。", "。。", "修路 3 条。"),
        ("修路、、架桥并种树。", "、、", "修路、架桥并种树。"),
        ("修路 3 条，，架桥。", "，，", "修路 3 条，架桥。"),
        ("修路 3 条，。", "，。", "修路 3 条。"),
        ("修路 3 条、，架桥。", "、，", None),
        ("修路 3 条（含涵洞，架桥 2 座。", "（", None),
        ("修路 3 条）架桥 2 座。", "）", None),
        ("发布《河道管理办法，印发 300 册。", "《", None),
        ("开展“护苗“行动。", "“", "开展“护苗”行动。"),
        ('开展"护苗"行动和"净网行动。', '"', None),
        ("修路（3 条】架桥。", "】", None),
    ],
)
def test_marks(text: str, mark: str, right: str | None) -> None:
    assert said(goals(text)) == [("TXT003", mark)]
    if right:
        assert right in fixed(goals(text))


@pytest.mark.parametrize(
    "text",
    [
        "修路……架桥——种树。",
        "怎么修？！谁来修？？",
        "1）修路；2）架桥；a) 种树。",
        "“护苗”“净网”两项行动，《条例》（试行）。",
        "（一）修路(含“最后一公里”)。",
        '开展"护苗"行动。',
        '购置 55" 显示屏 2 块。',
        "修路等等。。。",
        "it’s OK：参照《指南（2026 版）》执行。",
    ],
)
def test_sound_marks(text: str) -> None:
    assert said(goals(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("编印《乡土植物保护图册》，发放乡村植物保护图册 300 册。", {"乡土植物保护图册", "乡村植物保护图册"}),
        ("举办“书香润江城”全民阅读大会，布置“书香满江城”全民阅读大会会场。", {"书香润江城", "书香满江城"}),
        ("省级病虫测报学会（SPFA）换届，加强省级病虫预报学会（SPFA）联络。", {"SPFA", "省级病虫测报学会"}),
        ("加入国际水稻联合会（IRUX），缴纳国际水稻联合会（IRUV）会费。", {"IRUX", "IRUV"}),
    ],
)
def test_one_name_in_two_spellings(text: str, names: set[str]) -> None:
    found = results(goals(text))
    assert [each.rule.code for each in found] == ["TXT004"]
    shown = {str(found[0].finding.arguments[key]) for key in ("one", "other")}
    assert len(shown) == 2
    assert shown <= names or shown & names


def test_the_rarer_spelling_is_the_place_and_the_unit_is_known() -> None:
    text = "实施单位: 示例市疾病预防控制中心\n" + goals("支持示例市疾病预报控制中心开展监测 12 次。")
    assert said(text) == [("TXT004", "示例市疾病预报控制中心")]


@pytest.mark.parametrize(
    "text",
    [
        "编印《省级防汛调度手册》和《市级防汛调度手册》。",
        "出版《农村改水改厕图册一》《农村改水改厕图册二》。",
        "举办“书香润江城”春季全民阅读大会和“书香润江城”秋季全民阅读大会。",
        "完成 HIS系统升级改造及运行维护、LIS系统升级改造及运行维护。",
        "修订《动物防疫条例》《动物诊疗条例》。",
        "执行《民事案件审理规程》《刑事案件审理规程》。",
        "编印《科普读物》《科普读物精选》。",
        "WCTI教练员培训班学员 20 人，WDQI教练员培训班学员 30 人。",
        "宣传《中华人民共和国档案法》，落实档案法。",
    ],
)
def test_names_that_really_differ(text: str) -> None:
    assert said(goals(text)) == []


def test_variants() -> None:
    assert list(variants_in("印发乡村植物保护图册", "乡土植物保护图册")) == [(2, "乡村植物保护图册")]
    assert not may_be_slip("示例市人民医院", "示例市人民法院")
    assert not may_be_slip("第一实验小学", "第二实验小学")


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("供水合格率$\\geq 98\\%$。", "$\\geq 98\\%$", "供水合格率≥98%。"),
        ("次数 \\leq 3 次。", "\\leq", "次数 ≤ 3 次。"),
        ("面积 500m^2 以上。", "^2", "面积 500m² 以上。"),
        ("<p>修路&nbsp;3 条</p>", "<p>", "    修路3 条\n"),
        ("水质&ge;98。", "&ge;", "水质≥98。"),
        ("服务农户 and 合作社。", "and", "服务农户和合作社。"),
        ("走访企业or农户。", "or", "走访企业或农户。"),
        ("每期 30--40 人。", "--", "每期 30～40 人。"),
        ("主题活动--读书月。", "--", "主题活动——读书月。"),
        ("提高服 务水平和管 理水平。", " ", "提高服务水平和管理水平。"),
        ("防汛\u200b值守。", "\u200b", "防汛值守。"),
    ],
)
def test_residue(text: str, found: str, right: str) -> None:
    assert said(goals(text)) == [("TXT005", found)]
    assert right in fixed(goals(text))


@pytest.mark.parametrize("text", ["开展 the 行动。", "乱码锟斤拷若干。", "费用 $\\frac{1}{2}$ 。"])
def test_residue_without_a_sure_repair(text: str) -> None:
    (found,) = results(goals(text))
    assert (found.rule.code, found.finding.fixes) == ("TXT005", ())


@pytest.mark.parametrize(
    "text",
    [
        "升级 HIS 系统和 Wi-Fi 网络，接入 5G 专网。",
        "与 World Bank and ADB 合作。",
        "项目一 医疗服务 为居民提供签约服务。",
        "　　完成森林防火 道路建设。",
        "加强科技 创新，做好 3 项工作。",
        "预算 $500 万元以内，型号 A--B。",
        "一、 工作目标： 服务群众。",
        "-------- 分隔线",
        "参观 Space for Art 展览。",
        "湿度<60，温度>20。",
    ],
)
def test_no_residue(text: str) -> None:
    assert said(goals(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("对 12 条河流进行进行清淤。", "进行进行"),
        ("加强加强护林巡查。", "加强加强"),
        ("做好殡葬服务服务。", "服务服务"),
        ("提高管理管理水平。", "管理管理"),
        ("受灾群众的的安置。", "的的"),
        ("城市管理委员会城市管理委员会执法。", "城市管理委员会城市管理委员会"),
        ("以及以及防汛物资。", "以及以及"),
    ],
)
def test_doubled_words(text: str, found: str) -> None:
    assert said(goals(text)) == [("TXT006", found)]


@pytest.mark.parametrize(
    "text",
    [
        "走访家家户户，处处留心，层层落实，方方面面都要顾到。",
        "一个一个登记，一户一户核实，大片大片造林。",
        "提高服务服务对象的能力，培训培训师 20 名。",
        "达到普法的目的的活动。",
        "建设文明和和谐的乡村，公众参与与监督并重，以及及时反馈。",
        "对存在在建项目的乡镇开展检查。",
        "做好服务，服务群众。",
        "落实《研究生培养办法》，研究研究生导师制度。",
        "的的确确减轻负担。",
        "2020 年至 2026 年，20262026 号文件。",
    ],
)
def test_words_that_double_by_nature(text: str) -> None:
    assert said(goals(text)) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("按排护林员 30 名。", "按排", "安排"),
        ("统一布署秋冬季防火。", "布署", "部署"),
        ("开设专用帐户。", "帐户", "账户"),
        ("建立监管台帐。", "台帐", "台账"),
        ("按季拔付村级经费。", "拔付", "拨付"),
        ("媒体报导 30 篇。", "报导", "报道"),
        ("编写水稻病害调研报数量 3 份。", "调研报", "调研报告"),
        ("推行便携化政务服务。", "便携化", "便捷化"),
        ("补贴资金即使发放到户。", "即使", "及时"),
        ("修茸文物建筑 2 处。", "修茸", "修葺"),
        ("校舍峻工验收。", "峻工", "竣工"),
        ("开展竟争性磋商。", "竟争", "竞争"),
        ("办好体肓赛事。", "体肓", "体育"),
        ("实现公益林全复盖。", "复盖", "覆盖"),
        ("扶持贫因家庭。", "贫因", "贫困"),
        ("加强检役执法。", "检役", "检疫"),
        ("防讯物资储备。", "防讯", "防汛"),
        ("提升队伍的砥厉精神。", "砥厉", "砥砺"),
        ("以经完成立项。", "以经", "已经"),
        ("加强隐换排查。", "隐换", "隐患"),
    ],
)
def test_miswritten_words(text: str, wrong: str, right: str) -> None:
    assert said(goals(text)) == [("TXT007", wrong)]
    assert text.replace(wrong, right) in fixed(goals(text))


@pytest.mark.parametrize(
    "text",
    [
        "配备便携化检测设备和便携式终端，做好服务。",
        "即使遭遇大旱，也能保障供水。",
        "预防犯罪，国防犯规教育，以经济建设为中心，可以经常开展。",
        "公园满意度达到 90%，学校圆满完成任务。",
        "研究竞赛规则，毕竟技术有限。",
        "研究报销制度，评估报批流程，审计报省政府备案。",
        "考核消防设施，上报消费数据，汇报导致延误的原因。",
        "修复盖板 30 块，一座标准化厂房落地。",
        "督促近期工作，示范筹建，学会义务植树。",
        "组建义务巡逻队，职工做好值守，结合做法推广。",
        "检验受理 300 件，测验受试者 40 人，全部份额到位。",
        "截止年底，其它事项另行通知，制定与制订并用。",
        "送到帐篷 30 顶，进入帐篷区登记。",
    ],
)
def test_words_that_are_right(text: str) -> None:
    assert said(goals(text)) == []


def test_every_slip_has_another_right_word() -> None:
    from declint.language.lexicon import lexicon

    slips = lexicon("miswritten")["错别字"]
    assert len(slips) >= 60
    for wrong, entry in slips.items():
        right = entry if isinstance(entry, str) else entry["应为"]
        assert right != wrong


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("禁毒宣传报导", "≥20.00(篇)", [("TXT007", "报导")]),
        ("社区助餐点（含流动车", "≥9.00(个)", [("TXT003", "（")]),
        ("养老服务服务", "提供上门服务；；群众认可", [("TXT006", "服务服务"), ("TXT003", "；；")]),
        ("林长制宣传", "制作 and 播放公益广告", [("TXT005", "and")]),
        ("林长制宣传", "制作和播放公益广告", []),
    ],
)
def test_names_and_targets_are_read_too(name: str, target: str, expected: list[tuple[str, str]]) -> None:
    found = said(row(name, target))
    assert sorted(found) == sorted(expected)
