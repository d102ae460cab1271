"""Invented statistics returns of the demo, set up and filed through the bot's own use-cases. One is open."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.demo.cast import moment_in_demo, player_at
from data.calendar import Period
from data.people.actor import Actor
from data.people.people import coordinators
from data.plan.indicators import indicators
from data.plan.units import find_unit
from data.returns.figures_written import figures_written
from data.returns.filings import file_return
from data.returns.returns import Limit, ReturnDefinition, create_return, find_return
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


@dataclass(frozen=True, slots=True)
class SeededFiling:
    """A line of filings.csv: who filed which figures for which return, and when."""

    at: datetime
    telegram_id: int
    title: str
    period: str | None
    figures: str


def seed_returns(db: Database, before: datetime) -> None:
    """Set up the returns, and enter the filings and freezes dated before `before`."""
    for text, (title, schedule) in SET_UP.items():
        if (at := moment_in_demo(text, db.zone)) < before:
            units = tuple(find_unit(db, name).id for name in UNITS)
            asked = ReturnDefinition(title, schedule, (CASES, MOVED, VALUE), units, (Limit(MOVED, CASES),))
            create_return(db, Actor(coordinators(db)[0], at, db.zone, f"demo:{title}"), asked)
    for number, filed in enumerate(shipped_filings(db.zone)):
        if filed.at < before:
            open_due_rounds(db, filed.at)
            _file(db, filed, number)
    for text, period in FROZEN.items():
        if (at := moment_in_demo(text, db.zone)) < before:
            [found] = [each for each in rounds(db) if each.period == period]
            freeze_round(db, Actor(coordinators(db)[0], at, db.zone, f"demo:{period}"), found.id)
    open_due_rounds(db, before)


def shipped_filings(zone: ZoneInfo) -> Iterator[SeededFiling]:
    """Yield the lines of filings.csv, in order of time."""
    text = files("bot.demo").joinpath("filings.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        at = moment_in_demo(row["at"], zone)
        yield SeededFiling(at, int(row["who"]), row["title"], row["period"] or None, row["figures"])


def _file(db: Database, filed: SeededFiling, number: int) -> None:
    person = player_at(db, filed.telegram_id, filed.at)
    known = unit_returns(db, day_of(filed.at, db.zone), unit_ids=person.speaks_for)
    found = next(each for each in known if (each.round.title, each.round.period) == (filed.title, filed.period))
    asked = find_return(db, found.round.return_id).indicators
    written = figures_written(filed.figures, asked, indicators(db), [each.name for each in asked])
    last = found.last.id if found.last else None
    source = f"demo:filing:{number}"
    file_return(db, Actor(person, filed.at, db.zone), found.id, written.figures, source, seen=last, nil=written.nil)
