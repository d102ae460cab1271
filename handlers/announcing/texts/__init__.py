"""Texts about groups, broadcasts and nudges."""
