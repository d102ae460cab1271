"""The command `liaison alerts preview`."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import click

from bot.cli.base import DAY_TYPE, language, open_desk, print_json, refuse, say
from bot.cli.texts import console as m
from data.announcing.coming_announcements import ComingAnnouncement, Hearer, announcements_between
from data.notices.groups import bound_group
from data.notices.planning import upcoming_messages
from data.notices.rules import Audience, Entry, Message, Recipient, Rule
from data.people.people import person_in_chat
from data.plan.tasks import TaskTitle
from data.store import Database, vanishing_copy
from handlers.wording import Html, plain, series

SPAN, FARTHEST = timedelta(days=30), timedelta(days=400)


@click.group()
def alerts() -> None:
    """Notices that the bot sends unasked."""


@alerts.command()
@click.option("--from", "first", type=DAY_TYPE)
@click.option("--to", "last", type=DAY_TYPE)
@click.option("--json", "as_json", is_flag=True)
def preview(first: date | None, last: date | None, as_json: bool) -> None:
    """Show what would be sent when and to whom, from the present state of the reports; sends nothing."""
    desk = open_desk()
    first = first or desk.today
    last = last or first + SPAN
    if last < first:
        refuse(m.SPAN_BACKWARDS)
    if last > desk.today + FARTHEST:
        refuse(m.TOO_FAR, day=desk.today + FARTHEST)
    with closing(vanishing_copy(desk.db)) as copy:  # in the bot's own file, returns to come would hold it up
        coming = upcoming_messages(copy, min(first, desk.today), last)
        messages = [each for each in coming if each.at.date() >= first]
    broadcasts = list(announcements_between(desk.db, first, last))
    if as_json:
        announced = [hearer_json(broadcast, each) for broadcast in broadcasts for each in broadcast.hearers]
        print_json(sorted([*map(message_json, messages), *announced], key=lambda each: str(each["at"])))
        return
    if not messages and not broadcasts:
        say(m.NOTHING_PLANNED)
    for message in messages:
        say(m.ALERT_HEAD, at=f"{message.at:%Y-%m-%d %H:%M}", to=recipient_text(desk.db, message.to))
        for line in entry_lines(message.entries):
            click.echo(plain(line))
    for broadcast in broadcasts:
        names = series([hearer.name for hearer in broadcast.hearers], language())
        wording = m.NUDGE_WAITS if broadcast.nudges else m.BROADCAST_WAITS
        say(wording, at=f"{broadcast.at:%Y-%m-%d %H:%M}", to=names, words=broadcast.title)


def message_json(message: Message) -> dict[str, Any]:
    """Return a message in the form that `alerts preview --json` prints."""
    return {
        "at": message.at.isoformat(),
        "to": {"kind": message.to.audience, "id": message.to.chat_id, "unit": message.to.unit},
        "entries": [
            {
                "rule": entry.rule.outside,
                "code": entry.subject.code,
                "due": entry.subject.due.isoformat() if entry.subject.due else None,
                "title": entry.subject.title,
                "unit": entry.subject.unit,
            }
            for entry in message.entries
        ],
    }


def hearer_json(broadcast: ComingAnnouncement, hearer: Hearer) -> dict[str, Any]:
    """Return what one chat will receive of a waiting broadcast or nudge, in the form that `alerts preview --json`
    prints; its entries are empty."""
    to = hearer.to
    return {
        "at": hearer.at.isoformat(),
        "to": {"kind": to.audience, "id": to.chat_id, "unit": to.unit},
        "entries": [],
        "nudge" if broadcast.nudges else "broadcast": broadcast.title,
    }


def entry_lines(entries: Iterable[Entry]) -> Iterator[Html]:
    """Yield a line for each entry; doubtful deadlines are only counted."""
    doubtful = 0
    for entry in entries:
        subject = entry.subject
        if entry.rule is Rule.DOUBTFUL:
            doubtful += 1
            continue
        due = subject.due if entry.rule is not Rule.INFORMATION_NEW else None
        why = m.ALERT_WHY[entry.rule](language())
        title = subject.title.said_in(language()) if isinstance(subject.title, TaskTitle) else subject.title
        what = " ".join(filter(None, (subject.code, title)))
        yield m.ALERT_LINE(language(), why=why, what=what, unit=subject.unit or "", due=due and str(due))
    if doubtful:
        yield m.ALERT_COUNT(language(), why=m.ALERT_WHY[Rule.DOUBTFUL](language()), count=doubtful)


def recipient_text(db: Database, to: Recipient) -> Html:
    """Return the name of a message's recipient."""
    if to.audience is Audience.GROUP:
        group = bound_group(db, to.chat_id or 0)
        return m.TO_GROUP(language(), name=group.title if group else "")
    person = person_in_chat(db, to.chat_id) if to.chat_id else None
    name = person.name if person else ""
    if to.audience is Audience.COORDINATORS:
        return m.TO_COORDINATORS(language(), name=name)
    return m.TO_PERSON(language(), name=name, unit=to.unit or "")
