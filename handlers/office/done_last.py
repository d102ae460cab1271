"""What the office did last of a report or the settings: in words, taken back, and told to the units."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.recorded_acts import Act, find_act, undo_act
from data.office.audit_trail import AuditLine
from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import last_verdict, undo_verdicts, verdict_stands
from handlers.office import keyboard as buttons
from handlers.office.texts import verdict_undone as of_verdict
from handlers.office.texts.audit import what_was_done
from handlers.office.texts.settings_undone import setting_text, undone
from handlers.telegram import NOTHING, Context, Html, Language, answer, join, pressed, show
from handlers.telegram.keyboards import undo_row


def to_take_back(done: Reviewed | Act, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What was done, and the button that takes it back."""
    match done:
        case Reviewed():
            return of_verdict.verdict_text(done, language), buttons.undo_verdict(done, language)
        case Act():
            return setting_text(done, language), InlineKeyboardMarkup([undo_row(done, language)])


async def show_last_verdict(
    update: Update, context: Context, code: str = "", unit: str = "", first: Html = NOTHING
) -> None:
    """The last verdict, of a task and a unit where they are named, with the button that takes it back; where there is
    none, only what stands above it."""
    found, language = last_verdict(context.db, context.now, code, unit), context.language
    if found is None:
        await answer(update, context, first or of_verdict.NOTHING_TO_UNDO(language))
        return
    report, at, by = found
    text = of_verdict.last(report, at.astimezone(context.zone), by, context.today, language)
    await answer(update, context, join([first, text]), buttons.undo_verdict(report, language))


def taken_back(context: Context, done: Reviewed | Act) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Take it back, and say so. Raises what the use-case of each raises."""
    match done:
        case Reviewed():
            return _verdict_undone(context, done.report_id)
        case Act():
            return _setting_undone(context, done.id), None


def _verdict_undone(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """The verdict on a report, and those given with it."""
    given = verdict_stands(context.db, report_id)
    done = undo_verdicts(context.db, context.actor, report_id)
    keyboard = buttons.waiting_reports(done, context.language)
    if given:
        return of_verdict.undone(done, context.language), keyboard
    return of_verdict.UNDONE_BEFORE(context.language, code=done[0].code), keyboard


def _setting_undone(context: Context, audit_id: int) -> Html:
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return undone(act, context.language, before=undone_before)


async def undo_verdict_pressed(update: Update, context: Context, report_id: int) -> None:
    """撤销 of 通过 or 退回. Raises StaleButton and VerdictStands."""
    await show(update, context, *_verdict_undone(context, report_id))


async def undo_setting_pressed(update: Update, context: Context) -> None:
    """撤销 of what was set or decided, by its button. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the
    change back raises."""
    await show(update, context, _setting_undone(context, int(pressed(update)[1])))


def verdict_undone_letter(report: Reviewed, language: Language) -> Html:
    """What the unit hears of a verdict that was taken back."""
    return of_verdict.LETTER(language, code=report.code, title=report.title.said_in(language))


def line_of(line: AuditLine, language: Language) -> Html:
    """A line of the record, without when and by whom."""
    return what_was_done(line, language)
