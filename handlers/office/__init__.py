"""The office: review, the plan changed and imported, invitations, notes of units, the record."""
