"""Telegram itself: sending and editing, callback data, keyboards, wording."""
