"""A unit's steps of a task: what to do, until when, by whom; and what they suggest for the next report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.standing.assignments import Assignment
from data.standing.standing import FINISHED
from data.store import Database, Row, record_of, sql_among


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a unit's task.

    `due` is its last day, or None. `person` is the name of who is to do it, empty if nobody is named; `person_id` is
    set if that is one of the unit's people. `done_at` is None until it is done. A `removed` step is kept so that it can
    be restored.
    """

    id: int
    assignment_id: int
    code: str
    unit_id: int
    unit: str
    words: str
    due: date | None
    person: str
    person_id: int | None
    written_by: int | None
    done_at: datetime | None
    removed: bool

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.done_at is not None


STEP_ROWS = """
SELECT steps.*, code, unit_id, units.name AS unit, ifnull(people.name, person_name) AS person,
    removed_at IS NOT NULL AS removed
FROM steps JOIN assignments ON assignments.id = steps.assignment_id JOIN tasks ON tasks.id = assignments.task_id
JOIN units ON units.id = unit_id LEFT JOIN people ON people.id = steps.person_id
"""
IN_ORDER = "ORDER BY steps.due IS NULL, steps.due, steps.id"
OF_UNITS = """AND steps.assignment_id IN (
    SELECT id FROM assignments WHERE unit_id IN (SELECT value FROM json_each(:units))
)"""
OF_UNFINISHED = f"""EXISTS (SELECT 1 FROM standings WHERE standings.assignment_id = steps.assignment_id
AND (status NOT IN ({", ".join(f"'{each}'" for each in FINISHED)}) OR renews_on <= :day))"""


def steps_of(db: Database, assignment_id: int) -> list[Step]:
    """Return the steps of a unit's task by day, those without a day last."""
    of_the_task = f"{STEP_ROWS} WHERE steps.assignment_id = ? AND removed_at IS NULL {IN_ORDER}"
    rows = db.fetch_all(of_the_task, [assignment_id])
    return [step_from_row(row) for row in rows]


def divided_assignments(db: Database, unit_ids: Sequence[int]) -> set[int]:
    """Return the ids of those assignments of some units that have steps."""
    sql = """SELECT DISTINCT assignment_id FROM steps JOIN assignments ON assignments.id = assignment_id
    WHERE removed_at IS NULL AND unit_id IN (SELECT value FROM json_each(?))"""
    return set(db.fetch_column(sql, [list(unit_ids)]))


def steps_to_do(
    db: Database, day: date, ids: Sequence[int] | None = None, unit_ids: Sequence[int] | None = None
) -> list[Step]:
    """Return the undone steps of tasks that are unfinished on a day, by day, limited to `ids` and units if given."""
    of_units = "" if unit_ids is None else OF_UNITS
    rows = db.fetch_all(
        f"""{STEP_ROWS} WHERE removed_at IS NULL AND done_at IS NULL AND {OF_UNFINISHED} {sql_among("steps.id", ids)}
        {of_units} {IN_ORDER}""",
        {"day": day, "units": [*(unit_ids or ())]},
    )
    return [step_from_row(row) for row in rows]


def steps_handled_last(db: Database, person_id: int) -> int | None:
    """Return the id of the assignment whose steps a person last wrote or ticked off, or None."""
    return db.fetch_number(
        """SELECT assignment_id FROM steps WHERE removed_at IS NULL AND (written_by = :person OR done_by = :person)
        ORDER BY max(CASE WHEN written_by = :person THEN written_at ELSE '' END,
            CASE WHEN done_by = :person THEN done_at ELSE '' END) DESC, id DESC LIMIT 1""",
        {"person": person_id},
    )


def people_of_unit(db: Database, unit_id: int) -> dict[str, int]:
    """Return the ids, by name, of a unit's people who can be named in steps; shared names are left out."""
    rows = db.fetch_all(
        """SELECT name, min(people.id) AS id FROM people JOIN memberships ON person_id = people.id
        WHERE unit_id = ? AND role <> 'observer' AND name <> '' GROUP BY name HAVING count(DISTINCT people.id) = 1""",
        [unit_id],
    )
    return {row["name"]: row["id"] for row in rows}


def step_from_row(row: Row) -> Step:
    """Build a step from its row."""
    return record_of(Step, row)


MOST_WORDS = 500
"""The most characters of a suggested note."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How many of all steps are done, and a note of those done since the last report, empty if none were."""

    done: int
    all: int
    note: str

    @property
    def percent(self) -> int:
        """The share of steps that are done, in percent."""
        return round(100 * self.done / self.all)


def suggestion(db: Database, assignment: Assignment) -> Suggestion | None:
    """Return what the steps of an assignment suggest for its next report, or None if none is done."""
    steps = steps_of(db, assignment.id)
    done = [step for step in steps if step.done_at is not None]
    if not done:
        return None
    since = assignment.last.at if assignment.last else None
    fresh = [step.words for step in done if since is None or (step.done_at is not None and step.done_at > since)]
    return Suggestion(len(done), len(steps), "；".join(fresh)[:MOST_WORDS])
