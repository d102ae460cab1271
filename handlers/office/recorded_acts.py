"""The last verdict or setting of the office: shown, taken back, and told to the units."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.recorded_acts import Act, act_id_of_revision, find_act, undo_act
from data.office.audit_trail import AuditLine
from data.reporting.reviews import FullReport
from data.reporting.verdicts_undone import has_verdict, last_verdict, undo_verdicts
from handlers.office import keyboard as buttons
from handlers.office.texts import verdict_undone as of_verdict
from handlers.office.texts.audit import what_was_done
from handlers.office.texts.settings_undone import setting_text, undone
from handlers.telegram import NOTHING, Context, Html, Language, answer, join, pressed, show
from handlers.telegram.keyboards import undo_row


def verdict_with_undo(done: FullReport, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the text of a verdict and the button that takes it back."""
    return of_verdict.verdict_line(done, language), buttons.undo_verdict(done, language)


def setting_with_undo(done: Act, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the text of a changed setting and the button that takes it back."""
    return setting_text(done, language), InlineKeyboardMarkup([undo_row(done, language)])


async def show_last_verdict(update: Update, context: Context, code: str, unit: str = "", first: Html = NOTHING) -> None:
    """Show the last verdict, of task `code` and `unit` if given, with the button that takes it back; `first` stands
    above it, or alone if there is no verdict."""
    found, language = last_verdict(context.db, context.now, code, unit), context.language
    if found is None:
        await answer(update, context, first or of_verdict.NOTHING_TO_UNDO(language))
        return
    text = of_verdict.last(found, context.today, language)
    await answer(update, context, join([first, text]), buttons.undo_verdict(found, language))


def take_verdict_back(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Take back the verdict on a report and those given together with it; return the answer and its buttons. Raises
    StaleButton and VerdictStands."""
    given = has_verdict(context.db, report_id)
    done = undo_verdicts(context.db, context.actor, report_id)
    keyboard = buttons.waiting_reports(done, context.language)
    if given:
        return of_verdict.undone(done, context.language), keyboard
    return of_verdict.UNDONE_BEFORE(context.language, code=done[0].code), keyboard


def take_setting_back(context: Context, audit_id: int) -> tuple[Html, None]:
    """Take back a changed setting and return the answer. Raises what `undo_act` raises."""
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return undone(act, context.language, before=undone_before), None


async def undo_verdict_pressed(update: Update, context: Context, report_id: int) -> None:
    """Take back the verdict whose 撤销 was pressed. Raises StaleButton and VerdictStands."""
    await show(update, context, *take_verdict_back(context, report_id))


async def undo_setting_pressed(update: Update, context: Context) -> None:
    """Take back the setting or decision whose 撤销 was pressed. Raises StaleButton, TooLateToUndo, SetAgainSince, and
    what changing it back raises."""
    await show(update, context, *take_setting_back(context, int(pressed(update)[1])))


async def undo_revision(update: Update, context: Context, number: int) -> None:
    """Take back a change to a statistics return by a button of an earlier version. Raises what `undo_setting_pressed`
    raises."""
    await show(update, context, *take_setting_back(context, act_id_of_revision(context.db, number)))


def verdict_undone_letter(report: FullReport, language: Language) -> Html:
    """Return the letter that tells the unit that the verdict on its report was taken back."""
    return of_verdict.LETTER(language, code=report.code, title=report.title.said_in(language))


def audit_line_text(line: AuditLine, language: Language) -> Html:
    """Return a line of the audit log without its time and author."""
    return what_was_done(line, language)
