"""Steps: a unit divides its part of a task, and ticks off what is done."""
