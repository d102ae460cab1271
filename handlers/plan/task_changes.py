"""The dialogs that change one task, the menu that begins them, and undoing the last change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from telegram import Update

from data.dialogs import Dialog
from data.office import task_edits as edits
from data.office.change_record import ChangeKind, change_from_source
from data.office.events import AS_PLANNED, settle_deadlines
from data.office.plan_changes import change_plan, last_change
from data.office.task_edits import PresentTask, present_task, present_task_by_code
from data.plan.versions import TaskState
from handlers.dialog import Again, Answers, Declaration, Ending, Place, Question, Talk, begin
from handlers.plan import change_questions
from handlers.plan import keyboard as buttons
from handlers.plan.new_task import NEW_TASK
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.plan_changes import change_lines
from handlers.telegram import NOTHING, Context, Html, Wording, answer, cut, join, labels, pressed, still_there
from handlers.telegram.keyboards import undo_keyboard

NewState = Callable[[PresentTask, Answers], TaskState]


def _load(context: Context, dialog: Dialog) -> PresentTask:
    return still_there(present_task(context.db, dialog.subject_id))


@dataclass(frozen=True, slots=True)
class WayOfChange:
    """A way to change a task: its name, the questions before the reason, a function that returns the new state, and how
    it begins again where it is put right just afterwards."""

    kind: str
    what: Wording
    change: ChangeKind
    new: NewState
    questions: tuple[Question[PresentTask], ...] = ()
    again: Again | None = None


def _leaving_unit(task: PresentTask, answers: Answers) -> str:
    """Return the unit that leaves; a task's only unit if none was answered."""
    return str(answers.get("from") or task.units[0])


def _in_place_of(task: PresentTask, answers: Answers) -> TaskState:
    """Return the new state with a unit in place of the one that leaves, if the task has any."""
    if not task.units:
        return edits.add_unit_edit(task.state, answers["to"])
    return edits.replace_unit_edit(task.state, _leaving_unit(task, answers), answers["to"])


def _with_others(task: PresentTask, answers: Answers, new: TaskState) -> TaskState:
    """Return the new state `new` with the units that join together with the first."""
    for unit in answers.get(change_questions.WITH_IT) or ():
        new = {**new, **edits.add_unit_edit({**task.state, **new}, unit)}
    return new


def _without_others(task: PresentTask, answers: Answers, new: TaskState) -> TaskState:
    """Return the new state `new` without the units that leave together with the first."""
    for unit in answers.get(change_questions.ALSO_FROM) or ():
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
            (change_questions.DEADLINE_QUESTION,),
            again=Again("deadline"),
        ),
        WayOfChange(
            "task_undated", labels.NO_DEADLINE, ChangeKind.DEADLINE, lambda task, answers: edits.no_deadline_edit()
        ),
        WayOfChange(
            "task_words",
            texts.WORDS,
            ChangeKind.EDIT,
            lambda task, answers: edits.wording_edit(answers["field"], answers["text"]),
            (change_questions.FIELD_QUESTION, change_questions.TEXT_QUESTION),
        ),
        WayOfChange(
            "task_move",
            texts.MOVE,
            ChangeKind.UNITS,
            lambda task, answers: _without_others(
                task,
                answers,
                _with_others(task, answers, _in_place_of(task, answers)),
            ),
            (change_questions.FROM_QUESTION, change_questions.joining_unit_question(texts.WHICH_TO)),
            again=Again("to", lambda talk: {"from": talk.answers["to"], "reason": talk.answers["reason"]}),
        ),
        WayOfChange(
            "task_lead",
            texts.LEAD,
            ChangeKind.UNITS,
            lambda task, answers: _with_others(task, answers, edits.make_lead_edit(task.state, answers["to"])),
            (change_questions.joining_unit_question(texts.WHICH_LEADS),),
        ),
        WayOfChange(
            "task_join",
            texts.JOIN,
            ChangeKind.UNITS,
            lambda task, answers: _with_others(task, answers, edits.add_unit_edit(task.state, answers["to"])),
            (change_questions.joining_unit_question(texts.WHICH_JOINS),),
        ),
        WayOfChange(
            "task_leave",
            texts.LEAVE,
            ChangeKind.UNITS,
            lambda task, answers: _without_others(
                task, answers, edits.remove_unit_edit(task.state, _leaving_unit(task, answers))
            ),
            (change_questions.FROM_QUESTION,),
        ),
        WayOfChange("task_close", texts.CLOSE, ChangeKind.CLOSE, lambda task, answers: edits.closing_edit(task.state)),
        WayOfChange(
            "task_withdraw", texts.WITHDRAW, ChangeKind.WITHDRAW, lambda task, answers: edits.withdrawal_edit()
        ),
    )
}


