"""What is set: how and when people are reminded, working days and pauses, indicators, reviews, what is kept."""
