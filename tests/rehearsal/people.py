"""The people: who they are, and what each has in mind."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from data.people.people import Role
from tests.rehearsal.characters import PROMPT, Character
from tests.rehearsal.phone import Phone
from tests.rehearsal.voices import Voice


@dataclass
class Person:
    """Somebody with a phone. `to_do` are the codes that were recalled, each with the day on which it will be seen to;
    `away` the first and last day of a leave."""

    phone: Phone
    name: str
    role: Role
    unit: str | None
    voice: Voice
    luck: Random
    character: Character = PROMPT
    to_do: dict[str, date] = field(default_factory=dict)
    away: tuple[date, date] | None = None
    lost: bool = False
    """Whether the phone is gone, so that nothing is heard on it."""
    former: list[int] = field(default_factory=list)
    """The ids of those who were here before."""
    others: list[int] = field(default_factory=list)
    """The ids of those of the unit who hear reminders besides."""

    @property
    def english(self) -> bool:
        return self.voice.english

    @property
    def everybody(self) -> list[int]:
        """The ids of all who have ever spoken for the unit."""
        return [self.phone.owner, *self.former, *self.others]

    @property
    def hearers(self) -> list[int]:
        """The ids of all who hear the unit's reminders."""
        return [*([] if self.lost else [self.phone.owner]), *self.others]

    def is_away(self, day: date) -> bool:
        """Whether it is a day of leave."""
        return self.away is not None and self.away[0] <= day <= self.away[1]
