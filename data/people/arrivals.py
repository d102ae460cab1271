"""Arrivals: people who come in by a link or phone number, at once, on a first day, or once the office agrees."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from data.errors import AlreadyDecided
from data.errors.people import RoleNeedsUnit
from data.letters import Letter, post_letter, post_letter_instead
from data.people.absence import tell_those_stood_in_for
from data.people.actor import Actor
from data.people.contact import needs_consent
from data.people.invitations import IS_A_REQUEST, REQUESTS, Invitee, token_hash
from data.people.people import (
    Membership,
    Person,
    Role,
    add_membership,
    add_person,
    coordinators,
    person_by_id,
    person_in_chat,
)
from data.people.removal import remove_roles_unchecked
from data.people.succession import take_over_work
from data.store import Database, Row, transaction
from data.times import day_of, stored_day

REQUESTS_A_DAY = 5
"""The number of strangers whose requests the office is told of within 24 hours, each at most once."""


class ArrivalState(StrEnum):
    """How far an arrival has got: waiting for the office, waiting for the first day, in, or refused."""

    WAITING = "waiting"
    COMING = "coming"
    IN = "in"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person who came by a link or a phone number, or a stranger who wrote that they want in.

    `role` is that of the link, or None; `roles` are those that the person gets or has. `meant_for` is the name on the
    link, or that the stranger wrote with their number `phone`, behind the unit if the plan has none such; `called` is
    what the person is called on Telegram. `taken_over` are the codes of tasks taken over from a predecessor.
    """

    id: int
    person: Person
    state: ArrivalState
    role: Role | None
    roles: tuple[Membership, ...]
    first_day: date | None
    until: date | None
    meant_for: str
    called: str
    named_by: str
    decided_by: str
    at: datetime
    by_request: bool
    phone: str
    taken_over: tuple[str, ...] = ()

    @property
    def unit_is_unknown(self) -> bool:
        """Whether a stranger asks to come in for a unit that the plan has not."""
        return self.by_request and not any(each.unit_id for each in self.roles)


def add_newcomer(db: Database, claims: int | None, telegram_id: int, name: str, now: datetime) -> int:
    """Return the id of a row for a person who has none yet. To be called within a transaction.

    It is the roster's row `claims` if that is unclaimed and newcomers need no consent, otherwise a new one.
    """
    claimed = "UPDATE people SET telegram_id = ? WHERE id = ? AND telegram_id IS NULL"
    if claims and not needs_consent(db) and db.change(claimed, [telegram_id, claims]):
        return claims
    return add_person(db, name, now, telegram_id)


def record_arrival(
    db: Database,
    person_id: int,
    called: str,
    invite: Row | None,
    claims: int | None,
    now: datetime,
    *,
    by_request: bool = False,
) -> Arrival:
    """Let a person in by an invitation or as the roster's row `claims`, whose other links are then void, or let them
    wait if newcomers need consent or it is only their own request. Their earlier requests wait no longer.

    The office is told either way. To be called within a transaction.
    """
    db.change("DELETE FROM invites WHERE person_id = ? AND used_at IS NULL", [claims])
    earlier = f"DELETE FROM arrivals WHERE person_id = ? AND state = ? AND invite_id IN ({REQUESTS})"
    db.change(earlier, [person_id, ArrivalState.WAITING])
    person = person_by_id(db, person_id)
    waits = by_request or (needs_consent(db) and not person.is_coordinator)
    came = {"invite_id": invite["id"] if invite else None, "claims": claims, "called": called}
    arrival_id = db.insert("arrivals", person_id=person_id, **came, at=now, state=ArrivalState.WAITING)
    taken_over = () if waits else _let_in(db, arrival_id, now)
    desk = [each for each in coordinators(db) if each.id != person_id]
    post_letter(db, Letter.ARRIVED, arrival_id, desk, now)
    [arrival] = _arrivals(db, "arrivals.id = ?", arrival_id, taken_over)
    return arrival


def ask_to_join(
    db: Database, unit: int | str, role: Role, invitee: Invitee, telegram_id: int, called: str, now: datetime
) -> Arrival | None:
    """Let a stranger who asks to come in for a unit wait for the office, which is told; a role is theirs only once the
    office agrees. `unit` is its id, or what they call a unit that the plan has not; they may ask for another then.
    None, changing nothing, if they or too many others have asked within a day."""
    unit_id, unknown = (unit, "") if isinstance(unit, int) else (None, unit)
    with transaction(db):
        earlier = f"SELECT used_by, unit_id FROM invites WHERE id IN ({REQUESTS}) AND created_at > ?"
        asked = [(row["used_by"], row["unit_id"]) for row in db.fetch_all(earlier, [now - timedelta(days=1)])]
        known = person_in_chat(db, telegram_id)
        own = [each for person_id, each in asked if known is not None and person_id == known.id]
        if len(asked) >= REQUESTS_A_DAY or any(own) or (own and unit_id is None):
            return None
        person_id = known.id if known else add_newcomer(db, None, telegram_id, invitee.name, now)
        if known is not None and has_only_asked(db, known):
            db.update("people", known.id, name=invitee.name)
        kept = {"unit_id": unit_id, "role": role, "phone": invitee.phone, "used_by": person_id}
        kept["name"] = f"{unknown} {invitee.name}".strip()
        nobodys = token_hash(secrets.token_urlsafe(32))
        invite_id = db.insert("invites", token_hash=nobodys, created_at=now, expires_at=now, used_at=now, **kept)
        invite = db.fetch_row("SELECT * FROM invites WHERE id = ?", [invite_id])
        return record_arrival(db, person_id, called, invite, None, now, by_request=True)


