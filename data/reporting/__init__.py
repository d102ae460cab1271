"""Reports: drafts, figures, indicators, evidence, reviews."""
