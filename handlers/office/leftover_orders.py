"""Find the orders in a sentence that a change or verdict leaves undone, so that the answer can name them."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from data.understanding import Aim, Kind, Understanding, of_kind
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked
from data.understanding.polarity import clauses_held_back, has_order_word
from handlers.dialog.reason import says_another_is_alike, says_why
from handlers.office.texts.plan_in_words import NOT_HANDLED
from handlers.telegram import Context, Html, cut, hear, series

TO_OTHERS = (Aim.NUDGE, Aim.BROADCAST, Aim.INVITE)
LONGEST = 200
ONE_CHANGE = ((ChangeWish.MOVE, ChangeWish.LEAVE),)
"""Pairs of changes that are one change said in two clauses: 43-5不要市场局了，改商务局."""
BREAKS = " \n,，。;；"


@dataclass(frozen=True, slots=True)
class ChangeAndLeftovers:
    """A change of the plan, and the clauses of its sentence that it leaves undone."""

    asked: AskedChange
    left: tuple[str, ...]


def change_and_leftovers(context: Context, text: str, meaning: Understanding) -> ChangeAndLeftovers | None:
    """Return the change that `text` asks for with the orders that it leaves undone, or None if it asks for none."""
    if (taken := _change_after_reason(context, text)) is not None:
        return taken
    asked = change_asked(text, meaning)
    if asked is None or not asked.codes:
        return ChangeAndLeftovers(asked, ()) if asked is not None else None
    said = text.replace(asked.reason, "", 1) if asked.reason else text
    clauses = [each[0].strip() for each in CLAUSE.finditer(said) if each[0].strip()]
    if len(clauses) == 1:
        clauses = _orders_between_spaces(context, said, asked) or clauses
    left = [each for each in clauses if len(clauses) > 1 and _is_other_order(context, each, asked)]
    why = [] if asked.reason else _reason_behind(context, clauses, left)
    if (not left and not why) or len(left) == len(clauses):
        return ChangeAndLeftovers(asked, ())
    rest = text
    for each in [*left, *why]:
        rest = rest.replace(each, "", 1)
    again = change_asked(rest, hear(context, rest))
    if again is None or (again.what, again.codes) != (asked.what, asked.codes):
        return ChangeAndLeftovers(asked, tuple(left))
    return ChangeAndLeftovers(replace(again, reason="，".join(why)) if why else again, tuple(left))


def _change_after_reason(context: Context, text: str) -> ChangeAndLeftovers | None:
    """Return the change of one task that follows a clause comparing it with another (1-8和1-9重复，删掉1-9), or
    None."""
    first = CLAUSE.search(text)
    if first is None or not says_another_is_alike(hear(context, first[0]), first[0]):
        return None
    rest = text[first.end() :].strip(BREAKS)
    taken = change_and_leftovers(context, rest, hear(context, rest))
    if taken is None or len(taken.asked.codes) != 1:
        return None
    return replace(taken, asked=replace(taken.asked, reason=taken.asked.reason or first[0].strip()))


def _orders_between_spaces(context: Context, text: str, asked: AskedChange) -> list[str]:
    """Return the words of a sentence about one task if each is an order (1-8 加商务局 去掉海关), else an empty list."""
    words = text.replace(asked.code, " ").split()
    orders_each = (f"{asked.code} {each}" for each in words)
    several = len(asked.codes) == 1 and len(words) > 1
    return words if several and all(change_asked(each, hear(context, each)) for each in orders_each) else []


def words_and_orders(context: Context, words: str, codes: Sequence[str], units: Set[str]) -> tuple[str, list[str]]:
    """Split `words` after a verdict into the verdict's own words and the clauses that are separate orders. `codes` are
    the tasks of the verdict; `units` are the praised units, if any: a clause that begins with another unit is an
    order."""
    parts = [each[0].strip() for each in CLAUSE.finditer(words) if each[0].strip()]
    left = [each for each in parts if _is_separate_order(context, each, codes, units)]
    if not left:
        return words, []
    return ("，" if context.language == "zh" else ", ").join(each for each in parts if each not in left), left


def _is_separate_order(context: Context, words: str, codes: Sequence[str], units: Set[str]) -> bool:
    """Return whether a clause is a separate order: it begins with another task or unit, says that something named is
    not to be done, or asks to nudge, tell or invite others."""
    heard = hear(context, words)
    first = min(heard.readings, key=lambda each: each.start, default=None)
    begins = first if first is not None and not first.start else None
    if begins is not None and begins.kind is Kind.CODE and begins.values[0] not in codes:
        return True
    if begins is not None and begins.kind is Kind.UNIT and units and not units & set(begins.values):
        return True
    names = [(each.start, each.end) for each in heard.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    held = bool(names) and bool(clauses_held_back(heard.text.lower(), names))
    return held or (heard.aim in TO_OTHERS and has_order_word(words.lower()))


def leftovers_text(context: Context, left: Sequence[str]) -> Html:
    """Return a text that names the clauses left undone; empty if `left` is."""
    return NOT_HANDLED(context.language, words=cut(series(left, context.language), LONGEST)) if left else Html("")


def _reason_behind(context: Context, clauses: Sequence[str], left: Sequence[str]) -> list[str]:
    """Return the clauses at the end of the sentence that give a reason instead of an order."""
    why = list(takewhile(lambda each: each in left or says_why(context, each), reversed(clauses[1:])))
    return [each for each in reversed(why) if each not in left]


def _is_other_order(context: Context, clause: str, asked: AskedChange) -> bool:
    """Return whether `clause` orders something other than `asked`: it is about another task, asks for another change,
    or names a day or unit for which `asked` has no use."""
    heard = hear(context, clause)
    codes = [each.values[0] for each in of_kind(heard, Kind.CODE)]
    if codes and not set(codes) <= set(asked.codes):
        return not says_another_is_alike(heard, clause)
    whole = clause if codes else f"{asked.code} {clause}"
    other = change_asked(whole, hear(context, whole))
    if other is not None:
        return other.what is not asked.what and (asked.what, other.what) not in ONE_CHANGE
    kinds = {each.kind for each in heard.readings}
    if codes or says_why(context, clause):
        return False
    if asked.what is ChangeWish.DEADLINE:
        return Kind.UNIT in kinds and Kind.TIME not in kinds
    units = {value for each in of_kind(heard, Kind.UNIT) for value in each.values}
    return Kind.TIME in kinds or not units <= set(asked.units)
