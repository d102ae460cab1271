"""What the office says to many: broadcasts with their answers, and nudges."""
