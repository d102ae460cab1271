"""What a sentence adds to a report or puts right in it."""
