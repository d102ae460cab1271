"""What can be refused of work information."""

from data.errors import Refusal


class TitleTooLong(Refusal):
    """A title of `length` characters, of which there may be `most`."""

    length: int
    most: int


class InformationTooLong(Refusal):
    """Words that would make a text of work information too long: there are `written` characters, `more` came, and there
    may be `most`."""

    written: int
    more: int
    most: int


class NothingInIt(Refusal):
    """A title without a text and without files."""


class TakenAlready(Refusal):
    """Work information that has been taken into a brief cannot be withdrawn any more."""
