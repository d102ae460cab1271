"""liaison summary."""

from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

import click

from bot.cli.base import DAY, language, open_desk, print_json, problems_in_a_line
from data.standing.summary import Summary, summarise
from handlers.office.texts.summary import summary as summary_text
from handlers.telegram.callbacks import View
from handlers.telegram.wording import plain


@click.command()
@click.option("--at", "day", type=DAY, help="The day to look back to, or ahead to; by default today.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
def summary(day: date | None, as_json: bool) -> None:
    """The state of the plan in numbers."""
    with problems_in_a_line():
        desk = open_desk(reading=True)
        at = datetime.combine(day, time(23, 59), desk.settings.zone) if day else desk.now
        state = summarise(desk.db, at, desk.settings.zone)
    if as_json:
        print_json(summary_json(state))
    else:
        for view in View:
            click.echo(plain(summary_text(state, view, language())))


def summary_json(state: Summary) -> dict[str, Any]:
    """A summary as `summary --json` prints it."""
    return {
        "title": state.title,
        "at": state.at.isoformat(timespec="seconds"),
        **asdict(state.all),
        "units": [{"unit": name, **asdict(counts)} for name, counts in state.units],
        "sections": [{"section": name, **asdict(counts)} for name, counts in state.sections],
        "figures": [asdict(total) for total in state.figures],
        "without_liaison": list(state.without_liaison),
        "undelivered": state.undelivered.messages,
    }
