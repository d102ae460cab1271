"""Looking at tasks: lists, cards and the history."""
