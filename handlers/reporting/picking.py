"""The task that a report is about has been pressed, or named in a few words."""

from telegram import Update

from data.errors import StaleButton
from data.plan.tasks import Assignment, assignments
from data.reporting.drafts import find_draft
from data.reporting.questions import Asked, Question, find_question
from data.understanding import Understanding
from handlers.dialog.message import Place
from handlers.reporting.asking import ask
from handlers.reporting.choosing import choose_among
from handlers.reporting.one_line import report_on
from handlers.reporting.report import begin_on
from handlers.reporting.statements import statement_of
from handlers.reporting.texts import batch as texts
from handlers.tasks.own_tasks import own_assignment, own_assignments
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.sending import acknowledge, answer
from handlers.telegram.understanding import hear

MOST_CHOICES = 10


async def press(update: Update, context: Context) -> None:
    """A task was pressed for what had been said. Raises StaleButton where something else has been said since."""
    query = update.callback_query
    assert query is not None and query.message is not None
    [assignment_id] = map(int, unpack(query.data).arguments)
    draft = find_draft(context.db, context.person.id)
    if draft is not None and draft.update_id == update.update_id:
        await ask(update, context, draft)
        return
    question = find_question(context.db, context.person.id)
    if question is None or question.kind is not Asked.TASK_TO_REPORT or question.message_id != query.message.message_id:
        raise StaleButton
    await acknowledge(update)
    await _report(update, context, question, own_assignment(context, assignment_id), Place.NEWEST)


async def write(update: Update, context: Context, question: Question) -> None:
    """The name of the task, in words."""
    assert update.message is not None and update.message.text is not None
    text = update.message.text.strip()
    meaning = hear(context, text)
    fitting = _fitting(context, meaning, text)
    if len(fitting) == 1:
        await _report(update, context, question, fitting[0], Place.BELOW)
    elif fitting:
        await choose_among(update, context, fitting[:MOST_CHOICES], question.answers.get("said", ""))
    else:
        await answer(update, context, texts.NONE_FITS(context.language, words=text[:30]))


async def _report(update: Update, context: Context, question: Question, assignment: Assignment, place: Place) -> None:
    said = question.answers.get("said", "")
    statement = statement_of(context, hear(context, said)) if said else None
    if statement is None:
        await begin_on(update, context, assignment.id or 0, place)
    else:
        await report_on(update, context, assignment, statement, place)


def _fitting(context: Context, meaning: Understanding, text: str) -> list[Assignment]:
    """The person's unfinished tasks that were named, by what is understood or else by the words as they stand."""
    codes = (meaning.task,) if meaning.task else meaning.candidates
    named = [each for code in codes for each in own_assignments(context, code) if not each.finished]
    if named:
        return named
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for)
    words = text.lower().split()
    return [each for each in mine if not each.finished and all(word in _names(each) for word in words)]


def _names(task: Assignment) -> str:
    return f"{task.code} {task.title} {task.item} {task.section}".lower()
