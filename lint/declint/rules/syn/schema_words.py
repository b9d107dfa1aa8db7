"""What SYN002 says of each kind of breach."""

from declint.finding import Words

Texts = tuple[Words, Words]
"""Message and advice."""

BREACHES: dict[str, Texts] = {
    "empty": (
        Words("文件是空的", "the file is empty"),
        Words(
            "按申报表的栏目填写，第一行例如“年度: 2026”",
            "fill in the labels of the form, starting with “年度: 2026”",
        ),
    ),
    "not-a-mapping": (
        Words("文件里没有“栏目: 内容”这样的行，不是申报表", "the file is no list of “label: value” lines"),
        Words(
            "按申报表的栏目填写，第一行例如“年度: 2026”",
            "fill in the labels of the form, starting with “年度: 2026”",
        ),
    ),
    "unknown-key": (
        Words("申报表{place}没有“{key}”这一栏", "the form has no label “{key}” {place_en}"),
        Words("删去这一栏，或改成这里的栏目之一：{allowed}", "remove it, or use one of {allowed}"),
    ),
    "misspelt-key": (
        Words("申报表{place}没有“{key}”这一栏", "the form has no label “{key}” {place_en}"),
        Words("是不是“{meant}”？改成“{meant}:”", "did you mean “{meant}”?"),
    ),
    "misplaced-key": (
        Words("栏目放错了地方：{keys}应在“{home}”下面", "{keys} belong under “{home}”"),
        Words(
            "放到“{home}:”一行的下面，并比它多缩进两个空格",
            "put them below the line “{home}:”, indented by two more spaces",
        ),
    ),
    "misplaced-at-top": (
        Words(
            "栏目放错了地方：{keys}是单独的一栏，不属于“{block}”",
            "{keys} is a label of its own, not a part of “{block}”",
        ),
        Words("去掉这一行行首的空格，让它顶格", "remove the spaces in front of the line"),
    ),
    "missing-key": (
        Words("{place}缺少栏目：{keys}", "missing {place_en}: {keys}"),
        Words(
            "补上这一栏，例如“{example}”；表上空着的栏目也要写出栏目名",
            "add it, for example “{example}”, even where the form leaves it blank",
        ),
    ),
    "missing-target": (
        Words(
            "指标“{key}”分了几栏，却没有“指标值”一栏", "the columns of the indicator “{key}” have no 指标值"
        ),
        Words(
            "补上“指标值”，例如“{key}: {{指标值: ≥25.00(家)}}”",
            "add it, for example “{key}: {{指标值: ≥25.00(家)}}”",
        ),
    ),
    "blank": (
        Words("“{key}”没有填", "“{key}” is blank"),
        Words("填写这一栏，例如“{example}”", "fill it in, for example “{example}”"),
    ),
    "list": (
        Words("“{key}”下面用了“-”开头的列表，申报表没有列表", "“{key}” holds a list; the form has none"),
        Words(
            "去掉每行开头的“-”，每行写成“名称: 内容”",
            "remove the “-” in front of each line and write “name: value”",
        ),
    ),
    "bracket-list": (
        Words(
            "“{key}”的内容以“[”开头，被当成了列表",
            "the value of “{key}” starts with “[” and is read as a list",
        ),
        Words(
            "用英文单引号把内容括起来，或改用中文括号“【】”", "put the value in single quotes, or use 【】"
        ),
    ),
    "block-expected": (
        Words("“{key}”应分栏填写，现在直接写了“{value}”", "“{key}” is a block of labels, but says “{value}”"),
        Words(
            "在“{key}:”后换行，缩进两个空格分栏填写：{columns}",
            "break the line behind “{key}:” and fill in its labels: {columns}",
        ),
    ),
    "value-expected": (
        Words("“{key}”只填一项内容，下面却又分了几栏", "“{key}” holds one value, but entries stand below it"),
        Words(
            "写成一行“{example}”；检查下面几行是否多缩进了",
            "write “{example}”; are the lines below indented too far?",
        ),
    ),
    "number-for-text": (
        Words(
            "“{key}”应是文字，“{value}”会被当作数字", "“{key}” is a text, but “{value}” is read as a number"
        ),
        Words(
            "确实是这个名称的，用英文单引号括起来：'{value}'",
            "put it in single quotes if it is the name: '{value}'",
        ),
    ),
    "level1-missing": (
        Words(
            "“{key}”是二级指标，它上面缺少一级指标“{home}”一行",
            "“{key}” is a level 2, but the line of its level 1 (“{home}”) is missing above it",
        ),
        Words(
            "在“{key}:”上面加一行“{home}:”，“{key}”和它的各行再缩进两个空格",
            "add the line “{home}:” above “{key}:” and indent the latter and its rows by two more spaces",
        ),
    ),
    "level2-missing": (
        Words(
            "“{row}”直接写在“{key}”下面，中间缺少二级指标一行",
            "“{row}” stands directly under “{key}”; the line of its level 2 is missing",
        ),
        Words(
            "在它上面加二级指标，例如“{level2}:”，“{row}”再缩进两个空格",
            "add its level 2 above it, such as “{level2}:”, and indent the row by two more spaces",
        ),
    ),
    "rows-expected": (
        Words(
            "“{key}”下面应是指标，现在直接写了“{value}”",
            "“{key}” is a level of indicators, but says “{value}”",
        ),
        Words(
            "在“{key}:”后换行，缩进两个空格写指标，例如“养护里程: ≥120.00(公里)”",
            "break the line behind “{key}:” and write its rows below, such as “养护里程: ≥120.00(公里)”",
        ),
    ),
    "no-rows": (
        Words("“{key}”下面什么都没有", "“{key}” is empty"),
        Words(
            "按一级指标、二级指标、三级指标填写，例如“{example}”",
            "fill in its levels, for example “{example}”",
        ),
    ),
    "bad-year": (
        Words("“年度”写成了“{value}”，应是四位数字", "年度 “{value}” is no year of four digits"),
        Words("写成“年度: {right}”", "write “年度: {right}”"),
    ),
    "bad-date": (
        Words("“{key}”写成了“{value}”，不是“年-月-日”的日期", "{key} “{value}” is no date (year-month-day)"),
        Words("写成“{key}: {right}”", "write “{key}: {right}”"),
    ),
    "bad-amount": (
        Words("“{key}”写成了“{value}”，不是金额", "{key} “{value}” is no amount"),
        Words(
            "只写数字，写成“{key}: {right}”；没有这笔资金的填 0.00 或空着",
            "write a plain number: “{key}: {right}”; 0.00 or blank where there is none",
        ),
    ),
    "bad-unit": (
        Words("“金额单位”只能是 元 或 万元，现在是“{value}”", "金额单位 is 元 or 万元, not “{value}”"),
        Words("写成“金额单位: {right}”，金额随之换算", "write “金额单位: {right}” and convert the amounts"),
    ),
    "too-long": (
        Words("“{key}”的内容太长（“{value}”）", "“{key}” is too long (“{value}”)"),
        Words("检查是否误粘贴了别的内容", "look for text pasted by mistake"),
    ),
    "bad-value": (
        Words("“{key}”的内容“{value}”不合要求", "“{key}” can't be “{value}”"),
        Words("按表式填写，例如“{example}”", "fill it in as the form asks, for example “{example}”"),
    ),
}
"""By the kind of the breach and, for values, by the field."""

EXAMPLES = {
    "年度": "年度: 2026",
    "项目名称": "项目名称: 乡村公路养护",
    "项目性质": "项目性质: 经常性项目",
    "项目类别": "项目类别: 特定目标类",
    "主管部门": "主管部门: 示例市交通运输局",
    "实施单位": "实施单位: 示例市公路养护中心",
    "计划开始日期": "计划开始日期: 2026-01-01",
    "计划完成日期": "计划完成日期: 2026-12-31",
    "金额单位": "金额单位: 元",
    "项目资金": "项目资金: {项目资金总额: 500000.00, 财政资金: 500000.00, 其他资金: 0.00}",
    "年度资金": "年度资金: {年度资金申请总额: 500000.00, 当年财政拨款: 500000.00}",
    "绩效目标": "绩效目标: {年度总体目标: 养护乡村公路 120 公里}",
    "绩效指标": "绩效指标: {产出指标: {数量指标: {养护公路里程: ≥120.00(公里)}}}",
    "年度资金申请总额": "年度资金申请总额: 500000.00",
    "年度总体目标": "年度总体目标: 养护乡村公路 120 公里",
    "项目总目标": "项目总目标: 三年养护乡村公路 360 公里",
}
"""A correct line for each label."""
