"""Reporting progress: the dialog, a sentence, several lines, evidence, no change, taking back."""
