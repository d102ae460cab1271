"""More time: asked for by a unit, decided by the office."""
