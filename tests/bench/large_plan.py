"""Databases with plans of any size, made directly in the store: copies of the shipped plan, each with its own codes and
units, so that each unit has as much to do as before."""

from dataclasses import dataclass
from pathlib import Path

from data.people.people import Role
from data.store import Database, open_database, transaction
from data.times import stored
from tests.journeys.town import OPENING, PLAN, with_plan

FIRST_PERSON = 2001
COORDINATOR = 1001
APART = 1000
"""The distance between the ids, positions and item numbers of two copies of the plan."""
CODE = "(cast(substr(code, 1, instr(code, '-') - 1) AS INTEGER) + :apart) || substr(code, instr(code, '-'))"
CHANGED = {
    "units": {"id": "id + :apart", "name": "name || :apart"},
    "tasks": {"id": "id + :apart", "code": CODE, "position": "position + :apart"},
    "assignments": {"id": "id + :apart", "task_id": "task_id + :apart", "unit_id": "unit_id + :apart"},
    "standings": {
        "task_id": "task_id + :apart",
        "assignment_id": "assignment_id + :apart",
        "unit_id": "unit_id + :apart",
        "position": "position + :apart",
    },
}
"""The columns that differ in a copy, in SQL."""
DATED = """SELECT assignments.id, code, unit_id, tasks.due FROM assignments JOIN tasks ON tasks.id = task_id
WHERE kind = 'date' AND tasks.due > '2019-12-01' ORDER BY assignments.id"""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A liaison's Telegram id, and a task of their unit to report on."""

    id: int
    code: str


def make_plan(path: Path, times: int, people: int) -> list[Reporter]:
    """Make a database with `times` copies of the shipped plan, a coordinator, and `people` liaisons from FIRST_PERSON
    on, one for each dated assignment in turn. Return those who have a task to themselves."""
    path.write_bytes(with_plan(PLAN))
    db = open_database(path)
    with transaction(db):
        for number in range(1, times):
            _copy(db, number * APART)
        reporters = _enrol(db, people)
    db.close()
    return reporters


def _copy(db: Database, apart: int) -> None:
    for table, changed in CHANGED.items():
        rows = db.fetch_all(f"SELECT name FROM pragma_table_info('{table}')")
        columns = [row["name"] for row in rows]
        values = ", ".join(changed.get(name, name) for name in columns)
        of_the_first = f"{'task_id' if table == 'standings' else 'id'} < {APART}"
        db.conn.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {of_the_first}",
            {"apart": apart},
        )


def _enrol(db: Database, people: int) -> list[Reporter]:
    assigned = db.fetch_all(DATED)
    turns = [assigned[number % len(assigned)] for number in range(people)]
    add, now = db.conn.executemany, stored(OPENING)
    add(
        "INSERT INTO people (id, telegram_id, name, language, created_at) VALUES (?, ?, ?, 'zh', ?)",
        [(COORDINATOR, COORDINATOR, "办公室", now)]
        + [(FIRST_PERSON + n, FIRST_PERSON + n, f"联络员{n}", now) for n in range(people)],
    )
    add(
        "INSERT INTO memberships (person_id, unit_id, role) VALUES (?, ?, ?)",
        [(COORDINATOR, None, Role.COORDINATOR)]
        + [(FIRST_PERSON + n, row["unit_id"], Role.LIAISON) for n, row in enumerate(turns)],
    )
    return [Reporter(FIRST_PERSON + n, row["code"]) for n, row in enumerate(turns[: len(assigned)])]
