"""What the office does with the plan and decides: imports, changes, deadlines, extensions; and the history."""
