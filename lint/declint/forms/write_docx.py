"""The form as a Word document."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from declint.forms.layout import Layout
from declint.forms.measure import SIZE
from declint.forms.package import pack
from declint.forms.table import Box, Kind, Part, Table

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS_PER_MM = 1440 / 25.4
_BODY, _TITLE = "宋体", "黑体"
_ROW_HEIGHT = 7
_JUSTIFIED = {
    Kind.LABEL: "center",
    Kind.HEAD: "center",
    Kind.VALUE: "left",
    Kind.AMOUNT: "right",
    Kind.PROSE: "both",
}
_BREAKS = re.compile("([\t\n])")


def write_docx(layout: Layout) -> bytes:
    """The bytes of the document."""
    return pack(
        {
            "[Content_Types].xml": _xml(_CONTENT_TYPES),
            "_rels/.rels": _xml(_relationships(_PACKAGE_PARTS)),
            "docProps/core.xml": _xml(_CORE.format(title=escape(layout.name))),
            "word/document.xml": _xml(_document(layout)),
            "word/_rels/document.xml.rels": _xml(_relationships(_DOCUMENT_PARTS)),
            "word/styles.xml": _xml(_STYLES),
            "word/settings.xml": _xml(_SETTINGS),
            "word/fontTable.xml": _xml(_FONTS),
        }
    )


def _xml(text: str) -> bytes:
    return (_DECLARATION + text).replace("\r", "&#13;").encode()


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS_PER_MM)


def _document(layout: Layout) -> str:
    edition = _paragraph(f"表式：{layout.edition}", "left") if layout.edition else _GAP
    body = "".join(
        (
            _paragraph(layout.title, "center", style="Title"),
            _paragraph(layout.year, "center", style="Subtitle"),
            _table(layout.head),
            _GAP,
            _table(layout.indicators),
            edition,
            _SECTION,
        )
    )
    return f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'


def _table(table: Table) -> str:
    edges = table.edges
    widths = [_twips(right) - _twips(left) for left, right in pairwise(edges)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(parts, edges, number < table.heads) for number, parts in enumerate(table.parts()))
    properties = _TABLE_PROPERTIES.format(width=_twips(edges[-1]))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(parts: list[Part], edges: tuple[int, ...], repeats: bool) -> str:
    prose = any(part.cell.kind is Kind.PROSE for part in parts)
    properties = (
        ("" if prose else "<w:cantSplit/>")
        + f'<w:trHeight w:val="{_twips(_ROW_HEIGHT)}" w:hRule="atLeast"/>'
        + ("<w:tblHeader/>" if repeats else "")
    )
    cells = "".join(_cell(part, edges) for part in parts)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(part: Part, edges: tuple[int, ...]) -> str:
    cell = part.cell
    span = edges.index(cell.right) - edges.index(cell.left)
    merged = ('<w:vMerge w:val="restart"/>' if part.first else "<w:vMerge/>") if cell.rows > 1 else ""
    properties = (
        f'<w:tcW w:w="{_twips(cell.right) - _twips(cell.left)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + merged
        + f'<w:vAlign w:val="{"top" if cell.kind is Kind.PROSE else "center"}"/>'
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_content(cell) if part.first else '<w:p/>'}</w:tc>"


def _content(cell: Box) -> str:
    indented = cell.kind is Kind.PROSE and bool(cell.text)
    return "".join(_paragraph(line, _JUSTIFIED[cell.kind], indented) for line in cell.paragraphs)


def _paragraph(text: str, justified: str, indented: bool = False, style: str = "") -> str:
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ('<w:ind w:firstLineChars="200" w:firstLine="400"/>' if indented else "")
        + f'<w:jc w:val="{justified}"/>'
    )
    run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{_text(text)}</w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def _text(text: str) -> str:
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    for piece in _BREAKS.split(text):
        if piece == "\t":
            yield "<w:tab/>"
        elif piece == "\n":
            yield "<w:br/>"
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _relationships(parts: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target={quoteattr(target)}/>'
        for number, (target, kind) in enumerate(parts.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


_PACKAGE_PARTS = {
    "word/document.xml": f"{_OFFICE}/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
}
_DOCUMENT_PARTS = {
    "styles.xml": f"{_OFFICE}/styles",
    "settings.xml": f"{_OFFICE}/settings",
    "fontTable.xml": f"{_OFFICE}/fontTable",
}
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPES}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_TYPES}.fontTable+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>declint</dc:creator></cp:coreProperties>"
)
_SECTION = (
    f'<w:sectPr><w:pgSz w:w="{_twips(210)}" w:h="{_twips(297)}"/>'
    f'<w:pgMar w:top="{_twips(15)}" w:right="{_twips(15)}" w:bottom="{_twips(15)}" w:left="{_twips(15)}"'
    ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""Two tables that touch would become one, and only the first rows of a table can repeat on every page."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_PROPERTIES = (
    '<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _heading(identity: str, name: str, size: int, after: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:spacing w:after="{after}"/></w:pPr>'
        f'<w:rPr>{_fonts(_TITLE if identity == "Title" else _BODY)}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_BODY)}'
    f'<w:sz w:val="{SIZE * 2:.0f}"/><w:szCs w:val="{SIZE * 2:.0f}"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
    + _heading("Title", "Title", 32, 60)
    + _heading("Subtitle", "Subtitle", 22, 120)
    + "</w:styles>"
)
_SETTINGS = (
    f'<w:settings xmlns:w="{_MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
_FONTS = (
    f'<w:fonts xmlns:w="{_MAIN}">'
    '<w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="auto"/>'
    '<w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/>'
    '<w:pitch w:val="fixed"/></w:font></w:fonts>'
)
