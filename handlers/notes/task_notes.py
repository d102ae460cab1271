"""What a unit tells the office: the dialog in which it writes a note, and what was answered (办公室回了吗)."""

from collections.abc import Callable
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.announcing.broadcasts import Broadcast
from data.dialogs import Dialog
from data.errors import NotYours
from data.office.extensions import latest_extension
from data.office.task_notes import latest_told, units_writing, write_note
from data.reporting.drafts import checked_reason
from data.store.inbox import text_written
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says
from data.understanding.task_named import asks_beyond_the_card
from handlers.announcing.written_answer import answer_in_words
from handlers.dialog import Declaration, Ending, Talk, acts_on, begin, is_courtesy, reader, words_question
from handlers.dialog.readers import Takes
from handlers.extensions.letters import request_state
from handlers.notes import texts
from handlers.notes.broadcast_replies import (
    SHORTEST,
    broadcast_likely_replied_to,
    broadcast_replied_to,
    broadcast_replied_to_freely,
    changed_reply,
)
from handlers.notes.note_subject import NO_TASK, TASK_QUESTION, UNIT_QUESTION, NoteSubject, load_note_subject
from handlers.tasks.own_tasks import assignment_shown_last, assignment_spoken_of, own_assignments
from handlers.telegram import Context, Rows, Verb, answer, button, hear, keyboard_of, pressed, said_by, still_there
from handlers.wording import NOTHING, Html, join, labels

TELLS, WRONG = "office_notes.told", "office_notes.deadline_wrong"
TELLING = (TELLS, "office_notes.begged", "office_notes.begged_in_between", WRONG)


def may_tell(context: Context) -> bool:
    """Return whether the person may write to the office: for a unit, or as an observer."""
    return bool(units_writing(context.db, context.person))


async def begin_note(update: Update, context: Context, code: str | None, said: str) -> None:
    """Begin a note with the text `said`, about the task `code` or else the one shown last. Raises NotYours."""
    answers: dict[str, Any] = {"text": said}
    shown = assignment_shown_last(context) if code is None else None
    own = own_assignments(context, code) if code else [shown] if shown else []
    if code and not own:
        raise NotYours
    if own:
        answers["task"] = own[0].id
    await _begin_note(update, context, answers)


async def _begin_note(update: Update, context: Context, answers: dict[str, Any], first: Html = NOTHING) -> None:
    """Begin a note with these answers. One about the same task that is not sent yet keeps its words above the new ones;
    one about another task waits."""
    subject = answers.get("task", NO_TASK)
    before = dialogs.find_unfinished(context.db, context.person.id, NOTE.kind, subject)
    words = [before.answers.get("text") if before else None, answers.get("text")]
    if told := "\n".join(dict.fromkeys(each for each in words if each)):
        answers = {**answers, "text": checked_reason(told)}
    await begin(update, context, NOTE, subject, answers=answers, first=first)


