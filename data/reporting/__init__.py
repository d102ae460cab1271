"""Reports: drafts, figures, indicators, evidence and reviews."""
