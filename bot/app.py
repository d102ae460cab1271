"""Assembly of the bot's parts; nothing is started here."""

import asyncio
import logging
import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic
from typing import cast

from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, LinkPreviewOptions
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, Defaults
from telegram.request import BaseRequest

from bot.clock import Sleep
from bot.incoming import order
from bot.incoming.inbox import Inbox
from bot.incoming.order import OnePersonAtATime
from bot.incoming.polling import Poller
from bot.incoming.receiver import Receiver
from bot.incoming.suspects import Suspects, UpdatesInWork
from bot.incoming.webhook import Webhook
from bot.outgoing import courier
from bot.outgoing.client import new_client
from bot.outgoing.limiter import Limiter
from bot.outgoing.ticker import Ticker
from bot.settings import Settings
from bot.upkeep.watchdog import Pulse
from data.notices.silences import note_silences
from data.people.last_shown import last_shown
from data.store import Database
from data.store.settings import write_setting
from handlers.registration import provided, register
from handlers.telegram import Context, For
from handlers.telegram.commands import COMMANDS, GROUP_COMMANDS, menu_of
from handlers.telegram.context import App, Services
from handlers.telegram.last_messages import LastMessages
from handlers.wording import Language

log = logging.getLogger(__name__)

CONNECTIONS = order.AT_ONCE + courier.AT_ONCE
"""As many as there are answers and notices under way at most, so that none waits for a connection."""


class LiaisonBot(App):
    """A python-telegram-bot Application that receives updates and keeps time in its own way."""

    inbox: Inbox
    receiver: Receiver
    ticker: Ticker
    pulse: Pulse
    suspects: Suspects
    clients: tuple[BaseRequest, ...]
    """The HTTP clients, to be shut down even if the bot could not be started."""


def build_application(
    settings: Settings,
    db: Database,
    now: Callable[[], datetime],
    monotonic: Callable[[], float] = monotonic,
    sleep: Sleep = asyncio.sleep,
) -> LiaisonBot:
    """Return the whole bot, ready to be initialised and started. `monotonic` returns seconds on a clock that never goes
    back; `sleep` waits that many seconds. Raises BadSetting if the token is missing."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    services = provided(db, now, LastMessages(partial(last_shown, db)))
    suspects = Suspects(UpdatesInWork(settings.database))
    updates, calls = new_client(settings.proxy), new_client(settings.proxy, CONNECTIONS)
    limiter = Limiter(monotonic, sleep, lambda towards_all, chats: note_silences(db, now(), towards_all, chats))
    builder = (
        Application.builder()
        .application_class(LiaisonBot)
        .token(settings.required_token())
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(calls)
        .get_updates_request(updates)
        .updater(None)
        .rate_limiter(limiter)
        .job_queue(None)
        .defaults(Defaults(tzinfo=settings.zone, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .context_types(ContextTypes(context=Context, bot_data=cast(type[Services], lambda: services)))
        .concurrent_updates(OnePersonAtATime(lambda update_id: app.inbox.handled(update_id), suspects))
    )
    app = cast(LiaisonBot, builder.build())
    app.clients = updates, calls
    app.inbox = Inbox(app, lambda: app.ticker.wake())
    app.pulse, app.suspects = Pulse(monotonic), suspects
    app.receiver = (
        Webhook(app, app.inbox, settings, app.pulse)
        if settings.webhook_url
        else Poller(app, app.inbox, updates, app.pulse)
    )
    app.ticker = Ticker(app, app.pulse, limiter, sleep, app.inbox.note_handled)
    register(app)
    return app


async def introduce(app: App) -> None:
    """Store the bot's user name for invitation links and set the menus common to all; /start sets those of each
    role. Telegram keeps the menus of an earlier start, so that its errors are only logged."""
    write_setting(app.bot_data.db, "username", app.bot.username)
    try:
        await _set_menus(app)
    except TelegramError as error:
        log.warning("the menus were not set: %s: %s", type(error).__name__, error)


async def _set_menus(app: App) -> None:
    everyone = tuple(command for command in COMMANDS if command.audience is For.EVERYONE)
    menus = ((everyone, BotCommandScopeAllPrivateChats()), (GROUP_COMMANDS, BotCommandScopeAllGroupChats()))
    languages: tuple[tuple[str | None, Language], ...] = ((None, "en"), ("zh", "zh"))
    for code, language in languages:
        for commands, scope in menus:
            await app.bot.set_my_commands(menu_of(commands, language), scope, language_code=code)
