"""The plan: its file imported, its tasks changed, its events and units; former plans."""
