"""What the bot says unasked: rules, planning, the outbox, groups."""
