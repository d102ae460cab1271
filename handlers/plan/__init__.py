"""The plan: importing its file, changing its tasks, events and units, and former plans."""
