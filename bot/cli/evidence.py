"""The command `liaison evidence move`."""

from contextlib import closing
from functools import partial
from pathlib import Path

import click

from bot.cli.base import holding_lock, language, settings
from bot.cli.texts import evidence as m
from bot.clock import Clock
from data.errors.store import DatabaseMissing
from data.exports.moved_evidence import move_evidence
from data.store import open_beside_the_bot
from handlers.wording import plain


@click.group()
def evidence() -> None:
    """The evidence files of reports."""


@evidence.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def move(folder: Path) -> None:
    """Move the evidence of archived plans out of the database into FOLDER. The bot must be stopped."""
    given = settings()
    if not given.database.exists():
        raise DatabaseMissing(str(given.database))
    opened = partial(open_beside_the_bot, given.database, given.zone)
    with holding_lock(given.database, m.STOP_FIRST), closing(opened()) as db:
        moved = move_evidence(db, folder, Clock(given.clock).now(), language())
    for line in m.moved(moved, folder, language()):
        click.echo(plain(line))
