"""The buttons of a dialog: below a question, at the preview, and when asking what to change or whether to cancel."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from handlers.telegram import Context, Verb, button, in_rows, unpack
from handlers.wording import Language, Wording, in_both_languages, labels, plain_word
from handlers.wording.wordings import LANGUAGES

OFTEN_PRESSED = (labels.SUBMIT, labels.EDIT, labels.CANCEL, labels.SKIP)
"""Labels that are known by their sound too."""
LEAVES_WORDS_OUT = ("removals.that_sentence", "removals.left_out", "consent.of_no_account")
"""What says, while it is asked what words are for, that they are not wanted."""


def of_question(talk: Talk[Any], language: Language | None = None) -> InlineKeyboardMarkup:
    """Return the buttons of the open question, with 上一步 and 取消, or those of the preview."""
    question = open_question(talk)
    back = previous_key(talk) is not None or talk.declared.leave is not None
    ways: list[Choice] = [*([(labels.BACK, "back")] if back else []), (labels.CANCEL, "cancel")]
    rows = [*_choices(talk, question), [] if is_passing(talk) else ways]
    return _keyboard(talk.dialog, question.key if question else PREVIEW, rows, language or talk.language)


@dataclass(frozen=True, slots=True)
class _Named:
    """A text that may name a button, with the word it consists of, the label that this stands for, and the values of
    the buttons shown by their labels in both languages."""

    talk: Talk[Any]
    text: str
    word: str
    label: str
    values: Mapping[str, str]
    question: Question[Any] | None


def button_meant(talk: Talk[Any], text: str) -> str | None:
    """Return the value of the button that a text means, in either language; None if it means none.

    没有 and 跳过 skip a question that can be skipped. If it has an answer already, they keep that. While it is asked
    what words are for, 跳过 leaves them out."""
    word, question, has_words = _without_slip(plain_word(text)), open_question(talk), talk.dialog.said is not None
    label = labels.KEEP.zh if leaves_as_it_was(text) else BUTTON_MEANT.get(word, word)
    named = _Named(talk, text, word, label, values_by_label(talk), question)
    if has_words and question is None and says(word, *LEAVES_WORDS_OUT):
        return "keep"
    if says_nothing_more(word) or (question is not None and question.files and says_enough(word)):
        skips = (labels.SKIP.zh, labels.KEEP.zh, labels.GO_ON.zh)
        return next((named.values[each] for each in skips if each in named.values), None)
    return next((value for way in WAYS if (value := way(named))), None)


def values_by_label(talk: Talk[Any]) -> dict[str, str]:
    """Return the values of the buttons shown, by their labels in both languages."""
    shown = [of_question(talk, language) for language in LANGUAGES]
    shown += [uses_of_words(talk, language) for language in LANGUAGES if talk.dialog.said is not None]
    return {
        each.text.casefold(): press.arguments[-1]
        for keyboard in shown
        for row in keyboard.inline_keyboard
        for each in row
        if (press := unpack(str(each.callback_data))).verb is Verb.DIALOG and press.arguments[0] == str(talk.dialog.id)
    }


def _submits(named: _Named) -> str | None:
    """At the preview 提交 agrees whatever the label of the button; at a question it finishes the dialog, or keeps the
    answer that is there, which leads to the preview."""
    declared, question, values = named.talk.declared, named.question, named.values
    if not declared.questions and named.word in declared.words_for_submit:
        return "submit"
    if named.label not in in_both_languages(labels.SUBMIT, labels.ANYWAY):
        return None
    if question is None:
        return "submit" if declared.preview is not None else None
    if named.label in values:
        return None
    if question.finishes is not None:
        return next((value for label, value in values.items() if named.label in label), None)
    return values.get(labels.KEEP.zh)


def _is_written(named: _Named) -> str | None:
    return next((value for label, value in named.values.items() if _is_said(label, named.word)), None)


def _adds_words(named: _Named) -> str | None:
    """补充 adds the words whose purpose is asked, if they can only be added to one answer."""
    adds = named.talk.dialog.said is not None and named.label in in_both_languages(texts.ADD_TO_IT)
    return _begun_with(named.values, named.label) if adds and named.question is None else None


def _opens_an_answer(named: _Named) -> str | None:
    """At the preview the name of an answer opens it, as under 修改, as does a word to write it anew (重写情况)."""
    labelled = ((each.key, in_both_languages(each.label)) for each in questions_of(named.talk))
    word = named.word
    keys = (key for key, names in labelled if word in names or any(opens_again(name, word) for name in names))
    return next((f"edit_{key}" for key in keys), None) if named.question is None else None


def _begins_a_label(named: _Named) -> str | None:
    """Where nothing can be written, the beginning of a label is enough."""
    only_buttons = named.question is not None and named.question.read is buttons_only
    return _begun_with(named.values, named.word) if only_buttons else None


def _has_this_place(named: _Named) -> str | None:
    """A place names a button of a question that takes neither any words, other than a name, nor a list (第二个)."""
    question = named.question
    if question is None or question.members is not None or (question.free and not question.is_name):
        return None
    own = [each for row in question.buttons(named.talk) for each in row if isinstance(each, tuple)]
    place = place_alone(named.text, len(own)) if own else None
    return str(own[place][1]) if place is not None else None


def _takes_suggestion(named: _Named) -> str | None:
    """Agreement means the name that is suggested where one is asked for."""
    question = named.question
    suggests = question is not None and question.is_name and len(question.buttons(named.talk)) == 1
    agreed = suggests and (only_agrees(named.text) or is_courtesy(named.text))
    return next(iter(named.values.values()), None) if agreed else None


WAYS = (
    _submits,
    _is_written,
    _adds_words,
    lambda named: named.values.get(named.label),
    _opens_an_answer,
    _begins_a_label,
    _has_this_place,
    _takes_suggestion,
)
"""How a text can mean a button, in the order in which that is tried."""


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
