"""Databases of earlier releases after all migrations: no row is lost, not even where a table that others refer to is
recreated."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.acts.recorded_acts import act_of
from data.announcing.nudges import asked_in_nudge
from data.announcing.recipients import units_of_section
from data.plan.vocabulary import PlanWords
from data.store import Database, connect, open_database
from data.store.database import schema_change
from data.times import moment
from tests.data.conftest import rows
from tests.fixtures import LATEST, RELEASES, database

TABLES = """SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%' ORDER BY name"""
NUDGED = {"nudged_tasks", "nudged_returns", "return_nudges"}
MADE_OTHERWISE = {"plan", "drafts", "bundles", "questions", "return_revisions", *NUDGED}
"""Tables whose rows are now in others; tests/journeys/all_rooms/test_carried_over.py checks what became of them."""
WORKED_OUT = {"changed_words", "word_counts"}
"""Tables of the words of tasks, which are now indexed in memory."""
KEPT_ELSEWHERE = {
    ("assignments", "due"),
    ("assignments", "extended"),
    ("attachments", "content"),
    ("group_chats", "unit_id"),
    ("last_shown", "page_before"),
    ("last_shown", "page_after"),
    ("word_versions", "rules"),
}
"""Columns whose values are now in other tables or columns, or in memory."""
TAUGHT_SINCE = {
    ("indicators", "aliases"),
    ("indicators", "position"),
    ("audit", "detail"),
    ("dialogs", "kind"),
    ("dialogs", "answers"),
    ("outbox", "error"),
}
"""Columns that migrations have changed on purpose: the aliases and order of indicators, the details of the audit, to
which more is added, what is being answered to a single request for more time, and why a message never arrived, which
is now a word of the bot's own."""

Content = Mapping[str, tuple[tuple[str, ...], list[tuple[object, ...]]]]


def content(db: Database) -> Content:
    """Return the columns and rows of every table."""
    found: dict[str, tuple[tuple[str, ...], list[tuple[object, ...]]]] = {}
    for (table,) in rows(db, TABLES):
        cursor = db.conn.execute(f'SELECT * FROM "{table}"')
        found[str(table)] = (tuple(column[0] for column in cursor.description), cursor.fetchall())
    return found


def part(of: Content, table: str, columns: list[str]) -> set[tuple[object, ...]]:
    """Return some columns of all rows of a table."""
    names, found = of[table]
    return {tuple(row[names.index(column)] for column in columns) for row in found}


@pytest.fixture(params=RELEASES)
def old(path: Path, request: pytest.FixtureRequest) -> Content:
    """The contents of a database left by an earlier release; its file is at `path`."""
    path.write_bytes(database(request.param))
    left = connect(path)
    found = content(left)
    left.close()
    return found


def test_every_row_that_a_release_has_left_is_there_after_all_steps(old: Content, path: Path) -> None:
    db = open_database(path)
    now = content(db)
    assert sum(len(found) for _, found in old.values()) > 300
    assert set(old) - set(now) <= MADE_OTHERWISE | WORKED_OUT
    for table in set(old) & set(now):
        columns = old[table][0]
        gone = {(table, column) for column in columns if column not in now[table][0]}
        assert gone <= KEPT_ELSEWHERE, table
        same = [column for column in columns if (table, column) not in gone | TAUGHT_SINCE]
        assert part(old, table, same) - part(now, table, same) == set(), table
    assert rows(db, "PRAGMA integrity_check") == [("ok",)] and rows(db, "PRAGMA foreign_key_check") == []
    assert rows(db, "PRAGMA foreign_keys") == [(1,)]
    db.close()


def test_nothing_of_the_index_of_words_on_disk_is_left(old: Content, path: Path) -> None:
    db = open_database(path)
    assert rows(db, "SELECT name FROM sqlite_master WHERE sql LIKE '%changed_words%' OR name LIKE 'task_words%'") == []
    known = PlanWords(db)
    before = known.current()
    db.change("UPDATE tasks SET title = '种子打假' WHERE gone_at IS NULL")
    assert known.current().tasks.holders("打假") == len(before.tasks) > 0
    db.close()


