"""What is wanted of the statistics returns: to set one up, to see who has filed, the table, and what else."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.list_exceptions import units_in
from data.understanding.meaning import Aim, Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import CLAUSE, blank_spans
from data.understanding.orders import kind_said, kinds_said, says


class Wish(StrEnum):
    """What is wanted, in the order in which it counts where a sentence says several things."""

    NUDGE = "nudge"
    GIVE_BACK = "give_back"
    UNFREEZE = "unfreeze"
    FREEZE = "freeze"
    LEAVE_OUT = "leave_out"
    ASK_AGAIN = "ask_again"
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
_A_MONTH = Pattern(r"[0-9一二三四五六七八九十]+月份?")
"""Which month it is: 11月报表 is no 月报."""
_OF_RETURNS = (Aim.RETURNS, Aim.NUDGE, Aim.UNREPORTED)
"""Under these aims, what may be a return surely is one."""
_OF_A_ROUND = (Wish.NUDGE, Wish.GIVE_BACK, Wish.UNFREEZE, Wish.FREEZE, Wish.LEAVE_OUT)
_PLACES = ("this", "next")
_THIS = ("这", "本", "this")
LONGEST_OF_A_ROUND = 30
_VAGUE = {Wish.LOOK, Wish.TABLE, Wish.PICTURE, Wish.WORKBOOK}
"""What may as well be wished of the plan: 月报 is also a report on progress."""


def return_asked(meaning: Understanding, known: Collection[Period | None] = ()) -> ReturnAsked | None:
    """Return what a sentence wants of the statistics returns; None where it is about something else. 月报 is surely one
    where how often returns are asked for is `known` (None: once), and a monthly one is among them."""
    wish, period = _wish(meaning.text), period_said(meaning.text)
    surely = meaning.aim is Aim.RETURNS or says(meaning, "returns.names.surely")
    maybe = meaning.aim in _OF_RETURNS or wish not in _VAGUE or period in known
    return ReturnAsked(wish, period) if surely or (maybe and names_a_return(meaning.text)) else None


def _wish(text: str) -> Wish:
    return Wish(kind_said("returns.wishes", text) or Wish.LOOK)


def wish_of_a_round(meaning: Understanding) -> Wish | None:
    """Return what a sentence that names no return may want of the round before one's eyes; None where it asks
    something, or says more than that."""
    if says(meaning, "returns.still_missing"):
        return Wish.MISSING
    if Mood.ASKS in meaning.moods or names_a_return(meaning.text) or len(meaning.text) > LONGEST_OF_A_ROUND:
        return None
    said = [Wish(each.kind) for each in kinds_said("returns.wishes", meaning.text)]
    wish = next((each for each in said if each in _OF_A_ROUND), None)
    if wish is None and units_in(meaning) and place_said(meaning.text) is not None:
        of_units = {Wish.END: Wish.LEAVE_OUT, Wish.ASK_AGAIN: Wish.ASK_AGAIN}
        return next((wanted for each, wanted in of_units.items() if each in said), None)
    if wish is Wish.GIVE_BACK:
        return wish if meaning.unit else None
    only_nudged = Wish.MISSING in said or says(meaning, "returns.nudged")
    return None if wish is Wish.NUDGE and not only_nudged else wish


def wants_only_a_look(meaning: Understanding) -> bool:
    """Whether a sentence without a wish names a return, and nothing more than whose and of when: 看看11月月报. What
    more it says is an order that was not read: 月报停一个月."""
    return Mood.ASKS in meaning.moods or says(meaning, "returns.looked_at")


def names_a_return(text: str) -> bool:
    """Whether a text, its days left out, has a word for a return in it."""
    return says(text, "returns.named")


def without_return_names(text: str) -> str:
    """A text without its words for a return."""
    return blank_spans(text, [each[1:] for each in kinds_said("returns.names", text)], " ")


def names_a_period(meaning: Understanding) -> bool:
    """Return whether a sentence surely names the period that it is about, before its first comma: 11月的, 这期的. In
    这个月 it may be the one that is filled in now, or that of this month."""
    order = next((each[0] for each in CLAUSE.finditer(meaning.text)), "")
    times = [meaning.text[each.start : each.end] for each in of_kind(meaning, Kind.TIME) if each.end <= len(order)]
    return place_said(order) is not None or any(not each.startswith(_THIS) for each in times)


def place_said(text: str) -> int | None:
    """Return which period a text means by its place: 0 for this one (这期), 1 for the next (下一期); None for none."""
    said = kind_said("returns.places", text)
    return None if said is None else _PLACES.index(said)


def period_said(text: str) -> Period | None:
    """Return how often a text says that something is asked for, where it says several the first; DAY means once."""
    return next(iter(periods_said(text)), None)


def periods_said(text: str) -> list[Period]:
    """Return how often a text says that something is asked for, in its order: 月报改季报."""
    found: dict[Period, int] = {}
    for each in kinds_said("returns.periods", _A_MONTH.sub(" ", text)):
        found.setdefault(ONCE if each.kind == "once" else Period(each.kind), each.start)
    if Period.HALF_YEAR in found and found.get(Period.YEAR, -1) == found[Period.HALF_YEAR] + 1:
        del found[Period.YEAR]
    return sorted(found, key=lambda period: found[period])
