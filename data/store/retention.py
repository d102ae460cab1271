"""How long is kept what is kept for a while only: what people write, as it came, and the backups of the nights."""

from enum import StrEnum

from data.store import Database
from data.store.settings import read_setting


class Kept(StrEnum):
    """What is kept for a while: what people write, in days; the nights' backups, by their number."""

    WORDS = "kept_words"
    BACKUPS = "kept_backups"


USUAL = {Kept.WORDS: 7, Kept.BACKUPS: 14}
LEAST_AND_MOST = {Kept.WORDS: (2, 30), Kept.BACKUPS: (7, 60)}
"""Of updates the ids must be known for two days: so long Telegram may send them again."""


def kept(db: Database, what: Kept) -> int:
    """For how many days, or how many of them, something is kept."""
    value = read_setting(db, what)
    return int(value) if value else USUAL[what]
