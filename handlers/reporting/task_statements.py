"""What a text says of a task that is known. It is read as if the task's code stood before it, so that 做完了 and
80%，已发通知 mean what they mean behind a code."""

from dataclasses import replace
from typing import Any

from data.plan.tasks import code_of_assignment
from data.reporting import answers
from data.reporting.drafts import Draft
from data.standing.standing import Status
from data.understanding import Intent, Mood, says
from data.understanding.dialog.turns import agrees
from data.understanding.entities.figure_names import names_in
from data.understanding.entities.percents import last_percent
from data.understanding.normalise.sentence import normalise
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.statuses import denies_obstacles, find_statuses, without_denied_obstacles
from handlers.reporting.statements import Statement, draft_answers_with, statement_of
from handlers.telegram import Context, hear, hear_report


def has_more_than_a_note(said: Statement) -> bool:
    """Return whether a statement has a status, a percent or figures, not only a note."""
    return said.stated or said.percent is not None or bool(said.figures)


def statement_on_task(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what a text says of the draft's task, or None; only to agree says nothing of it (好)."""
    if _only_agrees(text):
        return None
    return _still_blocked(draft, statement_on_code(context, _code(context, draft), text), text)


def statement_on_code(context: Context, code: str, text: str) -> Statement | None:
    """Return what a text says of the task `code`, or None."""
    meaning = hear(context, f"{code} {text}")
    return statement_of(context, meaning) if meaning.intent is Intent.REPORT else None


def assumed_statement_on_task(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what a text says of the draft's task, by `assumed_statement_on_code`, or None. If the draft says done or
    blocked, "not done" or "not blocked" means in progress."""
    if _only_agrees(text):
        return None
    if draft.status is Status.BLOCKED and denies_obstacles(normalise(text).lower()):
        return _statement_on_unblocked(context, draft, text)
    said = assumed_statement_on_code(context, _code(context, draft), text)
    goes_on = any(answers.contradicts(draft, words) for words in (text, without_looking_back(text)))
    if goes_on and not (said and (said.stated or said.percent is not None)):
        return replace(said or Statement(Status.IN_PROGRESS), status=Status.IN_PROGRESS, stated=True)
    return _still_blocked(draft, said, text)


def _statement_on_unblocked(context: Context, draft: Draft, text: str) -> Statement:
    """Return what a text says beside denying that the work is blocked (没有受阻，办完了); without a word for a status,
    the work goes on. What else it says is the note."""
    rest = without_denied_obstacles(text)
    said = assumed_statement_on_code(context, _code(context, draft), rest) if rest else None
    said = said or Statement(Status.IN_PROGRESS, note=text if rest else "")
    return said if said.stated else replace(said, status=Status.IN_PROGRESS, stated=True)


def _still_blocked(draft: Draft, said: Statement | None, text: str) -> Statement | None:
    """Return a statement on blocked work; without a word for a status it does not say that the work goes on (等省局
    方案，经费也没下来)."""
    goes_on = said is not None and said.stated and said.status is Status.IN_PROGRESS
    heard = normalise(text).lower()
    says_so = any(find_statuses(heard)) or says(heard, "asked.goes_on_again")
    if said is None or draft.status is not Status.BLOCKED or not goes_on or says_so:
        return said
    return replace(said, status=Status.BLOCKED, stated=False)


def assumed_statement_on_code(context: Context, code: str, text: str) -> Statement | None:
    """Return the status, percent and figures in a text known to be about a task; a bare number is the percent (不对
    是70), unless it belongs to a named figure. None for a question or if nothing is stated."""
    meaning = hear_report(context, code, text)
    if Mood.ASKS in meaning.moods:
        return None
    line = normalise(text).lower()
    counts = names_in(line, context.bot_data.words.current().indicators)
    if meaning.percent is None and not counts and (percent := last_percent(line)) is not None:
        meaning = replace(meaning, percent=percent)
    said = statement_of(context, meaning)
    return said if said is not None and has_more_than_a_note(said) else None


def any_statement_on_task(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what a text says of the draft's task, by `statement_on_task` or else `assumed_statement_on_task`."""
    return statement_on_task(context, draft, text) or assumed_statement_on_task(context, draft, text)


def stated_answers(context: Context, draft: Draft, said: Statement) -> dict[str, Any]:
    """Return the answers of a statement, without a status that only follows from a note or figures, and without an
    empty note."""
    given = draft_answers_with(context, draft, said)
    if not said.stated and said.percent is None:
        given["status"], given["percent"] = draft.status, draft.percent
    if not said.note and said.rewritten is None:
        given["note"] = draft.note
    return given


def _only_agrees(text: str) -> bool:
    return agrees(text) and not any(find_statuses(normalise(text).lower()))


def _code(context: Context, draft: Draft) -> str:
    return code_of_assignment(context.db, draft.assignment_id)
