"""The people of the city and their plans."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from data.people.people import Role
from tests.rehearsal.characters import PROMPT, Character
from tests.rehearsal.phone import Phone
from tests.rehearsal.voices import Voice


@dataclass
class Person:
    """A person with a phone. `to_do` holds the codes reminded of, each with the day on which it will be dealt with;
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
    """Whether the phone is lost, so that nothing reaches it."""
    former: list[int] = field(default_factory=list)
    """The ids of the person's predecessors."""
    others: list[int] = field(default_factory=list)
    """The ids of the unit's other people, who also get reminders."""

    @property
    def english(self) -> bool:
        return self.voice.english

    @property
    def everybody(self) -> list[int]:
        """The ids of all who have ever represented the unit."""
        return [self.phone.owner, *self.former, *self.others]

    @property
    def hearers(self) -> list[int]:
        """The ids of all who get the unit's reminders."""
        return [*([] if self.lost else [self.phone.owner]), *self.others]

    def is_away(self, day: date) -> bool:
        """Return whether the person is on leave on a day."""
        return self.away is not None and self.away[0] <= day <= self.away[1]
