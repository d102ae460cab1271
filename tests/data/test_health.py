"""The findings of the bot's health check."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from data.calendar import last_covered_year
from data.health.examination import LEAST_FREE, examine_backups, examine_calendar, examine_database, examine_disk
from data.health.findings import Code, Level, finding_of
from data.people.people import Person, Role
from data.plan.files.limits import MEGABYTE
from data.reporting.attachments import MOST_BYTES_KEPT
from data.store import Database
from data.store.backups import back_up
from data.store.inbox import Received, quarantine_update, receive_updates
from data.store.migrations import migrations
from tests.data.conftest import MARKET, NOW, ZONE, day, dump, let_in, report
from tests.data.store.other_files import damage, used_by_a_newer_release

HEALTHY = [Code.DATABASE_WHOLE, Code.SCHEMA_CURRENT, Code.UNITS_COVERED, Code.STANDINGS_AGREE, Code.NOTICES_SETTLED]
TODAY = day("2019-11-25")
LAST = last_covered_year()


def codes(path: Path) -> list[Code]:
    return [finding.code for finding in examine_database(path, NOW, ZONE)]


@pytest.fixture
def market(db: Database, plan: None) -> Person:
    """A liaison of the other unit."""
    return let_in(db, 1004, "周科长", Role.LIAISON, MARKET)


def message(db: Database, state: str, on: str = "2019-11-25") -> None:
    db.insert("outbox", recipient="person", chat_id=1, day=on, not_before=on, state=state)


@pytest.mark.usefixtures("plan", "liaison", "market")
def test_all_is_well(path: Path) -> None:
    findings = list(examine_database(path, NOW, ZONE))
    assert [finding.code for finding in findings] == HEALTHY
    assert {finding.code.level for finding in findings} == {Level.GOOD}


@pytest.mark.usefixtures("plan", "liaison", "market")
def test_looking_changes_nothing(db: Database, path: Path) -> None:
    before = dump(db)
    assert codes(path) and dump(db) == before


def test_a_database_that_is_not_there_is_missed_and_not_made(path: Path) -> None:
    assert codes(path) == [Code.DATABASE_MISSING]
    assert not path.exists()


@pytest.mark.usefixtures("plan")
def test_damage_is_found(db: Database, path: Path) -> None:
    db.close()
    damage(path)
    assert codes(path) == [Code.DATABASE_DAMAGED]


def test_another_programs_file_is_found(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    assert codes(path) == [Code.DATABASE_FOREIGN]


def test_a_file_that_is_no_database_is_found(path: Path) -> None:
    path.write_text("任务,单位\n" * 100)
    assert codes(path) == [Code.DATABASE_UNREADABLE]


@pytest.mark.usefixtures("plan", "liaison", "market")
def test_a_row_that_refers_to_nothing_is_found(db: Database, path: Path) -> None:
    db.conn.execute("PRAGMA foreign_keys = OFF")
    db.change("INSERT INTO assignments (task_id, unit_id) VALUES (777, 1)")
    [first, *_] = examine_database(path, NOW, ZONE)
    assert first == finding_of(Code.REFERENCES_BROKEN, count=1, table="assignments") and first.code.level is Level.WRONG


def test_a_schema_of_a_newer_release_is_found(db: Database, path: Path) -> None:
    used_by_a_newer_release(db)
    assert codes(path) == [Code.SCHEMA_NEWER]


def test_a_schema_that_lacks_a_step_is_no_fault(db: Database, path: Path) -> None:
    last = migrations.applied(db)[-1].name
    db.change("DELETE FROM _sqlite_migrations WHERE name = ?", [last])
    findings = list(examine_database(path, NOW, ZONE))
    assert findings[1:] == [finding_of(Code.SCHEMA_OLDER, step=last)]
    assert findings[1].code.level is Level.NOTE


def test_without_a_plan_nobody_is_missed(path: Path, db: Database) -> None:
    assert codes(path)[2:] == [Code.PLAN_MISSING, Code.NOTICES_SETTLED]


@pytest.mark.usefixtures("plan", "liaison")
def test_a_unit_that_has_nobody_is_named(path: Path) -> None:
    assert finding_of(Code.UNITS_WITHOUT_PEOPLE, count=1, units=(MARKET,)) in examine_database(path, NOW, ZONE)


@pytest.mark.parametrize(
    ("states", "finding"),
    [
        (["uncertain", "sent", "pending"], finding_of(Code.NOTICES_UNCERTAIN, uncertain=1)),
        (["dead", "dead", "uncertain"], finding_of(Code.NOTICES_DEAD, uncertain=1, dead=2)),
    ],
)
def test_messages_that_are_in_doubt_or_lost_are_counted(
    db: Database, path: Path, states: list[str], finding: object
) -> None:
    for state in states:
        message(db, state)
    assert list(examine_database(path, NOW, ZONE))[-1] == finding


def test_what_was_lost_long_ago_is_no_alarm_any_more(db: Database, path: Path) -> None:
    message(db, "dead", "2019-11-17")
    assert codes(path)[-1] is Code.NOTICES_SETTLED


def test_evidence_that_fills_its_room_is_told_before_there_is_none_left(db: Database, path: Path) -> None:
    for digest, size, moved_to in (("a", 900 * MEGABYTE, None), ("b", 900 * MEGABYTE, "/archive/b")):
        db.insert("evidence", digest=digest, size=size, content=b"", moved_to=moved_to)
    full = finding_of(Code.EVIDENCE_FULL, size=900 * MEGABYTE, most=MOST_BYTES_KEPT)
    assert full in examine_database(path, NOW, ZONE)
    assert full.code.level is Level.NOTE
    db.change("UPDATE evidence SET size = 800 WHERE moved_to IS NULL")
    assert Code.EVIDENCE_FULL not in codes(path)


@pytest.mark.usefixtures("plan", "liaison", "market")
def test_updates_that_are_laid_aside_are_counted_and_their_numbers_given(db: Database, path: Path) -> None:
    receive_updates(db, [Received(each, "{}") for each in range(1, 9)], NOW)
    for each in range(1, 8):
        quarantine_update(db, each, "ends the process", NOW)
    aside = finding_of(Code.UPDATES_LAID_ASIDE, count=7, ids=("1", "2", "3", "4", "5……"))
    assert list(examine_database(path, NOW, ZONE))[-1] == aside
    assert aside.code.level is Level.NOTE


@pytest.mark.usefixtures("plan")
def test_a_clock_behind_what_is_stored_is_found(db: Database, path: Path) -> None:
    report(db, "1-1", "in_progress", "2019-11-26")
    assert Code.CLOCK_BEHIND in codes(path)


@pytest.mark.usefixtures("plan")
def test_a_clock_that_was_ahead_and_is_right_again_is_only_mentioned(db: Database, path: Path) -> None:
    report(db, "1-1", "in_progress", "2020-08-26")
    report(db, "1-1", "in_progress", "2019-11-24")
    assert Code.CLOCK_BEHIND not in codes(path) and Code.CLOCK_WAS_AHEAD in codes(path)
    assert finding_of(Code.CLOCK_WAS_AHEAD).code.level is Level.NOTE


@pytest.mark.parametrize(("free", "code"), [(LEAST_FREE - 1, Code.DISK_LOW), (LEAST_FREE, Code.DISK_ENOUGH)])
def test_less_than_200_megabytes_are_too_little(free: int, code: Code) -> None:
    assert examine_disk(free).code is code


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2019-11-25", Code.CALENDAR_COVERS),
        (f"{LAST}-12-01", Code.CALENDAR_COVERS),
        (f"{LAST}-12-02", Code.CALENDAR_ENDS),
        (f"{LAST + 1}-05-01", Code.CALENDAR_ENDS),
    ],
)
def test_the_holidays_of_the_next_thirty_days_are_known_or_not(on: str, code: Code) -> None:
    assert examine_calendar(day(on)) == finding_of(code, year=LAST)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("age", "code"),
    [(0, Code.BACKUP_RECENT), (1, Code.BACKUP_RECENT), (2, Code.BACKUP_OLD), (None, Code.BACKUP_MISSING)],
)
def test_a_night_without_a_backup_is_found(path: Path, tmp_path: Path, age: int | None, code: Code) -> None:
    nights = tmp_path / "backups"
    nights.mkdir()
    if age is not None:
        back_up(path, nights / f"liaison-{TODAY - timedelta(days=age)}.db")
    assert [found.code for found in examine_backups(path, nights, TODAY)] == [code]


@pytest.mark.usefixtures("db")
def test_a_backup_that_is_dated_ahead_is_wrong_and_stands_for_no_other(path: Path, tmp_path: Path) -> None:
    nights = tmp_path / "backups"
    nights.mkdir()
    ahead = nights / "liaison-2030-01-01.db"
    ahead.touch()
    missing, dated_ahead = examine_backups(path, nights, TODAY)
    assert missing.code is Code.BACKUP_MISSING
    assert dated_ahead == finding_of(Code.BACKUP_AHEAD, count=1, file=ahead) and dated_ahead.code.level is Level.WRONG
