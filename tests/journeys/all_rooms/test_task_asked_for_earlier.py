"""An earlier release kept the question which task a report is about in a table of its own; it is asked again after the
update."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.store.migrations import migrations
from tests.fixtures import database
from tests.journeys.old_town import OldTown
from tests.journeys.paper import question_in

BEFORE, STEP = "m008_requests_taken_back", "m019_task_of_a_report"
ASKED = """INSERT INTO questions (person_id, kind, subject_id, answers, update_id, asked_at, message_id)
SELECT id, 'task_to_report', 0, ?, 100380, '2019-12-24T00:55:00+00:00', NULL FROM people WHERE name = ?"""


def asked(name: str, said: str) -> bytes:
    """Return the database of the last release with that table, in which somebody was asked which task they meant."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(database(BEFORE))
        migrations.apply(Database(connection), stop_before=STEP)
        connection.execute("UPDATE dialogs SET state = 'parked' WHERE state = 'open'")
        connection.execute(ASKED, [f'{{"said": "{said}"}}', name])
        return connection.serialize()


@pytest.mark.parametrize(("said", "question"), [("完成了45%，走访三家企业", "核对"), ("", "状态")])
async def test_the_task_is_named_after_the_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, question: str
) -> None:
    monkeypatch.setattr("tests.journeys.old_town.database", lambda release: asked("石科长", said))
    town = OldTown(tmp_path, BEFORE)
    await town.open()
    await town.settle()
    shi = town["石科长"]
    town.world.unblock(shi.id)
    assert question_in(await shi.says("1-6")) == question
    assert "填报 1-6" in shi.sees() and ("45%" in shi.sees()) == bool(said)
    await town.close()
