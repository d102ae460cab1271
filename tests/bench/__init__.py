"""Benchmarks of the bot's speed and size beside other bots and the last release; only test_bench.py is a test."""
