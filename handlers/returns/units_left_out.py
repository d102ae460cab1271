"""The dialog that leaves units out of one round of a return (贸促会这次不用报), and asking them after all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import unless
from data.errors.plans import NoChange
from data.plan.units import Unit, all_units
from data.returns.rounds import Round, find_round
from data.returns.units_left_out import ask_units_again, leave_units_out, units_to_leave_out
from data.understanding import Understanding
from data.understanding.list_exceptions import unit_in, units_in
from data.understanding.returns.return_asked import text_after_comma
from handlers.dialog import Declaration, Ending, Talk, begin, reason_question
from handlers.returns.office_pages import show_round
from handlers.returns.texts import left_out as texts
from handlers.returns.texts.rounds import of_round
from handlers.telegram import Context, Html, answer, cut, series, still_there, text_of, with_undo


@dataclass(frozen=True, slots=True)
class UnitsToLeaveOut:
    """A round, and the units to be left out of it."""

    round: Round
    units: Sequence[Unit]


def units_named(context: Context, meaning: Understanding) -> list[int]:
    """Return the ids of the units that a sentence names."""
    names = units_in(meaning) or (unit_in(meaning),)
    return [each.id for each in all_units(context.db) if each.name in names]


async def leave_units_out_in_words(update: Update, context: Context, found: Round, meaning: Understanding) -> None:
    """Begin to leave the named units out of a round, with the reason given; if none of them can be, show the round."""
    units = units_to_leave_out(context.db, found.id, units_named(context, meaning))
    if not units:
        await show_round(update, context, found.id, texts.NONE_TO_LEAVE_OUT(context.language))
        return
    reason = text_after_comma(text_of(update))
    answers: dict[str, Any] = {"units": [each.id for each in units], **({"reason": reason} if reason else {})}
    await begin(update, context, LEAVE_OUT, found.id, answers=answers)


async def ask_units_again_in_words(update: Update, context: Context, found: Round, meaning: Understanding) -> bool:
    """Ask the named units again; return whether any of them was left out."""
    named = units_named(context, meaning)
    if (units := unless(NoChange, ask_units_again, context.db, context.actor, found.id, named)) is None:
        return False
    done = of_round(texts.UNITS_ASKED_AGAIN, found, context.today, context.language, units=_named(units, context))
    await answer(update, context, done, with_undo(context))
    return True


def _named(units: Sequence[Unit], context: Context) -> str:
    return cut(series((each.name for each in units), context.language), 200)


def _load(context: Context, dialog: Dialog) -> UnitsToLeaveOut:
    """Return the round and its units to leave out. Raises StaleButton if all of them have filed meanwhile."""
    units = still_there(units_to_leave_out(context.db, dialog.subject_id, dialog.answers["units"]))
    return UnitsToLeaveOut(find_round(context.db, dialog.subject_id), units)


def _told(talk: Talk[UnitsToLeaveOut], words: Any, **values: object) -> Html:
    context, subject = talk.context, talk.subject
    return of_round(words, subject.round, context.today, talk.language, units=_named(subject.units, context), **values)


def _leave_out(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    units = leave_units_out(context.db, by, dialog.subject_id, dialog.answers["units"], dialog.answers["reason"])
    found, names = find_round(context.db, dialog.subject_id), _named(units, context)
    done = of_round(texts.UNITS_DONE, found, context.today, context.language, units=names)
    return Ending(done, with_undo(context, source=by.source))


LEAVE_OUT: Declaration[UnitsToLeaveOut] = Declaration(
    kind="leave_units_out",
    load=_load,
    questions=(reason_question(lambda talk: _told(talk, texts.WHY_UNITS)),),
    preview=lambda talk: _told(talk, texts.CHECK_UNITS, reason=cut(talk.answers["reason"], 300)),
    submit=texts.LEAVE_OUT,
    submit_said=("不用报",),
    finish=_leave_out,
    waits=texts.UNITS_WAIT,
)
"""The dialog that leaves units out of a round: the reason and a preview."""
