"""Settings: reminder rules, working days, pauses, quiet hours, indicators, review, retention."""
