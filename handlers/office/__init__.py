"""The office: summary, review, invitations, indicators, settings."""
