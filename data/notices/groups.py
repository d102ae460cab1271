"""The group chats the bot speaks in: those a coordinator has bound, each to the whole plan or to one unit."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.plan.tasks import Assignment
from data.standing.selection import Unfinished, unfinished
from data.store import Database, audit, change, fetch_all, fetch_one, transaction
from data.times import stored


@dataclass(frozen=True, slots=True)
class GroupChat:
    """A bound group; `unit_id` and `unit` are None where it hears of the whole plan."""

    chat_id: int
    title: str
    unit_id: int | None
    unit: str | None


GROUPS = """SELECT chat_id, title, unit_id, units.name AS unit
FROM group_chats LEFT JOIN units ON units.id = unit_id"""


def bound_groups(db: Database) -> list[GroupChat]:
    """Every bound group."""
    return [GroupChat(**row) for row in fetch_all(db, GROUPS + " ORDER BY bound_at, chat_id")]


def bound_group(db: Database, chat_id: int) -> GroupChat | None:
    """The group with this chat id, if it is bound."""
    row = fetch_one(db, GROUPS + " WHERE chat_id = ?", [chat_id])
    return GroupChat(**row) if row else None


def bind_group(
    db: Database, chat_id: int, title: str, unit_id: int | None, person_id: int, now: datetime, source: str
) -> None:
    """Let the bot speak in a group; binding again changes what it hears of."""
    with transaction(db):
        change(
            db,
            """INSERT INTO group_chats (chat_id, title, unit_id, bound_by, bound_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (chat_id) DO UPDATE SET title = excluded.title, unit_id = excluded.unit_id""",
            [chat_id, title, unit_id, person_id, stored(now)],
        )
        audit.record(db, now, "bind", str(chat_id), person_id=person_id, unit_id=unit_id, source=source)


def unbind_group(db: Database, chat_id: int, person_id: int | None, now: datetime, source: str) -> bool:
    """Stop speaking in a group; False when it was not bound."""
    with transaction(db):
        unbound = bool(change(db, "DELETE FROM group_chats WHERE chat_id = ?", [chat_id]))
        if unbound:
            audit.record(db, now, "unbind", str(chat_id), person_id=person_id, source=source)
    return unbound


def in_scope(group: GroupChat, assignment: Assignment) -> bool:
    """Whether a group hears of an assignment: not that it is late where its deadline is in doubt."""
    alarming = assignment.doubtful and assignment.overdue
    return not alarming and (group.unit_id is None or group.unit_id == assignment.unit_id)


def due_until(db: Database, group: GroupChat, today: date, zone: ZoneInfo, last: date) -> list[Assignment]:
    """What a group hears of that is overdue or due until a day, most urgent first."""
    units = None if group.unit_id is None else [group.unit_id]
    return [each for each in unfinished(db, today, zone, Unfinished(until=last), units) if in_scope(group, each)]


def move_group(db: Database, old_chat_id: int, new_chat_id: int) -> None:
    """Follow a group that has become a supergroup: binding and waiting messages go with it. Harmless when repeated."""
    with transaction(db):
        change(db, "UPDATE OR REPLACE group_chats SET chat_id = ? WHERE chat_id = ?", [new_chat_id, old_chat_id])
        change(
            db,
            "UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND state IN ('pending', 'sending', 'uncertain')",
            [new_chat_id, old_chat_id],
        )
