"""What everybody has heard, written and pressed, day by day."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What happens on a phone. HEARD is what comes unasked, READ what comes in answer."""

    HEARD = "heard"
    READ = "read"
    WROTE = "wrote"
    PRESSED = "pressed"


@dataclass(frozen=True)
class Entry:
    """One deed of a person or in a group: what was heard or read has so many words; what was heard stands in `text`,
    and `message_id` is its number in the chat."""

    at: datetime
    who: int
    deed: Deed
    words: int = 0
    text: str = ""
    message_id: int = 0


class Diary:
    """The entries in the order of time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.entries: list[Entry] = []
        self.inputs: Counter[int] = Counter()
        """How often somebody has written or pressed so far."""
        self._now = now

    def wrote(self, who: int) -> None:
        self._note(who, Deed.WROTE)

    def pressed(self, who: int) -> None:
        self._note(who, Deed.PRESSED)

    def read(self, who: int, text: str) -> None:
        self._note(who, Deed.READ, text)

    def heard(self, who: int, text: str, message_id: int) -> None:
        self.entries.append(Entry(self._now(), who, Deed.HEARD, words_in(text), text, message_id))

    def _note(self, who: int, deed: Deed, text: str = "") -> None:
        self.inputs[who] += deed in (Deed.WROTE, Deed.PRESSED)
        self.entries.append(Entry(self._now(), who, deed, words_in(text)))


def words_in(text: str) -> int:
    """How many words a text has: every Chinese character is one, and so is every run of letters and digits."""
    count, inside = 0, False
    for char in text:
        alone = "\u3400" <= char <= "\u9fff"
        count += alone or (char.isalnum() and not inside)
        inside = char.isalnum() and not alone
    return count
