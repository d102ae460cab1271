"""The groups that the bot writes in: a coordinator has bound each of them to the whole plan or to some units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from data.errors import still_there
from data.people.actor import Actor
from data.people.people import still_known
from data.plan.units import Unit
from data.standing.assignments import Assignment
from data.standing.selection import due_until, unfinished
from data.store import Database, Row, audit, record_of, transaction
from data.store.settings import RuleName

SUMMARIES = "regular_summaries"
"""The table of the regular summaries, of which those to a group end with its binding."""


def _chat_id_changed(table: str, column: str, path: str) -> str:
    """Return an SQL statement that puts the chat id `:new` for `:old` in a list within a column."""
    chosen = f"json_each({column}, '{path}')"
    changed = f"SELECT json_group_array(iif(value = :old, :new, value)) FROM {chosen}"
    return f"""UPDATE {table} SET {column} = json_set({column}, '{path}', json(({changed})))
        WHERE :old IN (SELECT value FROM {chosen})"""


CHOSEN = (
    _chat_id_changed("broadcasts", "chosen", "$.group_ids"),
    *(_chat_id_changed("dialogs", "answers", f"$.{answer}") for answer in ("groups", "picked_groups")),
)
"""SQL statements that change a chat id wherever groups are chosen for a broadcast."""


class Post(StrEnum):
    """What a group may be told: the weekly list, what is due before the next working day, what has become overdue."""

    WEEKLY = "weekly"
    DAY_BEFORE = "day_before"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class GroupChat:
    """A bound group, or a topic of it.

    Without `units` it is told about the whole plan. `language` is zh or en. `weekday` (1 to 7) and `hour` of its weekly
    list are None if those of the plan apply.
    """

    chat_id: int
    title: str
    units: tuple[Unit, ...] = ()
    topic_id: int | None = None
    posts: frozenset[Post] = frozenset({Post.WEEKLY})
    weekday: int | None = None
    hour: int | None = None
    language: str = "zh"

    def has_its_own(self, rule: RuleName) -> bool:
        """Return whether its weekly list comes on a day, or at an hour, of its own, which this rule does not change."""
        own = {RuleName.GROUP_DAY: self.weekday, RuleName.GROUP_HOUR: self.hour}
        return Post.WEEKLY in self.posts and own.get(rule) is not None

    @property
    def unit_ids(self) -> list[int] | None:
        """The ids of its units; None for the whole plan."""
        return [unit.id for unit in self.units] or None

    @property
    def unit_names(self) -> tuple[str, ...]:
        """The names of its units; empty for the whole plan."""
        return tuple(unit.name for unit in self.units)

    def hears_of(self, unit_id: int | None) -> bool:
        """Return whether the group is told about a unit."""
        return not self.units or unit_id in [unit.id for unit in self.units]


def bound_groups(db: Database) -> list[GroupChat]:
    """Return all bound groups in the order in which they were bound."""
    return [_group(db, row) for row in db.fetch_all("SELECT * FROM group_chats ORDER BY bound_at, chat_id")]


def bound_group(db: Database, chat_id: int) -> GroupChat | None:
    """Return the bound group with this chat id, or None."""
    row = db.fetch_one("SELECT * FROM group_chats WHERE chat_id = ?", [chat_id])
    return _group(db, row) if row else None


def bind_group(
    db: Database,
    by: Actor,
    chat_id: int,
    title: str,
    unit_ids: Sequence[int],
    topic_id: int | None = None,
    language: str | None = None,
) -> GroupChat:
    """Bind a group, or a topic of it, so that the bot may write there.

    Binding it again changes the units, the topic and, if given, the language.
    """
    with transaction(db):
        before = _kept(db, chat_id)
        db.change(
            """INSERT INTO group_chats (chat_id, title, topic_id, language, bound_by, bound_at)
            VALUES (:id, :title, :topic, ifnull(:language, 'zh'), :by, :now)
            ON CONFLICT (chat_id) DO UPDATE SET title = excluded.title, topic_id = excluded.topic_id,
                language = ifnull(:language, language)""",
            {"id": chat_id, "title": title, "topic": topic_id, "language": language, "by": by.id, "now": by.now},
        )
        _forget_posts_elsewhere(db, chat_id, before, topic_id)
        _set_units(db, chat_id, unit_ids)
        by.record(db, "bind", str(chat_id), before=before, units=[*unit_ids])
        return _bound(db, chat_id)


def set_group_units(db: Database, by: Actor, chat_id: int, unit_ids: Sequence[int]) -> GroupChat:
    """Change the units that a bound group is told about; none means the whole plan.

    Raises StaleButton if the group is not bound.
    """
    with transaction(db):
        before = still_there(_kept(db, chat_id))
        _set_units(db, chat_id, unit_ids)
        by.record(db, "group_scope", str(chat_id), before=before, units=[*unit_ids])
        return _bound(db, chat_id)


def toggle_post(db: Database, by: Actor, chat_id: int, post: Post) -> GroupChat:
    """Switch a kind of post on or off in a bound group. Raises StaleButton if it is not bound."""
    return _set(db, by, "group_posts", chat_id, **{post: post not in _bound(db, chat_id).posts})


def set_group_time(db: Database, by: Actor, chat_id: int, weekday: int | None, hour: int | None) -> GroupChat:
    """Set the weekday and hour of a group's weekly list, or None for those of the plan.

    Raises StaleButton if the group is not bound.
    """
    return _set(db, by, "group_time", chat_id, weekday=weekday, hour=hour)


def let_groups_follow(db: Database, by: Actor, rule: RuleName) -> list[GroupChat]:
    """Let the weekly lists that come on a day, or at an hour, of their own follow the plan's rule again, and return
    their groups. Raises ForTheOffice."""
    with by.office_act(db):
        apart = [each for each in bound_groups(db) if each.has_its_own(rule)]
        for each in apart:
            kept = (None, each.hour) if rule is RuleName.GROUP_DAY else (each.weekday, None)
            set_group_time(db, by, each.chat_id, *kept)
        return apart


def set_group_language(db: Database, by: Actor, chat_id: int, language: str) -> GroupChat:
    """Set the language of a bound group, zh or en. Raises StaleButton if it is not bound."""
    return _set(db, by, "group_language", chat_id, language=language)


def _set(db: Database, by: Actor, action: str, chat_id: int, **values: object) -> GroupChat:
    """Set values of a bound group, audited as an action. Raises StaleButton if the group is not bound."""
    with transaction(db):
        before = still_there(_kept(db, chat_id))
        assigned = ", ".join(f"{name} = ?" for name in values)
        db.change(f"UPDATE group_chats SET {assigned} WHERE chat_id = ?", [*values.values(), chat_id])
        by.record(db, action, str(chat_id), before=before, **values)
        return _bound(db, chat_id)


def unbind_group(db: Database, chat_id: int, person_id: int | None, now: datetime, source: str) -> bool:
    """Stop writing in a group. Return False if it was not bound."""
    with transaction(db):
        before = _kept(db, chat_id)
        if before is not None:
            before[SUMMARIES] = db.fetch_all(f"SELECT * FROM {SUMMARIES} WHERE chat_id = ? ORDER BY id", [chat_id])
            db.change("DELETE FROM group_chats WHERE chat_id = ?", [chat_id])
            audit.record(db, now, "unbind", str(chat_id), person_id=person_id, source=source, before=before)
    return before is not None


def put_group_back(db: Database, chat_id: int, before: Mapping[str, Any] | None) -> None:
    """Restore a group's binding to the audited state `before`, with the regular summaries that ended with it, or unbind
    it, within the caller's transaction."""
    if before is None:
        db.change("DELETE FROM group_chats WHERE chat_id = ?", [chat_id])
        return
    _forget_posts_elsewhere(db, chat_id, _kept(db, chat_id), before["topic_id"])
    stored = {name: value for name, value in before.items() if name not in ("units", SUMMARIES)}
    stored |= {"chat_id": chat_id, "bound_by": still_known(db, before["bound_by"])}
    db.put("group_chats", ["chat_id"], **stored)
    known = "SELECT id FROM units WHERE id IN (SELECT value FROM json_each(?))"
    _set_units(db, chat_id, db.fetch_column(known, [before["units"]]))
    for summary in before.get(SUMMARIES, ()):
        by = still_known(db, summary["created_by"])
        db.put(SUMMARIES, ["id"], **summary | {"chat_id": chat_id, "created_by": by})


