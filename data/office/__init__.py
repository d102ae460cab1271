"""What the office decides, and the history."""
