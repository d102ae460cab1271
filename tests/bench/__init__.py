"""Benchmarks of the bot's speed and size, compared with other bots and with the last release; none of this is a
test."""
