"""The command `liaison demo`."""

from datetime import date
from pathlib import Path

import click

from bot.cli.base import DAY_TYPE, FILE_TYPE, fail, language, refuse, say
from bot.cli.texts.console import ALREADY_RUNNING
from bot.demo import texts as m
from bot.demo.opening import DemoOptions, run_demo
from bot.logs import set_up_logging
from bot.upkeep.lock import AlreadyRunning
from handlers.wording import plain

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8080)
@click.option("--host", default="127.0.0.1")
@click.option("--date", "day", type=DAY_TYPE, default="2019-11-25")
@click.option("--empty", is_flag=True)
@click.option("--first-day", is_flag=True)
@click.option("--db", type=FILE_TYPE)
def demo(port: int, host: str, day: date, empty: bool, first_day: bool, db: Path | None) -> None:
    """The whole bot in a browser: embedded Bot API, chat page, the shipped plan; no token, no internet."""
    set_up_logging("WARNING", None)
    ready = m.READY if host in LOOPBACK else m.READY_FOR_ALL
    if (empty or first_day) and db is not None and db.exists():
        say(m.CONTINUED, file=db)
    try:
        run_demo(DemoOptions(host, port, day, empty, first_day), db, lambda url: say(ready, url=url, host=host))
    except m.DemoRefusal as error:
        fail(plain(error.why(language())))
    except AlreadyRunning:
        refuse(ALREADY_RUNNING, database=db)
