"""What a sentence wants of the statistics returns: to set one up, to see who has filed or the table, and more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.announcing.addressees import names_of_everybody
from data.understanding.dialog.lists_changed import ListChange, ListedMembers
from data.understanding.lexicon.patterns import patterns
from data.understanding.list_exceptions import units_in
from data.understanding.meaning import OF_REPORTS, Aim, Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank, blank_spans, clauses_of, first_clause, spans
from data.understanding.orders import kind_said, kinds_said, quoted, says
from data.understanding.polarity import moods, urges_nobody

_RULES = patterns("returns")
_COMMAS = "，,：:；;\n"


class ReturnWish(StrEnum):
    """A wish about returns, in the order of precedence when a sentence says several."""

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
    """A wish about a return, and how often that return is asked for (DAY: once), or None if not said."""

    wish: ReturnWish
    period: Period | None


ONCE = Period.DAY
"""The period of a return that is asked for only once."""
_A_MONTH = Pattern(r"[0-9一二三四五六七八九十]+月份?")
"""A month, blanked out because 11月报表 has no 月报 in it."""
_OF_A_ROUND = (ReturnWish.NUDGE, ReturnWish.GIVE_BACK, ReturnWish.UNFREEZE, ReturnWish.FREEZE, ReturnWish.LEAVE_OUT)
_PLACES = ("this", "next")
THIS = ("这", "本", "当", "this")
"""How the names of the current month, quarter or year begin."""
LONGEST_OF_A_ROUND = 30
_VAGUE = {ReturnWish.LOOK, ReturnWish.TABLE, ReturnWish.PICTURE, ReturnWish.WORKBOOK}
"""Wishes that may also be about the plan: 月报 is a progress report, too."""


def return_asked(meaning: Understanding, known: Collection[Period | None] = ()) -> ReturnAsked | None:
    """Return what a sentence wants of the statistics returns, or None if it is about something else.

    `known` has how often the present returns are asked for (None: once): 月报 clearly is a return if there is a monthly
    one.
    """
    wish = ReturnWish(kind_said("returns.wishes", meaning.text) or ReturnWish.LOOK)
    if wish is ReturnWish.NUDGE and urges_nobody(meaning.text.lower()):
        wish = ReturnWish.LOOK
    if wish is ReturnWish.TABLE and meaning.unit and compares(meaning):
        wish = ReturnWish.LOOK
    period = period_said(meaning.text)
    surely = meaning.aim is Aim.RETURNS or says(meaning, "returns.names.surely")
    surely = surely or (meaning.unit is not None and says(meaning.text, "returns.nil"))
    maybe = wish not in _VAGUE or period in known
    return ReturnAsked(wish, period) if surely or (maybe and says(meaning.text, "returns.named")) else None


def wish_of_a_round(meaning: Understanding) -> ReturnWish | None:
    """Return what a sentence that names no return may want of the round just shown, or None if it asks or says more;
    behind a question may stand an order (案值0不对吧 让他核一下)."""
    if says(meaning, "returns.still_missing"):
        return ReturnWish.MISSING
    ends = clauses_of(meaning.text.lower(), spaces=True)[-1:]
    asks = Mood.ASKS in meaning.moods and any(Mood.ASKS in moods(each) for each in ends)
    if asks or says(meaning.text, "returns.named") or len(meaning.text) > LONGEST_OF_A_ROUND:
        return None
    said = [ReturnWish(each.kind) for each in kinds_said("returns.wishes", meaning.text)]
    wish = next((each for each in said if each in _OF_A_ROUND), None)
    if wish is None and units_in(meaning) and place_said(meaning.text) is not None:
        of_units = {ReturnWish.END: ReturnWish.LEAVE_OUT, ReturnWish.ASK_AGAIN: ReturnWish.ASK_AGAIN}
        return next((wanted for each, wanted in of_units.items() if each in said), None)
    if wish is ReturnWish.GIVE_BACK:
        return wish if meaning.unit else None
    only_nudged = ReturnWish.MISSING in said or says(meaning, "returns.nudged")
    return None if wish is ReturnWish.NUDGE and not only_nudged else wish


def wish_below_a_round(meaning: Understanding) -> ReturnWish | None:
    """Return what a sentence asks of the round right above it (园林呢, 都齐了吗, 合计多少, 导出表格), or None."""
    if units_in(meaning) and says(meaning, "lists.the_same_of_another", "lists.the_same_of_unit"):
        return ReturnWish.LOOK
    if not says(meaning, "returns.asked_of_it", "summary.compared_alone"):
        return None
    said = {each.kind for each in kinds_said("returns.wishes", meaning.text)}
    shows = (ReturnWish.WORKBOOK, ReturnWish.PICTURE, ReturnWish.MISSING, ReturnWish.TABLE)
    return ReturnWish.LOOK if units_in(meaning) else next((each for each in shows if each in said), ReturnWish.MISSING)


def orders_a_change(meaning: Understanding) -> bool:
    """Return whether a sentence orders to put something else, or take something out (案值去掉, 加上青山区)."""
    drops = ListChange.OUT in {each.kind for each in kinds_said("edits.how", meaning.text)}
    return Mood.ASKS not in meaning.moods and (drops or _changes(meaning))


def _changes(meaning: Understanding) -> bool:
    return ReturnWish.CHANGE in {each.kind for each in kinds_said("returns.wishes", meaning.text)}


def changes_it(meaning: Understanding, named: Sequence[ListedMembers]) -> bool:
    """Return whether a sentence is only an order to change the return shown: its units (加上青山区), the indicators
    `named` (案值不要了), or when it is due."""
    if not orders_a_change(meaning) or not (named or _changes(meaning)) or meaning.names(Kind.CODE):
        return False
    units = spans(of_kind(meaning, Kind.UNIT))
    if not units and (periods_said(meaning.text) or says(meaning, "returns.about.due")):
        return True
    places = [*units, *(each[:2] for each in named)]
    return bool(places) and says(blank_spans(meaning.text, places, " "), "edits.of_a_list")


def wants_only_a_look(meaning: Understanding) -> bool:
    """Return whether a sentence without a wish asks, compares (月报比上月), or only names a return, its unit and its
    time: 看看11月月报.

    If it says more, that is an order that was not understood: 月报停一个月.
    """
    return Mood.ASKS in meaning.moods or compares(meaning) or says(meaning, "returns.looked_at")


def compares(meaning: Understanding) -> bool:
    """Return whether a sentence compares something with an earlier time."""
    return says(meaning, "summary.compared", "summary.compared_alone", "summary.compared_with_the_last")


def without_return_names(text: str) -> str:
    """Return `text` without its words for a return, and for what stands in it (报表里案值写错了)."""
    return _RULES["within_it"].sub(" ", blank(text, kinds_said("returns.names", text), "\0"))


def orders_regularly(meaning: Understanding) -> bool:
    """Return whether a sentence orders units to file something in every period, without a word for a return
    (每个月5号让各区报立案数)."""
    if Mood.ASKS in meaning.moods or meaning.names(*OF_REPORTS):
        return False
    often = [each for each in kinds_said("returns.periods", meaning.text) if each.kind != "once"]
    named = [*spans(of_kind(meaning, Kind.UNIT)), *names_of_everybody(meaning.text)]
    return _RULES["ordered_regularly"].match(blank_spans(blank(meaning.text, often, "\1"), named)) is not None


def names_a_period(meaning: Understanding) -> bool:
    """Return whether a sentence clearly names its period before the first comma: 11月的, 这期的.

    这个月 may be the period that is being filled in, or this month's.
    """
    order = first_clause(meaning.text)
    times = [meaning.text[each.start : each.end] for each in of_kind(meaning, Kind.TIME) if each.end <= len(order)]
    return place_said(order) is not None or any(not each.startswith(THIS) for each in times)


def place_said(text: str) -> int | None:
    """Return 0 if a text means the current period (这期), 1 if the next (下一期), or None."""
    said = kind_said("returns.places", text)
    return None if said is None else _PLACES.index(said)


def period_said(text: str) -> Period | None:
    """Return the first period in which a text says that something is asked for (DAY: once), or None."""
    return next(iter(periods_said(text)), None)


def is_too_often(text: str) -> bool:
    """Return whether a text asks for something more often than each month."""
    return _RULES["too_often"].search(text) is not None


def periods_said(text: str) -> list[Period]:
    """Return how often a text says that something is asked for, in its order (月报改季报); DAY means once. What is more
    often than each month is not read (每两周报一次)."""
    found: dict[Period, int] = {}
    for each in kinds_said("returns.periods", _RULES["too_often"].sub(" ", _A_MONTH.sub(" ", text))):
        found.setdefault(ONCE if each.kind == "once" else Period(each.kind), each.start)
    if Period.HALF_YEAR in found and found.get(Period.YEAR, -1) == found[Period.HALF_YEAR] + 1:
        del found[Period.YEAR]
    return sorted(found, key=lambda period: found[period])


def reason_said(text: str, meaning: Understanding) -> str:
    """Return the reason in an order to give a return back, or an empty string.

    That is the text after the first comma, the text before it, or before a space, if the order follows
    (公安局的案值不对，退回), or the text after a space that ends the order (月报公安局退回 案值不对).
    """
    if (behind := text_after_comma(text)) is not None:
        return _reason_before(without_reason(text), behind, meaning) or behind
    order, _, given_back = text.rpartition(" ")
    if order and (before := _reason_before(order, given_back, meaning)):
        return before
    ends = [each.end for each in of_kind(meaning, Kind.UNIT)]
    patterns_of_order = (_RULES["given_back"], _RULES["a_return"])
    ends += [found.end() for pattern in patterns_of_order for found in pattern.finditer(meaning.text)]
    end = max(ends, default=len(meaning.text))
    return quoted(meaning.text, end, len(meaning.text)).strip() if meaning.text[end : end + 1] == " " else ""


def _reason_before(order: str, behind: str, meaning: Understanding) -> str:
    """Return the reason stated before the comma when the order to give back comes after it, or an empty string."""
    if _RULES["given_back"].search(order) or not _RULES["given_back"].search(behind):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT) if each.end <= len(order)]
    return _RULES["a_return"].sub("", order[max(ends, default=len(order)) :]).strip("的 ")


def text_after_comma(text: str) -> str | None:
    """Return the text after the first comma or similar sign, or None if there is none."""
    order = without_reason(text)
    return text[len(order) + 1 :].strip() if len(order) < len(text) else None


def without_reason(text: str) -> str:
    """Return the text up to its first comma or similar sign."""
    return text[: min((text.index(each) for each in _COMMAS if each in text), default=len(text))]
