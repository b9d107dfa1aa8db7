"""The styles of a workbook: that of a cell with another fill, and those of a sheet of text."""

from copy import deepcopy
from typing import Any

from lxml import etree

from declint.finding import Severity
from declint.forms.office import Office, empty

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LISTS = {
    "fonts": '<font><sz val="11"/><name val="宋体"/></font>',
    "fills": '<fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border/>",
    "cellStyleXfs": "<xf/>",
    "cellXfs": '<xf xfId="0"/>',
    "cellStyles": '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
}
"""The lists of a style sheet in their order, with what each holds at least."""
_COLOURS = {Severity.ERROR: "FFFBD5D5", Severity.WARNING: "FFFDEBC8", Severity.NOTE: "FFDCEBFA"}


class Styles:
    """The styles of a workbook; ``save`` writes them when something was added."""

    def __init__(self, office: Office) -> None:
        self._office = office
        part = office.related(office.main, "styles")
        self._part = (
            part
            or office.add(office.main, "styles", "xl/styles.xml", _STYLES_TYPE, empty(f"{S}styleSheet"))[0]
        )
        self._root: Any = office.read(self._part)
        self._complete()
        self._filled: dict[tuple[int, Severity], int] = {}
        self._fills: dict[Severity, int] = {}

    def _complete(self) -> None:
        """Add the lists that a sparing program left out, each with what stands for the usual look."""
        for number, (name, usual) in enumerate(_LISTS.items()):
            if self._root.find(f"{S}{name}") is None:
                fresh = etree.fromstring(f'<{name} xmlns="{S[1:-1]}">{usual}</{name}>')
                before = {f"{S}{each}" for each in ("numFmts", *list(_LISTS)[:number])}
                self._root.insert(sum(child.tag in before for child in self._root), fresh)

    def save(self) -> None:
        """Write the styles."""
        self._office.write(self._part, self._root)

    def filled(self, style: int, severity: Severity) -> int:
        """The number of the style that differs from another one by the severity's fill alone."""
        if (style, severity) not in self._filled:
            formats = self._formats()
            base = deepcopy(formats[style]) if style < len(formats) else etree.Element(f"{S}xf")
            base.set("fillId", str(self.fill(severity)))
            base.set("applyFill", "1")
            self._filled[style, severity] = self._add(base)
        return self._filled[style, severity]

    def fill(self, severity: Severity) -> int:
        """The number of the fill of a severity."""
        if severity not in self._fills:
            fills = self._root.find(f"{S}fills")
            fill = etree.SubElement(
                etree.SubElement(fills, f"{S}fill"), f"{S}patternFill", patternType="solid"
            )
            etree.SubElement(fill, f"{S}fgColor", rgb=_COLOURS[severity])
            etree.SubElement(fill, f"{S}bgColor", indexed="64")
            fills.set("count", str(len(fills)))
            self._fills[severity] = len(fills) - 1
        return self._fills[severity]

    def text(self, *, bold: bool = False) -> int:
        """The number of a style for wrapped text at the top of its cell."""
        style = etree.Element(f"{S}xf", numFmtId="49", fontId="0", fillId="0", borderId="0", xfId="0")
        if bold:
            style.set("fontId", str(self._bold()))
            style.set("applyFont", "1")
        style.set("applyNumberFormat", "1")
        style.set("applyAlignment", "1")
        etree.SubElement(style, f"{S}alignment", vertical="top", wrapText="1")
        return self._add(style)

    def _bold(self) -> int:
        fonts = self._root.find(f"{S}fonts")
        font = deepcopy(fonts[0])
        for old in font.findall(f"{S}b"):
            font.remove(old)
        font.insert(0, etree.Element(f"{S}b"))
        fonts.append(font)
        fonts.set("count", str(len(fonts)))
        return len(fonts) - 1

    def _formats(self) -> Any:
        return self._root.find(f"{S}cellXfs")

    def _add(self, style: Any) -> int:
        formats = self._formats()
        formats.append(style)
        formats.set("count", str(len(formats)))
        return len(formats) - 1
