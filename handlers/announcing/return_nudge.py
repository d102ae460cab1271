"""The dialog that nudges the units which have not filed a statistics return."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Update

from data.announcing.addressees import addressees_named
from data.announcing.nudges import checked_nudging, send_nudge
from data.announcing.nudging_times import parts_by_time
from data.dialogs import Dialog
from data.errors import Refusal
from data.errors.announcing import TimeUnclear
from data.errors.returns import AllFiled
from data.notices.plan_rules import sending_hours
from data.returns.rounds import round_by_id
from data.returns.unit_returns import UnitReturn, unit_returns
from data.times import day_of
from data.understanding import Kind, Understanding
from data.understanding.announcing.nudge_words import nudges_asked
from data.understanding.dialog.lists_changed import ListChange
from data.understanding.orders import kind_said
from data.understanding.polarity import calls_off
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.nudge_parts import NUDGING_TIME, OWN_WORDS, PartAnswers, part_of, wake_sender
from handlers.announcing.sending_time import time_answer
from handlers.announcing.texts import nudge as texts
from handlers.announcing.texts.nudge import NudgePart
from handlers.dialog import Answers, Declaration, Ending, GivingUp, LeavesNothing, PartlyRead, Talk, begin
from handlers.telegram import Context, hear, with_undo
from handlers.wording import NOTHING, labels


async def nudge_round(update: Update, context: Context, round_id: int, said: Understanding | None = None) -> None:
    """Begin a nudge for a round of statistics returns, straight at its preview, asking only the units named in `said`,
    at the time that it names.

    Raises StaleButton, NudgedAlready, NobodyToNudge, AllFiled, UnknownUnit, and what `_time_said` raises.
    """
    answers = {"words": "", **time_answer(_time_said(context, said) if said else None)}
    if said and (only := _units_said(context, said)):
        answers["only"] = only
    _part(context, round_id, answers)
    await begin(update, context, RETURN_NUDGE, round_id, answers=answers)


def _to_file(context: Context, round_id: int, answers: PartAnswers) -> list[UnitReturn]:
    """Return what is to be filed for a round at the time in `answers`, by the units in `only` or else by all."""
    today = day_of(time_answered(answers) or context.now, context.zone)
    return unit_returns(context.db, today, round_ids=[round_id], unit_ids=answers.get("only"), open_only=True)


def _part(context: Context, round_id: int, answers: PartAnswers) -> NudgePart[UnitReturn]:
    """Return the nudge as it would go out. Raises NudgedAlready, NobodyToNudge or AllFiled if it asks for nothing."""
    part = part_of(context, answers, _to_file(context, round_id, answers))
    checked_nudging(part.found, AllFiled(round_by_id(context.db, round_id).title))
    return part


def _units_said(context: Context, said: Understanding) -> list[int]:
    names = said.names(Kind.UNIT)
    return list(addressees_named(context.db, said).unit_ids) if names else []


def _time_said(context: Context, said: Understanding) -> datetime | None:
    """Return when a sentence wants a nudge sent, None for at once. Raises TimeGone, TimeUnclear if it names several."""
    times = {at for _, at in parts_by_time(said, context.now, sending_hours(context.db))}
    if len(times) > 1:
        raise TimeUnclear
    return times.pop()


def _load(context: Context, dialog: Dialog) -> NudgePart[UnitReturn]:
    return _part(context, dialog.subject_id, dialog.answers)


def _change(talk: Talk[NudgePart[UnitReturn]], text: str) -> Answers:
    """Return fewer or more units at the preview, another time, or both: 农业局报过了别催 and 除了农业局 leave units
    out, 只催农业局 keeps no others, 加上农业局 adds to those named, and 下午3点催月报 is about when. Raises PartlyRead
    if that cannot be asked for, and LeavesNothing."""
    context, said = talk.context, hear(talk.context, text)
    units, only = _units_said(context, said), talk.answers.get("only")
    if said.overdue or not (units or nudges_asked(said.text)):
        return {}
    given: dict[str, Any] = {"only": units} if units else {}
    if units and calls_off(said.text.lower()):
        given["only"] = [each.unit.id for each in talk.subject.found.asked if each.unit.id not in units]
        if not given["only"]:
            raise LeavesNothing
    elif units and kind_said("edits.how", said.text.lower()) == ListChange.ADDED:
        given["only"] = only and [*only, *units]
    try:
        at = _time_said(context, said)
        changed = {**given, **(time_answer(at) if at else {})}
        _part(context, talk.dialog.subject_id, {**talk.answers, **changed})
    except Refusal as why:
        raise PartlyRead({}, why, NOTHING) from why
    return changed


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    part, wanted = _load(context, dialog), _to_file(context, dialog.subject_id, dialog.answers)
    nothing = AllFiled(round_by_id(context.db, dialog.subject_id).title)
    found = send_nudge(context.db, context.actor, wanted, part.words, dialog.source, part.at, nothing)
    return Ending(texts.sent([replace(part, found=found)], context.today, context.language), with_undo(context))


RETURN_NUDGE: Declaration[NudgePart[UnitReturn]] = Declaration(
    kind="return_nudge",
    load=_load,
    questions=(replace(OWN_WORDS, change=_change, changed_surely=True), NUDGING_TIME),
    preview=lambda talk: texts.preview([talk.subject], talk.context.today, talk.language),
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=texts.WAITS,
    giving_up=GivingUp(texts.CANCEL_QUESTION),
    only_once=True,
    afterwards=wake_sender,
)
