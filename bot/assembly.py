"""Putting the bot together; nothing is started here."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from telegram import (
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    LinkPreviewOptions,
)
from telegram.ext import Application, ContextTypes, Defaults
from telegram.request import HTTPXRequest

from bot.processor import OnePersonAtATime
from bot.settings import Settings
from data.settings import write_setting
from data.store import Database
from data.vocabulary import PlanWords
from handlers import register
from handlers.commands import COMMANDS, GROUP_COMMANDS, For, menu_of
from handlers.context import App, Context, Services
from handlers.texts.wording import Language

CONNECTIONS = 16


def build_application(settings: Settings, db: Database, now: Callable[[], datetime]) -> App:
    """The whole bot, ready to be initialised and started. Raises BadSetting without a token."""
    services = Services(db, now, settings.zone, PlanWords(db))
    request = HTTPXRequest(connection_pool_size=CONNECTIONS, proxy=settings.proxy)
    updates = HTTPXRequest(connection_pool_size=1, proxy=settings.proxy)
    builder = (
        Application.builder()
        .token(settings.required_token())
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(request)
        .get_updates_request(updates)
        .defaults(Defaults(tzinfo=settings.zone, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .context_types(ContextTypes(context=Context, bot_data=cast(type[Services], lambda: services)))
        .concurrent_updates(OnePersonAtATime())
        .post_init(introduce)
    )
    app = cast(App, builder.build())
    register(app)
    return app


async def introduce(app: App) -> None:
    """Remember the bot's own name for invitation links, and set the menus; those of roles come with /start."""
    write_setting(app.bot_data.db, "username", app.bot.username)
    everyone = tuple(command for command in COMMANDS if command.audience is For.EVERYONE)
    for code, language in ((None, "en"), ("zh", "zh")):
        await app.bot.set_my_commands(
            menu_of(everyone, cast(Language, language)), BotCommandScopeAllPrivateChats(), language_code=code
        )
        await app.bot.set_my_commands(
            menu_of(GROUP_COMMANDS, cast(Language, language)),
            BotCommandScopeAllGroupChats(),
            language_code=code,
        )