def _declared(way: WayOfChange) -> Declaration[PresentTask]:
    """Return the dialog of a way to change a task: its questions, the reason, a preview. A change without effect is
    refused at the last question, or at once if there is none."""
    new, questions = way.new, way.questions

    def load(context: Context, dialog: Dialog) -> PresentTask:
        task = _load(context, dialog)
        if not questions:
            task.proposed(new(task, {}))
        return task

    def why(talk: Talk[PresentTask]) -> Html:
        task, to = talk.subject, questions[-1].answer_in_line(talk) if questions else Html("")
        title = cut(task.title.said_in(talk.language), 60)
        return texts.why(texts.OF_TASK(talk.language, code=task.code, title=title, what=way.what), to, talk.language)

    def preview(talk: Talk[PresentTask]) -> Html:
        proposed = talk.subject.proposed(new(talk.subject, talk.answers))
        return texts.check([proposed], talk.answers["reason"], talk.language)

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        done = change_from_source(context.db, dialog.source)
        if done is None:
            task, reason = _load(context, dialog), dialog.answers["reason"]
            says = {task.id: new(task, dialog.answers)}
            done = change_plan(context.db, context.actor, way.change, task.code, says, dialog.source, reason=reason)
        return Ending(texts.done(done.told, context.language), undo_keyboard(done, context.language))

    asked = [*questions[:-1], *(_refusing_no_change(each, new) for each in questions[-1:])]
    return Declaration(
        kind=way.kind,
        load=load,
        questions=(*asked, replace(change_questions.REASON, put=why)),
        preview=preview,
        submit_said=texts.CHANGES,
        finish=finish,
        again=way.again,
        waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.code),
    )


def _refusing_no_change(question: Question[PresentTask], new: NewState) -> Question[PresentTask]:
    """Return `question` with `read` and `press` raising NoChange if the answer would change nothing."""

    def checked(talk: Talk[PresentTask], given: Answers | None) -> Answers:
        assert given is not None
        talk.subject.proposed(new(talk.subject, {**talk.answers, **given}))
        return given

    return replace(
        question,
        read=lambda talk, text: checked(talk, question.read(talk, text)),
        press=lambda talk, value: checked(talk, question.pressed(talk, value)),
    )


CHANGES: Mapping[str, Declaration[PresentTask]] = {
    kind.removeprefix("task_"): _declared(way) for kind, way in WAYS.items()
}
"""The dialogs by the name used in buttons and in the office's orders."""
CHANGE_KINDS = frozenset(each.kind for each in CHANGES.values())
DEADLINE_CHANGE, WORDS_CHANGE = CHANGES["deadline"], CHANGES["words"]
MOVE_CHANGE, LEAD_CHANGE = CHANGES["move"], CHANGES["lead"]


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


async def show_last_change(update: Update, context: Context, code: str) -> None:
    """Show the last change of a task, with the button that undoes it."""
    found, language = last_change(context.db, context.now, code), context.language
    if found is None:
        await answer(update, context, labels.NOTHING_TO_UNDO(language, code=code))
        return
    head = texts.last_change(found.by, found.at, context.today, language)
    text = join([head, change_lines(found, None, language)])
    await answer(update, context, text, undo_keyboard(found, language))
