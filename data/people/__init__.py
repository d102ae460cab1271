"""People, their memberships, invitations and deputies."""
