"""The command `liaison doctor`."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

import click
from telegram.error import InvalidToken, TelegramError

from bot.cli.base import desk_to_write, language, refuse, settings
from bot.cli.texts.console import NO_DATABASE
from bot.cli.texts.health import WRONG, finding_line
from bot.clock import Clock
from bot.outgoing.client import name_at_telegram
from bot.settings import Settings, is_token
from bot.upkeep.lock import is_locked
from data.health.examination import examine_backups, examine_calendar, examine_database, examine_disk
from data.health.findings import Code, Finding, Level, finding_of
from data.standing.rows import rebuild_rows
from data.store.backups import backup_folder
from data.times import day_of
from handlers.wording import plain


@click.command()
@click.option("--rebuild", is_flag=True)
def doctor(rebuild: bool) -> None:
    """Check that all is well, one line for each check; changes nothing without --rebuild. Exit code 1 if something is
    wrong."""
    given = settings()
    if rebuild:
        if not given.database.exists():
            refuse(NO_DATABASE, path=given.database)
        with desk_to_write() as desk:
            rebuild_rows(desk.db, desk.now)
    findings = []
    for finding in examine(given, Clock(given.clock).now()):
        click.echo(plain(finding_line(finding, given.zone, language())))
        findings.append(finding)
    if wrong := sum(finding.code.level is Level.WRONG for finding in findings):
        refuse(WRONG, count=wrong)


def examine(given: Settings, now: datetime) -> Iterator[Finding]:
    """Yield all findings in the order in which they are printed. Checks of a folder that cannot be read are skipped,
    because the missing database has been reported already. Moments ahead of the clock are not reported in a rehearsal,
    whose clock starts again with each command."""
    today = day_of(now, given.zone)
    yield from examine_telegram(given)
    for finding in examine_database(given.database, now, given.zone):
        if finding.code not in (Code.CLOCK_BEHIND, Code.CLOCK_WAS_AHEAD) or given.clock is None:
            yield finding
    with suppress(OSError):
        yield examine_disk(shutil.disk_usage(given.database.absolute().parent).free)
    yield from examine_backups(given.database, backup_folder(given.database), today)
    yield finding_of(Code.CLOCK_REHEARSAL if given.clock else Code.CLOCK_PLAUSIBLE, now=now)
    yield examine_calendar(today)
    with suppress(OSError):
        yield finding_of(Code.LOCK_HELD if is_locked(given.database) else Code.LOCK_FREE)


def examine_telegram(given: Settings) -> Iterator[Finding]:
    """Yield whether a token is set, and whether Telegram accepts it."""
    if not given.token:
        yield finding_of(Code.TOKEN_MISSING)
        return
    if not is_token(given.token):
        yield finding_of(Code.TOKEN_REFUSED)
        return
    try:
        name = asyncio.run(name_at_telegram(given.token, given.api_url, given.proxy))
    except InvalidToken:
        yield finding_of(Code.TOKEN_REFUSED)
    except TelegramError as error:
        yield finding_of(Code.TOKEN_GIVEN)
        yield finding_of(Code.API_UNREACHABLE, url=given.api_url, reason=error.message)
    else:
        yield finding_of(Code.TOKEN_GIVEN)
        yield finding_of(Code.API_ANSWERS, name=name)
