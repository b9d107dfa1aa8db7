"""Documents as inputs: small good ones in every format, damaged in their parts or as a whole."""

import io
import re
import zipfile
import zlib
from functools import cache

import openpyxl
from tests.fuzz.kinds import ROOT
from tests.fuzz.making import Change, Maker
from tests.fuzz.pools import HOSTILE, LABELS, STRUCTURE, VALUES

from declint.declaration.reading import read_text
from declint.declaration.source import Source
from declint.forms.layout import lay_out
from declint.forms.write_docx import write_docx
from declint.forms.write_xlsx import write_xlsx
from declint.settings import Limits
from declint.testing import BASE

ROWS = (
    ("财政项目支出绩效目标申报表（2026年度）",),
    ("项目名称", "绿化"),
    ("年度资金申请总额", "500000.00"),
    ("年度总体目标", "种树 12 棵"),
    ("一级指标", "二级指标", "三级指标", "指标值"),
    ("产出指标", "数量指标", "种树", "≥1(棵)"),
    ("", "质量指标", "成活率", "≥95.00(%)"),
)
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = (
    *("<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="-1"/>'),
    *("<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r>", "</w:r>"),
    *(
        "<w:ins>",
        "<w:del>",
        "<w:sdt>",
        "<w:tab/>",
        "<w:br/>",
        "<w:numPr/>",
        "<w:t>",
        "</w:t>",
        "<w:drawing/>",
    ),
    *('<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="A1:B"/>', 'r="A0"', 'r="XFE1"', 't="s"', 't="b"'),
    *(
        't="e"',
        "<v>",
        "</v>",
        "<f>1/0</f>",
        's="99"',
        'state="hidden"',
        "&#0;",
        "&x;",
        "<!DOCTYPE a>",
        "<?b?>",
    ),
    *(
        'Target="../x"',
        'Target="/etc/passwd"',
        'TargetMode="External"',
        "<![CDATA[",
        "]]>",
        'w:val="99999999999"',
    ),
)
_PDF = (
    *(
        " Tj",
        " TJ",
        " Tm",
        " re",
        " S",
        " cm",
        " BT",
        " ET",
        " q",
        " Q",
        "/F1 12 Tf",
        "<< /Length",
        "obj",
        "R",
    ),
    *(
        "/Filter /FlateDecode",
        "/Kids [3 0 R 3 0 R]",
        "/Parent 4 0 R",
        "/MediaBox [0 0 0 0]",
        "/Rotate 90",
        "1 0 0",
    ),
    *(
        "<4E2D>",
        "<FFFF>",
        "99999999999",
        "-1",
        "0.000001",
        "1e9",
        "null",
        "true",
        "[",
        "]",
        "<<",
        ">>",
        "xref",
    ),
)


class Documents(Maker):
    """Word, Excel of today and of old, PDF and copied text."""

    longest = 40_000
    pools = (HOSTILE, STRUCTURE, _XML, _PDF, ("\t", "\r\n", "\n\n", "|", ","), LABELS, VALUES)

    def seeds(self) -> list[bytes]:
        return list(small_documents())

    def near(self) -> bytes:
        """A form whose cells hold anything, as text or as a workbook."""
        rows = [list(row) for row in ROWS]
        for _ in range(self.chance.randint(1, 5)):
            row = self.chance.choice(rows)
            row[self.chance.randrange(len(row))] = self.word(self.chance.choice((LABELS, VALUES, HOSTILE)))
        if self.chance.random() < 0.6:
            return self.encoded("\n".join("\t".join(row) for row in rows))
        return workbook([[_NO_XML.sub("", cell) for cell in row] for row in rows])

    def changed(self, data: bytes) -> bytes:
        if not data.startswith(b"PK") or self.chance.random() < 0.15:
            return super().changed(data)
        try:
            parts = unpacked(data)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error):
            return super().changed(data)
        if not parts:
            return super().changed(data)
        telling = [name for name in parts if name.endswith((".xml", ".rels"))]
        for _ in range(self.chance.choice((1, 1, 2))):
            name = self.chance.choice(telling or list(parts))
            if name not in parts:
                continue
            kind = self.chance.random()
            if kind < 0.05:
                del parts[name]
            elif kind < 0.1:
                parts[name] = parts[self.chance.choice(list(parts))]
            else:
                parts[name] = super().changed(parts[name])
        return packed(parts)

    def changes(self) -> tuple[Change, ...]:
        return (*super().changes(), self._element, self._number)

    def _element(self, data: bytes) -> bytes:
        """An element or object taken out, doubled or put somewhere else."""
        found = list(re.finditer(rb"<(w:\w+|row|c|\w+)\b[^<>]*(?:/>|>[^<>]*</\1>)", data[:30_000]))
        if not found:
            return data
        one, other = self.chance.choice(found), self.chance.choice(found)
        kind = self.chance.randrange(3)
        if kind == 0:
            return data[: one.start()] + data[one.end() :]
        if kind == 1:
            return data[: one.end()] + one[0] * self.chance.choice((1, 3, 30)) + data[one.end() :]
        return data[: one.start()] + other[0] + data[one.end() :]

    def _number(self, data: bytes) -> bytes:
        """Another number in the place of one."""
        found = list(re.finditer(rb"\d+", data[:30_000]))
        if not found:
            return data
        one = self.chance.choice(found)
        number = self.chance.choice(
            (b"0", b"1", b"-1", b"65536", b"4294967296", b"99999999999999999999", b"1.5")
        )
        return data[: one.start()] + number + data[one.end() :]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zipped document. Raises what ``zipfile`` raises for a damaged one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        small = [each for each in archive.infolist() if each.file_size < 1_000_000]
        return {each.filename: archive.read(each) for each in small}


def packed(parts: dict[str, bytes]) -> bytes:
    """A zipped document of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def workbook(rows: list[list[str]]) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = book.active.cell(number, column)
            cell.value, cell.data_type = text, "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return packed(unpacked(buffer.getvalue()))


@cache
def small_documents() -> tuple[bytes, ...]:
    """A small good document of each kind."""
    declaration = read_text(Source("a.yaml", BASE), Limits()).declaration
    assert declaration
    layout = lay_out(declaration)
    written = [packed(unpacked(each)) for each in (write_docx(layout), write_xlsx(layout))]
    kept = ROOT / "tests" / "forms" / "documents"
    texts = ["\n".join("\t".join(row) for row in ROWS), "\r\n".join("  ".join(row) for row in ROWS)]
    return (
        *written,
        workbook([list(row) for row in ROWS]),
        (kept / "14.xls").read_bytes(),
        (kept / "14.docx").read_bytes(),
        pdf(),
        *(text.encode() for text in texts),
    )


def pdf() -> bytes:
    """The rows as a ruled table of a PDF that is not packed, so that its text can be changed in place."""
    drawn = [b"0.5 w"]
    for number, row in enumerate(ROWS):
        top = 800 - 20 * number
        width = 500 // len(row)
        for column, text in enumerate(row):
            left = 40 + width * column
            drawn.append(b"%d %d %d 20 re S" % (left, top, width))
            drawn.append(
                b"BT /F1 9 Tf %d %d Td <%s> Tj ET"
                % (left + 3, top + 6, text.encode("utf-16-be").hex().encode())
            )
    content = b"\n".join(drawn)
    return _objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )


def _objects(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
