"""A person's phone: what its owner writes and presses, and what the bot sends in return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.emulator.records import Message

if TYPE_CHECKING:
    from tests.rehearsal.city import City


class NoSuchButton(Exception):
    """The button that somebody wanted to press does not exist."""


@dataclass
class Phone:
    """A private chat with the bot. While `busy`, something said or pressed is unanswered: what comes then counts as an
    answer, anything else as unasked."""

    city: City
    owner: int
    news: list[Message] = field(default_factory=list)
    busy: bool = False

    async def says(self, text: str) -> list[Message]:
        """Write a text; return the messages that came or changed in return, the newest last."""
        self.city.diary.wrote(self.owner)
        return await self._does(lambda: self.city.world.say(self.owner, text))

    async def sends_file(self, name: str, content: bytes) -> list[Message]:
        """Send a file; return what came in return."""
        self.city.diary.wrote(self.owner)
        return await self._does(lambda: self.city.world.send_document(self.owner, name, content))

    async def sends_photo(self, content: bytes, caption: str = "") -> list[Message]:
        """Send a picture with a caption; return what came in return."""
        self.city.diary.wrote(self.owner)
        return await self._does(lambda: self.city.world.send_photo(self.owner, content, caption))

    async def starts(self, token: str = "") -> list[Message]:
        """Press Start, with the token of a link if given; return what came in return."""
        self.city.diary.pressed(self.owner)
        return await self._does(lambda: self.city.world.start(self.owner, token))

    async def presses(self, words: str, on: Message | None = None) -> list[Message]:
        """Press the newest button whose text begins with `words`, or one on message `on`. Raises NoSuchButton."""
        message, data = self.button(words, on)
        self.city.diary.pressed(self.owner)
        return await self._does(lambda: self.city.world.press(self.owner, self.owner, message.message_id, data))

    def button(self, words: str, on: Message | None = None) -> tuple[Message, str]:
        """Return the newest message with a button whose text begins with `words`, and the button's data. Raises
        NoSuchButton."""
        chat = self.city.world.chat(self.owner)
        shown = [chat.sent[on.message_id]] if on is not None else self._last(12)
        for message in shown:
            for button in message.buttons:
                if button.text.startswith(words) and button.callback_data:
                    return message, button.callback_data
        raise NoSuchButton(words)

    def offers(self) -> list[str]:
        """Return the texts of the last message's buttons."""
        message = self.sees()
        return [each.text for each in message.buttons] if message is not None else []

    def sees(self) -> Message | None:
        """Return the bot's last message."""
        return next(iter(self._last(1)), None)

    def newest(self, wanted: Callable[[Message], bool]) -> Message | None:
        """Return the newest wanted message among those that came or changed last, or else the last message."""
        there = self.city.world.chat(self.owner).sent
        recent = sorted({each.message_id for each in self.news}, reverse=True)
        return next((there[each] for each in recent if each in there and wanted(there[each])), self.sees())

    def _last(self, count: int) -> list[Message]:
        """Return the bot's last messages, newest first."""
        found = []
        for message in reversed(self.city.world.chat(self.owner).messages):
            if message.sender is self.city.world.bot:
                found.append(message)
                if len(found) == count:
                    break
        return found

    async def _does(self, deed: Callable[[], object]) -> list[Message]:
        self.news, self.busy = [], True
        try:
            deed()
            self.city.meet_fate()
            await self.city.answered()
        finally:
            self.busy = False
        return sorted({each.message_id: each for each in self.news}.values(), key=lambda each: each.message_id)
