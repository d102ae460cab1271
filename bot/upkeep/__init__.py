"""Upkeep of the process: lock, watchdog, nightly backup, health."""
