"""Outgoing notices: ticker, sender and rate limits."""
