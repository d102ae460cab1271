"""liaison alerts preview."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import click

from bot.cli.base import DAY, fail, language, open_desk, print_json, problems_in_a_line
from bot.cli.texts import console as m
from data.notices.planning import upcoming
from data.notices.rules import Audience, Message, Recipient
from handlers.telegram.wording import Html, plain

SPAN = timedelta(days=30)


@click.group()
def alerts() -> None:
    """What the bot says unasked."""


@alerts.command()
@click.option("--from", "first", type=DAY, help="The first day; by default today.")
@click.option("--to", "last", type=DAY, help="The last day; by default 30 days after the first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array on stdout.")
def preview(first: date | None, last: date | None, as_json: bool) -> None:
    """Show what would be sent when and to whom, from the present state of the reports; sends nothing."""
    with problems_in_a_line():
        desk = open_desk(reading=True)
        first = first or desk.today
        last = last or first + SPAN
        if last < first:
            fail(plain(m.SPAN_BACKWARDS(language())))
        messages = list(upcoming(desk.db, first, last, desk.settings.zone))
    if as_json:
        print_json([message_json(message) for message in messages])
    else:
        print_messages(messages)


def message_json(message: Message) -> dict[str, Any]:
    """A message as `alerts preview --json` prints it."""
    return {
        "at": message.at.isoformat(),
        "to": {"kind": message.to.audience, "id": message.to.chat_id, "unit": message.to.unit},
        "entries": [
            {
                "rule": entry.rule,
                "code": entry.assignment.code,
                "due": entry.assignment.due.isoformat() if entry.assignment.due else None,
                "title": entry.assignment.title,
                "unit": entry.assignment.unit,
            }
            for entry in message.entries
        ],
    }


def print_messages(messages: Iterable[Message]) -> None:
    """The messages for people."""
    messages = list(messages)
    if not messages:
        click.echo(m.NOTHING_PLANNED(language()))
    for message in messages:
        click.echo(plain(m.ALERT_HEAD(language(), at=f"{message.at:%Y-%m-%d %H:%M}", to=recipient_text(message.to))))
        for entry in message.entries:
            task = entry.assignment
            line = m.ALERT_LINE(language(), rule=entry.rule, code=task.code, title=task.title, due=task.due)
            click.echo(plain(line))


def recipient_text(to: Recipient) -> Html:
    """Who a message goes to."""
    wording = {
        Audience.PERSON: m.TO_PERSON,
        Audience.GROUP: m.TO_GROUP,
        Audience.COORDINATORS: m.TO_COORDINATORS,
    }
    return wording[to.audience](language(), id=to.chat_id, unit=to.unit or "")