def has_only_asked(db: Database, person: Person) -> bool:
    """Return whether nothing is known of a person but that they have asked to be let in."""
    came = f"SELECT 1 FROM arrivals WHERE person_id = ? AND (invite_id IS NULL OR invite_id NOT IN ({REQUESTS}))"
    was_here = db.exists("SELECT 1 FROM removals WHERE person_id = ?", [person.id]) or db.exists(came, [person.id])
    return not person.memberships and not was_here


def decide_arrival(db: Database, by: Actor, arrival_id: int, agreed: bool) -> Arrival:
    """Let in or refuse a waiting person, who is told. Raises ForTheOffice, AlreadyDecided if they wait no longer, and
    RoleNeedsUnit if they are to be let in for a unit that the plan has not."""
    with by.office_act(db):
        arrival = find_arrival(db, arrival_id)
        if agreed and arrival is not None and arrival.role and arrival.unit_is_unknown:
            raise RoleNeedsUnit(arrival.role)
        decided = db.change(
            "UPDATE arrivals SET state = ?, decided_by = ?, decided_at = ? WHERE id = ? AND state = 'waiting'",
            [ArrivalState.WAITING if agreed else ArrivalState.REFUSED, by.id, by.now, arrival_id],
        )
        if not decided:
            raise AlreadyDecided
        taken_over = _let_in(db, arrival_id, by.now) if agreed else ()
        [arrival] = _arrivals(db, "arrivals.id = ?", arrival_id, taken_over)
        by.record(db, "decide_arrival", str(arrival.person.id), agreed=agreed)
        post_letter(db, Letter.LET_IN, arrival_id, [arrival.person], by.now)
        return arrival


def begin_due_roles(db: Database, now: datetime) -> None:
    """Give their roles to people whose first day has come, turn away those whose last day is over, and tell them."""
    _turn_away_late(db, now)
    due = """SELECT arrivals.id, arrivals.person_id FROM arrivals JOIN invites ON invites.id = invite_id
        WHERE state = 'coming' AND first_day <= ?"""
    today = [day_of(now, db.zone)]
    if not db.fetch_all(due, today):
        return
    with transaction(db):
        for row in db.fetch_all(due, today):
            _let_in(db, row["id"], now)
            person = person_by_id(db, row["person_id"])
            post_letter_instead(db, Letter.LET_IN, row["id"], [person], now)


def find_arrival(db: Database, arrival_id: int) -> Arrival | None:
    """Return an arrival, or None if the person has been deleted."""
    return next(iter(_arrivals(db, "arrivals.id = ?", arrival_id)), None)


def arrival_by(db: Database, invite_id: int) -> Arrival | None:
    """Return the arrival by an invitation, or None."""
    return next(iter(_arrivals(db, "invite_id = ?", invite_id)), None)


def unfinished_arrival(db: Database, telegram_id: int) -> Arrival | None:
    """Return a person's newest arrival that waits for the office or for the first day, or None."""
    theirs = "arrivals.person_id = (SELECT id FROM people WHERE telegram_id = ?)"
    found = _arrivals(db, f"{theirs} AND state IN ('waiting', 'coming')", telegram_id)
    return found[-1] if found else None


def waiting_arrivals(db: Database) -> list[Arrival]:
    """Return the arrivals that wait for the office, oldest first."""
    return _arrivals(db, "state = ?", ArrivalState.WAITING)


def _turn_away_late(db: Database, now: datetime) -> None:
    """Refuse the arrivals whose last day is over. Those not decided on are told as if the office had refused them."""
    late = """SELECT arrivals.id, arrivals.person_id, state FROM arrivals JOIN invites ON invites.id = invite_id
        WHERE state IN ('waiting', 'coming') AND until < ?"""
    today = [day_of(now, db.zone)]
    if not db.fetch_all(late, today):
        return
    with transaction(db):
        for row in db.fetch_all(late, today):
            db.update("arrivals", row["id"], state=ArrivalState.REFUSED)
            if row["state"] == ArrivalState.WAITING:
                post_letter(db, Letter.LET_IN, row["id"], [person_by_id(db, row["person_id"])], now)


