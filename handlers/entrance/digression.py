"""Whether what is written while something is asked is no answer to it, but something of its own."""

from collections.abc import Callable, Sequence
from typing import Any

from data.errors import Unread
from data.reporting.drafts import KIND
from data.standing.assignments import code_of_assignment
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind
from data.understanding.asked import asks_how_many_were_sent
from data.understanding.broadcasts import wanted_of_broadcast
from data.understanding.choices import says_more_than_a_name
from data.understanding.lines import without_number
from data.understanding.normalise.sentence import blank
from data.understanding.polarity import only_holds_back
from data.understanding.return_asked import asks_when
from data.understanding.staffing import Wish, only_asks, wish_in
from data.understanding.turns import Meant, hear_turn
from handlers.dialog.course import questions_of
from handlers.dialog.declaration import NOT_TAKEN, PREVIEW, Answers, Question, Talk
from handlers.dialog.opening import declared_of
from handlers.entrance.held_back import what_is_held_back
from handlers.entrance.late_answers import LATE
from handlers.entrance.readings import READING
from handlers.office.plan_in_words import changes_another_task, tasks_of
from handlers.office.quiet_hours import QUIET
from handlers.office.review_in_words import names_a_report
from handlers.office.settings_in_words import sets_another, sets_own_hours
from handlers.reporting.past_figure import correction_of_figure
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import own_assignments
from handlers.tasks.question import listing_sought
from handlers.telegram.context import Context
from handlers.telegram.understanding import SURE, SURE_OF_A_MEANING, hear, unheard_of

OF_A_TASK = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
LISTS = (Aim.TASKS, Aim.DEADLINES, Aim.UNREPORTED)
OF_THE_PEOPLE = (Wish.CONTACT, Wish.AWAY)
WANTED = (
    *(Aim.HELP, Aim.FIGURES, Aim.HISTORY, Aim.REVIEW, Aim.NUDGE, Aim.BROADCAST, Aim.PEOPLE, Aim.INVITE, Aim.PLAN),
    *(Aim.SETTINGS, Aim.EXPORT, Aim.RETURNS, Aim.INFO, Aim.SNOOZE, Aim.DEPUTY),
)
"""What answers no question of a dialog, whatever words it is in."""
IN_PASSING = (Aim.UNKNOWN, Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE)
"""What is no order of its own, however it is taken."""
MAY_CHANGE = (*LISTS, Aim.SUMMARY, Aim.TASK, Aim.CANCEL)
"""What words at a preview that change or leave out something in it look most like."""
ASKED_IN_BETWEEN = (*LISTS, Aim.TASK, Aim.INFO)
SHORT_QUESTION, SURE_OF_A_QUESTION = 40, 0.8
BRACKETS = "(（[【<《 "


