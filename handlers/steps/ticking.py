"""Steps in a digest: each due step has a line and a button that ticks it off, which can be undone."""

from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.notices.rules import NoticeMatter
from data.steps.changes import set_done
from handlers.steps import texts
from handlers.telegram import Context, Html, Language, Verb, button, cut_to_width, keyboard_of, labels

HEADING = texts.STEPS


def due_line(matter: NoticeMatter, today: date, language: Language) -> Html:
    """Return a due step with its task's code as a line."""
    return texts.due_line(matter.code or "", matter.title, (matter.due - today).days, language)


def tick_button_in_digest(matter: NoticeMatter, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """Return the button that ticks off a step in a digest."""
    step = cut_to_width(matter.title, texts.LONGEST_ON_BUTTON)
    words = texts.DONE_WITH_CODE(language, code=matter.code or "", words=step)
    return button(words, Verb.NOTICE, outbox_id, "step", matter.id)


def step_name(matter: NoticeMatter, language: Language) -> str:
    """Return a step's words with its task's code."""
    return " ".join(filter(None, (matter.code, matter.title)))


def tick(update: Update, context: Context, step_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Tick off a step. Return the confirmation and the button that undoes it. Raises whatever `set_done` raises."""
    step = set_done(context.db, context.actor, step_id)
    return texts.ticked(step, context.language), keyboard_of(
        [button(labels.UNDO(context.language), Verb.STEP, "undone", step.id)]
    )
