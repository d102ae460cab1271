"""数据保留: the page and the dialog that set how long messages and how many backups are kept."""

from contextlib import suppress

from telegram import Update

from data.dialogs import Dialog
from data.errors.numbers import NotBetween
from data.office.retention import checked_retention, keep_for, retention_in
from data.reporting.attachments import bytes_kept
from data.store.settings import Retention, retention
from data.understanding import Understanding, find_order
from data.understanding.numerals import number
from data.understanding.orders import kind_said
from handlers.dialog import Declaration, Ending, Question, begin
from handlers.settings.page import show_page
from handlers.settings.texts import retention as texts
from handlers.telegram import Context, Verb, button, with_undo

ALL = tuple(Retention)
WHAT = {"words": Retention.WORDS, "backups": Retention.BACKUPS}
"""What is kept for a limited time, by its kind in the lexicon."""


async def show_retention(update: Update, context: Context) -> None:
    """Show how long everything is kept, with a button for each value that can be changed."""
    language = context.language
    text = texts.page({each: retention(context.db, each) for each in Retention}, bytes_kept(context.db), language)
    rows = [[button(texts.CHANGE[each](language), Verb.SETTING, "keep", each)] for each in Retention]
    await show_page(update, context, text, rows)


async def begin_retention(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the dialog with the value that a coordinator names. Without a usable value, ask for one or show the page.
    Return True if the message was about retention."""
    asked = find_order(meaning, "retention.asked") if context.person.is_coordinator else None
    if asked is None:
        return False
    what = WHAT.get(kind_said("retention.kinds", meaning.text) or "")
    if what is None or not asked["value"]:
        await show_retention(update, context)
        return True
    with suppress(NotBetween):
        value = checked_retention(what, int(number(asked["value"])))
        await begin(update, context, RETENTION, ALL.index(what), answers={"value": value})
        return True
    await ask_retention(update, context, what)
    return True


async def ask_retention(update: Update, context: Context, what: str) -> None:
    """Ask how long `what` is to be kept."""
    await begin(update, context, RETENTION, ALL.index(Retention(what)))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    what, number = ALL[dialog.subject_id], int(dialog.answers["value"])
    keep_for(context.db, context.actor, what, number)
    back = button(texts.RETENTION(context.language), Verb.SETTING, "retention")
    return Ending(texts.done(what, number, context.language), with_undo(context, [[back]]))


RETENTION: Declaration[Retention] = Declaration(
    kind="retention",
    load=lambda context, dialog: ALL[dialog.subject_id],
    questions=(
        Question(
            "value",
            label=texts.HOW_LONG,
            put=lambda talk: texts.QUESTIONS[talk.subject](talk.language),
            read=lambda talk, text: {"value": retention_in(text, talk.subject)},
            shown=lambda talk: texts.amount(talk.subject, talk.answers["value"], talk.language),
        ),
    ),
    preview=lambda talk: texts.change(
        talk.subject, retention(talk.context.db, talk.subject), talk.answers["value"], talk.language
    ),
    finish=_finish,
    waits=texts.WAITS,
)
"""The dialog that sets how long something is kept."""
