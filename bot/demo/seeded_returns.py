"""Invented statistics returns of the demo, set up and filed through the bot's own use-cases. One is open."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.demo.cast import moment_in_demo, player_at, seeded_rows
from data.calendar import Period
from data.people.actor import Actor
from data.people.people import coordinators
from data.plan.indicators import indicators
from data.plan.units import find_unit
from data.returns.figures_written import figures_written
from data.returns.filings import file_return
from data.returns.returns import Limit, ReturnDefinition, create_return, return_by_id
from data.returns.rounds import freeze_round, open_due_rounds, rounds
from data.returns.schedule import Schedule
from data.returns.unit_returns import unit_returns
from data.store import Database
from data.times import day_of

CASES, MOVED, VALUE = "立案件数", "移送公安件数", "案值"
UNITS = ("市公安局", "市市场监管局", "市文化和旅游局", "市农业农村局", "武汉海关", "市税务局")
SET_UP = {
    "2019-10-28 09:00": ("办案统计月报", Schedule(Period.MONTH, date(2019, 10, 1), due_workdays=5)),
    "2019-11-18 09:00": ("双11网络市场专项统计", Schedule(None, date(2019, 11, 20), due_on=date(2019, 11, 29))),
}
FROZEN = {"2019-11-15 17:00": "2019-10"}
"""The periods that the office has frozen, by the moment."""


def seed_returns(db: Database, before: datetime) -> None:
    """Set up the returns, and enter the filings and freezes dated before `before`."""
    for text, (title, schedule) in SET_UP.items():
        if (at := moment_in_demo(text, db.zone)) < before:
            units = tuple(find_unit(db, name).id for name in UNITS)
            asked = ReturnDefinition(title, schedule, (CASES, MOVED, VALUE), units, (Limit(MOVED, CASES),))
            create_return(db, Actor(coordinators(db)[0], at, db.zone, f"demo:{title}"), asked)
    for number, (at, row) in enumerate(seeded_rows("filings.csv", db.zone)):
        if at < before:
            open_due_rounds(db, at)
            _file(db, at, row, f"demo:filing:{number}")
    for text, period in FROZEN.items():
        if (at := moment_in_demo(text, db.zone)) < before:
            [found] = [each for each in rounds(db) if each.period == period]
            freeze_round(db, Actor(coordinators(db)[0], at, db.zone, f"demo:{period}"), found.id)
    open_due_rounds(db, before)


def _file(db: Database, at: datetime, row: Mapping[str, str], source: str) -> None:
    person, wanted = player_at(db, int(row["who"]), at), (row["title"], row["period"] or None)
    known = unit_returns(db, day_of(at, db.zone), unit_ids=person.speaks_for)
    found = next(each for each in known if (each.round.title, each.round.period) == wanted)
    asked = return_by_id(db, found.round.return_id).indicators
    written = figures_written(row["figures"], asked, indicators(db), [each.name for each in asked])
    last = found.last.id if found.last else None
    file_return(db, Actor(person, at, db.zone), found.id, written.figures, source, seen=last, nil=written.nil)
