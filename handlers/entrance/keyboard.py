"""The button that a stranger gets."""

from telegram import KeyboardButton, ReplyKeyboardMarkup

from handlers.telegram import Language, labels


def share_phone(language: Language) -> ReplyKeyboardMarkup:
    """A button that shares the stranger's own number."""
    share = KeyboardButton(labels.SHARE_PHONE(language), request_contact=True)
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)
