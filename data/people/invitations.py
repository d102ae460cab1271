"""One-time links that let a person in: bound to a unit and a role, kept as a hash, for 72 hours at most."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.errors import InviteForAnother, InviteForDeputy, InviteInvalid, RoleNeedsUnit
from data.notices.letters import Letter, post
from data.people.people import (
    SPEAKING_ROLES,
    Person,
    Role,
    add_membership,
    add_person,
    person_by_id,
    person_in_chat,
    phone_hash,
)
from data.plan.units import unit_name
from data.store import Database, Row, audit, change, fetch_all, fetch_one, insert, transaction
from data.times import day_of, stored

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
) -> str:
    """A new token, shown this once; `person_id` names the roster row it is meant for, `by` who invites in the chat.

    A deputy whom a liaison names (`named_by`) may be one `until` a last day.

    Raises RoleNeedsUnit for a liaison or deputy without a unit.
    """
    if role in SPEAKING_ROLES and unit_id is None:
        raise RoleNeedsUnit(role)
    token = secrets.token_urlsafe(32)
    with transaction(db):
        insert(
            db,
            "invites",
            token_hash=_hash(token),
            unit_id=unit_id,
            role=role,
            person_id=person_id,
            named_by=named_by,
            until=until.isoformat() if until else None,
            created_at=stored(now),
            expires_at=stored(now + VALID_FOR),
        )
        detail = {"role": role, "until": until.isoformat()} if until else {"role": role}
        audit.record(db, now, "invite", str(unit_id or ""), person_id=by or named_by, source=source, **detail)
    return token


def accept_invite(
    db: Database,
    token: str,
    telegram_id: int,
    name: str,
    now: datetime,
    zone: ZoneInfo,
    source: str = "",
    *,
    sure: bool = False,
) -> Person:
    """Let the bearer of a token in; a liaison hears that the deputy is there.

    Raises InviteInvalid when it is unknown, used or late, InviteForDeputy when a liaison opens the unit's own, and
    InviteForAnother when a coordinator opens one and is not `sure`; nothing changes then.
    """
    with transaction(db):
        used = change(
            db,
            """UPDATE invites SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            AND (until IS NULL OR until >= :today)""",
            {"now": stored(now), "hash": _hash(token), "today": day_of(now, zone).isoformat()},
        )
        invite = fetch_one(db, "SELECT * FROM invites WHERE token_hash = ?", [_hash(token)])
        if invite is None or not used:
            return _already_in(db, invite, telegram_id, day_of(now, zone))
        _refuse_liaison(db, invite, telegram_id)
        if not sure:
            _ask_coordinator(db, invite, telegram_id)
        person_id = _bearer(db, invite, telegram_id, name, now)
        add_membership(
            db, person_id, Role(invite["role"]), invite["unit_id"], named_by=invite["named_by"], until=invite["until"]
        )
        change(db, "UPDATE invites SET used_by = ? WHERE id = ?", [person_id, invite["id"]])
        _tell_liaison(db, invite, now, zone)
        audit.record(db, now, "join", str(person_id), person_id=person_id, role=invite["role"], source=source)
        return person_by_id(db, person_id)


def accept_phone(db: Database, phone: str, telegram_id: int, now: datetime, source: str = "") -> Person | None:
    """Let in the one roster row with this phone number that nobody has claimed; None when there is no such row."""
    with transaction(db):
        rows = fetch_all(
            db,
            "SELECT id FROM people WHERE phone_hash = ? AND telegram_id IS NULL",
            [phone_hash(db, phone)],
        )
        if len(rows) != 1 or fetch_one(db, "SELECT 1 FROM people WHERE telegram_id = ?", [telegram_id]):
            return None
        person_id: int = rows[0]["id"]
        change(db, "UPDATE people SET telegram_id = ? WHERE id = ?", [telegram_id, person_id])
        audit.record(db, now, "join", str(person_id), person_id=person_id, by="phone", source=source)
        return person_by_id(db, person_id)


def _already_in(db: Database, invite: Row | None, telegram_id: int, today: date) -> Person:
    """The person whom this invitation has let in already, who opens it once more.

    Raises InviteInvalid for others, and once they have that role no longer.
    """
    person = person_by_id(db, invite["used_by"]).on(today) if invite and invite["used_by"] else None
    if invite is None or person is None or person.telegram_id != telegram_id or not _has_role(person, invite):
        raise InviteInvalid(for_deputy=invite is not None and invite["named_by"] is not None)
    return person


def _has_role(person: Person, invite: Row) -> bool:
    return any((each.role, each.unit_id) == (invite["role"], invite["unit_id"]) for each in person.memberships)


def _refuse_liaison(db: Database, invite: Row, telegram_id: int) -> None:
    """Raises InviteForDeputy when a liaison of the unit has opened the link that a deputy is to open."""
    person = person_in_chat(db, telegram_id) if invite["named_by"] else None
    for each in person.liaison_for if person else ():
        if each.unit_id == invite["unit_id"]:
            raise InviteForDeputy(each.unit or "")


def _ask_coordinator(db: Database, invite: Row, telegram_id: int) -> None:
    """Raises InviteForAnother for a coordinator: those who make links try them."""
    person = person_in_chat(db, telegram_id)
    if person is not None and person.is_coordinator:
        raise InviteForAnother(unit_name(db, invite["unit_id"] or 0), invite["role"])


def _tell_liaison(db: Database, invite: Row, now: datetime, zone: ZoneInfo) -> None:
    if invite["named_by"] is not None:
        post(db, Letter.DEPUTY_JOINED, invite["id"], [person_by_id(db, invite["named_by"])], now, zone)


def _bearer(db: Database, invite: Row, telegram_id: int, name: str, now: datetime) -> int:
    """The person who holds the token: known already, the roster row that the link was made for, or new.

    The name is one that anybody may choose: it is kept, and decides nothing.
    """
    known = fetch_one(db, "SELECT id FROM people WHERE telegram_id = ?", [telegram_id])
    meant = invite["person_id"]
    if known is not None:
        if meant:
            _merge(db, meant, known["id"])
        return int(known["id"])
    if meant and change(
        db, "UPDATE people SET telegram_id = ? WHERE id = ? AND telegram_id IS NULL", [telegram_id, meant]
    ):
        return int(meant)
    return add_person(db, name, now, telegram_id)


def _merge(db: Database, roster_id: int, person_id: int) -> None:
    """Give a known person the roles and the phone number of an unclaimed roster row and drop that row."""
    unclaimed = fetch_one(db, "SELECT phone_hash FROM people WHERE id = ? AND telegram_id IS NULL", [roster_id])
    if unclaimed is None:
        return
    phone = [unclaimed["phone_hash"], person_id]
    change(db, "UPDATE people SET phone_hash = ifnull(?, phone_hash) WHERE id = ?", phone)
    change(db, "UPDATE OR IGNORE memberships SET person_id = ? WHERE person_id = ?", [person_id, roster_id])
    change(db, "UPDATE invites SET person_id = NULL WHERE person_id = ?", [roster_id])
    change(db, "DELETE FROM people WHERE id = ?", [roster_id])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
