"""Texts of the entrance."""
