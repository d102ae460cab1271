"""代公安局报2-7 80%: whether a sentence of the office reports in a unit's name, and what it says then."""

from dataclasses import dataclass

from data.patterns import Pattern

_FOR = Pattern(
    r"(?i)^(?:请|我)?(?:要|来)?(?:代报|(?:代|帮|替)(?P<unit>[^，,:：\s]{2,14}?)(?:填报|上报|报一下|报|填))"
    r"(?:一下|一份)?(?:进展)?[:：，,\s]*(?P<rest>.*)$"
    r"|^(?:请|我)?代(?P<unit_of_code>[^，,:：\s\d]{2,14})[：:，,\s]*(?P<rest_of_code>\d{1,2}-\d.*)$"
    r"|^report (?:for|on behalf of) (?P<unit_en>[^,:]{2,40})[,:]\s*(?P<rest_en>.*)$"
)
_OURSELVES = ("我", "咱", "忙")
"""帮我出个简报 is said of ourselves, and 帮忙 of nobody."""


@dataclass(frozen=True, slots=True)
class ReportForUnit:
    """The words for the unit, empty where none is named, and what is to be reported."""

    unit: str
    rest: str


def said_for_unit(text: str) -> ReportForUnit | None:
    """Return for whom a sentence reports, and what; None where it does not report for others."""
    found = _FOR.match(" ".join(text.split()))
    if found is None:
        return None
    named = found.groups()
    unit = named.get("unit") or named.get("unit_of_code") or named.get("unit_en") or ""
    if unit.startswith(_OURSELVES):
        return None
    return ReportForUnit(unit, named.get("rest") or named.get("rest_of_code") or named.get("rest_en") or "")
