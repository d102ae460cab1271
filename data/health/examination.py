"""Checks of the database, the disk, the calendar and the backups, none of which changes anything."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data.calendar import calendar_covers, last_covered_year
from data.errors.store import BackupDamaged, DatabaseDamaged, DatabaseUnusable, NotABackup, SchemaTooNew
from data.health.findings import Code, Finding, finding_of
from data.notices.silences import silences
from data.notices.unreachable import undelivered
from data.people.directory import units_without_liaison
from data.plan.plan import known_plan
from data.reporting.attachments import MOST_BYTES_KEPT, bytes_kept
from data.standing.rows import differing_tasks, rows_made
from data.store import Database, sqlite_errors_translated
from data.store.backups import night_of, nightly_backups, nights_until
from data.store.copies import check_ours, check_whole, open_existing
from data.store.inbox import quarantined_ids
from data.store.migrations import migrations
from data.times import day_of, moment

LEAST_FREE = 200 * 1024 * 1024
AHEAD = timedelta(days=30)
BACKUP_DUE = timedelta(days=2)
MOST_NAMED = 5
LATEST_AND_NEWEST = """SELECT max({at}) AS latest,
(SELECT {at} FROM {table} WHERE {at} IS NOT NULL ORDER BY {order} DESC LIMIT 1) AS newest FROM {table}"""
DATED = [
    {"table": "audit", "at": "at", "order": "id"},
    {"table": "reports", "at": "reported_at", "order": "id"},
    {"table": "outbox", "at": "sent_at", "order": "id"},
    {"table": "inbox", "at": "received_at", "order": "arrival"},
]
"""Where moments are stored when something happens, in rows that follow one another."""
MUCH_EVIDENCE = 0.8
"""Share of the space for evidence from which it is reported as nearly full."""


def examine_database(path: Path, now: datetime, zone: ZoneInfo) -> Iterator[Finding]:
    """Yield findings on whether the database is intact and of this release, and on its content if so."""
    if not path.exists():
        yield finding_of(Code.DATABASE_MISSING, path=path)
        return
    try:
        with sqlite_errors_translated(), closing(open_existing(path, "ro")) as connection:
            check_whole(connection)
            check_ours(connection)
            db = Database(connection)
            db.zone = zone
            yield from _examine_ours(db, now)
    except BackupDamaged as error:
        yield finding_of(Code.DATABASE_DAMAGED, found=error.found)
    except NotABackup:
        yield finding_of(Code.DATABASE_FOREIGN, path=path)
    except SchemaTooNew as error:
        yield finding_of(Code.SCHEMA_NEWER, step=error.step)
    except DatabaseDamaged as error:
        yield finding_of(Code.DATABASE_DAMAGED, found=error.reason)
    except DatabaseUnusable as error:
        yield finding_of(Code.DATABASE_UNREADABLE, reason=error.reason)


def examine_disk(free: int) -> Finding:
    """Return whether enough of the disk is free, given the `free` bytes where the database is."""
    if free < LEAST_FREE:
        return finding_of(Code.DISK_LOW, free=free, least=LEAST_FREE)
    return finding_of(Code.DISK_ENOUGH, free=free)


def examine_calendar(today: date) -> Finding:
    """Return whether the holidays of the next 30 days are known."""
    known = calendar_covers(today) and calendar_covers(today + AHEAD)
    return finding_of(Code.CALENDAR_COVERS if known else Code.CALENDAR_ENDS, year=last_covered_year())


def examine_backups(database: Path, folder: Path, today: date) -> Iterator[Finding]:
    """Yield whether last night or the night before has left a backup, and whether any is dated later than today."""
    found = nightly_backups(database, folder)
    nights = nights_until(today, found)
    if not nights:
        yield finding_of(Code.BACKUP_MISSING, folder=folder)
    else:
        recent = today - night_of(nights[0]) < BACKUP_DUE
        yield finding_of(Code.BACKUP_RECENT if recent else Code.BACKUP_OLD, day=night_of(nights[0]))
    if ahead := len(found) - len(nights):
        yield finding_of(Code.BACKUP_AHEAD, count=ahead, file=found[0])


def _examine_ours(db: Database, now: datetime) -> Iterator[Finding]:
    yield _references(db)
    if pending := migrations.pending(db):
        yield finding_of(Code.SCHEMA_OLDER, step=pending[0].name)
        return
    yield finding_of(Code.SCHEMA_CURRENT, step=migrations.applied(db)[-1].name)
    yield from _clock_behind(db, now)
    yield _units(db)
    if known_plan(db) is not None:
        yield _standings(db)
    yield _notices(db, day_of(now, db.zone))
    yield from _silences(db, now)
    if (size := bytes_kept(db)) > MUCH_EVIDENCE * MOST_BYTES_KEPT:
        yield finding_of(Code.EVIDENCE_FULL, size=size, most=MOST_BYTES_KEPT)
    if laid_aside := quarantined_ids(db):
        ids = _first_of(map(str, laid_aside))
        yield finding_of(Code.UPDATES_LAID_ASIDE, count=len(laid_aside), ids=ids)


def _first_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names, the last of them with … for the others, if there are any."""
    found = [*names]
    more = "……" if len(found) > MOST_NAMED else ""
    return tuple(each + more * (number == MOST_NAMED) for number, each in enumerate(found[:MOST_NAMED], start=1))


