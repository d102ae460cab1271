"""Reporting progress: the dialog, reports in words and in several lines, evidence, no change, withdrawing and
correcting."""
