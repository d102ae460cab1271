"""Fuzzing of the bot with updates as Telegram might send them: each must be handled, admit nobody, and delay nobody
else."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from traceback import extract_tb
from typing import Any

import click
from telegram import CallbackQuery, ChatMemberUpdated, Message
from telegram.constants import ChatID
from telegram.error import TelegramError

import data
from data.people.people import Role
from tests.fuzz.pieces import pieces
from tests.fuzz.shapes import Shapes
from tests.journeys.actions import commands, presses
from tests.journeys.busy_day import Shown, live_a_busy_day, shown_in
from tests.journeys.town import GROUP, Resident, Town

LIN, CHEN, WITNESS, STRANGER = 1002, 1001, 1003, 1099
FOREIGN, SUPERGROUP, CHANNEL = -4999, -1_000_000_004_999, -1_000_000_005_001
NOBODY = (ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL)
PEOPLE = (LIN, LIN, CHEN, STRANGER, *NOBODY, 10**15)
BATCH = 60
PATIENCE = 30.0
"""Seconds after which a batch counts as hanging."""
ODD = (0.0, 0.0, 0.03, 0.2)
"""The probabilities that a value is wrong. With 0, nothing may fail."""
HOUSE = Path(data.__file__).parents[1]
NUMBERS = ("0", "1", "2", "7", "00000000", "20191399", "99999999", "20191125", "9" * 18, "1" * 20, "-1", "٣", "", "x")
"""Replacements for numbers in a button's data."""
NO_BUTTONS = ("", ":", "x" * 70, "list:all:٣", "\0", "card:1\n", "card:\ud83d", "前:1")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Data of pressed buttons: as shown, in a known shape with other numbers, or unknown."""

    chance: Random
    shown: tuple[str, ...]

    def pressed(self) -> str:
        """Return the data of one press."""
        data = self.chance.choice(self.chance.choice((self.shown, self.shown, _shapes(), NO_BUTTONS)))
        return data if self.chance.random() < 0.5 else ":".join(map(self._changed, data.split(":")))

    def _changed(self, part: str) -> str:
        """Return a part of the data, often with another number if it ends in one."""
        word = part.rstrip("0123456789")
        return word + self.chance.choice(NUMBERS) if word != part and self.chance.random() < 0.6 else part


def fuzz_updates(chance: Random, seconds: float) -> int:
    """Feed batches of updates to a town for `seconds`; return how many went wrong."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_fuzz(Path(folder), chance, seconds))


async def _fuzz(folder: Path, chance: Random, seconds: float) -> int:
    town, problems, batches = Town(folder), list[str](), 0
    await town.open()
    witness, shown = await _fill_town(town)
    known, end = _known(town), monotonic() + seconds
    while monotonic() < end:
        odd = ODD[batches % len(ODD)]
        buttons = Buttons(chance, tuple(shown))
        found = await _problems_of(town, witness, [_update(chance, odd, buttons) for _ in range(BATCH)], odd)
        found += ["somebody was let in"] if _known(town) - known else []
        problems += [f"batch {batches}: {each}" for each in found]
        batches += 1
    rows = town.rows("SELECT problem FROM inbox WHERE problem IS NOT NULL")
    for problem in problems:
        click.echo(problem)
    click.echo(f"{batches * BATCH} updates; unreadable {dict(Counter(row['problem'] for row in rows)) or 'none'}")
    with suppress(AssertionError):
        await town.close()
    return len(problems)


async def _fill_town(town: Town) -> tuple[Resident, Shown]:
    """Fill a town with an office and a liaison who have used everything, a bound group, a stranger, and a bystander.
    Return the bystander and the data of all buttons shown."""
    chen = town.member(CHEN, "陈主任", None, Role.COORDINATOR)
    lin = town.member(LIN, "林警官", "市公安局", Role.LIAISON)
    town.newcomer(STRANGER, "路人")
    shown = shown_in(town, (CHEN, LIN, GROUP))
    await live_a_busy_day(town, lin, chen)
    return town.member(WITNESS, "周科长", "市市场监管局", Role.LIAISON), shown


