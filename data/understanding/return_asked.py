"""What is wanted of the statistics returns: to set one up, to see who has filed, the table, and what else."""

from dataclasses import dataclass
from enum import StrEnum

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Aim, Understanding


class Wish(StrEnum):
    """What is wanted, in the order in which it counts where a sentence says several things."""

    NUDGE = "nudge"
    GIVE_BACK = "give_back"
    FREEZE = "freeze"
    MISSING = "missing"
    NEW = "new"
    END = "end"
    CHANGE = "change"
    TABLE = "table"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class ReturnAsked:
    """A wish, and how often the return that is meant is asked for, where that is said: DAY means once."""

    wish: Wish
    period: Period | None


ONCE = Period.DAY
"""In place of a period where a return is asked for once."""
_WORDS = table("returns")
_SURELY = Pattern(f"(?i){any_of(_WORDS['surely'])}")
_MAYBE = Pattern(f"(?i){any_of(_WORDS['maybe'])}")
_PERIODS = {
    ONCE if name == "once" else Period(name): Pattern(f"(?i){any_of(words)}")
    for name, words in _WORDS["periods"].items()
}
_WISHES = {each: Pattern(f"(?i){any_of(_WORDS['wishes'][each])}") for each in Wish if each is not Wish.LOOK}
_MAY_MEAN = {
    *(Aim.RETURNS, Aim.NUDGE, Aim.UNREPORTED, Aim.FIGURES, Aim.SUMMARY, Aim.REVIEW, Aim.HISTORY),
    *(Aim.DEADLINES, Aim.TASKS, Aim.REPORT, Aim.CORRECT, Aim.HELP, Aim.SETTINGS, Aim.UNKNOWN),
}
"""The aims under which a sentence that names a return may be heard."""
_MAY_MEAN_MAYBE = {Aim.RETURNS, Aim.NUDGE, Aim.UNREPORTED}


def return_asked(meaning: Understanding) -> ReturnAsked | None:
    """Return what a sentence wants of the statistics returns; None where it is about something else."""
    text, aim = meaning.text, meaning.aim
    named = aim is Aim.RETURNS or (_SURELY.search(text) is not None and aim in _MAY_MEAN)
    if not named and not (aim in _MAY_MEAN_MAYBE and _MAYBE.search(text)):
        return None
    wish = next((each for each, words in _WISHES.items() if words.search(text)), Wish.LOOK)
    return ReturnAsked(wish, period_said(text))


def period_said(text: str) -> Period | None:
    """Return how often a text says that something is asked for; DAY means once."""
    return next((period for period, words in _PERIODS.items() if words.search(text)), None)
