"""The commands `liaison plan check` and `liaison plan import`."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.cli.base import (
    DAY_TYPE,
    FILE_TYPE,
    SHOWN_EVERY,
    TEXT_TYPE,
    Desk,
    agreed,
    desk_to_write,
    in_terminal_language,
    language,
    print_json,
    readable,
    refuse,
    say,
    semicolons,
    settings,
)
from bot.cli.files import problem_words, read_file
from bot.cli.texts import console as m
from bot.clock import Clock
from data.errors import unless
from data.office.importing import ChangedTask, PlanChanges, import_plan
from data.office.plan_import import propose_import
from data.office.plans import left_waiting
from data.plan.deadlines import plain_values
from data.plan.files.plan import PlanReading, PlanRow, read_plan
from data.plan.files.problems import ProblemKind
from data.plan.plan import known_plan
from data.plan.readings import reading_issued_on
from data.plan.unit_names import UnitNames, shipped_unit_names
from data.plan.units import known_names
from data.times import day_of
from handlers.plan.texts.files import field_change
from handlers.plan.texts.plan_import import what_waits
from handlers.wording import day_text, plain
from handlers.wording.days import reading_text

FACTS = {"title": str, "issued": date}
"""What a .toml file beside the plan file may state, with the types."""
ISSUED = click.option("--issued", type=DAY_TYPE)


@click.group()
def plan() -> None:
    """The plan file: check it, import it."""


@plan.command()
@click.argument("file", type=FILE_TYPE)
@ISSUED
@click.option("--json", "as_json", is_flag=True)
def check(file: Path, issued: date | None, as_json: bool) -> None:
    """Show how every row of FILE is read; writes nothing."""
    given = settings()
    told, today = issued or shipped_facts(file).get("issued"), day_of(Clock(given.clock).now(), given.zone)
    reading = _with_issue_day(plan_in(file, told or today, shipped_unit_names()), told, today, err=as_json)
    if as_json:
        problems = [*map(problem_words, reading.problems)]
        print_json({"rows": [row_json(row) for row in reading.rows], "problems": problems})
    else:
        print_reading(reading)


def plan_in(file: Path, issued: date, names: UnitNames) -> PlanReading:
    """Return how a plan file is read. Exits with code 1 if it holds no task."""
    reading = read_file(file, partial(read_plan, issued=issued, names=names))
    if not reading.rows:
        of_file = sorted(reading.problems, key=lambda each: each.kind is not ProblemKind.NOTHING_READ)
        refuse(m.NO_TASKS, name=readable(str(file)), reason=problem_words(of_file[0]))
    return reading


def _with_issue_day(reading: PlanReading, told: date | None, today: date, *, err: bool = False) -> PlanReading:
    """Return the reading with its deadlines counted from `told`, else from the day in the file, else from today, which
    is then announced."""
    if told is None and reading.issued is None:
        say(m.COUNTED_FROM_TODAY, err=err, day=day_text(today, language()))
    return reading_issued_on(reading, told or reading.issued or today)


def _show_progress(rows: int, saved: int) -> None:
    if saved % SHOWN_EVERY == 0:
        say(m.ROWS_SAVED, err=True, saved=f"{saved:,}", rows=f"{rows:,}")


@plan.command("import")
@click.argument("file", type=FILE_TYPE)
@click.option("--title", type=TEXT_TYPE)
@ISSUED
@click.option("--yes", is_flag=True)
@click.option("--new-plan", is_flag=True)
def import_(file: Path, title: str | None, issued: date | None, yes: bool, new_plan: bool) -> None:
    """Import FILE as the plan: shows what is new, changed and gone, and keeps all reports. A file that leaves out more
    than a tenth of the present tasks is refused, unless --new-plan is given."""
    with desk_to_write() as desk:
        name = _import(desk, file, title, issued, yes, new_plan)
    say(m.IMPORTED, title=name)


def _import(desk: Desk, file: Path, title: str | None, issued: date | None, yes: bool, new_plan: bool) -> str:
    """Import the file after showing what changes, and return the title of the plan."""
    present = known_plan(desk.db)
    before = None if new_plan else present
    facts = shipped_facts(file)
    told = issued or facts.get("issued") or (before.issued if before else None)
    reading = plan_in(file, told or desk.today, known_names(desk.db))
    day = told or reading.issued or desk.today
    reading = _with_issue_day(reading, told, desk.today)
    name = title or facts.get("title") or (before.title if before else reading.title or readable(file.stem))
    click.echo("\n".join(problem_lines(reading)))
    proposal = propose_import(desk.db, reading, new_plan=new_plan)
    if before is None:
        say(m.NEW_PLAN, new=len(reading.rows), title=present.title if present else "")
        if waiting := what_waits(left_waiting(desk.db, desk.today), language()):
            click.echo(plain(waiting))
    else:
        print_changes(proposal.changes)
    if proposal.kept:
        say(m.KEPT_FROM_CHAT, count=len(proposal.kept))
        print_changed(proposal.kept)
    if proposal.loss is not None:
        raise proposal.loss
    if not yes and not agreed():
        refuse(m.NOT_IMPORTED)
    import_plan(
        desk.db,
        proposal.reading,
        name,
        day,
        readable(file.name),
        desk.now,
        new_plan=new_plan,
        saved=partial(_show_progress, len(reading.rows)),
    )
    return name


def print_changed(changed: Sequence[ChangedTask]) -> None:
    """Print the changed tasks, each with its differing fields."""
    for each in changed:
        say(m.CHANGE_CHANGED, code=each.code, title=each.title)
        for field in each.changes:
            click.echo(plain(field_change(field, language())))


def shipped_facts(file: Path) -> dict[str, Any]:
    """Return the title and day of issue from the .toml file beside the plan file. Exits with 1 if it is invalid."""
    beside = file.with_suffix(".toml")
    try:
        told = tomllib.loads(beside.read_text(encoding="utf-8")) if unless(OSError, beside.is_file) else {}
    except ValueError:
        refuse(m.FACTS_UNREADABLE, name=beside)
    facts = {name: told[name] for name in FACTS if name in told}
    if any(type(value) is not FACTS[name] for name, value in facts.items()):
        refuse(m.FACTS_UNREADABLE, name=beside)
    return facts


def row_json(row: PlanRow) -> dict[str, Any]:
    """Return one row in the form that `plan check --json` prints."""
    plain_fields = ("row", "code", "title", "section", "item", "measure", "deliverable", "deadline_text")
    return {
        **{name: getattr(row, name) for name in plain_fields},
        "deadline": plain_values(row.deadline),
        "units": list(row.units),
        "lead_units": list(row.leads),
        "joint_units": list(row.joints),
        "unit_groups": list(row.groups),
        "remark": row.remark,
        "problems": [*map(problem_words, row.problems)],
    }


def print_reading(reading: PlanReading) -> None:
    """Print the problems of a reading and how its deadlines are read."""
    click.echo("\n".join(problem_lines(reading)))
    say(m.DEADLINES_READ)
    count = Counter((row.deadline_text, row.deadline) for row in reading.rows)
    for (text, deadline), rows in count.most_common():
        read = plain(reading_text(deadline, None, language()))
        say(m.READING_LINE, text=text or "—", reading=read, count=rows)


def problem_lines(reading: PlanReading) -> list[str]:
    """Return the problems that a coordinator should look at, one line each, those of the file as a whole first."""
    of_file = map(problem_words, reading.problems)
    of_rows = [_problem_line(row) for row in reading.rows if row.problems]
    head = [in_terminal_language(m.ROWS_WITH_PROBLEMS, count=len(of_rows))] if of_rows else []
    return [*of_file, in_terminal_language(m.ROWS_READ, count=len(reading.rows)), *head, *of_rows]


def _problem_line(row: PlanRow) -> str:
    found = semicolons(map(problem_words, row.problems))
    return in_terminal_language(m.PROBLEM_LINE, row=row.row, code=row.code, title=row.title, problem=found)


def print_changes(changes: PlanChanges) -> None:
    """Print what an import changes in the present plan."""
    new, changed, gone = map(len, (changes.new, changes.changed, changes.gone))
    say(m.CHANGES, new=new, changed=changed, gone=gone, same=changes.same)
    for code, title in changes.new:
        say(m.CHANGE_NEW, code=code, title=title)
    print_changed(changes.changed)
    for code, title in changes.gone:
        say(m.CHANGE_GONE, code=code, title=title)
