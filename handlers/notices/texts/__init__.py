"""Texts of notices."""
