"""The dialog that previews reports of no change in several tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import Dialog, DialogState
from data.reporting.no_change import report_no_change
from data.standing.assignments import Assignment
from data.standing.check_ins import has_report_in_period, is_of_present_period, is_unfinished_ongoing
from data.understanding.lines_named import NamedLine, lines_meant
from data.understanding.list_exceptions import left_out_of_lists
from handlers.dialog import Answers, Declaration, Ending, Place, Talk, begin
from handlers.dialog.opening import offer_to_resume, parked_with_answers
from handlers.reporting import keyboard as buttons
from handlers.reporting.texts import no_change as texts
from handlers.tasks.own_tasks import all_own_assignments, speaks_for_several
from handlers.telegram import NOTHING, Context, Html, day_in, hear, labels

KIND = "no_change"
"""The kind of the dialog, whose subject is the message with the pressed button."""
TASKS, DAY, PRESS, REMOVED = "tasks", "day", "press", "removed"
"""The keys of the answers: assignment ids, day of the button, key of the press, and codes left out last."""


@dataclass(frozen=True, slots=True)
class NoChangeSubject:
    """The tasks that would be reported on, and those on which somebody has reported meanwhile."""

    tasks: list[Assignment]
    heard_of: list[Assignment]


def own_ongoing_tasks(context: Context) -> list[Assignment]:
    """Return the user's unfinished ongoing tasks."""
    return [each for each in all_own_assignments(context) if is_unfinished_ongoing(each)]


def _load(context: Context, dialog: Dialog) -> NoChangeSubject:
    chosen, day = set(dialog.answers[TASKS]), day_in(dialog.answers[DAY])
    meant = [each for each in own_ongoing_tasks(context) if each.id in chosen and is_of_present_period(each, day)]
    return NoChangeSubject(
        [each for each in meant if not has_report_in_period(each)],
        [each for each in meant if has_report_in_period(each)],
    )


def _preview(talk: Talk[NoChangeSubject]) -> Html:
    named, removed = speaks_for_several(talk.context), talk.answers.get(REMOVED, [])
    return texts.check(talk.subject.tasks, talk.subject.heard_of, removed, talk.language, name_unit=named)


def _change(talk: Talk[NoChangeSubject], text: str) -> Answers:
    """Return the answers without the tasks that `text` leaves out; empty if it leaves out none or all."""
    tasks, heard = talk.subject.tasks, hear(talk.context, text)
    about = lines_meant(text, heard, [NamedLine(each.code, each.title) for each in tasks])
    excepted = [heard.text[each.start : each.end] for each in left_out_of_lists(heard)]
    removed = [each for each in tasks if each.code in excepted]
    if about.removing:
        removed = [tasks[at] for at in about.places]
    if not removed or len(removed) == len(tasks):
        return {}
    gone = {each.id for each in removed}
    kept = [each for each in talk.answers[TASKS] if each not in gone]
    return {TASKS: kept, REMOVED: [each.code for each in removed]}


def store_no_change(
    context: Context, ids: Sequence[int], press: str, message_id: int
) -> tuple[Html, InlineKeyboardMarkup]:
    """Report no change in the assignments `ids`; return the answer and its buttons."""
    done = report_no_change(context.db, context.actor, ids, press)
    text = texts.unchanged(done, context.language, name_unit=speaks_for_several(context))
    return text, buttons.below_stored(done, message_id, context.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Report no change in each task, unless the period has ended."""
    subject = _load(context, dialog)
    ids = [each.id for each in (*subject.tasks, *subject.heard_of)]
    if not ids:
        return Ending(texts.OLD_LIST(context.language))
    return Ending(*store_no_change(context, ids, dialog.answers[PRESS], dialog.subject_id))


NO_CHANGE: Declaration[NoChangeSubject] = Declaration(
    kind=KIND,
    office=False,
    turn_prefix="",
    load=_load,
    preview=_preview,
    submit_said=("都没变化", "都没有变化", "没变化", "没有变化", "unchanged", "no change"),
    choices=lambda talk: [[(labels.SUBMIT, "submit")]],
    change=_change,
    hint=texts.NOT_TAKEN,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, count=count) if (count := len(talk.subject.tasks)) else NOTHING,
    finish_tells_changes=True,
    is_begun=lambda context, dialog: dialog.state is DialogState.PARKED and bool(dialog.answers[TASKS]),
)
"""The dialog that previews no change in several tasks."""


async def offer_what_is_unchanged(update: Update, context: Context, dialog: Dialog) -> None:
    """After reports, offer again what was shown as unchanged just before and not yet agreed to."""
    for each in parked_with_answers(context):
        if each.kind == KIND and each.touched_at >= context.just_now:
            await offer_to_resume(update, context, each)


async def show_no_change_to_check(
    update: Update,
    context: Context,
    ids: Sequence[int],
    day: date,
    press: str,
    message_id: int,
    place: Place = Place.BELOW,
) -> None:
    """Show what reporting no change in these assignments would store."""
    answers = {TASKS: [*ids], DAY: f"{day:%Y%m%d}", PRESS: press}
    await begin(update, context, NO_CHANGE, message_id, answers=answers, place=place)
