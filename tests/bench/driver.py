"""People who ask a bot without pause, each the next thing when the last has been answered, and how long that takes."""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

from tests.bench.bot_api import Bot, BotApi, button_of
from tests.bench.http import Parameters
from tests.bench.large_plan import Reporter

SUBMIT, SUBMITTED = "提交", "已提交"
PATIENCE = 180.0
"""In seconds: who is not answered by then never will be, even on a busy machine."""


class Unanswered(Exception):
    """A bot has not said what it was to say: what was asked, and what it said instead."""


@dataclass
class Stint:
    """What a bot did while it was asked: the answers, in how many seconds, and how long each took."""

    seconds: float = 0.0
    updates: int = 0
    waits: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds

    @property
    def cpu_each(self) -> float:
        """Milliseconds of processor for an update."""
        return 1000 * self.cpu / self.updates


class Somebody:
    """A person in the chat with a bot."""

    def __init__(self, api: BotApi, bot: Bot, reporter: Reporter) -> None:
        self.id, self.code = reporter.id, reporter.code
        self._api, self._bot = api, bot
        self._heard: asyncio.Future[tuple[Parameters, int]] | None = None

    def hear(self, parameters: Parameters, message: int) -> None:
        """The bot has said something."""
        if self._heard is not None and not self._heard.done():
            self._heard.set_result((parameters, message))

    async def ask(self, text: str) -> tuple[Parameters, int]:
        """Write, and wait for an answer."""
        return await self._answered(lambda: self._api.say(self._bot, self.id, text), text)

    async def press(self, words: str, said: Parameters, message: int) -> tuple[Parameters, int]:
        """Press a button of what the bot has said, and wait for an answer."""
        if (data := button_of(said, words)) is None:
            raise Unanswered(f"no {words} under: {said.get('text')}")
        return await self._answered(lambda: self._api.press(self._bot, self.id, data, message), words)

    async def _answered(self, act: Callable[[], None], what: str) -> tuple[Parameters, int]:
        self._heard = asyncio.get_running_loop().create_future()
        act()
        try:
            return await asyncio.wait_for(self._heard, PATIENCE)
        except TimeoutError:
            raise Unanswered(f"no answer to {what}") from None


class Question:
    """Something that a person does with the bot, in so many updates, until its answer holds some words."""

    updates = 1

    def __init__(self, text: str, holds: str = "") -> None:
        self._text, self._holds = text, holds

    async def put(self, person: Somebody, number: int) -> None:
        """Do it once. Raises Unanswered."""
        said, _ = await person.ask(self._text)
        check(self._text, said, self._holds)


class Report(Question):
    """A report in one line, and the press that submits it."""

    updates = 2

    def __init__(self) -> None:
        super().__init__("", SUBMITTED)

    async def put(self, person: Somebody, number: int) -> None:
        """Report that something has been done once more."""
        text = f"{person.code} 完成60%，第{number}批材料已经发到各区"
        said, message = await person.ask(text)
        said, _ = await person.press(SUBMIT, said, message)
        check(text, said, self._holds)


def check(asked: str, said: Parameters, holds: str) -> None:
    """Raises Unanswered where what was said does not hold some words."""
    if holds not in said.get("text", ""):
        raise Unanswered(f"{asked}: {said.get('text')}")


async def keep_asking(
    api: BotApi,
    bot: Bot,
    reporters: Sequence[Reporter],
    question: Question,
    seconds: float,
    numbers: Iterator[int],
    most: int = sys.maxsize,
) -> Stint:
    """Let these people ask a bot, all at once and without pause, for some seconds, or so many times each. Raises
    Unanswered."""
    people = {each.id: Somebody(api, bot, each) for each in reporters}
    bot.heard = lambda chat, parameters, message: people[chat].hear(parameters, message)
    stint, started = Stint(), perf_counter()

    async def ask_on(person: Somebody) -> None:
        for _ in range(most):
            if (begun := perf_counter()) >= started + seconds:
                return
            await question.put(person, next(numbers))
            stint.waits.append(perf_counter() - begun)

    await asyncio.gather(*map(ask_on, people.values()))
    stint.seconds = perf_counter() - started
    stint.updates = len(stint.waits) * question.updates
    return stint


def numbers() -> Iterator[int]:
    """Numbers that nobody has used before."""
    return count(1)
