"""What the bot showed last in a private chat: the message, and the callback data of its buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from data.store import Database, record_of, transaction
from data.store.unchanged import cache_left_valid


@dataclass(slots=True)
class LastShown:
    """What was shown last in a private chat; message ids are 0 if unknown."""

    newest: int = 0
    """The id of the newest message."""
    said: int = 0
    """The id of the bot's last message; `offered` is the data of the buttons below it."""
    offered: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    """The data of the buttons shown last, other than those of questions; `labels` is what is written on them."""
    labels: tuple[str, ...] = ()
    with_buttons: int = 0
    """The id of the message with these buttons, or of the list."""
    list_in: int = 0
    """The id of the message that shows the last list; `listing` is that list as button data."""
    listing: tuple[str, ...] = ()


COLUMNS = [each.name for each in fields(LastShown)]
KEEP = f"""INSERT INTO last_shown (person_id, {", ".join(COLUMNS)})
SELECT id, {", ".join("?" * len(COLUMNS))} FROM people WHERE telegram_id = ?
ON CONFLICT (person_id) DO UPDATE SET {", ".join(f"{each} = excluded.{each}" for each in COLUMNS)}"""


def last_shown(db: Database, chat_id: int) -> LastShown:
    """Return what was shown last in a private chat; empty if unknown."""
    sql = "SELECT last_shown.* FROM last_shown JOIN people ON people.id = person_id WHERE telegram_id = ?"
    row = db.fetch_one(sql, [chat_id])
    return record_of(LastShown, row) if row else LastShown()


def keep_last_shown(db: Database, shown: Mapping[int, LastShown]) -> None:
    """Store what was shown last, by chat id. Chats of people who are not on the roster are skipped."""
    with cache_left_valid(db), transaction(db):
        for chat_id, each in shown.items():
            db.change(KEEP, [*(getattr(each, column) for column in COLUMNS), chat_id])
