"""A piece of work information that is being written: whose it may be, its text so far, and what came with it."""

from dataclasses import dataclass

from data.dialogs import Dialog
from data.errors import NotYours
from data.people.people import Person
from data.plan.units import unit_name
from data.reporting.attachments import Attachment, Owner, attached_to
from handlers.dialog import Talk
from handlers.telegram import Context


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of work information that is being written: whose it may be, and what came with it."""

    units: tuple[tuple[int, str], ...]
    files: tuple[Attachment, ...]


def load_draft(context: Context, dialog: Dialog) -> Draft:
    """A piece as far as it is written. Raises NotYours for somebody who speaks for no unit."""
    person: Person = context.person
    if not person.speaks_for:
        raise NotYours
    units = tuple((each, unit_name(context.db, each)) for each in person.speaks_for)
    return Draft(units, tuple(attached_to(context.db, Owner.DRAFT, dialog.id)))


def unit_of(talk: Talk[Draft]) -> int:
    """The unit that it is from. Raises NotYours where the person speaks for that no more."""
    chosen = talk.answers.get("unit", talk.subject.units[0][0])
    if chosen not in dict(talk.subject.units):
        raise NotYours
    return int(chosen)


def text_of(talk: Talk[Draft]) -> str:
    """The text so far."""
    return str(talk.answers.get("text") or "")
