"""An annotated workbook keeps all it had: cells, formulas, charts, formats, notes, other parts."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill

from declint.declaration.reading import read_bytes
from declint.finding import Severity
from declint.forms.annotate_xlsx import NotTransitionalError, annotate_xlsx
from declint.forms.layout import lay_out
from declint.forms.package import pack, repack
from declint.forms.reading import declarations
from declint.forms.remark import Remark, Stretch
from declint.forms.write_xlsx import write_xlsx
from declint.settings import Limits
from declint.testing import BASE

WORDS = ("序号", "位置", "级别", "规则", "问题", "改法", "单元格内容")
X = "{urn:schemas-microsoft-com:office:excel}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def remark(address: str, severity: Severity = Severity.ERROR, code: str = "TGT001") -> Remark:
    return Remark(address, address, "内容", Stretch(""), severity, "错误", code, "=问题", "改一改")


def saved(workbook: Any) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def rich_workbook() -> bytes:
    """Two sheets with all that a careless library loses."""
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet.title = "表 'A'"
    sheet["A1"], sheet["B1"], sheet["C3"] = "项目", 12.5, "=SUM(B1:B2)"
    sheet["A1"].font = Font(bold=True, color="FFFF0000")
    sheet["B1"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["B1"].number_format = "#,##0.00"
    sheet["A2"] = "有批注"
    sheet["A2"].comment = Comment("原来的批注", "李四")
    sheet.merge_cells("D4:E6")
    sheet.conditional_formatting.add("B1:B9", Rule("cellIs", operator="greaterThan", formula=["1"]))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    sheet.add_chart(chart, "G1")
    workbook.create_sheet("说明")["A1"] = "第二张"
    return saved(workbook)


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def annotated(data: bytes, *found: Remark) -> bytes:
    return annotate_xlsx(data, found, "declint", WORDS, "declint 检查结果")


def load(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_notes_and_fills_stand_at_the_cells() -> None:
    found = [
        remark("表 'A'!B1"),
        remark("表 'A'!B1", Severity.NOTE, "TGT009"),
        remark("表 'A'!A1", Severity.WARNING),
        remark("表 'A'!F9", Severity.NOTE),
        remark("说明!A1"),
    ]
    workbook = load(annotated(rich_workbook(), *found))
    sheet = workbook["表 'A'"]
    assert sheet["B1"].comment.text == "错误 TGT001：=问题\n改法：改一改\n\n错误 TGT009：=问题\n改法：改一改"
    assert sheet["B1"].comment.author == "declint"
    colours = [sheet[address].fill.fgColor.rgb for address in ("B1", "A1", "F9")]
    assert colours == ["FFFBD5D5", "FFFDEBC8", "FFDCEBFA"]
    assert sheet["A2"].fill.fill_type is None
    assert (sheet["B1"].value, sheet["B1"].number_format) == (12.5, "#,##0.00")
    assert sheet["A1"].font.bold
    assert workbook["说明"]["A1"].comment.text.startswith("错误 TGT001")


def test_a_sheet_lists_the_findings_as_text_with_links() -> None:
    workbook = load(annotated(rich_workbook(), remark("表 'A'!B1"), remark("说明!A1", Severity.NOTE)))
    assert workbook.sheetnames == ["表 'A'", "说明", "declint 检查结果"]
    sheet = workbook["declint 检查结果"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == WORDS
    assert rows[1] == ("1", "表 'A'!B1", "错误", "TGT001", "=问题", "改一改", "内容")
    assert sheet["E2"].data_type == "s"
    assert sheet["B2"].hyperlink.location == "'表 ''A'''!B1"
    assert sheet.freeze_panes == "A2"
    assert workbook.active.title == "表 'A'"


def test_everything_else_stays_byte_by_byte() -> None:
    data = rich_workbook()
    before, after = parts(data), parts(annotated(data, remark("表 'A'!B1")))
    changed = {name for name in before if before[name] != after[name]}
    assert {name for name in changed if not name.endswith(".rels")} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        next(name for name in before if "comments" in name and name.endswith(".xml")),
        next(name for name in before if name.endswith(".vml")),
    }
    assert any("chart" in name for name in before)


def test_of_a_sheet_only_the_styles_of_its_cells_change() -> None:
    data = rich_workbook()
    before, after = (
        etree.fromstring(parts(each)["xl/worksheets/sheet1.xml"])
        for each in (data, annotated(data, remark("表 'A'!B1")))
    )
    for root in (before, after):
        next(cell for cell in root.iter(f"{S}c") if cell.get("r") == "B1").set("s", "")
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_a_note_that_is_there_is_kept_and_continued() -> None:
    sheet = load(annotated(rich_workbook(), remark("表 'A'!A2"), remark("表 'A'!B1")))["表 'A'"]
    assert sheet["A2"].comment.text.startswith("原来的批注")
    assert "declint:\n错误 TGT001：=问题" in sheet["A2"].comment.text
    assert sheet["A2"].comment.author == "李四"
    assert sheet["B1"].comment.author == "declint"


def test_every_note_has_one_box_at_its_cell() -> None:
    data = annotated(rich_workbook(), remark("表 'A'!A2"), remark("表 'A'!B1"), remark("表 'A'!D4"))
    drawing = next(text for name, text in parts(data).items() if name.endswith(".vml"))
    root: Any = etree.fromstring(drawing)
    shapes = list(root.iter("{urn:schemas-microsoft-com:vml}shape"))
    places = {tuple(int(shape.findtext(f".//{X}{name}")) for name in ("Row", "Column")) for shape in shapes}
    assert places == {(1, 0), (0, 1), (3, 3)}
    assert len({shape.get("id") for shape in shapes}) == 3


def test_a_second_round_gets_a_sheet_of_its_own() -> None:
    once = annotated(rich_workbook(), remark("表 'A'!B1"))
    twice = annotated(once, remark("表 'A'!B1"), remark("表 'A'!B1", code="TGT009"))
    assert load(twice).sheetnames == ["表 'A'", "说明", "declint 检查结果", "declint 检查结果 2"]
    assert load(twice)["表 'A'"]["B1"].comment.text.count("TGT001") == 2


def test_without_findings_there_is_but_the_empty_list() -> None:
    workbook = load(annotated(rich_workbook()))
    assert list(workbook["declint 检查结果"].iter_rows(values_only=True)) == [WORDS]


def test_the_same_workbook_gives_the_same_bytes() -> None:
    data = rich_workbook()
    assert annotated(data, remark("表 'A'!B1")) == annotated(data, remark("表 'A'!B1"))


def test_the_form_reads_as_before() -> None:
    declaration = read_bytes("a.yaml", BASE.encode(), Limits()).declaration
    assert declaration
    data = write_xlsx(lay_out(declaration))
    result = annotated(data, remark("申报表!H6"), remark("申报表!A1"))
    assert [text for text, _ in declarations("a.xlsx", result)] == [
        text for text, _ in declarations("a.xlsx", data)
    ]


def test_cells_without_addresses_are_found() -> None:
    data = rich_workbook()
    sheet = etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
    for each in [*sheet.iter(f"{S}row"), *sheet.iter(f"{S}c")]:
        if each.get("r") in ("1", "2", "A1", "B1"):
            del each.attrib["r"]
    bare = repack(data, {"xl/worksheets/sheet1.xml": etree.tostring(sheet)})
    result = etree.fromstring(parts(annotated(bare, remark("表 'A'!B1")))["xl/worksheets/sheet1.xml"])
    assert len(list(result.iter(f"{S}c"))) == len(list(sheet.iter(f"{S}c")))


def test_boxes_that_are_no_xml_are_left_alone() -> None:
    data = rich_workbook()
    name = next(name for name in parts(data) if name.endswith(".vml"))
    broken = repack(data, {name: b"<xml><br></xml>"})
    result = annotated(broken, remark("表 'A'!B1"))
    assert parts(result)[name] == b"<xml><br></xml>"
    assert load(result)["表 'A'"]["B1"].fill.fgColor.rgb == "FFFBD5D5"


def test_the_strict_dialect_is_refused() -> None:
    data = rich_workbook()
    strict = parts(data)["xl/workbook.xml"].replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with pytest.raises(NotTransitionalError):
        annotated(repack(data, {"xl/workbook.xml": strict}), remark("表 'A'!B1"))


def test_a_workbook_without_styles_gets_some() -> None:
    workbook = openpyxl.Workbook()
    workbook.create_sheet("说明")["A1"] = "无格式"
    found = parts(saved(workbook))
    del found["xl/styles.xml"]
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        root = etree.fromstring(found[name])
        for each in root:
            if "styles" in str(each.get("Target")) + str(each.get("PartName")):
                root.remove(each)
        found[name] = etree.tostring(root)
    bare = pack(found)
    sheet = load(annotated(bare, remark("说明!A1")))["说明"]
    assert sheet["A1"].fill.fgColor.rgb == "FFFBD5D5"


def test_a_style_sheet_that_lacks_lists_is_completed() -> None:
    data = rich_workbook()
    sparing = f'<styleSheet xmlns="{S[1:-1]}"><cellXfs count="1"><xf/></cellXfs></styleSheet>'.encode()
    result = annotated(repack(data, {"xl/styles.xml": sparing}), remark("说明!A1"))
    root = etree.fromstring(parts(result)["xl/styles.xml"])
    assert [etree.QName(each).localname for each in root] == [
        "fonts",
        "fills",
        "borders",
        "cellStyleXfs",
        "cellXfs",
        "cellStyles",
    ]
    assert load(result)["说明"]["A1"].fill.fgColor.rgb == "FFFBD5D5"