def _references(db: Database) -> Finding:
    broken = db.fetch_all("PRAGMA foreign_key_check")
    if broken:
        return finding_of(Code.REFERENCES_BROKEN, count=len(broken), table=broken[0]["table"])
    return finding_of(Code.DATABASE_WHOLE)


def _clock_behind(db: Database, now: datetime) -> Iterator[Finding]:
    """Yield a finding if anything was stored after `now`: the clock is wrong, or it was ahead if something earlier has
    been stored since."""
    rows = db.fetch_all(" UNION ALL ".join(LATEST_AND_NEWEST.format(**each) for each in DATED))
    ahead = [(moment(row["latest"]), moment(row["newest"])) for row in rows if row["latest"]]
    ahead = [(latest, newest) for latest, newest in ahead if latest > now]
    if ahead:
        was_ahead = any(newest <= now for _, newest in ahead)
        code = Code.CLOCK_WAS_AHEAD if was_ahead else Code.CLOCK_BEHIND
        yield finding_of(code, now=now, last=max(latest for latest, _ in ahead))


def _units(db: Database) -> Finding:
    if known_plan(db) is None:
        return finding_of(Code.PLAN_MISSING)
    alone = [unit.name for unit in units_without_liaison(db)]
    if alone:
        return finding_of(Code.UNITS_WITHOUT_PEOPLE, count=len(alone), units=tuple(alone))
    return finding_of(Code.UNITS_COVERED)


def _standings(db: Database) -> Finding:
    if not rows_made(db):
        return finding_of(Code.STANDINGS_WAIT)
    if codes := differing_tasks(db):
        return finding_of(Code.STANDINGS_DIFFER, count=len(codes), codes=_first_of(codes))
    return finding_of(Code.STANDINGS_AGREE)


def _silences(db: Database, now: datetime) -> Iterator[Finding]:
    """Yield a finding if Telegram has asked for a silence that is not over."""
    found = silences(db, now)
    if found.towards_all:
        yield finding_of(Code.SILENT_TO_ALL, since=found.towards_all.since, until=found.towards_all.until)
    elif found.chats:
        yield finding_of(Code.SILENT_TO_SOME, count=len(found.chats), until=max(found.chats.values()))


def _notices(db: Database, today: date) -> Finding:
    [row] = db.fetch_all("SELECT count(*) AS n FROM outbox WHERE state = 'uncertain'")
    uncertain = row["n"]
    if dead := undelivered(db, today).messages:
        return finding_of(Code.NOTICES_DEAD, dead=dead, uncertain=uncertain)
    return finding_of(Code.NOTICES_UNCERTAIN, uncertain=uncertain) if uncertain else finding_of(Code.NOTICES_SETTLED)
