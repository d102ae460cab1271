"""People who use a bot without pause, each doing the next thing once the last has been answered, and how long that
takes."""

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
"""In seconds: an answer that takes longer will never come, even on a busy machine."""


class Unanswered(Exception):
    """A bot has not given the expected answer; says what was asked, and what came instead."""


@dataclass
class Stint:
    """What a bot did while it was measured: the number of updates, the seconds, and how long each question took."""

    seconds: float = 0.0
    updates: int = 0
    waits: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def rate(self) -> float:
        """Updates per second."""
        return self.updates / self.seconds

    @property
    def cpu_each(self) -> float:
        """Milliseconds of processor time per update."""
        return 1000 * self.cpu / self.updates


class Somebody:
    """A person in a private chat with a bot."""

    def __init__(self, api: BotApi, bot: Bot, reporter: Reporter) -> None:
        self.id, self.code = reporter.id, reporter.code
        self._api, self._bot = api, bot
        self._heard: asyncio.Future[tuple[Parameters, int]] | None = None

    def hear(self, parameters: Parameters, message: int) -> None:
        """Receive a message of the bot."""
        if self._heard is not None and not self._heard.done():
            self._heard.set_result((parameters, message))

    async def ask(self, text: str) -> tuple[Parameters, int]:
        """Write a text and wait for the answer."""
        return await self._answered(lambda: self._api.say(self._bot, self.id, text), text)

    async def press(self, words: str, said: Parameters, message: int) -> tuple[Parameters, int]:
        """Press a button of what the bot has said, and wait for the answer."""
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
    """Something that a person does with the bot, in `updates` updates, until the answer contains some words."""

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
        """Report something new."""
        text = f"{person.code} 完成60%，第{number}批材料已经发到各区"
        said, message = await person.ask(text)
        said, _ = await person.press(SUBMIT, said, message)
        check(text, said, self._holds)


def check(asked: str, said: Parameters, holds: str) -> None:
    """Raise Unanswered if the answer does not contain `holds`."""
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
    """Let these people use a bot, all at once and without pause, for `seconds` or `most` times each. Raises
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
    """Return an iterator of unused numbers."""
    return count(1)
