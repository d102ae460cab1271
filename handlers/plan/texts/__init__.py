"""What is said of the plan and its changes."""
