"""What a sentence means that is written while something is being asked: an answer, or something of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.answers import read_percent
from data.drafts import Draft, Step
from data.errors import DayUnclear, NotYours, PercentOutOfRange, UnknownTask
from data.figures import figures_said, indicators
from data.more_time import day_asked_for
from data.questions import Asked, Question
from data.tasks import code_of_assignment
from data.understanding import Intent, Kind, Mood, Understanding
from handlers import keyboards
from handlers.asking import own_assignments
from handlers.commands import command_said
from handlers.context import Context
from handlers.hearing import hear
from handlers.no_change import says_no_change
from handlers.statements import of_kind
from handlers.texts import labels

OF_ITS_OWN = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
LISTS = (Intent.TASKS, Intent.DEADLINES, Intent.SUMMARY)
UNDERSTOOD = (*OF_ITS_OWN, Intent.TASKS, Intent.TASK, Intent.DEADLINES, Intent.SUMMARY, Intent.HELP)
DAYS = (Asked.EXTENSION_DAY, Asked.OTHER_DAY, Asked.DEPUTY_UNTIL)
SURE = 0.9
BRACKETS = "(（[【<《 "


def leaves_the_question(context: Context, draft: Draft, text: str, meaning: Understanding) -> bool:
    """Whether a sentence is no answer to the open question of a report but something of its own.

    So is one that begins with a task's code or says with its name how another task stands, and several lines that begin
    with codes; where a percent or figures are asked for, also whatever is understood and is none.
    """
    if _several_reports(context, text) or _asks_for_own(meaning):
        return True
    if draft.step in (Step.PERCENT, Step.FIGURES) and says_no_change(text):
        return True
    if meaning.aim in OF_ITS_OWN and (_leads(meaning) or _wishes_to_report(text, meaning)):
        return True
    if _states_another(context, draft.assignment_id, meaning):
        return True
    return not _is_readable(context, draft, text) and _is_understood(context, draft, meaning)


def leaves_a_question(context: Context, question: Question, text: str, meaning: Understanding | None) -> bool:
    """Whether a sentence is no answer to a question that is answered in words, but surely something of its own.

    So is a word of the menu, a command in words, or a code alone. Where a day is asked for, so is a report, and
    whatever is understood and names no day; a reason may say anything of the task that it is about.
    """
    if meaning is None:
        return False
    if asks_for_something_else(text, meaning) or _is_command(text) or _asks_for_own(meaning):
        return True
    if question.kind in DAYS and not _names_a_day(context, text) and _is_sure(meaning):
        return True
    if not context.person.speaks_for:
        return False
    about = question.subject_id if question.kind is Asked.EXTENSION_REASON else None
    elsewhere = about is None or meaning.task != code_of_assignment(context.db, about)
    leads = meaning.aim in OF_ITS_OWN and (_leads(meaning) or _wishes_to_report(text, meaning))
    return (leads and elsewhere) or _several_reports(context, text) or _states_another(context, about, meaning)


def asks_for_something_else(text: str, meaning: Understanding) -> bool:
    """Whether what is written while something is asked is a word of the menu or a task's code alone."""
    return keyboards.on_menu(text) or meaning.task == text.strip()


@contextmanager
def named_in_words(meaning: Understanding) -> Iterator[None]:
    """Where a task was named in words and not by its code, the person is not told of a code that they never wrote."""
    try:
        yield
    except UnknownTask:
        if any(of_kind(meaning, Kind.CODE)):
            raise
        raise NotYours from None


def _is_command(text: str) -> bool:
    """Whether a text is the words of a command and nothing more."""
    said = command_said(text)
    return said is not None and not said[1]


def _several_reports(context: Context, text: str) -> bool:
    """Whether several lines begin with codes."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and sum(_begins_with_a_code(context, line) for line in lines) > 1


def _asks_for_own(meaning: Understanding) -> bool:
    """Whether the sentence is a question for the speaker's own tasks."""
    asks = Mood.ASKS in meaning.moods and Mood.WHETHER not in meaning.moods
    return asks and meaning.own and meaning.intent in LISTS and meaning.confidence >= SURE


def _names_a_day(context: Context, text: str) -> bool:
    """Whether a text names a day, or how much later one is to be."""
    try:
        day_asked_for(text, context.today, context.today)
    except DayUnclear:
        return False
    return True


def _is_sure(meaning: Understanding) -> bool:
    """Whether a sentence is surely understood; 完成了 is not, which does not say what, nor is 看情况, which may ask for
    nothing at all."""
    if meaning.intent not in UNDERSTOOD or meaning.confidence < SURE:
        return False
    if meaning.intent in LISTS:
        return meaning.own or Mood.ASKS in meaning.moods or bool(meaning.readings)
    return meaning.task is not None or (meaning.status is None and meaning.percent is None)


def _begins_with_a_code(context: Context, line: str) -> bool:
    return _leads(hear(context, line))


def _leads(meaning: Understanding) -> bool:
    """Whether the sentence begins with a code."""
    first = next(of_kind(meaning, Kind.CODE), None)
    return first is not None and not meaning.text[: first.start].strip(BRACKETS)


def _states_another(context: Context, assignment_id: int | None, meaning: Understanding) -> bool:
    """Whether the sentence begins with the name of another task of the person's and says how that stands."""
    named = next(of_kind(meaning, Kind.TASK), None)
    stated = meaning.percent is not None or meaning.status is not None
    if meaning.intent is not Intent.REPORT or not stated or named is None or named.start or named.sureness < SURE:
        return False
    return any(each.id != assignment_id for each in own_assignments(context, meaning.task or ""))


def _wishes_to_report(text: str, meaning: Understanding) -> bool:
    """报进展 and the task's name."""
    return meaning.task is not None and text.strip().lower().startswith((labels.REPORT.zh, labels.REPORT.en.lower()))


def _is_readable(context: Context, draft: Draft, text: str) -> bool:
    """Whether a text can be read as the answer; any text is one to a question that is answered in free words."""
    try:
        if draft.step is Step.PERCENT:
            read_percent(text)
        elif draft.step is Step.FIGURES:
            said = figures_said(text, indicators(context.db))
            return bool(said.figures) or said.refused is None
    except PercentOutOfRange:
        return False
    return True


def _is_understood(context: Context, draft: Draft, meaning: Understanding) -> bool:
    """Whether a sentence is surely something else: a report only where it is on another task, 已完成 alone never."""
    if meaning.intent is Intent.REPORT:
        return meaning.task is not None and meaning.task != code_of_assignment(context.db, draft.assignment_id)
    surely = meaning.confidence >= SURE or any(code.sureness >= SURE for code in of_kind(meaning, Kind.CODE))
    return meaning.intent in UNDERSTOOD and meaning.status is None and surely
