"""Texts about requests for more time."""
