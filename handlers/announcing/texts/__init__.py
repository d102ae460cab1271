"""What is said of groups, broadcasts and nudges."""
