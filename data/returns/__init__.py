"""Statistics returns: what the office asks of units each period, and what they file."""