def test_only_the_answer_to_a_single_request_and_acceptances_together_are_another_dialog(
    old: Content, path: Path
) -> None:
    columns = ["id", "kind", "subject_id", "answers"]
    before = part(old, "dialogs", columns) if "dialogs" in old else set()
    db = open_database(path)
    now = {row[0]: row for row in part(content(db), "dialogs", columns)}
    db.close()
    decisions = {"refusal": "refused", "other_day": "changed"}
    for row in before:
        id_, kind, subject, answers = row
        if kind not in decisions:
            assert now[id_] == (id_, "accept" if kind == "accept_all" else kind, subject, answers)
            continue
        given = json.loads(str(answers))
        decided = [[subject, decisions[str(kind)], given.get("day") or "", ""]]
        assert now[id_][:3] == (id_, "decisions_on_requests", subject)
        assert json.loads(str(now[id_][3])) == {**given, "decided": decided}


def test_only_why_a_message_never_arrived_is_said_in_other_words(old: Content, path: Path) -> None:
    columns = ["id", "state", "error"]
    words = {"Forbidden: bot was blocked by the user": "unreachable"}
    before = {(id_, state, words.get(str(error), error)) for id_, state, error in part(old, "outbox", columns)}
    db = open_database(path)
    assert part(content(db), "outbox", columns) >= before
    db.close()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("BadRequest", "refused"),
        ("Forbidden", "refused"),
        ("Forbidden: user is deactivated", "unreachable"),
        ("Forbidden: bot was kicked from the group chat", "unreachable"),
        ("Bad Request: chat not found", "unreachable"),
    ],
)
def test_an_error_of_telegram_is_kept_as_a_word_of_its_own(path: Path, told: str, kept: str) -> None:
    path.write_bytes(database(LATEST))
    left = connect(path)
    left.change("UPDATE outbox SET state = 'dead', error = ? WHERE id = (SELECT min(id) FROM outbox)", [told])
    left.close()
    db = open_database(path)
    assert rows(db, "SELECT error FROM outbox WHERE id = (SELECT min(id) FROM outbox)") == [(kept,)]
    db.close()


def test_the_record_of_who_changed_what_only_learns_more(old: Content, path: Path) -> None:
    if "audit" not in old:
        return
    db = open_database(path)
    columns, before = old["audit"]
    now = {row[0]: json.loads(str(row[1])) for row in rows(db, "SELECT id, detail FROM audit")}
    for row in before:
        kept = json.loads(str(row[columns.index("detail")]))
        assert kept.items() <= now[row[columns.index("id")]].items()
    db.close()


