"""Totals of the units' reports in a period, which are shown beside the return and never enter it."""

import random
from datetime import timedelta

from data.people.people import Person
from data.returns.return_table import reported_in_round
from data.returns.returns import Return
from data.returns.rounds import round_by_id
from data.store import Database
from data.times import stored
from tests.data.conftest import CUSTOMS, MARKET, POLICE, assignment, at
from tests.data.returns.conftest import CASES, VALUE
from tests.data.returns.told import Told, tell


def unit_id(db: Database, unit: str) -> int:
    return assignment(db, "1-1", unit=unit).unit_id or 0


def test_reports_of_the_month_only(db: Database, police: Person, november: int) -> None:
    tell(db, POLICE, at("2019-10-31 23:59"), {CASES: 100})
    tell(db, POLICE, at("2019-11-01 00:00"), {CASES: 3, VALUE: 1.5})
    tell(db, POLICE, at("2019-11-30 23:59"), {CASES: 4})
    tell(db, POLICE, at("2019-12-01 00:00"), {CASES: 1000})
    found = reported_in_round(db, round_by_id(db, november))
    assert found == {unit_id(db, POLICE): {CASES: 7, VALUE: 1.5}}


def test_a_report_that_was_corrected_later_is_of_the_day_it_was_given_on(
    db: Database, police: Person, november: int
) -> None:
    first = tell(db, POLICE, at("2019-11-20 10:00"), {CASES: 3})
    tell(db, POLICE, at("2019-12-02 10:00"), {CASES: 5}, replaces=first)
    assert reported_in_round(db, round_by_id(db, november)) == {unit_id(db, POLICE): {CASES: 5}}


def test_figures_agree_with_an_independent_count(db: Database, monthly: Return, november: int) -> None:
    """Random reports, corrections, withdrawals and returned reports, counted a second time in plain Python."""
    chance = random.Random(16)
    told: list[Told] = []
    for number in range(120):
        unit = chance.choice([POLICE, MARKET, CUSTOMS])
        moment = at("2019-10-20 08:00") + timedelta(hours=13 * number, minutes=chance.randrange(60))
        figures = {name: float(chance.randrange(20)) for name in (CASES, VALUE) if chance.random() < 0.7}
        counting = [each for each in told if each.counts and each.unit == unit]
        before = chance.choice(counting) if counting and chance.random() < 0.3 else None
        told.append(tell(db, unit, moment, figures, before))
        if chance.random() < 0.15:
            told[-1].counts = False
            given = {"verdict": "returned", "reason": "再核", "at": stored(moment)}
            db.insert("reviews", report_id=told[-1].id, **given)
        elif chance.random() < 0.15:
            told[-1].counts = False
            db.change("UPDATE reports SET withdrawn_at = ? WHERE id = ?", [stored(moment), told[-1].id])
            if before:
                before.counts = True
    expected: dict[int, dict[str, float]] = {}
    for each in told:
        if each.counts and (each.first_given.year, each.first_given.month) == (2019, 11):
            sums = expected.setdefault(unit_id(db, each.unit), {})
            for name, value in each.figures.items():
                sums[name] = sums.get(name, 0.0) + value
    assert reported_in_round(db, round_by_id(db, november)) == {id_: sums for id_, sums in expected.items() if sums}
