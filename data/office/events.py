"""Deadlines that wait for an event, with the day on which it happened; and those that the plan itself doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.errors.plans import NoSuchEvent
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import Deadline, Kind, deadline_of, due_after_event
from data.plan.deadlines.day_answer import read_day
from data.plan.plan import CURRENT
from data.plan.tasks import TaskTitle
from data.plan.versions import TaskState, state_of, task_row
from data.standing.assignments import Assignment
from data.standing.rows import DOUBTFUL, SETTLED
from data.standing.selection import chosen
from data.standing.standing import Status
from data.store import Database, Row, fetch_all
from data.understanding.entities.days import find_days
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import normalise

_RULES, _ANYWHERE, _AT_THE_END = (patterns("events", part) for part in ("patterns", "said", "at_the_end"))
_TITLE = _RULES["title"]
_ALIKE = 0.6
"""From this share of its pairs of characters on, words without 《》 mean an event."""


@dataclass(frozen=True, slots=True)
class WaitingTask:
    """A task that waits for an event; `due` is its day after `day`, None where the plan says no time after it."""

    task_id: int
    code: str
    title: TaskTitle
    deadline: Deadline
    units: tuple[str, ...]

    def due(self, day: date) -> date | None:
        """When it falls due, if the event happens on a day."""
        return due_after_event(self.deadline, day)


@dataclass(frozen=True, slots=True)
class Event:
    """An event that deadlines of the current plan name, and its day where that has been entered. `id` is that of the
    first of its tasks."""

    id: int
    name: str
    day: date | None
    tasks: tuple[WaitingTask, ...]


def events(db: Database) -> list[Event]:
    """The events that the current plan's deadlines wait for, in its order."""
    grouped: dict[str, list[Row]] = {}
    waiting = f"""SELECT * FROM tasks WHERE plan_id = {CURRENT} AND gone_at IS NULL AND kind = 'conditional'
        ORDER BY position, id"""
    for row in fetch_all(db, waiting):
        grouped.setdefault(_key(row["event"]), []).append(row)
    days = event_days(db)
    return [
        Event(rows[0]["id"], rows[0]["event"], days.get(key), tuple(_waiting(db, row) for row in rows))
        for key, rows in grouped.items()
    ]


def find_event(db: Database, event_id: int) -> Event:
    """The event that a task waits for, be it not the first. Raises NoSuchEvent."""
    found = next((each for each in events(db) if event_id in (task.task_id for task in each.tasks)), None)
    if found is None:
        raise NoSuchEvent
    return found


def events_named(db: Database, words: str) -> list[Event]:
    """The events that a sentence may mean: by a title in 《》, else by enough of its words. Of several that share a
    title, those of which the same is said (出台, 施行)."""
    title, known = _TITLE.search(words), events(db)
    if title:
        found = [each for each in known if title[1] in each.name]
    else:
        found = [each for each in known if _likeness(words, each.name) >= _ALIKE]
    senses = [sense for sense, said in _ANYWHERE.items() if said.search(words)]
    return [each for each in found if _key(each.name).endswith(tuple(f"|{sense}" for sense in senses))] or found


def names_event_surely(db: Database, words: str) -> bool:
    """Whether a sentence says of an event's title in 《》 that it happens."""
    title = _TITLE.search(words)
    happens = any(said.search(_TITLE.sub("", words)) for said in _ANYWHERE.values())
    return title is not None and happens and any(title[1] in each.name for each in events(db))


def day_of_event(text: str, today: date, *, needed: bool = False) -> date | None:
    """The one day that a text names, without a year the one nearest to today: an event is told of before or after.
    None where there is none, or several. Raises DayUnclear instead where one is `needed`."""
    heard = normalise(text).lower()
    ways = [{each.last for each in find_days(heard, today, past)} for past in (False, True)]
    if all(len(days) == 1 for days in ways):
        return min((day for days in ways for day in days), key=lambda day: abs((day - today).days))
    return read_day(text, today, today) if needed else None


def set_event_day(db: Database, by: Actor, event_id: int, day: date, source: str) -> PlanChange:
    """An event has happened, or will, on a day: every deadline that names it, and says how long after, gets its due
    day, and the units hear of it. Once for one `source`. Raises ForTheOffice and NoSuchEvent."""
    event = find_event(db, event_id)
    edits = {
        task.task_id: {"deadline": {**state_of(db, task_row(db, task.task_id))["deadline"], "due": str(due)}}
        for task in event.tasks
        if (due := task.due(day)) is not None
    }
    return change_plan(db, by, ChangeKind.EVENT, event.name, edits, source, day=day)