def _let_in(db: Database, arrival_id: int, now: datetime) -> tuple[str, ...]:
    """Give an arrival its roles, or keep it until its first day. Returns the codes of tasks taken over."""
    row = db.fetch_row("SELECT * FROM arrivals WHERE id = ?", [arrival_id])
    invite = db.fetch_one("SELECT * FROM invites WHERE id = ?", [row["invite_id"]])
    later = invite and invite["first_day"] and invite["first_day"] > day_of(now, db.zone).isoformat()
    db.update("arrivals", arrival_id, state=ArrivalState.COMING if later else ArrivalState.IN)
    if later:
        return ()
    if row["claims"]:
        _claim(db, row["claims"], row["person_id"])
    if invite:
        _give_role(db, invite, row["person_id"], now)
    person = person_by_id(db, row["person_id"])
    codes = list[str]()
    for each in person.memberships:
        if each.unit_id is not None:
            codes += take_over_work(db, person.id, each.unit_id, each.role)
            tell_those_stood_in_for(db, person.id, each.unit_id, now)
    return tuple(codes)


def _give_role(db: Database, invite: Row, person_id: int, now: datetime) -> None:
    add_membership(
        db, person_id, Role(invite["role"]), invite["unit_id"], invite["named_by"], invite["until"], since=now
    )
    db.change("UPDATE people SET phone = ? WHERE id = ? AND phone = ''", [invite["phone"], person_id])
    db.update("invites", invite["id"], phone="")
    if invite["replaces"]:
        _end_replaced(db, invite, now)
    if invite["named_by"] is not None and invite["role"] == Role.DEPUTY:
        post_letter(db, Letter.DEPUTY_JOINED, invite["id"], [person_by_id(db, invite["named_by"])], now)


def _end_replaced(db: Database, invite: Row, now: datetime) -> None:
    """End the same role of the person whom the invitation replaces, if they still have it."""
    sql = "SELECT id FROM memberships WHERE person_id = ? AND unit_id IS ? AND role = ?"
    if ids := db.fetch_column(sql, [invite["replaces"], invite["unit_id"], invite["role"]]):
        remove_roles_unchecked(db, invite["replaces"], ids, now, f"invite:{invite['id']}", None)


def _claim(db: Database, roster_id: int, person_id: int) -> None:
    """Move the roles and phone number of an unclaimed roster row to a person, and delete the row.

    A person without any role also gets its name.
    """
    unclaimed = db.fetch_one("SELECT * FROM people WHERE id = ? AND telegram_id IS NULL", [roster_id])
    if unclaimed is None or roster_id == person_id:
        return
    if not person_by_id(db, person_id).memberships:
        db.update("people", person_id, name=unclaimed["name"])
    db.change(
        """UPDATE people SET phone_hash = ifnull(:phone_hash, phone_hash), language = ifnull(:language, language),
        phone = iif(:phone <> '', :phone, phone) WHERE id = :known""",
        {**{key: unclaimed[key] for key in ("phone_hash", "language", "phone")}, "known": person_id},
    )
    db.change("UPDATE OR IGNORE memberships SET person_id = ? WHERE person_id = ?", [person_id, roster_id])
    db.change("UPDATE invites SET person_id = NULL WHERE person_id = ?", [roster_id])
    db.change("DELETE FROM people WHERE id = ?", [roster_id])


def _roles(db: Database, row: Row) -> tuple[Membership, ...]:
    """Return the role of the link, else the person's own roles, else those of the claimed roster row."""
    if row["role"]:
        return (Membership(Role(row["role"]), row["unit_id"], row["unit"], until=stored_day(row["until"])),)
    own = person_by_id(db, row["person_id"]).memberships
    return own or (person_by_id(db, row["claims"]).memberships if row["claims"] else ())


def _arrivals(db: Database, which: str, value: object, taken_over: tuple[str, ...] = ()) -> list[Arrival]:
    """Return the arrivals for which the SQL condition `which` holds with its one parameter, oldest first."""
    rows = db.fetch_all(
        f"""SELECT arrivals.*, role, unit_id, units.name AS unit, first_day, until,
            ifnull(invites.name, '') AS meant_for, ifnull(invites.phone, '') AS phone,
            ifnull({IS_A_REQUEST}, 0) AS by_request, ifnull(namer.name, '') AS named_by,
            ifnull(decider.name, '') AS decided_by
        FROM arrivals LEFT JOIN invites ON invites.id = invite_id LEFT JOIN units ON units.id = unit_id
        LEFT JOIN people AS namer ON namer.id = invites.named_by LEFT JOIN people AS decider ON decider.id = decided_by
        WHERE {which} ORDER BY arrivals.id""",
        [value],
    )
    return [
        db.record(Arrival, row, person=person_by_id(db, row["person_id"]), roles=_roles(db, row), taken_over=taken_over)
        for row in rows
    ]
