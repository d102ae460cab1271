"""Reviewing reports, inviting people, and the audit log, by command, button or sentence."""
