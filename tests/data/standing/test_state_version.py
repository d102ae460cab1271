"""Whatever changes what a list shows changes the version of its units, and of no others."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.plan.units import find_unit
from data.standing.assignments import state_version
from data.standing.rows import rebuild_rows
from data.store import Database, open_database
from tests.journeys.town import OPENING, PLAN, with_plan

POLICE, CUSTOMS = "市公安局", "武汉海关"
CHANGES: dict[str, tuple[str, set[str]]] = {
    "how a task stands": ("UPDATE standings SET percent = 50 WHERE unit_id = :police", {POLICE, "all"}),
    "a task is given to others": (
        """UPDATE standings SET unit_id = :customs
        WHERE assignment_id = (SELECT min(assignment_id) FROM standings WHERE unit_id = :police)""",
        {POLICE, CUSTOMS, "all"},
    ),
    "a task goes": ("DELETE FROM standings WHERE unit_id = :police", {POLICE, "all"}),
    "a title": ("UPDATE tasks SET title = 'x' WHERE id = 1", {POLICE, CUSTOMS, "all"}),
    "a unit's name": ("UPDATE units SET name = 'x' WHERE id = :police", {POLICE, CUSTOMS, "all"}),
    "a rule of the plan": ("INSERT INTO settings (name, value) VALUES ('stale_after', '9')", {POLICE, CUSTOMS, "all"}),
    "what was said": ("INSERT INTO inbox (update_id, body, received_at) VALUES (1, '{}', '')", set()),
}


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    path.write_bytes(with_plan(PLAN))
    with closing(open_database(path)) as db:
        yield db


def versions(db: Database, units: dict[str, int]) -> dict[str, object]:
    return {**{name: state_version(db, [unit]) for name, unit in units.items()}, "all": state_version(db, None)}


def both(db: Database) -> dict[str, int]:
    return {name: find_unit(db, name).id for name in (POLICE, CUSTOMS)}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_by_those_whom_it_concerns(db: Database, what: str) -> None:
    (sql, concerned), units = CHANGES[what], both(db)
    before = versions(db, units)
    db.change(sql, {"police": units[POLICE], "customs": units[CUSTOMS]})
    after = versions(db, units)
    assert {name for name in before if before[name] != after[name]} == concerned


def test_making_all_rows_anew_is_seen_by_everybody(db: Database) -> None:
    before = versions(db, both(db))
    rebuild_rows(db, OPENING)
    assert all(before[name] != now for name, now in versions(db, both(db)).items())
