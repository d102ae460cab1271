"""The changes of one task, declared: what is new, why, a look at both, and the units hear of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from data.dialogs import Dialog
from data.errors import ButtonsOnly, ForTheOffice, NoSuchUnitThere, StaleButton, UnknownUnit
from data.office import task_edits as edits
from data.office.plan_changes import ChangeKind, change_made
from data.office.task_edits import TaskNow, edit_task, task_now
from data.plan.task_states import WORDED, TaskState
from data.plan.tasks import code_of
from data.reporting.drafts import checked_note
from handlers.dialog.declaration import Answers, Choices, Declaration, Ending, PartlyRead, Question, Talk
from handlers.dialog.reason import reason_question
from handlers.office import keyboard as buttons
from handlers.office.texts import task_changes as texts
from handlers.office.texts.files import FIELDS
from handlers.office.texts.plan_changes import state_deadline, unit_names
from handlers.telegram.context import Context
from handlers.telegram.understanding import unit_named
from handlers.telegram.wording import Html, Wording, cut, html

NEAR = "near"
"""The answer that holds the names of units like the one that was written."""
NewState = Callable[[TaskNow, Answers], TaskState]


def _load(context: Context, dialog: Dialog) -> TaskNow:
    if not context.person.is_coordinator:
        raise ForTheOffice
    found = task_now(context.db, dialog.subject_id)
    if found is None:
        raise StaleButton
    return found


def _put(wording: Wording) -> Callable[[Talk[TaskNow]], Html]:
    """A question with the task that it is of, and its deadline and units as they are."""

    def put(talk: Talk[TaskNow]) -> Html:
        task, language = talk.subject, talk.language
        return wording(
            language,
            code=task.code,
            title=cut(task.title, 60),
            deadline=state_deadline(task.state["deadline"], language),
            units=unit_names(task.state["units"], language),
        )

    return put


def _read_deadline(talk: Talk[TaskNow], text: str) -> Answers:
    return {"deadline": edits.with_deadline(text, talk.context.today)["deadline"]}


def _deadline_shown(talk: Talk[TaskNow]) -> Html:
    return state_deadline(talk.answers["deadline"], talk.language) if "deadline" in talk.answers else Html("")


DEADLINE_QUESTION: Question[TaskNow] = Question(
    "deadline",
    label=texts.DEADLINE,
    put=_put(texts.WHICH_DEADLINE),
    read=_read_deadline,
    shown=_deadline_shown,
)


def _fields(talk: Talk[TaskNow]) -> Choices:
    each = [(FIELDS[name], name) for name in WORDED]
    return [each[start : start + 3] for start in range(0, len(each), 3)]


def _read_field(talk: Talk[TaskNow], text: str) -> Answers:
    raise ButtonsOnly


def _which_text(talk: Talk[TaskNow]) -> Html:
    now = str(talk.subject.state[talk.answers["field"]])
    return texts.WHICH_TEXT(talk.language, text=cut(now, 1500) or "—")


def _units_there(talk: Talk[TaskNow]) -> Choices:
    return [[(name, f"u{number}")] for number, name in enumerate(talk.subject.units)]


def _press_unit_there(talk: Talk[TaskNow], value: str) -> Answers:
    units, number = talk.subject.units, value.removeprefix("u")
    if not number.isdecimal() or int(number) >= len(units):
        raise StaleButton
    return {"from": units[int(number)]}


def _read_unit_there(talk: Talk[TaskNow], text: str) -> Answers:
    name = unit_named(talk.context, text).name
    if name not in talk.subject.units:
        raise NoSuchUnitThere(name)
    return {"from": name}


def _units_near(talk: Talk[TaskNow]) -> Choices:
    return [[(name, f"n{number}")] for number, name in enumerate(talk.answers.get(NEAR, ()))]


def _press_near(talk: Talk[TaskNow], value: str) -> Answers:
    near, number = talk.answers.get(NEAR, ()), value.removeprefix("n")
    if not number.isdecimal() or int(number) >= len(near):
        raise StaleButton
    return {"to": near[int(number)]}


def _read_unit(talk: Talk[TaskNow], text: str) -> Answers:
    """Any unit that is known; of names like the one written, each becomes a button."""
    try:
        return {"to": unit_named(talk.context, text).name}
    except UnknownUnit as unknown:
        raise PartlyRead({NEAR: list(unknown.near)}, unknown, Html("")) from None


def _from_question() -> Question[TaskNow]:
    return Question(
        "from",
        label=texts.FROM_UNIT,
        put=_put(texts.WHICH_FROM),
        read=_read_unit_there,
        buttons=_units_there,
        press=_press_unit_there,
        shown=lambda talk: html(talk.answers.get("from", "")),
    )


def _to_question(wording: Wording) -> Question[TaskNow]:
    return Question(
        "to",
        label=texts.UNIT,
        put=_put(wording),
        read=_read_unit,
        buttons=_units_near,
        press=_press_near,
        shown=lambda talk: html(talk.answers.get("to", "")),
    )


def _reasons(talk: Talk[Any]) -> Choices:
    return [[(words, value)] for value, words in texts.REASONS.items()]


def _press_reason(talk: Talk[Any], value: str) -> Answers:
    if value not in texts.REASONS:
        raise StaleButton
    return {"reason": texts.REASONS[value].zh}


REASON: Question[Any] = replace(
    reason_question(lambda talk: texts.WHY(talk.language)), buttons=_reasons, press=_press_reason
)
"""Why the plan is changed."""


def reason_for(put: Callable[[Talk[Any]], Html]) -> Question[Any]:
    """The question for a reason, put in other words."""
    return replace(REASON, put=put)


def _why(what: Wording) -> Question[TaskNow]:
    """Why a task is changed so."""

    def put(talk: Talk[TaskNow]) -> Html:
        task = talk.subject
        return texts.why(task.code, task.title, what, talk.language)

    return replace(REASON, put=put)


def _declared(
    kind: str, what: Wording, change: ChangeKind, new: NewState, *questions: Question[TaskNow]
) -> Declaration[TaskNow]:
    """A change of a task, called by the words on its button: these questions, the reason, and what is `new` when they
    are answered. What would change nothing is refused where it is answered, or at once where nothing is asked."""

    def load(context: Context, dialog: Dialog) -> TaskNow:
        task = _load(context, dialog)
        if not questions:
            task.proposed(new(task, {}))
        return task

    def preview(talk: Talk[TaskNow]) -> Html:
        proposed = talk.subject.proposed(new(talk.subject, talk.answers))
        return texts.check(proposed, talk.answers["reason"], talk.language)

    def finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
        source = f"dialog:{dialog.id}"
        done = change_made(context.db, source) or edit_task(
            context.db,
            context.person,
            task := _load(context, dialog),
            change,
            new(task, dialog.answers),
            dialog.answers["reason"],
            source,
            context.now,
            context.zone,
            said_in,
        )
        told = tuple(sorted(done.told))
        return Ending(texts.done(told, context.language), buttons.undo_change(done, context.language))

    asked = [*questions[:-1], *(_effective(each, new) for each in questions[-1:])]
    return Declaration(
        kind=kind,
        load=load,
        questions=(*asked, _why(what)),
        preview=preview,
        finish=finish,
        waits=lambda context, dialog: texts.WAITS(context.language, code=code_of(context.db, dialog.subject_id)),
    )


def _effective(question: Question[TaskNow], new: NewState) -> Question[TaskNow]:
    """A question whose answer has to change something. Its `read` and `press` raise NoChange as well."""
    press = question.press or (lambda talk, value: {question.key: value})

    def checked(talk: Talk[TaskNow], given: Answers | None) -> Answers:
        assert given is not None
        talk.subject.proposed(new(talk.subject, {**talk.answers, **given}))
        return given

    return replace(
        question,
        read=lambda talk, text: checked(talk, question.read(talk, text)),
        press=lambda talk, value: checked(talk, press(talk, value)),
    )


def _from(task: TaskNow, answers: Answers) -> str:
    """The unit that goes; where the task has but one, that."""
    return str(answers.get("from") or task.units[0])


DEADLINE = _declared(
    "task_deadline",
    texts.DEADLINE,
    ChangeKind.DEADLINE,
    lambda task, answers: {"deadline": answers["deadline"], "settled": True},
    DEADLINE_QUESTION,
)
UNDATED = _declared("task_undated", texts.UNDATED, ChangeKind.DEADLINE, lambda task, answers: edits.undated())
WORDS = _declared(
    "task_words",
    texts.WORDS,
    ChangeKind.EDIT,
    lambda task, answers: {answers["field"]: answers["text"]},
    Question(
        "field",
        label=texts.FIELD,
        put=_put(texts.WHICH_FIELD),
        read=_read_field,
        buttons=_fields,
        shown=lambda talk: FIELDS[talk.answers["field"]](talk.language) if "field" in talk.answers else Html(""),
    ),
    Question(
        "text",
        label=texts.TEXT,
        put=_which_text,
        read=lambda talk, text: {"text": checked_note(text.strip())},
        shown=lambda talk: html(cut(talk.answers.get("text", ""), 60)),
        free=True,
    ),
)
MOVE = _declared(
    "task_move",
    texts.MOVE,
    ChangeKind.UNITS,
    lambda task, answers: edits.moved(task.state, _from(task, answers), answers["to"]),
    replace(_from_question(), asked=lambda talk: len(talk.subject.units) > 1),
    _to_question(texts.WHICH_TO),
)
JOIN = _declared(
    "task_join",
    texts.JOIN,
    ChangeKind.UNITS,
    lambda task, answers: edits.joined(task.state, answers["to"]),
    _to_question(texts.WHICH_JOINS),
)
LEAVE = _declared(
    "task_leave",
    texts.LEAVE,
    ChangeKind.UNITS,
    lambda task, answers: edits.left(task.state, _from(task, answers)),
    replace(_from_question(), asked=lambda talk: len(talk.subject.units) > 1),
)
CLOSE = _declared("task_close", texts.CLOSE, ChangeKind.CLOSE, lambda task, answers: edits.closed(task.state))
WITHDRAW = _declared("task_withdraw", texts.WITHDRAW, ChangeKind.WITHDRAW, lambda task, answers: edits.withdrawn())
CHANGES: Mapping[str, Declaration[TaskNow]] = {
    "deadline": DEADLINE,
    "undated": UNDATED,
    "words": WORDS,
    "move": MOVE,
    "join": JOIN,
    "leave": LEAVE,
    "close": CLOSE,
    "withdraw": WITHDRAW,
}
"""The changes by the buttons that begin them."""
