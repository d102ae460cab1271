"""The piece of work information being written: its possible units, its text, and its files."""

from dataclasses import dataclass

from data.dialogs import Dialog
from data.errors import NotYours
from data.people.people import Person
from data.plan.units import unit_name
from data.reporting.attachments import Attachment, Owner, attached_files
from handlers.dialog import Talk
from handlers.telegram import Context


@dataclass(frozen=True, slots=True)
class InformationDraft:
    """A piece of work information being written: the units it may be from, as (id, name), and its files."""

    units: tuple[tuple[int, str], ...]
    files: tuple[Attachment, ...]


def load_information_draft(context: Context, dialog: Dialog) -> InformationDraft:
    """Return the piece as far as it is written. Raises NotYours if the person speaks for no unit."""
    person: Person = context.person
    if not person.speaks_for:
        raise NotYours
    units = tuple((each, unit_name(context.db, each)) for each in person.speaks_for)
    return InformationDraft(units, tuple(attached_files(context.db, Owner.DRAFT, dialog.id)))


def sending_unit(talk: Talk[InformationDraft]) -> int:
    """Return the id of the unit that the piece is from. Raises NotYours if the person no longer speaks for it."""
    chosen = talk.answers.get("unit", talk.subject.units[0][0])
    if chosen not in dict(talk.subject.units):
        raise NotYours
    return int(chosen)


def drafted_text(talk: Talk[InformationDraft]) -> str:
    """Return the text so far."""
    return str(talk.answers.get("text") or "")
