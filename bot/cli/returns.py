"""The command `liaison returns`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from bot.cli.base import FILE_TYPE, TEXT_TYPE, Desk, language, open_desk, print_json, refuse, wrong_usage
from bot.cli.files import write_file
from bot.cli.texts import console
from bot.cli.texts import returns as m
from data.errors import NothingToExport
from data.exports.return_sheets import returns_workbook
from data.plan.plan import current_plan
from data.returns.return_table import ReturnTable, return_table
from data.returns.rounds import Round, rounds
from data.returns.unit_returns import UnitReturn, Values
from handlers.wording import join, plain, series


@click.command()
@click.option("--title", type=TEXT_TYPE)
@click.option("--period", type=TEXT_TYPE)
@click.option("--json", "as_json", is_flag=True)
@click.option("--xlsx", type=FILE_TYPE)
def returns(title: str | None, period: str | None, as_json: bool, xlsx: Path | None) -> None:
    """Statistics returns, unit by indicator: every round that was opened, the newest first."""
    if as_json and xlsx:
        raise wrong_usage(console.ONE_AT_A_TIME, options="--json --xlsx")
    desk = open_desk()
    tables = _tables(desk, title, period)
    if as_json:
        print_json([returns_json(each) for each in tables])
    elif xlsx is None:
        click.echo(plain(join([m.table(each, language()) for each in tables] or [m.NONE(language())], "\n\n")))
    elif tables:
        write_file(xlsx, returns_workbook(tables, desk.today, language()))
    else:
        raise NothingToExport


def returns_json(table: ReturnTable) -> dict[str, Any]:
    """Return a round in the form that `returns --json` prints."""
    found = {
        "title": table.round.title,
        "period": table.round.period,
        "due": table.round.due.isoformat(),
        "frozen": table.round.frozen_at is not None,
        "left_out": table.round.left_out,
        "units": [_unit_json(each) for each in table.units],
        "totals": _numbers(table.totals),
    }
    return found if table.totals_now is None else {**found, "totals_corrected": _numbers(table.totals_now)}


def _unit_json(of: UnitReturn) -> dict[str, Any]:
    found = {
        "unit": of.unit.name,
        "state": of.state,
        "late": of.late,
        "values": _numbers(of.values),
        "nil": of.counted is not None and of.counted.nil,
    }
    return found if of.values_now is None else {**found, "corrected": _numbers(of.values_now)}


def _numbers(values: Values) -> dict[str, int | float]:
    """Return the values with whole numbers as int, so that JSON shows no decimal point."""
    return {name: int(value) if value.is_integer() else value for name, value in values.items()}


def _tables(desk: Desk, title: str | None, period: str | None) -> list[ReturnTable]:
    """Return the tables of the rounds asked for. If there are none, print a line and exit with code 1."""
    current_plan(desk.db)
    chosen = _of_period(_of_title(rounds(desk.db), title), period)
    return [return_table(desk.db, each.id, desk.today) for each in chosen]


def _of_title(known: Sequence[Round], title: str | None) -> Sequence[Round]:
    if title is None:
        return known
    exact = [each for each in known if each.title == title.strip()]
    found = exact or [each for each in known if title.strip() and title.strip() in each.title]
    return found or refuse(m.NO_TITLE, title=title, known=_enumeration(each.title for each in known))


def _of_period(known: Sequence[Round], period: str | None) -> Sequence[Round]:
    if period is None:
        return known
    wanted = period.strip().upper()
    found = [each for each in known if (each.period or "null").upper() == wanted]
    return found or refuse(m.NO_PERIOD, period=period, known=_enumeration(each.period or "null" for each in known))


def _enumeration(names: Iterable[str]) -> str:
    return series(dict.fromkeys(names), language())
