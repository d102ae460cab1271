"""Broadcasts, nudges and bound groups."""
