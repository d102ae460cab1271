"""Tell the kind of a file from its bytes."""

import io
from enum import StrEnum
from pathlib import PurePath
from zipfile import ZipFile

from data.plan.files.active_content import check_harmless, is_executable_name
from data.plan.files.limits import check_archive
from data.plan.files.problems import ActiveContent, Damaged, FileProblem, PasswordProtected


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
