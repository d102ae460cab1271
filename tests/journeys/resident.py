"""A person of a town with a phone: what they say, press and see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.emulator.records import Message

if TYPE_CHECKING:
    from tests.journeys.town import Town


@dataclass
class Resident:
    """A person with a phone."""

    town: Town
    id: int
    name: str

    async def says(self, *texts: str, chat: int | None = None, reply_to: int | None = None) -> str:
        """Write texts one after another, waiting for each answer; return the answer to the last."""
        before = 0
        for text in texts:
            before = self._seen(chat)
            self.town.world.say(self.id, text, chat, reply_to)
            await self.town.settle()
        return self._news(chat, before)

    async def presses(self, *labels: str, chat: int | None = None, on: Message | None = None) -> str:
        """Press buttons one after another, each the newest whose text begins with the label, or one on message `on`;
        return the answer to the last."""
        answer = ""
        for words in labels:
            message, data = self._find_button(words, chat, on)
            before, toasts = self._seen(chat), len(self.town.world.toasts)
            self.town.world.press(self.id, chat or self.id, message.message_id, data)
            await self.town.settle()
            answer = "\n".join([*self._toasts(toasts), self._news(chat, before) or self.sees(chat)])
        return answer

    async def forges(self, data: str, chat: int | None = None) -> str:
        """Press a button that does not exist; return the answer, which may be empty."""
        before, toasts = self._seen(chat), len(self.town.world.toasts)
        self.town.world.press(self.id, chat or self.id, before, data, forged=True)
        await self.town.settle()
        return "\n".join([*self._toasts(toasts), *filter(None, [self._news(chat, before)])])

    async def does(self, deed: Callable[[], object], chat: int | None = None) -> str:
        """Do something else in Telegram; return what the bot answers."""
        before = self._seen(chat)
        deed()
        await self.town.settle()
        return self._news(chat, before)

    async def begins(self, code: str, *answers: str) -> str:
        """Begin a report on a task and press the answers to its first questions; return the next question."""
        await self.says(code)
        return await self.presses("报进展", *answers)

    async def submits(self, *texts: str) -> str:
        """Write texts and submit what is then shown; return the answer."""
        await self.says(*texts)
        return await self.presses("提交")

    async def skips_to_the_preview(self) -> str:
        """Skip every question that can be skipped; return the preview."""
        while "跳过" in self.buttons():
            await self.presses("跳过")
        return self.sees()

    async def hands_in(self) -> str:
        """Skip every question that can be skipped, and submit; return the answer."""
        await self.skips_to_the_preview()
        return await self.presses("提交")

    async def reports(self, code: str, status: str, percent: str = "", note: str = "") -> str:
        """Report on a task, from its card to submitting; return the answer."""
        await self.begins(code, status)
        if percent:
            await self.says(percent)
        if note:
            await self.says(note)
        return await self.hands_in()

    async def reviews(self, *choices: str) -> str:
        """Open /review and press the choices; return the answer to the last."""
        await self.says("/review")
        return await self.presses(*choices)

    async def invites(self, said: str) -> str:
        """Say whom to invite and make the link after they have been shown; return all that was answered."""
        before, made = len(self.heard()), self.town.rows("SELECT * FROM invites")
        await self.says(said)
        if not said.startswith("/"):
            assert "还没有生成链接" in self.sees() and self.town.rows("SELECT * FROM invites") == made
            await self.presses("生成链接")
        return "\n".join(self.heard()[before:])

    async def sends_out(self) -> None:
        """Confirm sending, and let it go out."""
        await self.presses("确认发送")
        await self.town.app.ticker.tick()

    async def decides(self, choice: str, reason: str) -> str:
        """Press 退回 or 不同意, give the reason and confirm it; return the answer."""
        await self.presses(choice)
        await self.says(reason)
        return await self.presses(choice)

    def sees(self, chat: int | None = None) -> str:
        """Return the text of the bot's last message."""
        return self._from_bot(chat)[-1].text

    def last(self, chat: int | None = None) -> Message:
        """Return the bot's last message."""
        return self._from_bot(chat)[-1]

    def messages(self, chat: int | None = None) -> list[Message]:
        """Return all messages of the bot."""
        return self._from_bot(chat)

    def message(self, number: int) -> Message:
        """Return a message of the bot as it reads now."""
        return next(each for each in self.messages() if each.message_id == number)

    def buttons(self, chat: int | None = None) -> list[str]:
        """Return the texts of the inline buttons of the bot's last message."""
        return [button.text for button in self.last(chat).buttons]

    def heard(self, chat: int | None = None) -> list[str]:
        """Return the texts of all messages of the bot."""
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
    """Return the token in the link of an answer."""
    return answer.rpartition("?start=")[2]
