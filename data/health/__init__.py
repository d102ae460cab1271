"""Whether all is well: the database, the disk, the calendar and the backups, looked at without a change."""
