"""The demo's database: filled if new, continued if it is the demo's, refused if it belongs to another bot."""

from datetime import date, datetime
from importlib.resources import files

from bot.clock import Clock
from bot.demo import cast
from bot.demo import texts as m
from bot.demo.seed import seed_reports
from bot.demo.seeded_returns import seed_returns
from bot.demo.sent_information import seed_information
from data.letters import Letter
from data.office.importing import import_plan
from data.people.people import ensure_coordinators
from data.plan.files.plan import read_plan
from data.plan.unit_names import shipped_unit_names
from data.store import Database, transaction
from data.store.settings import read_setting, write_setting
from data.times import at_hour, moment, stored

OPENING_HOUR = 8
ISSUED = date(2019, 10, 24)
PLAN = "wuhan-2019-2020.csv"
TITLE = "武汉市2019-2020年打击侵权假冒工作任务细化表"
OLD_NEWS = (Letter.REVIEWED, Letter.INFORMATION_TAKEN, Letter.INFORMATION_DECLINED)
"""Letters of the seeded past, which their readers have had when the demo begins."""
CLOCK = "demo_clock"
"""The setting that marks a database as the demo's and stores where its clock stood."""
IN_USE = "SELECT 1 FROM plans UNION ALL SELECT 1 FROM people UNION ALL SELECT 1 FROM inbox"


def clock_of(db: Database, day: date) -> Clock:
    """Return the demo's clock: at the opening hour of `day`, or where it stood if that is later.

    Raises DemoRefusal if the database holds a plan, people or messages and is not the demo's.
    """
    opening = at_hour(day, OPENING_HOUR, db.zone)
    kept = read_setting(db, CLOCK)
    if kept is None and db.exists(IN_USE):
        raise m.DemoRefusal(m.NOT_THE_DEMOS)
    return Clock(max(opening, moment(kept)) if kept else opening)


def keep_clock(db: Database, clock: Clock) -> None:
    """Store where the clock stands."""
    write_setting(db, CLOCK, stored(clock.now()))


def fill_database(db: Database, clock: Clock, *, empty: bool, first_day: bool) -> None:
    """Import the shipped plan, enrol the cast and, unless `empty`, add their earlier reports; all or nothing.

    If it is the `first_day`, only the coordinator is registered. A database that is filled already stays unchanged.
    """
    with transaction(db):
        if read_setting(db, CLOCK) is not None:
            return
        if first_day:
            ensure_coordinators(db, [cast.COORDINATOR_ID], clock.now())
        else:
            _fill_as_in_use(db, clock.now(), empty=empty)
        keep_clock(db, clock)


def shipped_plan() -> bytes:
    """Return the content of the shipped plan file."""
    return files("data").joinpath("plan", "shipped", PLAN).read_bytes()


def _fill_as_in_use(db: Database, now: datetime, *, empty: bool) -> None:
    reading = read_plan(shipped_plan(), PLAN, ISSUED, shipped_unit_names())
    issued_at = at_hour(ISSUED, OPENING_HOUR, db.zone)
    import_plan(db, reading, TITLE, ISSUED, PLAN, issued_at)
    cast.enrol_cast(db, issued_at)
    if not empty:
        seed_reports(db, now)
        seed_information(db, now)
        seed_returns(db, now)
        of_these = "letter IN (SELECT value FROM json_each(?))"
        db.change(f"UPDATE outbox SET state = 'cancelled' WHERE state = 'pending' AND {of_these}", [[*OLD_NEWS]])
