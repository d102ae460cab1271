"""What is said of work information."""
