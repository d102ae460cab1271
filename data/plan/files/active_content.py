"""What could do something in an office document: told by what an office program goes by, not by how parts are named."""

from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

from data.plan.files.problems import ActiveContent, Damaged

OBJECT, DOCTYPE, PICTURES, CHARTS = "/embeddings/oleobject", "<!DOCTYPE", "/media/", "/charts/"
OPEN_MACROS = ("basic/", "scripts/")
"""Where macros lie in documents of the open kind."""
RUNS = (
    *("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet"),
    *("control", "activexcontrol", "activexcontrolbinary", "oleobject"),
)
"""The kinds of relations, in small letters, that lead to macros, controls and objects."""
PROGRAMS = (
    *(".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".lnk"),
    *(".msi", ".reg", ".jar", ".apk", ".chm"),
)
"""What a system runs, or does, when it is opened, by the end of its name."""
PACKAGE = "package"
"""The kind that leads to a whole file: the figures of a chart, else an object."""
TEMPLATE = "attachedtemplate"


def check_harmless(archive: ZipFile) -> None:
    """Raise ActiveContent for an office document with macros, controls, embedded objects, a template from elsewhere or
    XML that declares entities, as none that an office program has written does. Links are no harm. Raise Damaged for
    one whose relations cannot be read."""
    for member in archive.namelist():
        name = member.lower()
        if _is_named_so(name):
            raise ActiveContent
        content = b"" if PICTURES in name else archive.read(member)
        if any(DOCTYPE.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
            raise ActiveContent
        if name.endswith(".rels") and any(_does_something(name, *each) for each in _relations(content)):
            raise ActiveContent


def runs(name: str) -> bool:
    """Whether a file of this name does something when it is opened, rather than being shown."""
    return name.lower().rstrip(". ").endswith(PROGRAMS)


def _is_named_so(name: str) -> bool:
    """Whether a part, in small letters, is called as what could do something usually is."""
    is_object = OBJECT in name and name.endswith(".bin")
    return name.startswith(OPEN_MACROS) or name.endswith("vbaproject.bin") or "/activex/" in name or is_object


def _does_something(name: str, kind: str, is_external: bool) -> bool:
    """Whether a relation of this kind, in the part of this name, leads to what could do something."""
    is_object = kind == PACKAGE and CHARTS not in name
    return kind in RUNS or is_object or (kind == TEMPLATE and is_external)


def _relations(xml: bytes) -> Iterator[tuple[str, bool]]:
    """Of each relation its kind, and whether it leads out of the file. Raises Damaged."""
    try:
        found = list(ElementTree.fromstring(xml))
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise Damaged from broken
    for each in found:
        yield each.get("Type", "").rpartition("/")[2].lower(), each.get("TargetMode", "").lower() == "external"
