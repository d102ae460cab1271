"""Questions about a change of one or several tasks: deadline, wording, units, and the reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from data.errors import NoReason, UnknownUnit
from data.errors.plans import NoSuchUnitThere
from data.office import task_edits as edits
from data.office.task_edits import PresentTask
from data.plan.versions import WORDED
from data.reporting.drafts import checked_note
from data.understanding import Kind, says, values_of
from handlers.dialog import Answers, PartlyRead, Question, Talk, buttons_only, reason_question, words_question
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.files import FIELDS
from handlers.plan.texts.plan_changes import REASONS, state_deadline, unit_names
from handlers.telegram import hear, in_rows, unit_named
from handlers.wording import NOTHING, Html, Wording, cut, html, join

NEAR = "near"
"""The key of the answer that holds the names of units that resemble the one written."""
ALSO_FROM = "also_from"
"""The key of the answer that holds the units that leave a task together with the first."""
WITH_IT = "with_it"
"""The key of the answer that holds the units that join a task together with the first."""


@dataclass(frozen=True, slots=True)
class TasksToChange:
    """The tasks that are to be changed together in a way named `kind`."""

    kind: str
    tasks: tuple[PresentTask, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the tasks."""
        return tuple(each.code for each in self.tasks)


def question_about_tasks(wording: Wording) -> Callable[[Talk[TasksToChange]], Html]:
    """Return a function that asks `wording` about the dialog's tasks, with their present deadlines and units."""

    def put(talk: Talk[TasksToChange]) -> Html:
        tasks, language = talk.subject.tasks, talk.language
        deadlines = dict.fromkeys(state_deadline(each.state["deadline"], language) for each in tasks)
        units = dict.fromkeys(html(unit_names(each.state["units"], language)) for each in tasks)
        named = texts.tasks_named(tasks, language)
        return wording(language, tasks=named, deadline=join([*deadlines], "；"), units=join([*units], "；"))

    return put


def read_deadline_as(key: str, talk: Talk[Any], text: str) -> Answers:
    """Return the deadline in `text` as the answer `key`. Raises DayUnclear."""
    return {key: edits.deadline_edit(text, talk.context.today)["deadline"]}


def change_deadline_as(key: str, talk: Talk[Any], text: str) -> Answers:
    """Return the deadline that `text`, written at the preview, corrects as the answer `key`; empty if it only mentions
    a day. Raises DayUnclear."""
    heard = hear(talk.context, text)
    speaks_of_a_day = heard.names(Kind.TIME) and not says(heard, "broadcasts.only_a_day", "asked.another_day")
    return {} if speaks_of_a_day else read_deadline_as(key, talk, text)


DEADLINE_QUESTION: Question[Any] = Question(
    "deadline",
    label=texts.DEADLINE,
    put=question_about_tasks(texts.WHICH_DEADLINE),
    read=partial(read_deadline_as, "deadline"),
    change=partial(change_deadline_as, "deadline"),
    changed_surely=True,
    shown=lambda talk: state_deadline(talk.answers["deadline"], talk.language),
)


def words_of_task(text: str) -> str:
    """Return the words for a field of a task. Raises what `checked_note` raises."""
    return checked_note(text.strip())


def _which_text(talk: Talk[TasksToChange]) -> Html:
    now = str(talk.subject.tasks[0].state[talk.answers["field"]])
    return texts.WHICH_TEXT(talk.language, text=cut(now, 1500) or "—")


FIELD_QUESTION: Question[TasksToChange] = Question(
    "field",
    label=texts.FIELD,
    put=question_about_tasks(texts.WHICH_FIELD),
    read=buttons_only,
    buttons=lambda talk: in_rows([(FIELDS[name], name) for name in WORDED], 3),
    shown=lambda talk: FIELDS[talk.answers["field"]],
)
NEW_WORDS_QUESTION: Question[TasksToChange] = words_question("text", texts.TEXT, _which_text, words_of_task)


def _unit_in(talk: Talk[TasksToChange], text: str) -> str:
    """Return the unit that a text names, perhaps in place of another (还是还给公安局). Raises UnknownUnit."""
    heard = hear(talk.context, text)
    named = values_of(heard, Kind.UNIT) if says(heard, "plan_changes.value_alone") else ()
    return named[0] if len(named) == 1 else unit_named(talk.context, text).name


def _read_unit_there(talk: Talk[TasksToChange], text: str) -> Answers:
    name = _unit_in(talk, text)
    if name not in talk.subject.tasks[0].units:
        raise NoSuchUnitThere(name)
    return {"from": name, ALSO_FROM: ()}


def _read_unit(talk: Talk[TasksToChange], text: str) -> Answers:
    """Return the known unit that `text` names. If it only resembles some, keep these for buttons: raises PartlyRead."""
    try:
        return {"to": _unit_in(talk, text), WITH_IT: ()}
    except UnknownUnit as unknown:
        raise PartlyRead({NEAR: list(unknown.near)}, unknown, NOTHING) from None


FROM_QUESTION: Question[TasksToChange] = Question(
    "from",
    label=texts.FROM_UNIT,
    put=question_about_tasks(texts.WHICH_FROM),
    read=_read_unit_there,
    buttons=lambda talk: [
        [(name, f"u{place}", {"from": name, ALSO_FROM: ()})] for place, name in enumerate(talk.subject.tasks[0].units)
    ],
    asked=lambda talk: len(talk.subject.tasks) == 1 and len(talk.subject.tasks[0].units) > 1,
    shown=lambda talk: [talk.answers.get("from", ""), *(talk.answers.get(ALSO_FROM) or ())],
)
"""Which of the units of a single task leaves it."""


def joining_unit_question(wording: Wording) -> Question[TasksToChange]:
    """Return the question which unit joins the tasks."""
    return Question(
        "to",
        label=texts.UNIT,
        put=question_about_tasks(wording),
        read=_read_unit,
        buttons=lambda talk: (
            [[(name, f"n{place}", {"to": name, WITH_IT: ()})] for place, name in enumerate(talk.answers.get(NEAR, ()))]
        ),
        shown=lambda talk: [talk.answers.get("to", ""), *(talk.answers.get(WITH_IT) or ())],
    )


def _read_reason(talk: Talk[Any], text: str) -> Answers:
    """Return the reason in a text. Raises NoReason also if it only names another unit (还是公安局)."""
    heard = hear(talk.context, text)
    if heard.names(Kind.UNIT) and says(heard, "plan_changes.value_alone"):
        raise NoReason(text.strip())
    return _ANY_REASON.read(talk, text)


_ANY_REASON: Question[Any] = reason_question(lambda talk: texts.WHY(talk.language))
REASON: Question[Any] = replace(
    _ANY_REASON,
    read=_read_reason,
    buttons=lambda talk: [[(words, value, {"reason": words.zh})] for value, words in REASONS.items()],
)
"""The reason for changing the plan, with buttons for frequent ones."""
