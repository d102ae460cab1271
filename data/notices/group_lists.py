"""Messages to the bound groups, at most one a day.

Once a week they list what is overdue and falls due; on other days, if the group wants it, what falls due before the
next working day and what has just become overdue.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.notices.groups import GroupChat, Post, bound_groups, due_in_group
from data.notices.hearers import Hearing
from data.notices.reminders import WorkingDay, is_needless_after_report
from data.notices.rules import Audience, Entry, Message, Recipient, Rule
from data.standing.assignments import Assignment
from data.store import Database
from data.times import at_hour

WEEK = timedelta(days=7)


def group_lists(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Message]:
    """Yield the messages to groups on a working day, leaving out doubtful deadlines and paused units."""
    for group in bound_groups(db):
        listed = _listed_day(group, working)
        if Post.WEEKLY in group.posts and working.catches_up(listed):
            entries = _of_the_week(db, group, listed, working, hearing)
        else:
            entries = _of_the_day(db, group, working, hearing)
        told = tuple(each for each in entries if not hearing.is_paused(each.assignment.unit_id, working.day))
        if told:
            units = "、".join(group.unit_names) or None
            yield Message(_moment(group, working, db.zone), Recipient(Audience.GROUP, group.chat_id, units), told)


def _of_the_week(
    db: Database, group: GroupChat, listed: date, working: WorkingDay, hearing: Hearing
) -> Iterator[Entry]:
    """Yield what is overdue or due before the next list, except where an extension request waits."""
    monday = listed - timedelta(days=listed.weekday())
    for each in due_in_group(db, group, working.day, _last_day(listed, working)):
        if each.id and not hearing.waits_for_the_office(each):
            yield Entry(Rule.GROUP_DIGEST, each, monday.toordinal())


def _of_the_day(db: Database, group: GroupChat, working: WorkingDay, hearing: Hearing) -> Iterator[Entry]:
    """Yield what falls due until the next working day, and what has become overdue since the last one."""
    if not group.posts & {Post.DAY_BEFORE, Post.OVERDUE}:
        return
    for each in due_in_group(db, group, working.day, working.workdays.after(working.day)):
        entry = _entry(group, each, working)
        if entry is not None and not is_needless_after_report(entry) and not hearing.waits_for_the_office(each):
            yield entry


def _entry(group: GroupChat, assignment: Assignment, working: WorkingDay) -> Entry | None:
    due = assignment.due
    if not assignment.id or due is None:
        return None
    if due > working.day:
        return Entry(Rule.BEFORE_DUE, assignment, 1) if Post.DAY_BEFORE in group.posts else None
    is_new = working.planned_until <= due < working.day
    return Entry(Rule.OVERDUE, assignment, 1) if is_new and Post.OVERDUE in group.posts else None


def _moment(group: GroupChat, working: WorkingDay, zone: ZoneInfo) -> datetime:
    """Return when the group's message goes out: at its own hour or the plan's, but not before the planning hour."""
    hour = working.rules.group_hour if group.hour is None else max(group.hour, working.rules.planning_hour)
    return at_hour(working.day, hour, zone)


def _listed_day(group: GroupChat, working: WorkingDay) -> date:
    """Return the latest day, up to today, on which the group's weekly list falls."""
    back = (working.day.isoweekday() - (group.weekday or working.rules.group_day)) % 7
    return working.day - timedelta(days=back)


def _last_day(listed: date, working: WorkingDay) -> date:
    """Return the day before the next list, skipping weeks without a working day."""
    following = working.workdays.after(listed + WEEK - timedelta(days=1))
    weeks = (following - listed) // WEEK
    return listed + max(weeks, 1) * WEEK - timedelta(days=1)


def last_post(db: Database, chat_id: int, kind: str) -> tuple[str, int] | None:
    """Return the content of the last post of this kind in a group, and its message id; None if there was none."""
    row = db.fetch_one("SELECT said, message_id FROM group_posts WHERE chat_id = ? AND kind = ?", [chat_id, kind])
    return (row["said"], row["message_id"]) if row else None


def note_post(db: Database, chat_id: int, kind: str, said: str, message_id: int) -> None:
    """Store the last post of this kind in a bound group."""
    db.change(
        """INSERT INTO group_posts (chat_id, kind, said, message_id)
        SELECT chat_id, ?, ?, ? FROM group_chats WHERE chat_id = ?
        ON CONFLICT (chat_id, kind) DO UPDATE SET said = excluded.said, message_id = excluded.message_id""",
        [kind, said, message_id, chat_id],
    )
