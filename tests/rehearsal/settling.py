"""The office goes through the deadlines that the plan doubts or has not printed, some on each of a few Mondays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.notices.texts.deadline_check import NEXT, PLACE, RIGHT
from handlers.notices.texts.office import SETTLE
from handlers.telegram import labels

if TYPE_CHECKING:
    from tests.rehearsal.phone import Phone
    from tests.rehearsal.play import Play

MONDAYS = (date(2019, 11, 4), date(2019, 11, 18), date(2019, 12, 2), date(2019, 12, 16))
MOST = 40
"""So many pages are looked at on one of them."""
WAY = SETTLE("zh", count=0).split("（", 1)[0]
HEAD = PLACE("zh", place=0, count=0).split("0", 1)[0]


async def settle_deadlines(play: Play, day: date) -> str:
    """Settle each by a press: one that the plan has is right, of one that it has not printed there is none. What needs
    something else, as a unit, is passed over."""
    phone, settled = play.office.chief.phone, {RIGHT("zh"): 0, labels.NO_DEADLINE("zh"): 0}
    await phone.presses(WAY)
    for _ in range(MOST):
        code, offered = _code(phone), phone.offers()
        way = next((each for each in settled if each in offered), NEXT("zh"))
        await phone.presses(way)
        if way in settled:
            settled[way] += 1
            play.city.truth.settle(code)
    right, none = settled.values()
    return f"{day}: the office finds {right} doubted deadlines right, and that {none} tasks without one have none"


def _code(phone: Phone) -> str:
    """The task that the page is about: its code stands first below the page's number."""
    message = phone.sees()
    lines = message.text.splitlines() if message is not None else []
    heads = [place for place, line in enumerate(lines) if line.startswith(HEAD)]
    return lines[heads[0] + 1].split(" ", 1)[0] if heads else ""
