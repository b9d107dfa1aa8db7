"""Why a document can't be read, in the user's words and with the next step."""

from declint.finding import Argument, Words

_EXTRA = "python -m pip install 'declint[forms]'"

REASONS = {
    "empty": Words("文件是空的。请核对是不是选错了文件", "the file is empty. Check that it is the right one"),
    "not-a-form-file": Words(
        "不是 Word、Excel、PDF 或文本文件。请另存为 .docx、.xlsx 或 .pdf 后再试",
        "this is no Word, Excel, PDF or text file. Save it as .docx, .xlsx or .pdf and try again",
    ),
    "old-word": Words(
        "这是旧版 Word 文件（.doc）或 WPS 文字文件，读不了。请用 Word 或 WPS 打开，另存为 .docx 后再试",
        "this is an old Word file (.doc). Open it in Word or WPS, save it as .docx and try again",
    ),
    "encrypted": Words(
        "文件加了密码。请打开后取消密码另存一份，再导入",
        "the file is protected by a password. Save a copy without the password and import that",
    ),
    "macros": Words(
        "文件带有宏（{suffix}），为安全起见不读取。请另存为不带宏的 .docx 或 .xlsx 后再试",
        "the file holds macros ({suffix}) and is not read, for safety. Save it as .docx or .xlsx and try again",
    ),
    "broken": Words(
        "文件已损坏，读不完整（{problem}）。请用原来的软件打开，另存一份后再试",
        "the file is damaged and can't be read ({problem}). Open it in its own program and save a copy",
    ),
    "too-large": Words(
        "文件有 {size} MB，超过 {limit} MB 的上限。请只留下申报表，去掉图片后另存一份",
        "the file has {size} MB, more than the limit of {limit} MB. Save a copy with nothing but the forms",
    ),
    "bomb": Words(
        "文件解压后有 {size} MB，超过 {limit} MB 的上限，不像正常的申报表。请核对文件来源",
        "unpacked, the file has {size} MB, more than the limit of {limit} MB: no honest form. Check its origin",
    ),
    "too-many-cells": Words(
        "表格超过 {limit} 个单元格，不像申报表。请只留下申报表所在的工作表，另存一份后再试",
        "the tables have more than {limit} cells: no form. Save a copy with nothing but the forms",
    ),
    "too-many-pages": Words(
        "PDF 有 {pages} 页，超过 {limit} 页的上限。请只留下申报表所在的页，另存一份后再试",
        "the PDF has {pages} pages, more than the limit of {limit}. Save a copy with nothing but the forms",
    ),
    "scan": Words(
        "这份 PDF 是扫描件或图片，没有文字可读。请用原来的 Word 或 Excel 文件，或先做文字识别（OCR）",
        "this PDF is a scan: there is no text in it. Use the Word or Excel original, or run OCR first",
    ),
    "images-only": Words(
        "文件里只有图片，没有文字。请用带文字的原件",
        "the file holds pictures only and no text. Use the original with text",
    ),
    "no-text": Words(
        "文件里没有文字。请核对是不是选错了文件", "there is no text in the file. Check the file"
    ),
    "no-comments-in-pdf": Words(
        "PDF 里不能写批注。请用它的 Word 或 Excel 原件，或用 declint check 查看问题",
        "a PDF can't be annotated. Use its Word or Excel original, or see declint check",
    ),
    "no-comments-in-xls": Words(
        "旧版 Excel 文件（.xls）里不能写批注。请另存为 .xlsx 后再试",
        "an old Excel file (.xls) can't be annotated. Save it as .xlsx and try again",
    ),
    "no-comments": Words(
        "只能在 .docx 和 .xlsx 文件里写批注。YAML 和文本文件请用 declint check 查看问题",
        "only .docx and .xlsx files can be annotated. For YAML and text see declint check",
    ),
    "strict": Words(
        "这份 Excel 文件是“严格 Open XML”格式，写不了批注。请另存为普通的 .xlsx 后再试",
        "this workbook is Strict Open XML and can't be annotated. Save it as an ordinary .xlsx and try again",
    ),
    "no-form": Words(
        "没有找到绩效目标申报表（要有“项目名称”和“三级指标”“指标值”等栏目）。请核对是不是选错了文件",
        "no performance form found (it has 项目名称 and a head with 三级指标 and 指标值). Check the file",
    ),
    "not-installed": Words(
        "读取这种文件要先安装：" + _EXTRA,
        "reading this kind of file needs: " + _EXTRA,
    ),
    "no-access": Words("文件打不开（{problem}）。请核对路径和权限", "the file can't be opened ({problem})"),
}


class FormError(Exception):
    """A document that can't be read; ``kind`` is a key of ``REASONS``."""

    def __init__(self, kind: str, **arguments: Argument) -> None:
        super().__init__(kind)
        self.kind = kind
        self.arguments = arguments

    def say(self, language: str) -> str:
        """The reason and the next step in ``zh`` or ``en``."""
        return REASONS[self.kind].say(language, self.arguments)
