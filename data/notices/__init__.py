"""What is said unasked: rules, planning, the outbox, groups."""
