"""The buttons of a dialog: below a question, at the preview, and when asking what to change or whether to cancel."""

from collections.abc import Mapping
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.dialogs import Dialog, ReopenReason
from data.plan.tasks import code_of_assignment
from data.understanding import says
from data.understanding.dialog.giving_up import leaves_as_it_was, wants_it_kept
from data.understanding.dialog.turns import agrees, only_agrees
from data.understanding.dialog.words_edited import opens_again
from data.understanding.lines_named import place_alone
from data.understanding.normalise.romanise import syllables
from handlers.dialog import texts
from handlers.dialog.declaration import (
    PREVIEW,
    Talk,
    declared_of,
    is_answered,
    is_passing,
    open_question,
    previous_key,
    questions_of,
)
from handlers.dialog.question import Choice, Choices, Question, buttons_only
from handlers.dialog.words import BUTTON_MEANT, RESUMES, is_courtesy, says_enough, says_nothing_more
from handlers.telegram import Context, Language, Verb, Wording, in_both_languages, labels, plain_word, unpack
from handlers.telegram.keyboards import button, in_rows
from handlers.telegram.wording import LANGUAGES

OFTEN_PRESSED = (labels.SUBMIT, labels.EDIT, labels.CANCEL, labels.SKIP)
"""Labels that are known by their sound too."""


def of_question(talk: Talk[Any], language: Language | None = None) -> InlineKeyboardMarkup:
    """Return the buttons of the open question, with 上一步 and 取消, or those of the preview."""
    question = open_question(talk)
    back = previous_key(talk) is not None or talk.declared.leave is not None
    ways: list[Choice] = [*([(labels.BACK, "back")] if back else []), (labels.CANCEL, "cancel")]
    rows = [*_choices(talk, question), [] if is_passing(talk) else ways]
    return _keyboard(talk.dialog, question.key if question else PREVIEW, rows, language or talk.language)


def button_meant(talk: Talk[Any], text: str) -> str | None:
    """Return the value of the button that a text means, in either language; None if it means none.

    没有 and 跳过 skip a question that can be skipped. If it has an answer already, they keep that, as does 提交, which
    leads to the preview. At the preview 提交 agrees whatever the label of the button, and the name of an answer opens
    it, as under 修改. While it is asked what words are for, 补充 adds them if they can only be added to one answer, and
    跳过 leaves them out. Agreement means the name that is suggested where one is asked for."""
    word = _without_slip(plain_word(text))
    question, has_words = open_question(talk), talk.dialog.said is not None
    shown = [of_question(talk, language) for language in LANGUAGES]
    shown += [uses_of_words(talk, language) for language in LANGUAGES if has_words]
    values = {
        each.text.casefold(): press.arguments[-1]
        for keyboard in shown
        for row in keyboard.inline_keyboard
        for each in row
        if (press := unpack(str(each.callback_data))).verb is Verb.DIALOG and press.arguments[0] == str(talk.dialog.id)
    }
    if has_words and question is None and says(word, "removals.that_sentence", "removals.left_out"):
        return "keep"
    if says_nothing_more(word) or (question is not None and question.files and says_enough(word)):
        return next((values[each.zh] for each in (labels.SKIP, labels.KEEP, labels.GO_ON) if each.zh in values), None)
    if not talk.declared.questions and word in talk.declared.words_for_submit:
        return "submit"
    meant = labels.KEEP.zh if leaves_as_it_was(text) else BUTTON_MEANT.get(word, word)
    if meant in in_both_languages(labels.SUBMIT):
        if question is None and talk.declared.preview is not None:
            return "submit"
        if question is not None and question.finishes is not None and meant not in values:
            return next((value for label, value in values.items() if meant in label), None)
        if question is not None and meant not in values and labels.KEEP.zh in values:
            return values[labels.KEEP.zh]
    as_written = next((value for label, value in values.items() if _is_said(label, word)), None)
    if as_written or question is None:
        added = _begun_with(values, meant) if has_words and meant in in_both_languages(texts.ADD_TO_IT) else None
        return as_written or added or values.get(meant) or _opened_by_name(talk, word)
    named = question.is_name and (only_agrees(text) or is_courtesy(text)) and len(question.buttons(talk)) == 1
    begun = _begun_with(values, word) if question.read is buttons_only else None
    chosen = begun or _chosen_by_place(talk, question, text)
    return values.get(meant) or chosen or (next(iter(values.values()), None) if named else None)


def _chosen_by_place(talk: Talk[Any], question: Question[Any], text: str) -> str | None:
    """Return the value of the button that a text only names by its place among those of a question that takes neither
    any words, other than a name, nor a list (第二个), or None."""
    own = [each for row in question.buttons(talk) for each in row if isinstance(each, tuple)]
    takes_words = question.members is not None or (question.free and not question.is_name)
    place = place_alone(text, len(own)) if own and not takes_words else None
    return str(own[place][1]) if place is not None else None


def _without_slip(word: str) -> str:
    """Return the label that sounds like a word written instead of it (提脚 for 提交), or else the word."""
    alike = (each.zh for each in OFTEN_PRESSED if len(each.zh) == len(word) and syllables(each.zh) == syllables(word))
    return next(alike, word)


