"""Random filings, corrections, returned filings and freezes beside random reports, counted a second time in plain
Python."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.workdays import workdays
from data.reporting.totals import totals
from data.returns.filings import file_return, give_back
from data.returns.return_table import return_table
from data.returns.returns import Return
from data.returns.rounds import freeze_round, open_due_rounds, rounds
from data.returns.unit_returns import ReturnState, completeness, unit_returns
from data.store import Database
from tests.data.conftest import CUSTOMS, MARKET, POLICE, ZONE, at, day, let_in
from tests.data.returns.conftest import CASES, MOVED, VALUE
from tests.data.returns.told import tell

NAMES, UNITS = (CASES, MOVED, VALUE), (POLICE, MARKET, CUSTOMS)


@dataclass
class Slot:
    """What the independent count knows about a unit and a month."""

    filed: list[dict[str, float]] = field(default_factory=list)
    first_on: date | None = None
    counts: bool = False
    kept: int = 0
    frozen: dict[str, float] | None = None

    @property
    def state(self) -> ReturnState:
        if self.counts:
            return ReturnState.CORRECTED if self.kept > 1 else ReturnState.FILED
        return ReturnState.RETURNED if self.filed else ReturnState.MISSING

    @property
    def now(self) -> dict[str, float]:
        return self.filed[-1] if self.counts else {}


@pytest.mark.parametrize("seed", range(6))
def test_returns_reports_and_the_summary_agree_with_an_independent_count(
    db: Database, office: Person, police: Person, market: Person, monthly: Return, seed: int
) -> None:
    chance = random.Random(seed)
    people = {POLICE: police, MARKET: market, CUSTOMS: let_in(db, 1007, "孙关员", Role.LIAISON, CUSTOMS)}
    slots: dict[tuple[str, str], Slot] = {}
    frozen: set[str] = set()
    reported = 0.0
    for number in range(120):
        now = at("2019-12-01 08:00") + timedelta(hours=17 * number)
        open_due_rounds(db, now)
        if chance.random() < 0.3:
            cases = float(chance.randrange(9))
            tell(db, chance.choice(UNITS), now, {CASES: cases})
            reported += cases
            continue
        found = chance.choice(unit_returns(db, now.date()))
        slot = slots.setdefault((found.unit.name, found.round.period or ""), Slot())
        deed = chance.random()
        if deed < 0.7:
            values = {name: float(chance.randrange(30)) for name in NAMES}
            if slot.counts and values == slot.now:
                continue
            last = found.last.id if found.last else None
            source = f"filing:{number}"
            file_return(
                db, Actor(people[found.unit.name], now, ZONE), found.id, values, source, seen=last, reason="漏计"
            )
            slot.filed.append(values)
            slot.kept += 1
            slot.counts, slot.first_on = True, slot.first_on or now.date()
        elif deed < 0.85 and slot.counts:
            give_back(db, Actor(office, now, ZONE, "g"), found.id, f"再核 {number}")
            slot.counts, slot.kept = False, slot.kept - 1
        elif deed >= 0.95 and found.round.period not in frozen:
            freeze_round(db, Actor(office, now, ZONE, "z"), found.round.id)
            frozen.add(found.round.period or "")
            for unit in UNITS:
                mine = slots.setdefault((unit, found.round.period or ""), Slot())
                mine.frozen = dict(mine.now)
    today = (at("2019-12-01 08:00") + timedelta(hours=17 * 120)).date()
    _compare_returns(db, slots, frozen, today)
    assert {each.indicator: each.total for each in totals(db, today)}[CASES] == reported


def _compare_returns(db: Database, slots: dict[tuple[str, str], Slot], frozen: set[str], today: date) -> None:
    assert len(rounds(db)) == 3
    for each in rounds(db):
        period = each.period or ""
        mine = {unit: slots.get((unit, period), Slot()) for unit in UNITS}
        table, complete = return_table(db, each.id, today), completeness(db, each.id, today)
        standing = {unit: (slot.frozen or {}) if period in frozen else slot.now for unit, slot in mine.items()}
        assert {found.unit.name: dict(found.values) for found in table.units} == standing
        assert table.totals == {name: sum(values.get(name, 0.0) for values in standing.values()) for name in NAMES}
        assert {found.unit.name: found.state for found in table.units} == {u: s.state for u, s in mine.items()}
        assert {found.unit.name for found in complete.filed} == {unit for unit, slot in mine.items() if slot.counts}
        due = workdays(db).after(each.span.last if each.span else day("2019-12-05"), 4)
        late = {unit for unit, slot in mine.items() if (slot.first_on or today) > due}
        assert {found.unit.name for found in complete.units if found.late} == late
