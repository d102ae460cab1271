"""Notes to the office: a unit says that something is wrong with a task, and the office answers."""
