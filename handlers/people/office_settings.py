"""The office's settings about people: consent to newcomers, and the office's contact."""

from telegram import Update

from data.dialogs import Dialog
from data.people.contact import enter_contact, needs_consent, office_contact
from data.people.directory import people_by_unit
from data.people.people import Role
from data.reporting.drafts import checked_reason
from handlers.dialog import Declaration, Ending, begin, words_question
from handlers.people import keyboard as buttons
from handlers.people.texts import office_settings as texts
from handlers.people.texts.directory import linked_name
from handlers.telegram import Context, answer, show, with_undo
from handlers.wording import Html, cut, series

LONGEST_CONTACT = 100
"""In characters."""


async def show_settings(update: Update, context: Context) -> None:
    """Show the settings, with buttons to change them."""
    consent, contact = needs_consent(context.db), office_contact(context.db)
    text = texts.settings_text(consent, contact, context.language)
    keyboard = with_undo(context, buttons.settings(consent, context.language))
    await show(update, context, text, keyboard)


async def say_contact(update: Update, context: Context) -> None:
    """Tell the user the office's contact, and link to the chats of its coordinators."""
    desk = {each.person_id: each for each in people_by_unit(context.db) if each.role is Role.COORDINATOR}
    known = [linked_name(each) for each in desk.values() if each.telegram_id and each.person_id != context.person.id]
    names = Html(series(known, context.language))
    await answer(update, context, texts.contact_text(office_contact(context.db), names, context.language))


async def begin_contact(update: Update, context: Context, said: str) -> None:
    """Show the preview of `said` as the office's contact."""
    await begin(update, context, CONTACT, 0, answers={"contact": cut(" ".join(said.split()), LONGEST_CONTACT)})


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    contact = dialog.answers["contact"]
    enter_contact(context.db, context.actor, contact)
    return Ending(texts.ENTERED(context.language, contact=contact), with_undo(context))


CONTACT: Declaration[None] = Declaration(
    kind="office_contact",
    questions=(
        words_question(
            "contact",
            texts.CONTACT,
            texts.WHICH_CONTACT,
            lambda text: checked_reason(" ".join(text.split()))[:LONGEST_CONTACT],
            shown=lambda talk: talk.answers["contact"],
        ),
    ),
    preview=lambda talk: texts.CONTACT_SEEN(talk.language, contact=talk.answers["contact"]),
    finish=_finish,
    waits=texts.CONTACT_WAITS,
)
"""The dialog that enters the office's contact (办公室联系人): one line and a preview."""
