"""Texts about people, for themselves and for the office."""
