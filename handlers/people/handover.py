"""Replacing a person (换人): the office replaces anybody at once, a liaison hands over a unit; the successor joins by a
link."""

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.errors import NotYours
from data.people.absence import own_seats
from data.people.directory import ListedPerson
from data.people.handover import colleague_called, full_name, hand_over_to, invite_successor, replace_person, valid_name
from data.people.people import Membership, Role
from data.people.removal import RemovalPreview, removal_preview_of_role
from data.understanding import Understanding, says
from data.understanding.dialog.turns import agrees
from data.understanding.people.people_invited import people_invited
from data.understanding.people.phone_numbers import phone_alone, phone_within
from data.understanding.people.staffing import successor_called, successor_in
from handlers.dialog import Answers, Declaration, Ending, Question, Talk, begin, is_courtesy
from handlers.people import keyboard as buttons
from handlers.people.removal import update_menu_afterwards
from handlers.people.texts import handover as texts
from handlers.people.texts.help import role_text
from handlers.telegram import Context, Verb, answer, hear, undo_keyboard
from handlers.telegram.which_unit import ask_which_unit
from handlers.wording import Html
from handlers.wording.refusals import DEPUTIES_BY_LIAISONS
from handlers.wording.wordings import with_phone


async def begin_own_handover(update: Update, context: Context, said: str) -> None:
    """Begin to hand over the user's unit, to who is named in `said`, if anybody; of several units, ask which."""
    seats = [each for each in own_seats(context.db, context.person) if each[1].role is Role.LIAISON]
    if not seats:
        await answer(update, context, DEPUTIES_BY_LIAISONS(context.language))
    elif len(seats) > 1:
        await ask_which_unit(update, context, Verb.SEAT, [(role.unit, ("own_role", number)) for number, role in seats])
    else:
        await begin_handover_of(update, context, seats[0][0], said)


async def begin_handover_of(update: Update, context: Context, membership_id: int, said: str) -> None:
    """Begin to hand over one of the user's own roles, to who is named in `said`, perhaps with a number, if anybody."""
    subject, name = removal_preview_of_role(context.db, membership_id), successor_in(hear(context, said))
    answers = {"name": _in_full(context, subject, name), "phone": phone_within(said)} if name else None
    await begin(update, context, HANDOVER, membership_id, answers=answers)


def _load_own(context: Context, dialog: Dialog) -> RemovalPreview:
    subject = removal_preview_of_role(context.db, dialog.subject_id)
    if subject.person.id != context.person.id or subject.roles[0].role is not Role.LIAISON:
        raise NotYours
    return subject


def _name_in(talk: Talk[RemovalPreview], text: str) -> str:
    if is_courtesy(text) or agrees(text):
        return ""
    leaves = says(text, "staffing.wishes.remove")
    return successor_in(hear(talk.context, text)) or ("" if leaves else successor_called(text))


def _who_follows(talk: Talk[RemovalPreview]) -> Html:
    [role, *_], name = talk.subject.roles, talk.subject.person.name
    if talk.declared is HANDOVER:
        return texts.WHO_FOLLOWS_YOU(talk.language, unit=role.unit)
    return texts.WHO_FOLLOWS(talk.language, name=name, role=role_text(role, talk.language))


def _read_successor(talk: Talk[RemovalPreview], text: str) -> Answers:
    return {"name": _in_full(talk.context, talk.subject, valid_name(_name_in(talk, text)))}


def _change_successor(talk: Talk[RemovalPreview], text: str) -> Answers:
    """Return the number that a text gives for the successor (王芳电话139…), or else another name."""
    phone, name = phone_within(text), str(talk.answers.get("name") or "")
    is_of_them = bool(name) and (name in text or phone_alone(text))
    return {"phone": phone} if phone and is_of_them else _read_successor(talk, text)


SUCCESSOR: Question[RemovalPreview] = Question(
    "name",
    label=texts.NAME,
    put=_who_follows,
    read=_read_successor,
    change=_change_successor,
    shown=lambda talk: talk.answers.get("name", ""),
    skipped={"name": ""},
)


