"""liaison backup, liaison restore."""

from pathlib import Path

import click

from bot.cli.base import fail, language, problems_in_a_line, settings
from bot.clock import Clock
from bot.upkeep.lock import AlreadyRunning, locked
from data.store import restore as restoring
from data.store.backups import back_up
from handlers.office.texts import backups as m
from handlers.telegram.wording import plain

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write a checked backup to FILE, which must not be there yet. The bot may be running."""
    with problems_in_a_line():
        contents = back_up(settings().database, file)
    click.echo(plain(m.BACKED_UP(language(), file=file, contents=m.contents_text(contents, language()))))


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Go back to the backup FILE. The bot must be stopped; the present database is kept beside it."""
    with problems_in_a_line():
        given = settings()
        try:
            with locked(given.database):
                restored = restoring.restore(file, given.database, Clock(given.clock).now())
        except AlreadyRunning:
            fail(plain(m.STOP_FIRST(language(), database=given.database)))
    contents = m.contents_text(restored.contents, language())
    click.echo(plain(m.RESTORED(language(), database=given.database, contents=contents)))
    if restored.kept:
        click.echo(plain(m.KEPT(language(), kept=restored.kept)))
