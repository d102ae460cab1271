"""The plan: tasks and their versions, units, working days, deadlines, and reading plan files."""
