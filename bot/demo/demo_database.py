"""The demo's database: filled when new, continued when it is the demo's own, refused when it is anybody else's."""

from datetime import date, datetime
from importlib.resources import files

from bot.clock import Clock
from bot.demo import cast
from bot.demo import texts as m
from bot.demo.seed import seed
from bot.demo.seeded_returns import seed_returns
from bot.demo.sent_information import seed_information
from data.office.importing import import_plan
from data.people.people import ensure_coordinators
from data.plan.files.plan import read_plan
from data.plan.plan import known_plan
from data.plan.unit_names import shipped_unit_names
from data.store import Database, transaction
from data.store.settings import read_setting, write_setting
from data.times import at_hour, moment, stored

OPENING_HOUR = 8
ISSUED = date(2019, 10, 24)
PLAN = "wuhan-2019-2020.csv"
TITLE = "武汉市2019-2020年打击侵权假冒工作任务细化表"
CLOCK = "demo_clock"
"""The setting that marks a database as the demo's: where its clock stood."""


def clock_of(db: Database, day: date) -> Clock:
    """The demo's clock: at the opening of a day, or where it stood if that is later.

    Raises Unable for a database that holds a plan and is not the demo's.
    """
    opening = at_hour(day, OPENING_HOUR, db.zone)
    kept = read_setting(db, CLOCK)
    if kept is None and known_plan(db) is not None:
        raise m.Unable(m.NOT_THE_DEMOS)
    return Clock(max(opening, moment(kept)) if kept else opening)


def keep_clock(db: Database, clock: Clock) -> None:
    """Remember where the clock stands."""
    write_setting(db, CLOCK, stored(clock.now()))


def fill(db: Database, clock: Clock, *, empty: bool, first_day: bool = False) -> None:
    """Import the shipped plan, enrol the cast, and unless it is to be `empty` let them have reported; all or nothing.
    On the `first_day` nothing is known but the coordinator's number. A database that is filled already stays as it is.
    """
    with transaction(db):
        if read_setting(db, CLOCK) is not None:
            return
        if first_day:
            ensure_coordinators(db, [cast.COORDINATOR_ID], clock.now())
        else:
            _let_work_begin(db, clock.now(), empty=empty)
        keep_clock(db, clock)


def shipped_plan() -> bytes:
    """The file of the shipped plan."""
    return files("data").joinpath("plan", "shipped", PLAN).read_bytes()


def _let_work_begin(db: Database, now: datetime, *, empty: bool) -> None:
    reading = read_plan(shipped_plan(), PLAN, ISSUED, shipped_unit_names())
    issued_at = at_hour(ISSUED, OPENING_HOUR, db.zone)
    import_plan(db, reading, TITLE, ISSUED, PLAN, issued_at)
    cast.enrol(db, issued_at)
    if not empty:
        seed(db, now)
        seed_information(db, now)
        seed_returns(db, now)
