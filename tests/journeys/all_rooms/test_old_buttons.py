"""Buttons that earlier releases have left in chats, pressed after the update: each does what it says, or is answered as
out of date."""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.emulator.records import Json, Message
from data.store.unchanged import forget_cached
from tests.fixtures import EARLY, LATEST, RELEASES, OldButton, old_buttons
from tests.journeys.all_rooms.test_carried_over import finishes
from tests.journeys.old_town import OldTown
from tests.journeys.paper import question_in

OUT_OF_DATE = ("过时", "out of date")
IN_A_DIALOG = ("answer:", "bundle:", "draft:", "extension:", "said:")
"""Buttons of a question; all others work for as long as what they are about exists."""
TABLES = ("reports", "reviews", "extensions", "memberships", "settings", "indicators", "invites", "group_chats")
KEPT = {
    **{name: f"SELECT * FROM {name}" for name in TABLES},
    "people": "SELECT id, telegram_id, name FROM people",
}
CHANGES = {
    r"answer:\d+:preview:(submit|anyway)": "reports",
    r"bundle:(all|one|anyway|undo):.*": "reports",
    r"withdraw:.*|unchanged:(all|asked|undo|\d+):.*": "reports",
    r"group:(weekly|day_before|overdue|en|unbind):.*": "group_chats",
    r"review:(accept|send):.*": "reviews",
    r"decide:(grant|set|send):.*": "extensions",
    r"extension:(submit|withdraw):.*": "extensions",
    r"deputy:(alone|both|end):.*": "memberships",
    r"deputy:(open|until):.*|invite:.*": "invites",
    r"join:.*": "memberships invites",
    r"forget:yes": "people memberships invites reports extensions",
    r"people:consent:.*": "settings",
    r"dialog:\d+:until:.*": "invites",
    r"setting:review:.*|act:undo:.*": "settings",
    r"indicator:(sum|latest|retire):.*": "indicators",
}
"""The tables that a button may change; one that is not listed only shows something, or continues a dialog."""


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


def may_change(data: str) -> set[str]:
    """Return what a button may change according to its data."""
    return {name for pattern, names in CHANGES.items() if re.fullmatch(pattern, data) for name in names.split()}


def fault(button: OldButton, outcome: Outcome) -> str:
    """Return what is wrong with the result of a press; empty if nothing is."""
    if outcome.changed - may_change(button.data):
        return f"changes {sorted(outcome.changed)}"
    if outcome.out_of_date:
        return "" if button.data.startswith(IN_A_DIALOG) or not button.shows else "is out of date"
    if outcome.said and button.shows not in outcome.said:
        return f"says {outcome.said!r} and not {button.shows!r}"
    return ""


@pytest.mark.parametrize("release", RELEASES)
async def test_an_old_button_does_what_it_says_or_is_answered_as_out_of_date(tmp_path: Path, release: str) -> None:
    town = OldTown(tmp_path, release)
    await town.open()
    rehearsal = await Rehearsal.of(town)
    faults = {}
    for button in old_buttons():
        if button.release == release and (what := fault(button, await rehearsal.press(button))):
            faults[f"{button.words} ({button.data})"] = what
    await town.close()
    assert faults == {}


@pytest.mark.parametrize("release", EARLY)
async def test_an_old_button_does_nothing_to_what_was_begun_since(tmp_path: Path, release: str) -> None:
    town = OldTown(tmp_path, release)
    await town.open()
    await town.settle()
    for name in ("乔科长", "南科长", "东方科长"):
        who, old = town[name], [each.callback_data for message in town[name].messages() for each in message.buttons]
        await who.says("继续填报")
        await finishes(who)
        await who.begins("3-2", "进行中")
        for data in filter(None, old):
            if data.startswith(("answer:", "bundle:")):
                town.clock.moment += timedelta(seconds=1)
                await who.forges(data)
        assert question_in(await who.says("继续填报")) == "进度", name
        assert "填报 3-2" in who.sees(), name
    await town.close()


def test_the_newest_fixture_has_a_button_of_every_kind() -> None:
    assert len({kind(each.data) for each in old_buttons() if each.release == LATEST}) > 160


def kind(data: str) -> str:
    """Return what a button does, without the ids."""
    return re.sub(r"[\w-]{43}|\d+", "#", data)
