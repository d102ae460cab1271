"""The office: review, invitations, the record, and what its sentences order."""
