from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data.calendar import Period
from data.errors import ForTheOffice, TextMissing
from data.errors.announcing import NoRecipients
from data.errors.numbers import IndicatorInUse, NoSuchIndicator
from data.errors.returns import ReturnKnown
from data.office.retention import enter_days
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.indicator_changes import retire_indicator
from data.returns.filings import file_return
from data.returns.left_out import ask_for_period, leave_period_out, periods_left_out, resume_return
from data.returns.returns import Return, create_return, end_return, live_returns, return_by_id
from data.returns.rounds import change_return, open_due_rounds, round_before, round_by_id, rounds
from data.returns.schedule import Schedule, period_code
from data.returns.unit_returns import rounds_under_way, unit_returns
from data.store import Database
from tests.data.conftest import CUSTOMS, MARKET, POLICE, ZONE, at, day, rows
from tests.data.returns.conftest import CASES, MONTHLY, MOVED, SET_UP, VALUE, asked, figures, of


def opened(db: Database, moment: str) -> list[tuple[str | None, date, date]]:
    open_due_rounds(db, at(moment))
    return [(each.period, each.opens_on, each.due) for each in reversed(rounds(db))]


def test_a_return_asks_for_what_was_set_up(db: Database, monthly: Return) -> None:
    assert (monthly.title, monthly.schedule, monthly.ended) == ("办案统计月报", MONTHLY, False)
    assert [each.name for each in monthly.indicators] == [CASES, MOVED, VALUE]
    assert [each.name for each in monthly.units] == [POLICE, MARKET, CUSTOMS]
    assert [(each.indicator, each.at_most) for each in monthly.limits] == [(MOVED, CASES)]
    assert live_returns(db) == [monthly]


def test_it_is_set_up_once_by_one_press(db: Database, office: Person, monthly: Return) -> None:
    assert create_return(db, Actor(office, SET_UP, ZONE, "set-up"), asked(db)) == monthly
    assert rows(db, "SELECT count(*) FROM audit WHERE action = 'set_up_return'") == [(1,)]


def test_a_round_opens_on_its_day_and_is_due_some_working_days_later(db: Database, monthly: Return) -> None:
    assert opened(db, "2019-11-30 23:59") == []
    november = ("2019-11", day("2019-12-01"), day("2019-12-05"))
    assert opened(db, "2019-12-01 00:00") == [november]
    assert opened(db, "2019-12-31 12:00") == [november]


def test_rounds_that_were_slept_through_are_opened_later_each_once(db: Database, monthly: Return) -> None:
    expected = [
        ("2019-11", day("2019-12-01"), day("2019-12-05")),
        ("2019-12", day("2020-01-01"), day("2020-01-07")),
        ("2020-01", day("2020-02-01"), day("2020-02-06")),
    ]
    assert opened(db, "2020-02-20 12:00") == expected
    assert opened(db, "2020-02-20 12:00") == expected
    assert len(unit_returns(db, day("2020-02-20"))) == 9


@pytest.mark.parametrize(
    ("every", "period", "opens"),
    [
        (Period.QUARTER, "2019-Q4", "2020-01-01"),
        (Period.HALF_YEAR, "2019-H2", "2020-01-01"),
        (Period.YEAR, "2019", "2020-01-01"),
    ],
)
def test_longer_periods(db: Database, office: Person, every: Period, period: str, opens: str) -> None:
    create_return(db, Actor(office, SET_UP, ZONE, "s"), asked(db, Schedule(every, day("2019-11-20"), 1, 5)))
    assert opened(db, "2020-01-02 08:00") == [(period, day(opens), day("2020-01-08"))]
    assert opened(db, "2020-03-31 08:00") == [(period, day(opens), day("2020-01-08"))]


def test_a_period_may_open_before_its_end(db: Database, office: Person) -> None:
    create_return(db, Actor(office, SET_UP, ZONE, "s"), asked(db, replace(MONTHLY, opens_after=-5)))
    assert opened(db, "2019-11-24 08:00") == []
    assert [each[0] for each in opened(db, "2019-11-25 08:00")] == ["2019-11"]


def test_what_is_asked_for_once_has_one_round(db: Database, office: Person) -> None:
    once = Schedule(None, day("2019-12-02"), due_on=day("2019-12-20"))
    create_return(db, Actor(office, SET_UP, ZONE, "s"), asked(db, once))
    assert opened(db, "2019-12-01 08:00") == []
    assert opened(db, "2020-05-01 08:00") == [(None, day("2019-12-02"), day("2019-12-20"))]
    assert opened(db, "2020-05-01 08:00") == [(None, day("2019-12-02"), day("2019-12-20"))]


def test_days_off_that_the_office_entered_put_the_due_day_off(db: Database, office: Person, monthly: Return) -> None:
    enter_days(db, Actor(office, SET_UP, ZONE, "s"), [day("2019-12-03")], False)
    assert opened(db, "2019-12-01 08:00") == [("2019-11", day("2019-12-01"), day("2019-12-06"))]


def test_what_is_ended_opens_no_rounds_until_it_is_taken_up_again(
    db: Database, office: Person, monthly: Return
) -> None:
    end_return(db, Actor(office, SET_UP, ZONE, "s"), monthly.id)
    end_return(db, Actor(office, SET_UP, ZONE, "s"), monthly.id)
    assert (opened(db, "2019-12-01 08:00"), live_returns(db)) == ([], [])
    resume_return(db, Actor(office, SET_UP, ZONE, "s"), monthly.id)
    assert [each[0] for each in opened(db, "2019-12-01 08:00")] == ["2019-11"]
    assert rows(db, "SELECT action FROM audit WHERE action LIKE '%_return' ORDER BY id") == [
        ("set_up_return",),
        ("end_return",),
        ("resume_return",),
    ]