def family(path: Path) -> Database:
    """A table that two others refer to, one with ON DELETE CASCADE and one with SET NULL."""
    db = connect(path)
    db.conn.execute("CREATE TABLE homes (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    db.conn.execute("CREATE TABLE pets (home_id INTEGER REFERENCES homes (id) ON DELETE CASCADE) STRICT")
    db.conn.execute("CREATE TABLE guests (home_id INTEGER REFERENCES homes (id) ON DELETE SET NULL) STRICT")
    db.insert("homes", id=1, name="汉口")
    db.insert("pets", home_id=1)
    db.insert("guests", home_id=1)
    return db


def made_anew(db: Database, condition: str) -> None:
    """Recreate the table with those of its rows that meet a condition."""
    db.conn.execute("CREATE TABLE new_homes (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    db.conn.execute(f"INSERT INTO new_homes SELECT id, name FROM homes WHERE {condition}")
    db.conn.execute("DROP TABLE homes")
    db.conn.execute("ALTER TABLE new_homes RENAME TO homes")


def test_a_table_that_others_refer_to_can_be_made_anew(path: Path) -> None:
    db = family(path)
    with schema_change(db):
        made_anew(db, "true")
    assert [rows(db, f"SELECT home_id FROM {table}") for table in ("pets", "guests")] == [[(1,)], [(1,)]]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.insert("pets", home_id=2)
    db.close()


def test_a_change_of_the_schema_that_would_lose_what_others_refer_to_is_refused_whole(path: Path) -> None:
    db = family(path)
    with pytest.raises(sqlite3.IntegrityError, match="not there"), schema_change(db):
        made_anew(db, "false")
    assert [rows(db, f"SELECT count(*) FROM {table}") for table in ("homes", "pets", "guests")] == [[(1,)]] * 3
    assert rows(db, "PRAGMA foreign_keys") == [(1,)]
    db.close()


def test_what_was_done_to_a_return_can_be_taken_back_as_before(path: Path) -> None:
    path.write_bytes(database("m059_units_left_out"))
    old = connect(path)
    before = {
        "title": "统计月报",
        "schedule": {"every": None, "first": "2019-11-01"},
        "indicators": [],
        "unit_ids": [],
    }
    changed, ended, resumed = "2020-01-01T01:00:00+00:00", "2020-01-01T02:00:00+00:00", "2020-01-01T03:00:00+00:00"
    for action, at in (("change_return", changed), ("end_return", ended), ("resume_return", resumed)):
        old.insert("audit", at=at, person_id=1, action=action, subject="统计月报", detail={}, source=f"s{at}")
    old.insert("audit", at=changed, person_id=1, action="change_return", subject="季报", detail={}, source="another")
    revision = {"return_id": 2, "person_id": 1}
    old.insert("return_revisions", kind="change", at=changed, before=before, source=f"s{changed}", **revision)
    old.insert("return_revisions", kind="end", at=ended, before={}, source=f"s{ended}", undone_at=resumed, **revision)
    old.close()
    db = open_database(path)
    change, end, other = (act_of(db, source) for source in (f"s{changed}", f"s{ended}", "another"))
    assert change is not None and not change.undone
    assert change.details[0] == {"asked": before, "return_id": 2, "revision": 3}
    assert end is not None and end.undone and end.details[0] == {"return_id": 2, "revision": 4}
    assert other is not None and other.details[0] == {}
    db.close()


def test_a_nudge_for_returns_is_a_nudge_like_any_other(path: Path) -> None:
    path.write_bytes(database("m059_units_left_out"))
    old = connect(path)
    [(task,)], [(unit_return, round_id), *_] = (
        rows(old, "SELECT assignment_id FROM nudged_tasks"),
        rows(old, "SELECT id, round_id FROM unit_returns"),
    )
    at = "2020-01-01T01:00:00+00:00"
    old.insert("return_nudges", id=1, round_id=round_id, person_id=1, words="请今天报", source="dialog:900", at=at)
    old.insert("nudged_returns", nudge_id=1, unit_return_id=unit_return)
    waiting = {"letter": "return_nudge", "subject_id": 1, "key": "return_nudge:1:1002", "state": "pending"}
    old.insert("outbox", recipient="person", chat_id=1002, day="2020-01-01", not_before=at, **waiting)
    old.close()
    db = open_database(path)
    assert rows(db, "SELECT * FROM nudged") == [(1, task, None), (2, None, unit_return)]
    kept = "SELECT person_id, words, source, at, send_at, waits, stopped_at FROM nudges WHERE id = 2"
    assert rows(db, kept) == [(1, "请今天报", "dialog:900", at, None, 0, None)]
    assert rows(db, "SELECT subject_id, key, state FROM outbox WHERE letter = 'nudge' AND chat_id = 1002") == [
        (2, "nudge:2:1002", "pending")
    ]
    assert [each.id for each in asked_in_nudge(db, 2, moment(at))] == [unit_return]
    db.close()


@pytest.mark.parametrize("kind", ["broadcast", "broadcast_time"])
def test_a_draft_of_a_notice_to_a_section_goes_to_its_units(path: Path, kind: str) -> None:
    path.write_bytes(database(LATEST))
    left = connect(path)
    left.change(
        """UPDATE dialogs SET answers = json_object('to', 'section', 'section', (SELECT min(id) FROM tasks))
        WHERE kind = ?""",
        [kind],
    )
    left.close()
    db = open_database(path)
    drafts = rows(db, f"SELECT DISTINCT answers ->> 'to', answers ->> 'units' FROM dialogs WHERE kind = '{kind}'")
    [(section,)] = rows(db, "SELECT section FROM tasks ORDER BY id LIMIT 1")
    units = units_of_section(db, str(section))
    assert units and drafts == [("units", json.dumps(units, separators=(",", ":")))]
    db.close()
