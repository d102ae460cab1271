"""How things are set, in words."""
