"""What is said at the entrance."""
