"""Rate limits. Telegram allows about 30 messages a second in all, one a second to a chat and 20 a minute to a group
(Bots FAQ, "My bot is hitting limits"). Notices stay below that. An answer to a user waits only for a 429 and is retried
if it fails: better twice than not at all."""

from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, inf
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.clock import Sleep
from bot.incoming.suspects import waiting_for_telegram
from bot.outgoing.silences import LONG, Noted, Place, Silences
from handlers.telegram.unanswered import retry_seconds

IN_ALL_PER_SECOND = 25
TURNS_KEPT, TURNS_AWAITED = 4, 2
"""Unused turns that are kept for later, so that a late start loses none and no second sees more than 29 messages; and
turns to wait for before claiming, because each claim costs a database query."""
TO_A_GROUP_PER_MINUTE = 20
SECOND, MINUTE = 1.0, 60.0
LONGEST_TURN = 2.0
SLACK = 0.5
PAUSES = (1.0, 2.0, 4.0, 8.0)
"""Seconds between the attempts to send an answer."""
REMEMBERED_CHATS = 10_000
SPEAKING = ("send", "edit", "copy", "forward")
POP_UP = "answerCallbackQuery"
UNAWAITED = ("setMyCommands", "deleteMyCommands", "sendChatAction", "deleteMessage")
"""Methods that nobody waits for; nor does anybody for the mere end of a button's spinner."""
Result = bool | dict[str, Any] | list[dict[str, Any]]


@dataclass(slots=True)
class _Notice:
    """A message nobody asked for. `booked` is True while its turn has been taken but not used."""

    booked: bool


_NOTICE: ContextVar[_Notice | None] = ContextVar("notice", default=None)


@contextmanager
def sending_notices(*, booked: bool = False) -> Iterator[None]:
    """Context in which messages are notices, for which nobody waits. `booked`: `Limiter.book` has taken the turn."""
    token = _NOTICE.set(_Notice(booked))
    try:
        yield
    finally:
        _NOTICE.reset(token)


