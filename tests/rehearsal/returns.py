"""The monthly statistics return: set up by the office, filed by some units each month, sometimes corrected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.calendar import month_end
from tests.rehearsal.comparison import Difference, run
from tests.rehearsal.hearing import Reading
from tests.rehearsal.peers import Hearers, Term
from tests.rehearsal.people import Person

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

TITLE = "侵权假冒统计月报"
SHORT = {"立案件数": "立案", "案值": "案值", "移送公安件数": "移送"}
"""The indicators of the return, and their short names."""
SET_UP, FIRST_PERIOD = date(2019, 11, 27), date(2019, 11, 1)
ASKED_UNITS, FILE, NIL, SAME, SUBMIT, CORRECT = 8, "填报表", "零报", "一致", "提交", "更正"
WORKDAYS = 5
"""The number of working days after a month until its return is due."""
PATIENCE = timedelta(days=20)
"""How long after a month its return may be filed; after that it is never filed."""


@dataclass
class Returns:
    """Who has filed which figures for which month."""

    units: list[str] = field(default_factory=list)
    filed: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    """The words used, by unit and period."""

    async def set_up(self, play: Play, day: date) -> str:
        """Let the office set up a monthly return of three figures for some units, from November on."""
        chief = play.office.chief.phone
        self.units = [each.unit or "" for each in play.city.people if not each.english][:ASKED_UNITS]
        await chief.says("/returns")
        for words in ("新建报表", "每月", TITLE):
            await chief.presses(words)
        await chief.says("立案、案值、移送公安")
        await chief.presses("跳过")
        await chief.says("、".join(self.units))
        for words in ("11月", "第 5 个工作日", "确认建立"):
            await chief.presses(words)
        return f"{day}: a monthly return of {len(SHORT)} figures is set up for {len(self.units)} units"

    async def live(self, play: Play, person: Person, day: date) -> None:
        """Let a person file last month's return, sooner or later, and perhaps correct it afterwards."""
        period = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
        key = (person.unit or "", f"{period:%Y-%m}")
        if person.unit not in self.units or period < FIRST_PERIOD or day - month_end(period) > PATIENCE:
            return
        if key not in self.filed and person.luck.random() < 0.3:
            await self._file(play, person, period)
        elif (
            key in self.filed and self._waits_for_none(key[0]) and person.luck.random() < person.character.careless / 5
        ):
            await self._correct(play, person, period)

    def _waits_for_none(self, unit: str) -> bool:
        """Return whether a unit has filed all months from the first on; otherwise the form of an older month comes at
        once."""
        months = sorted(period for whose, period in self.filed if whose == unit)
        first, last = (date.fromisoformat(f"{months[place]}-01") for place in (0, -1))
        span = 12 * (last.year - FIRST_PERIOD.year) + last.month - FIRST_PERIOD.month + 1
        return first == FIRST_PERIOD and len(months) == span

    async def _file(self, play: Play, person: Person, period: date) -> None:
        """Fill in the form: with the reported figures, with others, or nil."""
        await self._open(person, FILE, period)
        own = play.city.truth.figures(period, month_end(period))
        values = {name: own.get((person.unit or "", name), 0.0) for name in SHORT}
        buttons = person.phone.offers()
        if any(each.startswith(SAME) for each in buttons):
            text = f"[{SAME}，{SUBMIT}]"
            await person.phone.presses(SAME)
            if SUBMIT in person.phone.offers():
                await person.phone.presses(SUBMIT)
        elif not any(values.values()) and NIL in buttons and person.luck.random() < 0.4:
            text = f"[{NIL}]"
            await person.phone.presses(NIL)
        else:
            text = await self._write(play, person, values := self._counted(person, values))
        self._note(play, person, period, values, text)

    async def _correct(self, play: Play, person: Person, period: date) -> None:
        """Correct one figure."""
        await self._open(person, CORRECT, period)
        values = dict(self.filed[person.unit or "", f"{period:%Y-%m}"])
        values["立案件数"] += person.luck.randint(1, 9)
        text = await self._write(play, person, values)
        self._note(play, person, period, values, text)

    async def _open(self, person: Person, words: str, period: date) -> None:
        """Ask for the returns; if only one waits, its form comes at once."""
        month = f"{period.year}年{period.month}月"
        news = await person.phone.says("统计报表")
        if not (news and news[-1].text.startswith(f"{TITLE} · {month}")):
            await person.phone.presses(f"{words} {TITLE} {month}")

    def _counted(self, person: Person, values: dict[str, float]) -> dict[str, float]:
        """Return the figures, or invented ones if all of them are zero."""
        if any(values.values()):
            return values
        return {
            "立案件数": float(person.luck.randint(4, 40)),
            "案值": 35.5,
            "移送公安件数": float(person.luck.randint(0, 3)),
        }

    async def _write(self, play: Play, person: Person, values: dict[str, float]) -> str:
        """Give all figures in one message, check the preview, and submit; return the message."""
        text = " ".join(f"{SHORT[name]}{value:g}" for name, value in values.items())
        news = await person.phone.says(text)
        shown = news[-1].text if news else ""
        right = all(f"· {name}：{value:,.10g} " in shown for name, value in values.items())
        play.hearing.note(play.city.today, person.unit, text, Reading.RIGHT if right else Reading.WRONG, shown)
        await person.phone.presses(SUBMIT)
        return text

    def _note(self, play: Play, person: Person, period: date, values: dict[str, float], text: str) -> None:
        screen = person.phone.sees()
        shown = screen.text if screen is not None else ""
        if "已提交" in shown:
            key = person.unit or "", f"{period:%Y-%m}"
            play.city.tally["returns corrected" if key in self.filed else "returns filed"] += 1
            self.filed[key], self.said[key] = values, text
        else:
            play.troubles.append(f"{play.city.today} {person.unit}: the return is not stored: {shown}")

    def terms(self, play: Play, units: Mapping[str, Hearers], day: date) -> Iterator[Term]:
        """Yield the returns that are asked for on a day, those of last month."""
        period = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
        if period < FIRST_PERIOD:
            return
        due = play.calendar.after(month_end(period), WORKDAYS)
        for person in play.city.people:
            unit = person.unit or ""
            if unit in self.units:
                heard = units[unit].of(over=(unit, f"{period:%Y-%m}") in self.filed)
                yield Term((TITLE, unit, str(due)), due, date.min, *heard, dated=False)

    def differences(self, play: Play, day: date) -> Iterator[Difference]:
        """Yield the differences from the returns that the command line prints."""
        if not self.units:
            return
        for told in json.loads(run(play, "returns", "--json")):
            for unit in told["units"]:
                key = unit["unit"], told["period"]
                wanted = self.filed.get(key, {})
                if {name: float(value) for name, value in unit["values"].items()} != wanted:
                    what = f"return of {unit['unit']} for {told['period']}"
                    yield Difference(day, what, str(wanted), str(unit["values"]), self.said.get(key, ""))
