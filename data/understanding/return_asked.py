"""What is wanted of the statistics returns: to set one up, to see who has filed, the table, and what else."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Aim, Mood, Understanding
from data.understanding.normalise.sentence import blank


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
_TAKES_OUT, _LOOKS = (Pattern(f"(?i){any_of(_WORDS['parts'][name], apart=False)}") for name in ("takes_out", "looks"))
_SIGNS = Pattern(r"[\s\d，,。.；;：:！!？?、月日年]+")
LEAST_ORDER = 2
_PERIODS = {
    ONCE if name == "once" else Period(name): Pattern(f"(?i){any_of(words)}")
    for name, words in _WORDS["periods"].items()
}
_WISHES: dict[Wish, Pattern] = {
    each: Pattern(f"(?i){any_of(_WORDS['wishes'][each])}") for each in Wish if each is not Wish.LOOK
}
_MAY_MEAN = {
    *(Aim.RETURNS, Aim.NUDGE, Aim.UNREPORTED, Aim.FIGURES, Aim.SUMMARY, Aim.REVIEW, Aim.HISTORY),
    *(Aim.DEADLINES, Aim.TASKS, Aim.REPORT, Aim.CORRECT, Aim.HELP, Aim.SETTINGS, Aim.UNKNOWN),
}
"""The aims under which a sentence that names a return may be heard."""
_MAY_MEAN_MAYBE = {Aim.RETURNS, Aim.NUDGE, Aim.UNREPORTED}
_AS_FILES = {Wish.PICTURE, Wish.WORKBOOK}
_OF_A_ROUND = (Wish.NUDGE, Wish.GIVE_BACK, Wish.UNFREEZE, Wish.FREEZE)
LONGEST_OF_A_ROUND = 30
_NUDGES_ALONE = {"催", "催一下", "催一催", "催催", "都催一下", "催办"}
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


def wish_of_a_round(meaning: Understanding) -> Wish | None:
    """Return what a sentence that names no return may want of the round before one's eyes; None where it asks
    something, or says more than that."""
    if Mood.ASKS in meaning.moods or names_a_return(meaning.text) or len(meaning.text) > LONGEST_OF_A_ROUND:
        return None
    wish = next((each for each in _OF_A_ROUND if _WISHES[each].search(meaning.text)), None)
    if wish is Wish.GIVE_BACK:
        return wish if meaning.unit else None
    if wish is Wish.NUDGE and not (_WISHES[Wish.MISSING].search(meaning.text) or meaning.text in _NUDGES_ALONE):
        return None
    return wish


def takes_out(text: str) -> bool:
    """Whether a text takes out of a return what it names: 月报的案值不报了."""
    return any(words.search(text) for words in (_TAKES_OUT, _WISHES[Wish.END]))


def wants_only_a_look(meaning: Understanding) -> bool:
    """Whether a sentence without a wish names a return, and nothing more than whose and of when: 看看11月月报. What
    more it says is an order that was not read: 月报停一个月."""
    if Mood.ASKS in meaning.moods:
        return True
    rest = without_return_names(blank(meaning.text, meaning.readings, " "))
    return len(_SIGNS.sub("", _LOOKS.sub("", rest))) < LEAST_ORDER


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
    """Return how often a text says that something is asked for, where it says several the first; DAY means once."""
    return next(iter(periods_said(text)), None)


def periods_said(text: str) -> list[Period]:
    """Return how often a text says that something is asked for, in its order: 月报改季报."""
    said = _A_MONTH.sub(" ", text)
    found = {period: match.start() for period, words in _PERIODS.items() if (match := words.search(said))}
    if Period.HALF_YEAR in found and found.get(Period.YEAR, -1) == found[Period.HALF_YEAR] + 1:
        del found[Period.YEAR]
    return sorted(found, key=lambda period: found[period])
