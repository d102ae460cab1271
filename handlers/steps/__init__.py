"""Steps: a unit divides its assignment and ticks off what is done."""
