"""Names of files of evidence outside of the database: they can be read, and lead nowhere else."""

from datetime import datetime
from pathlib import PurePosixPath
from unicodedata import category

from data.exports.cells import cleaned

FORBIDDEN = '\\/:*?"<>|\n\t'
NAME_LENGTH = 50


def evidence_place(unit: str, code: str, at: datetime, number: int, name: str) -> str:
    """Where a file lies: its unit, task and the day it was reported on; the number keeps names apart."""
    return f"{safe_name(unit)}/{safe_name(code)}/{at:%Y%m%d}-{number:03d}-{safe_name(PurePosixPath(name).name)}"


def safe_name(name: str) -> str:
    """A name that every system takes, without signs that show it turned around; of a long one the end, which says of
    what kind a file is."""
    plain = "".join("_" if char in FORBIDDEN else char for char in cleaned(name) if category(char) != "Cf")
    return plain[-NAME_LENGTH:].strip(". ") or "_"
