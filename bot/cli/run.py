"""liaison run."""

import asyncio
from collections.abc import Callable
from typing import cast

import click
from telegram.error import InvalidToken

from bot.cli.base import Desk, desk_with, fail, language, problems_in_a_line, settings
from bot.cli.texts import console as m
from bot.logs import set_up_logging
from bot.process import run_until_stopped
from bot.upkeep.lock import AlreadyRunning, locked
from bot.upkeep.watchdog import PATIENCE_SECONDS, NoUpdates
from data.store import open_database
from handlers.telegram.wording import plain


@click.command()
def run() -> None:
    """The bot itself, until it is stopped."""
    with problems_in_a_line():
        given = settings()
        set_up_logging(given.log_level, given.required_token())
        try:
            with locked(given.database):
                serve(desk_with(given, open_database(given.database)))
        except AlreadyRunning:
            fail(plain(m.ALREADY_RUNNING(language(), database=given.database)))


def event_loops() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the event loop: uvloop where the extra `fast` is installed, else Python's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return cast(Callable[[], asyncio.AbstractEventLoop], uvloop.new_event_loop)


def serve(desk: Desk) -> None:
    """Run the bot; leaves with one line when Telegram refuses the token or stays away."""
    if desk.settings.clock:
        click.echo(plain(m.REHEARSAL(language(), moment=desk.settings.clock.isoformat())), err=True)
    try:
        with asyncio.Runner(loop_factory=event_loops()) as runner:
            runner.run(run_until_stopped(desk.settings, desk.db, desk.clock))
    except InvalidToken:
        fail(plain(m.TOKEN_REFUSED(language())))
    except NoUpdates:
        fail(plain(m.NO_UPDATES(language(), url=desk.settings.api_url, seconds=PATIENCE_SECONDS)))
