"""The parts of a summary."""

from enum import StrEnum


class View(StrEnum):
    """The parts of a summary that can be shown."""

    OVERALL = "all"
    UNITS = "units"
    SECTIONS = "sections"
    SECTION = "section"
    FIGURES = "figures"
    UNREPORTED = "unreported"
    WITHOUT_LIAISON = "nobody"
    UNDELIVERED = "missed"
