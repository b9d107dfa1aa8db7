"""Why a document can't be read, in the user's words and with the next step."""

from declint.finding import Argument, Words

_EXTRA = "python -m pip install 'declint[forms]'"

REASONS = {
    "no-access": (
        Words("文件打不开（{problem}）", "the file can't be opened ({problem})"),
        Words("核对路径和权限", "check path and rights"),
    ),
    "empty": (
        Words("文件是空的", "the file is empty"),
        Words("核对是不是选错了文件", "check that it is the right one"),
    ),
    "not-a-form-file": (
        Words("不是 Word、Excel、PDF 或文本文件", "this is no Word, Excel, PDF or text file"),
        Words("另存为 .docx、.xlsx 或 .pdf 后再试", "save it as .docx, .xlsx or .pdf and try again"),
    ),
    "old-word": (
        Words("这是旧版 Word 文件（.doc），读不了", "this is an old Word file (.doc), which can't be read"),
        Words("用 Word 或 WPS 打开，另存为 .docx 后再试", "open it in Word or WPS and save it as .docx"),
    ),
    "encrypted": (
        Words("文件加了密码", "the file is protected by a password"),
        Words("打开后取消密码另存一份，用那一份", "save a copy without the password and use that"),
    ),
    "macros": (
        Words("文件带有宏，为安全起见不读取", "the file holds macros and is not read, for safety"),
        Words("另存为不带宏的 .docx 或 .xlsx 后再试", "save it as .docx or .xlsx, without macros"),
    ),
    "broken": (
        Words("文件已损坏，读不完整（{problem}）", "the file is damaged and can't be read ({problem})"),
        Words("用原来的软件打开，另存一份后再试", "open it in its own program and save a copy"),
    ),
    "too-large": (
        Words("文件有 {size} MB，超过 {limit} MB 的上限", "{size} MB is more than the limit of {limit} MB"),
        Words("只留下申报表，去掉图片后另存一份", "save a copy with nothing but the forms"),
    ),
    "bomb": (
        Words(
            "文件解压后有 {size} MB，超过 {limit} MB 的上限，不像正常的申报表",
            "unpacked, the file has {size} MB, more than the limit of {limit} MB: no honest form",
        ),
        Words("核对文件的来源", "check where the file comes from"),
    ),
    "too-many-cells": (
        Words(
            "内容超过 {limit} 个单元格（字），不像申报表", "more than {limit} cells or characters: no form"
        ),
        Words("只留下申报表所在的工作表，另存一份后再试", "save a copy with nothing but the forms"),
    ),
    "too-many-pages": (
        Words("PDF 有 {pages} 页，超过 {limit} 页的上限", "{pages} pages are more than the limit of {limit}"),
        Words("只留下申报表所在的页，另存一份后再试", "save a copy with nothing but the forms"),
    ),
    "scan": (
        Words("这份 PDF 是扫描件或图片，没有文字可读", "this PDF is a scan: there is no text in it"),
        Words("用原来的 Word 或 Excel 文件，或先做文字识别（OCR）", "use the original, or run OCR first"),
    ),
    "images-only": (
        Words("文件里只有图片，没有文字", "the file holds pictures only and no text"),
        Words("用带文字的原件", "use the original with text"),
    ),
    "no-text": (
        Words("文件里没有文字", "there is no text in the file"),
        Words("核对是不是选错了文件", "check that it is the right one"),
    ),
    "no-comments-in-pdf": (
        Words("PDF 里不能写批注", "a PDF can't be annotated"),
        Words(
            "用它的 Word 或 Excel 原件，或用 declint check 查看问题",
            "use its Word or Excel original, or see declint check",
        ),
    ),
    "no-comments-in-xls": (
        Words("旧版 Excel 文件（.xls）里不能写批注", "an old Excel file (.xls) can't be annotated"),
        Words("另存为 .xlsx 后再试", "save it as .xlsx and try again"),
    ),
    "no-comments": (
        Words("只能在 .docx 和 .xlsx 文件里写批注", "only .docx and .xlsx files can be annotated"),
        Words("YAML 和文本文件用 declint check 查看问题", "for YAML and text see declint check"),
    ),
    "strict": (
        Words("“严格 Open XML”格式的 Excel 文件里写不了批注", "Strict Open XML workbooks can't be annotated"),
        Words("另存为普通的 .xlsx 后再试", "save it as an ordinary .xlsx and try again"),
    ),
    "no-form": (
        Words("没有找到绩效目标申报表", "no performance form found"),
        Words(
            "核对是不是选错了文件；申报表要有“项目名称”和“三级指标”“指标值”等栏目",
            "check the file; a form has 项目名称 and a table with the heads 三级指标 and 指标值",
        ),
    ),
    "not-installed": (
        Words("读取这种文件要先安装一个附加包", "reading this kind of file needs an extra"),
        Words(f"运行 {_EXTRA}", f"run {_EXTRA}"),
    ),
}
"""What is wrong with a document, and what to do."""


class FormError(Exception):
    """A document that can't be read; ``kind`` is a key of ``REASONS``."""

    def __init__(self, kind: str, **arguments: Argument) -> None:
        super().__init__(kind)
        self.kind = kind
        self.arguments = arguments

    @property
    def message(self) -> Words:
        """What is wrong."""
        return REASONS[self.kind][0]

    @property
    def advice(self) -> Words:
        """What to do."""
        return REASONS[self.kind][1]

    def say(self, language: str) -> str:
        """What is wrong and what to do, in ``zh`` or ``en``."""
        parts = (words.say(language, self.arguments) for words in REASONS[self.kind])
        return ("; " if language == "en" else "。请").join(parts)
