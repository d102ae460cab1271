"""Texts of the settings."""
