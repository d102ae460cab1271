"""Texts of lists, cards and the history."""
