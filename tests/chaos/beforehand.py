"""Imported before the bot by the process that is forked for each start of a bot, because every fork has a clock of its
own."""

from tests.chaos.rehearsed import live_by_any_clock

live_by_any_clock()
