"""A Word document with comments is the same document: its text, its formatting and its other parts stay."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from declint.declaration.reading import read_bytes
from declint.finding import Severity
from declint.forms.annotate_docx import annotate_docx
from declint.forms.docx_runs import places, text_of
from declint.forms.layout import lay_out
from declint.forms.numbering import W
from declint.forms.open import open_document
from declint.forms.reading import declarations
from declint.forms.remark import Remark, Replacement, Stretch
from declint.forms.write_docx import write_docx
from declint.report.remarks import remarks
from declint.rules.registry import selected
from declint.run import check_files
from declint.settings import Limits, Settings
from declint.testing import BASE

PLANTED = {
    "YEA002": ("计划完成日期: 2026-12-31", "计划完成日期: 2025-12-31", "2025-12-31"),
    "FND001": ("年度资金申请总额: 500000.00", "年度资金申请总额: 600000.00", "600,000.00"),
    "GOL001": ("不少于 12 场", "不少于 20 场", "不少于 20 场"),
    "TXT006": ("满意度达到 90% 以上。", "满意度达到 90% 以上。做好服务服务工作。", "服务服务"),
    "TGT008": ("≤800.00(元/场)", "≥800.00(元/场)", "≥"),
    "TGT010": (
        "≥12.00(场)\n",
        "≥12.00(场)\n      图书修补量: ≥2.50(家)\n",
        "2.50",
    ),
    "TGT001": ("≥98.00(%)", "≥100.00(%)", "≥100.00(%)"),
    "TGT004": ("≥95.00(%)", "", "新书上架及时率"),
    "TGT006": ("≥300.00(人)\n", "≥300.00(人)\n      服务能力提升: 提升\n", "提升"),
    "TGT007": ("≥90.00(%)", "读者普遍满意，没有投诉。", "读者普遍满意，没有投诉。"),
}
"""Ten mistakes: what the clean declaration says, what is written instead, and the stretch that is wrong."""


def planted() -> str:
    text = BASE
    for right, wrong, _ in PLANTED.values():
        assert right in text
        text = text.replace(right, wrong)
    return text


def written(text: str) -> bytes:
    declaration = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert declaration
    return write_docx(lay_out(declaration))


def found_in(data: bytes) -> list[Remark]:
    forms = {f"a.docx#{n}": form for n, form in enumerate(declarations("a.docx", data))}
    report = check_files([(n, t.encode()) for n, (t, _) in forms.items()], selected(Settings()), Settings())
    return list(remarks(report, {name: origin for name, (_, origin) in forms.items()}, "zh"))


def body(data: bytes) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).find(f"{W}body")


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def anchored(data: bytes) -> list[tuple[str, str]]:
    """Of each comment its first line and the text it spans, in the order of the comments."""
    comments: Any = etree.fromstring(parts(data)["word/comments.xml"])
    spans: dict[str, str] = {}
    open_now: set[str] = set()
    referred: list[str] = []
    for element in body(data).iter():
        number = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_now.add(number)
            spans[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_now.remove(number)
        elif element.tag == f"{W}commentReference":
            referred.append(number)
        elif element.tag in (f"{W}t", f"{W}delText"):
            for each in open_now:
                spans[each] += element.text or ""
    assert not open_now
    assert sorted(referred) == sorted(spans) == sorted(each.get(f"{W}id") for each in comments)
    return [("".join(each[0].itertext()), spans[each.get(f"{W}id")]) for each in comments]


def canonical(element: Any) -> bytes:
    return etree.tostring(element, method="c14n") if element is not None else b""


def characters(data: bytes) -> list[tuple[str, bytes]]:
    """Every character of the body with the format of its run; paragraphs, cells and rows with theirs."""
    found: list[tuple[str, bytes]] = []
    for element in body(data).iter():
        if element.tag in (f"{W}p", f"{W}tc", f"{W}tr", f"{W}tbl"):
            found.append((element.tag, canonical(element.find(f"{element.tag}Pr"))))
        elif element.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}instrText", f"{W}fldChar"):
            shown = canonical(element.getparent().find(f"{W}rPr"))
            text = element.text or element.tag
            found.extend((char, shown) for char in (text if element.tag == f"{W}t" else [text]))
    return found


def remark(address: str, stretch: str, near: int = 0, **more: Any) -> Remark:
    return Remark(
        address, "", "", Stretch(stretch, near), Severity.ERROR, "错误", "TGT001", "一句话", "改一改", **more
    )


def annotated(data: bytes, *found: Remark, **options: Any) -> bytes:
    return annotate_docx(data, found, "declint", None, **options)[0]


def document_with(*runs: tuple[str, str]) -> bytes:
    """A document whose first table has one cell with these runs; a run is 'b' (bold), 'i' (italics) or ''."""
    document = docx.Document()
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    for text, style in runs:
        run = paragraph.add_run(text)
        run.bold, run.italic = style == "b" or None, style == "i" or None
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_ten_mistakes_get_ten_comments_where_they_belong() -> None:
    data = written(planted())
    found = found_in(data)
    assert len(found) == 10
    comments = anchored(annotated(data, *found))
    assert {code: span for code in PLANTED for line, span in comments if f" {code}：" in line} == {
        code: stretch for code, (_, _, stretch) in PLANTED.items()
    }


def test_the_document_stays_what_it_was_but_for_the_comments() -> None:
    data = written(planted())
    result = annotated(data, *found_in(data))
    assert characters(result) == characters(data)
    before, after = parts(data), parts(result)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert [text for text, _ in declarations("a.docx", result)] == [
        text for text, _ in declarations("a.docx", data)
    ]


def test_several_forms_in_one_document_are_each_spoken_of() -> None:
    other = planted().replace("社区图书馆运行", "社区图书馆修缮").replace("图书编目准确率", "图书修复合格率")
    first, second = (docx.Document(io.BytesIO(written(text))) for text in (planted(), other))
    for element in list(second.element.body)[:-1]:
        first.element.body.insert(len(first.element.body) - 1, element)
    buffer = io.BytesIO()
    first.save(buffer)
    data = buffer.getvalue()
    found = found_in(data)
    assert sorted({each.address.split(".")[0] for each in found}) == ["1", "2", "3", "4"]
    result = annotated(data, *found)
    assert characters(result) == characters(data)
    spans = [span for line, span in anchored(result) if " TGT001：" in line]
    assert spans == ["≥100.00(%)", "≥100.00(%)"]


def test_word_libraries_read_the_comments() -> None:
    data = written(planted())
    result = docx.Document(io.BytesIO(annotate_docx(data, found_in(data), "张三", "2026-01-31T00:00:00Z")[0]))
    comments = list(result.comments)
    assert len(comments) == 10
    assert {each.author for each in comments} == {"张三"}
    assert {str(each.timestamp) for each in comments} == {"2026-01-31 00:00:00+00:00"}
    assert "改法：" in comments[0].text


def test_the_same_document_gives_the_same_bytes() -> None:
    data = written(planted())
    assert annotated(data, *found_in(data)) == annotated(data, *found_in(data))


def test_a_second_round_adds_only_what_is_new() -> None:
    data = written(planted())
    *known, new = found_in(data)
    once = annotated(data, *known)
    twice = annotated(once, *found_in(once))
    assert anchored(twice)[:-1] == anchored(once)
    assert anchored(twice)[-1] == (new.lines[0], new.stretch.text)
    assert characters(twice) == characters(data)


def test_comments_of_others_stay() -> None:
    data = annotate_docx(written(planted()), [remark("1.1.2", "社区")], "张三", None)[0]
    result = annotated(data, remark("1.1.2", "社区"))
    assert anchored(result) == [("错误 TGT001：一句话", "社区")] * 2
    assert [each.author for each in docx.Document(io.BytesIO(result)).comments] == ["张三", "declint"]


@pytest.mark.parametrize(
    ("stretch", "near", "span"),
    [
        ("乙丙丁", 0, "乙丙丁"),
        ("甲", 0, "甲"),
        ("己", 5, "己"),
        ("甲乙丙丁戊己", 0, "甲乙丙丁戊己"),
        ("没有", 0, "甲乙丙丁戊己"),
        ("", 0, "甲乙丙丁戊己"),
    ],
)
def test_a_stretch_over_several_runs_is_spanned_exactly(stretch: str, near: int, span: str) -> None:
    data = document_with(("甲乙", "b"), ("丙", ""), ("丁戊己", "i"))
    result = annotated(data, remark("1.1.1", stretch, near))
    assert [text for _, text in anchored(result)] == [span]
    assert characters(result) == characters(data)


def test_of_several_like_stretches_the_nearest_is_meant() -> None:
    data = document_with(("服务好，服务快，服务全", ""))
    result = annotated(data, remark("1.1.1", "服务", 9), fix=False)
    text = "".join(body(result).itertext())
    runs = ["".join(each.itertext()) for each in body(result).iter(f"{W}r") if each.find(f"{W}t") is not None]
    assert text == "服务好，服务快，服务全"
    assert runs == ["服务好，服务快，", "服务", "全"]


def test_an_empty_cell_can_be_spoken_of() -> None:
    data = document_with()
    assert anchored(annotated(data, remark("1.1.1", ""))) == [("错误 TGT001：一句话", "")]


def test_a_cell_outside_the_body_is_spoken_of_at_its_beginning() -> None:
    assert anchored(annotated(document_with(("甲", "")), remark("header", "页眉"))) != []


def test_a_stretch_may_run_over_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run("第一段")
    cell.add_paragraph("第二段")
    buffer = io.BytesIO()
    document.save(buffer)
    result = annotated(buffer.getvalue(), remark("1.1.1", "一段\n第二"))
    assert [text for _, text in anchored(result)] == ["一段第二"]


def test_links_fields_and_controls_stay_whole() -> None:
    document = docx.Document()
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    paragraph.add_run("前")
    link = OxmlElement("w:hyperlink")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    for parent, text in ((link, "链接里"), (content, "控件里")):
        run = paragraph.add_run(text)._r
        parent.append(run)
    control.append(content)
    paragraph._p.append(link)
    paragraph._p.append(control)
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    result = annotated(data, remark("1.1.1", "接里控件"), remark("1.1.1", "前链"))
    assert [text for _, text in anchored(result)] == ["接里控件", "前链"]
    assert characters(result) == characters(data)


def accepted(data: bytes, *, changes: bool) -> str:
    """The text with all tracked changes accepted, or with all of them rejected."""
    root = body(data)
    for element in list(root.iter(f"{W}del" if changes else f"{W}ins")):
        element.getparent().remove(element)
    return "".join(each.text or "" for each in root.iter(f"{W}t", f"{W}delText"))


def fix(old: str, new: str, near: int = 0) -> Remark:
    return remark("1.1.1", old, near, fix=(Replacement("1.1.1", Stretch(old, near), new),), repair="改")


def test_a_safe_fix_is_a_tracked_change_that_can_be_taken_back() -> None:
    data = document_with(("≥100.00", "b"), ("(%)", ""))
    result, fixed = annotate_docx(data, [fix("≥", "=")], "张三", "2026-01-31T00:00:00Z", True)
    assert len(fixed) == 1
    assert accepted(result, changes=True) == "=100.00(%)"
    assert accepted(result, changes=False) == "≥100.00(%)"
    change = next(body(result).iter(f"{W}ins"))
    assert (change.get(f"{W}author"), change.get(f"{W}date")) == ("张三", "2026-01-31T00:00:00Z")
    assert change.find(f"{W}r/{W}rPr/{W}b") is not None
    assert anchored(result) == [("错误 TGT001：一句话", "≥=")]


def test_the_fixes_of_the_rules_come_out_as_the_rules_say() -> None:
    data = written(planted())
    result, fixed = annotate_docx(data, found_in(data), "declint", None, True)
    assert [each.code for each in fixed] == ["TGT001"]
    accepted_form = declarations("a.docx", result)[0][0]
    assert "图书编目准确率: =100.00(%)" in accepted_form
    assert accepted(result, changes=False) == accepted(data, changes=False)


@pytest.mark.parametrize("unsound", [fix("没有", "x"), fix("甲", "x", 9), fix("链接里", "x")])
def test_a_fix_that_is_not_sound_is_left_to_the_user(unsound: Remark) -> None:
    document = docx.Document()
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    paragraph.add_run("甲乙甲")
    link = OxmlElement("w:hyperlink")
    link.append(paragraph.add_run("链接里")._r)
    paragraph._p.append(link)
    buffer = io.BytesIO()
    document.save(buffer)
    result, fixed = annotate_docx(buffer.getvalue(), [unsound], "declint", None, True)
    assert fixed == []
    assert list(body(result).iter(f"{W}ins", f"{W}del")) == []


PIECES = st.lists(
    st.tuples(st.text("甲乙丙12≥(\t \n", min_size=1, max_size=6), st.sampled_from(["", "b", "i"])), max_size=6
)


@settings(deadline=None, max_examples=60)
@given(PIECES, st.data())
def test_any_stretches_of_any_runs_leave_text_and_formatting_alone(
    runs: Sequence[tuple[str, str]], data: st.DataObject
) -> None:
    document = document_with(*runs)
    text = text_of(places(body(document))["1.1.1"])[0]
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), max_size=4)
    )
    found = [remark("1.1.1", text[start:end], start) for start, end in spans]
    result = annotated(document, *found)
    assert characters(result) == characters(document)
    assert [shown for _, shown in anchored(result)] == [
        (text[start:end] or text).replace("\t", "").replace("\n", "") for start, end in spans
    ]


def test_addresses_lead_to_the_cells_that_were_read() -> None:
    document = docx.Document()
    document.add_paragraph("表前")
    outer = document.add_table(2, 2)
    outer.cell(0, 0).text = "甲"
    outer.cell(0, 1).merge(outer.cell(1, 1)).text = "并\n排"
    inner = outer.cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "里一", "里二"
    document.add_paragraph("表后")
    document.add_table(1, 1).cell(0, 0).text = "又一表"
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    found = places(body(data))
    cells = [cell for cell in open_document("a.docx", data).cells() if not cell.address.startswith("h")]
    assert len(cells) == 7
    for cell in cells:
        assert text_of(found[cell.address])[0].strip() == cell.text
