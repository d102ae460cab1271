"""Receiving updates by webhook instead of polling, for hosts with a public address."""

import asyncio
import hmac
import json
import logging
import os
import re
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.http import HttpProcessingError
from telegram.error import TelegramError

from bot.incoming.inbox import Inbox
from bot.incoming.receiver import KINDS, updates_in
from bot.settings import BadSetting, Settings
from bot.upkeep.health import health_of
from bot.upkeep.watchdog import Pauses, Pulse
from data.errors.store import DatabaseUnusable
from handlers.telegram.context import App
from handlers.wording.system_reasons import in_plain_words

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LONGEST_UPDATE = 1_000_000
LOOK_EVERY_SECONDS = 30.0
FAREWELL = 0.1
"""Seconds that stopping leaves to an update that is just arriving; Telegram repeats it."""
BROKEN = (HttpProcessingError, web.RequestPayloadError, ConnectionError)
"""What comes of requests that are no HTTP or break off: anybody can send such, and nothing is wrong with the bot."""

server_log = logging.getLogger(f"{__name__}.server")
server_log.addFilter(lambda record: not (record.exc_info and isinstance(record.exc_info[1], BROKEN)))


class Webhook:
    """The web server that Telegram calls; /healthz serves monitoring."""

    def __init__(self, app: App, inbox: Inbox, settings: Settings, pulse: Pulse) -> None:
        """Raises BadSetting if the webhook's secret is missing or invalid."""
        self._app, self._inbox, self._port, self._pulse = app, inbox, settings.port, pulse
        self._url, self._secret = settings.webhook_url or "", required_secret(settings)
        self._runner: web.AppRunner | None = None
        self._telling: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen, and tell Telegram the address. Raises BadSetting if the port cannot be used."""
        application = web.Application(client_max_size=LONGEST_UPDATE)
        path = urlsplit(self._url).path or "/"
        routes = [web.get("/healthz", self._tell_health, allow_head=False), web.post(path, self._take_update)]
        application.add_routes(routes)
        self._runner = web.AppRunner(application, access_log=None, logger=server_log, shutdown_timeout=FAREWELL)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, port=self._port).start()
        except OSError as error:
            why = os.strerror(error.errno or 0)
            zh, en = in_plain_words(why, "zh"), in_plain_words(why, "en")
            raise BadSetting("PORT", f"{self._port} 用不了：{zh}", f"{self._port} cannot be used: {en}") from error
        self._pulse.feel_poll()
        self._telling = asyncio.create_task(self._keep_webhook_set())

    async def stop(self) -> None:
        """Stop listening; Telegram keeps what it cannot deliver."""
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.gather(self._telling, return_exceptions=True)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _keep_webhook_set(self) -> None:
        """Set the webhook at Telegram, and again whenever another program has changed it."""
        pauses, known = Pauses(self._pulse), False
        while True:
            try:
                known = known and (await self._app.bot.get_webhook_info()).url == self._url
                if not known:
                    await self._app.bot.set_webhook(self._url, secret_token=self._secret, allowed_updates=KINDS)
            except TelegramError as error:
                log.warning("the webhook could not be set: %s: %s", type(error).__name__, error)
                await asyncio.sleep(pauses.after(error))
            else:
                self._pulse.feel_poll()
                pauses, known = Pauses(self._pulse), True
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _take_update(self, request: web.Request) -> web.Response:
        """Store an update and queue it. Answers 200 only once it is stored; otherwise Telegram keeps it."""
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=403)
        try:
            body = await request.read()
        except BROKEN:
            return web.Response(status=400)
        try:
            self._inbox.take_in(updates_in([json.loads(body)]))
        except DatabaseUnusable as error:
            log.error("an update cannot be stored and is left with Telegram: %s", error.reason)
            return web.Response(status=503)
        except (ValueError, RecursionError):
            log.error("what came to the webhook is no update")
            return web.Response(status=400)
        return web.Response()

    async def _tell_health(self, request: web.Request) -> web.Response:
        """Answer whether updates and notices flow: 200 if they do, 503 if not; nothing in it is personal."""
        state = health_of(self._app, self._pulse)
        shown = {"updates": state.updates, "notices": state.notices}
        return web.json_response(shown, status=200 if state.well else 503)


def required_secret(settings: Settings) -> str:
    """Return the webhook's secret. Raises BadSetting if it is missing or Telegram would not accept it."""
    secret = settings.webhook_secret or ""
    if not SECRET.fullmatch(secret):
        raise BadSetting(
            "LIAISON_WEBHOOK_SECRET",
            "用 webhook 时必须设置，1 到 256 个字母、数字、_ 或 -",
            "must be set with a webhook: 1 to 256 letters, digits, _ or -",
        )
    return secret
