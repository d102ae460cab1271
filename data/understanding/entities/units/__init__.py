"""Units by any of their names, and offices that are none of the plan, so that none is taken for a unit."""
