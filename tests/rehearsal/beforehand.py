"""Imported before the bot by a process that is to be copied for many rehearsals: each copy has a clock of its own."""

from tests.chaos.rehearsed import live_by_any_clock

live_by_any_clock()
