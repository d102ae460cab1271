"""After a backup has been restored, it is unknown what has been sent since it was made, so repeated notices are marked
as possible repetitions."""

from datetime import datetime

import pytest

from data.letters import Letter
from data.notices.outbox import claim, mark_sent
from data.people.actor import Actor
from data.people.people import Person
from data.store import Database, audit
from data.summary.regular_summaries import SummaryFrequency, begin_regular_summary, post_regular_summaries
from tests.data.conftest import NOW, ZONE, at, dated, planned


def is_restored(db: Database, moment: str) -> None:
    audit.record(db, at(moment), "restore", "liaison-2019-11-25.db", source="liaison restore")


def repeated(db: Database, now: datetime) -> list[bool]:
    found = []
    while messages := claim(db, now, most=9):
        for each in messages:
            mark_sent(db, each, 1, now)
            found.append(each.repeated)
    return found


@pytest.mark.usefixtures("liaison")
@pytest.mark.parametrize(
    ("restored", "says_so"),
    [("2019-11-26 07:00", False), ("2019-11-26 09:00", True), ("2019-11-26 20:00", True)],
    ids=["before the morning", "after it", "in the evening"],
)
def test_a_morning_that_may_have_been_says_so_and_the_one_after_it_does_not(
    db: Database, restored: str, says_so: bool
) -> None:
    dated(db, "2019-11-25", "2019-11-26", "2019-11-27")
    planned(db, "2019-11-25 09:00")
    repeated(db, NOW)
    is_restored(db, restored)
    first, second = ("2019-11-26 09:00", "2019-11-27 09:00") if restored < "2019-11-26 18" else ("2019-11-27 09:00", "")
    planned(db, first)
    assert repeated(db, at(first)) == [says_so]
    if second:
        planned(db, second)
        assert repeated(db, at(second)) == [False]


@pytest.mark.usefixtures("liaison")
def test_where_the_backup_knows_of_no_morning_the_first_says_so(db: Database) -> None:
    dated(db, "2019-11-25")
    is_restored(db, "2019-11-25 09:30")
    planned(db, "2019-11-25 09:31")
    assert repeated(db, at("2019-11-25 09:31")) == [True]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(("restored", "says_so"), [("2019-12-02 08:00", False), ("2019-12-02 10:00", True)])
def test_a_summary_that_may_have_gone_out_says_so(
    db: Database, coordinator: Person, liaison: Person, restored: str, says_so: bool
) -> None:
    begin_regular_summary(
        db, Actor(coordinator, at("2019-11-27 10:00"), ZONE), SummaryFrequency.WEEK, liaison.id, None, "s"
    )
    is_restored(db, restored)
    now = at("2019-12-02 10:30")
    db.change("INSERT INTO planned_days (day, planned_at) VALUES ('2019-12-02', '2019-12-02T01:00:00+00:00')")
    post_regular_summaries(db, now)
    assert [each.repeated for each in claim(db, now, most=9) if each.letter == Letter.SUMMARY] == [says_so]
