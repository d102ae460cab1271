"""What the standing of assignments follows from, read from the reports, their reviews and the extensions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from data.plan.deadlines import Deadline, deadline_of
from data.plan.plan import current_plan
from data.standing.derivation import STALE_DATED, Facts, Given
from data.store import Database, Row, fetch_all
from data.store.records import record_of
from data.store.settings import read_settings_of_plan

ALWAYS = "~"
"""A moment after all that are stored."""
FEW = 1000
"""So many assignments are named in a query; of more all are read."""
AT_ONCE = 500
"""Of so many tasks of a large plan what stands of them is read together, so that no more of it is in memory."""

CHECK_IN = """CASE WHEN kind IN ('ongoing', 'milestone_then_ongoing') AND ifnull(tasks.check_in, 'quarter') = 'quarter'
    THEN ifnull((SELECT value FROM settings WHERE name = 'check_in'
        AND ifnull(plan_id, 0) = ifnull((SELECT id FROM plans WHERE ended_at IS NULL), 0)), 'quarter')
    ELSE tasks.check_in END"""
"""How often a task is asked after, in SQL: as its text says, else as the rules of the plan do."""
DEADLINE = f"""kind, tasks.due AS plan_due, start, granularity, every, event, offset_months, offset_days,
    offset_workdays, {CHECK_IN} AS check_in"""
DOUBTFUL = "(tasks.remark LIKE '%待核实%期限%' AND tasks.settled_version IS NOT tasks.deadline_version)"
"""Whether the plan itself doubts a task's deadline, and the office has not settled it."""
SETTLED = "tasks.settled_version IS tasks.deadline_version"
"""Whether the office has said what holds of a deadline, as the plan states it now."""
OF_A_TASK = f"""code, title, title_en, item, deadline_text, deadline_version, {DEADLINE}, {DOUBTFUL} AS doubtful,
    {SETTLED} AS settled"""
PRESENT = f"""
SELECT assignments.id AS assignment_id, tasks.id AS task_id, assignments.unit_id, section, position, {DEADLINE}
FROM tasks LEFT JOIN assignments ON task_id = tasks.id AND assignments.gone_at IS NULL
WHERE tasks.gone_at IS NULL
"""
REPORTS = """
SELECT assignment_id, reports.id, status, percent, reported_at AS at, replaces,
    CASE WHEN reviews.at < :until THEN verdict END AS verdict
FROM reports LEFT JOIN reviews ON report_id = reports.id
WHERE withdrawn_at IS NULL AND reported_at < :until
"""
GRANTED = """
SELECT assignment_id, due_before, decided FROM extensions WHERE decided IS NOT NULL AND decided_at < :until
"""


def present_facts(db: Database, condition: str = "") -> Iterator[tuple[Row, Facts]]:
    """Every assignment of the current plan, or those that meet a condition, each as a row of PRESENT with what was said
    of it; a task without a unit comes once. Raises NoPlan."""
    return with_facts(db, fetch_all(db, PRESENT + condition), current_plan(db).issued, ALWAYS)


def with_facts(db: Database, rows: Sequence[Row], issued: date, until: str) -> Iterator[tuple[Row, Facts]]:
    """These rows, each with what had been said of its assignment until a stored moment."""
    if not rows:
        return
    ids = [row["assignment_id"] for row in rows if row["assignment_id"]]
    of_these = among("assignment_id", ids if len(ids) <= FEW else None)
    reports: dict[int, list[Given]] = defaultdict(list)
    for row in fetch_all(db, f"{REPORTS} {of_these} ORDER BY reports.id", {"until": until}):
        reports[row["assignment_id"]].append(record_of(Given, row))
    granted: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in fetch_all(db, f"{GRANTED} {of_these} ORDER BY decided_at, id", {"until": until}):
        days = date.fromisoformat(row["due_before"]), date.fromisoformat(row["decided"])
        granted[row["assignment_id"]].append(days)
    stale_after = stale_after_days(db)
    for row in rows:
        key = row["assignment_id"]
        yield row, Facts(plan_deadline(row), issued, reports.get(key, ()), granted.get(key, ()), stale_after)


def stale_after_days(db: Database) -> int:
    """After how many days without a report dated work is stale, by the rules of the plan."""
    return int(read_settings_of_plan(db, ["stale_after"]).get("stale_after", STALE_DATED))


def made_by(db: Database) -> str:
    """The rules of the plan from which standings follow."""
    kept = read_settings_of_plan(db, ["check_in", "stale_after"])
    return "".join(f" {name}={kept[name]}" for name in sorted(kept))


def plan_deadline(row: Row) -> Deadline:
    """The deadline as the plan has it, of a row with the columns of DEADLINE."""
    return deadline_of({**row, "due": row["plan_due"]})


def among(column: str, ids: Sequence[int] | None) -> str:
    """The condition in SQL that a column holds one of these ids; none where they are None."""
    return "" if ids is None else f" AND {column} IN ({', '.join(str(int(each)) for each in ids)})"
