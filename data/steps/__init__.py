"""Steps, into which a unit divides its part of a task."""
