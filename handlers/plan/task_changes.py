"""The dialogs that make one change to one or several tasks, the menu that begins them for one, and undoing the last
change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office import task_edits as edits
from data.office.change_record import ChangeKind, PlanChange, TaskChange, change_from_source
from data.office.open_deadlines import AS_PLANNED, settle_deadlines
from data.office.plan_changes import change_plan, last_change
from data.office.task_edits import PresentTask, present_task, present_task_by_code
from data.people.directory import unreached_units
from data.plan.tasks import code_of
from data.plan.versions import TaskState
from handlers.dialog import Again, Answers, Declaration, Ending, Place, Question, Talk, begin, go_on, load_talk_or_drop
from handlers.dialog.declaration import is_answered, questions_of
from handlers.dialog.transitions import store_answers
from handlers.plan import keyboard as buttons
from handlers.plan.change_questions import (
    ALSO_FROM,
    DEADLINE_QUESTION,
    FIELD_QUESTION,
    FROM_QUESTION,
    NEW_WORDS_QUESTION,
    REASON,
    WITH_IT,
    TasksToChange,
    joining_unit_question,
)
from handlers.plan.new_task import NEW_TASK
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.files import FIELDS
from handlers.plan.texts.plan_changes import change_lines
from handlers.telegram import Context, answer, pressed, still_there, undo_keyboard
from handlers.wording import NOTHING, Html, Language, Wording, cut, join, labels, series, write_fitting

NewState = Callable[[PresentTask, Answers], TaskState]


@dataclass(frozen=True, slots=True)
class WayOfChange:
    """A way to change a task: its name, the questions before the reason, a function that returns the new state, and how
    it begins again where it is put right just afterwards."""

    kind: str
    what: Wording
    change: ChangeKind
    new: NewState
    questions: tuple[Question[TasksToChange], ...] = ()
    again: Again | None = None


def _leaving_unit(task: PresentTask, answers: Answers) -> str:
    """Return the unit that leaves; a task's only unit if none was answered. Raises NoSuchUnitThere."""
    if "from" not in answers and len(task.units) != 1:
        raise NoSuchUnitThere("")
    return str(answers.get("from") or task.units[0])


def _in_place_of(task: PresentTask, answers: Answers) -> TaskState:
    """Return the new state with a unit in place of the one that leaves, if the task has any."""
    if not task.units:
        return edits.add_unit_edit(task.state, answers["to"])
    return edits.replace_unit_edit(task.state, _leaving_unit(task, answers), answers["to"])


def _with_others(task: PresentTask, answers: Answers, new: TaskState) -> TaskState:
    """Return the new state `new` with the units that join with the first, and without those that leave with it."""
    for unit in answers.get(WITH_IT) or ():
        new = {**new, **edits.add_unit_edit({**task.state, **new}, unit)}
    for unit in answers.get(ALSO_FROM) or ():
        new = edits.remove_unit_edit({**task.state, **new}, unit)
    return new


WAYS: Mapping[str, WayOfChange] = {
    way.kind: way
    for way in (
        WayOfChange(
            "task_deadline",
            texts.DEADLINE,
            ChangeKind.DEADLINE,
            lambda task, answers: {"deadline": answers["deadline"], "settled": True},
            (DEADLINE_QUESTION,),
            again=Again("deadline", lambda talk: {"reason": talk.answers["reason"]}),
        ),
        WayOfChange(
            "task_undated", labels.NO_DEADLINE, ChangeKind.DEADLINE, lambda task, answers: edits.no_deadline_edit()
        ),
        WayOfChange(
            "task_words",
            texts.WORDS,
            ChangeKind.EDIT,
            lambda task, answers: edits.wording_edit(answers["field"], answers["text"]),
            (FIELD_QUESTION, NEW_WORDS_QUESTION),
        ),
        WayOfChange(
            "task_move",
            texts.MOVE,
            ChangeKind.UNITS,
            _in_place_of,
            (FROM_QUESTION, joining_unit_question(texts.WHICH_TO)),
            again=Again("to", lambda talk: {"from": talk.answers["to"], "reason": talk.answers["reason"]}),
        ),
        WayOfChange(
            "task_lead",
            texts.LEAD,
            ChangeKind.UNITS,
            lambda task, answers: edits.make_lead_edit(task.state, answers["to"]),
            (joining_unit_question(texts.WHICH_LEADS),),
        ),
        WayOfChange(
            "task_join",
            texts.JOIN,
            ChangeKind.UNITS,
            lambda task, answers: edits.add_unit_edit(task.state, answers["to"]),
            (joining_unit_question(texts.WHICH_JOINS),),
        ),
        WayOfChange(
            "task_leave",
            texts.LEAVE,
            ChangeKind.UNITS,
            lambda task, answers: edits.remove_unit_edit(task.state, _leaving_unit(task, answers)),
            (FROM_QUESTION,),
        ),
        WayOfChange("task_close", texts.CLOSE, ChangeKind.CLOSE, lambda task, answers: edits.closing_edit(task.state)),
        WayOfChange("task_withdraw", texts.WITHDRAW, ChangeKind.WITHDRAW, lambda task, answers: edits.WITHDRAWAL),
        WayOfChange("task_back", texts.BACK, ChangeKind.EDIT, lambda task, answers: answers["state"]),
    )
}


