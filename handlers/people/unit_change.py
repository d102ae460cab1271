"""换单位: the office moves a person's role to another unit, because the list names the wrong one."""

from telegram import Update

from data.dialogs import Dialog
from data.errors.people import AlreadyOfUnit
from data.people.directory import ListedPerson
from data.people.people import Person, person_by_id
from data.people.unit_change import Moving, change_unit, check_other_unit, moving
from data.plan.units import find_unit, unit_name
from data.understanding.list_exceptions import units_in
from handlers.dialog import Answers, Declaration, Ending, Question, Talk
from handlers.people.joining import refresh_menu
from handlers.people.texts import unit_change as texts
from handlers.people.texts.removal import roles_text
from handlers.telegram import Context, hear, unit_named, with_undo
from handlers.wording import Html, Language


def unit_letter(person: Person, language: Language) -> Html:
    """Return what a person hears whose unit was changed."""
    return texts.YOURS(language, roles=roles_text(person.memberships, language))


def _read(talk: Talk[Moving], text: str) -> Answers:
    """Return the unit that a text names besides the present one. Raises UnknownUnit and AlreadyOfUnit."""
    role: ListedPerson = talk.subject.role
    named = [each for each in units_in(hear(talk.context, text)) if each != role.unit]
    unit = find_unit(talk.context.db, named[0]) if len(named) == 1 else unit_named(talk.context, text)
    if unit.id == role.unit_id:
        raise AlreadyOfUnit(role.name, unit.id)
    check_other_unit(talk.context.db, role, unit.id)
    return {"unit": unit.id}


def _unit(talk: Talk[Moving]) -> str:
    return unit_name(talk.context.db, talk.answers["unit"])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    unit_id = dialog.answers["unit"]
    done = change_unit(context.db, context.actor.through(dialog.source), dialog.subject_id, unit_id)
    role = texts.role_of(done.role.role, unit_name(context.db, unit_id), context.language)
    return Ending(
        texts.DONE(context.language, name=done.role.name, role=role), with_undo(context, source=dialog.source)
    )


async def _update_menu(update: Update, context: Context, dialog: Dialog) -> None:
    person = person_by_id(context.db, moving(context.db, dialog.subject_id).role.person_id)
    await refresh_menu(context, person.telegram_id)


UNIT_CHANGE: Declaration[Moving] = Declaration(
    kind="unit_change",
    load=lambda context, dialog: moving(context.db, dialog.subject_id),
    questions=(
        Question(
            "unit",
            label=texts.UNIT,
            put=lambda talk: texts.which_unit(talk.subject, talk.language),
            read=_read,
            change=lambda talk, text: _read(talk, text) if units_in(hear(talk.context, text)) else {},
            changed_anywhere=True,
            shown=_unit,
        ),
    ),
    preview=lambda talk: texts.check(talk.subject, _unit(talk), talk.language),
    submit=texts.CHANGE_UNIT,
    submit_said=("换", "改"),
    finish=_finish,
    afterwards=_update_menu,
    waits=texts.WAITS,
)
"""The dialog that moves a role to another unit: which unit, and a preview."""
