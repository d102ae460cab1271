"""Buttons of an old town, each pressed as if it were the first."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.emulator.records import Json, Message
from data.store.unchanged import forget_cached
from tests.fixtures import OldButton
from tests.journeys.old_town import OldTown

OUT_OF_DATE = ("过时", "out of date")
TABLES = ("reports", "reviews", "extensions", "memberships", "settings", "indicators", "invites", "group_chats")
KEPT = {
    **{name: f"SELECT * FROM {name}" for name in TABLES},
    "people": "SELECT id, telegram_id, name FROM people",
}


@dataclass(frozen=True)
class Outcome:
    """The result of a press: all that was said, the part of it in the button's chat, and which stored things have
    changed."""

    said: str
    said_there: str
    changed: frozenset[str]

    @property
    def out_of_date(self) -> bool:
        return any(words in self.said for words in OUT_OF_DATE)


class Rehearsal:
    """An old town in which any number of buttons can be pressed, each as if it were the first."""

    def __init__(self, town: OldTown) -> None:
        self.town = town
        self._begin()
        self._kept = self._rows()
        self._said: list[tuple[int, str]] = []
        town.world.on_change(self._hear)

    @classmethod
    async def of(cls, town: OldTown) -> "Rehearsal":
        """Return a rehearsal in an old town after all waiting messages have been sent."""
        await town.settle()
        await town.app.ticker.tick()
        return cls(town)

    async def press(self, button: OldButton) -> Outcome:
        """Press a button, and undo in the database what it has done."""
        self.town.clock.moment += timedelta(seconds=1)
        self.town.world.press(button.presser, button.chat, button.message, button.data, forged=True)
        await self.town.settle()
        rows = self._rows()
        said, there = "\n".join(text for _, text in self._said), self.said_to(button.chat)
        self.start_over()
        return Outcome(said, there, frozenset(name for name in KEPT if rows[name] != self._kept[name]))

    def _rows(self) -> dict[str, list[dict[str, object]]]:
        return {name: self.town.rows(sql) for name, sql in KEPT.items()}

    def said_to(self, chat: int) -> str:
        """Return what has been said in a chat since the last reset."""
        return "\n".join(text for where, text in self._said if where == chat)

    def start_over(self) -> None:
        """Reset everything."""
        self._said.clear()
        self.town.db.conn.rollback()
        forget_cached(self.town.db)
        self._begin()
        self.town.clock.moment = self.town.left.moment

    def _begin(self) -> None:
        """Begin a transaction that will contain all the bot's writes."""
        self.town.db.conn.execute("BEGIN IMMEDIATE")

    def _hear(self, event: Json) -> None:
        match event:
            case {"message": Message(chat_id=chat, text=text)}:
                self._said.append((chat, text))
            case {"event": "toast", "user_id": int(chat), "text": str(text)}:
                self._said.append((chat, text))


def kind(data: str) -> str:
    """Return what a button does, without the ids."""
    return re.sub(r"[\w-]{43}|\d+", "#", data)
