"""How fast the bot speaks. Telegram allows about 30 messages a second in all, one a second to a chat and 20 a minute to
a group (Bots FAQ, "My bot is hitting limits"). What is said unasked keeps below that; an answer to what a person has
just done waits for nothing but a 429, and is tried again when it fails: better that it comes twice than not at all.
"""

from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from math import ceil
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.incoming.suspects import waiting_for_telegram

IN_ALL_PER_SECOND = 25
TO_A_GROUP_PER_MINUTE = 20
SECOND, MINUTE = 1.0, 60.0
LONGEST_WAIT, LONGEST_TURN = 30.0, 2.0
SLACK = 0.5
PAUSES = (1.0, 2.0, 4.0, 8.0)
"""In seconds, between the attempts at an answer."""
REMEMBERED_CHATS = 10_000
SPEAKING = ("send", "edit", "copy", "forward")
Result = bool | dict[str, Any] | list[dict[str, Any]]


_UNASKED: ContextVar[bool] = ContextVar("unasked", default=False)


@contextmanager
def unasked() -> Iterator[None]:
    """What is sent within is a notice: nobody waits for it."""
    token = _UNASKED.set(True)
    try:
        yield
    finally:
        _UNASKED.reset(token)


class Limiter(BaseRateLimiter[None]):
    """Spreads out what is said unasked, and is silent for as long as Telegram asks for."""

    def __init__(self, monotonic: Callable[[], float], sleep: Callable[[float], Awaitable[object]]) -> None:
        """`monotonic` tells the seconds by a clock that only goes forward."""
        self._monotonic, self._sleep = monotonic, sleep
        self._spoken: deque[float] = deque(maxlen=IN_ALL_PER_SECOND)
        self._spoken_to: OrderedDict[int, deque[float]] = OrderedDict()
        self._silent_until = 0.0

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """Make the request when its turn has come; an answer to a person again and again when it fails.

        Raises RetryAfter for a notice that must wait out a silence or longer than two seconds for its turn, so that
        others go before it, and for an answer that would wait over 30 seconds; NetworkError when nothing has helped.
        """
        async with waiting_for_telegram():
            return await self._request(lambda: callback(*args, **kwargs), endpoint, data)

    async def _request(
        self, request: Callable[[], Coroutine[Any, Any, Result]], endpoint: str, data: dict[str, Any]
    ) -> Result:
        hasty = not _UNASKED.get()
        pauses = iter(PAUSES if hasty and _is_awaited(endpoint, data) else ())
        chat_id = data.get("chat_id") if endpoint.startswith(SPEAKING) else None
        while True:
            await self._keep_silence(hasty)
            if not hasty and (wait := self._turn_of(chat_id)) > 0:
                await self._sleep_until_turn(wait)
                continue
            self._note(chat_id)
            try:
                return await request()
            except RetryAfter as error:
                silent_until = self._monotonic() + seconds_of(error.retry_after) + SLACK
                self._silent_until = max(self._silent_until, silent_until)
            except BadRequest:
                raise
            except NetworkError:
                if (pause := next(pauses, None)) is None:
                    raise
                await self._sleep(pause)

    async def _keep_silence(self, hasty: bool) -> None:
        while (silence := self._silent_until - self._monotonic()) > 0:
            if not hasty or silence > LONGEST_WAIT:
                raise RetryAfter(timedelta(seconds=ceil(silence)))
            await self._sleep(silence)

    async def _sleep_until_turn(self, wait: float) -> None:
        if wait > LONGEST_TURN:
            raise RetryAfter(timedelta(seconds=ceil(wait)))
        await self._sleep(wait)

    def _turn_of(self, chat_id: object) -> float:
        """How many seconds a message to this chat has to wait; none where it is not to a chat."""
        if not isinstance(chat_id, int):
            return 0
        there = self._spoken_to.get(chat_id, deque())
        waits = [self._until(self._spoken, IN_ALL_PER_SECOND, SECOND), self._until(there, 1, SECOND)]
        if chat_id < 0:
            waits.append(self._until(there, TO_A_GROUP_PER_MINUTE, MINUTE))
        return max(waits)

    def _until(self, spoken: deque[float], most: int, span: float) -> float:
        """The seconds until fewer than `most` messages lie within the span that ends then."""
        return spoken[-most] + span - self._monotonic() if len(spoken) >= most else 0

    def _note(self, chat_id: object) -> None:
        if not isinstance(chat_id, int):
            return
        self._spoken.append(self._monotonic())
        self._spoken_to.setdefault(chat_id, deque(maxlen=TO_A_GROUP_PER_MINUTE)).append(self._monotonic())
        self._spoken_to.move_to_end(chat_id)
        if len(self._spoken_to) > REMEMBERED_CHATS:
            self._spoken_to.popitem(last=False)


def _is_awaited(endpoint: str, data: dict[str, Any]) -> bool:
    """Whether somebody waits for this: a message, or the words of a notice; not for the end of a spinner alone."""
    return endpoint.startswith(SPEAKING) or (endpoint == "answerCallbackQuery" and bool(data.get("text")))


def seconds_of(wait: int | timedelta) -> float:
    """The seconds of a `retry_after`, which python-telegram-bot gives either way."""
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
