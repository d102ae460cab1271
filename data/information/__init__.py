"""Work information, which units write for the office's briefs."""
