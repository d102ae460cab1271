"""Reports in the words of the corpora, of which it is known what they mean: the task, the status, the percent. Those
that count something are left out, for of what they count nobody has said what it means."""

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
    """The sentences that somebody of a unit may write of a task, each with what it means."""
    speaker = DISTRICTS if unit.endswith(EACH_DISTRICT) else unit
    found = ((text, meaning) for whose, what, text, meaning in _reports() if (whose, what) == (speaker, code))
    return tuple((text, meaning) for text, meaning in found if not _is_of_another(text, unit))


def _is_of_another(text: str, unit: str) -> bool:
    """Whether a sentence of a district names another one."""
    names = (each.removesuffix(EACH_DISTRICT) for each in shipped_unit_names().names if each.endswith(EACH_DISTRICT))
    return any(name in text for name in names if not unit.startswith(name))


@cache
def _reports() -> tuple[tuple[str, str, str, Meaning], ...]:
    return tuple(
        (each.speaker.units[0], each.slots["task"], each.text, _meaning(each)) for each in voices() if _is_plain(each)
    )


def _is_plain(said: Said) -> bool:
    """Whether a sentence is a report, surely and of one task, and counts nothing."""
    slots = said.slots
    if said.aims != (REPORT,) or not slots["task"] or not slots["status"] or not said.speaker.units:
        return False
    rest = PERCENT.sub("", CODE.sub("", said.text))
    return "\n" not in said.text and COUNTED.search(rest) is None


def _meaning(said: Said) -> Meaning:
    status = said.slots["status"]
    percent = said.slots["percent"] if status in ("in_progress", "blocked") else None
    return Meaning(status, percent, obstacle=OBSTACLES[0] if status == "blocked" else "")
