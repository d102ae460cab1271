"""Texts of the office's own pages: the audit log, backups, invitations, reviews and undone acts."""
