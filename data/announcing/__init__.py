"""Messages from the office to many: broadcasts with their answers, and nudges."""
