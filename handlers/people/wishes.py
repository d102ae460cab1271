"""What is said of people in words: who is there, who has gone, whom to ask."""

from telegram import Update

from data.people.directory import people_named
from data.people.people import Person
from data.understanding import Understanding
from data.understanding.staffing import Wish, wish_in
from handlers.dialog.opening import begin
from handlers.people import directory, office_settings, removal
from handlers.telegram.context import Context

FOR_ALL = (Wish.LIST, Wish.CONTACT)
FOR_THE_OFFICE = (*FOR_ALL, Wish.REMOVE, Wish.NOBODY)
"""What only the office can want besides."""


def wish_of(person: Person, meaning: Understanding) -> Wish | None:
    """What somebody surely wants of the people; None where it is nothing of theirs to want."""
    wish = wish_in(meaning)
    return wish if wish in (FOR_THE_OFFICE if person.is_coordinator else FOR_ALL) else None


async def grant(update: Update, context: Context, meaning: Understanding, wish: Wish) -> None:
    """Do what is wanted of the people."""
    match wish:
        case Wish.NOBODY:
            await directory.show_units_with_nobody(update, context)
        case Wish.CONTACT:
            await office_settings.say_contact(update, context)
        case Wish.REMOVE:
            await _remove(update, context, meaning)
        case _:
            await directory.show_meant(update, context, meaning)


async def _remove(update: Update, context: Context, meaning: Understanding) -> None:
    """Ask whether the person named is to go; of several, or none, who is meant."""
    found = people_named(context.db, meaning.text)
    if len(found) == 1:
        await begin(update, context, removal.REMOVAL, found[0].person_id)
    elif not found and meaning.unit:
        await directory.show_meant(update, context, meaning)
    else:
        await directory.ask_whom(update, context, found, "remove")
