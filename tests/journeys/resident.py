"""Somebody in a town, with a phone: what they say, press and see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.emulator.records import Message

if TYPE_CHECKING:
    from tests.journeys.town import Town


@dataclass
class Resident:
    """Somebody with a phone."""

    town: Town
    id: int
    name: str

    async def says(self, *texts: str, chat: int | None = None, reply_to: int | None = None) -> str:
        """Write one thing after the other, each when the one before is answered; returns what the bot has answered to
        the last."""
        before = 0
        for text in texts:
            before = self._seen(chat)
            self.town.world.say(self.id, text, chat, reply_to)
            await self.town.settle()
        return self._news(chat, before)

    async def presses(self, *labels: str, chat: int | None = None, on: Message | None = None) -> str:
        """Press one button after the other, each the newest whose words begin so (or one on a given message); returns
        the answer to the last."""
        answer = ""
        for words in labels:
            message, data = self._find_button(words, chat, on)
            before, toasts = self._seen(chat), len(self.town.world.toasts)
            self.town.world.press(self.id, chat or self.id, message.message_id, data)
            await self.town.settle()
            answer = "\n".join([*self._toasts(toasts), self._news(chat, before) or self.sees(chat)])
        return answer

    async def forges(self, data: str, chat: int | None = None) -> str:
        """Press a button that is not there; returns the answer, empty when there is none."""
        before, toasts = self._seen(chat), len(self.town.world.toasts)
        self.town.world.press(self.id, chat or self.id, before, data, forged=True)
        await self.town.settle()
        return "\n".join([*self._toasts(toasts), *filter(None, [self._news(chat, before)])])

    async def does(self, deed: Callable[[], object], chat: int | None = None) -> str:
        """Do something else in Telegram; returns what the bot has answered there since."""
        before = self._seen(chat)
        deed()
        await self.town.settle()
        return self._news(chat, before)

    async def begins(self, code: str, *answers: str) -> str:
        """Begin a report on a task, and answer its first questions by their buttons; returns the next question."""
        await self.says(code)
        return await self.presses("报进展", *answers)

    async def submits(self, *texts: str) -> str:
        """Write something, and submit what is then shown; returns the answer to that."""
        await self.says(*texts)
        return await self.presses("提交")

    async def skips_to_the_preview(self) -> str:
        """Skip every question that can be skipped; returns what is to be checked."""
        while "跳过" in self.buttons():
            await self.presses("跳过")
        return self.sees()

    async def hands_in(self) -> str:
        """Skip every question that can be skipped, and submit; returns the answer to that."""
        await self.skips_to_the_preview()
        return await self.presses("提交")

    async def reports(self, code: str, status: str, percent: str = "", note: str = "") -> str:
        """Report on a task from the card to the last press; returns the answer to it."""
        await self.begins(code, status)
        if percent:
            await self.says(percent)
        if note:
            await self.says(note)
        return await self.hands_in()

    async def reviews(self, *choices: str) -> str:
        """Look at what waits for an answer of the office, and press what is to be done; returns the answer to that."""
        await self.says("/review")
        return await self.presses(*choices)

    async def sends_out(self) -> None:
        """Send what has been looked at, and let it go out."""
        await self.presses("确认发送")
        await self.town.app.ticker.tick()

    async def decides(self, choice: str, reason: str) -> str:
        """Press 退回 or 不同意, give the reason and send it as it was read back; returns the answer to that."""
        await self.presses(choice)
        await self.says(reason)
        return await self.presses(choice)

    def sees(self, chat: int | None = None) -> str:
        """The text of the last message of the bot."""
        return self._from_bot(chat)[-1].text

    def last(self, chat: int | None = None) -> Message:
        """The last message of the bot."""
        return self._from_bot(chat)[-1]

    def messages(self, chat: int | None = None) -> list[Message]:
        """All messages of the bot."""
        return self._from_bot(chat)

    def buttons(self, chat: int | None = None) -> list[str]:
        """The words on the inline buttons of the last message of the bot."""
        return [button.text for button in self.last(chat).buttons]

    def heard(self, chat: int | None = None) -> list[str]:
        """Everything that the bot has said there."""
        return [message.text for message in self._from_bot(chat)]

    def _from_bot(self, chat: int | None) -> list[Message]:
        messages = self.town.world.chat(chat or self.id).messages
        return [message for message in messages if message.sender is not None and message.sender.is_bot]

    def _seen(self, chat: int | None) -> int:
        return self.town.world.chat(chat or self.id).last_id

    def _toasts(self, before: int) -> list[str]:
        return [toast.text for toast in self.town.world.toasts[before:] if toast.text]

    def _news(self, chat: int | None, before: int) -> str:
        return "\n".join(message.text for message in self._from_bot(chat) if message.message_id > before)

    def _find_button(self, words: str, chat: int | None, on: Message | None) -> tuple[Message, str]:
        messages = [on] if on is not None else list(reversed(self._from_bot(chat)))
        for message in messages:
            for button in message.buttons:
                if button.text.startswith(words) and button.callback_data:
                    return message, button.callback_data
        raise AssertionError(f"{self.name} sees no button {words!r}; last: {self.buttons(chat)}")


def token_in(answer: str) -> str:
    """What the link in an answer hands to the bot."""
    return answer.rpartition("?start=")[2]
