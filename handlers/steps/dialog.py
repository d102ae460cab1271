"""分解: the dialog that divides a unit's assignment into steps, one a line, and previews how they were read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.dialogs import Dialog, ReopenReason
from data.errors import NoSuchAnswer
from data.errors.reporting import StepsUnread, TooManySteps
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment
from data.steps.changes import MOST_STEPS, add_steps
from data.steps.steps import Step, people_of_unit, steps_of
from data.times import day_of
from data.understanding import Mood, says
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.normalise.sentence import clauses_of
from data.understanding.steps.step_lines import StepFault, StepLine, StepPeople, as_line, read_steps, step_texts
from data.understanding.steps.steps_changed import changed_as_wished, changed_steps
from data.understanding.steps.steps_named import StepDeed, steps_listed, wish_of
from handlers.dialog import Declaration, Ending, LeavesNothing, Members, PartlyRead, Question, Talk
from handlers.dialog.changes import changes_in
from handlers.steps import page, texts
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html


@dataclass(frozen=True, slots=True)
class TaskDivision:
    """An assignment being divided, its steps, the people who can be named, and the day from which days are counted."""

    assignment: Assignment
    steps: tuple[Step, ...]
    hands: StepPeople
    today: date


def people_for_steps(context: Context, unit_id: int | None) -> StepPeople:
    """Return the people who can be named in the steps of a unit."""
    return StepPeople(people_of_unit(context.db, unit_id or 0), context.person.name, context.person.id)


def _load(context: Context, dialog: Dialog) -> TaskDivision:
    assignment = assignment_to_report_on(context.db, context.person, dialog.subject_id, context.today)
    steps = tuple(steps_of(context.db, dialog.subject_id))
    return TaskDivision(
        assignment, steps, people_for_steps(context, assignment.unit_id), day_of(dialog.opened_at, context.zone)
    )


def _answers(divided: TaskDivision, text: str) -> Mapping[str, str]:
    """Return the lines of `text` as an answer. Raises StepsUnread if none of them is a step, and TooManySteps."""
    lines = step_texts(text, divided.today)
    if not _steps(divided, lines):
        raise StepsUnread(tuple(_faults(divided, lines)))
    _check_room(divided, lines)
    return {"text": "\n".join(lines)}


def _added(talk: Talk[TaskDivision], text: str) -> Mapping[str, str]:
    """Return the steps with those that `text` adds at the preview, with their days. Raises PartlyRead for too many."""
    if changed := _changed_clause_by_clause(talk, text):
        return changed
    divided, kept = talk.subject, _written(talk)
    added = _steps(divided, step_texts(text, divided.today))
    if says(text, "asked.reminder") or not added or not all(each.due for each in added):
        return {}
    given = _given(talk, [*(each for each in kept if each not in added), *added])
    try:
        _check_room(divided, _lines(given))
    except TooManySteps as why:
        raise PartlyRead({}, why, NOTHING) from why
    return given


def _changed_clause_by_clause(talk: Talk[TaskDivision], text: str) -> Mapping[str, str]:
    """Return the steps after several changes of which one adds a step (删掉3和4，再加一步 1月5日 验收); empty if any
    clause changes nothing."""
    clauses = clauses_of(text)
    if len(clauses) < 2 or not any(says(each, "steps.one_more") for each in clauses):
        return {}
    given: Mapping[str, str] = {}
    for clause in clauses:
        altered = _altered(talk, clause, ())
        given = _given(talk, altered) if altered is not None else changes_in(talk, None, clause)
        if not given:
            return {}
        talk = talk.at(replace(talk.dialog, answers={**talk.answers, **given}))
    return given


def _named(talk: Talk[TaskDivision], clause: str) -> Sequence[ListedMembers]:
    """Return the steps that `clause` names to remove or keep them. Raises StepsUnread if there is no such step."""
    steps = _written(talk)
    named = steps_listed(clause, steps, talk.subject.today) if steps else []
    if not all(places and -1 not in places for *_, places in named):
        raise StepsUnread(((clause.strip(), StepFault.NOT_THERE.value),))
    return [each._replace(values=tuple(steps[at] for at in each.values)) for each in named]


def _altered(talk: Talk[TaskDivision], clause: str, before: Sequence[StepLine] | None) -> list[StepLine] | None:
    """Return the steps with one that `clause` adds, or with those that it names moved, swapped or changed, or those
    `before` if it names none. Raises StepsUnread."""
    steps, subject = _written(talk), talk.subject
    if steps and says(clause, "steps.one_more") and (added := _steps(subject, step_texts(clause, subject.today))):
        return [*steps, *added]
    wish = wish_of(clause, steps, subject.today, in_a_list=True) if steps else None
    if wish is None:
        go_on = {each: changed_as_wished(each, clause, subject.today, subject.hands) for each in before or ()}
        new = {each: to for each, to in go_on.items() if isinstance(to, StepLine)}
        return [new.get(each, each) for each in steps] if new else None
    if wish.deed is StepDeed.GONE:
        return None
    changed = changed_steps(steps, wish, subject.today, subject.hands)
    if isinstance(changed, StepFault):
        raise StepsUnread(((clause.strip(), changed.value),))
    return changed


def _given(talk: Talk[TaskDivision], steps: Sequence[StepLine]) -> Mapping[str, str]:
    if not steps:
        raise LeavesNothing
    return {"text": "\n".join(map(as_line, steps))}


def _written(talk: Talk[TaskDivision]) -> list[StepLine]:
    """Return the steps written so far that words may change: none while more are being written."""
    more = talk.dialog.reopened_for is ReopenReason.MORE
    return [] if more or "text" not in talk.answers else _steps(talk.subject, _lines(talk.answers))


def _lines(answers: Mapping[str, str]) -> list[str]:
    return answers["text"].splitlines()


def _read_all(divided: TaskDivision, lines: Sequence[str]) -> list[StepLine | StepFault]:
    return read_steps(lines, divided.today, divided.hands)


def _steps(divided: TaskDivision, lines: Sequence[str]) -> list[StepLine]:
    return [each for each in _read_all(divided, lines) if isinstance(each, StepLine)]


def _faults(divided: TaskDivision, lines: Sequence[str]) -> list[tuple[str, str]]:
    read = zip(lines, _read_all(divided, lines), strict=True)
    return [(line, each.value) for line, each in read if isinstance(each, StepFault)]


def _check_room(divided: TaskDivision, lines: Sequence[str]) -> None:
    if len(divided.steps) + len(_steps(divided, lines)) > MOST_STEPS:
        raise TooManySteps(MOST_STEPS)


def _read(talk: Talk[TaskDivision], text: str) -> Mapping[str, str]:
    """Return the steps written in answer to the question, or their change if they have been written already. A question
    that names no day is not an answer. Raises NoSuchAnswer, StepsUnread or TooManySteps."""
    if "text" in talk.answers and talk.dialog.reopened_for is not ReopenReason.MORE:
        if added := _added(talk, text):
            return added
        raise NoSuchAnswer(text.strip())
    given = _answers(talk.subject, text)
    if Mood.ASKS in hear(talk.context, text).moods and not any(
        step.due for step in _steps(talk.subject, _lines(given))
    ):
        raise NoSuchAnswer(text.strip())
    return given


def written_steps(context: Context, assignment: Assignment, text: str) -> Mapping[str, str]:
    """Return the answers in steps that were written together with the task, before they were asked for. Raises
    StepsUnread or TooManySteps."""
    steps = tuple(steps_of(context.db, assignment.id))
    return _answers(TaskDivision(assignment, steps, people_for_steps(context, assignment.unit_id), context.today), text)


def _put(talk: Talk[TaskDivision]) -> Html:
    divided, name = talk.subject, talk.subject.hands.writer
    written = _steps(divided, _lines(talk.answers)) if "text" in talk.answers else []
    return texts.which_steps(divided.assignment, divided.steps, written, name, talk.language)


def _preview(talk: Talk[TaskDivision]) -> Html:
    divided, lines = talk.subject, _lines(talk.answers)
    return texts.preview(divided.assignment, _steps(divided, lines), _faults(divided, lines), talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    divided = _load(context, dialog)
    lines = _steps(divided, _lines(dialog.answers))
    add_steps(context.db, context.actor, dialog.subject_id, lines, dialog.source)
    first = texts.ADDED(context.language, count=len(lines))
    return Ending(*page.unit_steps(context, divided.assignment, first=first))


STEPS: Declaration[TaskDivision] = Declaration(
    kind="steps",
    office=False,
    load=_load,
    questions=(
        Question(
            "text",
            label=texts.STEPS,
            put=_put,
            read=_read,
            change=_added,
            members=Members(_named, _written, _written, _given, _altered),
            free=True,
            verbatim=True,
        ),
    ),
    preview=_preview,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.assignment.code),
    assignment_ids=lambda context, dialog: (dialog.subject_id,),
)
