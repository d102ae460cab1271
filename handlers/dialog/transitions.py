"""The next state of a dialog, after an answer or a button."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import ReopenReason
from data.errors import NoteTooLong, StaleButton, unless
from data.store import transaction
from handlers.dialog.declaration import NOT_TAKEN, PREVIEW, Talk, open_question, previous_key, questions_of
from handlers.dialog.question import Answers, Question
from handlers.telegram import still_there

ADDED_TO = "added_to"
"""The key of the answers that tells to which of them words at the preview were added."""


def store_answers(update: Update, talk: Talk[Any], given: Answers) -> Talk[Any]:
    """Store answers, once for an update, and return the dialog with its next question open."""
    return save_talk(update, talk, answers={**talk.answers, **given})


def save_talk(update: Update, talk: Talk[Any], **changes: Any) -> Talk[Any]:
    """Store what an update changes, as `dialogs.save` takes it, and return the dialog."""
    db, store = talk.context.db, talk.declared.store
    with transaction(db):
        if store is not None and "answers" in changes and talk.dialog.update_id != update.update_id:
            changes |= {"answers": store(talk, changes["answers"])}
        return talk.at(dialogs.save_dialog(db, talk.dialog, update.update_id, talk.context.now, **changes))


def with_open_question(talk: Talk[Any]) -> Talk[Any]:
    """Return the dialog; if all is answered and there is no preview, with its last question reopened."""
    if open_question(talk) is not None or talk.declared.preview is not None or not (asked := questions_of(talk)):
        return talk
    return talk.at(dialogs.reopen_question(talk.context.db, talk.dialog, asked[-1].key))


def after_button(update: Update, talk: Talk[Any], value: str) -> Talk[Any]:
    """Return the dialog after a button that answers or opens a question. Raises StaleButton if none has this value."""
    question, dialog = open_question(talk), talk.dialog
    if dialog.update_id == update.update_id:
        return talk
    if value == "back":
        return _reopened(update, talk, previous_key(talk), ReopenReason.BACK)
    if question is None and value.startswith(("edit_", "more_")):
        return _reopened_by(update, talk, value)
    if question is None:
        raise StaleButton
    if value == "stay":
        return store_answers(update, talk, {})
    if value == "skip" and question.skipped is not None:
        return store_answers(update, talk, question.skipped)
    if value in (ReopenReason.MORE, ReopenReason.ANEW) and question.free:
        return _reopened(update, talk, question.key, ReopenReason(value))
    given = question.pressed(talk, value)
    if given is None:
        return talk.at(dialog)
    return store_answers(update, talk, given)


def skipping_answers(talk: Talk[Any]) -> Answers | None:
    """Return the answers that skip all open questions. Return None if one must be answered, something said would be
    lost, or there is no preview to show it."""
    given: dict[str, Any] = {}
    if talk.declared.preview is None or talk.dialog.reopened:
        return None
    while (question := open_question(talk)) is not None:
        more = question.skipped
        if question.preview_button is not None:
            more = unless(StaleButton, question.pressed, talk, question.preview_button)
        drops = more is not None and any(talk.answers.get(key) and not value for key, value in more.items())
        if more is None or more.items() <= given.items() or drops:
            return None
        given |= more
        talk = talk.at(replace(talk.dialog, answers={**talk.answers, **given}))
    return given


def _reopened_by(update: Update, talk: Talk[Any], value: str) -> Talk[Any]:
    """Return the dialog with a question opened from the preview, with words that waited there as or in its answer."""
    way, _, key = value.partition("_")
    question = still_there(next((each for each in questions_of(talk) if each.key == key), None))
    said = talk.dialog.said
    given = unless(NOT_TAKEN, question.read, talk, said) if said is not None else None
    if given is None:
        return _reopened(update, talk, key, ReopenReason.ANEW)
    added = {**with_text_added(talk, question, given), ADDED_TO: key} if way == "more" else given
    return store_answers(update, talk, added)


def with_text_added(talk: Talk[Any], question: Question[Any], given: Answers) -> Answers:
    """Return `given`, with a question's new text on a line below the one before. Raises NoteTooLong if both are."""
    before, key = talk.answers.get(question.key), question.key
    if not before or key not in given:
        return given
    text = f"{before}\n{given[key]}"
    try:
        question.read(talk, text)
    except NoteTooLong:
        raise
    except NOT_TAKEN:
        pass
    return {**given, key: text}


def _reopened(update: Update, talk: Talk[Any], key: str | None, why: ReopenReason) -> Talk[Any]:
    again = None if key == PREVIEW else key
    return save_talk(update, talk, reopened=again, reopened_for=why if again else None)
