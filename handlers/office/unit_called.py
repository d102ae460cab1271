"""商务局改名叫商务委: another name of a unit, told in a sentence, declared."""

from telegram import Update

from data.dialogs import Dialog
from data.office.unit_names import UnitNaming, add_alias, naming_of
from data.plan.units import find_unit
from data.understanding import Said, Understanding, said
from handlers.dialog import Declaration, Ending, begin, reader
from handlers.office.texts import unit_names as texts
from handlers.telegram import Context, with_undo


def _called_in(context: Context, meaning: Understanding) -> Said | None:
    return said(meaning, "unit_groups.unit_called") if context.person.is_coordinator else None


@reader(knows=lambda talk, text, heard: _called_in(talk.context, heard) is not None)
async def unit_name_said(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence of the office says what else a unit is called; that is then shown first."""
    called = _called_in(context, meaning)
    if called is None:
        return False
    await begin(update, context, UNIT_CALLED, find_unit(context.db, called.unit).id, answers={"name": called["name"]})
    return True


def _add(context: Context, dialog: Dialog, value: str) -> Ending:
    name = dialog.answers["name"]
    naming = add_alias(context.db, context.actor, dialog.subject_id, name)
    return Ending(texts.naming_text(naming, context.language), with_undo(context))


UNIT_CALLED: Declaration[UnitNaming] = Declaration(
    kind="unit_called",
    office=True,
    load=lambda context, dialog: naming_of(context.db, dialog.subject_id),
    preview=lambda talk: texts.CALLED(talk.language, unit=talk.subject.unit.name, name=talk.answers["name"]),
    finish=_add,
    waits=lambda talk: texts.ALIAS_WAITS(talk.language, unit=talk.subject.unit.name),
)
"""Another name of a unit, declared: a look, and it is known by that too."""
