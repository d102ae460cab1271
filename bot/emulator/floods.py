"""Telegram's rate limits: about 30 messages a second in all, one a second to a chat, 20 a minute to a group (Bots FAQ,
"My bot is hitting limits"). Unlike Telegram, which is lenient at times, this server enforces them strictly while
`watching`."""

from collections import defaultdict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from bot.emulator.errors import ApiError
from bot.emulator.records import Json

SPEAKING = ("send", "edit", "copy", "forward")
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
IN_ALL, TO_A_CHAT, TO_A_GROUP = 30, 1, 20
EVERYBODY = None
"""The key for all chats together."""


class Floods:
    """Counts the messages to every chat and, while `watching`, refuses those over the limit. After a refusal,
    everything is refused until the announced waiting time is over."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.watching = False
        self._now = now
        self._in_all: deque[datetime] = deque(maxlen=IN_ALL)
        self._to: dict[object, deque[datetime]] = defaultdict(lambda: deque(maxlen=TO_A_GROUP))
        self._refused_until: dict[object, datetime] = {}

    def count(self, method: str, params: Json) -> None:
        """Count a request. Raises ApiError if it exceeds a limit."""
        if not self.watching or not method.startswith(SPEAKING):
            return
        chat_id = params.get("chat_id")
        self._check(EVERYBODY, [self._wait(self._in_all, IN_ALL, SECOND)])
        self._check(chat_id, self._waits_there(chat_id))
        for spoken in (self._in_all, self._to[chat_id]):
            spoken.append(self._now())

    def _waits_there(self, chat_id: object) -> list[timedelta]:
        there = self._to[chat_id]
        waits = [self._wait(there, TO_A_CHAT, SECOND)]
        if isinstance(chat_id, int) and chat_id < 0:
            waits.append(self._wait(there, TO_A_GROUP, MINUTE))
        return waits

    def _check(self, whom: object, waits: list[timedelta]) -> None:
        """Raise ApiError if messages to `whom` (a chat id, or EVERYBODY) have to wait."""
        told = self._refused_until.get(whom, self._now()) - self._now()
        if (wait := max([*waits, told])) > timedelta():
            seconds = ceil(wait.total_seconds())
            self._refused_until[whom] = self._now() + timedelta(seconds=seconds)
            raise too_many_requests(seconds)

    def _wait(self, spoken: deque[datetime], most: int, span: timedelta) -> timedelta:
        return spoken[-most] + span - self._now() if len(spoken) >= most else timedelta()


def too_many_requests(seconds: float | None) -> ApiError:
    """Return error 429 with the seconds to wait, or Telegram's form without them if `seconds` is None."""
    if seconds is None:
        return ApiError(429, "Too Many Requests: retry later")
    return ApiError(429, f"Too Many Requests: retry after {int(seconds)}", retry_after=int(seconds))
