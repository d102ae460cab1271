"""What is wanted of the statistics returns: to set one up, to see who has filed, the table, and what else."""

from collections.abc import Collection
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
    UNFREEZE = "unfreeze"
    FREEZE = "freeze"
    MISSING = "missing"
    NEW = "new"
    END = "end"
    CHANGE = "change"
    PICTURE = "picture"
    WORKBOOK = "workbook"
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
_ONCE_MORE, _AS_BEFORE = (Pattern(f"(?i){any_of(_WORDS['own'][name])}") for name in ("once_more", "as_before"))
_WHEN = Pattern(f"(?i){any_of(_WORDS['when'])}")
_A_MONTH = Pattern(r"[0-9一二三四五六七八九十]+月份?")
"""Which month it is: 11月报表 is no 月报."""
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
_AS_FILES = {Wish.PICTURE, Wish.WORKBOOK}
_VAGUE = {Wish.LOOK, Wish.TABLE, *_AS_FILES}
"""What may as well be wished of the plan: 月报 is also a report on progress."""


def return_asked(meaning: Understanding, known: Collection[Period | None] = ()) -> ReturnAsked | None:
    """Return what a sentence wants of the statistics returns; None where it is about something else. 月报 is surely one
    where how often returns are asked for is `known` (None: once), and a monthly one is among them."""
    text, aim = meaning.text, meaning.aim
    wish = next((each for each, words in _WISHES.items() if words.search(text)), Wish.LOOK)
    period = period_said(text)
    surely = _SURELY.search(text) is not None or (_MAYBE.search(text) is not None and period in known)
    if aim is not Aim.RETURNS and not _named(text, aim, wish, surely=surely):
        return None
    return ReturnAsked(wish, period)


def _named(text: str, aim: Aim, wish: Wish, *, surely: bool) -> bool:
    """Whether a text names returns as surely as it takes, where that is not what it most likely asks for."""
    if surely:
        return aim in _MAY_MEAN or wish is Wish.UNFREEZE or (aim is Aim.EXPORT and wish in _AS_FILES)
    return _MAYBE.search(text) is not None and (aim in _MAY_MEAN_MAYBE or (aim in _MAY_MEAN and wish not in _VAGUE))


def names_a_return(text: str) -> bool:
    """Whether a text, its days left out, has a word for a return in it."""
    return _SURELY.search(text) is not None or _MAYBE.search(text) is not None


def without_return_names(text: str) -> str:
    """A text without its words for a return."""
    return _MAYBE.sub(" ", _SURELY.sub(" ", text))


def does_it_once_more(text: str) -> bool:
    """Whether a unit says of its own return that it was wrong, or is to be done once more: 把月报撤了重报."""
    return _ONCE_MORE.search(text) is not None


def is_as_before(text: str) -> bool:
    """Whether a text says that the figures are those of the period before: 和上月一样."""
    return _AS_BEFORE.search(text) is not None


def asks_when(text: str) -> bool:
    """Whether a text asks for the day on which a return is due."""
    return names_a_return(text) and _WHEN.search(text) is not None


def period_said(text: str) -> Period | None:
    """Return how often a text says that something is asked for; DAY means once."""
    said = _A_MONTH.sub(" ", text)
    return next((period for period, words in _PERIODS.items() if words.search(said)), None)
