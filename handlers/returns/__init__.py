"""Statistics returns: setting them up, filing them each period, and what the office sees of them."""
