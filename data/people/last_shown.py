"""What the bot showed somebody last in the private chat: which message, and what its buttons stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from data.store import Database, change, fetch_one, transaction
from data.store.records import record_of
from data.store.unchanged import beside_what_is_known


@dataclass(slots=True)
class LastShown:
    """What is known of a chat."""

    newest: int = 0
    """The id of its newest message."""
    said: int = 0
    """The id of what the bot has said last; `offered` is behind the buttons below it."""
    offered: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    """What is behind the buttons that were shown last, but for those of questions."""
    page_before: str | None = None
    """Of these, what leads to the page before, and to the one after; None where there is none."""
    page_after: str | None = None
    with_buttons: int = 0
    """The message that they are below, or that shows a list."""
    list_in: int = 0
    """The message that shows the list that was shown last; `listing` is that as buttons would have it."""
    listing: tuple[str, ...] = ()


COLUMNS = [each.name for each in fields(LastShown)]
KEEP = f"""INSERT INTO last_shown (person_id, {", ".join(COLUMNS)})
SELECT id, {", ".join("?" * len(COLUMNS))} FROM people WHERE telegram_id = ?
ON CONFLICT (person_id) DO UPDATE SET {", ".join(f"{each} = excluded.{each}" for each in COLUMNS)}"""


def last_shown(db: Database, chat_id: int) -> LastShown:
    """What was shown last in a private chat; empty if that is unknown."""
    sql = "SELECT last_shown.* FROM last_shown JOIN people ON people.id = person_id WHERE telegram_id = ?"
    row = fetch_one(db, sql, [chat_id])
    return record_of(LastShown, row) if row else LastShown()


def keep_last_shown(db: Database, shown: Mapping[int, LastShown]) -> None:
    """Store what was shown last in private chats, by their ids, but only for people on the roster."""
    with beside_what_is_known(db), transaction(db):
        for chat_id, each in shown.items():
            change(db, KEEP, [*(getattr(each, column) for column in COLUMNS), chat_id])
