"""The members of a workbook, changed as no spreadsheet program would."""

import io
from zipfile import ZIP_DEFLATED, ZipFile


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    """Return the workbook with one member replaced or added."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return result.getvalue()


def relations(kind: str, target: str = "x.dat", mode: str = "Internal") -> str:
    return f'''<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId9" Type="{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'''
