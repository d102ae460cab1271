"""Beginning, ending, moving and looking up leave (请假), in words or by a button."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from telegram import Update

from data import dialogs
from data.errors import unless
from data.errors.deadlines import DayUnclear
from data.people.absence import end_leave, own_absences, own_seats, seat_of
from data.people.invitations import Invitee
from data.people.leave_days import UP_TO, is_day_of_return
from data.understanding import find_order, says
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.normalise.sentence import clauses_of
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import moves_leave
from handlers.dialog import begin, cancel_open
from handlers.people.absence import (
    ABSENCE,
    INVITEE,
    LASTS,
    NOBODY,
    answers_to_move,
    colleague_named_in,
    leave_days_in,
    stand_in_named,
)
from handlers.people.texts import absence as texts
from handlers.telegram import Context, Verb, answer, hear
from handlers.telegram.which_unit import ask_which_unit
from handlers.wording import FOR_LIAISONS, join


async def begin_own_leave(update: Update, context: Context, said: str) -> None:
    """Begin the user's own leave with the days in `said`; of several units, ask which."""
    seats = own_seats(context.db, context.person)
    if not seats:
        await answer(update, context, FOR_LIAISONS(context.language))
    elif len(seats) > 1:
        choices = [(role.unit, ("leave_role", number)) for number, role in seats]
        await ask_which_unit(update, context, Verb.SEAT, choices)
    else:
        await begin_leave_of(update, context, seats[0][0], said)


async def end_own_leave(update: Update, context: Context) -> bool:
    """Cancel the open leave dialog, or end the user's leave; say so if there is none. Return whether a leave ended."""
    if (current := context.open_dialog_of(ABSENCE.kind)) is not None:
        await cancel_open(update, context, current)
        return False
    ended = end_leave(context.db, context.actor, context.person.id)
    await answer(update, context, (texts.BACK if ended else texts.NOT_AWAY)(context.language))
    return ended


async def show_own_leave(update: Update, context: Context) -> None:
    """Show the user's own leave."""
    found = own_absences(context.db, context.person, context.today)
    leave = join([texts.leave_line(each, context.language) for each in found])
    text = texts.LASTS(context.language, leave=leave) if found else texts.NO_LEAVE(context.language)
    await answer(update, context, text)


async def move_own_leave(update: Update, context: Context, said: str, *, of_leave: bool = False) -> bool:
    """Show the user's leave at the new days in `said`, to be confirmed; return whether it is to be moved. A sentence
    `of_leave` moves its end if it names only a day to come on which the user is back (我提前回来，12月3号上班). The
    days are asked for if it surely moves leave, but names none. Raises DayTooEarly."""
    found, surely = own_absences(context.db, context.person, context.today), says(said, "staffing.of_leave.moved")
    moves = surely or moves_leave(hear(context, said), just_spoken_of=False)
    moves = moves or (of_leave and _names_return(context, said))
    if not found or not moves:
        return False
    leave, seats = found[0], own_seats(context.db, context.person)
    seat = next((number for number, role in seats if role.unit == leave.unit), None)
    days = unless(DayUnclear, leave_days_in, _with_last_day(said, leave.last), context.today, leave.first)
    if seat is None or (days is None and not surely):
        return False
    await begin(update, context, ABSENCE, seat, answers={**(days or {}), **answers_to_move(context, leave)})
    return True


def _with_last_day(said: str, last: date) -> str:
    """Return a text that lengthens leave by so many days (再请两天) with the day until which it then lasts."""
    more = length_in_days(said.lower())
    if more is None or find_days(said.lower(), last) or not says(said, "staffing.leave_lengthened"):
        return said
    return f"{UP_TO[0]}{last + timedelta(days=more)}"


def _names_return(context: Context, said: str) -> bool:
    days = find_days(said.lower(), context.today)
    return bool(days) and all(each.first > context.today and is_day_of_return(said, each) for each in days)


def names_colleague_for_so_long(context: Context, said: str) -> bool:
    """Return whether a text names a colleague of the user and how long something lasts (李四替我一个月)."""
    seats = [seat_of(context.db, context.person, number) for number, _ in own_seats(context.db, context.person)]
    return length_in_days(said.lower()) is not None and any(colleague_named_in(each, said) for each in seats)


async def begin_leave_of(update: Update, context: Context, membership_id: int, words: str) -> None:
    """Begin the leave of the holder of a role, with the days and the stand-in in `words`. What only says how long
    somebody stands in counts from today."""
    answers: dict[str, Any] = {LASTS: length_in_days(words.lower())}
    stands_in = says(words, "staffing.stands_in") and not says(words, "staffing.wishes.away")
    begins = context.today if stands_in and not find_days(words.lower(), context.today) else None
    with suppress(DayUnclear):
        answers |= leave_days_in(_without_stand_in(words, context.today), context.today, begins)
    seat = seat_of(context.db, context.person, membership_id)
    told = {"staffing.part_of_a_day": texts.WHOLE_DAYS, "staffing.reports_while_away": texts.REPORTS_MEANWHILE}
    first = join([wording(context.language) for way, wording in told.items() if says(words, way)])
    if words and (named := colleague_named_in(seat, words)):
        answers["stand_in"] = named
    elif says(words, "staffing.surely_nobody"):
        answers["stand_in"] = NOBODY
    elif other := stand_in_named(words):
        answers[INVITEE] = Invitee(other, phone_within(words))
    if "days" in answers and _is_of_other_days(context, membership_id, answers["days"], words):
        await begin(update, context, ABSENCE, membership_id, first=texts.ONE_AT_A_TIME(context.language))
        return
    await begin(update, context, ABSENCE, membership_id, answers=answers, first=first)


def _without_stand_in(words: str, today: date) -> str:
    """Return what words say of the leave itself: not from when somebody stands in (下周我休假，让小李从周一开始代)."""
    said = find_order(words, "staffing.stands_in")
    left = "，".join(each for each in clauses_of(words) if said is None or said["name"] not in each)
    return left if find_days(left.lower(), today) else words


def _is_within(days: str, others: str) -> bool:
    """Return whether days (as an answer holds them) lie within others."""
    return others[:8] <= days[:8] and days[8:] <= others[8:]


def _is_of_other_days(context: Context, membership_id: int, days: str, said: str) -> bool:
    """Return whether a leave dialog is open for days that are no part of these, nor these of them, and the sentence
    does not ask to move it."""
    dialog = dialogs.find_unfinished(context.db, context.person.id, ABSENCE.kind, membership_id)
    before = dialog.answers.get("days") if dialog is not None else None
    if before is None or _is_within(before, days) or _is_within(days, before):
        return False
    return not moves_leave(hear(context, said), just_spoken_of=True)
