"""What the office decides about the plan: imports, changes, deadlines and extensions; and the plan's history."""
