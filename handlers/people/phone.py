"""The dialog by which the office enters a person's phone number (登记电话)."""

from data.dialogs import Dialog
from data.errors import needed
from data.errors.people import NobodyThere, PhoneMissing
from data.people.contact import enter_phone
from data.people.directory import ListedPerson, roles_of
from data.people.people import person_by_id
from data.understanding.people.phone_numbers import phone_alone
from handlers.dialog import AGREED, Choices, Declaration, Ending, Question, Talk
from handlers.dialog.words import YES
from handlers.people import keyboard as buttons
from handlers.people.texts import directory as texts
from handlers.telegram import Context
from handlers.wording import plain_word

SAID = "said"
"""The key of the answer, and the button value, for a number that the sentence gave."""


def _read(talk: Talk[ListedPerson], text: str) -> dict[str, str]:
    """Return the number in `text`, or the number given before if `text` agrees to it. Raises PhoneMissing."""
    known = talk.answers.get(SAID) if plain_word(text) in AGREED | YES else None
    number = needed(known or phone_alone(text), PhoneMissing)
    return {"phone": number}


def _numbers(talk: Talk[ListedPerson]) -> Choices:
    """Return a button for the number given before, if any, and one to delete the stored number."""
    said = talk.answers.get(SAID)
    none = [(texts.NO_PHONE, "none", {"phone": ""})] if talk.subject.phone else []
    return [[(said, SAID, {"phone": said})] if said else [], none]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    number = dialog.answers["phone"]
    enter_phone(context.db, context.actor, dialog.subject_id, number)
    words = texts.PHONE_KEPT if number else texts.PHONE_GONE
    text = words(context.language, phone=number)
    return Ending(text, buttons.newcomer(person_by_id(context.db, dialog.subject_id), context.language))


PHONE: Declaration[ListedPerson] = Declaration(
    kind="phone",
    load=lambda context, dialog: needed(roles_of(context.db, dialog.subject_id), NobodyThere)[0],
    questions=(
        Question(
            "phone",
            label=texts.PHONE_LABEL,
            put=lambda talk: texts.WHICH_PHONE(talk.language, name=talk.subject.name),
            read=_read,
            buttons=_numbers,
            shown=lambda talk: talk.answers["phone"],
        ),
    ),
    finish=_finish,
    waits=texts.PHONE_WAITS,
)
"""The dialog that enters or deletes a phone number."""
