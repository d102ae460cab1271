"""A phone in the city: what its owner says and presses, and what comes in return."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.emulator import World
from bot.emulator.records import Json, Message

News = Message | str
"""A message of the bot as sent or edited, or the text of a toast."""

AGAIN = ("服务器磁盘", "抱歉，刚才出了点问题")
"""The beginnings of answers that ask to repeat something."""
TOO_FAST = "操作太频繁了，请一分钟后再试"
A_MINUTE = 61
"""Seconds to wait after hitting the rate limit."""


@dataclass
class Answers:
    """Counts of what was said and pressed in the city, and of the answers."""

    asked: int = 0
    answered: int = 0
    out_of_order: int = 0


class Phone:
    """Receives everything that the bot shows in one private chat, in order."""

    def __init__(self, world: World, id: int, answers: Answers) -> None:
        self.id = id
        self.news: list[News] = []
        self.waits_for, self.since = "", 0
        """What is waiting for an answer, and the number of news before it was said."""
        self._world, self._answers = world, answers
        self._rang = asyncio.Event()
        world.on_change(self._hear)

    async def says(self, text: str, answer: Callable[[News], bool]) -> Message:
        """Say something, repeating it whenever the bot asks for that, and wait for the answer."""
        found = await self._does(text, lambda: self._world.say(self.id, text), answer)
        assert isinstance(found, Message)
        return found

    async def says_at_once(self, *said: tuple[str, Callable[[News], bool]]) -> None:
        """Say several things before the first is answered; the answers must come in the same order, unless something
        had to be said again."""
        since, self.waits_for = len(self.news), said[-1][0]
        self.since = since
        for text, _ in said:
            self._world.say(self.id, text)
        self._answers.asked += len(said)
        places = [self.news.index(await self._answer_at_last(since, *each), since) for each in said]
        self._answers.answered += len(said)
        said_again = any(asks_again(each) for each in self.news[since:])
        self._answers.out_of_order += places != sorted(places) and not said_again
        self.waits_for = ""

    async def presses(self, words: str, on: Message, answer: Callable[[News], bool], times: int = 1) -> News:
        """Press the button whose text begins with `words`, and wait for the answer."""

        def press() -> None:
            for _ in range(times):
                self._world.press(self.id, self.id, on.message_id, data_of(words, on), forged=True)

        return await self._does(words, press, answer)

    def newest(self, since: int, wanted: Callable[[News], bool]) -> Message | None:
        """Return the last wanted message after the first `since` news that is still unchanged in the chat, or None."""
        messages = (each for each in reversed(self.news[since:]) if isinstance(each, Message))
        return next((each for each in messages if wanted(each) and self.shows(each)), None)

    def shows(self, message: Message | None) -> bool:
        """Return whether a message still stands unchanged in the chat."""
        return message is not None and self._world.chat(self.id).sent.get(message.message_id) == message

    async def waits(self, since: int, answer: Callable[[News], bool]) -> News:
        """Wait for the first wanted news after the first `since`, and return it."""
        while (came := self._first(since, answer)) is None:
            self._rang.clear()
            await self._rang.wait()
        return came

    async def _answer_at_last(self, since: int, text: str, answer: Callable[[News], bool]) -> News:
        """Return the answer to what was said, saying it again whenever the bot asks for that."""
        while not answer(found := await self.waits(since, lambda news: answer(news) or asks_again(news))):
            await asyncio.sleep(_patience(found))
            if (came := self._first(since, answer)) is not None:
                return came
            since = len(self.news)
            self._world.say(self.id, text)
        return found

    def _first(self, since: int, answer: Callable[[News], bool]) -> News | None:
        return next((each for each in self.news[since:] if answer(each)), None)

    async def _does(self, what: str, deed: Callable[[], object], answer: Callable[[News], bool]) -> News:
        while True:
            since, self.waits_for = len(self.news), what
            self.since = since
            deed()
            self._answers.asked += 1
            found = await self.waits(since, lambda news: answer(news) or asks_again(news))
            self._answers.answered += 1
            self.waits_for = ""
            if not answer(found):
                await asyncio.sleep(_patience(found))
            if (came := self._first(since, answer)) is not None:
                return came

    def _hear(self, event: Json) -> None:
        match event:
            case {"event": "message" | "edit", "message": Message() as message} if message.chat_id == self.id:
                if message.sender is self._world.bot:
                    self._ring(message)
            case {"event": "toast", "user_id": self.id, "text": str() as text}:
                self._ring(text)

    def _ring(self, news: News) -> None:
        self.news.append(news)
        self._rang.set()


def text_of(news: News) -> str:
    """Return the text of some news."""
    return news if isinstance(news, str) else news.text


def asks_again(news: News) -> bool:
    """Return whether the bot says that something could not be done now."""
    return text_of(news).startswith((*AGAIN, TOO_FAST))


def is_too_fast(news: News) -> bool:
    """Return whether the bot asks to wait a minute, in which case the message was not handled."""
    return text_of(news).startswith(TOO_FAST)


def _patience(asked: News) -> int:
    """Return the seconds to wait before something is said again."""
    return A_MINUTE if is_too_fast(asked) else 1


def has_button(words: str, message: Message) -> bool:
    """Return whether a button's text begins with `words`."""
    return any(button.text.startswith(words) and button.callback_data for button in message.buttons)


def data_of(words: str, message: Message) -> str:
    """Return the data of the button whose text begins with `words`."""
    return next(
        button.callback_data for button in message.buttons if button.text.startswith(words) and button.callback_data
    )
