"""Deputies (B角), named by a liaison until a last day or until recalled.

A one-time link lets the deputy in. The membership is what counts and ends with the appointment; the invitation stays as
its record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from data.calendar import Period, span_around
from data.errors import StaleButton
from data.errors.deadlines import DayTooEarly, DayUnclear
from data.people.absence import end_unit_leave, is_away
from data.people.actor import Actor
from data.people.coming_deputies import ComingDeputy, coming_deputies
from data.people.invitations import Invitee, drop_links_for_deputies, link_for_deputy
from data.people.people import Person, Role, liaison_membership, person_by_id
from data.store import Database, Row, transaction
from data.store.records import record_of
from data.times import day_of, moment
from data.understanding import says
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.days.moments import names_only_weekdays, with_spans_joined
from data.understanding.normalise.sentence import blank_spans, spans

_REST_OF_WEEK = timedelta(days=6)


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
    """Return the row of a deputy's role that the person may end. Raises StaleButton, and NotYours for another
    unit's."""
    row = db.fetch_row("SELECT * FROM memberships WHERE id = ? AND named_by IS NOT NULL", [membership_id], StaleButton)
    liaison_membership(person, row["unit_id"])
    return row


def has_deputy(db: Database, unit_id: int) -> bool:
    """Return whether a unit has a deputy."""
    return db.exists("SELECT 1 FROM memberships WHERE unit_id = ? AND role = ?", [unit_id, Role.DEPUTY])


UP_TO = "到至"


def days_away(text: str, today: date, begins: date | None = None, lasts: int | None = None) -> tuple[date, date]:
    """Return the first and last day of leave named in a text (12月2日到6日).

    A last day alone (延到15号) or a length counts from `begins`, the first day of the present leave, unless it is moved
    to a whole span (改到下周); a first day alone lasts `lasts` days, and bare weekdays (周一到周三) are of its week.
    The day of return (12月9号上班) is the one after the last. Raises DayUnclear, also for separate days (周一周五) and
    for later ones named first (下周休假 这周的我先报), and DayTooEarly if the days are over.
    """
    text = with_spans_joined(text)
    seen_from = today
    if begins is not None and begins > today and names_only_weekdays(text.lower()):
        seen_from = max(today, span_around(begins, Period.WEEK).first)
    named = find_days(text.lower(), seen_from)
    if (week := _week_around(text.lower(), named, today)) is not None:
        seen_from = week.first
        within = find_days(blank_spans(text.lower(), [(week.start, week.end)]), seen_from)
        named = tuple(each._replace(last=week.last) if each.since else each for each in within)
    days = _without_return(text, [each for each in named if not _is_month_around(each, named)], seen_from)
    length = length_in_days(blank_spans(text.lower(), spans(days)))
    apart = any(day.end == following.start and not following.until for day, following in pairwise(days))
    if apart or (not days and (begins is None or length is None)):
        raise DayUnclear(today)
    length = length or lasts
    first, last = (days[0].first, days[-1].last) if days else (begins or today, begins or today)
    shifts = bool(days) and days[0].until and says(text, "staffing.leave_shifted")
    whole = text[days[0].start : days[0].end].lower().lstrip(UP_TO).removeprefix("to ") if shifts else ""
    alone = find_days(whole, seen_from)
    if alone and alone[0].first < alone[0].last:
        first = alone[0].first
    elif begins is not None and days and days[0].until:
        first = begins
    elif length is not None and (first == last or days[0].since):
        last = first + timedelta(days=length - 1)
    if last < today:
        raise DayTooEarly(today)
    if last < first:
        raise DayUnclear(today)
    return max(first, today), last


def is_day_of_return(text: str, day: Days) -> bool:
    """Return whether a text names a day as the one on which somebody is back: 下周一上班, back on Monday."""
    return says(text[day.end :], "staffing.back_behind") or says(text[: day.start], "staffing.back_before")


def _without_return(text: str, named: Sequence[Days], today: date) -> list[Days]:
    """Return the days of leave among those `named`: those before a day of return, which gives the last one if they do
    not."""
    days = [each for each in named if not is_day_of_return(text, each)]
    back = next((each for each in named if each not in days), None)
    if back is None or any(each.until or each.first < each.last for each in days):
        return days
    last = back.first - timedelta(days=1)
    return [*days, back._replace(first=min(today, last), last=last, until=True, since=False)]


def _week_around(text: str, named: Sequence[Days], today: date) -> Days | None:
    """Return the week to come within which a lower-cased text names days of the week (下周请假到周四), or None."""
    weeks = [each for each in named if today < each.first == span_around(each.last, Period.WEEK).first]
    week = next((each for each in weeks if each.last - each.first == _REST_OF_WEEK), None)
    within = week is not None and names_only_weekdays(blank_spans(text, [(week.start, week.end)]))
    return week if within else None


def _is_month_around(days: Days, named: Sequence[Days]) -> bool:
    """Return whether `days` is a whole month that contains another span named (12月请假，15号到20号)."""
    within = [each for each in named if each != days and days.first <= each.first and each.last <= days.last]
    return bool(within) and days.first.day == (days.last + timedelta(days=1)).day == 1
