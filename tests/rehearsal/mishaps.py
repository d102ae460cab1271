"""Mishaps: the bot is killed, Telegram is down, the disk takes nothing, people are away, replaced or without a
phone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.times import HOLD
from tests.rehearsal.characters import ON_LEAVE, PHONE_LOST, REPLACED
from tests.rehearsal.city import morning
from tests.rehearsal.events import Happening, WentWrong
from tests.rehearsal.people import Person

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

NEWCOMER = 2301
"""The id of the person who replaces another."""
DOWN = date(2020, 1, 6)
"""The morning on which Telegram is down."""
KILLED_EVERY = 30
"""In working days: how often the bot is killed while somebody uses it."""
LINK = "?start="


async def telegram_is_down(play: Play, day: date) -> str:
    """Let Telegram be unreachable for an hour, beginning before nine."""
    city = play.city
    await city.server.stop()
    for moment in (morning(day) - timedelta(minutes=10), morning(day), morning(day) + timedelta(minutes=50)):
        city.move_to(moment)
        await asyncio.sleep(0.5)
    await city.server.start()
    for _ in range(2):
        await city.quiet()
        city.move_to(city.now() + HOLD + timedelta(minutes=1))
    await city.planned()
    await city.quiet()
    return f"{day}: Telegram is down from 8:50 to 9:50"


async def disk_takes_nothing(play: Play, day: date) -> str:
    """Let the disk be full for a while or, if it is not a file system of its own, let every write of the bot fail;
    messages written meanwhile are answered afterwards."""
    machine, person = play.city.machine, play.city.people[0]
    if play.city.can_be_full:
        machine.fill_disk()
    else:
        machine.refuse_writes()
    asked = asyncio.create_task(person.phone.says("我的任务"))
    await asyncio.sleep(1)
    machine.mend_disk()
    await asked
    how = "is full" if play.city.can_be_full else "takes nothing"
    return f"{day}: the disk {how} for a while"


async def goes_on_leave(play: Play, day: date) -> str:
    """Let a person be away for three weeks without doing anything."""
    person = _person_of_kind(play, ON_LEAVE)
    person.away = day, day + timedelta(days=20)
    return f"{day}: {person.name} of {person.unit} is away for three weeks"


async def is_replaced(play: Play, day: date) -> str:
    """Let a new person join by a link of the office, and the former one be removed."""
    person, chief = _person_of_kind(play, REPLACED), play.office.chief
    news = await chief.phone.says(f"/invite {person.unit}")
    link = next((each.text for each in news if LINK in each.text), "")
    if not link:
        raise WentWrong(f"no link in {[each.text for each in news]}")
    old, token = person.name, link.split(LINK, 1)[1].split()[0]
    person.former.append(person.phone.owner)
    person.phone, person.name = play.city.new_phone(NEWCOMER, "欧阳科长", person.english), "欧阳科长"
    await person.phone.starts(token)
    await chief.phone.says(f"移除{old}")
    await chief.phone.presses("移除")
    person.to_do.clear()
    return f"{day}: {old} of {person.unit} is replaced by {person.name}"


async def loses_phone(play: Play, day: date) -> str:
    """Let a person be unreachable on Telegram."""
    person = _person_of_kind(play, PHONE_LOST)
    person.lost = True
    play.city.world.block(person.phone.owner)
    await play.city.answered()
    return f"{day}: {person.name} of {person.unit} has lost the phone"


async def finds_phone(play: Play, day: date) -> str:
    """Let that person be reachable again."""
    person = _person_of_kind(play, PHONE_LOST)
    person.lost = False
    await person.phone.starts()
    return f"{day}: {person.name} of {person.unit} is back"


MISHAPS: Mapping[date, Happening] = {
    date(2019, 12, 9): disk_takes_nothing,
    date(2020, 4, 20): is_replaced,
    date(2020, 5, 11): goes_on_leave,
    date(2020, 7, 6): loses_phone,
    date(2020, 7, 27): finds_phone,
}


def _person_of_kind(play: Play, character: object) -> Person:
    return next(each for each in play.city.people if each.character is character)
