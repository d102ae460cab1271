"""Replies to a message of the bot: they mean its one task (这个改成70%, 撤回) or return, or answer its notice."""

from telegram import Message, Update

from data.announcing.answers import broadcast_in_message
from data.office.extensions import waiting_for_decision
from data.plan.tasks import code_of_assignment
from data.reporting.reviews import waiting_for_review
from data.standing.assignments import Assignment
from data.understanding import Aim, Intent, Kind, Mood, Understanding, says
from data.understanding.dialog.giving_up import gives_up
from data.understanding.entities.codes import find_codes
from data.understanding.office.decisions import clause_on_requests
from handlers.announcing.written_answer import WRITTEN_ANSWER, answer_in_words, checks_another
from handlers.dialog.declaration import declared_of
from handlers.dialog.words import SKIPS, WORDS
from handlers.entrance.fixed_words import handler_of_fixed_words
from handlers.entrance.mentions import replies_to_bot
from handlers.notes.task_notes import TELLS, pass_on_reply
from handlers.reporting.task_choice import MOST_CHOICES, ask_task_to_report
from handlers.returns.own_returns import returns_of_own_units
from handlers.tasks.own_tasks import all_own_assignments
from handlers.telegram import Context, as_if_said, hear
from handlers.wording import plain_word

OF_A_TASK = (Intent.REPORT, Intent.TASK, Intent.EXTENSION, Intent.CANCEL, Intent.HISTORY)
OF_NO_TASK = (Aim.AGREE, Aim.REFUSE)
DECISIONS = (*OF_NO_TASK, Aim.REVIEW)


def with_name_of_matter(update: Update, context: Context, text: str) -> Update | None:
    """Return the message with the code of the task, or the title of the return, to whose message it replies before it.

    Returns None if it replies to no message of one task of the person's own, of one open return, or of one task that
    waits for the office to decide, or to what an open dialog asks, or if it names a task itself, or says what is of no
    task.
    """
    replied = _message_replied_to(update, context)
    if replied is None:
        return None
    meaning = hear(context, text)
    if meaning.names(Kind.CODE):
        return None
    if context.person.is_coordinator and (code := _code_decided_on(context, replied, meaning)) is not None:
        return as_if_said(update, f"{code} {text}")
    if not context.person.speaks_for or _is_of_no_task(text, meaning):
        return None
    about, named = _text_of(replied), {each.code for each in _tasks_in(context, replied)}
    if len(named) == 1 and named.isdisjoint(_codes_of_open_dialog(context)):
        said = f"{named.pop()} {text}"
        is_of_it = meaning.intent in OF_A_TASK or hear(context, said).intent is Intent.REPORT
        return as_if_said(update, said) if is_of_it or _says_by_when(meaning) else None
    title = None if named else _title_of_open_return(context, about)
    is_of_it = meaning.intent is Intent.REPORT or meaning.names(Kind.STATUS) or _says_by_when(meaning)
    return as_if_said(update, f"{title} {text}") if title and is_of_it else None


async def ask_which_of_message(update: Update, context: Context, text: str) -> bool:
    """Ask which of the person's own tasks in the message replied to a report is about that names none; return whether
    there are several."""
    replied = _message_replied_to(update, context)
    if replied is None or not context.person.speaks_for or context.open_dialog is not None:
        return False
    meaning = hear(context, text)
    reports = meaning.aim is Aim.REPORT or meaning.names(Kind.STATUS, Kind.PERCENT)
    named = meaning.task or meaning.candidates or meaning.names(Kind.CODE)
    if not reports or named or Mood.ASKS in meaning.moods or _is_of_no_task(text, meaning):
        return False
    among = [each for each in _tasks_in(context, replied) if not each.finished]
    if len(among) > 1:
        await ask_task_to_report(update, context, text, among[:MOST_CHOICES])
    return len(among) > 1


async def answer_notice(update: Update, context: Context, text: str) -> bool:
    """Take the reply to a notice as the answer to its question or else offer to pass it on to the office. What stands
    below a later notice while the answer to an earlier one is checked may answer it as well. Return whether it did."""
    replied = _message_replied_to(update, context)
    if replied is None and context.open_dialog_of(WRITTEN_ANSWER.kind) is None:
        return False
    shown = replied.message_id if replied else context.last_messages.known.said
    notice = broadcast_in_message(context.db, context.private_chat_id, shown)
    if notice is None or not (replied or checks_another(context, notice)):
        return False
    meaning = hear(context, text)
    if _is_for_the_bot(text, meaning) or gives_up(text) or handler_of_fixed_words(context, text, meaning) is not None:
        return False
    answers = bool(notice.said.question) and await answer_in_words(update, context, notice, meaning)
    return answers or (replied is not None and await pass_on_reply(update, context, notice.said.text, meaning))


def _message_replied_to(update: Update, context: Context) -> Message | None:
    """Return the message of the bot that is replied to; None if it is the newest while a dialog is open."""
    message = update.message
    if message is None or not replies_to_bot(context.bot, message):
        return None
    replied, said_last = message.reply_to_message, context.last_messages.known.said
    return None if replied and context.open_dialog and replied.message_id >= said_last else replied


def _text_of(replied: Message) -> str:
    return (replied.text or replied.caption or "").lower()


def _tasks_in(context: Context, replied: Message) -> list[Assignment]:
    """Return the person's own tasks whose codes stand in a message."""
    mine = all_own_assignments(context)
    named = {each.values[0] for each in find_codes(_text_of(replied), {each.code.lower(): each.code for each in mine})}
    return [each for each in mine if each.code in named]


def _code_decided_on(context: Context, replied: Message, meaning: Understanding) -> str | None:
    """Return the code of the only task in a message that waits for a decision, if a sentence decides; else None."""
    if meaning.aim not in DECISIONS and clause_on_requests(meaning, []).decision is None:
        return None
    requests = waiting_for_decision(context.db, context.today)
    waiting = {*(each.assignment.code for each in requests), *(each.code for each in waiting_for_review(context.db))}
    named = {each.values[0] for each in find_codes(_text_of(replied), {code.lower(): code for code in waiting})}
    return named.pop() if len(named) == 1 else None


def _says_by_when(meaning: Understanding) -> bool:
    """Return whether a text says when something will be done, and asks nothing (下周交)."""
    asks = Mood.ASKS in meaning.moods or says(meaning, "asked.for_tasks", "asked.falls_due")
    return meaning.names(Kind.TIME) and not asks


def _title_of_open_return(context: Context, about: str) -> str | None:
    """Return the title of the only open return that a message names, or None."""
    found = [each for each in returns_of_own_units(context) if each.open]
    titles = {each.round.title for each in found if each.round.title.lower() in about}
    return titles.pop() if len(titles) == 1 else None


def _is_of_no_task(text: str, meaning: Understanding) -> bool:
    """Return whether a text agrees, refuses, stands for a button of the question, gives up, or is for the office."""
    if _is_for_the_bot(text, meaning) or meaning.aim in OF_NO_TASK:
        return True
    return meaning.aim is not Aim.WITHDRAW and gives_up(text)


def _is_for_the_bot(text: str, meaning: Understanding) -> bool:
    """Return whether a text stands for a button of the open question or says that something is for the office."""
    return plain_word(text) in WORDS | SKIPS or says(meaning, TELLS)


def _codes_of_open_dialog(context: Context) -> set[str]:
    dialog = context.open_dialog
    about = declared_of(context, dialog).assignment_ids(context, dialog) if dialog is not None else ()
    return {code_of_assignment(context.db, each) for each in about}