def is_digression(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> bool:
    """Whether a text at an open question (None: the preview) surely asks for something else.

    So does whatever is said instead of choosing a reading, one that speaks of another task, one that is likelier an
    order than an answer, and one that the question cannot take and that is understood.
    """
    context, declared = talk.context, declared_of(talk.context, talk.dialog)
    if asks_when(text) and not (question and question.free):
        return True
    if context.person.is_coordinator and wanted_of_broadcast(heard) is not None:
        return True
    if question is not None and question.verbatim:
        return bool(context.person.speaks_for) and _surely_asks_the_bot(text, heard)
    if talk.dialog.kind in (READING.kind, LATE.kind):
        return not _is_answered(talk, question, text)
    if heard.task == text.strip():
        return not _is_answered_by_a_code(talk, question, text)
    if _is_of_numbers(text) and _takes_numbers(talk, question, text):
        return False
    if context.person.is_coordinator and (names_a_report(text, heard) or sets_another(talk.dialog, text, heard)):
        return True
    if sets_own_hours(text, heard) and talk.dialog.kind != QUIET.kind and not (question and question.free):
        return True
    is_taken = _is_answered(talk, question, text) or (question is None and _surely_changes(talk, text))
    held = None if is_taken else what_is_held_back(context, text, heard)
    if held and (held.codes or only_holds_back(heard.text.lower()) or not (question and question.free)):
        return True
    if changes_another_task(context, text, heard, [*_codes(talk), *tasks_of(talk.dialog, context)]):
        return True
    if correction_of_figure(context, heard) is not None:
        return True
    if talk.dialog.kind == TASK_CHOICE.kind and (_reports_on_no_task(heard) or says_more_than_a_name(heard)):
        return True
    if _speaks_of_its_own_task(talk, question, heard):
        return False
    if context.person.speaks_for and _speaks_of_another_task(talk, question, text, heard):
        return True
    is_of_the_people = wish_in(heard) in OF_THE_PEOPLE and (question is None or not question.free)
    is_of_the_people = is_of_the_people and heard.aim.intent is not Intent.REPORT
    if question is None and _surely_changes(talk, text):
        return False
    if only_asks(heard) or is_of_the_people:
        return True
    if wish_in(heard) is not None and question is not None and not question.free and _refuses(talk, question, text):
        return True
    says_more = bool(blank(heard.text, heard.readings, " ").strip())
    if heard.aim in IN_PASSING and not (says_more and unheard_of(context, heard)):
        return False
    turn = hear_turn(text, declared.asked_as(question.key if question else PREVIEW), heard)
    if turn.meaning is Meant.LATER and heard.aim is Aim.SNOOZE and heard.task is None:
        return False
    is_late_at_a_unit = heard.overdue and heard.unit is not None
    is_likelier = turn.meaning is Meant.OTHER or heard.confidence > turn.sureness
    if _asks_for_a_list(heard) and (is_likelier or is_late_at_a_unit):
        return True
    taken = _takes(talk, question, text)
    if turn.meaning is Meant.OTHER:
        may_change_something = taken or (question is None and heard.aim in MAY_CHANGE)
        return not may_change_something or Mood.ASKS in heard.moods
    surer = question is None and not taken and heard.confidence > turn.sureness
    return (taken is False or surer) and _is_understood(context, heard)


def _is_of_numbers(text: str) -> bool:
    """Whether a text is several numbers and nothing else, which is no code of a task where numbers are asked for."""
    words = text.split()
    return len(words) > 1 and all(word.replace(".", "", 1).isdecimal() for word in words)


def _takes_numbers(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Whether numbers alone are an answer, or at the preview change one."""
    return _surely_changes(talk, text) if question is None else _is_answered(talk, question, text)


def _is_answered(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Whether a text is an answer to a question that does not take any words."""
    return question is not None and not question.free and not _refuses(talk, question, text)


def _surely_asks_the_bot(text: str, heard: Understanding) -> bool:
    """Whether one short line, where any words may be the answer, is a question that only the bot can be asked."""
    is_short = "\n" not in text.strip() and len(heard.text) < SHORT_QUESTION
    sent = heard.aim in (*LISTS, Aim.INFO) and asks_how_many_were_sent(text)
    surely = heard.aim in ASKED_IN_BETWEEN and heard.confidence >= SURE_OF_A_QUESTION
    return is_short and Mood.ASKS in heard.moods and (surely or sent)


def _is_answered_by_a_code(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Whether the code of a task alone answers a question; it is no figure, percent or note."""
    return talk.dialog.kind != KIND and _is_answered(talk, question, text)


def _refuses(talk: Talk[Any], question: Question[Any], text: str) -> bool:
    """Whether a text cannot be the answer to a question."""
    try:
        question.read(talk, text)
    except NOT_TAKEN:
        return True
    return False


def _codes(talk: Talk[Any]) -> list[str]:
    """The tasks that a dialog is about."""
    about = declared_of(talk.context, talk.dialog).about(talk.context, talk.dialog)
    return [code_of_assignment(talk.context.db, each) for each in about]


def _speaks_of_its_own_task(talk: Talk[Any], question: Question[Any] | None, heard: Understanding) -> bool:
    """Whether a text says something of a task that the dialog is about, by its code, and does not ask; where many are
    only listed to be agreed to, a report on one of them is its own."""
    asked_for_less = question is not None and not question.free
    if asked_for_less or talk.dialog.kind == KIND or Mood.ASKS in heard.moods or not any(of_kind(heard, Kind.CODE)):
        return False
    states = heard.percent is not None or heard.status is not None or bool(heard.figures)
    is_a_list = not declared_of(talk.context, talk.dialog).questions
    return heard.task in _codes(talk) or (is_a_list and not states)


def _speaks_of_another_task(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> bool:
    """Whether a text speaks of another task than the dialog does, or is a whole report of its own: a reason or a note
    may name the task that it is about."""
    context, dialog = talk.context, talk.dialog
    about = declared_of(context, dialog).about(context, dialog)
    if _leads(heard) and heard.aim.intent in OF_A_TASK:
        may_name_it = dialog.kind != KIND and (question is None or question.free)
        return not may_name_it or heard.task not in _codes(talk)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and sum(_leads(hear(context, without_number(line))) for line in lines) > 1:
        return True
    return _states_another(context, about, heard)


def _states_another(context: Context, about: Sequence[int], heard: Understanding) -> bool:
    """Whether a text begins with the name of another task of the person's and says how that stands."""
    named = next(of_kind(heard, Kind.TASK), None)
    stated = heard.percent is not None or heard.status is not None
    if heard.intent is not Intent.REPORT or not stated or named is None or named.start or named.sureness < SURE:
        return False
    return any(each.id not in about for each in own_assignments(context, heard.task or ""))


def _reports_on_no_task(heard: Understanding) -> bool:
    """Whether a text is a report that does not say on what."""
    return heard.aim is Aim.REPORT and heard.task is None and not heard.candidates


def _leads(heard: Understanding) -> bool:
    """Whether a text begins with a code."""
    first = next((each for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind)), None)
    return first is not None and not heard.text[: first.start].strip(BRACKETS)


def _asks_for_a_list(heard: Understanding) -> bool:
    """Whether a text asks for tasks, and states nothing of them: 公安局逾期的, but not 我们的任务没完成, nor 公安局."""
    if heard.aim not in LISTS or not blank(heard.text, heard.readings, " ").strip():
        return False
    names = heard.unit is not None or heard.end is not None or heard.overdue
    return Mood.ASKS in heard.moods or (names and heard.status is None and not heard.unfinished)


def _is_understood(context: Context, heard: Understanding) -> bool:
    """Whether a text is surely understood: of tasks where it names one by its code, of a list where it asks for one or
    names what is in it; 完成了 is not, which says nothing of what."""
    codes = list(of_kind(heard, Kind.CODE))
    if codes:
        return any(each.sureness >= SURE for each in codes)
    if heard.confidence < SURE_OF_A_MEANING or heard.status is not None:
        return False
    asks = heard.own or Mood.ASKS in heard.moods
    asks_or_names = asks or bool(heard.readings) or listing_sought(context, heard) is not None
    return heard.aim in WANTED or (heard.aim in (*LISTS, Aim.SUMMARY) and asks_or_names)


def _surely_changes(talk: Talk[Any], text: str) -> bool:
    """Whether a text at the preview only changes an answer, be it to something that is refused."""
    asked = questions_of(declared_of(talk.context, talk.dialog), talk)
    changes = (each.change for each in asked if each.change is not None and each.changed_surely)
    return any(_is_a_change(change, talk, text) for change in changes)


def _is_a_change(change: Callable[[Talk[Any], str], Answers], talk: Talk[Any], text: str) -> bool:
    try:
        return bool(change(talk, text))
    except NOT_TAKEN:
        return True


def _takes(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool | None:
    """Whether a question reads a text, be it to refuse what it reads; None where any words may be the answer, or may
    be added to one."""
    if question is None or question.free:
        return None
    try:
        question.read(talk, text)
    except Unread:
        return False
    except NOT_TAKEN:
        return True
    return True
