"""A town for journeys: an embedded Telegram, the bot talking to it over HTTP, and people who talk like people."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.assembly import build_application
from bot.demo.stage import TOKEN, demo_settings
from bot.embedded import EmbeddedServer, World
from bot.embedded.records import Message
from bot.process import start_bot, stop_bot
from bot.schedule import tick
from data.errors import Refusal
from data.files.plan import read_plan
from data.people import Role, add_membership, add_person
from data.plan_import import import_plan
from data.store import Database, Row, fetch_all, open_database
from data.unit_names import shipped_unit_names
from data.units import find_unit
from handlers.context import App

ZONE = ZoneInfo("Asia/Shanghai")
ISSUED = date(2019, 10, 24)
PLAN = Path("data/plans/wuhan-2019-2020.csv")


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def at(text: str) -> datetime:
    """A moment in the plan's zone, such as 2019-11-25 09:00."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


class Town:
    """The bot and its Telegram; everybody in it is a Resident."""

    def __init__(self, folder: Path, plan: Path = PLAN) -> None:
        self.clock = FakeClock(at("2019-11-25 08:30"))
        self.world = World(TOKEN, "liaison_test_bot", self.clock.now)
        self.server = EmbeddedServer(self.world)
        self.database = folder / "town.db"
        self.db: Database = open_database(self.database)
        self.plan = plan
        self.failures: list[BaseException] = []
        self._first_update = self.world.updates.next_id
        self._handled = 0
        self._progress = asyncio.Condition()
        self.app: App

    async def open(self) -> None:
        """Import the plan, start Telegram and the bot."""
        reading = read_plan(self.plan.read_bytes(), self.plan.name, ISSUED, shipped_unit_names())
        import_plan(self.db, reading, "测试任务表", ISSUED, self.plan.name, self.clock.now())
        self.url = await self.server.start()
        await self.start()

    async def start(self) -> None:
        """Start the bot on what the database holds."""
        self.app = build_application(demo_settings(self.url, self.database, ZONE), self.db, self.clock.now)
        self.app.add_error_handler(self._note_failure)
        self._count_updates()
        await start_bot(self.app)

    async def restart(self) -> None:
        """Stop the bot and start it again, as a new process would."""
        await stop_bot(self.app)
        self.db.close()
        self.db = open_database(self.database)
        await self.start()

    async def close(self) -> None:
        """Stop everything. A failure of a handler that no test expected fails the test here."""
        await stop_bot(self.app)
        await self.server.stop()
        self.db.close()
        assert not self.failures, self.failures

    async def settle(self) -> None:
        """Wait until the bot has handled everything that was said and pressed."""
        async with self._progress:
            await asyncio.wait_for(self._progress.wait_for(self._idle), timeout=10)

    async def move_to(self, text: str) -> None:
        """Let it be another moment, and let the bot do what is due then."""
        self.clock.moment = at(text)
        await tick(self.app)

    def newcomer(self, id: int, name: str, language: str = "zh-hans", **details: Any) -> "Resident":
        """Somebody who uses Telegram and whom the bot does not know."""
        self.world.add_user(id, name, language, **details)
        return Resident(self, id, name)

    def member(self, id: int, name: str, unit: str | None, role: Role, language: str = "zh-hans") -> "Resident":
        """Somebody on the roster who has opened the bot's chat."""
        resident = self.newcomer(id, name, language)
        person_id = add_person(self.db, name, self.clock.now(), id)
        add_membership(self.db, person_id, role, find_unit(self.db, unit).id if unit else None)
        self.world.chat(id).bot_status = "member"
        return resident

    def rows(self, sql: str, *values: object) -> list[Row]:
        """What the database holds."""
        return fetch_all(self.db, sql, values)

    def _idle(self) -> bool:
        return self._handled >= self.world.updates.next_id - self._first_update

    def _count_updates(self) -> None:
        """Count every update that has been handled, whatever came of it."""
        processor: Any = self.app.update_processor
        handle = processor.do_process_update

        async def counted(update: object, coroutine: Any) -> None:
            try:
                await handle(update, coroutine)
            finally:
                async with self._progress:
                    self._handled += 1
                    self._progress.notify_all()

        processor.do_process_update = counted

    async def _note_failure(self, update: object, context: Any) -> None:
        if not isinstance(context.error, Refusal):
            self.failures.append(context.error)


@dataclass
class Resident:
    """Somebody with a phone."""

    town: Town
    id: int
    name: str

    async def says(self, text: str, chat: int | None = None, reply_to: int | None = None) -> str:
        """Write something; returns what the bot has answered there since."""
        before = self._seen(chat)
        self.town.world.say(self.id, text, chat, reply_to)
        await self.town.settle()
        return self._news(chat, before)

    async def presses(self, words: str, chat: int | None = None, on: Message | None = None) -> str:
        """Press the newest button whose words begin so (or one on a given message); returns the answer."""
        message, data = self._find_button(words, chat, on)
        before = self._seen(chat)
        toasts = len(self.town.world.toasts)
        self.town.world.press(self.id, chat or self.id, message.message_id, data)
        await self.town.settle()
        shown = [toast.text for toast in self.town.world.toasts[toasts:] if toast.text]
        return "\n".join([*shown, self._news(chat, before) or self.sees(chat)])

    def sees(self, chat: int | None = None) -> str:
        """The text of the last message of the bot."""
        return self._from_bot(chat)[-1].text

    def last(self, chat: int | None = None) -> Message:
        """The last message of the bot."""
        return self._from_bot(chat)[-1]

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

    def _news(self, chat: int | None, before: int) -> str:
        return "\n".join(message.text for message in self._from_bot(chat) if message.message_id > before)

    def _find_button(self, words: str, chat: int | None, on: Message | None) -> tuple[Message, str]:
        messages = [on] if on is not None else list(reversed(self._from_bot(chat)))
        for message in messages:
            for button in message.buttons:
                if button.text.startswith(words) and button.callback_data:
                    return message, button.callback_data
        raise AssertionError(f"{self.name} sees no button {words!r}; last: {self.buttons(chat)}")