class Limiter(BaseRateLimiter[None]):
    """Spreads out notices, and keeps silent towards one chat or all for as long as Telegram asks."""

    def __init__(self, monotonic: Callable[[], float], sleep: Sleep, noted: Noted) -> None:
        """`monotonic` returns seconds on a clock that never goes back; `noted` hears of long silences."""
        self._monotonic, self._sleep = monotonic, sleep
        self._silences = Silences(monotonic, noted)
        self._used_until = -inf
        self._spoken_to: OrderedDict[int, deque[float]] = OrderedDict()
        self._spoken_in_groups: OrderedDict[int, deque[float]] = OrderedDict()

    async def initialize(self) -> None:
        """Do nothing; required by the base class."""

    async def shutdown(self) -> None:
        """Do nothing; required by the base class."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """Make the request when its turn has come, and retry an answer to a user if it fails.

        Raises RetryAfter for a notice that would have to wait out a silence or more than two seconds for its turn, so
        that others go first, for an answer that would wait over 30 seconds, and for a call that nobody waits for and
        that would have to wait at all. Raises NetworkError if no retry helps.
        """
        async with waiting_for_telegram():
            return await self._request(lambda: callback(*args, **kwargs), endpoint, data)

    async def _request(
        self, request: Callable[[], Coroutine[Any, Any, Result]], endpoint: str, data: dict[str, Any]
    ) -> Result:
        notice, awaited = _NOTICE.get(), _is_awaited(endpoint, data)
        speaks = awaited and endpoint.startswith(SPEAKING)
        pauses = iter(PAUSES if notice is None and (speaks or (awaited and endpoint == POP_UP)) else ())
        chat_id = data.get("chat_id") if speaks else None
        place = chat_id if isinstance(chat_id, int) else (endpoint, awaited)
        messages = _messages_in(endpoint, data)
        while True:
            await self._keep_silence(place, hasty=notice is None and awaited)
            if notice is not None and (wait := self._seconds_to_wait(notice, chat_id, messages)) > 0:
                await self._sleep_until_turn(wait)
                continue
            if notice is None:
                self.book(chat_id, messages)
            try:
                return await request()
            except RetryAfter as error:
                self._silences.begin(
                    place, retry_seconds(error.retry_after) + SLACK, explained=self._explains_silence(place)
                )
            except BadRequest:
                raise
            except NetworkError:
                if (pause := next(pauses, None)) is None:
                    raise
                await self._sleep(pause)

    def free(self) -> int:
        """Return how many notices may be sent now under the limit for all chats together."""
        if self._silences.left_for_all() > 0:
            return 0
        return sum(self._until_turns(turns) <= 0 for turns in range(1, TURNS_KEPT + 1))

    def until_free(self) -> float:
        """Return the seconds until more notices may be sent under the limit for all chats together."""
        silence = self._silences.left_for_all()
        return max(silence, self._until_turns(TURNS_AWAITED) if self._until_turns(1) > 0 else 0, 0)

    def held(self) -> dict[int, float]:
        """Return the chats to which no notice may go now, each with the seconds until one may."""
        now, waits = self._monotonic(), self._silences.chats()
        for spoken_to, span in ((self._spoken_to, SECOND), (self._spoken_in_groups, MINUTE)):
            for chat_id, spoken in reversed(spoken_to.items()):
                if spoken[-1] + span <= now:
                    break
                if (wait := self._until_turn_in_chat(chat_id)) > 0:
                    waits[chat_id] = max(wait, waits.get(chat_id, 0))
        return waits

    def book(self, chat_id: object, messages: int = 1) -> None:
        """Count messages to a chat as sent now; calls without a chat do not count. However many answers are booked,
        notices may go on within a second."""
        if not isinstance(chat_id, int):
            return
        now = self._monotonic()
        used = max(self._used_until, now - TURNS_KEPT * _seconds_per_turn()) + messages * _seconds_per_turn()
        self._used_until = min(used, now + SECOND)
        spoken_to = self._spoken_in_groups if chat_id < 0 else self._spoken_to
        spoken_to.setdefault(chat_id, deque(maxlen=TO_A_GROUP_PER_MINUTE)).extend([now] * messages)
        spoken_to.move_to_end(chat_id)
        if len(spoken_to) > REMEMBERED_CHATS:
            spoken_to.popitem(last=False)

    async def take_turn(self, chat_id: int) -> None:
        """Wait until a notice may go to a chat, and book it. Raises RetryAfter if that would take more than two seconds
        or Telegram has asked for silence."""
        await self._keep_silence(chat_id, hasty=False)
        while (wait := self._until_turn_to(chat_id)) > 0:
            await self._sleep_until_turn(wait)
        self.book(chat_id)

    async def _keep_silence(self, place: Place, *, hasty: bool) -> None:
        while (silence := self._silences.left(place)) > 0:
            if not hasty or silence > LONG:
                raise RetryAfter(timedelta(seconds=ceil(silence)))
            await self._sleep(silence)

    def _explains_silence(self, place: Place) -> bool:
        """Return whether the limit of a chat itself explains a 429."""
        if not isinstance(place, int):
            return False
        spoke_twice_in_a_second = self._until(self._spoken_to.get(place, deque()), 2, SECOND) > 0
        return place < 0 or spoke_twice_in_a_second

    async def _sleep_until_turn(self, wait: float) -> None:
        if wait > LONGEST_TURN:
            raise RetryAfter(timedelta(seconds=ceil(wait)))
        await self._sleep(wait)

    def _seconds_to_wait(self, notice: _Notice, chat_id: object, messages: int) -> float:
        """Return the seconds that a notice of so many messages has to wait; if 0, its turns are taken. A turn that is
        booked is that of the first message."""
        if not isinstance(chat_id, int):
            notice.booked = False
            return 0
        more = messages - notice.booked
        wait = self._until_room(chat_id, more) if notice.booked else self._until_turn_to(chat_id, messages)
        if wait <= 0:
            notice.booked = False
            self.book(chat_id, more)
        return wait

    def _until_room(self, chat_id: int, messages: int) -> float:
        """Return the seconds until `messages` more fit in what a group may get in a minute, all chats in a second."""
        if not messages:
            return 0
        there = self._spoken_in_groups.get(chat_id, deque())
        return max(self._until_turns(messages), self._until(there, TO_A_GROUP_PER_MINUTE + 1 - messages, MINUTE))

    def _until_turns(self, turns: int) -> float:
        """Return the seconds until `turns` notices may be sent; all chats share evenly spaced turns."""
        return max(round(self._used_until + turns * _seconds_per_turn() - self._monotonic(), 6), 0)

    def _until_turn_to(self, chat_id: int, messages: int = 1) -> float:
        return max(self._until_room(chat_id, messages), self._until_turn_in_chat(chat_id))

    def _until_turn_in_chat(self, chat_id: int) -> float:
        """Return the seconds until another message may go to a chat under its own limit."""
        if chat_id > 0:
            return self._until(self._spoken_to.get(chat_id, deque()), 1, SECOND)
        there = self._spoken_in_groups.get(chat_id, deque())
        return max(self._until(there, 1, SECOND), self._until(there, TO_A_GROUP_PER_MINUTE, MINUTE))

    def _until(self, spoken: deque[float], most: int, span: float) -> float:
        return spoken[-most] + span - self._monotonic() if len(spoken) >= most else 0


def _seconds_per_turn() -> float:
    return SECOND / IN_ALL_PER_SECOND


def _messages_in(endpoint: str, data: dict[str, Any]) -> int:
    """Return how many messages a call sends as Telegram counts them: an album is as many as it has files."""
    return len(data["media"]) if endpoint == "sendMediaGroup" else 1


def _is_awaited(endpoint: str, data: dict[str, Any]) -> bool:
    """Return whether anybody waits for this call, as for a message or a pop-up text, but not for a menu."""
    return bool(data.get("text")) if endpoint == POP_UP else endpoint not in UNAWAITED
