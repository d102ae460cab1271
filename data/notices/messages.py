"""The messages of a working day: reminders for people, news for the office, and messages to groups.

A bound group gets at most one a day: once a week what is overdue and falls due; on other days, if it wants that, what
falls due before the next working day and what has just become overdue.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.calendar import Period
from data.notices.groups import GroupChat, Post, bound_groups, due_in_group
from data.notices.hearers import Hearing
from data.notices.matters import reminders_of_matters
from data.notices.office_news import office_news
from data.notices.plan_rules import plan_rules
from data.notices.reminders import (
    WorkingDay,
    check_ins_falling_on,
    is_needless_after_report,
    is_of_the_due_day,
    reminder,
    reminder_after_snooze,
)
from data.notices.rules import Audience, Entry, Message, Recipient, Rule
from data.people.people import Person
from data.plan.workdays import workdays
from data.standing.assignments import Assignment, urgency
from data.standing.selection import (
    Choice,
    asked_every,
    due_on,
    first_due,
    stale_since,
    unfinished,
    with_ids,
)
from data.store import Database
from data.times import at_hour, stored_day

Told = dict[int, list[Entry]]
WEEK = timedelta(days=7)


def messages_between(db: Database, first: date, last: date) -> Iterator[Message]:
    """Yield the messages of every working day of a span, based on the present state of the reports."""
    calendar = workdays(db)
    hearing = Hearing(db, calendar.before(first), first_planned_day(db) or calendar.after(first - timedelta(days=1)))
    day = first
    while day <= last:
        if calendar.has(day):
            yield from messages_of(db, day, calendar.before(day), hearing)
        day += timedelta(days=1)


def messages_of(db: Database, day: date, planned_until: date, hearing: Hearing | None = None) -> list[Message]:
    """Return the messages of a working day; `planned_until` is the last working day planned before it."""
    working = WorkingDay(day, planned_until, plan_rules(db), workdays(db))
    hearing = hearing or Hearing(db, planned_until, first_planned_day(db))
    told, unheard = told_and_unheard(_assignments_to_mention(db, working, hearing), working, hearing)
    for person, entry in reminders_of_matters(db, working, hearing):
        told[person.telegram_id or 0].append(entry)
    news = [*(office_news(db, working, hearing) if hearing.coordinators else ()), *unheard]
    return [*_to_people_and_office(told, news, working, hearing, db.zone), *group_lists(db, working, hearing)]


def first_planned_day(db: Database) -> date | None:
    """Return the first day for which messages of the current plan were planned, or None."""
    of_the_plan = "planned_at >= (SELECT begun_at FROM plans WHERE ended_at IS NULL)"
    return stored_day(db.fetch_text(f"SELECT min(day) FROM planned_days WHERE {of_the_plan}"))


def _assignments_to_mention(db: Database, working: WorkingDay, hearing: Hearing) -> list[Assignment]:
    """Return the unfinished assignments that may have a reminder on a working day.

    Those for which an extension request waits are left out.
    """
    wanted = [each for which in _candidates(db, working, hearing) for each in unfinished(db, working.day, which)]
    found = {each.id: each for each in wanted if each.id and not hearing.waits_for_the_office(each)}
    return sorted(found.values(), key=urgency)


def _candidates(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Choice]:
    """Yield the queries for these assignments: by due day, staleness, check-in period, and put off until now."""
    rules, since = working.rules, min(hearing.earliest(working), _unheard_since(working, hearing))
    reaching_back = replace(working, planned_until=since)
    days = {date.fromordinal(reached + mark) for reached in reaching_back.reach for mark in rules.days_before}
    earliest = first_due(db) or working.day
    fresh = [working.day - timedelta(days=back) for back in range((working.day - since).days)]
    for spoken in fresh:
        days |= {spoken - timedelta(days=mark) for mark in rules.overdue_marks((spoken - earliest).days)}
    yield due_on(days)
    yield stale_since(fresh)
    for period in Period:
        if check_ins_falling_on(period, reaching_back):
            yield asked_every(period)
    back = {each.assignment_id for each in hearing.snoozes.values() if reaching_back.catches_up(each.until)}
    if back:
        yield with_ids(back)


def told_and_unheard(
    spoken_of: Sequence[Assignment], working: WorkingDay, hearing: Hearing
) -> tuple[Told, list[Entry]]:
    """Return the reminders by chat id, and those that have no recipient as entries for the office."""
    told: Told = defaultdict(list)
    unheard: list[Entry] = []
    for each in spoken_of:
        since = hearing.silent_since(each.unit_id or 0, working)
        if since is None:
            continue
        people = hearing.people(each.unit_id, working.day)
        since = since if people else min(since, _unheard_since(working, hearing))
        since_then = replace(working, planned_until=since)
        usual = reminder(each, since_then)
        for person in people:
            if (entry := _as_heard_by(person, each, usual, since_then, hearing)) is not None:
                told[person.telegram_id or 0].append(entry)
        if usual is not None and not people and _is_told_now(usual, working, hearing):
            unheard.append(Entry(Rule.NO_LIAISON, each, usual.mark))
    return told, unheard


def _unheard_since(working: WorkingDay, hearing: Hearing) -> date:
    """Return the day since which the office has not been told of reminders without recipient."""
    return min(working.planned_until, working.monday - WEEK) if _is_weekly(working, hearing) else working.planned_until


def _is_told_now(usual: Entry, working: WorkingDay, hearing: Hearing) -> bool:
    """Return whether the office is told today of a reminder without recipient.

    That happens once a week, or when the task is due before the next working day.
    """
    due = usual.assignment.due
    near = due is not None and working.day <= due <= working.workdays.after(working.day)
    return near or _is_weekly(working, hearing)


def _is_weekly(working: WorkingDay, hearing: Hearing) -> bool:
    return working.catches_up(working.monday) or hearing.is_first(working.day)


def _as_heard_by(
    person: Person, assignment: Assignment, usual: Entry | None, working: WorkingDay, hearing: Hearing
) -> Entry | None:
    """Return the reminder for one person, or None: a task put off comes up on the day chosen and on its due day."""
    put_off = hearing.snoozes.get((person.id, assignment.id))
    if put_off is None or not put_off.holds(assignment):
        return usual
    if put_off.until > working.day:
        return usual if usual is not None and is_of_the_due_day(usual) else None
    if usual is None and working.catches_up(put_off.until):
        return reminder_after_snooze(assignment, put_off.until.toordinal())
    return usual


def _to_people_and_office(
    told: Told, news: Sequence[Entry], working: WorkingDay, hearing: Hearing, zone: ZoneInfo
) -> Iterator[Message]:
    """Yield one message for each person; coordinators get the news in it."""
    office = {person.telegram_id for person in hearing.coordinators} if news else set()
    for chat_id, own in told.items():
        heard = [*own, *news] if chat_id in office else own
        units = "、".join(dict.fromkeys(entry.subject.unit or "" for entry in own))
        yield _message(Recipient(Audience.PERSON, chat_id, units), heard, working, hearing, zone)
    if news and not office:
        yield _message(Recipient(Audience.COORDINATORS, None, None), news, working, hearing, zone)
    for chat_id in sorted(each for each in office - told.keys() if each is not None):
        yield _message(Recipient(Audience.COORDINATORS, chat_id, None), news, working, hearing, zone)


def _message(to: Recipient, entries: Sequence[Entry], working: WorkingDay, hearing: Hearing, zone: ZoneInfo) -> Message:
    hour = hearing.hour_of(to.chat_id, working.rules.sending_hour, working.rules)
    return Message(at_hour(working.day, hour, zone), to, tuple(entries))


def group_lists(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[Message]:
    """Yield the messages to groups on a working day, leaving out doubtful deadlines and what is held back."""
    for group in bound_groups(db):
        listed = _listed_day(group, working)
        is_weekly = Post.WEEKLY in group.posts and working.catches_up(listed)
        if not is_weekly and group.posts <= {Post.WEEKLY}:
            continue
        last = _last_day(listed, working) if is_weekly else working.workdays.after(working.day)
        found = due_in_group(db, group, working.day, last)
        due = [each for each in found if each.id and not hearing.holds_back(each, working.day)]
        monday = listed - timedelta(days=listed.weekday())
        of_the_week = (Entry(Rule.GROUP_DIGEST, each, monday.toordinal()) for each in due)
        if told := tuple(of_the_week if is_weekly else _of_the_day(group, due, working)):
            units = "、".join(group.unit_names) or None
            yield Message(_moment(group, working, db.zone), Recipient(Audience.GROUP, group.chat_id, units), told)


def _of_the_day(group: GroupChat, due: Sequence[Assignment], working: WorkingDay) -> Iterator[Entry]:
    """Yield what is still to fall due, and what has become overdue since the last working day, as the group wants."""
    for each in due:
        comes = each.due is not None and each.due > working.day
        is_new = each.due is not None and working.planned_until <= each.due < working.day
        entry = Entry(Rule.BEFORE_DUE if comes else Rule.OVERDUE, each, 1)
        wanted = (Post.DAY_BEFORE if comes else Post.OVERDUE) in group.posts
        if wanted and (comes or is_new) and not is_needless_after_report(entry):
            yield entry


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
