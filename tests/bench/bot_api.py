"""A lean Bot API for several bots at once. It checks nothing, because only the bots and people's waiting times are
measured."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.bench.http import Connection, Parameters

Update = dict[str, Any]
Heard = Callable[[int, Parameters, int], None]
"""Called with what a bot says: the chat, the parameters, and the id of the message."""

MOST_UPDATES = 100
PATIENCE = timedelta(seconds=10)
"""Time between two messages of a person on Telegram's clock, so that the bot's rate limit is never hit."""
SPOKEN = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText")


@dataclass
class Bot:
    """What the server knows of a bot. `refuses` may return an error for a call."""

    token: str
    heard: Heard = lambda chat, parameters, message: None
    refuses: Callable[[str, int], tuple[int, Any] | None] = lambda method, chat: None
    waiting: list[Update] = field(default_factory=list)
    asking: "asyncio.Future[None] | None" = None
    calls: int = 0
    polled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def user(self) -> dict[str, Any]:
        """The bot as a User object."""
        id = int(self.token.split(":")[0])
        return {"id": id, "is_bot": True, "first_name": "bench", "username": f"bench_{id}_bot"}


class BotApi:
    """The server: bots by token, and people who write to them."""

    def __init__(self, start: datetime) -> None:
        """`start` is the time on Telegram's clock of each person's first message."""
        self.bots: dict[str, Bot] = {}
        self._dates: dict[int, datetime] = {}
        self._start = start
        self._ids = 1000
        self._server: asyncio.Server

    async def start(self) -> str:
        """Listen, and return the root URL of the API."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Connection(self._answer), "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Stop listening."""
        self._server.close()

    def say(self, bot: Bot, person: int, text: str) -> None:
        """Let a person write to a bot."""
        message = {"from": _user(person), **self._message(person), "text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        self._hand_over(bot, {"message": message})

    def press(self, bot: Bot, person: int, data: str, message_id: int) -> None:
        """Let a person press a button of a bot's message."""
        message = {**self._message(person), "message_id": message_id, "from": bot.user, "text": "…"}
        query = {"id": str(self._next()), "from": _user(person), "chat_instance": "1", "data": data, "message": message}
        self._hand_over(bot, {"callback_query": query})

    def _message(self, person: int) -> dict[str, Any]:
        self._dates[person] = self._dates.get(person, self._start) + PATIENCE
        date = int(self._dates[person].timestamp())
        return {"message_id": self._next(), "date": date, "chat": _chat(person)}

    def _hand_over(self, bot: Bot, content: Update) -> None:
        bot.waiting.append({"update_id": self._next(), **content})
        if bot.asking is not None and not bot.asking.done():
            bot.asking.set_result(None)

    def _next(self) -> int:
        self._ids += 1
        return self._ids

    def _answer(self, token: str, method: str, parameters: Parameters) -> Any:
        bot = self.bots[token]
        bot.calls += 1
        if method == "getUpdates":
            return self._updates(bot, int(parameters.get("offset") or 0), int(parameters.get("timeout") or 0))
        if method == "getMe":
            return 200, bot.user
        if method not in SPOKEN and method != "editMessageReplyMarkup":
            return 200, True
        chat = int(parameters["chat_id"])
        if (refusal := bot.refuses(method, chat)) is not None:
            return refusal
        message = int(parameters.get("message_id") or self._next())
        date = int(self._dates.get(chat, self._start).timestamp())
        if method in SPOKEN:
            bot.heard(chat, parameters, message)
        text = parameters.get("text") or parameters.get("caption") or ""
        return 200, {"message_id": message, "date": date, "chat": _chat(chat), "from": bot.user, "text": text}

    async def _updates(self, bot: Bot, offset: int, timeout: int) -> tuple[int, Any]:
        bot.polled.set()
        bot.waiting = [each for each in bot.waiting if each["update_id"] >= offset]
        if not bot.waiting and timeout:
            bot.asking = asyncio.get_running_loop().create_future()
            await asyncio.wait([bot.asking], timeout=timeout)
        return 200, bot.waiting[:MOST_UPDATES]


def button_of(parameters: Parameters, words: str) -> str | None:
    """Return the data of the first button whose text contains `words`, or None."""
    given = parameters.get("reply_markup") or {}
    markup = json.loads(given) if isinstance(given, str) else given
    for row in markup.get("inline_keyboard", ()):
        for each in row:
            if words in each["text"]:
                return str(each["callback_data"])
    return None


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "联络员", "language_code": "zh-hans"}


def _chat(person: int) -> dict[str, Any]:
    return {"id": person, "type": "private", "first_name": "联络员"}
