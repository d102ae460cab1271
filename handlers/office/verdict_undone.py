"""撤销 of 通过 or 退回, by its button or in words: the report waits for review again."""

from telegram import InlineKeyboardMarkup, Update

from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import last_verdict, undo_verdicts, verdict_stands
from handlers.office import keyboard as buttons
from handlers.office.texts import verdict_undone as texts
from handlers.telegram import Context, Html, Language, answer, show


async def undo(update: Update, context: Context, report_id: int) -> None:
    """Take back the verdict on a report, and those given with it. Raises StaleButton and VerdictStands."""
    text, keyboard = taken_back(context, report_id)
    await show(update, context, text, keyboard)


def taken_back(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Take back the verdict on a report, and those given with it; say so. Raises as `undo` does."""
    given = verdict_stands(context.db, report_id)
    done = undo_verdicts(context.db, context.actor, report_id)
    text = texts.undone(done, context.language) if given else texts.UNDONE_BEFORE(context.language, code=done[0].code)
    return text, buttons.waiting_reports(done, context.language)


async def show_last_verdict(update: Update, context: Context, code: str = "", unit: str = "") -> None:
    """The last verdict, of a task and a unit where they are named, with the button that takes it back."""
    found, language = last_verdict(context.db, context.now, code, unit), context.language
    if found is None:
        await answer(update, context, texts.NOTHING_TO_UNDO(language))
        return
    report, at = found
    text = texts.last(report, at.astimezone(context.zone), context.today, language)
    await answer(update, context, text, buttons.undo_verdict(report, language))


def verdict_undone_letter(report: Reviewed, language: Language) -> Html:
    """What the unit hears of a verdict that was taken back."""
    return texts.LETTER(language, code=report.code, title=report.title.said_in(language))
