"""Figures are counted once."""

from datetime import date

import pytest

from data.errors import NotYours
from data.errors.numbers import FigureNotThere, TotalBelowReported
from data.people.actor import Actor
from data.people.people import Person, Role
from data.reporting.figures import figures_of_report
from data.reporting.past_figures import correct_figure, past_figures
from data.reporting.reports import append_report
from data.reporting.reviews import review_report
from data.reporting.totals import (
    last_figures,
    repeated_figures,
    reported_before,
    store_figures,
    totals,
)
from data.reporting.withdrawals import withdraw_report
from data.standing.standing import Verdict
from data.store import Database
from tests.data.conftest import MARKET, ZONE, assignment, at, day, let_in, rows

pytestmark = pytest.mark.usefixtures("plan")
FILED, ARRESTS, TODAY = "立案件数", "抓获人数", day("2019-11-25")


def tell(
    db: Database,
    person: Person,
    when: str,
    figures: dict[str, float],
    running: tuple[str, ...] = (),
    replaces: int | None = None,
    status: str = "in_progress",
) -> int:
    """Store a report on 1-1 with figures, and return its id."""
    moment = at(f"{when} 10:00")
    report = append_report(
        db,
        Actor(person, moment, ZONE),
        assignment(db, "1-1", when),
        source=f"{when} {figures}",
        status=status,
        percent=40,
        note="",
        replaces=replaces,
    )
    store_figures(db, report["id"], figures, running)
    return int(report["id"])


def total(
    db: Database,
    on: str = "2019-11-25",
    indicator: str = FILED,
    since: str | None = None,
    *,
    as_then: bool = False,
) -> float:
    found = totals(db, day(on), day(since) if since else None, as_then=as_then)
    return next(each.total for each in found if each.indicator == indicator)


def test_what_was_given_back_and_sent_again_counts_once(db: Database, liaison: Person, coordinator: Person) -> None:
    returned = tell(db, liaison, "2019-11-20", {FILED: 86}, status="submitted")
    review_report(db, Actor(coordinator, at("2019-11-21 09:00"), ZONE), returned, Verdict.RETURNED, "请核对")
    assert [total(db, "2019-11-20", as_then=as_then) for as_then in (True, False)] == [86, 0] and total(db) == 0
    tell(db, liaison, "2019-11-22", {FILED: 92}, status="submitted")
    assert total(db) == 92


def test_what_was_withdrawn_or_corrected_counts_nowhere(db: Database, liaison: Person) -> None:
    first = tell(db, liaison, "2019-11-20", {FILED: 5})
    tell(db, liaison, "2019-11-21", {FILED: 7}, replaces=first)
    taken_back = tell(db, liaison, "2019-11-22", {FILED: 100})
    withdraw_report(db, Actor(liaison, at("2019-11-22 11:00"), ZONE), taken_back)
    assert total(db) == 7 and last_figures(db, assignment(db, "1-1").id) == {FILED: 7}


def test_a_correction_belongs_to_the_day_of_the_report_first_made(db: Database, liaison: Person) -> None:
    first = tell(db, liaison, "2019-10-30", {FILED: 5})
    second = tell(db, liaison, "2019-11-21", {FILED: 7}, replaces=first)
    tell(db, liaison, "2019-11-22", {FILED: 6}, replaces=second)
    spans = [("2019-10-01", "2019-10-31"), ("2019-11-01", "2019-11-30"), ("2019-01-01", "2019-12-31")]
    assert [total(db, last, since=since) for since, last in spans] == [6, 0, 6]
    assert [total(db, on, as_then=True) for on in ("2019-10-31", "2019-11-21", "2019-11-22")] == [5, 7, 6]


def test_of_a_running_total_only_what_is_new_is_counted_and_the_total_is_kept(db: Database, liaison: Person) -> None:
    tell(db, liaison, "2019-10-30", {FILED: 8})
    report_id = tell(db, liaison, "2019-11-20", {FILED: 12, ARRESTS: 3}, (FILED,))
    assert (total(db), total(db, since="2019-11-01")) == (12, 4)
    filed, arrests = figures_of_report(db, report_id)
    assert (filed.value, filed.said) == (4, 12) and (arrests.value, arrests.said) == (3, None)


