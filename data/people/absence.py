"""Leave: a person goes away and comes back, and meanwhile the unit's notices go to its other people, if any."""

from dataclasses import dataclass
from datetime import date, datetime

from data.errors import NotYours
from data.errors.deadlines import DayTooEarly
from data.errors.people import NobodyThere
from data.letters import Letter, post_letter, post_letter_instead, take_letter_back
from data.people.actor import Actor
from data.people.coming_deputies import COMING, turn_away
from data.people.invitations import Invitee, link_for_deputy
from data.people.people import ON_LEAVE, SPEAKING_ROLES, Membership, Person, person_by_id, reachable_people
from data.store import Database, Row, record_of, transaction
from data.store.queries import Parameters
from data.times import day_of

LASTING = "ended_at IS NULL AND last_day >= ?"
"""An SQL condition on absences: they are not over on a day."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A person's leave from a unit; `stand_in` is the person who stands in, or None."""

    id: int
    person: Person
    unit_id: int
    unit: str
    first: date
    last: date
    stand_in: Person | None


def absence_by_id(db: Database, absence_id: int) -> Absence:
    """Return an absence, even one that is over. Raises LookupError if there is none."""
    if not (found := _absences(db, "absences.id = ?", [absence_id])):
        raise LookupError(absence_id)
    return found[0]


def find_absence(db: Database, absence_id: int | None, day: date) -> Absence | None:
    """Return an absence that is not over on `day`, or None."""
    return next(iter(_absences(db, f"absences.id = ? AND {LASTING}", [absence_id, day])), None)


def absences_on(db: Database, day: date) -> list[Absence]:
    """Return the absences that last on `day` or begin later, of people still in their unit, earliest first."""
    still_there = """EXISTS (SELECT 1 FROM memberships
        WHERE memberships.person_id = absences.person_id AND memberships.unit_id = absences.unit_id)"""
    return _absences(db, f"{LASTING} AND {still_there} ORDER BY first_day", [day])


def own_absences(db: Database, person: Person, day: date) -> list[Absence]:
    """Return a person's absences that last on `day` or begin later, earliest first."""
    return [each for each in absences_on(db, day) if each.person.id == person.id]


def leave_from(db: Database, source: str | None) -> int | None:
    """Return the id of the leave that was entered from a source, or None."""
    return db.fetch_number("SELECT id FROM absences WHERE source = ?", [source])


def is_away(db: Database, person_id: int, unit_id: int, day: date) -> bool:
    """Return whether a person is on leave from a unit on a day."""
    sql = f"SELECT 1 FROM absences WHERE person_id = :person AND unit_id = :unit AND {ON_LEAVE}"
    return db.exists(sql, {"person": person_id, "unit": unit_id, "day": day})


def _absences(db: Database, which: str, parameters: Parameters) -> list[Absence]:
    sql = """SELECT absences.*, first_day AS first, last_day AS last, units.name AS unit
        FROM absences JOIN units ON units.id = unit_id WHERE """
    return [_absence(db, row) for row in db.fetch_all(sql + which, parameters)]


def _absence(db: Database, row: Row) -> Absence:
    stand_in = who_can_stand_in(db, row["unit_id"], row["stand_in"])
    return record_of(Absence, row, person=person_by_id(db, row["person_id"]), stand_in=stand_in)


def who_can_stand_in(db: Database, unit_id: int, person_id: int | None) -> Person | None:
    """Return a person who has a role for a unit or is to begin as its deputy; None if they do neither."""
    to_come = f"SELECT person_id FROM ({COMING} AND unit_id = :unit)"
    sql = f"SELECT 1 WHERE :person IN (SELECT person_id FROM memberships WHERE unit_id = :unit UNION {to_come})"
    there = db.exists(sql, {"person": person_id, "unit": unit_id})
    return person_by_id(db, person_id) if person_id is not None and there else None


StandIn = int | Invitee | None
"""Who stands in: a person by their id, somebody to invite as deputy, or nobody."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's role for a unit, and the others of the unit who can stand in."""

    membership_id: int
    person: Person
    unit_id: int
    unit: str
    others: tuple[Person, ...]


def seat_of(db: Database, by: Person, membership_id: int) -> Seat:
    """Return the role whose holder is to go on leave. Raises NobodyThere if it no longer exists, NotYours unless it is
    the person's own or `by` is a coordinator."""
    sql = "SELECT memberships.*, units.name AS unit FROM memberships JOIN units ON units.id = unit_id"
    row = db.fetch_one(f"{sql} WHERE memberships.id = ?", [membership_id])
    if row is None or row["role"] not in SPEAKING_ROLES:
        raise NobodyThere
    if row["person_id"] != by.id and not by.is_coordinator:
        raise NotYours
    others = tuple(each for each in reachable_people(db, row["unit_id"]) if each.id != row["person_id"])
    return Seat(membership_id, person_by_id(db, row["person_id"]), row["unit_id"], row["unit"], others)


