"""What people say besides reporting, in the words of the corpora: questions, courtesies, and what only looks like a
report."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from handlers.people.texts.newcomers import language_named
from handlers.telegram.commands import command_in_words
from tests.rehearsal.hearing import Reading
from tests.rehearsal.people import Person
from tests.understanding.corpora import voices

NOT_UNDERSTOOD = ("没听明白", "I did not understand", "您是想", "would you like to")
OPENINGS: Mapping[str, tuple[str, ...]] = {
    "tasks": ("共 ", "tasks", "task"),
    "thanks": ("有事随时说", "welcome", "All right", "没有要您确认的", "waiting for you to confirm"),
    "greeting": ("您好", "Hello"),
}
"""Words in the right answers for each aim; for other aims, only NOT_UNDERSTOOD is wrong."""
ASKED_FOR = ("tasks", "deadlines", "history", "help", "thanks", "greeting")


@dataclass(frozen=True)
class Saying:
    """A sentence and its possible aims, best first; for `unknown`, any answer will do that stores nothing."""

    text: str
    aims: tuple[str, ...]

    def reading_of(self, shown: str) -> Reading:
        """Return RIGHT if an answer is of a suitable kind, else AGAIN."""
        if "unknown" in self.aims:
            return Reading.RIGHT
        understood = not any(words in shown for words in NOT_UNDERSTOOD)
        suits = any(words in shown for aim in self.aims for words in OPENINGS.get(aim, ("",)))
        return Reading.RIGHT if understood and suits else Reading.AGAIN


def sayings(person: Person) -> tuple[Saying, ...]:
    """Return what a person of this unit may say."""
    return _of(person.unit or "", person.english)


@cache
def _of(unit: str, english: bool) -> tuple[Saying, ...]:
    found = [
        Saying(each.text, each.aims)
        for each in voices()
        if each.aims[0] in (*ASKED_FOR, "unknown") and each.text.isascii() is english and "\n" not in each.text
        if each.speaker.units == (unit,) or (each.aims[0] in ("thanks", "greeting", "help") and each.speaker.units)
        if not _changes_language(each.text)
    ]
    return tuple(found)


def _changes_language(text: str) -> bool:
    """Return whether a text would make the bot change the language; people here keep theirs."""
    said = command_in_words(text)
    return (said is not None and said[0] == "language") or language_named(text) is not None
