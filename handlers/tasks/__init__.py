"""Looking at tasks: lists, cards, the history."""
