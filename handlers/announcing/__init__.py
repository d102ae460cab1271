"""What the office says to many: broadcasts, nudges, and the groups that are told."""
