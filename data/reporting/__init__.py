"""Reports: drafts, figures, indicators, evidence."""
