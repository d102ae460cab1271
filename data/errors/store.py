"""Refusals about the database and its backups."""

from data.errors import Refusal


class DatabaseUnusable(Refusal):
    """The database cannot be opened, read or written; `reason` is SQLite's message."""

    reason: str


class DiskFull(DatabaseUnusable):
    """The disk is full. Nothing was stored; stored data can still be read."""


class DiskFails(DatabaseUnusable):
    """The disk cannot be written or read. Nothing was stored."""


class DatabaseBusy(DatabaseUnusable):
    """Another program holds the database. Nothing was stored."""


class DatabaseReadOnly(DatabaseUnusable):
    """The file may not be written. Stored data can still be read."""


class DatabaseDamaged(DatabaseUnusable):
    """Parts of the file cannot be read any more."""


class SchemaOlder(Refusal):
    """The schema lacks migrations, which the bot runs at its next start; `step` is the first of them."""

    step: str


class SchemaTooNew(Refusal):
    """A newer release has used the database; `step` is its last migration, unknown to this release."""

    step: str


class BackupProblem(Refusal):
    """A backup cannot be made or used."""


class DatabaseMissing(BackupProblem):
    """There is no database at this path."""

    path: str


class BackupIsTheDatabase(BackupProblem):
    """The file is the database itself and no backup of it."""

    path: str


class FileTaken(BackupProblem):
    """A file already exists at this path, and a backup never replaces one."""

    path: str


class BackupUnwritable(BackupProblem):
    """The backup file cannot be written; `reason` is the system's message."""

    path: str
    reason: str


class BackupUnreadable(BackupProblem):
    """The backup file cannot be read; `reason` is the system's message."""

    path: str
    reason: str


class NotABackup(BackupProblem):
    """The file is not a database of this bot."""


class DatabaseForeign(NotABackup):
    """The file at `path` that LIAISON_DB names is not a database of this bot."""

    path: str


class BackupDamaged(BackupProblem):
    """The database in the backup is damaged; `found` is SQLite's message."""

    found: str
