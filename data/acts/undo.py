"""How one thing that the office has set or decided is taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.errors import Refusal
from data.people.actor import Actor
from data.store import Database

Details = Mapping[str, Any]
"""What the record keeps of one thing that was done."""


def _stands_not(db: Database, subject: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    return None


@dataclass(frozen=True, slots=True)
class Undo:
    """How an action is taken back: `do` lets its subject be again what it was, as the details tell.

    Actions of one `family` set the same thing of a subject, or of what the detail named `of` tells apart: only the last
    of them can be taken back. Rows without one of the details that it `needs` cannot be; `stands` says why another
    cannot be, None where it can. What `lasts` can be taken back until it stands no more, however long ago it was done.
    """

    do: Callable[[Database, str, Details, Actor], object]
    family: str
    of: str = ""
    needs: tuple[str, ...] = ()
    lasts: bool = False
    stands: Callable[[Database, str, Details, datetime, ZoneInfo], Refusal | None] = _stands_not
