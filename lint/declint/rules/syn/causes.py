"""Why a file can't be read, in the words of the people who typed it: message and advice for each kind."""

from declint.finding import Words

Texts = tuple[Words, Words]
"""Message and advice."""

CAUSES: dict[str, Texts] = {
    "full-width-colon": (
        Words("“{key}”后面是中文冒号“：”，应是英文冒号", "a full-width colon stands behind “{key}”"),
        Words(
            "改成英文冒号，冒号后空一格，写成“{key}: ……”", "write “{key}: …” with a plain colon and a space"
        ),
    ),
    "no-space-after-colon": (
        Words(
            "“{key}”的冒号后面没有空格，栏目名和内容连成了一体",
            "there is no space behind the colon of “{key}”",
        ),
        Words("冒号后空一格，写成“{key}: ……”", "put a space behind the colon: “{key}: …”"),
    ),
    "tab-indent": (
        Words(
            "行首用了制表符（Tab 键），缩进只能用空格", "the line is indented with a tab; only spaces indent"
        ),
        Words("把行首的制表符改成空格，每一级两个空格", "indent with spaces, two for each level"),
    ),
    "full-width-indent": (
        Words(
            "行首用了全角空格或不间断空格，这一行不会被当作上一栏的下级",
            "the line is indented with full-width or no-break spaces, which do not indent",
        ),
        Words("把行首的空格改成半角空格，每一级两个", "indent with plain spaces, two for each level"),
    ),
    "unquoted-sign": (
        Words(
            "“{value}”开头的符号在文件里另有含义，内容读不出来",
            "“{value}” starts with a sign that has a meaning of its own",
        ),
        Words("用英文单引号括起来：{replacement}", "put it in single quotes: {replacement}"),
    ),
    "colon-in-value": (
        Words(
            "内容“{value}”里有英文冒号加空格，会被当成另一个栏目",
            "the value “{value}” holds a colon and a space, which start another entry",
        ),
        Words(
            "改用中文冒号，或用英文单引号括起来：{replacement}",
            "put it in single quotes: {replacement}, or write “：”",
        ),
    ),
    "curly-quotes": (
        Words(
            "中文引号不能把整段内容括起来：“{value}”里的冒号或井号会被另作解释",
            "curly quotes do not protect a value: the colon or # in {value} still counts",
        ),
        Words("外面再加英文单引号：{replacement}", "put single quotes around it: {replacement}"),
    ),
    "full-width-digits": (
        Words("“{key}”的“{value}”用了全角数字", "{key} “{value}” is written in full-width digits"),
        Words("改成半角：{replacement}", "write {replacement}"),
    ),
    "anchor": (
        Words(
            "内容以“&”开头，这个符号在文件里另有含义（&{name}）",
            "anchors (&{name}) are not used in declarations",
        ),
        Words(
            "内容确实以“&”开头的，用英文单引号括起来；否则删去“&”",
            "put the value in single quotes, or remove the “&”",
        ),
    ),
    "alias": (
        Words(
            "内容以“*”开头，这个符号在文件里另有含义（*{name}）",
            "aliases (*{name}) are not used in declarations",
        ),
        Words(
            "内容确实以“*”开头的，用英文单引号括起来；否则写出全文",
            "put the value in single quotes, or write it out",
        ),
    ),
    "tag": (
        Words(
            "内容以“!”开头，这个符号在文件里另有含义（{name}）", "tags ({name}) are not used in declarations"
        ),
        Words(
            "内容确实以“!”开头的，用英文单引号括起来；否则删去",
            "put the value in single quotes, or remove the tag",
        ),
    ),
    "merge-key": (
        Words("“<<”不是申报表的栏目", "“<<” is no label of the form"),
        Words("删去“<<”这一行，把要引用的内容直接写出来", "remove the “<<” line and write its contents out"),
    ),
    "complex-key": (
        Words("这里应是栏目名或指标名，却是一组内容", "a name is due here, not a group of entries"),
        Words(
            "每行写成“名称: 内容”；名称以“?”、“[”或“{{”开头的，用英文单引号括起来",
            "write each line as “name: value”; quote a name that starts with ?, [ or {{",
        ),
    ),
    "several-documents": (
        Words(
            "一个文件里有几张申报表（“---”把文件分成了几份）", "the file holds more than one document (“---”)"
        ),
        Words(
            "一个项目一个文件：把“---”以下的内容另存为一个文件",
            "one file a project: move what follows “---” to another file",
        ),
    ),
    "too-deep": (
        Words("层次超过 {limit} 层，不可能是申报表", "the file is nested more than {limit} levels deep"),
        Words(
            "检查是否多打了括号或缩进，指标最多三级",
            "look for stray brackets or indentation; indicators have three levels",
        ),
    ),
    "too-many-nodes": (
        Words("内容超过 {limit} 项，不可能是一张申报表", "the file has more than {limit} entries"),
        Words(
            "检查是否把几张表或别的数据并进了一个文件",
            "one file a project: look for data that does not belong here",
        ),
    ),
    "scalar-too-long": (
        Words("这一栏的内容超过 {limit} 字", "this value is longer than {limit} characters"),
        Words("检查是否误粘贴了别的内容", "look for text pasted by mistake"),
    ),
    "too-large": (
        Words(
            "文件有 {size} 字节，超过上限 {limit} 字节",
            "the file has {size} bytes, more than the limit of {limit}",
        ),
        Words(
            "申报表应是几十 KB 以内的文本文件，检查是否选错了文件",
            "a declaration is a small text file: is this the right one?",
        ),
    ),
    "control-character": (
        Words("这里有一个看不见的控制字符（{code}）", "there is an invisible control character ({code})"),
        Words("删去这个字符，多半是从表格或网页粘贴时带来的", "delete it; it usually comes with pasted text"),
    ),
    "undecodable": (
        Words(
            "读不出文字：文件不是文本文件，或者编码无法识别",
            "the file is no text, or its encoding is unknown",
        ),
        Words(
            "用记事本打开原文件，“另存为”时编码选 UTF-8；Word、Excel 文件要先转成文本",
            "save the file as text in UTF-8; Word and Excel files have to be converted first",
        ),
    ),
    "no-access": (
        Words("打不开文件（{reason}）", "the file can't be opened ({reason})"),
        Words(
            "检查文件是否存在、有没有读取权限、是否被别的程序占用",
            "check that it exists, may be read and is not locked",
        ),
    ),
    "syntax": (
        Words("文件从这里起读不下去（{problem}）", "the file can't be read from here on ({problem})"),
        Words(
            "检查这一行和上一行的冒号、引号、括号和缩进",
            "check colons, quotes, brackets and indentation of this line and the one above",
        ),
    ),
}
"""By the kind of the problem."""

