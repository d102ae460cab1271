"""The buttons of reports that wait beside the dialog."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.reporting.bundles import Bundle
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts.questions import RESUME_ONE
from handlers.reporting.waiting import Waiting
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button, in_rows
from handlers.telegram.wording import Language

MOST_TO_GO_ON_WITH = 4
Row = list[InlineKeyboardButton]


def bundle(
    shown: Bundle, waiting: Sequence[Waiting], others: Sequence[Waiting], language: Language
) -> InlineKeyboardMarkup:
    """Submit several reports together or singly, change one, or give them up; below, what was being filled in before.

    Once all are stored, each can be taken back or corrected.
    """
    ready = [each for each in waiting if each.complete and not each.overtaken]
    together = [button(texts.SUBMIT_ALL(language), Verb.BUNDLE, "all", shown.id, style="success")]
    give_up = [button(labels.CANCEL(language), Verb.BUNDLE, "cancel", shown.id)]
    rows = [*([together] if len(ready) > 1 else []), *(_one(each, shown.id, language) for each in waiting if each.form)]
    if waiting:
        rows.append(give_up)
    else:
        rows += _afterwards(shown, language)
    return InlineKeyboardMarkup([*rows, *go_on_with(others, language)])


def _one(waiting: Waiting, bundle_id: int, language: Language) -> Row:
    code, number = waiting.code, waiting.draft.id
    if not waiting.complete:
        return [button(texts.COMPLETE_ONE(language, code=code), Verb.BUNDLE, "edit", bundle_id, number)]
    submit = ("anyway", texts.ANYWAY_ONE) if waiting.overtaken else ("one", texts.SUBMIT_ONE)
    return [
        button(submit[1](language, code=code), Verb.BUNDLE, submit[0], bundle_id, number),
        button(texts.EDIT_ONE(language, code=code), Verb.BUNDLE, "edit", bundle_id, number),
    ]


def _afterwards(shown: Bundle, language: Language) -> list[Row]:
    words = (labels.WITHDRAW, labels.CORRECT) if len(shown.done) == 1 else (texts.WITHDRAW_ONE, texts.CORRECT_ONE)
    return [
        [
            button(words[0](language, code=each.code), Verb.BUNDLE, "undo", shown.id, each.report_id),
            button(words[1](language, code=each.code), Verb.BUNDLE, "correct", shown.id, each.report_id),
        ]
        for each in shown.done
        if not each.final
    ]


def cancelling(shown: Bundle, language: Language) -> InlineKeyboardMarkup:
    """The one question before the reports of a bundle are given up."""
    return InlineKeyboardMarkup(
        [
            [
                button(labels.CANCEL_YES(language), Verb.BUNDLE, "drop", shown.id, style="danger"),
                button(labels.RESUME(language), Verb.BUNDLE, "keep", shown.id),
            ]
        ]
    )


def beside(waiting: Waiting, bundle_id: int, open_one: Waiting, language: Language) -> InlineKeyboardMarkup:
    """A report in one line while another is being filled in: submit, change or complete it, or go on with the other."""
    if waiting.complete:
        rows = [_one(waiting, bundle_id, language)]
    else:
        rows = [
            [button(texts.FIRST_ONE(language, code=waiting.code), Verb.BUNDLE, "edit", bundle_id, waiting.draft.id)]
        ]
    return InlineKeyboardMarkup([*rows, *go_on_with([open_one], language)])


def go_on_with(waiting: Sequence[Waiting], language: Language) -> list[Row]:
    """The way back into reports that are not submitted yet, two in a row."""
    return in_rows(each_to_go_on_with(waiting, language), 2)


def each_to_go_on_with(waiting: Sequence[Waiting], language: Language) -> Row:
    """The same in one row."""
    return [
        button(RESUME_ONE(language, code=each.code), Verb.BUNDLE, "resume", each.draft.id)
        for each in waiting[:MOST_TO_GO_ON_WITH]
    ]
