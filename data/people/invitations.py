"""One-time links that let a person in: bound to a unit and a role, kept as a hash, for 72 hours at most."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors.people import RoleNeedsUnit
from data.people.people import SPEAKING_ROLES, Role
from data.store import Database, audit, change, fetch_all, insert, transaction
from data.store.records import record_of

VALID_FOR = timedelta(hours=72)


def create_invite(
    db: Database,
    role: Role,
    unit_id: int | None,
    now: datetime,
    person_id: int | None = None,
    source: str = "",
    named_by: int | None = None,
    until: date | None = None,
    by: int | None = None,
    name: str = "",
    first_day: date | None = None,
    replaces: int | None = None,
    phone: str = "",
) -> str:
    """A new token, shown this once; `person_id` names the roster row it is meant for, `by` who invites in the chat. A
    deputy whom a liaison names (`named_by`) may be one from a `first_day` and `until` a last day. `name` is what
    whoever opens it is to be called, `phone` the number that is kept for them until then; the same role of the person
    whom it `replaces` ends then, if it has not before.
    Raises RoleNeedsUnit for a liaison or deputy without a unit."""
    if role in SPEAKING_ROLES and unit_id is None:
        raise RoleNeedsUnit(role)
    token = secrets.token_urlsafe(32)
    with transaction(db):
        insert(
            db,
            "invites",
            token_hash=token_hash(token),
            unit_id=unit_id,
            role=role,
            person_id=person_id,
            named_by=named_by,
            until=until,
            first_day=first_day,
            name=name,
            made_by=by or named_by,
            replaces=replaces,
            phone=phone,
            created_at=now,
            expires_at=now + VALID_FOR,
        )
        detail = {"role": role, "until": until.isoformat()} if until else {"role": role}
        audit.record(db, now, "invite", str(unit_id or ""), person_id=by or named_by, source=source, **detail)
    return token


def forget_numbers(db: Database, now: datetime) -> None:
    """Delete the phone numbers kept with links that have run out, unless whoever opened one is still to come in."""
    to_come = "SELECT invite_id FROM arrivals WHERE state IN ('waiting', 'coming') AND invite_id IS NOT NULL"
    sql = f"UPDATE invites SET phone = '' WHERE phone <> '' AND expires_at <= ? AND id NOT IN ({to_come})"
    change(db, sql, [now])


def link_for_deputy(
    db: Database,
    liaison_id: int,
    unit_id: int,
    until: date | None,
    now: datetime,
    source: str,
    first_day: date | None = None,
) -> str:
    """The token for a deputy whom a liaison names, replacing one that nobody has opened."""
    change(db, "DELETE FROM invites WHERE unit_id = ? AND named_by = ? AND used_at IS NULL", [unit_id, liaison_id])
    return create_invite(
        db, Role.DEPUTY, unit_id, now, source=source, named_by=liaison_id, until=until, first_day=first_day
    )


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """A link that nobody has opened yet: for whom (may be empty), for which role, and until when it works."""

    name: str
    role: Role
    expires_at: datetime


def open_invitations(db: Database, unit_id: int, now: datetime) -> list[OpenInvitation]:
    """The unopened links for a unit that still work, oldest first."""
    rows = fetch_all(
        db,
        """SELECT ifnull(nullif(invites.name, ''), ifnull(people.name, '')) AS name, role, expires_at
        FROM invites LEFT JOIN people ON people.id = person_id
        WHERE unit_id = ? AND used_at IS NULL AND expires_at > ? ORDER BY invites.created_at""",
        [unit_id, now],
    )
    return [record_of(OpenInvitation, row) for row in rows]


def token_hash(token: str) -> str:
    """The hash under which a token is stored."""
    return hashlib.sha256(token.encode()).hexdigest()
