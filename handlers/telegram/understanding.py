"""Understanding of a message as said by this user today."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from telegram import Message, Update

from data.errors import NotYours, Refusal, UnknownTask, UnknownUnit
from data.errors.plans import CannotFilter
from data.plan.units import Unit, known_names, unit_meant
from data.standing.assignments import Assignment, assignments
from data.understanding import WRITING, Aim, Kind, Reading, Speaker, Understanding, of_kind
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.filters import EXCEPT
from data.understanding.list_exceptions import left_out_of_lists
from data.understanding.normalise.sentence import is_within, spans
from data.understanding.sureness import RATHER_SURE, SURE, VERY_SURE
from handlers.telegram.context import Context

OF_AN_INDICATOR = (Kind.FIGURE, Kind.NOT_EXACT)
"""Numbers of an indicator."""


def as_if_said(update: Update, text: str) -> Update:
    """Return the update with only `text` as its message."""
    before, chat = update.effective_message, update.effective_chat
    assert before is not None and chat is not None
    message = Message(before.message_id, before.date, chat, from_user=update.effective_user, text=text)
    return Update(update.update_id, message=message)


def text_of(update: Update) -> str:
    """Return the text of a message; empty for a press or a message without text."""
    return (update.message and update.message.text) or ""


def words_behind(update: Update) -> str:
    """Return what is written behind a command, on its line or the next; empty if nothing is."""
    return "".join(text_of(update).split(maxsplit=1)[1:]).strip()


def said_by(update: Update, meaning: Understanding) -> str:
    """Return the sentence as written; for a press, the sentence that it stands for."""
    return text_of(update) or meaning.text


def hear(context: Context, text: str) -> Understanding:
    """Return the meaning of a sentence, parsed once for each update."""
    if text not in context.understood:
        context.understood[text] = _understood(context, text)
    return context.understood[text]


def _understood(context: Context, text: str, aim: Aim | None = None) -> Understanding:
    speaker = Speaker(context.person.units, context.person.sees_everything)
    return context.bot_data.words.understand(text, speaker, context.today, aim)


def hear_report(context: Context, code: str, words: str) -> Understanding:
    """Return the meaning of words known to be a report on the task `code`. If they are the note of a sentence in this
    update, return the meaning of that sentence."""
    for heard in context.understood.values():
        if (heard.task, heard.note, heard.aim) == (code, words, Aim.REPORT) and not heard.between:
            return heard
    return _understood(context, f"{code} {words}", Aim.REPORT)


def with_aim(context: Context, heard: Understanding, aim: Aim) -> Understanding:
    """Return the meaning of a sentence whose aim is known."""
    if heard.aim is aim and not heard.between:
        return heard
    return _understood(context, heard.text, aim)


def with_single_meaning(context: Context, meaning: Understanding) -> Understanding:
    """Return the sentence with a single meaning; of two uncertain ones, showing is preferred to writing."""
    if not meaning.between:
        return meaning
    shown = (aim for aim in meaning.between if aim not in WRITING)
    return with_aim(context, meaning, next(shown, meaning.between[0]))


def unit_named(context: Context, words: str) -> Unit:
    """Return the unit named after a command, by any name that is understood in a message. Raises UnknownUnit, with the
    units that may be meant."""
    return unit_meant(context.db, words, partial(hear, context))


def tasks_meant(context: Context, codes: Sequence[str], unit_ids: Sequence[int] | None) -> list[Assignment]:
    """Return an assignment for each code that a message may mean, limited to `unit_ids` (None: all units)."""
    return [each for code in codes for each in assignments(context.db, context.today, unit_ids, code)[:1]]


@contextmanager
def named_in_words(meaning: Understanding) -> Iterator[None]:
    """Context in which UnknownTask becomes NotYours if the task was named in words, so that the user is not told a code
    they never wrote."""
    try:
        yield
    except UnknownTask:
        if meaning.names(Kind.CODE):
            raise
        words = (meaning.text[each.start : each.end].strip() for each in of_kind(meaning, Kind.TASK))
        raise NotYours(" ".join(words) or meaning.text) from None


def names_a_task(meaning: Understanding, sureness: float = RATHER_SURE) -> bool:
    """Return whether a message names a task by its code, or by words with at least this sureness."""
    return meaning.names(Kind.CODE) or any(each.sureness >= sureness for each in of_kind(meaning, Kind.TASK))


def only_counts_things(meaning: Understanding) -> bool:
    """Return whether the only words for a task belong to what is counted: its name if that is no figure (打掉团伙2个),
    or unsure words beside a figure (打掉制假窝点3个)."""
    named = next(of_kind(meaning, Kind.TASK), None)
    counts = spans(each for each in meaning.readings if each.kind in OF_AN_INDICATOR)
    if named is None or meaning.names(Kind.CODE):
        return False
    if named.sureness < SURE and any(start <= named.end <= end for start, end in counts):
        return True
    figures = spans(of_kind(meaning, Kind.FIGURE))
    amounts = find_amounts(meaning.text.lower())
    return any(each.start == named.end and not is_within(each.start, figures) for each in amounts)


def is_guessed_task(context: Context, meaning: Understanding) -> bool:
    """Return whether the task meant, one of other units, was only guessed from words."""
    if meaning.task is None or names_a_task(meaning, VERY_SURE) or context.person.sees_everything:
        return False
    return not tasks_meant(context, [meaning.task], context.person.speaks_for)


def names_a_unit(meaning: Understanding) -> bool:
    """Return whether a message names a unit of the plan."""
    return meaning.names(Kind.UNIT)


def filter_refusal(meaning: Understanding) -> CannotFilter | None:
    """Return the refusal of a condition that tasks cannot be selected by; None if the message has none. Units can be
    left out, nothing else."""
    leaves_out_units = any(each.kind is Kind.UNIT for each in left_out_of_lists(meaning))
    conditions = of_kind(meaning, Kind.NO_FILTER)
    condition = next((each for each in conditions if each.values[0] != EXCEPT or not leaves_out_units), None)
    return CannotFilter(meaning.text[condition.start : condition.end].strip()) if condition is not None else None


def unknown_refusal(context: Context, meaning: Understanding) -> Refusal | None:
    """Return the refusal of a message about a task or office that is not in the plan, or with a condition that tasks
    cannot be selected by; None for any other."""
    for reading in meaning.readings:
        if reading.kind is Kind.NO_CODE:
            return UnknownTask(reading.values[0], in_the_plan=context.person.sees_everything)
        if reading.kind is Kind.STRANGER and reading.sureness >= SURE:
            return unknown_unit_refusal(context, meaning, reading)
    return filter_refusal(meaning)


def unknown_unit_refusal(context: Context, meaning: Understanding, stranger: Reading) -> UnknownUnit:
    """Return the refusal of an office that is not in the plan, with the units of a similar name (生态环境厅), or none
    if it is certainly another office."""
    name = meaning.text[stranger.start : stranger.end]
    is_its_own = stranger.sureness > SURE or name.isascii()
    return UnknownUnit(name, () if is_its_own else known_names(context.db).resolve(name).near)
