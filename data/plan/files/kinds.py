"""Tell the kind of a file from its bytes."""

import io
from enum import StrEnum
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
}
OFFICE = frozenset(("[content_types].xml", "meta-inf/manifest.xml"))
"""Names (in lower case) of parts, one of which every Office Open XML or OpenDocument file has."""
ARCHIVE, OFFICE_97 = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS_97 = "_VBA_PROJECT"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


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
    return Content.DOCX if "word/document.xml" in members else Content.ZIP


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
    return Content.DOC if "WordDocument".encode("utf-16-le") in content else Content.XLS


def _kind_of_text(content: bytes) -> Content:
    beginning = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith((b"<html", b"<!doctype html", b"<table")):
        return Content.HTML
    if beginning.startswith(b"<?xml"):
        return Content.XML
    if b"\0" in content and not content.startswith(_UTF_16):
        return Content.BINARY
    return Content.TEXT