_MISSING: Texts = (
    Words("没有这个文件或文件夹", "there is no such file or folder"),
    Words(
        "核对路径和文件名；不知道写什么时，直接运行 declint check 检查当前文件夹",
        "check the path; plain declint check looks at the current folder",
    ),
)
_FORBIDDEN: Texts = (
    Words("没有读取这个文件的权限", "the file may not be read by you"),
    Words(
        "请文件的所有者开放读取权限，或者复制一份到自己的文件夹",
        "ask its owner for permission to read it, or copy it to a folder of your own",
    ),
)
_TOO_DEEP: Texts = (
    Words("括号一层套一层，多得不可能是申报表", "brackets are nested far deeper than any form"),
    CAUSES["too-deep"][1],
)
_SECOND_COLON: Texts = (
    Words(
        "这一行的冒号位置不对：一行只能有一个“栏目: 内容”，或者本行缩进与上下行不一致",
        "a second “name: value” on one line, or a line indented differently from its neighbours",
    ),
    Words(
        "内容里有冒号的用英文单引号括起来；否则让本行与同级的行左对齐",
        "quote a value that holds a colon; otherwise align the line with those of its level",
    ),
)
_NO_COLON: Texts = (
    Words("这一行没有冒号，不是“栏目: 内容”", "this line has no colon: it is no “name: value”"),
    Words(
        "补上英文冒号和空格；是上一栏的正文的，缩进到那一栏之下，正文前一行末尾写“|”",
        "add a colon and a space; a line of prose is indented under its label, whose line ends in “|”",
    ),
)
_MISALIGNED: Texts = (
    Words(
        "从这里起与上面的行对不齐，或者前一行的引号、括号没有用对",
        "the line does not align with those above it",
    ),
    Words(
        "让同一级的行左对齐（每级两个空格）；内容以引号或括号开头的，整个用英文单引号括起来",
        "align the lines of one level, two spaces a level; quote a value that starts with a quote or bracket",
    ),
)
_UNCLOSED_QUOTE: Texts = (
    Words("这个英文引号只有前半个，没有后半个", "this quote is opened and never closed"),
    Words(
        "在内容末尾补上同样的引号，或把这个引号改成中文引号",
        "close it at the end of the value, or use “ and ”",
    ),
)
_UNCLOSED_BRACKET: Texts = (
    Words("这个括号没有配对，或者括号里缺逗号", "this bracket is never closed, or a comma is missing inside"),
    Words("补上另一半括号，各项之间用英文逗号", "close it, and divide its entries with commas"),
)
_STRAY_SIGN: Texts = (
    Words("这里的符号不能作内容的开头", "nothing may start with the sign that stands here"),
    Words(
        "把这一栏的内容用英文单引号括起来；制表符改成空格",
        "put the value in single quotes; replace a tab by spaces",
    ),
)
_STRAY_DASH: Texts = (
    Words("这里的“-”读不通：申报表的内容不用“-”开头", "a “-” does not belong here"),
    Words("删去“-”；内容确实以“-”开头的，用英文单引号括起来", "remove it, or put the value in single quotes"),
)
_BAD_ESCAPE: Texts = (
    Words("英文双引号里的反斜杠“\\”后面的字符无法识别", "an unknown escape in double quotes"),
    Words("改用英文单引号，或把“\\”写成“\\\\”", "use single quotes, or write “\\\\”"),
)
_PROBLEMS = (
    ("missing", _MISSING),
    ("forbidden", _FORBIDDEN),
    ("maximum nesting depth", _TOO_DEEP),
    ("mapping values are not allowed", _SECOND_COLON),
    ("could not find expected ':'", _NO_COLON),
    ("did not find expected key", _MISALIGNED),
    ("expected <block end>", _MISALIGNED),
    ("did not find expected '-'", _MISALIGNED),
    ("unexpected end of stream", _UNCLOSED_QUOTE),
    ("unexpected document indicator", _UNCLOSED_QUOTE),
    ("expected ',' or", _UNCLOSED_BRACKET),
    ("sequence entries are not allowed", _STRAY_DASH),
    ("cannot start any token", _STRAY_SIGN),
    ("node content", _STRAY_SIGN),
    ("alphabetic or numeric", _STRAY_SIGN),
    ("comment or line break", _STRAY_SIGN),
    ("chomping or indentation", _STRAY_SIGN),
    ("escape character", _BAD_ESCAPE),
    ("hexdecimal number", _BAD_ESCAPE),
    ("hexadecimal number", _BAD_ESCAPE),
)


def texts_of(kind: str, problem: str) -> Texts:
    """Message and advice for a kind of problem; what a reader or the system says of it tells more."""
    if kind in ("syntax", "no-access"):
        for words, texts in _PROBLEMS:
            if words in problem:
                return texts
    return CAUSES[kind]
