"""Texts of statistics returns."""