@dataclass(frozen=True, slots=True)
class ProposedChanges:
    """What the answers of a dialog would change: the new states by task id, the changes, and the codes of tasks that
    are so already (`same`) or cannot be changed so (`unlike`)."""

    new: Mapping[int, TaskState]
    changes: Sequence[TaskChange]
    same: Sequence[str]
    unlike: Sequence[str]


def _proposed(to_change: TasksToChange, answers: Answers, language: Language) -> ProposedChanges:
    """Return what `answers`, or those for each task, would change. Raises NoChange or NoSuchUnitThere for nothing."""
    new: dict[int, TaskState] = {}
    changes, same, unlike = list[TaskChange](), list[str](), list[str]()
    for task in to_change.tasks:
        try:
            own = {**answers, **answers.get("each", {}).get(str(task.id), {})}
            state = _with_others(task, own, WAYS[to_change.kind].new(task, own))
            changes.append(task.proposed(state))
            new[task.id] = state
        except NoChange:
            same.append(task.code)
        except NoSuchUnitThere as why:
            unlike.append(task.code)
            missing = why
    if not changes:
        raise NoChange(series(to_change.codes, language)) if same else missing
    return ProposedChanges(new, changes, same, unlike)


def changed_ids(dialog: Dialog) -> list[int]:
    """Return the ids of the tasks that a dialog changes."""
    return [*dialog.answers.get("tasks", [dialog.subject_id])]


def _load(context: Context, dialog: Dialog) -> TasksToChange:
    """Return the tasks. Raises StaleButton if they are gone, NoChange or NoSuchUnitThere if nothing would change."""
    found = [task for each in changed_ids(dialog) if (task := present_task(context.db, each))]
    to_change = TasksToChange(dialog.answers.get("kind", dialog.kind), still_there(tuple(found)))
    talk = Talk(context, dialog, to_change)
    left = [each for each in questions_of(talk) if each.key != REASON.key and not is_answered(each, talk)]
    if not left and not change_from_source(context.db, dialog.source):
        _proposed(to_change, dialog.answers, context.language)
    return to_change


def _why(talk: Talk[TasksToChange]) -> Html:
    """Ask for the reason, and name the day or units that the tasks get."""
    to_change, language = talk.subject, talk.language
    to = [each.answer_in_line(talk) for each in questions_of(talk) if each.key != REASON.key]
    named = texts.tasks_named(to_change.tasks, language)
    field = talk.answers.get("field")
    way = texts.FIELD_CHANGED(language, field=FIELDS[field]) if field else WAYS[to_change.kind].what
    return texts.why(texts.OF_TASKS(language, tasks=named, what=way), to[-1] if to else NOTHING, language)


def _preview(talk: Talk[TasksToChange]) -> Html:
    reason, language = talk.answers["reason"], talk.language
    found = _proposed(talk.subject, talk.answers, language)
    nobody = unreached_units(talk.context.db)
    return write_fitting(
        lambda most: texts.check(found.changes, reason, nobody, language, found.same, found.unlike, most)
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = change_from_source(context.db, dialog.source)
    if done is None:
        to_change, reason = _load(context, dialog), dialog.answers["reason"]
        found, change = _proposed(to_change, dialog.answers, context.language), WAYS[to_change.kind].change
        subject = "、".join(each.code for each in found.changes)
        done = change_plan(context.db, context.actor, change, subject, found.new, dialog.source, reason=reason)
    return Ending(
        texts.done(done.told, unreached_units(context.db), context.language), undo_keyboard(done, context.language)
    )


def _of_way(way: WayOfChange, question: Question[TasksToChange]) -> Question[TasksToChange]:
    """Return `question` as it is asked for one way of change, unless each task has its own answer; the last one
    takes no answer that would change nothing."""

    def checked(talk: Talk[TasksToChange], given: Answers | None) -> Answers:
        assert given is not None
        if question is way.questions[-1]:
            _proposed(talk.subject, {**talk.answers, **given}, talk.language)
        return given

    return replace(
        question,
        asked=lambda talk: talk.subject.kind == way.kind and "each" not in talk.answers and question.asked(talk),
        read=lambda talk, text: checked(talk, question.read(talk, text)),
        press=lambda talk, value: checked(talk, question.pressed(talk, value)),
    )


def _declared(kind: str, *ways: WayOfChange) -> Declaration[TasksToChange]:
    """Return the dialog of one or several ways to change tasks: their questions, the reason, a preview."""
    return Declaration(
        kind=kind,
        load=_load,
        questions=(*(_of_way(way, each) for way in ways for each in way.questions), replace(REASON, put=_why)),
        preview=_preview,
        submit_said=texts.CHANGES,
        finish=_finish,
        again=ways[0].again if len(ways) == 1 else None,
        waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.codes),
    )


