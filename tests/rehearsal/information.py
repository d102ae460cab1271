"""Work information: units send pieces now and then, and the office takes them into a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tests.rehearsal.comparison import Difference
from tests.rehearsal.people import Person

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

BEGINS, FRIDAY = date(2019, 12, 2), 4
HOW_OFTEN = 0.01
"""The probability that a person, unless deaf to reminders, sends a piece on a day."""
TITLES = ("打假专项行动取得成效", "开展进校园宣传活动", "联合执法查获一批假冒商品", "召开工作推进会")
TOLD = """
SELECT units.name, count(*), sum(verdict IS 'taken') FROM information JOIN units ON units.id = unit_id
WHERE withdrawn_at IS NULL GROUP BY 1
"""


@dataclass
class Information:
    """How many pieces each unit has sent, and how many were taken; `waiting` lists the units of those not decided
    on."""

    sent: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    waiting: list[str] = field(default_factory=list)

    async def live(self, play: Play, person: Person, day: date) -> None:
        """Let a person send a piece, with a small probability."""
        if day < BEGINS or person.english or person.character.deaf or person.luck.random() >= HOW_OFTEN:
            return
        phone, unit = person.phone, person.unit or ""
        title = f"{unit}{person.luck.choice(TITLES)}"
        await phone.says("报一条工作信息")
        await phone.says(title)
        await phone.says(f"近日，{unit}按照工作部署开展行动，进一步规范了市场秩序。下一步将继续加大力度。")
        for words in ("下一步", "跳过", "提交"):
            await phone.presses(words)
        screen = phone.sees()
        if screen is not None and "已提交" in screen.text:
            self.sent[unit] += 1
            self.waiting.append(unit)

    async def decide(self, play: Play, day: date) -> None:
        """On Fridays, let the office take what has come into the week's brief."""
        phone = play.office.chief.phone
        while day.weekday() == FRIDAY and self.waiting:
            await phone.says("/info")
            await phone.presses("1 ")
            screen = phone.sees()
            unit = next(each for each in self.waiting if screen is not None and each in screen.text)
            await phone.presses("采用")
            await phone.presses("本周")
            self.waiting.remove(unit)
            self.taken[unit] += 1

    def differences(self, play: Play, day: date) -> Iterator[Difference]:
        """Yield the differences from the pieces sent and taken in the database."""
        found = {str(unit): (sent, taken) for unit, sent, taken in play.city.asked(TOLD)}
        for unit in sorted(self.sent.keys() | found.keys()):
            wanted = (self.sent[unit], self.taken[unit])
            if found.get(unit, (0, 0)) != wanted:
                yield Difference(day, f"work information of {unit}", str(wanted), str(found.get(unit)))
