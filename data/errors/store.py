"""What can be refused of the database and its backups."""

from data.errors import Refusal


class DatabaseUnusable(Refusal):
    """The database cannot be opened, read or written; `reason` is SQLite's own word for it."""

    reason: str


class DiskFull(DatabaseUnusable):
    """There is no room to write. Nothing was stored; what is stored can still be read."""


class DatabaseBusy(DatabaseUnusable):
    """Another program holds the database. Nothing was stored."""


class SchemaOlder(Refusal):
    """The schema lacks a step, which the bot takes at its next start; `step` names the first."""

    step: str


class SchemaTooNew(Refusal):
    """The database has been used by a newer release; `step` is the last step of its schema, unknown here."""

    step: str


class BackupProblem(Refusal):
    """A backup cannot be made or used."""


class DatabaseMissing(BackupProblem):
    """There is no database at this path."""

    path: str


class FileTaken(BackupProblem):
    """A backup never replaces a file that is there already."""

    path: str


class BackupUnwritable(BackupProblem):
    """The file for a backup cannot be written; `reason` is the system's own word for it."""

    path: str
    reason: str


class BackupUnreadable(BackupProblem):
    """The file of a backup cannot be read; `reason` is the system's own word for it."""

    path: str
    reason: str


class NotABackup(BackupProblem):
    """The file is no database of this bot."""


class BackupDamaged(BackupProblem):
    """The database in the file is not whole; `found` is SQLite's own word for it."""

    found: str
