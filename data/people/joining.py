"""Joining by a one-time link, or by a phone number that the office gave. A name alone never grants anything."""

from datetime import date, datetime

from data.errors.people import InviteForAnother, InviteForDeputy, InviteInvalid
from data.people.arrivals import Arrival, ArrivalState, add_newcomer, arrival_by, has_only_asked, record_arrival
from data.people.hashes import phone_hash
from data.people.invitations import token_hash
from data.people.people import Person, person_in_chat
from data.people.removal import was_removed_since
from data.plan.units import unit_name
from data.store import Database, Row, audit, transaction
from data.times import day_of


def accept_invite(
    db: Database, token: str, telegram_id: int, name: str, now: datetime, source: str = "", *, sure: bool = False
) -> Arrival:
    """Let in the person who opens a link, or let them wait for the office or their first day.

    Raises, changing nothing, InviteInvalid if the token is unknown, used, expired, or older than the person's removal,
    InviteForDeputy if a liaison opens a deputy's link of the own unit, InviteForAnother if a coordinator opens one and
    is not `sure`.
    """
    with transaction(db):
        used = db.change(
            """UPDATE invites SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            AND (until IS NULL OR until >= :today)""",
            {"now": now, "hash": token_hash(token), "today": day_of(now, db.zone)},
        )
        invite = db.fetch_one("SELECT * FROM invites WHERE token_hash = ?", [token_hash(token)])
        if invite is None or not used:
            return _opened_again(db, invite, telegram_id, day_of(now, db.zone))
        known = person_in_chat(db, telegram_id)
        _check_bearer(db, invite, known, sure=sure)
        return _arrive(db, invite, known, telegram_id, name, now, source)


def accept_phone(db: Database, phone: str, telegram_id: int, name: str, now: datetime, source: str) -> Arrival | None:
    """Let in the one unclaimed roster row with this phone number, or else whoever was invited last with it, or let them
    wait for the office. None if there is nobody such, or several rows."""
    with transaction(db):
        unclaimed = """SELECT id FROM people WHERE phone_hash = ? AND telegram_id IS NULL
            AND id IN (SELECT person_id FROM memberships)"""
        claims = db.fetch_column(unclaimed, [phone_hash(db, phone)])
        known = person_in_chat(db, telegram_id)
        if (known is not None and not has_only_asked(db, known)) or len(claims) > 1:
            return None
        if not claims:
            invite = _invited_with(db, phone, now)
            return _arrive(db, invite, known, telegram_id, name, now, source) if invite is not None else None
        person_id = known.id if known else add_newcomer(db, claims[0], telegram_id, name, now)
        arrival = record_arrival(db, person_id, name, None, claims[0], now)
        audit.record(db, now, "join", str(person_id), person_id=person_id, by="phone", source=source)
        return arrival


def _arrive(
    db: Database, invite: Row, known: Person | None, telegram_id: int, name: str, now: datetime, source: str
) -> Arrival:
    """Record that a person arrives by an invitation, which is then used up."""
    person_id = known.id if known else add_newcomer(db, invite["person_id"], telegram_id, invite["name"] or name, now)
    db.update("invites", invite["id"], used_at=now, used_by=person_id)
    arrival = record_arrival(db, person_id, name, invite, invite["person_id"], now)
    audit.record(db, now, "join", str(person_id), person_id=person_id, role=invite["role"], source=source)
    return arrival


def _invited_with(db: Database, phone: str, now: datetime) -> Row | None:
    """Return the newest open invitation that was made with this phone number, or None."""
    still_open = "SELECT * FROM invites WHERE phone <> '' AND used_at IS NULL AND expires_at > ? ORDER BY id DESC"
    rows = db.fetch_all(still_open, [now])
    return next((row for row in rows if phone_hash(db, row["phone"]) == phone_hash(db, phone)), None)


def _opened_again(db: Database, invite: Row | None, telegram_id: int, today: date) -> Arrival:
    """Return the arrival of a person who reopens their own used link.

    Raises InviteInvalid for anybody else, and if they were refused or have lost the role.
    """
    arrival = arrival_by(db, invite["id"]) if invite else None
    invalid = InviteInvalid(for_deputy=invite is not None and invite["named_by"] is not None)
    if invite is None or arrival is None or arrival.person.telegram_id != telegram_id:
        raise invalid
    roles = [(each.role, each.unit_id) for each in arrival.person.on(today).memberships]
    has_lost_it = arrival.state is ArrivalState.IN and (invite["role"], invite["unit_id"]) not in roles
    if arrival.state is ArrivalState.REFUSED or has_lost_it:
        raise invalid
    return arrival


def _check_bearer(db: Database, invite: Row, known: Person | None, *, sure: bool) -> None:
    """Check whether a known person may open a link.

    Raises InviteInvalid if they were removed after it was made, InviteForDeputy if they are a liaison of the unit and
    the link is for a deputy, InviteForAnother for a coordinator who is not `sure` (coordinators tend to try the links
    they make).
    """
    if known is None:
        return
    if was_removed_since(db, known.id, invite["created_at"]):
        raise InviteInvalid(for_deputy=invite["named_by"] is not None)
    if invite["named_by"]:
        for each in known.liaison_for:
            if each.unit_id == invite["unit_id"]:
                raise InviteForDeputy(each.unit or "")
    if known.is_coordinator and not sure:
        raise InviteForAnother(unit_name(db, invite["unit_id"] or 0), invite["role"])