def test_what_fell_due_while_it_was_ended_is_left_out_until_it_is_asked_for(
    db: Database, office: Person, monthly: Return
) -> None:
    assert [each[0] for each in opened(db, "2019-12-02 09:00")] == ["2019-11"]
    end_return(db, Actor(office, at("2019-12-03 09:00"), ZONE, "e"), monthly.id)
    later = Actor(office, at("2020-04-02 09:00"), ZONE, "r")
    resumed = resume_return(db, later, monthly.id)
    assert [each[0] for each in opened(db, "2020-04-02 09:00")] == ["2019-11", "2020-03"]
    out = periods_left_out(db, resumed)
    assert {period_code(span): reason for span, reason in out.items()} == {"2019-12": "", "2020-01": "", "2020-02": ""}
    ask_for_period(db, later, monthly.id, day("2020-01-01"))
    assert {each.period for each in rounds(db)} == {"2019-11", "2020-01", "2020-03"}
    assert [each[0] for each in opened(db, "2020-05-01 09:00")][-1] == "2020-04"


def test_a_period_asked_for_again_is_opened_though_a_later_one_is_open(
    db: Database, office: Person, monthly: Return
) -> None:
    first = monthly.schedule.first
    leave_period_out(db, Actor(office, SET_UP, ZONE, "s"), monthly.id, first, "首月不报")
    assert [each[0] for each in opened(db, "2020-01-02 09:00")] == ["2019-12"]
    ask_for_period(db, Actor(office, at("2020-01-03 09:00"), ZONE, "a"), monthly.id, first)
    assert [each.period for each in rounds(db)] == ["2019-12", "2019-11"]


def test_a_change_reaches_the_open_rounds(db: Database, office: Person, monthly: Return, november: int) -> None:
    wanted = replace(asked(db), title="办案月报", unit_ids=asked(db).unit_ids[:2])
    wanted = replace(wanted, schedule=replace(MONTHLY, due_workdays=6), indicators=(CASES,), limits=())
    change_return(db, Actor(office, at("2019-12-02 09:00"), ZONE, "c"), monthly.id, wanted)
    changed = round_by_id(db, november)
    assert (changed.title, changed.due, changed.opens_on) == ("办案月报", day("2019-12-09"), day("2019-12-01"))
    assert [each.unit.name for each in unit_returns(db, day("2019-12-02"))] == [POLICE, MARKET]
    assert [each.name for each in return_by_id(db, monthly.id).indicators] == [CASES]
    change_return(db, Actor(office, at("2019-12-02 09:00"), ZONE, "d"), monthly.id, asked(db))
    assert [each.unit.name for each in unit_returns(db, day("2019-12-02"))] == [POLICE, MARKET, CUSTOMS]


def test_who_has_filed_is_not_taken_out(db: Database, office: Person, police: Person, november: int) -> None:
    file_return(db, Actor(police, at("2019-12-02 10:00"), ZONE), of(db, POLICE).id, figures(), "f")
    wanted = replace(asked(db), unit_ids=asked(db).unit_ids[1:])
    change_return(db, Actor(office, at("2019-12-03 09:00"), ZONE, "c"), round_by_id(db, november).return_id, wanted)
    assert [each.unit.name for each in unit_returns(db, day("2019-12-03"))] == [POLICE, MARKET, CUSTOMS]


def test_a_change_of_the_period_begins_anew(db: Database, office: Person, monthly: Return, november: int) -> None:
    quarterly = Schedule(Period.QUARTER, day("2019-10-01"), 1, 5)
    change_return(db, Actor(office, at("2019-12-03 09:00"), ZONE, "c"), monthly.id, asked(db, quarterly))
    assert [each[0] for each in opened(db, "2020-04-01 08:00")] == ["2019-11", "2019-Q4", "2020-Q1"]


def test_the_round_of_the_period_before(db: Database, monthly: Return) -> None:
    opened(db, "2020-02-01 08:00")
    january, december, november = rounds(db)
    assert (round_before(db, january), round_before(db, november)) == (december, None)


def test_what_cannot_be_asked_for(db: Database, office: Person, police: Person, monthly: Return) -> None:
    new = asked(db, title="另一份报表")
    for wanted, refused in (
        (replace(new, title=" "), TextMissing),
        (replace(new, title="办案统计月报"), ReturnKnown),
        (replace(new, indicators=()), NoSuchIndicator),
        (replace(new, indicators=("开心指数",)), NoSuchIndicator),
        (replace(new, unit_ids=()), NoRecipients),
    ):
        with pytest.raises(refused):
            create_return(db, Actor(office, SET_UP, ZONE, "n"), wanted)
    with pytest.raises(ForTheOffice):
        create_return(db, Actor(police, SET_UP, ZONE, "n"), new)
    assert live_returns(db) == [monthly]


def test_an_indicator_that_a_return_asks_for_stays_in_use(db: Database, office: Person, monthly: Return) -> None:
    with pytest.raises(IndicatorInUse):
        retire_indicator(db, Actor(office, SET_UP, ZONE, "s"), MOVED)


def test_all_rounds_under_way_are_read_at_once(db: Database, monthly: Return, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_for: list[str] = []
    fetch_all = Database.fetch_all

    def counting(self: Database, sql: str, values: Any = ()) -> list[Any]:
        asked_for.append(sql)
        return fetch_all(self, sql, values)

    monkeypatch.setattr(Database, "fetch_all", counting)
    queries = []
    for moment, months in (("2019-12-02 09:00", 1), ("2020-12-02 09:00", 13)):
        open_due_rounds(db, at(moment))
        asked_for.clear()
        assert len(rounds_under_way(db, at(moment).date())) == months
        queries.append(len(asked_for))
    assert queries[0] == queries[1]
