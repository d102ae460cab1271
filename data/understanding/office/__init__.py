"""What the office orders and decides: changes of the plan, verdicts."""