def _kept(db: Database, chat_id: int) -> dict[str, Any] | None:
    """Return the stored binding of a group for the audit, or None if it is not bound."""
    row = db.fetch_one("SELECT * FROM group_chats WHERE chat_id = ?", [chat_id])
    units = db.fetch_column("SELECT unit_id FROM group_units WHERE chat_id = ? ORDER BY unit_id", [chat_id])
    return {**row, "units": units} if row else None


def _forget_posts_elsewhere(db: Database, chat_id: int, before: Mapping[str, Any] | None, topic_id: int | None) -> None:
    """Forget the last posts of a group that was bound to another topic, where nobody looks for them now."""
    if before is not None and before["topic_id"] != topic_id:
        db.change("DELETE FROM group_posts WHERE chat_id = ?", [chat_id])


def forget_topic(db: Database, chat_id: int) -> None:
    """Send later posts to the group as a whole, as its topic is gone."""
    db.change("UPDATE group_chats SET topic_id = NULL WHERE chat_id = ?", [chat_id])


def is_group_told_of(group: GroupChat, assignment: Assignment) -> bool:
    """Return whether a group is told about an assignment, which it never is if the deadline is doubtful."""
    return not assignment.doubtful and group.hears_of(assignment.unit_id)


def due_in_group(db: Database, group: GroupChat, today: date, last: date) -> list[Assignment]:
    """Return the assignments in a group's scope that are overdue or due by `last`, most urgent first."""
    found = unfinished(db, today, due_until(last), group.unit_ids)
    return [each for each in found if is_group_told_of(group, each)]


