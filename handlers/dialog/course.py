"""Which question is open: a pure function of the answers and of what was opened again."""

from typing import Any

from data.dialogs import Change, Dialog
from handlers.dialog.declaration import PREVIEW, Talk, declared_of
from handlers.dialog.question import Question
from handlers.telegram import Context


def questions_of(talk: Talk[Any]) -> list[Question[Any]]:
    """The questions that are asked, as the answers stand."""
    return [each for each in talk.declared.questions if each.asked(talk)]


def is_answered(question: Question[Any], talk: Talk[Any]) -> bool:
    """Whether a question has its answer, be it an empty one."""
    if question.answered is not None:
        return question.answered(talk)
    return question.key in talk.answers


def open_question(talk: Talk[Any]) -> Question[Any] | None:
    """The question that is open; None at the preview, and where nothing is left to ask."""
    asked, reopened = questions_of(talk), talk.dialog.reopened
    again = next((each for each in asked if each.key == reopened), None)
    if again is not None:
        return again
    return next((each for each in asked if not is_answered(each, talk)), None)


def open_key(talk: Talk[Any]) -> str:
    """The key of the open question, or PREVIEW."""
    question = open_question(talk)
    return question.key if question else PREVIEW


def key_before(talk: Talk[Any]) -> str | None:
    """The question that 上一步 leads to: from one that is being changed the preview; None before the first."""
    complete = all(is_answered(each, talk) for each in questions_of(talk))
    if talk.dialog.reopened and talk.dialog.reopened_for is not Change.BACK and complete:
        return PREVIEW
    keys = [*(each.key for each in questions_of(talk)), PREVIEW]
    place = keys.index(open_key(talk))
    return keys[place - 1] if place else None


def is_begun(context: Context, dialog: Dialog) -> bool:
    """Whether anything has been answered that could be lost."""
    declared = declared_of(context, dialog)
    if declared.begun is not None:
        return declared.begun(context, dialog)
    return any(each.key in dialog.answers for each in declared.questions)


def is_passing(talk: Talk[Any]) -> bool:
    """Whether a dialog is over as soon as anything else is said, for nothing has been answered in it yet."""
    return talk.declared.passing and not is_begun(talk.context, talk.dialog)