def own_seats(db: Database, person: Person) -> list[tuple[int, Membership]]:
    """Return the roles in which a person speaks for units, each with its membership id."""
    rows = db.fetch_all("SELECT id, unit_id, role FROM memberships WHERE person_id = ? ORDER BY id", [person.id])
    known = {(each.unit_id, each.role): each for each in person.memberships if each.role in SPEAKING_ROLES}
    return [(row["id"], known[row["unit_id"], row["role"]]) for row in rows if (row["unit_id"], row["role"]) in known]


def enter_leave(
    db: Database, by: Actor, seat: Seat, first: date, last: date, stand_in: StandIn, instead: int | None
) -> str | None:
    """Enter a leave, replacing the absence with id `instead` if given; the stand-in is told, and so is the person if
    the office enters it.

    A repeated call with the same source only makes a new link. Returns the token of an invitation, if any. Raises
    DayTooEarly if the days are over.
    """
    with transaction(db):
        absence_id = leave_from(db, by.source)
        if absence_id is None and last < by.today:
            raise DayTooEarly(by.today)
        if absence_id is None:
            absence_id = _enter(db, by, seat, first, last, stand_in, find_absence(db, instead, by.today))
        absence = absence_by_id(db, absence_id)
        _tell_it_is_entered(db, absence, by)
        deputy = (seat.person.id, seat.unit_id, absence.first, absence.last)
        return link_for_deputy(db, by, *deputy, stand_in) if isinstance(stand_in, Invitee) else None


def _enter(
    db: Database, by: Actor, seat: Seat, first: date, last: date, stand_in: StandIn, before: Absence | None
) -> int:
    """Enter a leave instead of the one `before`, whose deputy by a link comes along if the same is to stand in."""
    kept = stand_in_kept(db, before) if before is not None else None
    along = kept is not None and (kept == stand_in or (isinstance(kept, Invitee) and isinstance(stand_in, Invitee)))
    if before is not None:
        _take_back(db, by, before, (first, last) if along else None)
    stated = {"first_day": first, "last_day": last, "stand_in": stand_in if isinstance(stand_in, int) else None}
    entered = {"entered_by": by.id, "source": by.source, "at": by.now}
    absence_id = db.insert("absences", person_id=seat.person.id, unit_id=seat.unit_id, **stated, **entered)
    detail = {"first": first.isoformat(), "last": last.isoformat(), "instead": before and before.id, "along": along}
    by.record(db, "absence", str(seat.person.id), absence_id=absence_id, **detail)
    return absence_id


def end_unit_leave(db: Database, person_id: int, unit_id: int, now: datetime) -> None:
    """End a person's leave from a unit so that notices reach them again. To be called within a transaction."""
    sql = "UPDATE absences SET ended_at = ? WHERE person_id = ? AND unit_id = ? AND ended_at IS NULL"
    db.change(sql, [now, person_id, unit_id])


def end_leave(db: Database, by: Actor, person_id: int) -> bool:
    """End all leave of a person, begun or not, and return whether there was any.

    The stand-in is told, and so is the person if the office does it. Raises ForTheOffice for somebody else's leave.
    """
    with transaction(db) if person_id == by.id else by.office_act(db):
        ended = _absences(db, f"person_id = ? AND {LASTING}", [person_id, by.today])
        for absence in ended:
            db.update("absences", absence.id, ended_at=by.now)
            _drop_link(db, absence)
            turn_away(db, _FOR_LEAVE, _asked(absence), by.now)
            _tell_stand_in(db, absence, by.now)
            if person_id != by.id:
                _tell_absent(db, absence, by)
        if ended:
            by.record(db, "end_absence", str(person_id))
    return bool(ended)


def undo_leave(db: Database, by: Actor, absence_id: int, before: int | None, *, along: bool) -> None:
    """Undo the entry of a leave, unless it is over, tell the stand-in, and bring back the leave that was there
    `before`, if any, also its deputy if that one came `along`. To be called within a transaction."""
    absence = find_absence(db, absence_id, by.today)
    if absence is None:
        return
    earlier = absence_by_id(db, before) if before is not None else None
    _take_back(db, by, absence, (earlier.first, earlier.last) if earlier and along else None)
    turn_away(db, _FOR_LEAVE, _asked(absence), by.now)
    if earlier is not None:
        db.update("absences", earlier.id, ended_at=None)
        _tell_it_is_entered(db, earlier, by)


