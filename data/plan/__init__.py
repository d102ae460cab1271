"""The plan: tasks, units, working days, deadlines, files and the import."""
