"""One-time invitation links: bound to a unit and a role, stored as a hash, valid for 72 hours."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypedDict, Unpack

from data.errors.people import RoleNeedsUnit
from data.people.actor import Actor
from data.people.people import SPEAKING_ROLES, Role
from data.store import Database, audit, record_of, transaction
from data.times import day_of, moment

VALID_FOR = timedelta(hours=72)
IS_A_REQUEST = "invites.expires_at = invites.created_at"
"""SQL condition for a stranger's request to be let in: an invitation that nobody made, with a link that never works."""
REQUESTS = f"SELECT id FROM invites WHERE {IS_A_REQUEST}"


class Invitee(NamedTuple):
    """Whom a link is for; empty where the name or number is not known."""

    name: str = ""
    phone: str = ""


class Kept(TypedDict, total=False):
    """What is kept with an invitation.

    `person_id` is the roster row it is meant for; `name` is what the person who opens it will be called, and `phone` a
    number kept for them until then; `named_by` is the liaison who names a deputy, from `first_day` to `until`;
    `replaces` is the person who loses the same role when the new person gets it.
    """

    person_id: int | None
    name: str
    phone: str
    named_by: int
    first_day: date | None
    until: date | None
    replaces: int


def create_invite(
    db: Database,
    role: Role,
    unit_id: int | None,
    now: datetime,
    source: str = "",
    by: int | None = None,
    **kept: Unpack[Kept],
) -> str:
    """Create an invitation, made in the chat `by` a person if given, and return its token, which is not stored. Raises
    RoleNeedsUnit for a liaison or deputy without a unit."""
    if role in SPEAKING_ROLES and unit_id is None:
        raise RoleNeedsUnit(role)
    token, made = secrets.token_urlsafe(32), {"unit_id": unit_id, "role": role, "made_by": by, "created_at": now}
    with transaction(db):
        db.insert("invites", token_hash=token_hash(token), expires_at=now + VALID_FOR, **made, **kept)
        until = kept.get("until")
        detail = {"role": role, "until": until.isoformat()} if until else {"role": role}
        audit.record(db, now, "invite", str(unit_id or ""), person_id=by, source=source, **detail)
    return token


def invite_several(
    db: Database, by: Actor, invited: Sequence[tuple[Role, int | None, str, str]], *, instead: str = ""
) -> list[str]:
    """Create an invitation for each role, unit, name and number and return the tokens. Those created before by the same
    message are replaced, as nobody has seen them, and so are unused ones made by the message `instead`. Raises
    ForTheOffice."""
    with by.office_act(db):
        made = "SELECT at FROM audit WHERE action = 'invite' AND source IN (?, ?) AND source <> ''"
        db.change(
            f"DELETE FROM invites WHERE used_at IS NULL AND made_by = ? AND created_at IN ({made})",
            [by.id, by.source, instead],
        )
        return [
            create_invite(db, role, unit_id, by.now, by.source, by.id, name=name, phone=phone)
            for role, unit_id, name, phone in invited
        ]


def forget_numbers(db: Database, now: datetime) -> None:
    """Delete the phone numbers kept with expired links, unless the person who opened one is still to come in."""
    to_come = "SELECT invite_id FROM arrivals WHERE state IN ('waiting', 'coming') AND invite_id IS NOT NULL"
    sql = f"UPDATE invites SET phone = '' WHERE phone <> '' AND expires_at <= ? AND id NOT IN ({to_come})"
    db.change(sql, [now])


def link_for_deputy(
    db: Database, by: Actor, liaison: int, unit_id: int, first: date | None, until: date | None, invitee: Invitee
) -> str:
    """Return a token for a deputy of the liaison with this id, replacing their unopened links for the unit."""
    drop_links_for_deputies(db, liaison, unit_id)
    kept: Kept = {"name": invitee.name, "phone": invitee.phone, "named_by": liaison, "first_day": first, "until": until}
    return create_invite(db, Role.DEPUTY, unit_id, by.now, by.source, by.id, **kept)


def drop_links_for_deputies(db: Database, liaison: int, unit_id: int) -> int:
    """Void the unopened links with which this liaison asked for a deputy of the unit; return how many there were."""
    return db.change("DELETE FROM invites WHERE unit_id = ? AND named_by = ? AND used_at IS NULL", [unit_id, liaison])


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An unopened link: the unit and name it is for (either may be empty), its role, and the day on which it ends."""

    unit_id: int | None
    unit: str
    name: str
    role: Role
    until: date


def open_invitations(db: Database, unit_id: int | None, now: datetime) -> list[OpenInvitation]:
    """Return the unopened links for a unit, or all (None), that still work, oldest first."""
    rows = db.fetch_all(
        """SELECT unit_id, ifnull(units.name, '') AS unit,
            ifnull(nullif(invites.name, ''), ifnull(people.name, '')) AS name, role, expires_at
        FROM invites LEFT JOIN people ON people.id = person_id LEFT JOIN units ON units.id = unit_id
        WHERE (? IS NULL OR unit_id = ?) AND used_at IS NULL AND expires_at > ? ORDER BY invites.created_at""",
        [unit_id, unit_id, now],
    )
    return [record_of(OpenInvitation, row, until=day_of(moment(row["expires_at"]), db.zone)) for row in rows]


def void_invitations(db: Database, by: Actor, unit_id: int) -> int:
    """Make the unopened links for a unit useless, and return how many there were. Raises ForTheOffice."""
    with by.office_act(db):
        sql = "DELETE FROM invites WHERE unit_id = ? AND used_at IS NULL AND expires_at > ?"
        if count := db.change(sql, [unit_id, by.now]):
            by.record(db, "void_invitations", str(unit_id), count=count)
        return count


def token_hash(token: str) -> str:
    """Return the hash under which a token is stored."""
    return hashlib.sha256(token.encode()).hexdigest()
