"""Statistics returns: what units file each period, and what the office sees of it."""
