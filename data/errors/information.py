"""Refusals about work information."""

from data.errors import Refusal


class TitleTooLong(Refusal):
    """A title has `length` characters, more than `most`."""

    length: int
    most: int


class InformationTooLong(Refusal):
    """A text of `written` characters cannot take `more` characters without exceeding `most`."""

    written: int
    more: int
    most: int


class NothingInIt(Refusal):
    """The work information has a title but neither text nor files."""


class TakenAlready(Refusal):
    """The work information has been taken into a brief and can no longer be withdrawn."""
