"""The notes of units that wait for the office, and what it says about them."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.letters import Letter
from data.office.task_notes import (
    SETTLED,
    TaskNote,
    answer_difficulty,
    answer_note,
    difficulty_answered,
    difficulty_of,
    note_by_id,
    open_notes,
    tells_of_difficulty,
)
from data.plan.units import find_unit
from data.reporting.drafts import checked_reason
from data.standing.assignments import assignments, find_assignment
from data.standing.reports import Report
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, Understanding, find_order, says, values_of
from data.understanding.dialog.turns import agrees
from data.understanding.office.change_asked import change_asked
from data.understanding.polarity import only_holds_back
from data.understanding.sureness import LIKELY
from handlers.announcing.recipient_questions import with_people
from handlers.dialog import Declaration, Ending, Place, Talk, begin, is_courtesy, reader, words_question
from handlers.notes import keyboard as buttons
from handlers.notes import texts
from handlers.notes.broadcast_replies import SHORTEST
from handlers.notes.words_on_tasks import ToldOnTask, tell_units_of_task
from handlers.telegram import Context, For, Verb, answer, button, hear, keyboard_of, pressed, said_by, show, still_there
from handlers.wording import NOTHING, Html, Language, join, labels, page_of


def open_notes_button(context: Context) -> InlineKeyboardMarkup | None:
    """Return the button to the notes that wait for an answer, or None if there are none."""
    count = len(open_notes(context.db))
    words = texts.OPEN(context.language, count=count)
    return keyboard_of([button(words, Verb.TASK_NOTE, "list", 0)]) if count else None


def _open_note(context: Context, dialog: Dialog) -> TaskNote:
    note = note_by_id(context.db, dialog.subject_id)
    if note.answer:
        raise AlreadyDecided
    return note


def _answer(context: Context, dialog: Dialog, value: str) -> Ending:
    note = answer_note(context.db, context.actor, dialog.subject_id, dialog.answers["text"])
    return Ending(texts.ANSWERED(context.language, unit=note.unit), open_notes_button(context))


def _difficulty(context: Context, dialog: Dialog) -> TaskNote:
    """Return what blocks the work. Raises StaleButton if it is not blocked any more."""
    return difficulty_of(still_there(find_assignment(context.db, dialog.subject_id, context.today)))


def _check_difficulty(talk: Talk[TaskNote]) -> Html:
    """Return what the unit will read, below what a colleague has answered already."""
    before = difficulty_answered(talk.context.db, talk.dialog.subject_id, talk.subject)
    check = texts.answer_check(talk.subject, talk.answers["text"], talk.language)
    return join([texts.ANSWERED_BEFORE(talk.language, by=before[0], answer=before[1]) if before else NOTHING, check])


def _answer_difficulty(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    note = answer_difficulty(context.db, by, dialog.subject_id, dialog.answers["text"])
    return Ending(texts.ANSWERED(context.language, unit=note.unit), open_notes_button(context))


ANSWER: Declaration[TaskNote] = Declaration(
    kind="task_note_answer",
    load=_open_note,
    questions=(
        words_question(
            "text",
            texts.TEXT,
            lambda talk: texts.WHICH_ANSWER(talk.language, unit=talk.subject.unit),
            shown=lambda talk: talk.answers["text"],
        ),
    ),
    preview=lambda talk: texts.answer_check(talk.subject, talk.answers["text"], talk.language),
    submit=labels.SEND_TO_THEM,
    submit_said=("回复",),
    finish=_answer,
    waits=lambda talk: texts.ANSWER_WAITS(talk.language, unit=talk.subject.unit),
)
"""The dialog that answers a note: the text and a preview."""
DIFFICULTY = replace(
    ANSWER, kind="difficulty_answer", load=_difficulty, preview=_check_difficulty, finish=_answer_difficulty
)
"""The same for what blocks the work on an assignment."""


NOTES_A_PAGE = 8
ANSWERED = (
    "office_notes.answered",
    "office_notes.answered_at_the_end",
    "office_notes.answered_to_them",
    "office_notes.told_to_unit",
)
"""The ways of saying what a unit is to be answered, in `words`."""
DECIDING = (Aim.AGREE, Aim.REFUSE)
TELLING = (*DECIDING, Aim.THANKS, Aim.UNKNOWN)
"""Aims of words that may answer a unit's note."""


