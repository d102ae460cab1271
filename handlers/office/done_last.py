"""What the office did last of the plan, a report or the settings, in words, and taken back."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.recorded_acts import Act, find_act, undo_act
from data.office.audit_trail import AuditLine
from data.office.change_record import ChangeKind, PlanChange
from data.reporting.reviews import Reviewed
from handlers.office import keyboard as buttons
from handlers.office import plan_changes, verdict_undone
from handlers.office.texts.audit import what_was_done
from handlers.office.texts.plan_changes import IMPORT, change_lines
from handlers.office.texts.settings_undone import setting_text, undone
from handlers.office.texts.verdict_undone import verdict_text
from handlers.telegram import Context, Html, Language, cut, pressed, show
from handlers.telegram.keyboards import undo_row


def to_take_back(done: PlanChange | Reviewed | Act, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What was done, and the button that takes it back."""
    match done:
        case PlanChange():
            return _change_text(done, language), buttons.undo_change(done, language)
        case Reviewed():
            return verdict_text(done, language), buttons.undo_verdict(done, language)
        case Act():
            return setting_text(done, language), InlineKeyboardMarkup([undo_row(done, language)])


def _change_text(done: PlanChange, language: Language) -> Html:
    """A change, task by task; of an import how many tasks it has touched."""
    if done.kind is ChangeKind.IMPORT:
        return IMPORT(language, file=cut(done.subject, 60), count=sum(each.is_news for each in done.tasks))
    return change_lines(done, None, language)


def taken_back(context: Context, done: PlanChange | Reviewed | Act) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Take it back, and say so. Raises what the use-case of each raises."""
    match done:
        case PlanChange():
            return plan_changes.taken_back(context, done.id), None
        case Reviewed():
            return verdict_undone.taken_back(context, done.report_id)
        case Act():
            return _unset(context, done.id), None


async def press(update: Update, context: Context) -> None:
    """撤销 of what was set or decided, by its button. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the
    change back raises."""
    await show(update, context, _unset(context, int(pressed(update)[1])))


def _unset(context: Context, audit_id: int) -> Html:
    """Let what was set be again what it was, and say so. Raises as `press` does."""
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return undone(act, context.language, before=undone_before)


def line_of(line: AuditLine, language: Language) -> Html:
    """A line of the record, without when and by whom."""
    return what_was_done(line, language)
