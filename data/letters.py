"""Messages that answer what somebody did: a report to review, a request for more time, and what was decided.

They wait in the outbox like notices and are checked again before they go out.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from data.people import Person
from data.store import Database, change
from data.times import at_hour, stored

FIRST_HOUR, LAST_HOUR = 8, 21


class Letter(StrEnum):
    """What a letter tells; its subject is the report, the request for more time, or the deputy's invitation."""

    REVIEW_WANTED = "review_wanted"
    REVIEWED = "reviewed"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    DEPUTY_JOINED = "deputy_joined"
    DEPUTY_ENDED = "deputy_ended"


def post(
    db: Database, letter: Letter, subject_id: int, people: Iterable[Person], now: datetime, zone: ZoneInfo
) -> None:
    """Put a letter to each of these people into the outbox, once; at night it waits for the morning."""
    for person in people:
        change(
            db,
            """INSERT INTO outbox (recipient, chat_id, day, not_before, letter, subject_id, key)
            VALUES ('person', ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
            [
                person.telegram_id,
                now.astimezone(zone).date().isoformat(),
                stored(civil_moment(now, zone)),
                letter,
                subject_id,
                f"{letter}:{subject_id}:{person.telegram_id}",
            ],
        )


def civil_moment(now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment from now on at which a message disturbs nobody's night: between 8 and 21 o'clock."""
    local = now.astimezone(zone)
    if local.hour < FIRST_HOUR:
        return at_hour(local.date(), FIRST_HOUR, zone)
    if local.hour >= LAST_HOUR:
        return at_hour(local.date() + timedelta(days=1), FIRST_HOUR, zone)
    return now
