"""Work information: what units write for the briefs of the office."""
