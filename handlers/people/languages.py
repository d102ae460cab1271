"""The language in which the bot speaks to a person."""

from telegram import Update

from data.people.people import person_by_id, set_language
from handlers.people import keyboard as buttons
from handlers.people.joining import greet_back, set_menu
from handlers.people.texts import newcomers as texts
from handlers.telegram import Context, answer, pressed, show, text_of
from handlers.wording import plain_word


async def language_command(update: Update, context: Context) -> None:
    """Switch to the language that the user names; if none or the present one is named, offer both."""
    named = texts.language_named(plain_word(text_of(update)))
    if named not in (None, context.language):
        await _speak(update, context, str(named))
    else:
        await offer_languages(update, context)


async def answer_about_language(update: Update, context: Context) -> None:
    """Switch to the language that a sentence asks for, or offer both if it only mentions one."""
    await (language_command if texts.asks_to_switch(text_of(update)) else offer_languages)(update, context)


def names_one(said: str) -> bool:
    """Return whether a sentence names a language."""
    return texts.language_named(said) is not None


async def offer_languages(update: Update, context: Context) -> None:
    """Offer both languages."""
    await answer(update, context, texts.LANGUAGE_QUESTION(context.language), buttons.languages())


async def choose_language(update: Update, context: Context) -> None:
    """Switch to the language whose button was pressed."""
    [language] = pressed(update)
    await _speak(update, context, language)


async def _speak(update: Update, context: Context, language: str) -> None:
    set_language(context.db, context.person.id, language)
    context.speak_with(person_by_id(context.db, context.person.id), update)
    await show(update, context, texts.LANGUAGE_SET(context.language))
    await greet_back(update, context)
    await set_menu(context, context.person)
