"""What the import has to decide, in Chinese and English, for comments in the file and for its report."""

from declint.finding import Words

MISSING_VALUE = Words("表上没有指标值", "the form has no target here")
LOST_LEVEL1 = Words(
    "表上没有印出一级指标；按“{level2}”归入“{level1}”",
    "no level 1 printed here; put under “{level1}” because of “{level2}”",
)
SPLIT_LABEL = Words(
    "栏目“{label}”被换页切成两截，已接上", "the label “{label}” was cut by a page break; joined"
)
JOINED_ROW = Words(
    "换页把这一行切成两截，已接上：{pieces}", "a page break cut this row in two; joined: {pieces}"
)
JOINED_GOAL = Words("换页把目标文字切成两截，已接上", "a page break cut the text of the goal; joined")
JOINED_LINE = Words("换行处已接上，原为“{text}”", "line ends joined; the form has “{text}”")
MIDDLE_LABEL = Words(
    "栏目“{label}”印在这一块的中间，上面的行也归入它",
    "“{label}” stands in the middle of its block; rows above it too",
)
CARRIED = Words(
    "“{level1}”这一行没有印二级指标，沿用上面的“{level2}”",
    "no level 2 printed beside “{level1}”; “{level2}” from above goes on",
)
SLIPPED = Words(
    "“{level1}”这一行没有印二级指标，沿用上面的“{level2}”，但它不属于“{level1}”，可能印错了行",
    "no level 2 printed beside “{level1}”; “{level2}” from above goes on, though it belongs elsewhere: "
    "a label may have slipped",
)
NO_LEVEL2 = Words("表上没有二级指标", "the form has no level 2 here")
NO_YEAR = Words("表上没有年度，按{source}取 {year}", "no budget year on the form; {year} taken from {source}")
UNKNOWN_YEAR = Words("表上没有年度，请补上", "no budget year on the form; add it")
DATE = Words("日期由“{text}”改写", "the date was written “{text}”")
ONE_GOAL = Words(
    "表上只有一栏目标，归入年度总体目标", "the form has one goal only; taken as the goal of the year"
)
GOAL_SIDE = Words("这段目标文字按位置归入“{field}”", "this text was put under “{field}” by its place")
FUNDING_SIDE = Words("这笔资金按位置归入“{field}”", "this amount was put under “{field}” by its place")
BEST_GRADE = Words(
    "表上按优、良、中、差填写，以“优”为指标值", "graded 优 良 中 差 on the form; 优 is the target"
)
PARTS = Words("“{label}”一栏分成几格，依次取作 {roles}", "“{label}” is divided into cells, read as {roles}")
NAMELESS = Words(
    "这一行有内容但没有指标名称，没有采用", "this row has contents but no name, and was not used"
)
TWICE = Words("“{label}”出现了两次，没有采用后一次", "“{label}” stands twice; the second was not used")
FORMULA = Words("这一格是公式，没有算好的结果", "this cell is a formula without a result")
ROUNDED = Words("显示为“{shown}”，实际数值是 {value}", "shown as “{shown}”, the number behind it is {value}")
