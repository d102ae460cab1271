"""Moving a person's role to another unit when the list names the wrong one; audited, and undone within a day."""

from dataclasses import dataclass

from data.errors.people import AlreadyOfUnit, NobodyThere
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.directory import ListedPerson, role_by_id
from data.people.people import Person, person_by_id, still_known
from data.people.removal import end_what_hangs_on
from data.people.succession import take_over_work, unfinished_tasks_of
from data.store import Database

ACTION = "change_unit"
"""The action in the audit; its subject is the person."""


@dataclass(frozen=True, slots=True)
class Moving:
    """The role that moves, and the codes of the tasks on which unfinished reports or requests stay with the unit."""

    role: ListedPerson
    unfinished: tuple[str, ...]


def moving(db: Database, membership_id: int) -> Moving:
    """Return what would move with a role. Raises NobodyThere if the role is gone or has no unit."""
    role = role_by_id(db, membership_id)
    if role.unit_id is None:
        raise NobodyThere
    return Moving(role, tuple(unfinished_tasks_of(db, role.person_id, [role.unit_id])))


def check_other_unit(db: Database, role: ListedPerson, unit_id: int) -> None:
    """Raise AlreadyOfUnit if the person has this role in the unit."""
    same = "SELECT 1 FROM memberships WHERE person_id = ? AND unit_id = ? AND role = ?"
    if db.exists(same, [role.person_id, unit_id, role.role]):
        raise AlreadyOfUnit(role.name, unit_id)


def change_unit(db: Database, by: Actor, membership_id: int, unit_id: int, named_by: int | None = None) -> Moving:
    """Move a role to another unit and tell the person; repeating it changes nothing.

    What the person had begun stays for whoever follows in the old unit, and what was left in the new one becomes
    theirs. A deputy is no longer `named_by` a liaison of the old unit. Raises ForTheOffice, NobodyThere and
    AlreadyOfUnit.
    """
    with by.office_act(db):
        found = moving(db, membership_id)
        if found.role.unit_id == unit_id:
            return found
        check_other_unit(db, found.role, unit_id)
        row = db.fetch_row("SELECT * FROM memberships WHERE id = ?", [membership_id], NobodyThere)
        db.update(
            "memberships", membership_id, unit_id=unit_id, named_by=still_known(db, named_by), hears=1, since=by.now
        )
        end_what_hangs_on(db, row, by.now)
        take_over_work(db, found.role.person_id, unit_id, found.role.role)
        detail = {"membership_id": membership_id, "before": row["unit_id"], "unit_id": unit_id}
        by.record(db, ACTION, str(found.role.person_id), **detail, named_by=row["named_by"])
        newest = db.fetch_number("SELECT max(id) FROM audit WHERE action = ?", [ACTION])
        person = person_by_id(db, found.role.person_id)
        post_letter(db, Letter.UNIT_CHANGED, newest or 0, [person] if person.telegram_id else [], by.now)
    return found


def person_moved(db: Database, audit_id: int) -> Person:
    """Return the person whose unit was changed, by the audit row. Raises NobodyThere and LookupError."""
    row = db.fetch_row("SELECT subject FROM audit WHERE id = ? AND action = ?", [audit_id, ACTION], NobodyThere)
    return person_by_id(db, int(row["subject"]))
