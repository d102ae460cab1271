"""Messages that could not be delivered; the office has to reach these people in another way. An alarm ends after a
week; one about a reminder ends as soon as a later reminder arrives, which says what still holds."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.people.people import Person, who_is
from data.store import Database, fetch_column

COUNTED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Undelivered:
    """How many messages did not arrive, and to which people; some may have been to groups."""

    messages: int
    people: tuple[Person, ...]


def undelivered(db: Database, today: date) -> Undelivered:
    """The alarms that still count on a day."""
    chats = fetch_column(
        db,
        """SELECT chat_id FROM outbox AS lost WHERE state = 'dead' AND day > ? AND (letter IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM outbox AS later WHERE later.chat_id = lost.chat_id AND later.id > lost.id
            AND later.state = 'sent' AND later.letter IS NULL)) ORDER BY id""",
        [today - COUNTED],
    )
    people = (who_is(db, chat_id, today) for chat_id in dict.fromkeys(chats))
    return Undelivered(len(chats), tuple(person for person in people if person))
