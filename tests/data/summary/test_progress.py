"""Progress between two days, checked against a count over the raw reports."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors.deadlines import BeforeThePlan, SpanAhead, SpanBackwards
from data.office.importing import import_plan
from data.plan.units import find_unit
from data.store import Database
from data.summary.days import span_before
from data.summary.progress import Progress, progress
from data.times import day_of
from tests.data.conftest import (
    MARKET,
    POLICE,
    ZONE,
    Line,
    assignment,
    at,
    day,
    reading_of,
    report,
)
from tests.data.happenings import SECTIONS, Happening, added_up, happenings, open_town, raw

DAY = timedelta(days=1)


@given(
    st.lists(happenings, min_size=3, max_size=16),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
    st.sampled_from([None, POLICE, MARKET]),
    st.sampled_from([None, SECTIONS[:1], SECTIONS[1:], SECTIONS]),
    st.booleans(),
)
@settings(max_examples=120, deadline=None)
def test_whatever_happens_a_span_says_what_a_count_over_the_raw_reports_says(
    happened: list[Happening],
    offsets: tuple[int, int],
    unit: str | None,
    sections: tuple[str, ...] | None,
    latest: bool,
) -> None:
    town = open_town(latest=latest)
    town.live(happened)
    today = day_of(town.now, ZONE)
    first, last = sorted(day("2019-10-25") + offset * DAY for offset in offsets)
    first = min(first, today)
    ids = None if unit is None else [find_unit(town.db, unit).id]
    told = progress(town.db, first, last, today, ids, sections)
    assert [each.id for each in told.reports] == [each["id"] for each in raw(town.db, first, told.last, unit, sections)]
    assert told.reports_before == len(raw(town.db, *told.before, unit, sections))
    for figures, days in ((told.figures, (first, told.last)), (told.figures_before, told.before)):
        by_hand = added_up(raw(town.db, days[0], days[1], unit, sections), latest)
        assert {each.indicator: each.total for each in figures if each.total} == {k: v for k, v in by_hand.items() if v}
    in_reports = Counter[str]()
    for each in told.reports:
        in_reports.update(dict(each.figures))
    if not latest:
        assert {each.indicator: each.total for each in told.figures if each.total} == {
            name: round(value, 6) for name, value in in_reports.items() if value
        }
    town.db.close()


@pytest.mark.parametrize(
    ("first", "last", "until", "before"),
    [
        ("2019-11-01", "2019-11-30", "2019-11-30", ("2019-10-01", "2019-10-31")),
        ("2019-11-01", "2019-11-30", "2019-11-25", ("2019-10-01", "2019-10-25")),
        ("2019-10-01", "2019-12-31", "2019-12-31", ("2019-07-01", "2019-09-30")),
        ("2020-03-01", "2020-03-31", "2020-03-30", ("2020-02-01", "2020-02-29")),
        ("2020-01-01", "2020-12-31", "2020-12-31", ("2019-01-01", "2019-12-31")),
        ("2019-01-01", "2019-12-31", "2019-11-25", ("2018-01-01", "2018-11-25")),
        ("2019-01-01", "2019-06-30", "2019-06-30", ("2018-07-01", "2018-12-31")),
        ("2019-11-25", "2019-12-01", "2019-12-01", ("2019-11-18", "2019-11-24")),
        ("2019-11-25", "2019-12-01", "2019-11-27", ("2019-11-18", "2019-11-20")),
        ("2019-11-25", "2019-11-25", "2019-11-25", ("2019-11-24", "2019-11-24")),
    ],
)
def test_months_are_compared_with_months_and_days_with_days(
    first: str, last: str, until: str, before: tuple[str, str]
) -> None:
    assert span_before((day(first), day(last)), day(until)) == tuple(map(day, before))


def of(db: Database, first: str, last: str, today: str = "2019-11-25") -> Progress:
    return progress(db, day(first), day(last), day(today))


@pytest.mark.usefixtures("plan")
def test_how_the_plan_stood_before_and_stands_after(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-11-10", 40)
    report(db, "1-1", "submitted", "2019-11-20", 100)
    told = of(db, "2019-11-18", "2019-11-24")
    assert (told.all_before.in_progress, told.all_before.submitted) == (1, 0)
    assert (told.all.in_progress, told.all.submitted) == (0, 1)
    assert [(each.code, each.status, each.unit) for each in told.reports] == [("1-1", "submitted", POLICE)]
    assert told.sections == SECTIONS
    assert assignment(db, "1-1").id == told.reports[0].assignment_id


@pytest.mark.usefixtures("plan")
def test_how_another_plan_stood_before_is_not_how_this_one_stood(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-12-10", 40)
    new = reading_of(Line("别的事"), issued=day("2020-01-02"))
    import_plan(db, new, "新任务表", day("2020-01-02"), "新.csv", at("2020-01-02 10:00"), new_plan=True)
    first, second = of(db, "2020-01-02", "2020-01-10", "2020-01-10"), of(db, "2020-01-03", "2020-01-10", "2020-01-10")
    assert (first.all_before.total, second.all_before.total, second.all.total) == (0, 1, 1)
    assert of(db, "2019-12-20", "2019-12-31", "2020-01-10").all_before.in_progress == 1


@pytest.mark.usefixtures("plan")
def test_a_span_that_is_not_over_is_told_up_to_today(db: Database) -> None:
    assert of(db, "2019-11-01", "2019-11-30").last == day("2019-11-25")


@pytest.mark.usefixtures("plan")
def test_spans_of_which_nothing_can_be_told_are_refused(db: Database) -> None:
    with pytest.raises(SpanBackwards):
        of(db, "2019-11-02", "2019-11-01")
    with pytest.raises(SpanAhead):
        of(db, "2019-11-26", "2019-11-30")
    with pytest.raises(BeforeThePlan):
        of(db, "2019-09-01", "2019-09-30")
