"""Checks of what has really happened in the demo, from its chats and the bot's database."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.demo.demo_bot import RunningBot
from bot.emulator import World
from data.people.people import who_is
from data.plan.plan import known_plan
from data.standing.assignments import assignments
from data.times import day_of
from handlers.telegram import Verb


@dataclass(frozen=True, slots=True)
class Witness:
    """Looks into the chats and the database."""

    world: World
    bot: RunningBot

    def showed(self, chat_id: int, verb: Verb, since: datetime | None = None) -> bool:
        """Return whether the bot has shown a button with `verb` in a chat, since `since` if given."""
        return any(
            (button.callback_data or "").startswith(f"{verb}:")
            for message in self.world.chat(chat_id).messages
            if message.sender is self.world.bot and (since is None or message.date >= since)
            for button in message.buttons
        )

    def told_deadlines_in_group(self) -> bool:
        """Return whether the bot has written in a group after /deadlines."""
        return any(
            message.sender is self.world.bot
            and any(before.text.startswith("/deadlines") for before in chat.messages[:place])
            for chat in self.world.chats.values()
            if chat.is_group
            for place, message in enumerate(chat.messages)
        )

    def reported(self, telegram_id: int, since: datetime, code: str | None = None) -> bool:
        """Return whether a report has been stored for a person's units since `since`; on any task if `code` is None."""
        if known_plan(self.bot.db) is None:
            return False
        person, today = who_is(self.bot.db, telegram_id, self._today()), self._today()
        theirs = assignments(self.bot.db, today, person.speaks_for if person else (), code)
        since = since.replace(microsecond=0)
        return any(each.last is not None and each.last.at >= since for each in theirs)

    def joined(self, telegram_id: int) -> bool:
        """Return whether a person has been admitted."""
        return who_is(self.bot.db, telegram_id, self._today()) is not None

    def _today(self) -> date:
        return day_of(self.bot.clock.now(), self.bot.db.zone)
