"""Notices: messages that the bot sends by itself, and their buttons."""
