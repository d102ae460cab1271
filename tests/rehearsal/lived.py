"""Counts of what has happened in a play."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.rehearsal.cost import is_caused
from tests.rehearsal.diary import Deed
from tests.rehearsal.play import Play

SATURDAY = 5
OF_PEOPLE = (
    "reports corrected in words",
    "reports withdrawn by their authors",
    "reports accepted",
    "reports returned by the office",
    "requests for more time",
    "of these granted",
    "of these refused",
    "returns filed",
    "returns corrected",
)
"""The names in the city's tally."""


def lived(play: Play) -> Iterator[tuple[str, int]]:
    """Yield what has happened, and how often."""
    told = [each for duty in play.city.truth.duties for each in duty.told]
    yield "reports that stand at the end", len(told)
    yield "of these with figures", sum(bool(each.meaning.figures) for each in told)
    yield "of these with evidence", sum(bool(each.meaning.photos) for each in told)
    yield "photos in them", sum(each.meaning.photos for each in told)
    for name in OF_PEOPLE:
        yield name, play.city.tally[name]
    yield "pieces of work information sent", play.information.sent.total()
    yield "of these taken into a brief", play.information.taken.total()
    yield from _days(sorted(play.reminded))
    yield "times the bot was started", play.city.machine.lives
    yield (
        "messages of the bot's own",
        sum(each.deed is Deed.HEARD and not is_caused(play, each) for each in play.city.diary.entries),
    )


def _days(days: list[date]) -> Iterator[tuple[str, int]]:
    """Yield the number of working days, and how the holidays changed them."""
    yield "working days", len(days)
    yield "Saturdays and Sundays worked for a holiday", sum(each.weekday() >= SATURDAY for each in days)
    span = (days[0] + timedelta(days=number) for number in range((days[-1] - days[0]).days))
    yield "holidays on weekdays", sum(each.weekday() < SATURDAY and each not in set(days) for each in span)