def _known(town: Town) -> set[int]:
    return {row["telegram_id"] for row in town.rows("SELECT telegram_id FROM people")}


async def _problems_of(town: Town, witness: Resident, sent: list[tuple[str, Json]], odd: float) -> list[str]:
    """Feed updates to the town and return what went wrong."""
    town.clock.moment += timedelta(minutes=2)
    town.failures.clear()
    before = len(witness.heard())
    for kind, content in sent:
        town.world.updates.push(kind, content)
    town.world.say(witness.id, "/help")
    problems = [] if await _is_done(town) else ["not all is done with"]
    if len(witness.heard()) == before:
        problems.append("somebody else got no answer")
    failures = [each for each in town.failures if not isinstance(each, TelegramError)]
    return problems + [f"failed: {_with_places(each)}" for each in failures if not odd]


def _with_places(failure: BaseException) -> str:
    """Return a failure and the last places in the project's code that led to it."""
    ours = [each for each in extract_tb(failure.__traceback__) if each.filename.startswith(str(HOUSE))]
    return f"{failure!r} in {', '.join(f'{Path(each.filename).name}:{each.lineno}' for each in ours[-4:])}"


async def _is_done(town: Town) -> bool:
    """Return whether everything received is handled in time."""
    end = monotonic() + PATIENCE
    while town.world.updates.pending or town.rows("SELECT 1 FROM inbox WHERE done_at IS NULL"):
        if monotonic() > end:
            return False
        await asyncio.sleep(0.02)
    return True


def _update(chance: Random, odd: float, buttons: Buttons) -> tuple[str, Json]:
    """Return a random update of a kind that the bot asks for."""
    shapes, who = Shapes(chance, odd), chance.choice(PEOPLE)
    person = {"id": who, "is_bot": chance.random() < 0.05, "first_name": chance.choice(("林", "<b>", "\u202e"))}
    chat = _chat(chance, who)
    match chance.choice(("message", "message", "edited_message", "callback_query", "callback_query", "my_chat_member")):
        case "callback_query":
            on = shapes.make(Message, 1, message_id=chance.randint(1, 40), date=1_574_641_800, chat=chat)
            return "callback_query", shapes.make(CallbackQuery, 2, from_user=person, message=on, data=buttons.pressed())
        case "my_chat_member":
            return "my_chat_member", shapes.make(ChatMemberUpdated, from_user=person, chat=chat)
        case kind:
            where = chance.choice(("text", "text", "text", "caption"))
            said: Json = {where: _words(chance)} if chance.random() < 0.8 else {}
            message = shapes.make(Message, message_id=chance.randint(1, 2**31), chat=chat, from_user=person, **said)
            return kind, _mostly_from_people(chance, message)


def _mostly_from_people(chance: Random, message: Json) -> Json:
    """Remove, from most messages, the fields that say they are not simply their author's."""
    if chance.random() < 0.7:
        for name in ("sender_chat", "migrate_to_chat_id", "migrate_from_chat_id", "sender_business_bot"):
            message.pop(name, None)
    return message


def _chat(chance: Random, who: int) -> Json:
    private = {"id": who, "type": "private", "first_name": "林"}
    others = (
        {"id": GROUP, "type": "group", "title": "联络员群"},
        {"id": FOREIGN, "type": "group", "title": "别的群"},
        {"id": SUPERGROUP, "type": "supergroup", "title": "别的群", "is_forum": True},
        {"id": CHANNEL, "type": "channel", "title": "频道"},
    )
    return private if chance.random() < 0.6 else chance.choice(others)


def _words(chance: Random) -> str:
    """Return a command, a piece of a sentence, or anything."""
    texts = (*commands("市公安局"), *("\ud83d", "好\udc00", "/start x", "@liaison_test_bot 逾期的", "1-2 80%", "\0"))
    return chance.choice(texts) if chance.random() < 0.6 else chance.choice(pieces()) * chance.choice((1, 1, 1, 300))


@cache
def _shapes() -> tuple[str, ...]:
    """Return every shape of every button's data, with a few ids."""
    return tuple(data for _, data in presses((1, 2, 999_999_999)))
