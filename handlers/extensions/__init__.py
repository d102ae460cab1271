"""Requests for more time: asked for by a unit, decided by the office."""
