"""Deputies (B角), named by a liaison until a last day or until recalled.

A one-time link lets the deputy in. The membership is what counts and ends with the appointment; the invitation stays as
its record.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors import StaleButton
from data.errors.deadlines import DayTooEarly
from data.people.absence import end_unit_leave, is_away
from data.people.actor import Actor
from data.people.coming_deputies import ComingDeputy, coming_deputies
from data.people.invitations import Invitee, drop_links_for_deputies, link_for_deputy
from data.people.people import Person, Role, liaison_membership, person_by_id
from data.store import Database, Row, record_of, transaction
from data.times import day_of, moment


@dataclass(frozen=True, slots=True)
class Deputy:
    """A deputy of a unit; `named_by` is empty if the office entered them, so that no liaison can recall them."""

    id: int
    unit_id: int
    unit: str
    name: str
    named_by: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The deputies of a unit, as one of its liaisons sees them.

    `link_until` is how long an unopened link works, None if there is none. `alone` is whether the unit's notices go
    only to the deputies, not to this liaison.
    """

    unit_id: int
    unit: str
    deputies: tuple[Deputy, ...]
    coming: tuple[ComingDeputy, ...]
    link_until: datetime | None
    alone: bool


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment by an opened link; it `stands` while the deputy has the role.

    `ended_by` is the name of the person who recalled the deputy, or empty. `began` is false if it ended before its
    first day.
    """

    unit: str
    deputy_id: int
    deputy: str
    until: date | None
    stands: bool
    ended_by: str
    began: bool


DEPUTIES = f"""
SELECT memberships.id, unit_id, units.name AS unit, people.name, ifnull(namer.name, '') AS named_by, until
FROM memberships JOIN units ON units.id = unit_id JOIN people ON people.id = person_id
LEFT JOIN people AS namer ON namer.id = named_by WHERE role = '{Role.DEPUTY}'
"""


def arrangement(db: Database, person: Person, unit_id: int, now: datetime) -> Arrangement:
    """Return the deputies of a unit. Raises NotYours unless the person is one of its liaisons."""
    own = liaison_membership(person_by_id(db, person.id), unit_id)
    rows = db.fetch_all(DEPUTIES + "AND unit_id = ? ORDER BY memberships.id", [unit_id])
    unopened = "unit_id = ? AND named_by = ? AND used_at IS NULL AND expires_at > ?"
    link_until = db.fetch_text(f"SELECT max(expires_at) FROM invites WHERE {unopened}", [unit_id, person.id, now])
    return Arrangement(
        unit_id,
        own.unit or "",
        tuple(record_of(Deputy, row) for row in rows),
        coming_deputies(db, unit_id),
        moment(link_until) if link_until else None,
        not own.hears or is_away(db, person.id, unit_id, day_of(now, db.zone)),
    )


def name_deputy(
    db: Database, by: Actor, unit_id: int, until: date | None, first_day: date | None, invitee: Invitee
) -> str:
    """Return a one-time token for a deputy of the unit, replacing an unopened one.

    The deputy begins on `first_day`, or at once if None. Raises NotYours unless the person is a liaison of the unit,
    DayTooEarly if `until` has passed.
    """
    with transaction(db):
        liaison_membership(by.person, unit_id)
        if until is not None and until < by.today:
            raise DayTooEarly(by.today - timedelta(days=1))
        return link_for_deputy(db, by, by.id, unit_id, first_day, until, invitee)


def void_deputy_link(db: Database, by: Actor, unit_id: int) -> None:
    """Make the unopened link to a deputy of the unit useless. Raises NotYours unless the person is a liaison of it."""
    with transaction(db):
        liaison_membership(by.person, unit_id)
        if count := drop_links_for_deputies(db, by.id, unit_id):
            by.record(db, "void_invitations", str(unit_id), count=count)


def deputy_by_id(db: Database, person: Person, membership_id: int) -> Deputy:
    """Return a deputy whom the person may recall. Raises StaleButton if there is none, NotYours for another unit's."""
    recallable_deputy(db, person, membership_id)
    return record_of(Deputy, db.fetch_row(DEPUTIES + "AND memberships.id = ?", [membership_id]))


def set_deputies_hear_alone(db: Database, by: Actor, unit_id: int, alone: bool) -> None:
    """Send a unit's notices only to its deputies, or to this liaison too.

    Raises NotYours, and StaleButton if there is no deputy.
    """
    with transaction(db):
        liaison_membership(by.person, unit_id)
        if alone and not has_deputy(db, unit_id):
            raise StaleButton
        db.change(
            "UPDATE memberships SET hears = ? WHERE person_id = ? AND unit_id = ? AND role = ?",
            [int(not alone), by.id, unit_id, Role.LIAISON],
        )
        if not alone:
            end_unit_leave(db, by.id, unit_id, by.now)
        by.record(db, "deputy_hears", str(unit_id), alone=alone)


def find_appointment(db: Database, invite_id: int) -> Appointment | None:
    """Return the appointment made by an invitation, or None if nobody has opened it."""
    row = db.fetch_one(
        """SELECT units.name AS unit, used_by AS deputy_id, people.name AS deputy, invites.until,
            EXISTS (SELECT 1 FROM memberships WHERE person_id = used_by AND memberships.unit_id = invites.unit_id
                AND memberships.role = invites.role) AS stands,
            NOT EXISTS (SELECT 1 FROM arrivals WHERE invite_id = invites.id AND state = 'refused') AS began,
            ifnull((SELECT ender.name FROM audit LEFT JOIN people AS ender ON ender.id = audit.person_id
                WHERE action = 'end_deputy' AND subject = used_by AND json_extract(detail, '$.unit_id') = unit_id
                ORDER BY audit.id DESC LIMIT 1), '') AS ended_by
        FROM invites JOIN units ON units.id = unit_id JOIN people ON people.id = used_by WHERE invites.id = ?""",
        [invite_id],
    )
    return record_of(Appointment, row) if row else None


def recallable_deputy(db: Database, person: Person, membership_id: int) -> Row:
    """Return the row of a deputy's role that the person may end. Raises StaleButton, NotYours for another unit's."""
    row = db.fetch_row("SELECT * FROM memberships WHERE id = ? AND named_by IS NOT NULL", [membership_id], StaleButton)
    liaison_membership(person, row["unit_id"])
    return row


def has_deputy(db: Database, unit_id: int) -> bool:
    """Return whether a unit has a deputy."""
    return db.exists("SELECT 1 FROM memberships WHERE unit_id = ? AND role = ?", [unit_id, Role.DEPUTY])
