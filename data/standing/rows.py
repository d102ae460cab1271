"""The stored standing of each assignment, kept up to date with every change, and counted.

The rows follow from the reports and can always be rebuilt. They state by which rules and for which time zone they were
made; if these are not the present ones, the rows are not read, and the next change rebuilds all of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.plan.deadlines import Deadline, deadline_of
from data.plan.plan import current_plan, known_plan
from data.standing.derivation import RULES, STALE_DATED, Facts, ReportFacts, derive_standing
from data.standing.standing import Standing
from data.store import Database, Row, record_of, sql_among, transaction
from data.store.settings import read_settings_of_plan
from data.store.unchanged import cached_until_changed
from data.times import end_of_day, stored

ALWAYS = "~"
"""A moment after all stored ones."""
FEW = 1000
"""The most assignments listed by id in a query; if there are more, all are read."""
AT_ONCE = 500
"""How many tasks of a large plan are loaded at once, to limit memory."""

CHECK_IN = """CASE WHEN kind IN ('ongoing', 'milestone_then_ongoing') AND ifnull(tasks.check_in, 'quarter') = 'quarter'
    THEN ifnull((SELECT value FROM settings WHERE name = 'check_in'
        AND ifnull(plan_id, 0) = ifnull((SELECT id FROM plans WHERE ended_at IS NULL), 0)), 'quarter')
    ELSE tasks.check_in END"""
"""An SQL expression for a task's check-in period: that of its text, else that of the plan's rules."""
DEADLINE_COLUMNS = f"""kind, tasks.due AS plan_due, start, granularity, every, event, offset_months, offset_days,
    offset_workdays, {CHECK_IN} AS check_in"""
IS_DOUBTFUL = "(tasks.remark LIKE '%待核实%期限%' AND tasks.settled_version IS NOT tasks.deadline_version)"
"""An SQL condition: the plan doubts the deadline and the office has not settled it."""
IS_SETTLED = "tasks.settled_version IS tasks.deadline_version"
"""An SQL condition: the office has settled the deadline as the plan states it now."""
TASK_COLUMNS = f"""code, title, title_en, item, deadline_text, deadline_version, {DEADLINE_COLUMNS},
    {IS_DOUBTFUL} AS doubtful, {IS_SETTLED} AS settled"""
PRESENT = f"""
SELECT assignments.id AS assignment_id, tasks.id AS task_id, assignments.unit_id, section, position, {DEADLINE_COLUMNS}
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


def present_facts(db: Database, condition: str) -> Iterator[tuple[Row, Facts]]:
    """Yield every assignment of the current plan, or those that meet a condition, as a row of PRESENT with its facts; a
    task without a unit once. Raises NoPlan."""
    return with_facts(db, db.fetch_all(PRESENT + condition), current_plan(db).issued, ALWAYS)


def with_facts(db: Database, rows: Sequence[Row], issued: date, until: str) -> Iterator[tuple[Row, Facts]]:
    """Yield each row with the reports and extensions of its assignment up to a stored moment."""
    if not rows:
        return
    ids = [row["assignment_id"] for row in rows if row["assignment_id"]]
    of_these = sql_among("assignment_id", ids if len(ids) <= FEW else None)
    reports: dict[int, list[ReportFacts]] = defaultdict(list)
    for row in db.fetch_all(f"{REPORTS} {of_these} ORDER BY reports.id", {"until": until}):
        reports[row["assignment_id"]].append(record_of(ReportFacts, row))
    granted: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in db.fetch_all(f"{GRANTED} {of_these} ORDER BY decided_at, id", {"until": until}):
        days = date.fromisoformat(row["due_before"]), date.fromisoformat(row["decided"])
        granted[row["assignment_id"]].append(days)
    stale_after = int(read_settings_of_plan(db, ["stale_after"]).get("stale_after", STALE_DATED))
    for row in rows:
        key = row["assignment_id"]
        yield row, Facts(plan_deadline(row), issued, reports.get(key, ()), granted.get(key, ()), stale_after)


def rules_as_text(db: Database) -> str:
    """Return the plan's rules on which standings depend, as text."""
    kept = read_settings_of_plan(db, ["check_in", "stale_after"])
    return "".join(f" {name}={kept[name]}" for name in sorted(kept))


def plan_deadline(row: Row) -> Deadline:
    """Return the plan's deadline from a row with the columns of DEADLINE."""
    return deadline_of({**row, "due": row["plan_due"]})


STANDING = tuple(each.name for each in fields(Standing))
OF_THE_PLAN = ("task_id", "assignment_id", "unit_id", "section", "position")
COLUMNS = (*OF_THE_PLAN, *STANDING)
SAVE = f"""
INSERT INTO standings ({", ".join(COLUMNS)}) VALUES ({", ".join(f":{name}" for name in COLUMNS)})
ON CONFLICT (task_id, ifnull(assignment_id, 0)) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in COLUMNS[2:])}
"""
ROWS = f"""
SELECT standings.*, units.name AS unit, role, {TASK_COLUMNS}
FROM standings JOIN tasks ON tasks.id = standings.task_id LEFT JOIN assignments ON assignments.id = assignment_id
LEFT JOIN units ON units.id = standings.unit_id WHERE true
"""
KEPT = f"SELECT {', '.join(COLUMNS)} FROM standings WHERE task_id = ? AND assignment_id IS ?"
COUNTED = """
SELECT ifnull(unit_id, 0) AS unit_id, section, status, ifnull(due, '') AS due, ifnull(renews_on, '') AS renews_on,
    ifnull(next_due, '') AS next_due, last_id IS NOT NULL AS heard_of, count(*) AS n
FROM standings GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
COUNTED_TWICE = f"""
SELECT * FROM ({COUNTED})
UNION ALL SELECT -1, section, status, due, renews_on, next_due, heard_of, sum(n) FROM ({COUNTED})
GROUP BY 2, 3, 4, 5, 6, 7
"""
"""The counts of each unit, and those of all units together under unit -1."""
MISCOUNTED = f"""
SELECT section FROM (SELECT * FROM ({COUNTED_TWICE}) EXCEPT SELECT * FROM standing_counts)
UNION SELECT section FROM (SELECT * FROM standing_counts EXCEPT SELECT * FROM ({COUNTED_TWICE}))
UNION SELECT section FROM (SELECT section, tasks FROM section_counts WHERE tasks > 0
    EXCEPT SELECT section, count(*) FROM tasks WHERE gone_at IS NULL GROUP BY section)
