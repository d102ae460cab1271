"""Handing a unit over: a liaison gives the place to a successor by a link, or the office replaces somebody."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.errors import NotYours
from data.people.invitations import create_invite
from data.people.people import Person, Role
from data.people.removal import Removal, remove
from data.store import Database, change, transaction

LONGEST_NAME = 20


def hand_over(db: Database, person: Person, unit_id: int, name: str, now: datetime, source: str) -> str:
    """A token for the successor of a liaison, who goes when it is opened. Raises NotYours for others."""
    with transaction(db):
        if unit_id not in (each.unit_id for each in person.liaison_for):
            raise NotYours
        _end_former_link(db, person.id, unit_id)
        return create_invite(db, Role.LIAISON, unit_id, now, source=source, by=person.id, name=name, replaces=person.id)


def replace_person(
    db: Database, by: Person, person_id: int, membership_id: int, name: str, now: datetime, zone: ZoneInfo, source: str
) -> tuple[Removal, str]:
    """Take a role from somebody at once, and make a link for whoever takes over what they had begun. The same `source`
    again changes nothing but the link. Raises ForTheOffice, NobodyThere and LastCoordinator."""
    with transaction(db):
        removal = remove(db, by, person_id, [membership_id], now, zone, source)
        [role] = removal.roles
        _end_former_link(db, person_id, role.unit_id)
        token = create_invite(db, role.role, role.unit_id, now, source=source, by=by.id, name=name, replaces=person_id)
    return removal, token


def _end_former_link(db: Database, person_id: int, unit_id: int | None) -> None:
    sql = "DELETE FROM invites WHERE replaces = ? AND unit_id IS ? AND used_at IS NULL"
    change(db, sql, [person_id, unit_id])
