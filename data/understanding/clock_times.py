"""Times of day in words: 9点, 下午三点半, 明晚8点, 14:30, 9am."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import blank
from data.understanding.numerals import number

_RULES = patterns("clock_times")
PART_OF_DAY = _RULES["part_of_day"]
_IN_THE_AFTERNOON = time(15)
_OFFICE_OPENS, _NOON = 7, 12
"""Hours; one before the first is in the afternoon unless words say otherwise: 3点."""
_COUNTED = tuple(table("clock_times")["counted"]["words"])
_A_QUARTER = 15


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day and where it is in the text."""

    start: int
    end: int
    at: time


def clock_times(text: str) -> Iterator[ClockTime]:
    """Yield the times of day in `text`, in order; an impossible time (25点) is left out. A number behind the hour that
    counts something else (3点三楼) is no minute."""
    for found in _RULES["time"].finditer(text):
        said, (start, end) = found.parts(), found.span()
        if "minute" in found.groups() and "in_minutes" not in said and text.startswith(_COUNTED, end):
            end -= len(said.pop("minute"))
        hour, minute = _hour(said), _minute(said)
        if 0 <= hour < 24 and minute < 60:
            yield ClockTime(start, end, time(hour, minute))


def usual_time(words: str) -> time | None:
    """Return the usual time of the part of the day that words begin with: 15:00 for the afternoon, None for others."""
    return _IN_THE_AFTERNOON if _RULES["afternoon"].match(words) else None


def without_time_of_day(text: str) -> str:
    """Return `text` with its times and parts of the day blanked (周四下午四点前)."""
    return PART_OF_DAY.sub(" ", blank(text, clock_times(text), " "))


def _minute(said: Mapping[str, str]) -> int:
    if "quarters" in said:
        return int(number(said["quarters"])) * _A_QUARTER
    return 30 if "half" in said else int(number(said.get("minute", "0")))


def _hour(said: Mapping[str, str]) -> int:
    hour, sign = int(number(said["hour"])), said.get("sign", "").lower()
    if sign:
        return hour % _NOON + (_NOON if sign == "pm" else 0)
    if "later" in said:
        return hour + _NOON if hour <= _NOON else hour
    named = "morning" in said or said["hour"].startswith("0")
    return hour + _NOON if 0 < hour < _OFFICE_OPENS and not named else hour