CHANGES: Mapping[str, Declaration[TasksToChange]] = {
    kind.removeprefix("task_"): _declared(kind, way) for kind, way in WAYS.items()
}
"""The dialogs about one task by the name used in buttons and in the office's orders."""
CHANGE_KINDS = frozenset(each.kind for each in CHANGES.values())
DEADLINE_CHANGE, WORDS_CHANGE = CHANGES["deadline"], CHANGES["words"]
SEVERAL = _declared("tasks_change", *WAYS.values())
"""The dialog about several tasks, whose ids and way of change are answers."""


async def leave_tasks_out(update: Update, context: Context, dialog: Dialog, codes: Sequence[str], first: Html) -> None:
    """Continue a change of several tasks without those in `codes`; `first` stands above the next message."""
    left = [each for each in changed_ids(dialog) if code_of(context.db, each) not in codes]
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is not None:
        await go_on(update, store_answers(update, talk, {"tasks": left}), Place.BELOW, first=first)


async def change_more_tasks(update: Update, context: Context, dialog: Dialog, tasks: Sequence[int]) -> None:
    """Continue a change of one or several tasks with more of them, to be changed in the same way."""
    together = [*dict.fromkeys([*changed_ids(dialog), *tasks])]
    subject = dialog.subject_id if dialog.kind == SEVERAL.kind else update.update_id
    answers = {"kind": dialog.kind, **dialog.answers, "tasks": together}
    await begin(update, context, SEVERAL, subject, answers=answers)
    if dialog.kind != SEVERAL.kind:
        dialogs.drop_dialog(context.db, context.dialog(dialog.id))


SHOWN = 3
"""The largest number of tasks whose present state is told."""


def describe_tasks(context: Context, codes: Sequence[str]) -> Html:
    """Return the title, units and deadline of the first tasks with these codes; unknown codes are left out."""
    tasks = [task for code in codes[:SHOWN] if (task := present_task_by_code(context.db, code))]
    return join([texts.task_now(each, context.language) for each in tasks])


async def confirm_deadlines(update: Update, context: Context, tasks: Sequence[PresentTask]) -> None:
    """Record that the deadlines of tasks are right as they are."""
    done = settle_deadlines(context.db, context.actor, [each.id for each in tasks], AS_PLANNED, context.source)
    codes = "、".join(each.code for each in tasks)
    await answer(update, context, texts.STANDS(context.language, code=codes), undo_keyboard(done, context.language))


async def press_task(update: Update, context: Context) -> None:
    """Handle a button of a task's menu, or the one that opens it. Raises StaleButton if the task is gone."""
    choice, number = pressed(update)
    task = still_there(present_task(context.db, int(number)))
    match choice:
        case "menu":
            await show_menu(update, context, task)
        case "add":
            await begin(update, context, NEW_TASK, task.id, answers={"place": task.id})
        case "undo":
            await show_last_change(update, context, task.code)
        case _:
            await begin(update, context, CHANGES[choice], task.id, place=Place.BELOW)


async def show_menu(update: Update, context: Context, task: PresentTask, first: Html = NOTHING) -> None:
    """Show, below the text `first`, what can be changed of a task."""
    text = texts.MENU(context.language, code=task.code, title=cut(task.title.said_in(context.language), 60))
    can_undo = last_change(context.db, context.now, task.code) is not None
    await answer(update, context, join([first, text]), buttons.task_menu(task, can_undo, context.language))


async def change_one_back(update: Update, context: Context, done: PlanChange, code: str) -> bool:
    """Begin to change one task back as it was before a change of several; return False if it was the only one."""
    task = next((each for each in done.tasks if each.code == code), None)
    if task is None or len(done.tasks) == 1:
        return False
    await begin(update, context, CHANGES["back"], task.task_id, answers={"state": task.before})
    return True


async def show_last_change(update: Update, context: Context, code: str) -> None:
    """Show the last change of a task, with the button that undoes it."""
    found, language = last_change(context.db, context.now, code), context.language
    if found is None:
        await answer(update, context, labels.NOTHING_TO_UNDO(language, code=code))
        return
    head = texts.last_change(found.by, found.at, context.today, language)
    text = join([head, change_lines(found, None, language)])
    await answer(update, context, text, undo_keyboard(found, language))
