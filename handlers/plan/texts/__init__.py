"""Texts of the plan, its import and its changes."""
