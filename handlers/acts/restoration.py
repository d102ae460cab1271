"""Bringing back a removed task or person (恢复1-4, 把王警官加回来) by undoing the removal."""

from telegram import Update

from data.people.directory import ListedPerson, people_named
from data.people.people import Person
from data.people.removal import removed_person_named
from data.understanding import Kind, Understanding, of_kind, says
from handlers.acts.last_act import show_last_act
from handlers.acts.texts import GONE_FOR_LONG, NOT_IN_THE_PLAN
from handlers.dialog import acts_on
from handlers.people import directory
from handlers.telegram import Context, For
from handlers.wording import Wording, labels


def _task_wanted(heard: Understanding) -> tuple[str, Wording] | None:
    """Return the code of the task to be restored, whether or not it is in the plan, and what to say if it cannot be;
    None if no task is named."""
    for kind, nothing in ((Kind.NO_CODE, NOT_IN_THE_PLAN), (Kind.CODE, labels.NOTHING_TO_UNDO)):
        if (code := next((each.values[0] for each in of_kind(heard, kind)), "")) != "":
            return code, nothing
    return None


def _wanted_back(context: Context, heard: Understanding) -> ListedPerson | tuple[str, Wording] | Person | None:
    """Return whom or what a sentence wants back: a person who is still there, a task as `_task_wanted` returns it, or a
    person who was removed; None if it wants nothing back."""
    if not says(heard, "restoring.asked"):
        return None
    there = next(iter(people_named(context.db, heard.text)), None)
    return there or _task_wanted(heard) or removed_person_named(context.db, heard.text)


@acts_on(_wanted_back, for_=For.COORDINATORS)
async def restore_in_words(update: Update, context: Context, wanted: object) -> None:
    """Show the removal of the task or person that a coordinator wants back, with its undo button; for a person who
    is still there, show their page, where leave can be ended."""
    match wanted:
        case ListedPerson():
            await directory.show_person(update, context, wanted.person_id)
        case Person():
            gone = GONE_FOR_LONG(context.language, name=wanted.name)
            await show_last_act(update, context, removed=wanted, nothing=gone)
        case str(code), Wording() as nothing:
            await show_last_act(update, context, code, nothing=nothing(context.language, code=code))
