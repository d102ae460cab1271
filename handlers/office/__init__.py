"""The office: review, the plan changed and imported, invitations, the record."""
