"""What the bound groups are told: once a week what is overdue and what falls due."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data.notices.groups import bound_groups, due_until
from data.notices.hearing import Hearing
from data.notices.reminders import WorkingDay
from data.notices.rules import Audience, Entry, Message, Recipient, Rule
from data.store import Database
from data.times import at_hour

WEEK = timedelta(days=7)


def group_lists(db: Database, working: WorkingDay, hearing: Hearing, zone: ZoneInfo) -> Iterator[Message]:
    """On the week's day for groups, or the first working day after it, for each bound group what is overdue and what
    falls due before the next list. What is doubtful, or of a unit that is paused, is left out."""
    listed = _listed_day(working)
    if not working.catches_up(listed):
        return
    monday = listed - timedelta(days=listed.weekday())
    at = at_hour(working.day, working.rules.group_hour, zone)
    for group in bound_groups(db):
        due = due_until(db, group, working.day, zone, _last_day(listed, working))
        told = [each for each in due if each.id is not None and not hearing.is_paused(each.unit_id, working.day)]
        entries = tuple(Entry(Rule.GROUP_DIGEST, each, monday.toordinal()) for each in told)
        if entries:
            yield Message(at, Recipient(Audience.GROUP, group.chat_id, group.unit), entries)


def _listed_day(working: WorkingDay) -> date:
    """The latest day of the list."""
    back = (working.day.isoweekday() - working.rules.group_day) % 7
    return working.day - timedelta(days=back)


def _last_day(listed: date, working: WorkingDay) -> date:
    """The day before the next list; the weeks without a working day are taken in."""
    following = working.workdays.after(listed + WEEK - timedelta(days=1))
    weeks = (following - listed) // WEEK
    return listed + max(weeks, 1) * WEEK - timedelta(days=1)