def _begun_with(values: Mapping[str, str], word: str) -> str | None:
    """Return the value of the only button whose label begins with a word, or with another for going on with what was
    begun; None if there is none."""
    words = tuple(f"{each} " if each.isascii() else each for each in (RESUMES if word in RESUMES else (word,)))
    is_word = len(word) > 1 and not any(map(str.isdigit, word))
    found = [value for label, value in values.items() if is_word and label.startswith(words)]
    return found[0] if len(set(found)) == 1 else None


def _is_said(label: str, word: str) -> bool:
    """Return whether a word is a label, whatever its spaces, or agrees to what one submits (先交1-8: 提交 1-8)."""
    head, _, what = label.partition(" ")
    said = word.replace(" ", "")
    submits = bool(what) and head in in_both_languages(labels.SUBMIT) and said.endswith(what)
    return said == label.replace(" ", "") or (submits and agrees(said.removesuffix(what)))


def _opened_by_name(talk: Talk[Any], word: str) -> str | None:
    """Return the value of the button that opens the answer whose label a word is, or which it says to write anew
    (重写情况); None if there is none."""
    labelled = ((each.key, in_both_languages(each.label)) for each in questions_of(talk))
    named = (key for key, names in labelled if word in names or any(opens_again(name, word) for name in names))
    return next((f"edit_{key}" for key in named), None)


def answers_to_edit(talk: Talk[Any]) -> InlineKeyboardMarkup:
    """Return a button for each answer that can be changed from the preview."""
    fields: list[Choice] = [(each.label, f"edit_{each.key}") for each in questions_of(talk)]
    return _keyboard(talk.dialog, PREVIEW, [*in_rows(fields, 2), [(labels.BACK, "keep")]], talk.language)


def drop_or_keep(context: Context, dialog: Dialog, key: str) -> InlineKeyboardMarkup:
    """Return the buttons of the question before a dialog is given up."""
    drop = button(texts.CANCEL_YES(context.language), Verb.DIALOG, dialog.id, key, "drop", style="danger")
    instead = declared_of(context, dialog).giving_up.choices(context, dialog)
    return _keyboard(dialog, key, [[drop, (texts.GO_ON, "keep")], *instead], context.language)


def drop_or_keep_meant(text: str) -> str | None:
    """Return what a text answers when asked whether to give a dialog up: "drop", "keep", or None for other words."""
    kept = wants_it_kept(text)
    return None if kept is None else "keep" if kept else "drop"


def submit_label(talk: Talk[Any]) -> str:
    """Return the label of the button that finishes the dialog, as it is shown."""
    shown = [each for row in of_question(talk).inline_keyboard for each in row]
    does = (each.text for each in shown if str(each.callback_data).endswith(":submit"))
    return next(does, talk.declared.submit(talk.language))


def uses_of_words(talk: Talk[Any], language: Language) -> InlineKeyboardMarkup:
    """Return what can be done with words written at the preview: add them to an answer, or change one."""
    free = [each for each in questions_of(talk) if each.free]
    add: list[Choice] = [(texts.ADD_TO(language, label=each.label), f"more_{each.key}") for each in free]
    ways: list[Choice] = [(texts.CHANGE_ONE, "edit"), (labels.BACK, "keep")]
    return _keyboard(talk.dialog, PREVIEW, [*in_rows(add, 2), ways], language)


def resume_button(talk: Talk[Any]) -> InlineKeyboardMarkup:
    """Return the button that resumes a parked dialog, with the task's code if it is about a single one."""
    about = talk.declared.assignment_ids(talk.context, talk.dialog)
    codes = [code_of_assignment(talk.context.db, each) for each in about] if len(about) == 1 else []
    words = " ".join([texts.GO_ON(talk.language), *codes])
    return _keyboard(talk.dialog, PREVIEW, [[(words, "resume")]], talk.language)


def _choices(talk: Talk[Any], question: Question[Any] | None) -> Choices:
    if question is None and talk.declared.choices is not None:
        return talk.declared.choices(talk)
    if question is None:
        edit: list[Choice] = [(labels.EDIT, "edit")] if questions_of(talk) else []
        return [[(talk.declared.submit, "submit"), *edit]]
    own = list(question.buttons(talk))
    if not question.has_usual_buttons:
        return own
    if question.key != talk.dialog.reopened or not is_answered(question, talk):
        return [*own, [(labels.SKIP, "skip")] if question.skipped is not None else []]
    written = bool(talk.answers.get(question.key))
    ways: list[Choice] = [(labels.KEEP, "stay")]
    if question.free and written and talk.dialog.reopened_for is ReopenReason.ANEW:
        ways = [(texts.ADD_TO_IT, "more"), *ways]
    elif question.free and written and talk.dialog.reopened_for is ReopenReason.MORE:
        ways = [(texts.REWRITE_IT, "anew"), *ways]
    if question.skipped is not None:
        ways.append((texts.CLEAR if written else labels.SKIP, "skip"))
    return [*own, ways]


def _keyboard(dialog: Dialog, key: str, choices: Choices, language: Language) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[_button(dialog, key, each, language) for each in row] for row in choices if row])


def _button(dialog: Dialog, key: str, choice: Choice, language: Language) -> InlineKeyboardButton:
    if isinstance(choice, InlineKeyboardButton):
        return choice
    words, value, *_ = choice
    text = words(language) if isinstance(words, Wording) else words
    return button(text, Verb.DIALOG, dialog.id, key, value, style="success" if value == "submit" else None)