def test_a_running_total_says_what_was_reported_before_it(db: Database, liaison: Person) -> None:
    tell(db, liaison, "2019-10-30", {FILED: 8})
    own = assignment(db, "1-1").id
    assert reported_before(db, own, {FILED: 12, ARRESTS: 3}, [FILED], TODAY) == {FILED: 8}
    assert reported_before(db, own, {FILED: 12}, [FILED], day("2020-02-01")) == {FILED: 0}


def test_a_running_total_below_what_was_reported_is_asked_about(db: Database, liaison: Person) -> None:
    tell(db, liaison, "2019-10-30", {FILED: 8})
    with pytest.raises(TotalBelowReported) as asked:
        tell(db, liaison, "2019-11-20", {FILED: 6}, (FILED,))
    assert asked.value == TotalBelowReported(FILED, 6, 8, date(2019, 1, 1))


def test_the_running_total_of_a_report_that_is_corrected_is_taken_anew(db: Database, liaison: Person) -> None:
    tell(db, liaison, "2019-10-30", {FILED: 8})
    wrong = tell(db, liaison, "2019-11-20", {FILED: 21}, (FILED,))
    tell(db, liaison, "2019-11-21", {FILED: 12}, (FILED,), replaces=wrong)
    assert total(db) == 12


def test_the_same_number_as_in_the_last_report_is_doubted_and_no_other(db: Database, liaison: Person) -> None:
    tell(db, liaison, "2019-10-30", {FILED: 8, ARRESTS: 2})
    last = tell(db, liaison, "2019-11-20", {FILED: 5, ARRESTS: 0})
    own = assignment(db, "1-1").id
    assert repeated_figures(db, own, {FILED: 5, ARRESTS: 0}) == {FILED: 5}
    assert repeated_figures(db, own, {FILED: 8, ARRESTS: 2}) == {}
    assert repeated_figures(db, own, {FILED: 8}, replaces=last) == {FILED: 8}


def test_a_figure_of_an_earlier_report_is_put_right_and_adds_nothing(db: Database, liaison: Person) -> None:
    october = tell(db, liaison, "2019-10-30", {ARRESTS: 8})
    tell(db, liaison, "2019-11-20", {ARRESTS: 1})
    own = assignment(db, "1-1").id
    [found] = past_figures(db, [own], ARRESTS, day("2019-10-01"), day("2019-10-31"))
    assert (found.report_id, found.value, found.day) == (october, 8, day("2019-10-30"))
    for _ in range(2):
        corrected = correct_figure(
            db, Actor(liaison, at("2019-11-25 09:00"), ZONE), found.report_id, ARRESTS, 6, "1002:7"
        )
        assert (corrected.before, corrected.value) == (8, 6)
    assert (total(db, "2019-11-24", ARRESTS, as_then=True), total(db, "2019-11-24", ARRESTS)) == (9, 7)
    assert [each.value for each in figures_of_report(db, october)] == [6]
    assert rows(db, "SELECT count(*) FROM audit WHERE action = 'correct_figure'") == [(1,)]


def test_another_units_figure_and_one_that_is_not_there_are_not_put_right(db: Database, liaison: Person) -> None:
    report_id = tell(db, liaison, "2019-10-30", {ARRESTS: 8})
    zhou = let_in(db, 1004, "周科长", Role.LIAISON, MARKET)
    with pytest.raises(NotYours):
        correct_figure(db, Actor(zhou, at("2019-11-25 09:00"), ZONE), report_id, ARRESTS, 6, "1004:1")
    with pytest.raises(FigureNotThere):
        correct_figure(db, Actor(liaison, at("2019-11-25 09:00"), ZONE), report_id, FILED, 6, "1002:1")
