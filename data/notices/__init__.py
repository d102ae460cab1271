"""Notices that the bot sends unasked: rules, planning, the outbox, and groups."""
