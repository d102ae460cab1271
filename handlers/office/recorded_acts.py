"""What the office did last of a report or the settings: in words, taken back, and told to the units."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.recorded_acts import Act, act_of_revision, find_act, undo_act
from data.office.audit_trail import AuditLine
from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import last_verdict, undo_verdicts, verdict_stands
from handlers.office import keyboard as buttons
from handlers.office.texts import verdict_undone as of_verdict
from handlers.office.texts.audit import what_was_done
from handlers.office.texts.settings_undone import setting_text, undone
from handlers.telegram import NOTHING, Context, Html, Language, answer, join, pressed, show
from handlers.telegram.keyboards import undo_row


def verdict_to_take_back(done: Reviewed, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """A verdict, and the button that takes it back."""
    return of_verdict.verdict_text(done, language), buttons.undo_verdict(done, language)


def setting_to_take_back(done: Act, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What was set, and the button that takes it back."""
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
    text = of_verdict.last(found, context.today, language)
    await answer(update, context, join([first, text]), buttons.undo_verdict(found, language))


def verdict_undone(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Take back the verdict on a report, and those given with it, and say so. Raises StaleButton and VerdictStands."""
    given = verdict_stands(context.db, report_id)
    done = undo_verdicts(context.db, context.actor, report_id)
    keyboard = buttons.waiting_reports(done, context.language)
    if given:
        return of_verdict.undone(done, context.language), keyboard
    return of_verdict.UNDONE_BEFORE(context.language, code=done[0].code), keyboard


def setting_undone(context: Context, audit_id: int) -> tuple[Html, None]:
    """Take back what was set, and say so. Raises what `undo_act` raises."""
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return undone(act, context.language, before=undone_before), None


async def undo_verdict_pressed(update: Update, context: Context, report_id: int) -> None:
    """撤销 of 通过 or 退回. Raises StaleButton and VerdictStands."""
    await show(update, context, *verdict_undone(context, report_id))


async def undo_setting_pressed(update: Update, context: Context) -> None:
    """撤销 of what was set or decided, by its button. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the
    change back raises."""
    await show(update, context, *setting_undone(context, int(pressed(update)[1])))


async def undo_revision(update: Update, context: Context, number: int) -> None:
    """撤销 of what was done to a statistics return, by a button from before these were acts as all others. Raises the
    same."""
    await show(update, context, *setting_undone(context, act_of_revision(context.db, number)))


def verdict_undone_letter(report: Reviewed, language: Language) -> Html:
    """What the unit hears of a verdict that was taken back."""
    return of_verdict.LETTER(language, code=report.code, title=report.title.said_in(language))


def line_of(line: AuditLine, language: Language) -> Html:
    """A line of the record, without when and by whom."""
    return what_was_done(line, language)
