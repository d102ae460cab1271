"""Texts of exports."""
