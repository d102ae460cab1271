"""The office's plans: list them, see how a former one ended, close one, make one current again, carry open tasks
over; and what waits in the current plan when another takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors import needed, still_there, unless
from data.errors.plans import NoPlan, NothingToCarryOver
from data.office.change_record import ChangeKind, PlanChange, change_from_source
from data.office.extensions import waiting_for_decision
from data.office.plan_changes import change_plan
from data.office.task_edits import insert_task
from data.people.actor import Actor
from data.people.succession import OF_AN_ASSIGNMENT
from data.plan.plan import Plan, all_plans, end_plan, known_plan, plan_on, reopen_plan
from data.plan.versions import TaskState, change_state, state_of, task_row
from data.reporting.reviews import reports_waiting
from data.standing.assignments import Assignment, assignments
from data.standing.rows import rebuild_rows
from data.standing.standing import Status
from data.steps.changes import carry_steps
from data.store import Database
from data.times import day_of, moment

ENDED_AT = "SELECT ended_at FROM plans WHERE id = ?"


@dataclass(frozen=True, slots=True)
class PlanAtEnd:
    """A plan as it stands, or stood on its last day: the number of tasks and the assignments not closed.

    `last_day` is None for the current plan, and for one that ended on the day it began, of which nothing can be shown.
    """

    plan: Plan
    ended_on: date | None
    last_day: date | None
    tasks: int
    still_open: tuple[Assignment, ...]


def plan_by_id(db: Database, plan_id: int) -> Plan:
    """Return a plan. Raises StaleButton if there is none."""
    return still_there(next((each for each in all_plans(db) if each.id == plan_id), None))


def plan_at_end(db: Database, plan_id: int, today: date) -> PlanAtEnd:
    """Return how a plan stands today, or stood at the end of its last whole day. Raises StaleButton."""
    plan = plan_by_id(db, plan_id)
    ended_at = db.fetch_text(ENDED_AT, [plan_id])
    ended_on = day_of(moment(ended_at), db.zone) if ended_at else None
    last = ended_on - timedelta(days=1) if ended_on else today
    then = unless(NoPlan, plan_on, db, last)
    told = assignments(db, last) if then is not None and then.id == plan.id else []
    still_open = tuple(each for each in told if each.status is not Status.CLOSED)
    tasks = len({each.task_id for each in told})
    return PlanAtEnd(plan, ended_on, last if ended_on and told else None, tasks, still_open)


def close_plan(db: Database, by: Actor, plan_id: int, reason: str) -> Plan:
    """Archive the current plan: it sends no more reminders but can be read. Does nothing if it is not current.

    Raises ForTheOffice.
    """
    with by.office_act(db):
        plan = plan_by_id(db, plan_id)
        if plan.current:
            end_plan(db, by.now)
            rebuild_rows(db, by.now)
            by.record(db, "close_plan", plan.title, plan_id=plan.id, reason=reason)
        return plan_by_id(db, plan_id)


def make_current(db: Database, by: Actor, plan_id: int, reason: str) -> Plan:
    """Make a former plan current again with the tasks it had at its end, archiving the present one.

    Does nothing if it is current already. Raises ForTheOffice.
    """
    with by.office_act(db):
        plan = plan_by_id(db, plan_id)
        if not plan.current:
            before = known_plan(db)
            if before is not None:
                end_plan(db, by.now)
            ended_at = db.fetch_text(ENDED_AT, [plan_id])
            reopen_plan(db, plan_id)
            for task in db.fetch_all("SELECT * FROM tasks WHERE plan_id = ? AND gone_at = ?", [plan_id, ended_at]):
                change_state(db, task, {"present": True}, by.now)
            rebuild_rows(db, by.now)
            replaced = before.id if before else None
            detail = {"plan_id": plan.id, "reason": reason, "before": replaced}
            by.record(db, "make_plan_current", plan.title, **detail)
        return plan_by_id(db, plan_id)


def to_carry_over(db: Database, plan_id: int, today: date) -> list[tuple[int, TaskState]]:
    """Return the id and state of each task that was open at the end of a former plan and is missing from the current
    one.

    Raises NoPlan, and NothingToCarryOver if there are none.
    """
    if known_plan(db) is None:
        raise NoPlan
    there = {_words(row) for row in db.fetch_all("SELECT * FROM tasks WHERE gone_at IS NULL")}
    still_open = sorted(plan_at_end(db, plan_id, today).still_open, key=lambda each: each.position)
    ids = dict.fromkeys(each.task_id for each in still_open)
    states = [(task_id, state_of(db, task_row(db, task_id))) for task_id in ids]
    return needed([(task_id, state) for task_id, state in states if _words(state) not in there], NothingToCarryOver)


def _words(task: TaskState) -> tuple[str, str, str]:
    return task["item"], task["title"], task["measure"]


def carry_over(db: Database, by: Actor, plan_id: int, reason: str, source: str) -> PlanChange:
    """Add the open tasks of a former plan to the current one, with their codes where free, their units' steps and what
    the units have asked or not yet submitted, and tell the units. Done once per `source`.

    Raises ForTheOffice, NoPlan and NothingToCarryOver.
    """
    with by.office_act(db):
        if done := change_from_source(db, source):
            return done
        edits: dict[int, TaskState] = {}
        former: dict[int, int] = {}
        for task_id, state in to_carry_over(db, plan_id, by.today):
            words = {name: value for name, value in state.items() if name != "position"}
            new_id = insert_task(db, task_row(db, task_id), by.now)
            edits[new_id], former[new_id] = {**words, "present": True}, task_id
        title = plan_by_id(db, plan_id).title
        made = change_plan(db, by, ChangeKind.ADD, title, edits, source, reason=reason)
        for new_id, task_id in former.items():
            carry_steps(db, task_id, new_id)
            carry_waiting(db, task_id, new_id)
        return made


@dataclass(frozen=True, slots=True)
class LeftWaiting:
    """The codes of the tasks with a report to review, a request for more time to decide, or something unsubmitted."""

    reports: tuple[str, ...]
    requests: tuple[str, ...]
    drafts: tuple[str, ...]


def left_waiting(db: Database, today: date) -> LeftWaiting:
    """Return what waits in the current plan."""
    drafts = f"""SELECT DISTINCT code FROM dialogs JOIN assignments ON assignments.id = subject_id
        JOIN tasks ON tasks.id = task_id
        WHERE dialogs.kind IN {OF_AN_ASSIGNMENT} AND state <> 'ended' AND answers <> '{{}}' AND tasks.gone_at IS NULL"""
    return LeftWaiting(
        tuple(dict.fromkeys(each.code for each in reports_waiting(db))),
        tuple(dict.fromkeys(each.assignment.code for each in waiting_for_decision(db, today))),
        tuple(db.fetch_column(drafts)),
    )


def carry_waiting(db: Database, task_id: int, new_task_id: int) -> None:
    """Let the requests and unsubmitted reports on a task wait on the task that continues it in another plan. To be
    called within a transaction."""
    later = """(SELECT later.id FROM assignments AS former JOIN assignments AS later ON later.unit_id = former.unit_id
        WHERE former.id = {of} AND former.task_id = :task AND later.task_id = :new)"""
    undecided = "UPDATE extensions SET assignment_id = {later} WHERE verdict IS NULL AND withdrawn_at IS NULL"
    unsubmitted = f"UPDATE dialogs SET subject_id = {{later}} WHERE kind IN {OF_AN_ASSIGNMENT} AND state <> 'ended'"
    for sql, of in ((undecided, "assignment_id"), (unsubmitted, "subject_id")):
        found = later.format(of=of)
        db.change(f"{sql.format(later=found)} AND {found} IS NOT NULL", {"task": task_id, "new": new_task_id})


def reports_left_behind(db: Database, since: datetime) -> list[str]:
    """Return the codes of the tasks that are in no current plan and on which was reported since a moment."""
    sql = """SELECT DISTINCT code FROM reports JOIN assignments ON assignments.id = assignment_id
        JOIN tasks ON tasks.id = task_id
        WHERE tasks.gone_at IS NOT NULL AND withdrawn_at IS NULL AND reported_at >= ? ORDER BY reports.id"""
    return [str(each) for each in db.fetch_column(sql, [since])]


def requests_left_behind(db: Database, unit_ids: Sequence[int]) -> list[str]:
    """Return the codes of the tasks of former plans for which these units asked for more time without an answer."""
    sql = """SELECT DISTINCT code FROM extensions JOIN assignments ON assignments.id = assignment_id
        JOIN tasks ON tasks.id = task_id WHERE verdict IS NULL AND withdrawn_at IS NULL AND tasks.gone_at IS NOT NULL
        AND unit_id IN (SELECT value FROM json_each(?))"""
    return [str(each) for each in db.fetch_column(sql, [[*unit_ids]])]
