"""What keeps the process healthy: the lock, the watchdog, the nightly backup, the look at its own health."""
