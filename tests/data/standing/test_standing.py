"""The state of an assignment on a day."""

import pytest

from data.standing.rows import update_rows
from data.standing.standing import Light, Status
from data.store import Database
from data.times import stored
from tests.data.conftest import Line, assignment, at, bring_in, day, report

MONTHLY, QUARTERLY, DECEMBER = "每月25日前", "每季度末", "2019年12月31日"


def standing_on(db: Database, on: str) -> tuple[str, str | None]:
    found = assignment(db, "1-1", on)
    return found.status.value, found.due.isoformat() if found.due else None


def light_on(db: Database, on: str) -> Light:
    return assignment(db, "1-1", on).light


def test_nothing_is_reported_and_nothing_has_started(db: Database) -> None:
    bring_in(db, Line("查案", DECEMBER))
    assert standing_on(db, "2019-11-25") == (Status.NOT_STARTED, "2019-12-31")


def test_what_the_plan_calls_done_is_closed(db: Database) -> None:
    bring_in(db, Line("查案", "已完成"))
    assert standing_on(db, "2019-11-25") == (Status.CLOSED, None)
    assert light_on(db, "2019-11-25") is Light.CLOSED


def test_what_is_submitted_is_never_overdue(db: Database) -> None:
    bring_in(db, Line("查案", DECEMBER))
    report(db, "1-1", "submitted", "2019-12-20", 100)
    later = assignment(db, "1-1", "2020-03-01")
    assert (later.status, later.overdue, later.percent) == (Status.SUBMITTED, False, 100)


def test_what_is_due_today_is_not_overdue_before_midnight(db: Database) -> None:
    bring_in(db, Line("查案", DECEMBER))
    assert [assignment(db, "1-1", on).overdue for on in ("2019-12-31", "2020-01-01")] == [False, True]


