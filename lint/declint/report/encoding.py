"""JSON that is safe to look at, names of files as other programs want them, identities of findings."""

import hashlib
import json
import posixpath
from typing import Any
from urllib.parse import quote

from declint.pattern import pattern
from declint.report.terminal import View, is_visible
from declint.run import Report, Result

_DRIVE = pattern(r"[A-Za-z]:/")


def json_text(document: Any, indent: int | None = None) -> str:
    """A JSON document; what is invisible in its strings is written by its number, which means the same."""
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(char if char == "\n" or is_visible(char) else _number(char) for char in text)


def _number(char: str) -> str:
    return json.dumps(char)[1:-1]


def repository_path(path: str, view: View) -> str:
    """A path from the top of the repository, where the view knows it; else the path, simplified."""
    whole = path if _is_whole(path) else posixpath.join(view.folder, path)
    whole = posixpath.normpath(whole)
    for top in (view.root, view.folder):
        if top and whole.startswith(f"{top.rstrip('/')}/"):
            return whole[len(top.rstrip("/")) + 1 :]
    return posixpath.normpath(path)


def uri(path: str) -> str:
    """A path as a reference that a URI may hold."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    if not _is_whole(path):
        return quote(data, safe="/")
    return f"file:///{quote(data, safe='/:').lstrip('/')}"


def _is_whole(path: str) -> bool:
    return path.startswith("/") or bool(_DRIVE.match(path))


def fingerprints(report: Report, view: View) -> list[str]:
    """An identity for each result: file, rule and evidence, never a line; the same ones are numbered."""
    seen: dict[str, int] = {}
    found = []
    for result in report.results:
        identity = _identity(result, view)
        seen[identity] = seen.get(identity, 0) + 1
        text = f"{identity}\n{seen[identity]}"
        found.append(hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return found


def _identity(result: Result, view: View) -> str:
    path = repository_path(result.file.path, view)
    keys = result.file.field(result.finding.at)
    return json.dumps([path, result.rule.code, keys, sorted(result.finding.arguments.items())])
