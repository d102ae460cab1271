"""Units that are not reminded for a while: until a day, after which all that was missed is said in one."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.errors.deadlines import DayTooEarly, PauseTooLong
from data.people.actor import Actor
from data.store import Database, change, fetch_all, fetch_text
from data.store.records import record_of

LONGEST = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Pause:
    """A unit that is not reminded from a day on, `until` another, its last one."""

    unit_id: int
    unit: str
    since: date
    until: date


def pauses(db: Database) -> list[Pause]:
    """Every pause there is or was; of each unit the latest."""
    sql = "SELECT pauses.*, name AS unit FROM pauses JOIN units ON units.id = unit_id ORDER BY until, unit_id"
    return [record_of(Pause, row) for row in fetch_all(db, sql)]


def pause_unit(db: Database, by: Actor, unit_id: int, until: date) -> None:
    """Remind a unit of nothing from today until a day. Raises ForTheOffice, DayTooEarly, and PauseTooLong."""
    today = by.today
    check_last_day(until, today)
    with by.office_act(db):
        before = _until(db, unit_id, today)
        change(
            db,
            """INSERT INTO pauses (unit_id, since, until, person_id, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (unit_id) DO UPDATE SET since = iif(until < excluded.since, excluded.since, since),
                until = excluded.until, person_id = excluded.person_id, at = excluded.at""",
            [unit_id, today, until, by.id, by.now],
        )
        by.record(db, "pause", str(unit_id), unit_id=unit_id, before=before, until=str(until))


def check_last_day(until: date, today: date) -> date:
    """A last day of a pause, if it may be one. Raises DayTooEarly for one that is past, PauseTooLong after that."""
    if until < today:
        raise DayTooEarly(today - timedelta(days=1))
    if until > today + LONGEST:
        raise PauseTooLong(today + LONGEST)
    return until


def end_pause(db: Database, by: Actor, unit_id: int) -> bool:
    """Remind a unit again. False where it is not paused. Raises ForTheOffice."""
    with by.office_act(db):
        before = _until(db, unit_id, by.today)
        yesterday = by.today - timedelta(days=1)
        sql = "UPDATE pauses SET until = ? WHERE unit_id = ? AND until > ?"
        ended = change(db, sql, [yesterday, unit_id, yesterday])
        if ended:
            by.record(db, "pause_ended", str(unit_id), before=before)
    return bool(ended)


def _until(db: Database, unit_id: int, today: date) -> str | None:
    """The last day of the pause that a unit has now, as it is stored; None where it has none."""
    return fetch_text(db, "SELECT until FROM pauses WHERE unit_id = ? AND until >= ?", [unit_id, today])
