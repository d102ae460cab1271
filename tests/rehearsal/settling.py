"""The office settles the deadlines that are doubtful or missing in the plan, some on each of a few Mondays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.notices.texts.deadline_check import PLACE, RIGHT
from handlers.notices.texts.office import SETTLE
from handlers.wording import labels

if TYPE_CHECKING:
    from tests.rehearsal.phone import Phone
    from tests.rehearsal.play import Play

MONDAYS = (date(2019, 11, 4), date(2019, 11, 18), date(2019, 12, 2), date(2019, 12, 16))
MOST = 40
"""The most pages handled on one of them."""
WAY = SETTLE("zh", count=0).split("（", 1)[0]
HEAD = PLACE("zh", place=0, count=0, unit="").split("0", 1)[0]


async def settle_deadlines(play: Play, day: date) -> str:
    """Settle each deadline with a press: one in the plan is right, a missing one means that there is none. Pages that
    need something else, such as a unit, are skipped."""
    phone, settled = play.office.chief.phone, {RIGHT("zh"): 0, labels.NO_DEADLINE("zh"): 0}
    await phone.presses(WAY)
    for _ in range(MOST):
        code, offered = _code(phone), phone.offers()
        way = next((each for each in settled if each in offered), labels.NEXT_ITEM("zh"))
        await phone.presses(way)
        if way in settled:
            settled[way] += 1
            play.city.truth.settle(code)
    right, none = settled.values()
    return f"{day}: the office finds {right} doubted deadlines right, and that {none} tasks without one have none"


def _code(phone: Phone) -> str:
    """Return the code of the task that the page is about."""
    message = phone.sees()
    lines = message.text.splitlines() if message is not None else []
    heads = [place for place, line in enumerate(lines) if line.startswith(HEAD)]
    return lines[heads[0] + 1].split(" ", 1)[0] if heads else ""
