"""Which reminder of an assignment falls on a working day.

A reminder before the due day that would fall on a day off moves to the working day before it; one after the due day
moves to the next working day. After a report there are no reminders for a week, except shortly before the due day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.calendar import Period
from data.notices.plan_rules import PlanRules
from data.notices.rules import Entry, Rule
from data.plan.workdays import Workdays
from data.standing.assignments import Assignment
from data.standing.check_ins import check_in_days, check_in_period, is_ongoing_work, waiting_for_check_in
from data.standing.due_state import DueState, due_state
from data.standing.standing import Status

LEFT_ALONE = timedelta(days=7)
"""How long nobody is asked again after a report, unless the due day is nearer than that."""
RULES = {
    DueState.OVERDUE: Rule.OVERDUE,
    DueState.TODAY: Rule.DUE_TODAY,
    DueState.SOON: Rule.BEFORE_DUE,
    DueState.LATER: Rule.BEFORE_DUE,
    DueState.NO_DATE: Rule.CHECK_IN,
}
"""The rule of a reminder of open work, by how soon it is due."""


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """A working day whose messages are planned; `planned_until` is the last working day planned before it."""

    day: date
    planned_until: date
    rules: PlanRules = field(default_factory=PlanRules)
    workdays: Workdays = field(default_factory=Workdays)

    @property
    def monday(self) -> date:
        """The Monday of its week."""
        return self.day - timedelta(days=self.day.weekday())

    @property
    def reach(self) -> range:
        """The ordinals of the days its messages cover: missed days, the day itself, and the days off after it."""
        return range(self.workdays.after(self.planned_until).toordinal(), self.workdays.after(self.day).toordinal())

    def catches_up(self, day: date) -> bool:
        """Return whether `day` has come since the last planned working day, so that it is spoken of now."""
        return self.planned_until < day <= self.day


def reminder(assignment: Assignment, working: WorkingDay) -> Entry | None:
    """Return the reminder of an assignment on a working day, the latest if there are several, or None."""
    due, rules = assignment.due, working.rules
    if due is None:
        return _check_in(assignment, working)
    if due_state(due, working.day) is DueState.OVERDUE:
        rule, mark = Rule.OVERDUE, days_overdue(due, working, rules.overdue_marks((working.day - due).days))
    else:
        rule = Rule.DUE_TODAY if due == working.day else Rule.BEFORE_DUE
        mark = days_before_due(due, working, rules.days_before)
    is_far = mark is not None and mark >= LEFT_ALONE.days
    if mark is None or ((is_far or rule is Rule.OVERDUE) and is_reported_lately(assignment, working.day)):
        return _stale(assignment, working)
    return Entry(rule, assignment, mark)


def check_ins_falling_on(period: Period, working: WorkingDay) -> tuple[date, ...]:
    """Return the days for asking about ongoing work of this period that fall on the working day or were missed."""
    asked = check_in_days(period, working.day, working.workdays)
    return tuple(day for day in asked if working.catches_up(day))


def reminder_after_snooze(assignment: Assignment, mark: int) -> Entry | None:
    """Return a reminder that fits the present state of an assignment that was put off until now, or None."""
    if assignment.finished or (assignment.due is None and not waiting_for_check_in([assignment])):
        return None
    return Entry(RULES[due_state(assignment.due, assignment.today)], assignment, mark)


def is_reported_lately(assignment: Assignment, day: date) -> bool:
    """Return whether the last report is too recent to ask again."""
    return assignment.last is not None and day - assignment.last.at.date() < LEFT_ALONE


def is_of_the_due_day(entry: Entry) -> bool:
    """Return whether a reminder is for the due day, or for the last working day before a due day off."""
    return entry.rule is Rule.DUE_TODAY or (entry.rule is Rule.BEFORE_DUE and entry.mark == 0)


def is_needless_after_report(entry: Entry) -> bool:
    """Return whether a recent report makes a reminder needless, which it never does shortly before the due day."""
    far = entry.rule is Rule.BEFORE_DUE and (entry.assignment.days_left or 0) >= LEFT_ALONE.days
    late = entry.rule in (Rule.OVERDUE, Rule.STALE, Rule.ESCALATION)
    return (far or late) and is_reported_lately(entry.assignment, entry.assignment.today)


def days_before_due(due: date, working: WorkingDay, marks: Iterable[int]) -> int | None:
    """Return which of the `marks` (days before the due day) falls on the working day.

    Returns the latest if there are several, and None if there is none.
    """
    reach = working.reach
    return min((mark for mark in marks if due.toordinal() - mark in reach), default=None)


def days_overdue(due: date, working: WorkingDay, marks: Sequence[int]) -> int | None:
    """Return the last of the `marks` (days after the due day) if it falls on the working day, else None."""
    return marks[-1] if marks and working.catches_up(due + timedelta(days=marks[-1])) else None


def _check_in(assignment: Assignment, working: WorkingDay) -> Entry | None:
    """Return the question about ongoing work that has no report in its period, or None."""
    if not waiting_for_check_in([assignment]):
        return None
    asked = check_ins_falling_on(check_in_period(assignment), working)
    return Entry(Rule.CHECK_IN, assignment, max(asked).toordinal()) if asked else None


def _stale(assignment: Assignment, working: WorkingDay) -> Entry | None:
    """Return the question about dated work in progress without a report for long, unless it is due soon."""
    if assignment.status is not Status.IN_PROGRESS or assignment.last is None or is_ongoing_work(assignment):
        return None
    if assignment.due is None or assignment.due <= working.day + LEFT_ALONE:
        return None
    stale = assignment.last.at.date() + timedelta(days=working.rules.stale_after + 1)
    return Entry(Rule.STALE, assignment, stale.toordinal()) if working.catches_up(stale) else None
