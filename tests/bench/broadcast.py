"""Benchmark of a broadcast to 10,000 people through a server that enforces Telegram's limits, while others ask."""

import asyncio
import statistics
from collections import defaultdict, deque
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter
from typing import Any

from bot.outgoing.limiter import IN_ALL_PER_SECOND
from tests.bench.bot_api import Bot, BotApi
from tests.bench.driver import Question, Somebody
from tests.bench.figures import Figure
from tests.bench.http import Parameters
from tests.bench.large_plan import COORDINATOR, FIRST_PERSON, Reporter, make_plan
from tests.bench.rivals import SATURDAY, ours

PART = "Broadcast"
PEOPLE, TELEGRAM_IN_ALL = 10_000, 30
NOTICE, CONFIRM = "通知全体联络员：周五下午三点开会", "确认发送"
TASKS = Question("我的任务", "共")
ASKS_EVERY, READS = 1.0, 2.0
"""Seconds between the questions of a person who asks meanwhile, and for which the office reads the preview."""


class Limits:
    """Telegram's limits of 30 messages a second in all and one a second to a chat (Bots FAQ); anything above gets a
    429."""

    def __init__(self) -> None:
        self.refused = 0
        self._in_all: deque[float] = deque(maxlen=TELEGRAM_IN_ALL)
        self._of_chat: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=2))

    def __call__(self, method: str, chat: int) -> tuple[int, Any] | None:
        """Return the refusal of a message over the limit, or None; two at once to a chat are allowed, as by
        Telegram."""
        now = monotonic()
        for spoken in (self._in_all, self._of_chat[chat]):
            if len(spoken) == spoken.maxlen and spoken[0] + 1 > now:
                self.refused += 1
                return 429, {"description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}
        self._in_all.append(now)
        self._of_chat[chat].append(now)
        return None


def measure(people: int = PEOPLE) -> list[Figure]:
    """Send a broadcast to this many people."""
    return asyncio.run(_measure(people))


async def _measure(people: int) -> list[Figure]:
    with TemporaryDirectory() as folder:
        api = BotApi(datetime.fromisoformat(SATURDAY))
        file = Path(folder) / "broadcast.db"
        make_plan(file, 1, people)
        bot = ours(file, fast=False)
        await bot.start(api, await api.start(), 1)
        limits = bot.bot.refuses = Limits()
        seconds, waits = await _sent(api, bot.bot, people)
        memory = bot.memory()
        await bot.stop()
        await api.stop()
    permitted = people / seconds / (IN_ALL_PER_SECOND - 1 / ASKS_EVERY)
    return [
        Figure(PART, f"messages a second to {people:,} people", people / seconds),
        Figure(PART, "share of the rate that the bot permits itself beside answers", permitted, least=0.95, kept=True),
        Figure(PART, "refused by the server (429)", limits.refused, most=0),
        Figure(PART, "an answer meanwhile, median", statistics.median(waits), "s"),
        Figure(PART, "an answer meanwhile, longest", max(waits), "s", most=1),
        Figure(PART, "memory at the end", memory, "MB"),
    ]


async def _sent(api: BotApi, bot: Bot, people: int) -> tuple[float, list[float]]:
    """Return the seconds until everybody has the broadcast, and how long others waited for answers meanwhile."""
    reached: set[int] = set()
    office, asking = (Somebody(api, bot, Reporter(id, "")) for id in (COORDINATOR, FIRST_PERSON))
    first = last = 0.0

    def hear(chat: int, parameters: Parameters, message: int) -> None:
        nonlocal first, last
        if "开会" in parameters.get("text", "") and chat != COORDINATOR:
            reached.add(chat)
            first, last = first or perf_counter(), perf_counter()
        elif chat == COORDINATOR:
            office.hear(parameters, message)
        else:
            asking.hear(parameters, message)

    bot.heard = hear
    said, message = await office.ask(NOTICE)
    await asyncio.sleep(READS)
    await office.press(CONFIRM, said, message)
    waits = []
    while len(reached) < people:
        begun = perf_counter()
        await TASKS.put(asking, 0)
        waits.append(perf_counter() - begun)
        await asyncio.sleep(ASKS_EVERY)
    return last - first, waits
