"""Detection of macros and other active content, by what office programs act on rather than by file names alone."""

from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

from data.plan.files.problems import ActiveContent, Damaged

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
