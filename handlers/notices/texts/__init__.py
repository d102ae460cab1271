"""What is said unasked, in both languages."""
