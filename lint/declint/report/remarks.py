"""The findings in a document as remarks at its cells."""

from collections.abc import Iterator, Mapping

from declint.declaration.origin import Origin, Piece
from declint.finding import Fix, Related, Safety
from declint.fixing.resolve import resolve
from declint.forms.remark import Remark, Replacement, Stretch
from declint.pattern import pattern
from declint.report.wording import ADVICE, SEVERITY
from declint.run import FileResult, Report, Result

_INDENTED_BREAK = pattern(r"\n[ ]*")
_QUOTES = "'\""


def remarks(report: Report, origins: Mapping[str, Origin], language: str) -> Iterator[Remark]:
    """A remark for each result; ``origins`` leads from the path of a checked file to its document."""
    for result in report.results:
        origin = origins[result.file.path]
        start, end = result.span
        piece = _piece(origin, start)
        if piece is None:
            continue
        finding = result.finding
        fix = next((each for each in finding.fixes if each.safety is Safety.SAFE), None)
        replacements = _replacements(fix, result.file, origin) if fix else ()
        yield Remark(
            piece.address,
            piece.spot.say(language),
            piece.text,
            _stretch(result.file.source.text, start, end, piece, origin),
            result.severity,
            SEVERITY[result.severity].say(language, {}),
            result.rule.code,
            _line(finding.message.say(language, finding.arguments)),
            _line(finding.advice.say(language, finding.arguments)),
            ADVICE.say(language, {}),
            "：" if language == "zh" else ": ",
            tuple(_evidence(related, result, report, origins, language) for related in finding.related),
            replacements,
            fix.title.say(language, finding.arguments) if fix else "",
        )


def _line(text: str) -> str:
    return " ".join(text.split())


def _evidence(
    related: Related, result: Result, report: Report, origins: Mapping[str, Origin], language: str
) -> str:
    """What a related place says, with the cell or the file in which a person finds it."""
    file = (report.file(related.path) if related.path else None) or result.file
    piece = _piece(origins[file.path], file.span(related.at)[0])
    words = _line(related.words.say(language, result.finding.arguments))
    project = f"{file.name} " if file is not result.file else ""
    return f"→ {project}{piece.spot.say(language)} {words}" if piece else f"→ {words}"


def _piece(origin: Origin, offset: int) -> Piece | None:
    """The piece that an offset lies in; between two the next one, for a heading its first row."""
    piece = origin.piece(offset)
    if piece and piece.start <= offset < max(piece.end, piece.start + 1):
        return piece
    return next((each for each in origin.pieces if each.start >= offset), piece)


def _stretch(text: str, start: int, end: int, piece: Piece, origin: Origin) -> Stretch:
    """What is meant of a cell; all of it where that is not in the text the cell was read as."""
    if not piece.start <= start < end:
        return Stretch("")
    meant = _INDENTED_BREAK.sub("\n", text[start:end]).strip()
    if meant[:1] in _QUOTES and meant[:1] == meant[-1:]:
        meant = meant[1:-1]
    return Stretch(meant, _offset(text, start, piece, origin))


def _offset(text: str, at: int, piece: Piece, origin: Origin) -> int:
    """How many characters of the cell stand in front of an offset of the file."""
    before = text[_begin(origin, piece) : at]
    if before.startswith(("|", ">")):
        before = before.partition("\n")[2].lstrip(" ")
    elif before[:1] in _QUOTES:
        before = before[1:]
    return len(_INDENTED_BREAK.sub("\n", before))


def _begin(origin: Origin, piece: Piece) -> int:
    """Where the text of a piece's cell begins, which may be several pieces before: one a line."""
    begin = piece.start
    for each in reversed(origin.pieces):
        if each.start < begin:
            if each.address != piece.address:
                break
            begin = each.start
    return begin


def _replacements(fix: Fix, file: FileResult, origin: Origin) -> tuple[Replacement, ...]:
    """The fix as replacements in cells; none where one of its edits is no replacement within one cell."""
    found: list[Replacement] = []
    text = file.source.text
    for edit in resolve(fix, file.source, file.tree):
        piece = origin.piece(edit.start)
        inside = piece is not None and piece.start <= edit.start < edit.end <= piece.end
        if piece is None or not inside or "\n" in text[edit.start : edit.end]:
            return ()
        quoted = text[piece.start] in _QUOTES
        if quoted and (text[edit.start] in _QUOTES or any(sign in edit.text for sign in "'\"\\")):
            return ()
        stretch = Stretch(text[edit.start : edit.end], _offset(text, edit.start, piece, origin))
        found.append(Replacement(piece.address, stretch, edit.text))
    return tuple(found)
