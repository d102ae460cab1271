"""liaison demo."""

from datetime import date

import click

from bot.cli.base import DAY, fail, language, problems_in_a_line
from bot.demo.run import run_demo
from bot.logs import set_up_logging
from handlers.texts import console as m
from handlers.texts.wording import plain


@click.command()
@click.option("--port", default=8080, show_default=True, help="The port of the page.")
@click.option("--date", "day", type=DAY, default="2019-11-25", show_default=True, help="The day on which it starts.")
def demo(port: int, day: date) -> None:
    """The whole bot in a browser: embedded Bot API, chat page, the shipped plan; no token, no internet."""
    set_up_logging("WARNING", None)
    with problems_in_a_line():
        try:
            run_demo(port, day, lambda url: click.echo(plain(m.DEMO_AT(language(), url=url))))
        except OSError as error:
            fail(plain(m.PORT_IN_USE(language(), port=port, error=error.strerror)))
