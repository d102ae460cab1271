"""What can be refused of people, their roles and their invitations."""

from data.errors import Refusal, Unread


class InviteInvalid(Refusal):
    """The invitation is unknown, used, or past its time; which of them is not told.

    A link `for_deputy` came from a liaison, who can give another.
    """

    for_deputy: bool = False


class InviteForDeputy(Refusal):
    """A liaison has opened the link that is meant for a deputy of the same unit."""

    unit: str


class InviteForAnother(Refusal):
    """A coordinator has opened a link, most likely one made for somebody else; `unit` is empty where it has none."""

    unit: str
    role: str


class AliasTaken(Refusal):
    """A name means another unit, or group of units, already."""

    alias: str
    unit: str


class NobodyThere(Refusal):
    """The person meant has no such role any longer, or is gone altogether."""


class StandInNotThere(Refusal):
    """Whoever is named to stand in for somebody is none of the unit's people."""

    name: str
    unit: str


class PhoneMissing(Unread):
    """Words without a telephone number where one is asked for."""


class NameMissing(Unread):
    """Words that can be no person's name where one is asked for."""


class RemovalStands(Refusal):
    """Somebody was removed too long ago for it to be undone by a button."""


class RoleNeedsUnit(Refusal):
    """Liaisons and deputies belong to a unit."""

    role: str


class LastCoordinator(Refusal):
    """Nobody would be left at the coordinating office."""
