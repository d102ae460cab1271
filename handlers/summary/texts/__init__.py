"""Texts of the summary."""
