"""Units by any of their names, and offices outside the plan, which must not be mistaken for units."""
