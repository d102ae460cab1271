"""The menu of commands beside somebody's chat: that of their role, or that of everybody once they have none."""

from contextlib import suppress

from telegram import BotCommandScopeChat
from telegram.error import TelegramError

from data.people.people import Person, who_is
from handlers.telegram import Context
from handlers.telegram.commands import menu_for, menu_of
from handlers.telegram.wording import language_of


async def set_menu(context: Context, person: Person) -> None:
    """Give somebody the menu of their role, in the language they read."""
    if person.telegram_id is not None:
        commands = menu_of(menu_for(person), context.language)
        await context.bot.set_my_commands(commands, BotCommandScopeChat(person.telegram_id))


async def refresh_menu(context: Context, telegram_id: int | None) -> None:
    """Let the menu of somebody whose role another has changed be that of today. A failure is ignored."""
    if telegram_id is None:
        return
    person, scope = who_is(context.db, telegram_id, context.today), BotCommandScopeChat(telegram_id)
    with suppress(TelegramError):
        if person is None:
            await context.bot.delete_my_commands(scope)
        else:
            language = language_of(person.language, None)
            await context.bot.set_my_commands(menu_of(menu_for(person), language), scope)