def event_days(db: Database) -> Mapping[str, date]:
    """The days that have been entered, by what `with_event_day` knows the events by."""
    rows = fetch_all(
        db,
        f"""SELECT subject, day FROM plan_changes
        WHERE kind = ? AND plan_id = {CURRENT} AND undone_at IS NULL ORDER BY id""",
        [ChangeKind.EVENT],
    )
    return {_key(row["subject"]): date.fromisoformat(row["day"]) for row in rows}


def with_event_day(deadline: Deadline, days: Mapping[str, date]) -> Deadline:
    """A deadline as a file has it, with its due day where it waits for an event whose day is known."""
    day = days.get(_key(deadline.event)) if deadline.event else None
    return replace(deadline, due=due_after_event(deadline, day)) if day else deadline


def _waiting(db: Database, row: Row) -> WaitingTask:
    units = tuple(state_of(db, row)["units"])
    return WaitingTask(row["id"], row["code"], TaskTitle.of(row), deadline_of(row), units)


def _key(name: str) -> str:
    """What an event is known by: its name without what happens to it, and what that means."""
    for sense, happens in _AT_THE_END.items():
        if found := happens.search(name):
            return f"{name[: found.start()]}|{sense}"
    return name


def _likeness(words: str, name: str) -> float:
    """How much of what a sentence names, days and what happens aside, stands in an event's name: 0 to 1, by pairs of
    characters."""
    days = find_days(words, date(2000, 1, 1))
    for each in reversed(days):
        words = f"{words[: each.start]}\n{words[each.end :]}"
    runs = [found[0] for found in _RULES["run"].finditer(_RULES["particles"].sub("\n", words))]
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    return sum(pair in name for pair in pairs) / len(pairs) if pairs else 0.0


AS_PLANNED: TaskState = {"settled": True}
"""The deadline is as the plan has it (期限无误)."""
UNREADABLE = (Kind.UNCLEAR, Kind.MISSING)
OPEN_DEADLINE = f""" AND (standings.unit_id IS NULL OR {DOUBTFUL}
    OR kind IN ({", ".join(f"'{each}'" for each in UNREADABLE)}) AND NOT ({SETTLED}))"""
"""What the office is asked about as long as it is not closed, in SQL."""


def to_settle(db: Database, today: date) -> list[Assignment]:
    """What the office is still asked about, a task once, in the order of the plan."""
    found = chosen(db, today, OPEN_DEADLINE, is_to_settle)
    of_tasks = {each.task_id: each for each in sorted(found, key=lambda each: -(each.id or 0))}
    return sorted(of_tasks.values(), key=lambda each: (each.position, each.task_id))


def is_to_settle(assignment: Assignment) -> bool:
    """Whether the office is asked about a task: its deadline is in doubt or cannot be read, or it has no unit."""
    if assignment.status is Status.CLOSED:
        return False
    return assignment.unit is None or has_open_deadline(assignment)


def has_open_deadline(assignment: Assignment) -> bool:
    """Whether the plan itself doubts a deadline, or nobody can read it, and the office has not said what holds."""
    unreadable = assignment.deadline.kind in UNREADABLE and not assignment.settled
    return assignment.doubtful or unreadable


def settle_deadline(db: Database, by: Actor, task_id: int, what_holds: TaskState, source: str) -> PlanChange:
    """Say what holds of a deadline in doubt: AS_PLANNED, or another one as data.office.task_edits words it (`on_day`,
    `undated`). From then on it is not in doubt, until its text changes. Once for one `source`. Raises ForTheOffice."""
    code, edits = str(task_row(db, task_id)["code"]), {task_id: what_holds}
    return change_plan(db, by, ChangeKind.SETTLE, code, edits, source)


def remark_of(db: Database, task_id: int) -> str:
    """What the plan itself remarks of a task."""
    return str(state_of(db, task_row(db, task_id))["remark"])


def position_of(db: Database, task_id: int) -> int:
    """The place of a task in its plan."""
    return int(task_row(db, task_id)["position"])
