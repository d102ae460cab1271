"""A diary of what everybody has heard, written and pressed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What happens on a phone. HEARD is a message that comes unasked, READ one that comes in answer."""

    HEARD = "heard"
    READ = "read"
    WROTE = "wrote"
    PRESSED = "pressed"


@dataclass(frozen=True)
class Entry:
    """One event on a person's phone or in a group. `words` is the length of a message heard or read; for one heard,
    `text` is its text and `message_id` its id in the chat."""

    at: datetime
    who: int
    deed: Deed
    words: int = 0
    text: str = ""
    message_id: int = 0


class Diary:
    """The entries in order of time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.entries: list[Entry] = []
        self.inputs: Counter[int] = Counter()
        """How often each person has written or pressed so far."""
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
    """Return the number of words in a text: each Chinese character is one, and so is each run of letters and digits."""
    count, inside = 0, False
    for char in text:
        alone = "\u3400" <= char <= "\u9fff"
        count += alone or (char.isalnum() and not inside)
        inside = char.isalnum() and not alone
    return count
