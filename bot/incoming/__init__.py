"""Incoming updates: received, stored, put in order and handled once."""
