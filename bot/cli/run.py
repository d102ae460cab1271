"""The command `liaison run`."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from typing import cast

import click
from telegram.error import InvalidToken

from bot.cli.base import Desk, desk_with, holding_lock, refuse, say, settings
from bot.cli.texts import console as m
from bot.logs import set_up_logging
from bot.process import run_until_stopped
from bot.upkeep.watchdog import PATIENCE_SECONDS, NoUpdates
from data.store import open_database


@click.command()
def run() -> None:
    """Run the bot until it is stopped."""
    given = settings()
    set_up_logging(given.log_level, given.required_token())
    with holding_lock(given.database), closing(open_database(given.database, given.zone)) as db:
        serve(desk_with(given, db))


def event_loops() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return a factory for uvloop event loops if the extra `fast` is installed; None for Python's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return cast(Callable[[], asyncio.AbstractEventLoop], uvloop.new_event_loop)


def serve(desk: Desk) -> None:
    """Run the bot. Exits with one line if Telegram refuses the token or stays out of reach."""
    if desk.settings.clock:
        say(m.REHEARSAL, err=True, moment=desk.settings.clock.isoformat())
    try:
        with asyncio.Runner(loop_factory=event_loops()) as runner:
            runner.run(run_until_stopped(desk.settings, desk.db, desk.clock))
    except InvalidToken:
        refuse(m.TOKEN_REFUSED)
    except NoUpdates:
        refuse(m.NO_UPDATES, url=desk.settings.api_url, seconds=PATIENCE_SECONDS)
