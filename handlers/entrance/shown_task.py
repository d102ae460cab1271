"""Which task a sentence is about that names none or only seems to name one: that of the card shown last."""

from dataclasses import replace

from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import REPORT_DIALOG
from data.standing.assignments import Assignment
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says
from data.understanding.entities.amounts import find_amounts
from data.understanding.more_time import is_told_beside_request
from data.understanding.reports import tells_something
from data.understanding.sureness import VERY_SURE
from handlers.dialog.opening import card_above
from handlers.entrance.reading_choice import READING
from handlers.reporting.line_splitting import STATED
from handlers.reporting.resubmission import only_returned_report, report_just_made
from handlers.reporting.statements import statement_of
from handlers.tasks.own_tasks import assignment_shown_last, only_own_assignment, own_assignments
from handlers.telegram import Context, Verb, with_aim
from handlers.telegram.understanding import OF_AN_INDICATOR, is_guessed_task, names_a_task, only_counts_things

OF_ONE_TASK = (Aim.REPORT, Aim.NO_CHANGE, Aim.EXTENSION)


def code_reported_on(context: Context, meaning: Understanding) -> str:
    """Return the code of the person's own task on which a sentence that is not understood may report: the one it names,
    that of the question what a sentence means, or the one whose card is right above; empty if there is none."""
    if not tells_something(meaning) or meaning.candidates or Mood.DENIES in meaning.moods:
        return ""
    named = {each.values[0] for each in of_kind(meaning, Kind.CODE)}
    if named or meaning.task:
        own = [code for code in named if own_assignments(context, code)]
        return own[0] if len(own) == len(named) == 1 else ""
    if (asked := _asked_about(context)) is not None:
        return asked.code
    shown = assignment_shown_last(context)
    return shown.code if shown is not None and context.last_messages.offers(Verb.REPORT, shown.id) else ""


def standing_below_a_card(context: Context, meaning: Understanding) -> Understanding:
    """Return an unsure wish to see tasks of a status as a report, if said right below a task's card (卡住了 没钱)."""
    states = meaning.names(Kind.STATUS) and Mood.ASKS not in meaning.moods
    if meaning.aim is not Aim.TASKS or meaning.confidence >= VERY_SURE or not states or names_a_task(meaning):
        return meaning
    told = with_aim(context, meaning, Aim.REPORT)
    return told if code_reported_on(context, told) and statement_of(told) is not None else meaning


def without_guessed_task(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence without a task of others that was only guessed from its words, and without the aim of a
    correction if it names no task and nothing that a report has (改成8点吧)."""
    corrects = meaning.aim is Aim.CORRECT and context.open_dialog is None
    if corrects and not (meaning.task or meaning.candidates or meaning.names(*STATED)):
        return replace(meaning, aim=Aim.UNKNOWN)
    if meaning.intent in (Intent.TASK, Intent.REPORT) and is_guessed_task(context, meaning):
        aim = meaning.aim if meaning.aim is Aim.NO_CHANGE else Aim.UNKNOWN
        return replace(meaning, aim=aim, task=None)
    return meaning


def _is_named(meaning: Understanding) -> bool:
    """Return whether words name a task, and not only what is counted. Those told beside a request for more time only
    tell of one, unless they are sure and stand before it."""
    if meaning.aim is not Aim.EXTENSION or not names_a_task(meaning):
        return names_a_task(meaning) and not only_counts_things(meaning)
    named, is_sure = next(of_kind(meaning, Kind.TASK)), names_a_task(meaning, VERY_SURE)
    return not is_told_beside_request(meaning.text, (named.start, named.end), before=not is_sure)


def _asked_about(context: Context) -> Assignment | None:
    """Return the person's own assignment in the open question about a sentence's meaning, or None."""
    asked = context.open_dialog_of(READING.kind)
    code = asked.answers["code"] if asked is not None else None
    return only_own_assignment(context, code)


def _counts_several_things(meaning: Understanding) -> bool:
    """Return whether a sentence sums up several counts (打掉团伙2个，移送4人), which tell less of one task."""
    return len([each for each in find_amounts(meaning.text.lower()) if each.is_of_things]) > 1


def about_the_task_shown(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence that names no task as one about the task asked about or shown last, if it tells something of
    one task, or counts something. Nothing is added unasked to a report that is being filled in or waits; what the
    office has sent back comes before a task that only a reminder shows."""
    states, counts = meaning.names(Kind.STATUS, Kind.PERCENT), meaning.names(*OF_AN_INDICATOR)
    stands = meaning.aim is Aim.UNKNOWN and (states or counts) and Mood.ASKS not in meaning.moods
    told = with_aim(context, meaning, Aim.REPORT) if stands else meaning
    names = told.names(Kind.CODE) or (_is_named(told) and not told.candidates)
    if told.aim not in OF_ONE_TASK or names or not context.person.speaks_for:
        return meaning
    current = context.open_dialog_of(REPORT_DIALOG)
    is_filled_in = current is not None and card_above(current) is None
    if is_filled_in or (told.aim is Aim.NO_CHANGE and says(meaning, "report_corrections.of_all")):
        return meaning
    if told.aim is Aim.REPORT and statement_of(told) is None:
        return meaning
    shown = _asked_about(context) or assignment_shown_last(context)
    if shown is None and told.task and only_counts_things(told) and (made := report_just_made(context)) is not None:
        return replace(told, task=None, candidates=tuple(dict.fromkeys((made.code, told.task))))
    if shown is None and only_counts_things(told) and _counts_several_things(told):
        return replace(told, task=None, candidates=())
    if shown is None and counts:
        return told
    if shown is None or (told.candidates and shown.code not in told.candidates):
        return meaning
    if unsubmitted_draft(context.db, context.person.id, shown.id) is not None:
        return meaning
    sent_back = only_returned_report(context) if context.last_messages.offers(Verb.NOTICE) else None
    if told.aim is Aim.REPORT and sent_back is not None and sent_back.assignment_id != shown.id:
        return meaning
    return replace(told, task=shown.code, candidates=())
