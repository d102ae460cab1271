"""Find the orders in a sentence that a change of the plan leaves undone, so that the answer can name them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked
from handlers.dialog.reason import says_another_is_alike, says_why
from handlers.telegram import Context, hear

ONE_CHANGE = ((ChangeWish.MOVE, ChangeWish.LEAVE), (ChangeWish.DEADLINE, ChangeWish.UNDATED))
"""Pairs of changes that are one change said in two clauses: 43-5不要市场局了，改商务局; 10-1没有期限，定到6月底."""
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
    if asked is None or not asked.codes or asked.what is ChangeWish.ADD:
        return ChangeAndLeftovers(asked, ()) if asked is not None else None
    said = text.replace(asked.reason, "", 1) if asked.reason else text
    clauses = clauses_of(said)
    if len(clauses) == 1:
        clauses = _orders_between_spaces(context, said, asked) or _reason_behind_space(context, said, asked) or clauses
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
    first, *others = clauses_of(text) or [""]
    if not others or not says_another_is_alike(hear(context, first), first):
        return None
    rest = text[others[0].start :].strip(BREAKS)
    taken = change_and_leftovers(context, rest, hear(context, rest))
    if taken is None or len(taken.asked.codes) != 1:
        return None
    return replace(taken, asked=replace(taken.asked, reason=taken.asked.reason or first))


def _orders_between_spaces(context: Context, text: str, asked: AskedChange) -> list[str]:
    """Return the words of a sentence about one task if each is an order (1-8 加商务局 去掉海关), else an empty list."""
    words = text.replace(asked.code, " ").split()
    orders_each = (f"{asked.code} {each}" for each in words)
    several = len(asked.codes) == 1 and len(words) > 1
    return words if several and all(change_asked(each, hear(context, each)) for each in orders_each) else []


def _reason_behind_space(context: Context, text: str, asked: AskedChange) -> list[str]:
    """Return an order and the reason behind its last space (都延到12月底 培训没排开), else an empty list."""
    order, _, why = text.strip().rpartition(" ")
    if not order or not says_why(context, why):
        return []
    alone = change_asked(order, hear(context, order))
    same = alone is not None and (alone.what, alone.codes) == (asked.what, asked.codes)
    return [order, why] if same else []


def _reason_behind(context: Context, clauses: Sequence[str], left: Sequence[str]) -> list[str]:
    """Return the clauses at the end of the sentence that give a reason instead of an order."""
    why = list(takewhile(lambda each: each in left or says_why(context, each), reversed(clauses[1:])))
    return [each for each in reversed(why) if each not in left]


def _is_other_order(context: Context, clause: str, asked: AskedChange) -> bool:
    """Return whether `clause` orders something other than `asked`: it is about another task, asks for another change,
    or names a day or unit for which `asked` has no use."""
    heard = hear(context, clause)
    if says(clause, "plan_changes.change_named"):
        return False
    codes = [each.values[0] for each in of_kind(heard, Kind.CODE)]
    if codes and not set(codes) <= set(asked.codes):
        return not says_another_is_alike(heard, clause)
    whole = clause if codes else f"{asked.code} {clause}"
    other = change_asked(whole, hear(context, whole))
    if other is not None:
        if (asked.what, other.what) == (ChangeWish.MOVE, ChangeWish.LEAD):
            return other.units[:1] != asked.units[:1]
        return other.what is not asked.what and (asked.what, other.what) not in ONE_CHANGE
    kinds = {each.kind for each in heard.readings}
    if codes or says_why(context, clause):
        return False
    if asked.what is ChangeWish.DEADLINE:
        return Kind.UNIT in kinds and Kind.TIME not in kinds
    units = {value for each in of_kind(heard, Kind.UNIT) for value in each.values}
    return Kind.TIME in kinds or not units <= set(asked.units)
