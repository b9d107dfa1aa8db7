"""Damaged and foreign documents: a clear message each, in bounded time and memory, and nothing written."""

import io
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import openpyxl
import pytest

from declint.cli.import_ import command
from declint.forms.open import open_document
from declint.forms.reading import read_forms
from declint.forms.refusals import REASONS, FormError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ROWS = [
    ["财政项目支出绩效目标申报表（2026年度）"],
    ["项目名称", "绿化"],
    ["年度总体目标", "种树"],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "种树", "≥1(棵)"],
]


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def word(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    table = document.add_table(0, max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    return saved(document)


def excel(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return saved(book)


def repacked(data: bytes, **parts: bytes) -> bytes:
    """A zipped document with parts put in or replaced (``__`` stands for a slash, ``_`` for a dot)."""
    new = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in old.namelist():
            if name not in new:
                target.writestr(name, old.read(name))
        for name, content in new.items():
            target.writestr(name, content)
    return buffer.getvalue()


def claiming(data: bytes, part: str, size: int) -> bytes:
    """A zipped document whose directory claims another size for a part than it has."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(part.encode()))
    return data[: at + 24] + size.to_bytes(4, "little") + data[at + 28 :]


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, len(body))
    )


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
EMPTY_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
SCANNED_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /XObject << /I 5 0 R >> >> >>"
)
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length 1 >>\nstream\n\x00\nendstream"
)
DRAWING = b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream"
PASSWORD = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    b"/ID [<00> <00>]"
)


def pictures_only() -> bytes:
    document = docx.Document()
    run = document.add_paragraph().add_run()
    pixel = (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H"
        b"\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
    )
    run.add_picture(io.BytesIO(pixel))
    return saved(document)


def entities() -> bytes:
    """Entities within entities: ten letters that would become a thousand million."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "十个汉字">{levels}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


def far_cell() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["XFD1048576"] = "角落"
    return saved(book)


DAMAGED: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("nothing in it", "a.docx", lambda: b"", "empty"),
    ("blanks only", "a.txt", lambda: b" \r\n\t\n", "empty"),
    ("a picture called Word", "a.docx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "not-a-form-file"),
    ("a web page with the ending of Excel", "a.xls", lambda: b"<html><table>", "not-a-form-file"),
    ("a program", "a.pdf", lambda: b"MZ" + bytes(range(256)), "not-a-form-file"),
    ("an archive of something else", "a.docx", lambda: repacked(zipped(), a_txt=b"1"), "not-a-form-file"),
    ("a workbook with macros", "a.xlsm", lambda: repacked(excel(ROWS), xl__vbaProject_bin=b"1"), "macros"),
    ("a Word file with macros", "a.docx", lambda: repacked(word(ROWS), word__vbaProject_bin=b"1"), "macros"),
    ("a password on Word", "a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ("a password on a PDF", "a.pdf", lambda: pdf(CATALOG, PAGES, EMPTY_PAGE, trailer=PASSWORD), "encrypted"),
    ("Word of before 2007", "a.doc", lambda: OLE + "WordDocument".encode("utf-16-le"), "old-word"),
    ("Excel of before 2007, damaged", "a.xls", lambda: OLE + "Workbook".encode("utf-16-le"), "broken"),
    ("a Word file cut off", "a.docx", lambda: word(ROWS)[:9000], "broken"),
    ("a PDF cut off", "a.pdf", lambda: pdf(CATALOG, PAGES, EMPTY_PAGE)[:60], "broken"),
    ("XML cut off", "a.docx", lambda: repacked(word(ROWS), word__document_xml=b"<w:document"), "broken"),
    ("a sheet cut off", "a.xlsx", lambda: repacked(excel(ROWS), xl__worksheets__sheet1_xml=b"<"), "broken"),
    ("a zip bomb", "a.docx", lambda: repacked(word(ROWS), word__document_xml=b" " * 70_000_000), "bomb"),
    ("a claim of 2 GB", "a.xlsx", lambda: claiming(excel(ROWS), "worksheets/sheet1.xml", 2**31), "bomb"),
    ("a part longer than claimed", "a.docx", lambda: claiming(word(ROWS), "word/document.xml", 99), "broken"),
    ("50 MB and more", "a.txt", lambda: b"1" * 50_000_001, "too-large"),
    ("a scan", "a.pdf", lambda: pdf(CATALOG, PAGES, SCANNED_PAGE, DRAWING, PICTURE), "scan"),
    ("an empty page", "a.pdf", lambda: pdf(CATALOG, PAGES, EMPTY_PAGE), "no-text"),
    ("pictures only", "a.docx", pictures_only, "images-only"),
    ("an empty workbook", "a.xlsx", lambda: excel([[]]), "no-text"),
    ("an unrelated table in Word", "a.docx", lambda: word([["姓名", "电话"], ["张三", "1"]]), "no-form"),
    ("an unrelated table in Excel", "a.xlsx", lambda: excel([["姓名", "电话"], ["张三", "1"]]), "no-form"),
    ("a form without its indicators", "a.xlsx", lambda: excel(ROWS[:3]), "no-form"),
    ("one cell in the far corner", "a.xlsx", far_cell, "no-form"),
    ("text in no encoding", "a.txt", lambda: b"\x80\xff\xfe\x81" * 9, "not-a-form-file"),
]  # fmt: skip


def peak() -> int:
    """The most memory this process ever had, in kilobytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "make", "kind"), [pytest.param(*case[1:], id=case[0].replace(" ", "-")) for case in DAMAGED]
)
def test_a_clear_message_and_nothing_written(
    path: str, make: Callable[[], bytes], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / path
    source.write_bytes(make())
    before, memory = time.perf_counter(), peak()
    assert command([str(source)], tmp_path / "out") == 3
    assert time.perf_counter() - before < 10
    assert peak() - memory < 400_000
    message = capsys.readouterr()
    assert message.out == ""
    assert REASONS[kind][0].zh.partition("{")[0] in message.err
    assert "Traceback" not in message.err
    assert not (tmp_path / "out").exists()


def test_every_reason_is_said_in_both_languages() -> None:
    for kind, (message, advice) in REASONS.items():
        error = FormError(kind, size=1, limit=2, pages=3, problem="x")
        assert all(error.say(language) for language in ("zh", "en"))
        assert message.zh != message.en
        assert advice.zh != advice.en


def test_a_missing_library_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "declint.forms.read_docx", raising=False)
    with pytest.raises(FormError) as caught:
        read_forms("a.docx", word(ROWS))
    assert "python -m pip install 'declint[forms]'" in caught.value.say("zh")


def test_entities_do_not_grow() -> None:
    data = repacked(word(ROWS), word__document_xml=entities())
    before = time.perf_counter()
    with pytest.raises(FormError):
        read_forms("a.docx", data)
    assert time.perf_counter() - before < 5


@pytest.mark.parametrize(
    ("path", "make"), [("a.xlsx", word), ("a.pdf", excel), ("a", word), ("a.yaml", excel)]
)
def test_a_wrong_ending_does_not_matter(path: str, make: Callable[[list[list[str]]], bytes]) -> None:
    assert [form.name for form in read_forms(path, make(ROWS)).forms] == ["绿化"]


@pytest.mark.parametrize("make", [word, excel])
def test_a_form_of_two_thousand_rows(make: Callable[[list[list[str]]], bytes]) -> None:
    data = make([*ROWS, *(["", "", f"种树{number}", f"≥{number}(棵)"] for number in range(2000))])
    before = time.perf_counter()
    (form,) = read_forms("a", data).forms
    assert len(form.indicators) == 2001
    assert time.perf_counter() - before < 20


@pytest.mark.parametrize("make", [lambda: word(ROWS), lambda: excel(ROWS)])
def test_wherever_a_document_is_cut_off_it_is_read_or_refused(make: Callable[[], bytes]) -> None:
    data = make()
    for end in range(0, len(data), max(len(data) // 60, 1)):
        with suppress(FormError):
            open_document("a.docx", data[:end])
