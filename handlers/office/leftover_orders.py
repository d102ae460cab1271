"""Find the orders in a sentence that a change of the plan leaves undone, so that the answer can name them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked, change_with_value
from handlers.dialog.reason import is_for_others, says_another_is_alike, says_why
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
    asked = change_asked(text, meaning)
    if asked is None or not asked.codes or asked.what is ChangeWish.ADD:
        return ChangeAndLeftovers(asked, ()) if asked is not None else None
    said = text.replace(asked.reason, "", 1) if asked.reason else text
    clauses = clauses_of(said, spaces=asked.what is not ChangeWish.EDIT)
    has_value = change_with_value(text, meaning) is not None
    left = [
        each
        for each in (clauses if len(clauses) > 1 else ())
        if (has_value and is_for_others(hear(context, each))) or _is_other_order(context, each, asked)
    ]
    why = [] if asked.reason else _reasons(context, clauses, left, asked)
    if (not left and not why) or len(left) == len(clauses):
        return ChangeAndLeftovers(asked, ())
    rest = text
    for each in [*left, *why]:
        rest = rest.replace(each, "", 1)
    rest = rest.lstrip(BREAKS)
    again = change_asked(rest, hear(context, rest))
    if again is None or again.what is not asked.what or not set() < {*again.codes} <= {*asked.codes}:
        return ChangeAndLeftovers(asked, tuple(left))
    return ChangeAndLeftovers(replace(again, reason="，".join(why)) if why else again, tuple(left))


def _reasons(context: Context, clauses: Sequence[str], left: Sequence[str], asked: AskedChange) -> list[str]:
    """Return the clauses that give a reason instead of an order: those at the end of the sentence, and one before the
    order that compares the only task with another (1-8和1-9重复，删掉1-9)."""
    first = clauses[:1] if len(asked.codes) == 1 else ()
    alike = [each for each in first if says_another_is_alike(hear(context, each), each)]
    behind = takewhile(lambda each: each in left or says_why(context, each), reversed(clauses[1:]))
    return [*alike, *(each for each in reversed([*behind]) if each not in left)]


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
