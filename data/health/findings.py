"""What a look at the bot's health can find. The sentences for it stand with the texts of the rooms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How a finding is to be taken."""

    GOOD = "good"
    NOTE = "note"
    """To be known; nothing is broken."""
    WRONG = "wrong"


class Code(StrEnum):
    """What has been found; in brackets, the values given."""

    TOKEN_GIVEN = "token_given"
    TOKEN_MISSING = "token_missing"
    TOKEN_REFUSED = "token_refused"
    API_ANSWERS = "api_answers"
    """Telegram knows the bot (name)."""
    API_UNREACHABLE = "api_unreachable"
    """(url, reason)"""

    DATABASE_WHOLE = "database_whole"
    DATABASE_MISSING = "database_missing"
    """(path)"""
    DATABASE_UNREADABLE = "database_unreadable"
    """(reason: SQLite's own word for it)"""
    DATABASE_FOREIGN = "database_foreign"
    """The file belongs to another program (path)."""
    DATABASE_DAMAGED = "database_damaged"
    """(found: SQLite's own word for it)"""
    REFERENCES_BROKEN = "references_broken"
    """Rows refer to rows that are not there (count, table: that of the first)."""
    SCHEMA_CURRENT = "schema_current"
    """(step: the last one taken)"""
    SCHEMA_OLDER = "schema_older"
    """It is brought up to date when the bot next opens it (step: the first one to take)."""
    SCHEMA_NEWER = "schema_newer"
    """A newer release has used it (step: one that is unknown here)."""

    DISK_ENOUGH = "disk_enough"
    """(free: bytes)"""
    DISK_LOW = "disk_low"
    """(free, least: bytes)"""
    BACKUP_RECENT = "backup_recent"
    """(day)"""
    BACKUP_OLD = "backup_old"
    """Neither this night nor the one before has left a backup (day: of the last one)."""
    BACKUP_MISSING = "backup_missing"
    """No night has left a backup yet (folder)."""

    CLOCK_PLAUSIBLE = "clock_plausible"
    """(now)"""
    CLOCK_REHEARSAL = "clock_rehearsal"
    """(now)"""
    CLOCK_BEHIND = "clock_behind"
    """Something was stored at a later moment than it is now (now, last)."""
    CALENDAR_COVERS = "calendar_covers"
    """(year: the last one whose holidays are known)"""
    CALENDAR_ENDS = "calendar_ends"
    """Some of the next 30 days lie after it, where Monday to Friday count as working days (year)."""

    PLAN_MISSING = "plan_missing"
    UNITS_COVERED = "units_covered"
    UNITS_WITHOUT_PEOPLE = "units_without_people"
    """(count, units: names joined by 、)"""
    STANDINGS_AGREE = "standings_agree"
    STANDINGS_WAIT = "standings_wait"
    """They are made anew when the bot next starts."""
    STANDINGS_DIFFER = "standings_differ"
    """Rows do not say what follows from the reports (count, codes: the first of the tasks)."""
    NOTICES_SETTLED = "notices_settled"
    NOTICES_UNCERTAIN = "notices_uncertain"
    """Nobody knows whether they arrived; they wait to be repeated (uncertain: how many)."""
    NOTICES_DEAD = "notices_dead"
    """Alarms that still count, see data.alarms (dead, uncertain: how many)."""
    UPDATES_LAID_ASIDE = "updates_laid_aside"
    """Of the last 7 days: they could not be read, or ended the process (count, ids: the first of them)."""
    EVIDENCE_FULL = "evidence_full"
    """Nearly as many bytes of evidence as are kept (size, most: bytes)."""
    LOCK_HELD = "lock_held"
    LOCK_FREE = "lock_free"


WRONG = frozenset(
    {
        Code.TOKEN_MISSING,
        Code.TOKEN_REFUSED,
        Code.API_UNREACHABLE,
        Code.DATABASE_MISSING,
        Code.DATABASE_UNREADABLE,
        Code.DATABASE_FOREIGN,
        Code.DATABASE_DAMAGED,
        Code.REFERENCES_BROKEN,
        Code.SCHEMA_NEWER,
        Code.DISK_LOW,
        Code.BACKUP_OLD,
        Code.CLOCK_BEHIND,
        Code.NOTICES_DEAD,
        Code.STANDINGS_DIFFER,
    }
)
NOTES = frozenset(
    {
        Code.SCHEMA_OLDER,
        Code.BACKUP_MISSING,
        Code.CLOCK_REHEARSAL,
        Code.CALENDAR_ENDS,
        Code.PLAN_MISSING,
        Code.STANDINGS_WAIT,
        Code.UNITS_WITHOUT_PEOPLE,
        Code.NOTICES_UNCERTAIN,
        Code.UPDATES_LAID_ASIDE,
        Code.EVIDENCE_FULL,
        Code.LOCK_FREE,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, with the values that a sentence about it needs."""

    code: Code
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """Whether something is wrong."""
        if self.code in WRONG:
            return Level.WRONG
        return Level.NOTE if self.code in NOTES else Level.GOOD


def found(code: Code, **values: object) -> Finding:
    """A finding with its values."""
    return Finding(code, values)
