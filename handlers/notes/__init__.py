"""Notes to the office: a unit writes about a task or anything else, and the office answers."""