def note_letter(note: TaskNote, letter: Letter, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a note as the office reads it, or the office's answer as the unit reads it."""
    if letter is Letter.TASK_NOTE_ANSWERED:
        return texts.answer_letter(note, note.answer, language), buttons.see_task(note, language)
    return texts.letter(note, language), buttons.note(note, language)


def difficulty_button(report: Report, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button that answers what blocks the work by a report; None if the report tells no such thing."""
    reply = button(texts.REPLY(language), Verb.TASK_NOTE, "blocked", report.assignment_id)
    return keyboard_of([reply]) if report.status is Status.BLOCKED and report.obstacle else None


async def press_task_note(update: Update, context: Context) -> None:
    """Handle 回复 of a note or of what blocks work, or 已处理, or show a note or a page of those that wait. Raises
    StaleButton and AlreadyDecided."""
    match pressed(update):
        case "list", page:
            await show_open_notes(update, context, int(page))
        case "open", number:
            note = note_by_id(context.db, int(number))
            letter = Letter.TASK_NOTE_ANSWERED if note.answer else Letter.TASK_NOTE
            await answer(update, context, *note_letter(note, letter, context.language))
        case "blocked", number:
            await begin(update, context, DIFFICULTY, int(number), place=Place.BELOW)
        case "done", number:
            await _settle(update, context, int(number))
        case [number]:
            await begin(update, context, ANSWER, int(number), place=Place.BELOW)


@reader(
    for_=For.COORDINATORS,
    knows=lambda talk, text, heard: Mood.ASKS in heard.moods and says(heard, "office_notes.asked"),
)
async def show_waiting_notes(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the waiting notes of all, a unit or somebody (赵科长说啥) if the office asks. Return whether it did."""
    may_ask = says(meaning, "office_notes.nouns")
    asked = find_order(with_people(context, meaning), "office_notes.asked") if may_ask else None
    if asked is not None:
        await show_open_notes(update, context, 0, find_unit(context.db, asked.unit).id if asked.unit else None)
    return asked is not None


@reader(for_=For.COORDINATORS)
async def show_answer_to_note(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show a coordinator's answer to the note of a unit or to what blocks its work for a check, or the unit's notes if
    there are several; else what is to be said of a task as a message to its units. Return whether it did."""
    answered = find_order(meaning, *ANSWERED)
    if answered is None and says(meaning, "office_notes.may_answer"):
        answered = find_order(with_people(context, meaning), *ANSWERED)
    if answered is not None and answered.way == "office_notes.answered_at_the_end":
        answered = None if _orders(context, f"{answered.code} {answered['words']}") else answered
    elif answered is not None and _orders(context, answered["about"]):
        return False
    if answered is None:
        return await _answer_by_name(update, context, meaning)
    code = answered.code or next(iter(values_of(meaning, Kind.CODE)), "")
    unit_id = find_unit(context.db, answered.unit).id if answered.unit else None
    found = [each for each in open_notes(context.db, unit_id) if code in ("", each.code)]
    if len(found) == 1:
        await begin(update, context, ANSWER, found[0].id, answers={"text": checked_reason(answered["words"])})
    elif found:
        await show_open_notes(update, context, 0, unit_id)
    else:
        by_hand = await _answer_difficulty_in_words(update, context, code, answered["words"], unit_id)
        return by_hand or await tell_units_of_task(update, context, ToldOnTask(code, answered["words"], unit_id))
    return True


def _orders(context: Context, words: str) -> bool:
    """Return whether words change a task, decide on it (7-1 期限改到12月20日) or ask for a report, instead of only
    telling of it."""
    heard = hear(context, words)
    return change_asked(words, heard) is not None or heard.aim in (*DECIDING, Aim.REVIEW, Aim.NUDGE, Aim.PLAN)


@reader(for_=For.COORDINATORS)
async def answer_note_shown_last(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what a coordinator writes below a unit's note, or what blocks its work, as the answer to it for a check,
    unless it surely means anything else. Return whether it did."""
    answerable, said, decides = _answerable(context), said_by(update, meaning), answers_yes_or_no(context, meaning)
    tells = decides or meaning.aim in TELLING or bool(meaning.between) or meaning.confidence < LIKELY
    says_enough = decides or meaning.aim in DECIDING or len(said) >= SHORTEST
    if answerable is None or not tells or not says_enough or Mood.ASKS in meaning.moods:
        return False
    if is_courtesy(said) and not decides:
        return False
    told = find_order(meaning, *ANSWERED)
    await begin(update, context, *answerable, answers={"text": checked_reason(told["words"] if told else said)})
    return True


def _answerable(context: Context) -> tuple[Declaration[TaskNote], int] | None:
    """Return the dialog that answers what the bot's last message asks the office, and its subject; None if it does not
    ask for one answer."""
    offered = context.last_messages.offers(Verb.TASK_NOTE)
    asked = [each for each in offered if each[0] not in ("open", "done", "list")]
    if len(asked) != 1:
        return None
    return (DIFFICULTY if len(asked[0]) > 1 else ANSWER), int(asked[0][-1])


def answers_yes_or_no(context: Context, meaning: Understanding) -> bool:
    """Return whether a yes or no answers the note shown last, which asks something (1-2要不要发文 · 可以 or 不用)."""
    answerable = _answerable(context)
    denies = meaning.aim is Aim.REFUSE and only_holds_back(meaning.text.lower())
    if answerable is None or answerable[0] is not ANSWER or not (denies or agrees(meaning.text)):
        return False
    return Mood.ASKS in hear(context, note_by_id(context.db, answerable[1]).text).moods


async def _answer_difficulty_in_words(
    update: Update, context: Context, code: str, words: str, unit_id: int | None
) -> bool:
    """Show a coordinator's answer to what blocks the work on a task for a check; return whether one unit is meant."""
    told = assignments(context.db, context.today, None if unit_id is None else [unit_id], code or None)
    blocked = [each for each in told if tells_of_difficulty(each)]
    if len(blocked) == 1:
        await begin(update, context, DIFFICULTY, blocked[0].id, answers={"text": checked_reason(words)})
    return len(blocked) == 1


async def _answer_by_name(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show a coordinator's answer to the note of a person who is named (回复Grace：可以) for a check, or the waiting
    notes if there are several by that person; return whether there is one."""
    answered = find_order(meaning, "office_notes.answered_by_name")
    if answered is None:
        return False
    name = answered["name"].casefold()
    found = [each for each in open_notes(context.db) if name in (each.by.casefold(), *each.by.casefold().split())]
    if len(found) == 1:
        await begin(update, context, ANSWER, found[0].id, answers={"text": checked_reason(answered["words"])})
    elif found:
        await show_open_notes(update, context, 0)
    return bool(found)


async def show_open_notes(update: Update, context: Context, page: int, unit_id: int | None = None) -> None:
    """Show a page of the notes that wait for an answer, of all units or of one."""
    found, language = open_notes(context.db, unit_id), context.language
    shown = page_of(found, page, NOTES_A_PAGE)
    text = texts.open_notes(shown, len(found), language)
    await show(update, context, text, buttons.open_notes(shown, language))


async def _settle(update: Update, context: Context, note_id: int) -> None:
    """Mark a note as settled, and offer the others that wait. Raises StaleButton and AlreadyDecided."""
    note = answer_note(context.db, context.actor, note_id, SETTLED)
    dialogs.drop_dialogs_on(context.db, context.person.id, ANSWER.kind, note_id)
    text = (texts.SETTLED if note.code else texts.SETTLED_NOTE)(context.language, unit=note.unit, code=note.code)
    await show(update, context, text, open_notes_button(context))