UNION SELECT section FROM (SELECT section, count(*) FROM tasks WHERE gone_at IS NULL GROUP BY section
    EXCEPT SELECT section, tasks FROM section_counts)
"""
GONE = """
SELECT standings.task_id FROM standings JOIN tasks ON tasks.id = standings.task_id
LEFT JOIN assignments ON assignments.id = assignment_id
WHERE tasks.gone_at IS NOT NULL OR assignments.gone_at IS NOT NULL
"""


def update_rows(db: Database, assignment_ids: Sequence[int], now: datetime) -> None:
    """Update the rows of these assignments. To be called within the transaction that changed them."""
    _keep(db, sql_among("assignments.id", assignment_ids), sql_among("assignment_id", assignment_ids), now)


def update_rows_of_task(db: Database, task_id: int, now: datetime) -> None:
    """Update the rows of a task after a change to the task itself (versions.change_task)."""
    _keep(db, sql_among("tasks.id", [task_id]), sql_among("task_id", [task_id]), now)


def _keep(db: Database, of_the_plan: str, of_the_rows: str, now: datetime) -> None:
    if not rows_made(db):
        rebuild_rows(db, now)
        return
    wanted = {_key(row): _values(row, facts, db.zone) for row, facts in present_facts(db, of_the_plan)}
    for row in db.fetch_all(f"SELECT task_id, assignment_id FROM standings WHERE true {of_the_rows}"):
        if _key(row) not in wanted:
            db.change("DELETE FROM standings WHERE task_id = ? AND assignment_id IS ?", _key(row))
    for values in wanted.values():
        db.change(SAVE, values)
    _sign(db, now)


def rebuild_rows(db: Database, now: datetime) -> None:
    """Rebuild every row and every count from the reports."""
    with transaction(db):
        db.change("DELETE FROM standings")
        db.change("DELETE FROM standing_counts")
        db.conn.executemany(SAVE, _computed(db))
        _sign(db, now)


def ensure_rows(db: Database, now: datetime) -> None:
    """Rebuild the rows if they were made by other rules or for another time zone, as after an upgrade."""
    if not rows_made(db):
        rebuild_rows(db, now)


def rows_made(db: Database) -> bool:
    """Return whether the rows were made by the present rules and for this time zone."""
    return db.fetch_text("SELECT made_by FROM standings_made") == _maker(db)


def rows_describe(db: Database, day: date) -> bool:
    """Return whether the rows describe a day, that is, nothing has changed after it."""
    end = stored(end_of_day(day, db.zone))
    made = cached_until_changed(db, "rows made", lambda: db.fetch_one("SELECT made_by, changed_at FROM standings_made"))
    return made is not None and made["made_by"] == _maker(db) and made["changed_at"] < end


def differing_tasks(db: Database) -> list[str]:
    """Return the codes of tasks whose rows, or whose section's counts, disagree with the reports."""
    wrong = set(db.fetch_column(GONE))
    for values in _computed(db):
        if db.fetch_one(KEPT, _key(values)) != values:
            wrong.add(values["task_id"])
    sections = db.fetch_column(MISCOUNTED)
    tasks = db.fetch_all("SELECT id, code, section FROM tasks ORDER BY position, id")
    return [row["code"] for row in tasks if row["id"] in wrong or row["section"] in sections]


def present_standings(db: Database, condition: str, values: Mapping[str, object]) -> list[tuple[Row, Standing]]:
    """Return the rows that meet a condition, with their standings."""
    return [(row, record_of(Standing, row)) for row in db.fetch_all(ROWS + condition, values)]


def _values(row: Row, facts: Facts, zone: ZoneInfo) -> dict[str, object]:
    found = derive_standing(facts, zone)
    values = {name: getattr(found, name) for name in STANDING}
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    return {
        **{name: row[name] for name in OF_THE_PLAN},
        **plain,
        "status": str(found.status),
        "last_at": stored(found.last_at) if found.last_at else None,
    }


def _computed(db: Database) -> Iterator[dict[str, object]]:
    if known_plan(db) is None:
        return
    tasks = db.fetch_column("SELECT id FROM tasks WHERE gone_at IS NULL ORDER BY id")
    for start in range(0, len(tasks), AT_ONCE):
        for row, facts in present_facts(db, sql_among("tasks.id", tasks[start : start + AT_ONCE])):
            yield _values(row, facts, db.zone)


def _key(values: Mapping[str, object]) -> tuple[object, object]:
    return values["task_id"], values["assignment_id"]


def _maker(db: Database) -> str:
    return f"{RULES} {db.zone.key}{rules_as_text(db)}"


def _sign(db: Database, now: datetime) -> None:
    """Store which rules and zone the rows were made by, and when they last changed."""
    db.change(
        """INSERT INTO standings_made (id, made_by, changed_at) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE SET made_by = excluded.made_by, changed_at = max(changed_at, excluded.changed_at)""",
        [_maker(db), now],
    )
