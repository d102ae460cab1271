"""Removing a person, by a button or in words: confirmed once, done at once, and undone within a day."""

from functools import partial

from telegram import Update

from data.announcing.coming_announcements import number_waiting
from data.dialogs import Dialog
from data.errors import NoSuchAnswer
from data.people.people import Membership, Role, person_by_id
from data.people.removal import Removal, RemovalPreview, removal_preview, remove_roles, undo_removal
from handlers.dialog import Choices, Declaration, Ending, Question, Talk
from handlers.people.joining import refresh_menu
from handlers.people.keyboard import to_the_list
from handlers.people.texts import removal as texts
from handlers.people.texts.help import role_text
from handlers.telegram import ActKind, Context, undo_keyboard
from handlers.wording import Html, Language, html, labels, plain, plain_word

ALL = "all"
"""The value of the button for all roles of a person."""


def removal_letter(removal: Removal, language: Language) -> Html:
    """Return the letter that tells people that their roles were taken away or given back."""
    wording = (
        texts.YOURS_AGAIN if removal.undone else texts.YOURS_ENDED if removal.removed_by else texts.YOURS_HANDED_OVER
    )
    return wording(language, roles=texts.roles_text(removal.roles, language))


REMOVED = ActKind(
    partial(texts.with_removed_person, texts.REMOVED),
    undo_removal,
    lambda context, done: texts.with_removed_person(texts.UNDONE, done, context.language),
    lambda _, language: to_the_list(language),
)


def _by_value(talk: Talk[RemovalPreview]) -> dict[str, Membership]:
    return {f"m{each}": role for each, role in zip(talk.subject.membership_ids, talk.subject.roles, strict=True)}


def _roles(talk: Talk[RemovalPreview]) -> Choices:
    each = [[(role_text(role, talk.language), value)] for value, role in _by_value(talk).items()]
    return [*each, [(texts.ALL, ALL)]]


def _read(talk: Talk[RemovalPreview], text: str) -> dict[str, str]:
    """Return the role that `text` names by words or unit. Raises NoSuchAnswer unless it is one."""
    said = plain_word(text)
    if said in texts.ALL_SAID:
        return {"role": ALL}
    roles = _by_value(talk).items()
    meant = [value for value, role in roles if said and said in plain(role_text(role, talk.language)).casefold()]
    if len(meant) != 1:
        raise NoSuchAnswer(text.strip())
    return {"role": meant[0]}


def _chosen(dialog: Dialog) -> list[int] | None:
    value = dialog.answers.get("role", ALL)
    return [int(value[1:])] if value[:1] == "m" and value[1:].isdigit() else None


def _preview(talk: Talk[RemovalPreview]) -> Html:
    chosen = removal_preview(talk.context.db, talk.dialog.subject_id, _chosen(talk.dialog))
    of_the_office = any(each.role == Role.COORDINATOR for each in chosen.roles)
    waiting = number_waiting(talk.context.db, chosen.person.id) if of_the_office else 0
    return texts.preview(chosen, waiting, talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = remove_roles(context.db, context.actor.through(dialog.source), dialog.subject_id, _chosen(dialog))
    text = texts.with_removed_person(texts.DONE, done, context.language)
    return Ending(text, undo_keyboard(done, context.language, *to_the_list(context.language).inline_keyboard))


async def update_menu_afterwards(update: Update, context: Context, dialog: Dialog) -> None:
    """Update the command menu of the person whose roles were changed."""
    person_id = int(dialog.answers.get("person", dialog.subject_id))
    await refresh_menu(context, person_by_id(context.db, person_id).telegram_id)


def _shown(talk: Talk[RemovalPreview]) -> Html:
    role = _by_value(talk).get(talk.answers.get("role", ""))
    return role_text(role, talk.language) if role else html(texts.ALL(talk.language))


REMOVAL: Declaration[RemovalPreview] = Declaration(
    kind="removal",
    load=lambda context, dialog: removal_preview(context.db, dialog.subject_id, None),
    questions=(
        Question(
            "role",
            label=texts.ROLE,
            put=lambda talk: texts.WHICH_ROLE(talk.language, name=talk.subject.person.name),
            read=_read,
            buttons=_roles,
            asked=lambda talk: len(talk.subject.roles) > 1,
            shown=_shown,
        ),
    ),
    preview=_preview,
    submit=labels.REMOVE,
    finish=_finish,
    afterwards=update_menu_afterwards,
    waits=lambda talk: texts.WAITS(talk.language, name=talk.subject.person.name),
)
"""The dialog that removes a person: which of several roles, and a preview."""
