"""The form as a page for print: one file, no script, nothing loaded from elsewhere."""

import base64
import hashlib
from html import escape
from itertools import pairwise

from declint.forms.layout import Layout
from declint.forms.table import Box, Kind, Table

_STYLE = """
@page { size: A4; margin: 15mm; }
* { box-sizing: border-box; }
body { max-width: 180mm; margin: 10mm auto; color: #000; background: #fff;
  font: 10pt/1.4 SimSun, "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", serif; }
h1 { font: 16pt/1.3 SimHei, "Heiti SC", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif;
  text-align: center; margin: 0; }
.year { font-size: 11pt; text-align: center; margin: 2mm 0 3mm; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
table + table { margin-top: -1px; }
th, td { border: 1px solid #000; padding: .6mm 1mm; height: 7mm; font-weight: normal; text-align: left;
  vertical-align: middle; white-space: pre-wrap; overflow-wrap: anywhere; }
th { text-align: center; }
.amount { text-align: right; font-variant-numeric: tabular-nums; }
.prose { vertical-align: top; text-align: justify; }
.prose p { margin: 0; text-indent: 2em; min-height: 1.4em; }
.edition { margin: 2mm 0 0; }
@media print { body { margin: 0; max-width: none; } }
@media print { thead { display: table-header-group; } .rows td { break-inside: avoid; } }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{heading}</h1>
<p class="year">{year}</p>
{head}
{indicators}
{edition}</body>
</html>
"""


def write_html(layout: Layout) -> bytes:
    """The bytes of the page."""
    edition = f'<p class="edition">表式：{escape(layout.edition)}</p>\n' if layout.edition else ""
    page = _PAGE.format(
        policy=_POLICY,
        title=escape(layout.name or layout.title),
        style=_STYLE,
        heading=escape(layout.title),
        year=escape(layout.year),
        head=_table(layout.head, "head"),
        indicators=_table(layout.indicators, "rows"),
        edition=edition,
    )
    return page.replace("\r", "&#13;").encode()


def _table(table: Table, name: str) -> str:
    edges = table.edges
    total = edges[-1] - edges[0]
    columns = "".join(f'<col width="{(right - left) / total:.3%}">' for left, right in pairwise(edges))
    rows = ["<tr>" + "".join(_cell(cell, edges) for cell in row) + "</tr>" for row in table.rows]
    head = "".join(rows[: table.heads])
    head = f"<thead>{head}</thead>\n" if head else ""
    body = "\n".join(rows[table.heads :])
    return (
        f'<table class="{name}">\n<colgroup>{columns}</colgroup>\n{head}<tbody>\n{body}\n</tbody>\n</table>'
    )


def _cell(cell: Box, edges: tuple[int, ...]) -> str:
    tag = "th" if cell.kind in (Kind.LABEL, Kind.HEAD) else "td"
    columns = edges.index(cell.right) - edges.index(cell.left)
    attributes = (
        (f' class="{cell.kind.value}"' if cell.kind in (Kind.AMOUNT, Kind.PROSE) else "")
        + (f' colspan="{columns}"' if columns > 1 else "")
        + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
    )
    if cell.kind is Kind.PROSE and cell.text:
        content = "".join(f"<p>{escape(line)}</p>" for line in cell.paragraphs)
    else:
        content = "<br>".join(escape(line) for line in cell.paragraphs)
    return f"<{tag}{attributes}>{content}</{tag}>"