def _take_back(db: Database, by: Actor, absence: Absence, moved_to: tuple[date, date] | None) -> None:
    """End a leave as if it had not been entered; its deputy by a link has other days if it is `moved_to` these, and
    otherwise an unopened link goes with it."""
    db.update("absences", absence.id, ended_at=by.now)
    if moved_to is None:
        _drop_link(db, absence)
    else:
        deputy = deputy_of(db, absence)
        sql = "UPDATE memberships SET until = ? WHERE unit_id = ? AND until = ? AND person_id = ?"
        db.change(sql, [moved_to[1], absence.unit_id, absence.last, deputy and deputy.id])
        db.change(f"UPDATE invites SET first_day = ?, until = ? WHERE {_FOR_LEAVE}", [*moved_to, *_asked(absence)])
    _tell_stand_in(db, absence, by.now)
    take_letter_back(db, Letter.LEAVE, Letter.LEAVE_ENDED, absence.id, [absence.person], by.now)


_FOR_LEAVE = "unit_id = ? AND named_by = ? AND first_day = ? AND until = ?"
"""An SQL condition on invites: a link to a deputy for a leave, with the parameters `_asked`."""


def _asked(absence: Absence) -> tuple[object, ...]:
    return absence.unit_id, absence.person.id, absence.first, absence.last


def stand_in_kept(db: Database, absence: Absence) -> StandIn:
    """Return who stands in for a leave, as enter_leave takes it."""
    if (person := absence.stand_in or deputy_of(db, absence)) is not None:
        return person.id
    row = db.fetch_one(f"SELECT name, phone FROM invites WHERE {_FOR_LEAVE} AND used_at IS NULL", _asked(absence))
    return Invitee(row["name"], row["phone"]) if row else None


def deputy_of(db: Database, absence: Absence) -> Person | None:
    """Return the deputy who has opened the link for a leave and has begun or is still to begin, or None."""
    sql = f"SELECT used_by FROM invites WHERE {_FOR_LEAVE} AND used_by IS NOT NULL ORDER BY id DESC"
    return who_can_stand_in(db, absence.unit_id, db.fetch_number(sql, _asked(absence)))


def _drop_link(db: Database, absence: Absence) -> None:
    db.change(f"DELETE FROM invites WHERE {_FOR_LEAVE} AND used_at IS NULL", _asked(absence))


def _tell_it_is_entered(db: Database, absence: Absence, by: Actor) -> None:
    """Tell the stand-in of a leave, and the person if the office has entered it."""
    if (stands_in := absence.stand_in or deputy_of(db, absence)) is not None:
        post_letter(db, Letter.STANDS_IN, absence.id, [stands_in], by.now)
    if absence.person.id != by.id:
        post_letter(db, Letter.LEAVE, absence.id, [absence.person], by.now)


def _tell_absent(db: Database, absence: Absence, by: Actor) -> None:
    """Tell a person that the office ended their leave, unless a letter that it began is still unsent."""
    if db.exists("SELECT 1 FROM outbox WHERE letter = ? AND subject_id = ?", [Letter.LEAVE, absence.id]):
        take_letter_back(db, Letter.LEAVE, Letter.LEAVE_ENDED, absence.id, [absence.person], by.now)
    else:
        post_letter(db, Letter.LEAVE_ENDED, absence.id, [absence.person], by.now)


def tell_those_stood_in_for(db: Database, person_id: int, unit_id: int, now: datetime) -> None:
    """Tell those whose stand-in this person was that they are no longer, as they have no role for the unit now, or, if
    that was told, that they are again. To be called within a transaction."""
    gone, back = Letter.STAND_IN_GONE, Letter.STAND_IN_BACK
    stood_in = f"absences.stand_in = ? AND unit_id = ? AND {LASTING}"
    for absence in _absences(db, stood_in, [person_id, unit_id, day_of(now, db.zone)]):
        if absence.stand_in is None:
            post_letter_instead(db, gone, absence.id, [absence.person], now)
        else:
            take_letter_back(db, gone, back, absence.id, [absence.person], now)


def _tell_stand_in(db: Database, absence: Absence, now: datetime) -> None:
    """Tell the stand-in, if they have heard of it, that they are no longer needed."""
    stand_in = [absence.stand_in] if absence.stand_in else []
    take_letter_back(db, Letter.STANDS_IN, Letter.STANDS_IN_ENDED, absence.id, stand_in, now)
