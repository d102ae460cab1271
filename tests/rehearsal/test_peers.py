"""The rules of the other bots."""

from datetime import date, timedelta

from data.plan.deadlines import DeadlineKind
from tests.journeys.town import at
from tests.rehearsal.peers import INTOUCH, TELETASK, Hearers, Peers, terms_of
from tests.rehearsal.truth import Duty, Meaning, Told

DUE = date(2019, 12, 31)
REPORTER, SECOND = 1, 2
UNITS = {"市公安局": Hearers([REPORTER, SECOND], [REPORTER])}


def duty(kind: DeadlineKind, due: date | None) -> Duty:
    return Duty("1-2", "市公安局", "", kind, due, doubtful=False)


def lived(task: Duty, days: int = 4) -> Peers:
    """Return the counts for the days around the end of the year."""
    peers = Peers()
    for number in range(days):
        day = DUE + timedelta(days=number - 1)
        peers.live(terms_of([task], UNITS, day), day - timedelta(days=1), day)
    return peers


def told(status: str, day: str) -> Told:
    return Told(at(f"{day} 10:00"), Meaning(status), 100, "", REPORTER)


def test_each_is_told_six_times_of_a_task_that_nobody_reports() -> None:
    peers = lived(duty(DeadlineKind.DATE, DUE))
    assert peers.counts[TELETASK].dated.total() == peers.together.all_of_it.total() == 2 * 6
    assert peers.counts[INTOUCH].dated == {"2019-12": 2, "2020-01": 2 * 2}


def test_whoever_has_not_ticked_a_task_off_goes_on_hearing_of_it() -> None:
    done = duty(DeadlineKind.DATE, DUE)
    done.told.append(told("submitted", "2019-12-20"))
    peers = lived(done)
    assert peers.counts[TELETASK].dated.total() == 6
    assert peers.together.all_of_it.total() == peers.counts[INTOUCH].all_of_it.total() == 0


def test_a_quarter_of_ongoing_work_is_a_task_that_its_report_ends() -> None:
    asleep, awake = duty(DeadlineKind.ONGOING, None), duty(DeadlineKind.ONGOING, None)
    awake.told.append(told("in_progress", "2019-12-20"))
    assert lived(asleep).together.all_of_it.total() == 2 * 6
    peers = lived(awake)
    assert (peers.counts[TELETASK].all_of_it.total(), peers.together.all_of_it.total()) == (6, 0)
    assert peers.counts[TELETASK].dated.total() == 0
