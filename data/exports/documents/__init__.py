"""Documents made from the reports: a progress report, a weekly brief, and a draft of a unit's summary of work."""
