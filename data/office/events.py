"""The events that deadlines wait for, with the days entered for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.errors import needed
from data.errors.plans import NoSuchEvent
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import Deadline, deadline_of, due_after_event
from data.plan.deadlines.day_answer import read_day
from data.plan.plan import CURRENT
from data.plan.tasks import TaskTitle
from data.plan.versions import state_of, task_row
from data.store import Database, Row
from data.understanding import Kind
from data.understanding.entities.codes import find_codes
from data.understanding.entities.days import find_days
from data.understanding.grouping import listed
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import normalise

_RULES, _ANYWHERE, _AT_THE_END = (patterns("events", part) for part in ("patterns", "said", "at_the_end"))
_TITLE = _RULES["title"]
_ALIKE = 0.6
"""The share of character pairs above which words without 《》 are taken to mean an event."""


@dataclass(frozen=True, slots=True)
class WaitingTask:
    """A task whose deadline waits for an event."""

    task_id: int
    code: str
    title: TaskTitle
    deadline: Deadline
    units: tuple[str, ...]

    def due(self, day: date) -> date | None:
        """Return the due day if the event happens on `day`, or None if the plan states no time after it."""
        return due_after_event(self.deadline, day)


@dataclass(frozen=True, slots=True)
class Event:
    """An event that deadlines of the current plan wait for, with its day if entered. `id` is that of its first task."""

    id: int
    name: str
    day: date | None
    tasks: tuple[WaitingTask, ...]


def events(db: Database) -> list[Event]:
    """Return the events that deadlines of the current plan wait for, in plan order."""
    waiting = f"""SELECT * FROM tasks WHERE plan_id = {CURRENT} AND gone_at IS NULL AND kind = 'conditional'
        ORDER BY position, id"""
    named, days = listed((_key(row["event"]), row) for row in db.fetch_all(waiting)), event_days(db)
    return [
        Event(rows[0]["id"], rows[0]["event"], days.get(key), tuple(_waiting(db, row) for row in rows))
        for key, rows in named.items()
    ]


def event_by_id(db: Database, event_id: int) -> Event:
    """Return the event that the task with id `event_id` waits for. Raises NoSuchEvent."""
    return needed(
        next((each for each in events(db) if event_id in (task.task_id for task in each.tasks)), None), NoSuchEvent
    )


def events_named(db: Database, words: str) -> list[Event]:
    """Return the events that a sentence may mean, by a title in 《》, or else by enough common words, or else by the
    code of a task that waits for them and the kind of paper (2-20的条例).

    Among those, events to which the same happens as in the sentence (出台, 施行) win.
    """
    title, known = _TITLE.search(words), events(db)
    if title:
        found = [each for each in known if title[1] in each.name]
    else:
        found = [each for each in known if _likeness(words, each.name) >= _ALIKE]
        found = found or _of_tasks_named(known, words)
    senses = [sense for sense, said in _ANYWHERE.items() if said.search(words)]
    return [each for each in found if _key(each.name).endswith(tuple(f"|{sense}" for sense in senses))] or found


def _of_tasks_named(known: Sequence[Event], words: str) -> list[Event]:
    """Return the events that a task waits for whose code stands in a sentence, if it names the kind of paper that the
    event is about, and no other (2-20的条例, but not 2-20的方案)."""
    text = normalise(words).lower()
    papers = {each[0] for each in _RULES["paper"].finditer(text)}
    codes = find_codes(text, {task.code.lower(): task.code for each in known for task in each.tasks})
    named = {each.values[0] for each in codes if each.kind is Kind.CODE}
    about = [each for each in known if papers and all(paper in each.name for paper in papers)]
    return [each for each in about if any(task.code in named for task in each.tasks)]


def names_event_surely(db: Database, words: str) -> bool:
    """Return whether the sentence names an event by its title in 《》 and says that it happens."""
    title = _TITLE.search(words)
    return title is not None and _happens(words) and any(title[1] in each.name for each in events(db))


def tells_day_of_event(db: Database, words: str, today: date) -> bool:
    """Return whether the sentence names an event, says that it happens, and gives the one day of that."""
    return _happens(words) and bool(events_named(db, words)) and day_of_event(words, today) is not None


def _happens(words: str) -> bool:
    return any(said.search(_TITLE.sub("", words)) for said in _ANYWHERE.values())


def day_of_event(text: str, today: date) -> date | None:
    """Return the one day that a text names, or None; a day without a year is the one nearest to today."""
    heard = normalise(text).lower()
    ways = [{each.last for each in find_days(heard, today, past)} for past in (False, True)]
    if any(len(days) != 1 for days in ways):
        return None
    return min((day for days in ways for day in days), key=lambda day: abs((day - today).days))


def needed_day_of_event(text: str, today: date) -> date:
    """Return the one day that a text names. Raises DayUnclear if there is no day or more than one."""
    return day_of_event(text, today) or read_day(text, today, today)


def set_event_day(db: Database, by: Actor, event_id: int, day: date, source: str) -> PlanChange:
    """Enter the day of an event, set the due days of the deadlines that count from it, and tell the units. Done once
    per `source`.

    Raises ForTheOffice and NoSuchEvent.
    """
    event = event_by_id(db, event_id)
    edits = {
        task.task_id: {"deadline": {**state_of(db, task_row(db, task.task_id))["deadline"], "due": str(due)}}
        for task in event.tasks
        if (due := task.due(day)) is not None
    }
    return change_plan(db, by, ChangeKind.EVENT, event.name, edits, source, day=day)


def event_days(db: Database) -> Mapping[str, date]:
    """Return the days entered for events of the current plan, keyed as `with_event_day` looks them up."""
    rows = db.fetch_all(
        f"""SELECT subject, day FROM plan_changes
        WHERE kind = ? AND plan_id = {CURRENT} AND undone_at IS NULL ORDER BY id""",
        [ChangeKind.EVENT],
    )
    return {_key(row["subject"]): date.fromisoformat(row["day"]) for row in rows}


def with_event_day(deadline: Deadline, days: Mapping[str, date]) -> Deadline:
    """Return a deadline with its due day filled in if it waits for an event whose day is known."""
    day = days.get(_key(deadline.event)) if deadline.event else None
    return replace(deadline, due=due_after_event(deadline, day)) if day else deadline


def _waiting(db: Database, row: Row) -> WaitingTask:
    units = tuple(state_of(db, row)["units"])
    return WaitingTask(row["id"], row["code"], TaskTitle.of(row), deadline_of(row), units)


def _key(name: str) -> str:
    """Return the key of an event: its name up to what happens to it, and the sense of that."""
    for sense, happens in _AT_THE_END.items():
        if found := happens.search(name):
            return f"{name[: found.start()]}|{sense}"
    return name


def _likeness(words: str, name: str) -> float:
    """Return the share of a sentence's character pairs, dates and particles aside, that are in an event's name."""
    days = find_days(words, date(2000, 1, 1))
    for each in reversed(days):
        words = f"{words[: each.start]}\n{words[each.end :]}"
    runs = [found[0] for found in _RULES["run"].finditer(_RULES["particles"].sub("\n", words))]
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    return sum(pair in name for pair in pairs) / len(pairs) if pairs else 0.0
