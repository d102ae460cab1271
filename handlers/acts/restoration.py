"""Bringing back a removed task or person (恢复1-4, 把王警官加回来) by undoing the removal."""

from typing import Any

from telegram import Update

from data.people.directory import people_named
from data.people.removal import removed_person_named
from data.understanding import Kind, Understanding, of_kind, says
from handlers.acts.last_act import show_last_act
from handlers.acts.texts import GONE_FOR_LONG, NOT_IN_THE_PLAN, NOTHING_OF
from handlers.dialog import Talk, reader
from handlers.people import directory
from handlers.telegram import Context, For, Wording


def _task_wanted(heard: Understanding) -> tuple[str, Wording] | None:
    """Return the code of the task to be restored, whether or not it is in the plan, and what to say if it cannot be;
    None if no task is named."""
    for kind, nothing in ((Kind.NO_CODE, NOT_IN_THE_PLAN), (Kind.CODE, NOTHING_OF)):
        if (code := next((each.values[0] for each in of_kind(heard, kind)), "")) != "":
            return code, nothing
    return None


def _knows(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    db = talk.context.db
    return says(heard, "restoring.asked") and bool(
        people_named(db, heard.text) or _task_wanted(heard) or removed_person_named(db, heard.text)
    )


@reader(for_=For.COORDINATORS, knows=_knows)
async def restore_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the removal of the task or person that a coordinator wants back, with its undo button; for a person who
    is still there, show their page, where leave can be ended. Return whether it did."""
    if not says(meaning, "restoring.asked"):
        return False
    if there := people_named(context.db, meaning.text):
        await directory.show_person(update, context, there[0].person_id)
        return True
    task, removed = _task_wanted(meaning), removed_person_named(context.db, meaning.text)
    if task is not None:
        code, nothing = task
        await show_last_act(update, context, code, nothing=nothing(context.language, code=code))
    elif removed is not None:
        gone = GONE_FOR_LONG(context.language, name=removed.name)
        await show_last_act(update, context, removed=removed, nothing=gone)
    return task is not None or removed is not None
