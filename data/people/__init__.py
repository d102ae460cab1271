"""People, their roles, invitations and deputies."""
