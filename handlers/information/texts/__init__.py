"""Texts of work information."""
