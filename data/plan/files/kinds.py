"""What a file is, told from its bytes, and whether it has active content."""

import io
from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePath
from xml.etree import ElementTree
from zipfile import ZipFile

from data.plan.files.limits import check_archive
from data.plan.files.problems import ActiveContent, Damaged, FileProblem, PasswordProtected

OBJECT, DOCTYPE, PICTURES, CHARTS = "/embeddings/oleobject", "<!DOCTYPE", "/media/", "/charts/"
OPEN_MACROS = ("basic/", "scripts/")
"""Folders of macros in OpenDocument files."""
RUNS = (
    *("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet"),
    *("control", "activexcontrol", "activexcontrolbinary", "oleobject"),
)
"""Relationship types (in lower case) that lead to macros, controls and objects."""
PROGRAMS = (
    *(".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".lnk"),
    *(".msi", ".reg", ".jar", ".apk", ".chm"),
)
"""Suffixes of files that run or change something when opened."""
PACKAGE = "package"
"""Relationship type of a whole embedded file: a chart's data, or else an object."""
TEMPLATE = "attachedtemplate"


def check_harmless(archive: ZipFile) -> None:
    """Raise ActiveContent if an office document holds anything active, and Damaged if it cannot be read.

    Active are macros, controls, embedded objects, external templates, and XML with a DOCTYPE, which office programs
    never write. Links are allowed.
    """
    for member in archive.namelist():
        name = member.lower()
        if _has_active_name(name):
            raise ActiveContent
        content = b"" if PICTURES in name else archive.read(member)
        if any(DOCTYPE.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
            raise ActiveContent
        if name.endswith(".rels") and any(_leads_to_active_content(name, *each) for each in _relations(content)):
            raise ActiveContent


def is_executable_name(name: str) -> bool:
    """Return whether opening a file of this name runs something instead of showing it."""
    return name.lower().rstrip(". ").endswith(PROGRAMS)


def _has_active_name(name: str) -> bool:
    """Return whether a part has a name (in lower case) that active content usually has."""
    is_object = OBJECT in name and name.endswith(".bin")
    return name.startswith(OPEN_MACROS) or name.endswith("vbaproject.bin") or "/activex/" in name or is_object


def _leads_to_active_content(name: str, kind: str, is_external: bool) -> bool:
    """Return whether a relationship of this kind, in the part `name`, leads to active content."""
    is_object = kind == PACKAGE and CHARTS not in name
    return kind in RUNS or is_object or (kind == TEMPLATE and is_external)


def _relations(xml: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the type of each relationship and whether its target is external. Raises Damaged if `xml` is invalid."""
    try:
        found = list(ElementTree.fromstring(xml))
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise Damaged from broken
    for each in found:
        yield each.get("Type", "").rpartition("/")[2].lower(), each.get("TargetMode", "").lower() == "external"


class Content(StrEnum):
    """The kinds of files; tables can be read only from XLSX, DOCX and TEXT."""

    XLSX = "xlsx"
    TEXT = "text"
    DOCX = "docx"
    ZIP = "zip"
    XLS = "xls"
    DOC = "doc"
    PPT = "ppt"
    OFFICE_97 = "office"
    OPEN_DOCUMENT = "odf"
    PDF = "pdf"
    IMAGE = "image"
    HTML = "html"
    XML = "xml"
    RTF = "rtf"
    BINARY = "binary"


_SIGNATURES = {
    b"%PDF": Content.PDF,
    b"\x89PNG": Content.IMAGE,
    b"\xff\xd8\xff": Content.IMAGE,
    b"GIF8": Content.IMAGE,
    b"BM": Content.IMAGE,
    b"II*\0": Content.IMAGE,
    b"MM\0*": Content.IMAGE,
    b"{\\rtf": Content.RTF,
    b"\x1f\x8b": Content.ZIP,
    b"7z\xbc\xaf\x27\x1c": Content.ZIP,
    b"Rar!\x1a\x07": Content.ZIP,
}
OFFICE = frozenset(("[content_types].xml", "meta-inf/manifest.xml"))
"""Names (in lower case) of parts, one of which every Office Open XML or OpenDocument file has."""
ARCHIVE, OFFICE_97 = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS_97 = "_VBA_PROJECT"
_STREAMS_97 = {
    "WordDocument": Content.DOC,
    "Workbook": Content.XLS,
    "Book": Content.XLS,
    "PowerPoint Document": Content.PPT,
}
"""The streams by which the programs of Office 97 know their own files."""
_BY_NAME_97 = {".doc": Content.DOC, ".wps": Content.DOC, ".xls": Content.XLS, ".et": Content.XLS, ".ppt": Content.PPT}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def named_kind(content: bytes, filename: str) -> Content:
    """Return the kind of a file as `kind_of` does; of an old file of Office that does not say, by its name."""
    kind = kind_of(content)
    if kind is Content.OFFICE_97:
        return _BY_NAME_97.get(PurePath(filename).suffix.lower(), kind)
    return kind


def kind_of(content: bytes) -> Content:
    """Return the kind of a file. Raises PasswordProtected, UnpacksTooLarge, ActiveContent or Damaged."""
    if content.startswith(ARCHIVE):
        return _kind_of_archive(content)
    if content.startswith(OFFICE_97):
        return _kind_of_office_97(content)
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature) and (signature != b"BM" or b"\0" in content[:64]):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Content.IMAGE
    return _kind_of_text(content)


def _kind_of_archive(content: bytes) -> Content:
    try:
        members = _checked_members(content)
    except (FileProblem, MemoryError):
        raise
    except Exception as broken:  # zipfile lets any error of its headers and decoders escape
        raise Damaged from broken
    if "xl/workbook.xml" in members:
        return Content.XLSX
    if "word/document.xml" in members:
        return Content.DOCX
    return Content.OPEN_DOCUMENT if "mimetype" in members else Content.ZIP


def _checked_members(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        check_archive(archive)
        members = archive.namelist()
        if any(map(is_executable_name, members)):
            raise ActiveContent
        if OFFICE.intersection(map(str.lower, members)):
            check_harmless(archive)
        return members


def _kind_of_office_97(content: bytes) -> Content:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise PasswordProtected
    if MACROS_97.encode("utf-16-le") in content:
        raise ActiveContent
    found = (kind for stream, kind in _STREAMS_97.items() if f"{stream}\0".encode("utf-16-le") in content)
    return next(found, Content.OFFICE_97)


def _kind_of_text(content: bytes) -> Content:
    beginning = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith((b"<html", b"<!doctype html", b"<table")):
        return Content.HTML
    if beginning.startswith(b"<?xml"):
        return Content.XML
    if b"\0" in content and not content.startswith(_UTF_16):
        return Content.BINARY
    return Content.TEXT
