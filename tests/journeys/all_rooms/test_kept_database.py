"""A database that one town after another uses holds what was put back, and nothing of the town before."""

from contextlib import closing

from data.store import Database
from tests.journeys.kept_database import KeptDatabase
from tests.journeys.town import PLAN, with_plan

SAYS = "INSERT INTO inbox (update_id, body, received_at) VALUES (?, ?, '2019')"


def said(db: Database) -> int | None:
    assert db.fetch_column("PRAGMA integrity_check") == ["ok"]
    return db.fetch_number("SELECT count(*) FROM inbox")


def test_it_grows_and_shrinks_with_what_is_put_back() -> None:
    with closing(KeptDatabase(lambda: with_plan(PLAN))) as kept:
        db = kept.renewed()
        for number in range(2_000):
            db.change(SAYS, [number, "x" * 500])
        large = db.conn.serialize()
        for _ in range(2):
            again = kept.renewed()
            assert again.conn is db.conn and said(again) == 0
            again.change(SAYS, [1, "x"])
            assert said(again) == 1
            assert kept.put_back(large) and said(again) == 2_000


def test_a_town_that_closes_it_leaves_the_next_one_another() -> None:
    with closing(KeptDatabase(lambda: with_plan(PLAN))) as kept:
        db = kept.renewed()
        db.change(SAYS, [1, "x"])
        db.close()
        assert said(kept.renewed()) == 0
