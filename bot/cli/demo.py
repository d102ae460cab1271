"""liaison demo."""

from datetime import date

import click

from bot.cli.base import DAY, problems_in_a_line


@click.command()
@click.option("--port", default=8080, show_default=True, help="The port of the page.")
@click.option("--date", "day", type=DAY, default="2019-11-25", show_default=True, help="The day on which it starts.")
def demo(port: int, day: date) -> None:
    """The whole bot in a browser: embedded Bot API, chat page, the shipped plan; no token, no internet."""
    with problems_in_a_line():
        from bot.demo.run import run_demo

        run_demo(port, day)
