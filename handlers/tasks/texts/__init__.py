"""Lists, cards and the history in words."""
