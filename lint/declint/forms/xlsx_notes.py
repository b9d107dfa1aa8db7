"""Notes at the cells of a sheet: their text, and the yellow boxes in which Excel shows it."""

import re
from typing import Any

from lxml import etree

from declint.forms.office import Office, empty
from declint.forms.xlsx_styles import S

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEHIND_LEGACY = [
    f"{S}{name}"
    for name in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems")
] + [f"{S}{name}" for name in ("tableParts", "extLst")]
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_SHAPES_A_BLOCK = 1024


def column_number(letters_of: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters_of:
        number = number * 26 + ord(letter) - 64
    return number


def split_address(address: str) -> tuple[int, int]:
    """Row and column, from 1, of an address such as ``E14``."""
    match = _ADDRESS.fullmatch(address)
    assert match
    return int(match[2]), column_number(match[1])


def add_notes(office: Office, sheet_part: str, sheet: Any, notes: dict[str, str], author: str) -> None:
    """Write a note at each address of a sheet; a cell that has one already gets the new text behind it.

    A cell with a conversation of today's Excel is left alone: its note is but a copy of that. So is a sheet
    whose boxes are no XML, as Excel writes them beside some controls.
    """
    try:
        boxes = _boxes(office, sheet_part, sheet)
    except etree.XMLSyntaxError:
        return
    part, comments = _comments(office, sheet_part)
    by_address = {each.get("ref"): each for each in comments.iter(f"{S}comment")}
    authors = [each.text or "" for each in comments.iter(f"{S}author")]
    fresh: list[str] = []
    for address, text in notes.items():
        old = by_address.get(address)
        if old is None:
            fresh.append(address)
            _new(comments, address, text, author)
        elif text not in "".join(old.itertext()) and not _is_conversation(old, authors):
            _append(old, f"\n{author}:\n{text}")
    if part:
        office.write(part, comments)
    else:
        office.add(sheet_part, "comments", "xl/comments1.xml", _COMMENTS_TYPE, comments)
    if fresh:
        _add_boxes(boxes[1], fresh, notes)
        _save_boxes(office, sheet_part, sheet, boxes)


def _is_conversation(comment: Any, authors: list[str]) -> bool:
    return authors[int(comment.get("authorId", "0"))].startswith("tc=")


def _comments(office: Office, sheet_part: str) -> tuple[str | None, Any]:
    part = office.related(sheet_part, "comments")
    if part:
        return part, office.read(part)
    root = empty(f"{S}comments")
    etree.SubElement(root, f"{S}authors")
    etree.SubElement(root, f"{S}commentList")
    return None, root


def _new(comments: Any, address: str, text: str, author: str) -> None:
    authors = comments.find(f"{S}authors")
    names = [each.text for each in authors]
    if author not in names:
        etree.SubElement(authors, f"{S}author").text = author
        names.append(author)
    comment = etree.SubElement(
        comments.find(f"{S}commentList"), f"{S}comment", ref=address, authorId=str(names.index(author))
    )
    etree.SubElement(comment, f"{S}text")
    _append(comment, text)


def _append(comment: Any, text: str) -> None:
    run = etree.SubElement(comment.find(f"{S}text"), f"{S}r")
    properties = etree.SubElement(run, f"{S}rPr")
    etree.SubElement(properties, f"{S}sz", val="9")
    etree.SubElement(properties, f"{S}rFont", val="宋体")
    etree.SubElement(properties, f"{S}charset", val="134")
    element = etree.SubElement(run, f"{S}t")
    element.text = text
    element.set(_SPACE, "preserve")


def _boxes(office: Office, sheet_part: str, sheet: Any) -> tuple[str, Any]:
    """The part with the boxes of a sheet and its root, '' and an empty one where there is none."""
    legacy = sheet.find(f"{S}legacyDrawing")
    identity = legacy.get(f"{_R}id") if legacy is not None else ""
    part = office.relations(sheet_part).get(identity, ("", ""))[1]
    return part, office.read(part) if part else _empty_drawing()


def _add_boxes(root: Any, addresses: list[str], notes: dict[str, str]) -> None:
    shapes = (each.get("id", "") for each in root.iter(f"{_V}shape"))
    taken = [int(number) for shape in shapes for number in re.findall(r"[0-9]+$", shape)]
    for number, address in enumerate(addresses, max(taken, default=_SHAPES_A_BLOCK) + 1):
        root.append(_box(number, address, notes[address]))


def _save_boxes(office: Office, sheet_part: str, sheet: Any, boxes: tuple[str, Any]) -> None:
    part, root = boxes
    if part:
        office.write(part, root)
        return
    _, identity = office.add(sheet_part, "vmlDrawing", "xl/drawings/vmlDrawing1.vml", _VML_TYPE, root)
    element = etree.Element(f"{S}legacyDrawing", {f"{_R}id": identity})
    behind = next((each for each in sheet if each.tag in _BEHIND_LEGACY), None)
    if behind is None:
        sheet.append(element)
    else:
        behind.addprevious(element)


def _empty_drawing() -> Any:
    root = etree.Element("xml", nsmap={"v": _V[1:-1], "o": _O[1:-1], "x": _X[1:-1]})
    layout = etree.SubElement(root, f"{_O}shapelayout", {f"{_V}ext": "edit"})
    etree.SubElement(layout, f"{_O}idmap", {f"{_V}ext": "edit", "data": "1"})
    kind = etree.SubElement(
        root, f"{_V}shapetype", {"id": "_x0000_t202", "coordsize": "21600,21600", f"{_O}spt": "202"}
    )
    kind.set("path", "m,l,21600r21600,l21600,xe")
    etree.SubElement(kind, f"{_V}stroke", joinstyle="miter")
    etree.SubElement(kind, f"{_V}path", {"gradientshapeok": "t", f"{_O}connecttype": "rect"})
    return root


def _box(number: int, address: str, text: str) -> Any:
    """The hidden box of a note, right of its cell, as high as its text needs."""
    row, column = split_address(address)
    lines = sum(len(line) // 22 + 1 for line in text.split("\n"))
    height = min(max(lines + 1, 4), 24)
    shape = etree.Element(
        f"{_V}shape",
        {
            "id": f"_x0000_s{number}",
            "type": "#_x0000_t202",
            "style": "position:absolute;margin-left:0;margin-top:0;z-index:1;visibility:hidden",
            "fillcolor": "#ffffe1",
            f"{_O}insetmode": "auto",
        },
        nsmap={"v": _V[1:-1], "o": _O[1:-1], "x": _X[1:-1]},
    )
    etree.SubElement(shape, f"{_V}fill", color2="#ffffe1")
    etree.SubElement(shape, f"{_V}path", {f"{_O}connecttype": "none"})
    etree.SubElement(shape, f"{_V}textbox", style="mso-direction-alt:auto")
    data = etree.SubElement(shape, f"{_X}ClientData", ObjectType="Note")
    etree.SubElement(data, f"{_X}MoveWithCells")
    etree.SubElement(data, f"{_X}SizeWithCells")
    anchor = f"{column}, 12, {max(row - 2, 0)}, 4, {column + 4}, 12, {max(row - 2, 0) + height}, 4"
    etree.SubElement(data, f"{_X}Anchor").text = anchor
    etree.SubElement(data, f"{_X}AutoFill").text = "False"
    etree.SubElement(data, f"{_X}Row").text = str(row - 1)
    etree.SubElement(data, f"{_X}Column").text = str(column - 1)
    return shape
