"""A Word document with a comment at each finding, and safe fixes as tracked changes."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from declint.forms.docx_runs import paragraphs_of, places, runs_between, text_of
from declint.forms.numbering import W
from declint.forms.office import Office
from declint.forms.remark import Remark, Replacement

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INITIALS = 9


def annotate_docx(
    data: bytes, remarks: Sequence[Remark], author: str, date: str | None, fix: bool = False
) -> tuple[bytes, list[Remark]]:
    """The document with its remarks, and those remarks whose fix was written as a tracked change.

    ``date`` is a time such as ``2026-01-31T00:00:00Z``, None for comments without one. A stretch that is not
    in its cell means the whole cell; a cell that is not in the body (a page header) means its beginning.
    """
    office = Office(data)
    root = office.read(office.main)
    found = places(root.find(f"{W}body"))
    editor = _Editor(office, root, author, date)
    for remark in remarks:
        place = found.get(remark.address)
        editor.comment(next(iter(found.values())) if place is None else place, remark)
    fixed = [remark for remark in remarks if fix and editor.replace(found, remark.fix)]
    editor.save()
    return office.bytes(), fixed


class _Editor:
    """Writes comments and changes into the main part; keeps the numbers that they are told apart by."""

    def __init__(self, office: Office, root: Any, author: str, date: str | None) -> None:
        self.office, self.root = office, root
        self.signed = {f"{W}author": author} | ({f"{W}date": date} if date else {})
        self.author = author
        self.part = office.related(office.main, "comments")
        self.comments = (
            office.read(self.part) if self.part else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        )
        self.earlier = list(self.comments)
        used = [each.get(f"{W}id") for tree in (self.comments, root) for each in tree.iter()]
        self.last = max((int(number) for number in used if number and number.isdigit()), default=-1)

    def number(self) -> str:
        self.last += 1
        return str(self.last)

    def save(self) -> None:
        self.office.write(self.office.main, self.root)
        if self.part:
            self.office.write(self.part, self.comments)
        else:
            folder = self.office.main.rpartition("/")[0]
            self.office.add(
                self.office.main, "comments", f"{folder}/comments.xml", _COMMENTS_TYPE, self.comments
            )

    def comment(self, place: Any, remark: Remark) -> None:
        """Add a comment and anchor it; where an earlier round has left the same one it stands already."""
        if self._has(place, remark):
            return
        number = self.number()
        comment = etree.SubElement(
            self.comments,
            f"{W}comment",
            {f"{W}id": number, **self.signed, f"{W}initials": self.author[:_INITIALS]},
        )
        for line in remark.lines:
            _paragraph(comment, line)
        first, last = self._anchor(place, remark)
        start = etree.Element(f"{W}commentRangeStart", {f"{W}id": number})
        end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": number})
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": number})
        if first is None:
            paragraphs = paragraphs_of(place) or [etree.SubElement(place, f"{W}p")]
            paragraphs[0].extend((start, end, reference))
            return
        first.addprevious(start)
        last.addnext(end)
        end.addnext(reference)

    def _has(self, place: Any, remark: Remark) -> bool:
        numbers = {each.get(f"{W}id") for each in place.iter(f"{W}commentRangeStart")}
        return any(
            comment.get(f"{W}id") in numbers
            and comment.get(f"{W}author") == self.author
            and [text_of(paragraph)[0] for paragraph in comment.iter(f"{W}p")] == remark.lines
            for comment in (self.earlier if numbers else ())
        )

    def _anchor(self, place: Any, remark: Remark) -> tuple[Any, Any]:
        """The first and the last element that a comment spans, (None, None) in an empty cell."""
        text, _ = text_of(place)
        span = remark.stretch.within(text) or (0, len(text))
        runs = runs_between(place, *span)
        if not runs:
            return None, None
        return _outermost(runs[0]), _outermost(runs[-1])

    def replace(self, found: dict[str, Any], fix: Sequence[Replacement]) -> bool:
        """Write a fix as tracked changes; False where one would not be sound, and then none is written."""
        spans = []
        for each in fix:
            place = found.get(each.address)
            span = each.stretch.surely_within(text_of(place)[0]) if place is not None else None
            if place is None or span is None:
                return False
            runs = runs_between(place, *span)
            if not _plain(runs):
                return False
            spans.append((runs, each.text))
        for runs, text in spans:
            self._track(runs, text)
        return bool(spans)

    def _track(self, runs: list[Any], text: str) -> None:
        deleted = etree.Element(f"{W}del", {f"{W}id": self.number(), **self.signed})
        runs[0].addprevious(deleted)
        if text:
            inserted = etree.Element(f"{W}ins", {f"{W}id": self.number(), **self.signed})
            deleted.addnext(inserted)
            run = etree.SubElement(inserted, f"{W}r")
            properties = runs[0].find(f"{W}rPr")
            if properties is not None:
                run.append(deepcopy(properties))
            _text(run, text)
        for run in runs:
            for child in run.findall(f"{W}t"):
                child.tag = f"{W}delText"
            deleted.append(run)


def _plain(runs: Iterable[Any]) -> bool:
    """Whether runs are neighbours in one paragraph that hold text alone, so that a change can be tracked."""
    runs = list(runs)
    if not runs:
        return False
    parent = runs[0].getparent()
    if parent.tag != f"{W}p" or any(run.getparent() is not parent for run in runs):
        return False
    first, last = parent.index(runs[0]), parent.index(runs[-1])
    tags = {child.tag for run in runs for child in run}
    return last - first == len(runs) - 1 and tags <= {f"{W}t", f"{W}rPr"}


def _outermost(run: Any) -> Any:
    """The run, or the one in which it stands as part of a drawing or a ruby: no comment begins inside."""
    around = list(run.iterancestors(f"{W}r"))
    return around[-1] if around else run


def _paragraph(parent: Any, text: str) -> None:
    _text(etree.SubElement(etree.SubElement(parent, f"{W}p"), f"{W}r"), text)


def _text(run: Any, text: str) -> None:
    element = etree.SubElement(run, f"{W}t")
    element.text = text
    element.set(_SPACE, "preserve")
