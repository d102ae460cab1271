"""The dialog that nudges the units which have not filed a statistics return."""

from dataclasses import replace

from telegram import Update

from data.announcing.addressees import addressees_named
from data.announcing.nudges import Nudging
from data.announcing.nudging_times import parts_by_time
from data.announcing.return_nudges import checked_return_nudging, return_nudging, send_return_nudge
from data.dialogs import Dialog
from data.notices.plan_rules import sending_hours
from data.returns.unit_returns import UnitReturn
from data.understanding import Kind, Understanding
from data.understanding.polarity import calls_off
from handlers.announcing.nudge_parts import OWN_WORDS, wake_sender
from handlers.announcing.texts import nudge as words
from handlers.announcing.texts import return_nudge as texts
from handlers.dialog import Answers, Declaration, Ending, GivingUp, Talk, begin
from handlers.telegram import Context, answer, hear, labels


async def nudge_round(update: Update, context: Context, round_id: int, said: Understanding | None = None) -> None:
    """Begin a nudge for a round of statistics returns, straight at its preview, asking only the units named in `said`.
    It always goes out at once; if `said` names another time, only tell the coordinator that. Raises StaleButton,
    NudgedAlready, NobodyToNudge, AllFiled, UnknownUnit and TimeGone."""
    hours = sending_hours(context.db)
    if said is not None and any(each.at for each in parts_by_time(said, context.now, hours)):
        await answer(update, context, texts.AT_ONCE_ONLY(context.language))
        return
    only = (_units_said(context, said) if said else []) or None
    checked_return_nudging(context.db, round_id, context.now, only)
    await begin(update, context, RETURN_NUDGE, round_id, answers={"words": "", **({"only": only} if only else {})})


def _units_said(context: Context, said: Understanding) -> list[int]:
    """Return the ids of the units that a sentence names, or of all but those it excludes; empty if it names none."""
    names = any(each.kind is Kind.UNIT for each in said.readings)
    return list(addressees_named(context.db, said).unit_ids) if names else []


def _change(talk: Talk[Nudging[UnitReturn]], text: str) -> Answers:
    """Return fewer units at the preview: 农业局报过了别催 and 除了农业局 leave units out, 只催农业局 keeps no
    others."""
    context, said = talk.context, hear(talk.context, text)
    units = _units_said(context, said)
    if not units or said.overdue:
        return {}
    if calls_off(said.text.lower()):
        units = [each.unit.id for each in talk.subject.asked if each.unit.id not in units]
    asked = [each.unit.id for each in talk.subject.asked if each.unit.id in units]
    checked_return_nudging(context.db, talk.dialog.subject_id, context.now, asked or units)
    return {"only": asked or units}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = send_return_nudge(
        context.db,
        context.actor,
        dialog.subject_id,
        dialog.answers.get("words", ""),
        dialog.source,
        dialog.answers.get("only"),
    )
    return Ending(texts.sent(done, context.language))


RETURN_NUDGE: Declaration[Nudging[UnitReturn]] = Declaration(
    kind="return_nudge",
    load=lambda context, dialog: return_nudging(context.db, dialog.subject_id, context.now, dialog.answers.get("only")),
    questions=(replace(OWN_WORDS, change=_change, changed_surely=True),),
    preview=lambda talk: texts.preview(talk.subject, talk.answers.get("words", ""), talk.context.today, talk.language),
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=words.WAITS,
    giving_up=GivingUp(words.CANCEL_QUESTION),
    only_once=True,
    afterwards=wake_sender,
)