def count_doubtful(db: Database, group: GroupChat, today: date, last: date) -> int:
    """Return how many assignments of a group's scope, not told of since their deadlines, by `last`, are doubtful."""
    found = unfinished(db, today, due_until(last), group.unit_ids)
    return sum(each.doubtful for each in found)


def move_group(db: Database, old_chat_id: int, new_chat_id: int) -> None:
    """Move a group that has become a supergroup to its new chat id, with its waiting messages, the broadcasts that name
    it and its audit. Idempotent."""
    ids = {"old": old_chat_id, "new": new_chat_id}
    with transaction(db):
        db.change("UPDATE OR REPLACE group_chats SET chat_id = :new WHERE chat_id = :old", ids)
        db.change("DELETE FROM group_posts WHERE chat_id = ?", [new_chat_id])
        waits = "chat_id = :old AND state IN ('pending', 'sending', 'uncertain')"
        db.change(f"UPDATE outbox SET chat_id = :new WHERE {waits}", ids)
        for named in CHOSEN:
            db.change(named, ids)
        db.change("UPDATE audit SET subject = :new WHERE subject = :old", {name: str(ids[name]) for name in ids})


def _bound(db: Database, chat_id: int) -> GroupChat:
    return still_there(bound_group(db, chat_id))


def _set_units(db: Database, chat_id: int, unit_ids: Sequence[int]) -> None:
    db.change("DELETE FROM group_units WHERE chat_id = ?", [chat_id])
    for unit_id in dict.fromkeys(unit_ids):
        db.insert("group_units", chat_id=chat_id, unit_id=unit_id)


def _group(db: Database, row: Row) -> GroupChat:
    units = db.fetch_all(
        "SELECT units.id, name FROM group_units JOIN units ON units.id = unit_id WHERE chat_id = ? ORDER BY units.id",
        [row["chat_id"]],
    )
    return record_of(
        GroupChat, row, units=tuple(Unit(**unit) for unit in units), posts=frozenset(post for post in Post if row[post])
    )
