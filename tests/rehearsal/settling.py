"""The office goes through the deadlines that the plan itself doubts, some on each of a few Mondays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.notices.texts.deadline_check import NEXT, PLACE, RIGHT
from handlers.notices.texts.office import SETTLE

if TYPE_CHECKING:
    from tests.rehearsal.phone import Phone
    from tests.rehearsal.play import Play

MONDAYS = (date(2019, 11, 4), date(2019, 11, 18), date(2019, 12, 2), date(2019, 12, 16))
MOST = 20
"""So many pages are looked at on one of them."""
WAY = SETTLE("zh", count=0).split("（", 1)[0]
HEAD = PLACE("zh", place=0, count=0).split("0", 1)[0]


async def settle_deadlines(play: Play, day: date) -> str:
    """Find some right by a press each, and pass over what has no day to be found right."""
    phone, codes = play.office.chief.phone, list[str]()
    await phone.presses(WAY)
    for _ in range(MOST):
        code = _code(phone)
        doubted = [each for each in play.city.truth.duties if each.code == code and each.doubtful]
        if doubted and RIGHT("zh") in phone.offers():
            await phone.presses(RIGHT("zh"))
            codes.append(code)
            for duty in doubted:
                duty.doubtful = False
        else:
            await phone.presses(NEXT("zh"))
    return f"{day}: the office finds {len(codes)} deadlines right that the plan doubts"


def _code(phone: Phone) -> str:
    """The task that the page is about: its code stands first below the page's number."""
    message = phone.sees()
    lines = message.text.splitlines() if message is not None else []
    heads = [place for place, line in enumerate(lines) if line.startswith(HEAD)]
    return lines[heads[0] + 1].split(" ", 1)[0] if heads else ""
