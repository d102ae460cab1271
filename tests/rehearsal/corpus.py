"""Reports in the words of the corpora whose meaning is known: task, status, percentage. Those that count something are
left out, because their figures are not labelled."""

from functools import cache

from data.patterns import Pattern
from data.plan.unit_names import shipped_unit_names
from tests.rehearsal.truth import Meaning
from tests.rehearsal.voices import OBSTACLES
from tests.understanding.corpora import Said, voices

REPORT, DISTRICTS, EACH_DISTRICT = "report", "各区人民政府", "区人民政府"
CODE = Pattern(r"\d+[-－—–~.]\d+|[一二三四五六七八九十]+杠[一二三四五六七八九十]+")
PERCENT = Pattern(r"\d+ ?[%％]|百分之[\pL]+|[一二三四五六七八九半]+成[一二三四五六七八九半]?|\d+ percent")
COUNTED = Pattern(r"[\d零一二三四五六七八九十百千万几两]")


def said_of(unit: str, code: str) -> tuple[tuple[str, Meaning], ...]:
    """Return the sentences that somebody of a unit may write about a task, each with its meaning."""
    speaker = DISTRICTS if unit.endswith(EACH_DISTRICT) else unit
    found = ((text, meaning) for whose, what, text, meaning in _reports() if (whose, what) == (speaker, code))
    return tuple((text, meaning) for text, meaning in found if not _names_another_district(text, unit))


def _names_another_district(text: str, unit: str) -> bool:
    """Return whether a district's sentence names another district."""
    names = (each.removesuffix(EACH_DISTRICT) for each in shipped_unit_names().names if each.endswith(EACH_DISTRICT))
    return any(name in text for name in names if not unit.startswith(name))


@cache
def _reports() -> tuple[tuple[str, str, str, Meaning], ...]:
    return tuple(
        (each.speaker.units[0], each.slots["task"], each.text, _meaning(each)) for each in voices() if _is_plain(each)
    )


def _is_plain(said: Said) -> bool:
    """Return whether a sentence is clearly a report on a single task, without figures."""
    slots = said.slots
    if said.aims != (REPORT,) or not slots["task"] or not slots["status"] or not said.speaker.units:
        return False
    rest = PERCENT.sub("", CODE.sub("", said.text))
    return "\n" not in said.text and COUNTED.search(rest) is None


def _meaning(said: Said) -> Meaning:
    status = said.slots["status"]
    percent = said.slots["percent"] if status in ("in_progress", "blocked") else None
    return Meaning(status, percent, obstacle=OBSTACLES[0] if status == "blocked" else "")
