"""liaison run."""

import asyncio

import click
from telegram.error import InvalidToken, NetworkError

from bot.cli.base import fail, language, open_desk, problems_in_a_line, settings
from bot.logs import set_up_logging
from bot.process import run_until_stopped
from handlers.texts import console as m
from handlers.texts.wording import plain


@click.command()
def run() -> None:
    """The bot itself, until it is stopped."""
    with problems_in_a_line():
        token = settings().required_token()
        desk = open_desk()
    set_up_logging(desk.settings.log_level, token)
    if desk.settings.clock:
        click.echo(plain(m.REHEARSAL(language(), moment=desk.settings.clock.isoformat())), err=True)
    try:
        asyncio.run(run_until_stopped(desk.settings, desk.db, desk.clock))
    except InvalidToken:
        fail(plain(m.TOKEN_REFUSED(language())))
    except NetworkError as error:
        fail(plain(m.API_UNREACHABLE(language(), url=desk.settings.api_url, error=error.message)))