def _tells_the_office(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether somebody says that the office should know something. What the office is asked to do does not
    count here, since a report may say that as well."""
    tells = says(heard, TELLS) and not says(heard, "office_notes.begged")
    return may_tell(talk.context) and tells


def _only_says_to_tell(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a liaison says to tell the office something, but not what."""
    told = find_order(heard, TELLS) if may_tell(talk.context) else None
    return told is not None and not told["words"]


@reader(knows=_tells_the_office, names=_only_says_to_tell)
async def begin_note_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a note if a liaison says that the office should know something, asks something of it, or finds the deadline
    of a task wrong, but not in a report that states how a task stands. Return whether it did."""
    told = find_order(meaning, *TELLING)
    if told is None or not may_tell(context) or _begs_in_a_report(told.way, meaning):
        return False
    own = own_assignments(context, meaning.task) if meaning.task else []
    if told.way == WRONG and (not own or context.person.is_coordinator):
        return False
    if not told["words"] and not own and (shown := assignment_spoken_of(context)) is not None:
        own = [shown]
    answers: dict[str, Any] = {"text": checked_reason(told["words"])} if told["words"] else {}
    if own or not says(told["words"], "office_notes.begged"):
        answers["task"] = own[0].id if own else NO_TASK
    await _begin_note(update, context, answers)
    return True


def _begs_in_a_report(way: str, meaning: Understanding) -> bool:
    """Return whether a report with a status or percent of a named task only asks something of the office besides (27-5
    受阻 场地没了 请办公室协调)."""
    states = meaning.names(Kind.STATUS) or meaning.percent is not None
    return way != TELLS and meaning.aim is Aim.REPORT and meaning.task is not None and states


def _reply_reader(finds: Callable[[Context, Understanding], Broadcast | None]) -> Takes:
    """Return a reader that takes a text as its answer if the broadcast to which it replies wants words, and offers to
    pass it on to the office if that asked no question."""

    async def takes(update: Update, context: Context, meaning: Understanding) -> bool:
        told = finds(context, meaning)
        if told is not None and told.said.in_words:
            return await answer_in_words(update, context, told, meaning)
        said = texts.reply_with_broadcast(told.said.text, said_by(update, meaning)) if told is not None else None
        return await pass_on(update, context, said)

    return takes


offer_to_pass_on = _reply_reader(broadcast_replied_to)
offer_to_pass_on_what_may_reply = _reply_reader(broadcast_replied_to_freely)
offer_to_pass_on_the_rest = _reply_reader(broadcast_likely_replied_to)


async def pass_on_reply(update: Update, context: Context, broadcast: str, meaning: Understanding) -> bool:
    """Offer to pass on to the office what a liaison has written in reply to a broadcast with this text, unless it is a
    mere courtesy or names a task. Return whether it did."""
    said = said_by(update, meaning)
    is_for_the_office = not is_courtesy(said) and not meaning.names(Kind.CODE)
    reply = texts.reply_with_broadcast(broadcast, said) if is_for_the_office else None
    return await pass_on(update, context, reply)


async def pass_on(update: Update, context: Context, said: str | None) -> bool:
    """Offer to pass on to the office what a liaison has written, about no task; return whether there is anything."""
    if said is None or not context.person.speaks_for:
        return False
    await _show_before_telling(update, context, {"task": NO_TASK, "text": checked_reason(said)})
    return True


async def _show_before_telling(update: Update, context: Context, answers: dict[str, Any]) -> None:
    """Begin a note that is not yet told, and say so, since its preview alone may be taken for the answer."""
    await _begin_note(update, context, answers, texts.NOT_SENT_YET(context.language))


def tell_office_button(update: Update, context: Context) -> InlineKeyboardMarkup | None:
    """Return the button that passes on to the office what a liaison has just written; None if it says too little."""
    text = (update.message and update.message.text) or ""
    if len(text) < SHORTEST or is_courtesy(text) or not may_tell(context):
        return None
    return keyboard_of([button(labels.TELL(context.language), Verb.TELL, update.update_id)])


async def say_for_the_office(update: Update, context: Context) -> None:
    """Say that only the office does what was asked for, with a button that passes it on."""
    await answer(update, context, texts.FOR_THE_OFFICE(context.language), tell_office_button(update, context))


def ask_office_buttons(update: Update, context: Context, meaning: Understanding) -> Rows:
    """Return the button that asks the office what a liaison asked about an own task and its card does not answer."""
    own = own_assignments(context, meaning.task) if meaning.task else []
    asked = tell_office_button(update, context) if own and asks_beyond_the_card(meaning) else None
    return [[*row] for row in asked.inline_keyboard] if asked is not None else []


async def press_tell(update: Update, context: Context) -> None:
    """Handle 告诉办公室 below a text that was not understood, or the card of the task that it asks about. Raises
    StaleButton if the text is not kept any more."""
    assert update.effective_chat is not None
    said = still_there(text_written(context.db, update.effective_chat.id, int(pressed(update)[0])))
    codes = {each.values[0] for each in of_kind(hear(context, said), Kind.CODE)}
    own = own_assignments(context, codes.pop()) if len(codes) == 1 else []
    answers = {"task": own[0].id if own else NO_TASK, "text": checked_reason(said)}
    await _show_before_telling(update, context, answers)


def _asks_for_an_answer(context: Context, heard: Understanding) -> Understanding | None:
    asks = Mood.ASKS in heard.moods and says(heard, "office_notes.answer_awaited")
    return heard if asks and units_writing(context.db, context.person) else None


@acts_on(_asks_for_an_answer)
async def show_what_the_office_answered(update: Update, context: Context, meaning: Understanding) -> None:
    """Show how what the user's units have told the office last and their newest request for more time stand."""
    units, language = units_writing(context.db, context.person), context.language
    note = latest_told(context.db, units, context.today)
    asked = latest_extension(context.db, units, context.today, None)
    state, keyboard = request_state(asked, None, language) if asked else (None, None)
    told = [texts.note_state(note, language)] if note else []
    told += [state] if state else []
    await answer(update, context, join(told, "\n\n") or texts.NOTHING_ASKED(language), keyboard)


def _what(talk: Talk[NoteSubject]) -> Html:
    about = talk.subject.assignment
    return texts.WHAT(talk.language, code=about.code) if about else texts.WHAT_ELSE(talk.language)


def _write(context: Context, dialog: Dialog, value: str) -> Ending:
    about, text, mark = load_note_subject(context, dialog), dialog.answers["text"], dialog.source
    unit_id, number = about.unit_of(dialog.answers), about.assignment_of(dialog.answers)
    note = write_note(context.db, context.actor.through(mark), unit_id, number, text)
    return Ending(texts.DONE(context.language, code=note.code))


NOTE: Declaration[NoteSubject] = Declaration(
    kind="task_note",
    office=False,
    load=load_note_subject,
    questions=(
        TASK_QUESTION,
        UNIT_QUESTION,
        words_question("text", texts.TEXT, _what, shown=lambda talk: talk.answers["text"], change=changed_reply),
    ),
    preview=lambda talk: texts.check(talk.subject.assignment, talk.answers["text"], talk.language),
    submit=labels.TELL,
    submit_said=("告诉他们", "告诉", "转告"),
    finish=_write,
    waits=texts.WAITS,
)
"""The dialog that writes a note to the office: its task, its unit, its text, and a preview."""
