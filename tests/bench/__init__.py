"""Benchmarks of the bot's speed and size, compared with other bots and the last release; only test_bench.py is a test."""
