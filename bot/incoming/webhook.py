"""Receiving updates by webhook instead of polling, for hosts with a public address."""

import asyncio
import hmac
import json
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.incoming.inbox import Inbox
from bot.incoming.receiver import KINDS, updates_in
from bot.settings import BadSetting, Settings
from bot.upkeep.health import health_of
from bot.upkeep.watchdog import Pulse
from data.errors.store import DatabaseUnusable
from handlers.telegram.context import App

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LONGEST_UPDATE = 1_000_000
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LOOK_EVERY_SECONDS = 30.0


class Webhook:
    """The web server that Telegram calls; /healthz serves monitoring."""

    def __init__(self, app: App, inbox: Inbox, settings: Settings, pulse: Pulse) -> None:
        """Raises BadSetting if the webhook's secret is missing or invalid."""
        self._app, self._port, self._pulse = app, settings.port, pulse
        self._url, self._secret = settings.webhook_url or "", required_secret(settings)
        path = re.escape(urlsplit(self._url).path or "/")
        updates = {"inbox": inbox, "secret": self._secret}
        routes: list[Any] = [("/healthz", HealthHandler, {"app": app, "pulse": pulse}), (path, UpdateHandler, updates)]
        self._web = Application(routes, log_function=lambda handler: None)
        self._server: HTTPServer | None = None
        self._telling: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen, and tell Telegram the address. Raises BadSetting if the port cannot be used."""
        self._server = HTTPServer(self._web, xheaders=True, max_body_size=LONGEST_UPDATE)
        try:
            self._server.listen(self._port)
        except OSError as error:
            raise BadSetting(
                "PORT", f"{self._port} 用不了：{error.strerror}", f"{self._port} cannot be used: {error.strerror}"
            ) from error
        self._pulse.feel_poll()
        self._telling = asyncio.create_task(self._keep_webhook_set())

    async def stop(self) -> None:
        """Stop listening; Telegram keeps what it cannot deliver."""
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.gather(self._telling, return_exceptions=True)
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()
            self._server = None

    async def _keep_webhook_set(self) -> None:
        """Set the webhook at Telegram, and again whenever another program has changed it."""
        pause, known = FIRST_PAUSE, False
        while True:
            try:
                known = known and (await self._app.bot.get_webhook_info()).url == self._url
                if not known:
                    await self._app.bot.set_webhook(self._url, secret_token=self._secret, allowed_updates=KINDS)
            except TelegramError as error:
                log.warning("the webhook could not be set: %s: %s", type(error).__name__, error)
                self._pulse.token_refused |= isinstance(error, InvalidToken)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                self._pulse.feel_poll()
                pause, known = FIRST_PAUSE, True
                await asyncio.sleep(LOOK_EVERY_SECONDS)


class UpdateHandler(RequestHandler):
    """Receives an update and answers 200 only once it is stored; otherwise Telegram keeps it."""

    def initialize(self, inbox: Inbox, secret: str) -> None:
        """Keep the objects that the route was made with."""
        self._inbox, self._secret = inbox, secret

    def post(self) -> None:
        """Store the update and queue it."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(403)
            return
        try:
            self._inbox.take_in(updates_in([json.loads(self.request.body)]))
        except DatabaseUnusable as error:
            log.error("an update cannot be stored and is left with Telegram: %s", error.reason)
            self.set_status(503)
        except (ValueError, RecursionError):
            log.error("what came to the webhook is no update")
            self.set_status(400)


class HealthHandler(RequestHandler):
    """Reports whether updates and notices flow: status 200 if they do, 503 if not."""

    def initialize(self, app: App, pulse: Pulse) -> None:
        """Keep the objects that the route was made with."""
        self._app, self._pulse = app, pulse

    def get(self) -> None:
        """Answer with the state as JSON; nothing in it is personal."""
        state = health_of(self._app, self._pulse)
        self.set_status(200 if state.well else 503)
        self.finish({"updates": state.updates, "notices": state.notices})


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
