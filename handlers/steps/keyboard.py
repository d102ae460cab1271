"""The buttons of steps."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.steps.steps import Step
from handlers.steps import texts
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button
from handlers.telegram.wording import Language


def done_in_digest(step_id: int, code: str, words: str, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """Tick a step off, from a digest."""
    return button(texts.done_word(code, words, language), Verb.NOTICE, outbox_id, "step", step_id)


def take_back(step: Step, language: Language) -> InlineKeyboardMarkup:
    """Below the word that a step is done: that it is not."""
    return InlineKeyboardMarkup([[button(labels.UNDO(language), Verb.STEP, "undone", step.id)]])
