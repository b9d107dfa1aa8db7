"""Reading one file: bytes to source to tree to declaration, with every problem on the way."""

import errno

from msgspec import Struct

from declint.declaration.build import build
from declint.declaration.model import Declaration
from declint.declaration.problem import Problem
from declint.declaration.schema import violations
from declint.declaration.slips import STRUCTURAL, slips_in_text, slips_in_tree
from declint.declaration.source import Encoding, Source, UndecodableError, decode
from declint.declaration.tree import Mapping, Node, UnreadableError, read_tree
from declint.finding import Place, Stretch
from declint.settings import Limits


class Reading(Struct, frozen=True):
    """One file as far as it could be read.

    ``problems`` say why it is no tree or which office slips it has, ``violations`` what the schema refuses.
    ``declaration`` is None where either leaves rows out of place: what follows from one mistake is no second.
    """

    source: Source
    tree: Node | None = None
    problems: tuple[Problem, ...] = ()
    violations: tuple[Problem, ...] = ()
    declaration: Declaration | None = None


def read_bytes(path: str, data: bytes, limits: Limits, edition: str = "", year: int | None = None) -> Reading:
    """Read the bytes of a file; never raises for what they hold.

    ``edition`` and ``year`` hold where the declaration does not state its own.
    """
    if len(data) > limits.file_bytes:
        return _failed(Source(path, ""), "too-large", limit=limits.file_bytes, size=len(data))
    try:
        text, encoding = decode(data)
    except UndecodableError:
        return _failed(Source(path, ""), "undecodable")
    return read_text(Source(path, text, encoding), limits, edition, year)


_REASONS = {errno.ENOENT: "missing", errno.EACCES: "forbidden", errno.EPERM: "forbidden"}


def unreadable(path: str, error: OSError) -> Reading:
    """The reading of a file that the system would not hand out."""
    reason = error.strerror or str(error) or type(error).__name__
    problem = _REASONS.get(error.errno or 0, "other")
    return _failed(Source(path, "", Encoding.UTF_8), "no-access", reason=reason, problem=problem)


def _failed(source: Source, kind: str, **arguments: str | int) -> Reading:
    return Reading(source, problems=(Problem(kind, Stretch(0, 0), dict(arguments)),))


def read_text(source: Source, limits: Limits, edition: str = "", year: int | None = None) -> Reading:
    """Read a decoded text; ``edition`` and ``year`` as above."""
    try:
        tree = read_tree(source.text, limits)
    except UnreadableError as error:
        slips = slips_in_text(source.text)
        problem = Problem(error.kind, Stretch(error.start, error.end), dict(error.arguments))
        return Reading(source, problems=tuple(slips) or (problem,))
    slips = slips_in_tree(tree, source.text)
    if any(slip.kind in STRUCTURAL for slip in slips):
        return Reading(source, tree, tuple(slips))
    explained = {slip.at.path for slip in slips if isinstance(slip.at, Place)}
    refused = [
        each for each in violations(tree) if not (isinstance(each.at, Place) and each.at.path in explained)
    ]
    declaration = _declaration(tree, refused, edition, year)
    return Reading(source, tree, tuple(slips), tuple(refused), declaration)


def _declaration(
    tree: Node | None, refused: list[Problem], edition: str, year: int | None
) -> Declaration | None:
    """The declaration, unless its rows are not where they belong: then no rule could judge it."""
    if not isinstance(tree, Mapping):
        return None
    if refused:
        from declint.declaration.unroll import is_structural

        if any(is_structural(each) for each in refused):
            return None
    return build(tree, edition, year)
