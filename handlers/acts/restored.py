"""恢复1-4, 把王警官加回来: what is not there any more comes back by taking back what took it away."""

from typing import Any

from telegram import Update

from data.people.directory import people_named
from data.people.removal import removed_named
from data.understanding import Kind, Understanding, of_kind, says
from handlers.acts.last_act import show_last_act
from handlers.acts.texts import GONE_FOR_LONG, NOT_IN_THE_PLAN, NOTHING_OF
from handlers.dialog import Talk, reader
from handlers.people import directory
from handlers.telegram import Context, Html


def _what_is_gone(context: Context, heard: Understanding) -> tuple[str, Html] | None:
    """What the office wants back: the task or person as the record knows it, and what is said where that cannot be."""
    if not context.person.is_coordinator or not says(heard, "restoring.asked"):
        return None
    for kind, nothing in ((Kind.NO_CODE, NOT_IN_THE_PLAN), (Kind.CODE, NOTHING_OF)):
        if (code := next((each.values[0] for each in of_kind(heard, kind)), "")) != "":
            return code, nothing(context.language, code=code)
    person = removed_named(context.db, heard.text)
    return (str(person.id), GONE_FOR_LONG(context.language, name=person.name)) if person else None


def _knows(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    there = talk.context.person.is_coordinator and says(heard, "restoring.asked")
    return bool(there and people_named(talk.context.db, heard.text)) or _what_is_gone(talk.context, heard) is not None


@reader(knows=_knows)
async def restore_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the removal of a task or person that a sentence of the office wants back, with the button that undoes it;
    of somebody who is there, their page, where leave is ended. True if the words were for it."""
    if not context.person.is_coordinator or not says(meaning, "restoring.asked"):
        return False
    if there := people_named(context.db, meaning.text):
        await directory.show_person(update, context, there[0].person_id)
        return True
    gone = _what_is_gone(context, meaning)
    if gone is not None:
        await show_last_act(update, context, gone[0], nothing=gone[1])
    return gone is not None