def test_a_recurring_task_that_nobody_reports_stays_overdue_with_its_first_day(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    assert standing_on(db, "2020-01-10") == (Status.NOT_STARTED, "2019-10-25")


def test_a_report_before_the_day_settles_it_and_the_next_one_counts_the_day_after(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    report(db, "1-1", "submitted", "2019-10-24", 100)
    assert standing_on(db, "2019-10-25") == (Status.SUBMITTED, "2019-10-25")
    assert standing_on(db, "2019-10-26") == (Status.NOT_STARTED, "2019-11-25")


def test_a_late_report_settles_the_day_that_was_missed_and_not_the_coming_one(db: Database) -> None:
    bring_in(db, Line("报送统计", QUARTERLY))
    report(db, "1-1", "submitted", "2020-01-05", 100)
    assert standing_on(db, "2020-01-06") == (Status.NOT_STARTED, "2020-03-31")


def test_a_late_report_settles_all_the_days_that_were_missed(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    report(db, "1-1", "submitted", "2019-12-30", 100)
    assert standing_on(db, "2019-12-31") == (Status.NOT_STARTED, "2020-01-25")


def test_a_second_report_before_the_day_settles_no_further_one(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    for on in ("2019-10-24", "2019-10-25"):
        report(db, "1-1", "submitted", on, 100)
    assert standing_on(db, "2019-10-26") == (Status.NOT_STARTED, "2019-11-25")


def test_the_correction_of_a_late_report_settles_no_further_day(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    for on in ("2019-11-18", "2019-11-19"):
        report(db, "1-1", "submitted", on, 100)
    db.change("UPDATE reports SET replaces = (SELECT min(id) FROM reports) WHERE id = (SELECT max(id) FROM reports)")
    assert standing_on(db, "2019-11-20") == (Status.NOT_STARTED, "2019-11-25")


def test_a_rhythm_kept_for_months_goes_on(db: Database) -> None:
    bring_in(db, Line("报送统计", MONTHLY))
    for on in ("2019-10-24", "2019-11-20", "2019-12-24"):
        report(db, "1-1", "submitted", on, 100)
    assert standing_on(db, "2019-12-26") == (Status.NOT_STARTED, "2020-01-25")


def test_a_month_end_stays_a_month_end(db: Database) -> None:
    bring_in(db, Line("报送统计", "每月底"))
    for on in ("2019-10-30", "2019-11-29", "2019-12-30", "2020-01-30"):
        report(db, "1-1", "submitted", on, 100)
    assert standing_on(db, "2020-02-01") == (Status.NOT_STARTED, "2020-02-29")


def test_a_milestone_that_is_reported_done_waits_for_its_review(db: Database) -> None:
    bring_in(db, Line("部署检查", "2019年12月,检查工作持续开展"))
    report(db, "1-1", "submitted", "2019-12-20", 100)
    assert standing_on(db, "2020-02-01") == (Status.SUBMITTED, "2019-12-31")


def test_a_milestone_that_is_done_leaves_ongoing_work_without_a_day(db: Database) -> None:
    bring_in(db, Line("部署检查", "2019年12月,检查工作持续开展"))
    report(db, "1-1", "submitted", "2019-12-20", 100)
    report(db, "1-1", "in_progress", "2020-01-20", 50)
    assert standing_on(db, "2020-02-01") == (Status.IN_PROGRESS, None)


def test_ongoing_work_that_an_accepted_milestone_leaves_has_no_percent(db: Database) -> None:
    bring_in(db, Line("部署检查", "2019年12月,检查工作持续开展"))
    report(db, "1-1", "submitted", "2019-12-20", 100)
    verdict = {"report_id": 1, "verdict": "accepted", "reason": "", "at": stored(at("2019-12-21 12:00"))}
    db.insert("reviews", **verdict)
    update_rows(db, [assignment(db, "1-1").id], at("2019-12-21 12:00"))
    found = assignment(db, "1-1", "2020-02-01")
    assert (found.status, found.percent, found.due) == (Status.IN_PROGRESS, 0, None)


@pytest.mark.parametrize("text", ["", "持续开展", "按上级统一安排", "《某条例》出台后10个月内完成", "尽量快些"])
def test_a_text_without_a_day_is_neither_due_nor_overdue(db: Database, text: str) -> None:
    bring_in(db, Line("查案", text))
    found = assignment(db, "1-1", "2021-01-01")
    assert (found.due, found.overdue, found.light) == (None, False, Light.NO_DATE)


@pytest.mark.parametrize(
    ("on", "light"),
    [
        ("2019-12-23", Light.ON_TIME),
        ("2019-12-24", Light.DUE_SOON),
        ("2019-12-31", Light.DUE_SOON),
        ("2020-01-01", Light.OVERDUE),
    ],
)
def test_the_light_turns_blue_a_week_before_and_red_the_day_after(db: Database, on: str, light: Light) -> None:
    bring_in(db, Line("查案", DECEMBER))
    assert light_on(db, on) is light


def test_what_is_blocked_worries_until_it_is_overdue(db: Database) -> None:
    bring_in(db, Line("查案", DECEMBER))
    report(db, "1-1", "blocked", "2019-12-30", 90)
    assert [light_on(db, on) for on in ("2019-12-31", "2020-01-01")] == [Light.WORRYING, Light.OVERDUE]


def test_what_lags_far_behind_its_time_worries(db: Database) -> None:
    bring_in(db, Line("查案", "2020年1月31日"), issued=day("2019-10-24"))
    report(db, "1-1", "in_progress", "2019-12-10", 30)
    assert [light_on(db, on) for on in ("2019-12-10", "2020-01-05")] == [Light.ON_TIME, Light.WORRYING]


def test_what_has_no_percentage_lags_behind_nothing(db: Database) -> None:
    bring_in(db, Line("查案", "2020年1月31日"), issued=day("2019-10-24"))
    report(db, "1-1", "in_progress", "2020-01-05", 0)
    assert light_on(db, "2020-01-05") is Light.ON_TIME


def test_dated_work_of_which_nothing_is_heard_for_a_month_worries(db: Database) -> None:
    bring_in(db, Line("查案", "2020年12月31日"))
    report(db, "1-1", "in_progress", "2019-11-20", 90)
    assert [light_on(db, on) for on in ("2019-12-20", "2019-12-21")] == [Light.ON_TIME, Light.WORRYING]


def test_ongoing_work_worries_only_after_its_own_period(db: Database) -> None:
    bring_in(db, Line("日常检查", "持续开展"))
    report(db, "1-1", "in_progress", "2019-11-20", 50)
    assert [light_on(db, on) for on in ("2020-02-28", "2020-02-29")] == [Light.NO_DATE, Light.WORRYING]


def test_a_report_counts_from_the_day_it_was_made(db: Database) -> None:
    bring_in(db, Line("查案", DECEMBER), now=at("2019-11-01 09:00"))
    report(db, "1-1", "submitted", "2019-12-20", 100)
    assert [standing_on(db, on)[0] for on in ("2019-12-19", "2019-12-20")] == ["not_started", "submitted"]
