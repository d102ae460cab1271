"""Somebody who tries out the demo, acting as each of its people."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.demo.show import Show
from bot.emulator.records import Button, Message

Found = TypeVar("Found")


class Visitor:
    def __init__(self, show: Show) -> None:
        self.show, self.world = show, show.world

    def says(self, who: int, text: str, chat: int | None = None) -> None:
        self.world.say(who, text, chat)

    async def presses(self, who: int, words: str) -> str:
        """Press the newest button whose text begins with `words`, waiting for it; return its data."""
        message, button = await self._until(lambda: self._find_button(who, words))
        self.world.press(who, who, message.message_id, str(button.callback_data))
        return str(button.callback_data)

    async def answers(self, who: int, *words: str) -> None:
        """Press one answer after another, each once the previous question is gone."""
        for each in words:
            data = await self.presses(who, each)
            await self._until(partial(self._is_gone, who, data))

    async def hears(self, chat: int, words: str) -> Message:
        """Wait until the bot has said something that contains `words`."""
        return await self._until(lambda: next(iter(self.heard(chat, words)), None))

    def heard(self, chat: int, words: str = "") -> list[Message]:
        """Return the bot's messages in a chat that contain `words`."""
        messages = self.world.chat(chat).messages
        return [message for message in messages if message.sender is self.world.bot and words in message.text]

    async def greeted(self) -> None:
        """Wait until the bot has answered everybody who has pressed Start."""
        for chat in self.world.chats.values():
            if chat.owner and chat.messages:
                await self.hears(chat.id, "")

    async def called(self, method: str, chat: int) -> None:
        """Wait until the bot has called a Bot API method for a chat."""
        while not any(call.method == method and call.params.get("chat_id") == chat for call in self.world.calls[-1:]):
            await asyncio.sleep(0)

    async def ticked(self, step: str) -> None:
        """Wait until a step of the tour is ticked off."""
        await self._until(lambda: step in self.show.tour.done)

    def _find_button(self, who: int, words: str) -> tuple[Message, Button] | None:
        for message in reversed(self.world.chat(who).messages):
            for button in message.buttons:
                if button.text.startswith(words) and button.callback_data:
                    return message, button
        return None

    def _is_gone(self, who: int, data: str) -> bool:
        return data not in self._offered(who)

    def _offered(self, who: int) -> set[str | None]:
        return {button.callback_data for message in self.world.chat(who).messages for button in message.buttons}

    async def _until(self, look: Callable[[], Found | None]) -> Found:
        changed = asyncio.Event()
        self.world.on_change(lambda event: changed.set())
        async with asyncio.timeout(10):
            while not (found := look()):
                await changed.wait()
                changed.clear()
        return found
