"""Record of how well the bot has understood what people wrote."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Reading(StrEnum):
    """How a sentence was understood. ASKED: the bot asked for something that the sentence did not say; AGAIN: it asked
    what an ordinary clerk would not have had to ask; WRONG: the preview says something else; WRITTEN, the worst: stored
    without having been shown."""

    RIGHT = "right"
    ASKED = "asked"
    AGAIN = "again"
    WRONG = "wrong"
    WRITTEN = "written"


@dataclass(frozen=True)
class Heard:
    """A sentence, its author, and how the bot understood it."""

    day: str
    unit: str
    sentence: str
    reading: Reading
    shown: str = ""


@dataclass
class Hearing:
    """Every sentence written in the city, and what the reports cost their authors."""

    heard: list[Heard] = field(default_factory=list)
    in_a_line: Counter[int] = field(default_factory=Counter)
    by_buttons: Counter[int] = field(default_factory=Counter)
    """The number of reports by the number of inputs they took: begun with a line, and from the first question on."""
    asked_in_a_line: Counter[str] = field(default_factory=Counter)
    asked_by_buttons: Counter[str] = field(default_factory=Counter)
    """The questions on the way of reports that took more inputs than the goal, by the names of the screens."""

    def note(self, day: object, unit: str | None, sentence: str, reading: Reading, shown: str = "") -> None:
        self.heard.append(Heard(str(day), unit or "", sentence, reading, shown))

    @property
    def counts(self) -> Counter[Reading]:
        return Counter(each.reading for each in self.heard)

    def of(self, reading: Reading) -> list[Heard]:
        return [each for each in self.heard if each.reading is reading]
