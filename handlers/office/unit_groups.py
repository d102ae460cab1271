"""建一个单位组 打假专班：公安局、海关: a group of units made or enlarged by a sentence, declared."""

from telegram import Update

from data.dialogs import Dialog
from data.office.unit_names import join_group
from data.plan.units import Unit, find_unit
from data.understanding import Said, Understanding, said
from handlers.dialog import Declaration, Ending, Talk, begin, reader
from handlers.office.texts import unit_names as texts
from handlers.telegram import Context, Html, with_undo


def _joined_in(context: Context, meaning: Understanding) -> Said | None:
    return said(meaning, "unit_groups.joined") if context.person.is_coordinator else None


@reader(knows=lambda talk, text, heard: _joined_in(talk.context, heard) is not None)
async def group_said(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence of the office puts units into a group; that is then shown first."""
    joined = _joined_in(context, meaning)
    if joined is None:
        return False
    answers = {"name": joined["name"], "units": list(joined.units)}
    await begin(update, context, UNITS_INTO_GROUP, update.update_id, answers=answers)
    return True


def _load(context: Context, dialog: Dialog) -> list[Unit]:
    """The units. Raises UnknownUnit for one that is gone."""
    return [find_unit(context.db, name) for name in dialog.answers["units"]]


def _preview(talk: Talk[list[Unit]]) -> Html:
    return texts.into_group(talk.answers["name"], [each.name for each in talk.subject], talk.language)


def _join(context: Context, dialog: Dialog, value: str) -> Ending:
    name, units = dialog.answers["name"], _load(context, dialog)
    for each in units:
        join_group(context.db, context.actor, each.id, name)
    text = texts.joined(name, [each.name for each in units], context.language)
    return Ending(text, with_undo(context))


UNITS_INTO_GROUP: Declaration[list[Unit]] = Declaration(
    kind="units_into_group",
    office=True,
    load=_load,
    preview=_preview,
    finish=_join,
    waits=lambda talk: texts.INTO_GROUP_WAITS(talk.language, group=talk.answers["name"]),
)
"""Several units put into a group, declared: a look, and it is done."""
