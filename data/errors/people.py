"""Refusals about people, their roles and their invitations."""

from data.errors import Refusal, Unread


class InviteInvalid(Refusal):
    """The invitation is unknown, used or expired; the user is not told which.

    A link `for_deputy` came from a liaison, who can give another.
    """

    for_deputy: bool = False


class InviteForDeputy(Refusal):
    """A liaison opened the link meant for a deputy of the same unit."""

    unit: str


class InviteForAnother(Refusal):
    """A coordinator opened a link probably meant for somebody else; `unit` is empty if the link has none."""

    unit: str
    role: str


class AliasTaken(Refusal):
    """The name already means another unit or unit group."""

    alias: str
    unit: str


class NobodyThere(Refusal):
    """The person no longer has this role, or is gone altogether."""


class PhoneMissing(Unread):
    """The text contains no phone number."""


class NameTooLong(Refusal):
    """A name of a person, unit or unit group begins with `start` and has more than `most` characters."""

    start: str
    most: int


class NameMissing(Unread):
    """The text cannot be a person's name."""


class RemovalStands(Refusal):
    """Somebody was removed too long ago for a button to undo it."""


class RoleNeedsUnit(Refusal):
    """A liaison or deputy needs a unit."""

    role: str


class AlreadyOfUnit(Refusal):
    """The person has the same role in that unit already."""

    name: str
    unit_id: int


class LastCoordinator(Refusal):
    """The last coordinator cannot leave the office."""
