"""The limit of names that people give to people, units and unit groups."""

from data.errors.people import NameTooLong

MOST_CHARACTERS = 60
"""Names at Telegram have 129 at most."""
_SHOWN = 10
"""Characters by which a name that is too long is told."""


def checked_name(name: str) -> str:
    """Return a name. Raises NameTooLong."""
    if len(name) > MOST_CHARACTERS:
        raise NameTooLong(name[:_SHOWN], MOST_CHARACTERS)
    return name
