"""An Office file under the knife: some of its parts are changed, every other stays byte by byte."""

import posixpath
from typing import Any

from lxml import etree

from declint.forms.package import repack, unpack

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def empty(tag: str) -> Any:
    """An element whose namespace is the default one of what it holds."""
    space, _, name = tag[1:].partition("}")
    return etree.fromstring(f'<{name} xmlns="{space}"/>')


class Office:
    """The parts of one file. ``main`` is the name of its main part."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts = unpack(data)
        self._changed: dict[str, bytes] = {}
        self.main = self.related("", "officeDocument") or ""

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._changed or name in self._parts

    def read(self, name: str) -> Any:
        """The root element of a part.

        Raises KeyError where there is none and lxml.etree.XMLSyntaxError where it is no XML.
        """
        data = self._changed.get(name) or self._parts[name]
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(data, parser)

    def write(self, name: str, root: Any) -> None:
        """Change a part."""
        self._changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def related(self, source: str, kind: str) -> str | None:
        """The name of the first part of a kind (``comments``) that a part refers to."""
        return next((target for found, target in self.relations(source).values() if found == kind), None)

    def relations(self, source: str) -> dict[str, tuple[str, str]]:
        """By identity: the kind (the end of its type) and the name of every part that a part refers to."""
        name = _relations_of(source)
        if not self.has(name):
            return {}
        return {
            each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _resolved(source, each))
            for each in self.read(name)
            if each.tag == f"{_RELATION}Relationship" and each.get("TargetMode") != "External"
        }

    def add(self, source: str, kind: str, wanted: str, content_type: str, root: Any) -> tuple[str, str]:
        """Add a part that ``source`` refers to; its name (``wanted`` or like it) and the reference."""
        stem, suffix = posixpath.splitext(wanted)
        number, name = 1, wanted
        while self.has(name):
            number += 1
            name = f"{stem}{number}{suffix}"
        self.write(name, root)
        types = self.read(_TYPES)
        etree.SubElement(types, f"{_TYPES_SPACE}Override", PartName=f"/{name}", ContentType=content_type)
        self.write(_TYPES, types)
        return name, self._refer(source, kind, name)

    def _refer(self, source: str, kind: str, target: str) -> str:
        name = _relations_of(source)
        root = self.read(name) if self.has(name) else empty(f"{_RELATION}Relationships")
        taken = {each.get("Id") for each in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{_RELATION}Relationship",
            Id=f"rId{number}",
            Type=f"{_KINDS}/{kind}",
            Target=posixpath.relpath(target, posixpath.dirname(source) or "."),
        )
        self.write(name, root)
        return f"rId{number}"

    def bytes(self) -> bytes:
        """The file with its changes."""
        return repack(self._data, self._changed)


def _relations_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(source: str, relation: Any) -> str:
    target: str = relation.get("Target", "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
