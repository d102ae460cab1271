"""The findings that a health check can have. The sentences about them are in `bot/cli/texts/health.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self


class Level(StrEnum):
    """How serious a finding is."""

    GOOD = "good"
    NOTE = "note"
    """Worth knowing, but nothing is broken."""
    WRONG = "wrong"


class Code(StrEnum):
    """The kinds of findings, with the values given in brackets and, unless all is well, how serious they are."""

    level: Level

    def __new__(cls, code: str, level: Level = Level.GOOD) -> Self:
        """Return the kind with its level."""
        kind = str.__new__(cls, code)
        kind._value_, kind.level = code, level
        return kind

    TOKEN_GIVEN = "token_given"
    TOKEN_MISSING = "token_missing", Level.WRONG
    TOKEN_REFUSED = "token_refused", Level.WRONG
    API_ANSWERS = "api_answers"
    """Telegram knows the bot (name)."""
    API_UNREACHABLE = "api_unreachable", Level.WRONG
    """Telegram cannot be reached (url, reason)."""

    DATABASE_WHOLE = "database_whole"
    DATABASE_MISSING = "database_missing", Level.WRONG
    """There is no file (path)."""
    DATABASE_UNREADABLE = "database_unreadable", Level.WRONG
    """SQLite cannot read the file (reason: SQLite's message)."""
    DATABASE_FOREIGN = "database_foreign", Level.WRONG
    """The file belongs to another program (path)."""
    DATABASE_DAMAGED = "database_damaged", Level.WRONG
    """The file is damaged (found: SQLite's message)."""
    REFERENCES_BROKEN = "references_broken", Level.WRONG
    """Rows refer to missing rows (count, table: that of the first)."""
    SCHEMA_CURRENT = "schema_current"
    """The schema is that of this release (step: the last migration)."""
    SCHEMA_OLDER = "schema_older", Level.NOTE
    """The bot will migrate the database when it next opens it (step: the first pending migration)."""
    SCHEMA_NEWER = "schema_newer", Level.WRONG
    """A newer release has used the database (step: a migration unknown to this release)."""

    DISK_ENOUGH = "disk_enough"
    """There is enough space (free: bytes)."""
    DISK_LOW = "disk_low", Level.WRONG
    """There is too little space (free, least: bytes)."""
    BACKUP_RECENT = "backup_recent"
    """There is a recent nightly backup (day)."""
    BACKUP_OLD = "backup_old", Level.WRONG
    """Neither last night nor the night before has left a backup (day: of the last one)."""
    BACKUP_AHEAD = "backup_ahead", Level.WRONG
    """Backups are dated later than today, so that a clock is or was wrong (count, file: the last)."""
    BACKUP_MISSING = "backup_missing", Level.NOTE
    """There is no nightly backup yet (folder)."""

    CLOCK_PLAUSIBLE = "clock_plausible"
    """The clock is not set for a rehearsal (now)."""
    CLOCK_REHEARSAL = "clock_rehearsal", Level.NOTE
    """The clock is set for a rehearsal (now)."""
    CLOCK_BEHIND = "clock_behind", Level.WRONG
    """Something was stored at a later moment than now (now, last)."""
    CLOCK_WAS_AHEAD = "clock_was_ahead", Level.NOTE
    """Something was stored at a later moment than now, but the clock has been set back since (now, last)."""
    CALENDAR_COVERS = "calendar_covers"
    """Holidays are known (year: the last one covered)."""
    CALENDAR_ENDS = "calendar_ends", Level.NOTE
    """Some of the next 30 days are not covered and count as working days from Monday to Friday (year)."""

    PLAN_MISSING = "plan_missing", Level.NOTE
    UNITS_COVERED = "units_covered"
    UNITS_WITHOUT_PEOPLE = "units_without_people", Level.NOTE
    """Some units have no liaison (count, units: their names)."""
    STANDINGS_AGREE = "standings_agree"
    STANDINGS_WAIT = "standings_wait", Level.NOTE
    """The standings will be rebuilt when the bot next starts."""
    STANDINGS_DIFFER = "standings_differ", Level.WRONG
    """Standings contradict the reports (count, codes: of the first tasks)."""
    NOTICES_SETTLED = "notices_settled"
    NOTICES_UNCERTAIN = "notices_uncertain", Level.NOTE
    """Messages that may not have arrived wait to be repeated (uncertain: how many)."""
    NOTICES_DEAD = "notices_dead", Level.WRONG
    """Undelivered messages still count as alarms, see data/notices/unreachable.py (dead, uncertain: how many)."""
    SILENT_TO_ALL = "silent_to_all", Level.WRONG
    """Telegram has asked to send nothing to anybody (since, until)."""
    SILENT_TO_SOME = "silent_to_some", Level.NOTE
    """Telegram has asked to send nothing to some chats (count, until: for the last of them)."""
    UPDATES_LAID_ASIDE = "updates_laid_aside", Level.NOTE
    """Updates could not be read or ended the process (count, ids: of the first ones)."""
    EVIDENCE_FULL = "evidence_full", Level.NOTE
    """The space for evidence is nearly used up (size, most: bytes)."""
    LOCK_HELD = "lock_held"
    LOCK_FREE = "lock_free", Level.NOTE


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check, with the values that a sentence about it needs."""

    code: Code
    values: Mapping[str, object] = field(default_factory=dict)


def finding_of(code: Code, **values: object) -> Finding:
    """Return a finding with its values."""
    return Finding(code, values)
