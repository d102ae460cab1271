"""What the plan says: tasks and their versions, units, working days, deadlines, and how its files are read."""
