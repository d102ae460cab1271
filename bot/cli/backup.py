"""The commands `liaison backup` and `liaison restore`."""

from pathlib import Path

import click

from bot.cli.base import FILE_TYPE, holding_lock, language, say, settings
from bot.clock import Clock
from data.store import restore as restoring
from data.store.backups import back_up
from handlers.office.texts import backups as m


@click.command()
@click.argument("file", type=FILE_TYPE)
def backup(file: Path) -> None:
    """Write a checked backup to FILE, which must not be there yet. The bot may be running."""
    contents = back_up(settings().database, file)
    say(m.BACKED_UP, file=file, contents=m.contents_text(contents, language()))


@click.command()
@click.argument("file", type=FILE_TYPE)
def restore(file: Path) -> None:
    """Go back to the backup FILE. The bot must be stopped; the present database is kept in a file next to it."""
    given = settings()
    with holding_lock(given.database, m.STOP_FIRST):
        restored = restoring.restore_backup(file, given.database, Clock(given.clock).now())
    contents = m.contents_text(restored.contents, language())
    say(m.RESTORED, database=given.database, contents=contents)
    if restored.kept:
        say(m.KEPT, kept=restored.kept)