def _replace(context: Context, dialog: Dialog, value: str) -> Ending:
    db, name, language = context.db, dialog.answers["name"], context.language
    person_id, mark = int(dialog.answers["person"]), dialog.source
    phone = dialog.answers.get("phone", "")
    removal, token = replace_person(db, context.actor.through(mark), person_id, dialog.subject_id, name, phone)
    keyboard = undo_keyboard(removal, language, *buttons.to_the_list(language).inline_keyboard)
    if not token:
        return Ending(texts.REPLACED(language, name=removal.name, successor=name), keyboard)
    return _to_forward(context, token, name, removal.roles[0], removal.name, keyboard)


def _hand_over(context: Context, dialog: Dialog, value: str) -> Ending:
    subject = removal_preview_of_role(context.db, dialog.subject_id)
    name, phone = dialog.answers["name"], dialog.answers.get("phone", "")
    [role] = subject.roles
    if (colleague := _colleague(context, subject, name)) is not None:
        hand_over_to(context.db, context.actor, dialog.subject_id, colleague.person_id)
        return Ending(texts.HANDED_OVER(context.language, name=name, unit=role.unit))
    token = invite_successor(context.db, context.actor, role.unit_id or 0, name, phone)
    return _to_forward(context, token, name, role)


def _to_forward(
    context: Context,
    token: str,
    name: str,
    role: Membership,
    removed: str = "",
    keyboard: InlineKeyboardMarkup | None = None,
) -> Ending:
    """Return what ends with a letter to the successor, which is to be forwarded."""
    language = context.language
    letter = texts.LETTER(language, name=name, role=role_text(role, language), link=context.link(token))
    done = texts.DONE(language, name=removed, successor=name or texts.SUCCESSOR(language))
    return Ending(done, keyboard, below=(letter,))


def _in_full(context: Context, going: RemovalPreview, name: str) -> str:
    return full_name(context.db, going.roles[0].unit_id, name, going.person.id)


def _colleague(context: Context, going: RemovalPreview, name: str) -> ListedPerson | None:
    return colleague_called(context.db, going.roles[0].unit_id, name, going.person.id)


def successor_said(meaning: Understanding) -> str:
    """Return the name of the successor that a sentence gives, or of the one person it invites in place of another; or
    an empty string."""
    return successor_in(meaning) or invited_instead(meaning)


def invited_instead(meaning: Understanding) -> str:
    """Return the name of the one person that a sentence invites in place of another, or an empty string."""
    invited = people_invited(meaning) if says(meaning, "staffing.surely.replace") else []
    return invited[0].name if len(invited) == 1 else ""


async def begin_replacement(update: Update, context: Context, membership_id: int, said: str) -> None:
    """Begin to replace the holder of a role, with the successor's name and number if `said`. Raises NobodyThere."""
    subject, name = removal_preview_of_role(context.db, membership_id), successor_said(hear(context, said))
    phone = phone_within(said)
    name = name if phone else _in_full(context, subject, name)
    answers = {"person": subject.person.id, "phone": phone, **({"name": name} if name else {})}
    await begin(update, context, REPLACEMENT, membership_id, answers=answers)


def _check(talk: Talk[RemovalPreview]) -> Html:
    name, phone = (talk.answers.get(each, "") for each in ("name", "phone"))
    is_there, own = _colleague(talk.context, talk.subject, name) is not None, talk.declared is HANDOVER
    successor = with_phone(name, phone, talk.language)
    return texts.check(talk.subject, successor, talk.language, is_there=is_there, own=own)


REPLACEMENT: Declaration[RemovalPreview] = Declaration(
    kind="replacement",
    load=lambda context, dialog: removal_preview_of_role(context.db, dialog.subject_id),
    questions=(SUCCESSOR,),
    preview=_check,
    submit=texts.REPLACE,
    submit_said=("换人", "换"),
    finish=_replace,
    afterwards=update_menu_afterwards,
    waits=texts.WAITS,
)
"""The dialog by which the office replaces somebody: successor, preview, done at once."""
HANDOVER: Declaration[RemovalPreview] = Declaration(
    kind="handover",
    office=False,
    load=_load_own,
    questions=(SUCCESSOR,),
    preview=_check,
    finish=_hand_over,
    waits=texts.WAITS,
    only_once=True,
)
"""The dialog by which a liaison hands over a unit: successor, preview, link."""
