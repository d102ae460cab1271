"""The command `liaison understand`."""

import sys
from datetime import date

import click

from bot.cli.base import DAY_TYPE, TEXT_TYPE, Desk, language, open_desk, print_json, refuse
from bot.cli.texts import console
from bot.cli.texts.understood import explanation
from data.people.people import who_is
from data.plan.indicators import indicators
from data.plan.tasks import task_titles
from data.plan.vocabulary import read_vocabulary
from data.understanding import Speaker, to_json, understand
from handlers.wording import plain

LARGEST_ID = 1 << 52
"""The largest id that Telegram may assign (Bot API, User)."""
EVERYBODY = Speaker(coordinator=True)


@click.command("understand")
@click.argument("text", type=TEXT_TYPE)
@click.option("--as", "telegram_id", type=click.IntRange(0, LARGEST_ID))
@click.option("--at", "day", type=DAY_TYPE)
@click.option("--json", "as_json", is_flag=True)
def understand_command(text: str, telegram_id: int | None, day: date | None, as_json: bool) -> None:
    """Show how TEXT is understood, or with - each line of stdin as one JSON object; does nothing."""
    desk = open_desk()
    words = read_vocabulary(desk.db)
    speaker = speaker_of(desk, telegram_id)
    titles = task_titles(desk.db)
    english = {each.name: each.name_en for each in indicators(desk.db) if each.name_en}
    sentences = (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer) if text == "-" else [text]
    for sentence in sentences:
        meaning = understand(sentence, words, speaker, day or desk.today)
        if text == "-":
            print_json(to_json(meaning), indent=None)
        elif as_json:
            print_json(to_json(meaning))
        else:
            click.echo(plain(explanation(meaning, titles, english, day or desk.today, language())))


def speaker_of(desk: Desk, telegram_id: int | None) -> Speaker:
    """Return the person with this id as a speaker, or a coordinator if it is None. Exits if nobody has the id."""
    if telegram_id is None:
        return EVERYBODY
    person = who_is(desk.db, telegram_id, desk.today)
    if person is None:
        refuse(console.NOBODY, id=telegram_id)
    return Speaker(person.units, person.sees_everything)
