"""Documents as inputs of a run, and the findings of the run placed in them.

A Word, Excel, PDF or text document becomes the declarations that an import would write, one a form; what is
found in those is then said of the cells that they were read from.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from declint.finding import Argument, Place, Related, Stretch, Words
from declint.forms.kinds import is_document
from declint.run import FileResult, Report, Result

if TYPE_CHECKING:
    from declint.declaration.origin import Origin
    from declint.forms.refusals import FormError

Input = tuple[str, bytes | OSError]


class Documents(Struct):
    """The documents among the inputs of a run, once those have been gone through.

    ``origins`` and ``refused`` are by the path that the run knows an input by: that of the document, with
    ``#2`` for its second form.
    """

    origins: dict[str, "Origin"] = field(default_factory=dict)
    refused: dict[str, "FormError"] = field(default_factory=dict)

    def opened(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Turn documents into declarations; one that can't be read stays as an error."""
        for path, data in inputs:
            if isinstance(data, OSError) or not is_document(path, data):
                yield path, data
            else:
                yield from self._read(path, data)

    def _read(self, path: str, data: bytes) -> Iterator[Input]:
        from declint.declaration.origin import Origin
        from declint.forms.reading import declarations
        from declint.forms.refusals import FormError

        try:
            read = declarations(path, data)
        except FormError as error:
            self.refused[path] = error
            self.origins[path] = Origin(path, ())
            yield path, OSError(0, error.kind)
            return
        for number, (text, origin) in enumerate(read, 1):
            name = path if number == 1 else f"{path}#{number}"
            self.origins[name] = origin
            yield name, text.encode()


def place(report: Report, documents: Documents) -> None:
    """Say of each finding in a document which cell it is about, whatever format shows it."""
    if not documents.origins:
        return
    for file in report.files:
        file.origin = documents.origins.get(file.path)
    report.results = [_placed(result, report, documents) for result in report.results]


def _placed(result: Result, report: Report, documents: Documents) -> Result:
    refused = documents.refused.get(result.file.path)
    finding = result.finding
    if refused:
        return replace(
            result,
            said=replace(
                finding, message=refused.message, advice=refused.advice, arguments=refused.arguments
            ),
        )
    said = finding.arguments.values()
    related = tuple(_related(each, result.file, report, said) for each in finding.related)
    if not result.file.origin:
        return replace(result, said=replace(finding, related=related)) if related else result
    message = _prefixed(finding.message, result.file, finding.at, said)
    # A fix edits the text of a declaration, and the user has none.
    return replace(result, said=replace(finding, message=message, related=related, fixes=()))


def _related(related: Related, file: FileResult, report: Report, said: Collection[Argument]) -> Related:
    other = report.file(related.path) if related.path else file
    return replace(related, words=_prefixed(related.words, other, related.at, said)) if other else related


def _prefixed(words: Words, file: FileResult, at: Place | Stretch, said: Collection[Argument]) -> Words:
    """The words with the place in front, and the row's name where the words do not name it themselves."""
    piece = file.origin.piece(file.span(at)[0]) if file.origin else None
    if piece is None:
        return words
    keys = file.field(at)
    row = f"“{keys[-1]}”" if keys and keys[-1] not in said else ""
    chinese, english = f"{piece.spot.zh}{row}：", f"{' '.join(filter(None, (piece.spot.en, row)))}: "
    return Words(_literal(chinese) + words.zh, _literal(english) + words.en)


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
