"""How well the bot has read what people wrote."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Reading(StrEnum):
    """What came of a sentence. ASKED is a question for something that the sentence did not say; AGAIN is one that an
    ordinary clerk would not have had to ask; WRONG is a preview that says something else; WRITTEN is the worst: stored
    without having been shown."""

    RIGHT = "right"
    ASKED = "asked"
    AGAIN = "again"
    WRONG = "wrong"
    WRITTEN = "written"


@dataclass(frozen=True)
class Heard:
    """A sentence, who wrote it, and what the bot made of it."""

    day: str
    unit: str
    sentence: str
    reading: Reading
    shown: str = ""


@dataclass
class Hearing:
    """Every sentence that was written in the city, and what the reports cost their authors."""

    heard: list[Heard] = field(default_factory=list)
    in_a_line: Counter[int] = field(default_factory=Counter)
    by_buttons: Counter[int] = field(default_factory=Counter)
    """How many reports took how many messages and presses: begun with a line, and from the first question on."""
    asked_in_a_line: Counter[str] = field(default_factory=Counter)
    asked_by_buttons: Counter[str] = field(default_factory=Counter)
    """What was asked on the way of those that took more than is the goal, by the names of the screens."""

    def note(self, day: object, unit: str | None, sentence: str, reading: Reading, shown: str = "") -> None:
        self.heard.append(Heard(str(day), unit or "", sentence, reading, shown))

    @property
    def counts(self) -> Counter[Reading]:
        return Counter(each.reading for each in self.heard)

    def of(self, reading: Reading) -> list[Heard]:
        return [each for each in self.heard if each.reading is reading]
