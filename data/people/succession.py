"""What a person who leaves passes on: unfinished reports and requests for more time, and deputies."""

from collections.abc import Sequence

from data.people.people import SPEAKING_ROLES, Role
from data.store import Database

OF_AN_ASSIGNMENT = ("report", "extension")
"""The kinds of dialogs that are about an assignment, and so about a unit's work."""
_CODES = """SELECT DISTINCT code FROM dialogs JOIN assignments ON assignments.id = subject_id
JOIN tasks ON tasks.id = task_id"""
_KINDS = ", ".join(f"'{kind}'" for kind in OF_AN_ASSIGNMENT)
_SPEAKING = ", ".join(f"'{role}'" for role in SPEAKING_ROLES)


def unfinished_tasks_of(db: Database, person_id: int, unit_ids: Sequence[int]) -> list[str]:
    """Return the codes of tasks on which a person has something unfinished for these units, newest last."""
    return db.fetch_column(
        f"""{_CODES} WHERE dialogs.person_id = ? AND dialogs.kind IN ({_KINDS}) AND state <> 'ended'
        AND unit_id IN (SELECT value FROM json_each(?)) ORDER BY dialogs.id""",
        [person_id, [*unit_ids]],
    )


def take_over_work(db: Database, person_id: int, unit_id: int, role: Role) -> list[str]:
    """Give a newcomer the unfinished work of people who no longer speak for the unit, and a liaison also their
    deputies. Coordinators, who may report for every unit, keep theirs.

    Returns the codes of the tasks. To be called within a transaction.
    """
    gone = f"""SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM memberships
        WHERE (unit_id = :unit AND role IN ({_SPEAKING})) OR role = '{Role.COORDINATOR}')"""
    left = f"""state <> 'ended' AND dialogs.kind IN ({_KINDS}) AND dialogs.person_id IN ({gone})
        AND subject_id IN (SELECT id FROM assignments WHERE unit_id = :unit)"""
    values = {"unit": unit_id, "person": person_id}
    codes = db.fetch_column(f"{_CODES} WHERE {left} ORDER BY dialogs.id", {"unit": unit_id})
    db.change(f"UPDATE dialogs SET person_id = :person, state = 'parked', message_id = NULL WHERE {left}", values)
    if role is Role.LIAISON:
        liaisons = f"SELECT person_id FROM memberships WHERE unit_id = :unit AND role = '{Role.LIAISON}'"
        named = f"unit_id = :unit AND named_by IS NOT NULL AND named_by NOT IN ({liaisons})"
        db.change(f"UPDATE memberships SET named_by = :person WHERE {named}", values)
    return codes
