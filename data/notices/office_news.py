"""The office's morning news: what is new, what waits for the office, and what units do not answer."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from data.calendar import Period, span_around
from data.letters import Letter
from data.notices.hearers import Hearing
from data.notices.matters import matters_new_for_office
from data.notices.reminders import WorkingDay
from data.notices.rules import Entry, ForOffice, Rule, waiting_mark
from data.office.extensions import waiting_for_decision
from data.office.open_deadlines import assignments_to_settle, one_of_each_task
from data.plan.deadlines import DeadlineKind
from data.reporting.reviews import reports_waiting
from data.standing.assignments import Assignment, assignments, urgency
from data.standing.check_ins import (
    check_in_days,
    check_in_period,
    has_report_since_previous_period,
    waiting_for_check_in,
)
from data.standing.selection import asked_every, assignments_holding, blocked, overdue, unfinished
from data.store import Database
from data.times import at_hour, day_of, moment
from data.understanding.grouping import listed

_DAY = timedelta(days=1)
WAITS_FOR_EVENT = f" AND kind = '{DeadlineKind.CONDITIONAL}' AND standings.due IS NULL"
AGAIN_AFTER, ESCALATED_EVERY = timedelta(days=7), timedelta(days=28)
"""After how long waiting requests, and overdue work without a report, are mentioned again."""


def office_news(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Entry]:
    """Yield the news of a working day, including days missed while the bot did not run."""
    yield from _blocked(db, working, hearing)
    yield from _waiting(db, working)
    yield from matters_new_for_office(db, working)
    yield from _escalated(db, working, hearing)
    if working.catches_up(working.day.replace(day=1)):
        ongoing = [each for period in Period for each in unfinished(db, working.day, asked_every(period))]
        yield from _stale(sorted(ongoing, key=urgency), working, hearing)
        if working.catches_up(quarter := span_around(working.day, Period.QUARTER).first):
            waiting = assignments_holding(db, working.day, WAITS_FOR_EVENT, waits_for_an_event)
            yield from (Entry(Rule.EVENT_CHECK, each, quarter.toordinal()) for each in one_of_each_task(waiting))
    if working.catches_up(working.monday) or hearing.is_first(working.day):
        doubtful = assignments_to_settle(db, working.day)
        yield from (Entry(Rule.DOUBTFUL, each, working.monday.toordinal()) for each in doubtful)


def _blocked(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Entry]:
    """Yield what was reported blocked since the last morning; on the first morning, whatever is blocked.

    Urgent reports are left out, as the office was told at once.
    """
    urgent = db.fetch_column("SELECT subject_id FROM outbox WHERE letter = ?", [Letter.URGENT])
    hour = working.rules.planning_hour
    is_first = hearing.is_first(working.day)
    planned = db.fetch_column("SELECT planned_at FROM planned_days WHERE day = ?", [working.planned_until])
    since = min([at_hour(working.planned_until, hour, db.zone), *map(moment, planned)])
    until = at_hour(working.day, hour, db.zone)
    for each in unfinished(db, working.day, blocked()):
        if (
            each.id
            and each.last is not None
            and (is_first or since <= each.last.at)
            and each.last.at <= until
            and each.last.id not in urgent
        ):
            yield Entry(Rule.BLOCKED, each, each.last.id)


def _waiting(db: Database, working: WorkingDay) -> Iterator[Entry]:
    """Yield reports to review and extension requests to decide, from the day after they came, once a week."""
    reports = ((each.assignment_id, ForOffice.REPORT, each.id, each.at) for each in reports_waiting(db))
    requests = waiting_for_decision(db, working.day)
    asked = ((each.assignment.id, ForOffice.REQUEST, each.id, each.at) for each in requests)
    steps = listed(
        (assignment_id, (what, number, step))
        for assignment_id, what, number, at in chain(reports, asked)
        if (step := _latest_step(day_of(at, db.zone) + _DAY, AGAIN_AFTER, working.day)) and working.catches_up(step)
    )
    states = {each.id: each for each in assignments(db, working.day, ids=[*steps])} if steps else {}
    for assignment_id, said in steps.items():
        for what, number, step in said:
            if assignment_id in states:
                yield Entry(Rule.REVIEW_WAITING, states[assignment_id], waiting_mark(what, number, step))


def _escalated(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Entry]:
    """Yield overdue work on which its unit has not reported for some days despite reminders; every four weeks."""
    for each in unfinished(db, working.day, overdue(working.day)):
        if each.due is None or not each.id or not hearing.people(each.unit_id, working.day):
            continue
        if hearing.holds_back(each, working.day):
            continue
        silent = max(each.due, hearing.first_day(working.day), *([each.last.at.date()] if each.last else []))
        first = silent + timedelta(days=working.rules.escalation_after)
        step = _latest_step(first, ESCALATED_EVERY, working.day)
        if step is not None and working.catches_up(step):
            yield Entry(Rule.ESCALATION, each, step.toordinal())


def _stale(everything: Sequence[Assignment], working: WorkingDay, hearing: Hearing) -> Iterator[Entry]:
    """Yield ongoing work without a report in the period that has just ended, although the unit was asked."""
    for each in waiting_for_check_in(everything):
        first = span_around(working.day, check_in_period(each)).first
        asked = check_in_days(check_in_period(each), first - _DAY, working.workdays)
        if not (each.id and working.catches_up(first) and hearing.people(each.unit_id, working.day)):
            continue
        if not has_report_since_previous_period(each) and hearing.first_day(working.day) <= asked[0]:
            yield Entry(Rule.STALE, each, first.toordinal())


def waits_for_an_event(assignment: Assignment) -> bool:
    """Return whether the task's deadline depends on an event whose day has not been entered."""
    return assignment.deadline.kind is DeadlineKind.CONDITIONAL and assignment.due is None and not assignment.finished


def _latest_step(first: date, every: timedelta, day: date) -> date | None:
    return first + (day - first) // every * every if first <= day else None
