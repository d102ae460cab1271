"""Which tasks work information belongs to: pressed, or written by their codes."""

from data.errors import NoSuchAnswer, NotYours, StaleButton
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, values_of
from handlers.dialog import Answers, Choices, PartlyRead, Question, Talk
from handlers.information import keyboard as buttons
from handlers.information.information_draft import Draft, text_of, unit_of
from handlers.information.texts import submission as texts
from handlers.telegram import Html, hear, html, in_rows, labels, plain_word, series

OFFERED = 8
"""So many of the unit's tasks can be pressed."""


def _own_tasks(talk: Talk[Draft]) -> list[Assignment]:
    """The tasks of the unit, once each; first those that the text names, then the most urgent ones."""
    context, unit_id = talk.context, unit_of(talk)
    said = hear(context, f"{talk.answers.get('title', '')}\n{text_of(talk)}"[:500])
    mentioned = {*values_of(said, Kind.CODE)}
    own = assignments(context.db, context.today, [unit_id])
    return sorted(own, key=lambda each: each.code not in mentioned)


def _picked(talk: Talk[Draft]) -> list[int]:
    return list(talk.answers.get("tasks") or ())


def codes_of(talk: Talk[Draft]) -> list[str]:
    """The codes of the tasks that are picked."""
    picked = _picked(talk)
    return [each.code for each in _own_tasks(talk) if each.task_id in picked] if picked else []


def _task_choices(talk: Talk[Draft]) -> Choices:
    own, picked = _own_tasks(talk), _picked(talk)
    shown = own[:OFFERED] + [each for each in own[OFFERED:] if each.task_id in picked]
    choices = [
        (buttons.of_task(each, talk.language, is_picked=each.task_id in picked), f"task_{each.task_id}")
        for each in shown
    ]
    return [*in_rows(choices, 2), [(labels.GO_ON if picked else labels.SKIP, "skip")]]


def _press_task(talk: Talk[Draft], value: str) -> Answers:
    picked = _picked(talk)
    if value == "skip":
        return {"tasks": picked, "tasked": True}
    number = int(value.removeprefix("task_")) if value.removeprefix("task_").isdigit() else 0
    if number not in (each.task_id for each in _own_tasks(talk)):
        raise StaleButton
    others = [each for each in picked if each != number]
    return {"tasks": others if number in picked else [*picked, number], "tasked": None}


def _read_tasks(talk: Talk[Draft], text: str) -> Answers:
    """The tasks whose codes are written; one of another unit is named, and the others are kept."""
    if plain_word(text) in texts.NO_TASK_SAID:
        return {"tasks": [], "tasked": True}
    codes = values_of(hear(talk.context, text), Kind.CODE)
    if not codes:
        raise NoSuchAnswer(text.strip())
    own = {each.code: each.task_id for each in _own_tasks(talk)}
    picked = list(dict.fromkeys([*_picked(talk), *(own[code] for code in codes if code in own)]))
    strange = [code for code in codes if code not in own]
    if strange and picked:
        raise PartlyRead({"tasks": picked}, NotYours(strange[0]), Html(""))
    if strange:
        raise NotYours(strange[0])
    return {"tasks": picked, "tasked": True}


TASKS: Question[Draft] = Question(
    "tasks",
    label=texts.TASKS,
    put=lambda talk: texts.tasks_asked(codes_of(talk), talk.language),
    read=_read_tasks,
    buttons=_task_choices,
    press=_press_task,
    answered=lambda talk: bool(talk.answers.get("tasked")),
    goes_on="skip",
    shown=lambda talk: html(series(codes_of(talk), talk.language)),
)
