"""Read-only checks of the database, the disk, the calendar and the backups."""
