"""The limit of names that people give to people, units and unit groups."""

from data.errors.people import NameTooLong

LONGEST_NAME = 60
"""Characters; names at Telegram have 129 at most."""
_SHOWN = 10
"""Characters by which a name that is too long is told."""


def checked_name(name: str) -> str:
    """Return a name. Raises NameTooLong."""
    if len(name) > LONGEST_NAME:
        raise NameTooLong(name[:_SHOWN], LONGEST_NAME)
    return name
