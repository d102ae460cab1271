"""What is said about statistics returns."""
