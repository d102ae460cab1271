"""The dialog that adds a task (新增任务): its place, measure, deliverable, deadline, units and the reason."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, UnknownTask, needed
from data.errors.deadlines import DayUnclear
from data.office import task_edits as edits
from data.office.task_edits import PresentTask, next_code, present_task
from data.people.directory import unreached_units
from data.plan.tasks import first_code
from data.plan.units import members_of
from data.plan.versions import TaskState
from data.understanding import Kind, Understanding, find_order, of_kind, says, values_of
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.numerals import ordinal
from data.understanding.office.change_asked import clauses_of_a_task
from data.understanding.office.change_parts import lead_and_partners
from handlers.dialog import Answers, Declaration, Ending, Members, Question, Talk, words_question
from handlers.plan.change_questions import REASON, change_deadline_as, read_deadline_as, words_of_task
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.plan_changes import change_of_task, reason_text, state_deadline
from handlers.telegram import Context, hear, still_there, undo_keyboard, unit_named
from handlers.wording import Html, cut, join, labels

LONGEST_PLACE = 12
"""Characters; a longer text with a number in it gives no place."""


def new_task_answers(context: Context, words: str) -> dict[str, Any]:
    """Return the answers that `words` give about a new task; empty if there are none. Clauses that only give units, the
    day, the place or the deliverable are left out of the measure."""
    clauses = clauses_of_a_task(words)
    if not clauses:
        return {}
    of_units = [each for each in clauses[1:] if says(hear(context, each), "new_task.units_alone")]
    of_day = [each for each in clauses[1:] if says(hear(context, each), "new_task.day_alone", "new_task.result_by")]
    of_day = of_day if len(of_day) == 1 else []
    places = {each: task for each in clauses[1:] if (task := _place(context, each))}
    ways = ["new_task.result", *(["new_task.result_by"] if of_day else [])]
    results = {each: found["result"] for each in clauses if (found := find_order(hear(context, each), *ways))}
    result = next((results[each] for each in clauses[1:] if each in results), None)
    of_result = [each for each, stated in results.items() if stated == result]
    left = [each for each in clauses if each not in (*of_units, *of_day, *places, *of_result)]
    measure = words if len(left) == len(clauses) else "，".join(left)
    units = units_by_lead(hear(context, "，".join(of_units) or measure))
    due = _due(context, hear(context, "，".join(of_day) or measure))
    deliverable = {} if result is None else {"deliverable": result.strip("，,；;。\n ")}
    place = {"place": next(iter(places.values()))} if places else {}
    return {"measure": measure, **({"units": [*units]} if units else {}), **due, **place, **deliverable}


def _place(context: Context, words: str) -> int | None:
    """Return the present task that `words` give as the new one's place, or the first of the item; None if they only say
    something else."""
    placed = find_order(hear(context, words), "new_task.placed")
    if placed is None:
        return None
    code = placed.code or first_code(context.db, ordinal(placed["item"]))
    task = edits.present_task_by_code(context.db, code)
    return task.id if task else None


def units_by_lead(heard: Understanding) -> Sequence[str]:
    """Return the units that the words name, the lead first."""
    named = (value for each in of_kind(heard, Kind.UNIT) for value in each.values)
    return tuple(dict.fromkeys((*lead_and_partners(heard), *named)))


def _due(context: Context, heard: Understanding) -> dict[str, Any]:
    """Return the deadline if the words name exactly one day; empty otherwise."""
    times = list(of_kind(heard, Kind.TIME))
    if len(times) == 1:
        with suppress(DayUnclear):
            day = heard.text[times[0].start : times[0].end]
            return {"due": edits.deadline_edit(day, context.today)["deadline"]}
    return {}


def _load(context: Context, dialog: Dialog) -> PresentTask | None:
    """Return the task beside which the new one is placed, None until that is answered. Raises StaleButton."""
    if "place" not in dialog.answers:
        return None
    return still_there(present_task(context.db, int(dialog.answers["place"])))


def _read_place(talk: Talk[PresentTask | None], text: str) -> Answers:
    """Return the task whose code, or the item whose number `text` gives. Raises UnknownTask, and NoSuchAnswer for words
    that give neither."""
    heard = hear(talk.context, text)
    codes = values_of(heard, Kind.CODE)
    found = _place(talk.context, codes[0] if codes else text)
    said, is_a_place = text.strip(), heard.names(Kind.NO_CODE) or len(text.strip()) <= LONGEST_PLACE
    has_a_number = any(map(str.isdecimal, said))
    unknown = UnknownTask(said[:20], in_the_plan=True) if is_a_place and has_a_number else NoSuchAnswer(said)
    return {"place": needed(found, unknown)}


def _read_units(talk: Talk[PresentTask | None], text: str) -> Answers:
    """Return the units that `text` names, the lead first. Raises UnknownUnit."""
    heard = hear(talk.context, text)
    alone = says(heard, "new_task.units_alone")
    return {"units": [*units_by_lead(heard)] if alone else [unit_named(talk.context, text).name]}


def _named(talk: Talk[PresentTask | None], clause: str) -> list[ListedMembers]:
    named = of_kind(hear(talk.context, clause), Kind.UNIT)
    return [ListedMembers(each.start, each.end, members_of(talk.context.db, each.values)) for each in named]


def _present(talk: Talk[PresentTask | None]) -> Sequence[str]:
    return members_of(talk.context.db, talk.answers.get("units") or ())


def _new_state(context: Context, answers: Answers) -> TaskState:
    units = [members_of(context.db, [unit]) for unit in answers["units"]]
    deadline = {"deadline": answers["due"], "settled": True} if answers.get("due") else edits.no_deadline_edit()
    return edits.state_of_new_task(answers["measure"], answers["deliverable"], units, deadline)


def _preview(talk: Talk[PresentTask | None]) -> Html:
    assert talk.subject is not None
    code = next_code(talk.context.db, talk.subject.code)
    proposed = edits.new_task_change(code, _new_state(talk.context, talk.answers))
    place = texts.PLACED(talk.language, code=code, item=cut(talk.subject.state["item"], 60))
    said, why = change_of_task(proposed, talk.language), reason_text(talk.answers["reason"], talk.language)
    told = texts.who_is_told(proposed.units, unreached_units(talk.context.db), talk.language)
    return join([texts.CHECK(talk.language), place, said, why, told])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    answers, place = dialog.answers, int(dialog.answers["place"])
    state, reason = _new_state(context, answers), answers["reason"]
    done = edits.create_task(context.db, context.actor, place, state, reason, dialog.source)
    told = texts.done(done.told, unreached_units(context.db), context.language)
    lines = [change_of_task(each, context.language) for each in done.tasks]
    return Ending(join([told, *lines]), undo_keyboard(done, context.language))


NEW_TASK: Declaration[PresentTask | None] = Declaration(
    kind="new_task",
    load=_load,
    questions=(
        Question(
            "place",
            label=texts.PLACE,
            put=texts.WHICH_PLACE,
            read=_read_place,
            shown=lambda talk: cut(still_there(talk.subject).state["item"], 60),
        ),
        words_question("measure", labels.FIELD_MEASURE, texts.WHICH_MEASURE, words_of_task),
        words_question(
            "deliverable", labels.FIELD_DELIVERABLE, texts.WHICH_DELIVERABLE, words_of_task, skipped={"deliverable": ""}
        ),
        Question(
            "due",
            label=labels.FIELD_DEADLINE,
            put=texts.WHICH_DUE,
            read=partial(read_deadline_as, "due"),
            change=partial(change_deadline_as, "due"),
            changed_surely=True,
            shown=lambda talk: state_deadline(talk.answers["due"], talk.language),
            skipped={"due": ""},
        ),
        Question(
            "units",
            label=texts.UNITS,
            put=texts.WHICH_UNITS,
            read=_read_units,
            change=_read_units,
            members=Members(_named, _present, _present, lambda talk, units: {"units": units or None}),
            shown=lambda talk: talk.answers["units"],
        ),
        REASON,
    ),
    preview=_preview,
    finish=_finish,
    waits=texts.WAITS_NEW,
)
"""The dialog that adds a task."""
