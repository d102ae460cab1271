"""Statistics returns: what is asked of units each period, and what they file."""
