"""Verdicts and settings of the office: told, shown, and taken back."""

from telegram import Update

from data.acts.recorded_acts import undo_act
from data.reporting.reviews import FullReport
from data.reporting.verdicts_undone import last_verdict, undo_verdicts
from handlers.office.keyboard import waiting_reports
from handlers.office.texts import recorded_acts as texts
from handlers.office.texts.audit import what_was_done
from handlers.telegram import ActKind, Context, answer, undo_keyboard
from handlers.wording import NOTHING, Html, Language, join

VERDICT = ActKind(
    texts.verdict_line,
    undo_verdicts,
    lambda context, done: texts.verdicts_undone(done, context.language),
    waiting_reports,
)
audit_line_text = what_was_done
"""A line of the audit log without its time and author."""
SETTING = ActKind(texts.setting_text, undo_act, lambda context, act: texts.setting_undone(act, context.language))


async def show_last_verdict(update: Update, context: Context, code: str, unit: str = "", first: Html = NOTHING) -> None:
    """Show the last verdict, of task `code` and `unit` if given, with the button that takes it back; `first` stands
    above it, or alone if there is no verdict."""
    found, language = last_verdict(context.db, context.now, code, unit), context.language
    if found is None:
        await answer(update, context, first or texts.NOTHING_TO_UNDO(language))
        return
    text = texts.last_verdict(found, context.today, language)
    await answer(update, context, join([first, text]), undo_keyboard(found, language))


def verdict_undone_letter(report: FullReport, language: Language) -> Html:
    """Return the letter that tells the unit that the verdict on its report was taken back."""
    return texts.VERDICT_UNDONE_LETTER(language, code=report.code, title=report.title)
