"""Showing and undoing what the office did last."""
