"""The dialog that makes one change to several tasks at once: reason and a preview of all; each unit is told of its
own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office.change_record import TaskChange, change_from_source
from data.office.plan_changes import change_plan
from data.office.task_edits import PresentTask, present_task
from data.plan.tasks import code_of
from data.plan.versions import TaskState
from handlers.dialog import Answers, Declaration, Ending, Place, Talk, begin, go_on, load_talk_or_drop
from handlers.dialog.transitions import store_answers
from handlers.plan.change_questions import DEADLINE_QUESTION, REASON
from handlers.plan.task_changes import DEADLINE_CHANGE, MOVE_CHANGE, WAYS, WayOfChange
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.plan_changes import state_deadline
from handlers.telegram import Context, Html, cut, html, series, still_there, write_fitting
from handlers.telegram.keyboards import undo_keyboard


@dataclass(frozen=True, slots=True)
class SeveralChanges:
    """The tasks that are to be changed in one way: the new states by task id, the changes, and the codes of tasks that
    are so already (`same`) or cannot be changed so (`unlike`)."""

    way: WayOfChange
    codes: tuple[str, ...]
    new: Mapping[int, TaskState]
    changes: tuple[TaskChange, ...]
    same: tuple[str, ...]
    unlike: tuple[str, ...]


async def leave_tasks_out(update: Update, context: Context, dialog: Dialog, codes: Sequence[str], first: Html) -> None:
    """Continue a change of several tasks without those in `codes`; `first` stands above the next message."""
    left = [each for each in dialog.answers["tasks"] if code_of(context.db, each) not in codes]
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is not None:
        await go_on(update, store_answers(update, talk, {"tasks": left}), Place.BELOW, first=first)


async def change_more_tasks(update: Update, context: Context, dialog: Dialog, tasks: Sequence[int]) -> None:
    """Continue a change of one or several tasks with more of them, to be changed in the same way."""
    given, subject = dialog.answers, dialog.subject_id
    if dialog.kind != SEVERAL.kind:
        given, subject = {**given, "kind": dialog.kind, "tasks": [subject]}, update.update_id
    together = [*dict.fromkeys([*given["tasks"], *tasks])]
    await begin(update, context, SEVERAL, subject, answers={**given, "tasks": together})
    if dialog.kind != SEVERAL.kind:
        dialogs.drop_dialog(context.db, context.dialog(dialog.id))


def _load(context: Context, dialog: Dialog) -> SeveralChanges:
    """Return the tasks and what would change. Raises StaleButton if they are gone, and NoChange or NoSuchUnitThere if
    none can be changed so."""
    found = still_there([task for number in dialog.answers["tasks"] if (task := present_task(context.db, number))])
    way, answers = WAYS[dialog.answers["kind"]], dialog.answers
    if way.kind == DEADLINE_CHANGE.kind and "deadline" not in answers and "each" not in answers:
        return SeveralChanges(way, tuple(each.code for each in found), {}, (), (), ())
    several = _with_changes(way, found, answers)
    if not several.changes and not change_from_source(context.db, dialog.source):
        codes = series(several.codes, context.language)
        raise NoChange(codes) if several.same else NoSuchUnitThere(answers.get("from", ""))
    return several


def _with_changes(way: WayOfChange, tasks: Sequence[PresentTask], answers: Answers) -> SeveralChanges:
    """Return what a way of change makes of each task, and which it leaves as they are."""
    new: dict[int, TaskState] = {}
    changes, same, unlike = list[TaskChange](), list[str](), list[str]()
    for task in tasks:
        try:
            if way.kind == MOVE_CHANGE.kind and len(task.units) > 1 and "from" not in answers:
                raise NoSuchUnitThere("")
            state = way.new(task, {**answers, **answers.get("each", {}).get(str(task.id), {})})
            changes.append(task.proposed(state))
            new[task.id] = state
        except NoChange:
            same.append(task.code)
        except NoSuchUnitThere:
            unlike.append(task.code)
    return SeveralChanges(way, tuple(each.code for each in tasks), new, tuple(changes), tuple(same), tuple(unlike))


def _preview(talk: Talk[SeveralChanges]) -> Html:
    found, language = talk.subject, talk.language
    reason = talk.answers["reason"]
    return write_fitting(lambda most: texts.check(found.changes, reason, language, found.same, found.unlike, most))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = change_from_source(context.db, dialog.source)
    if done is None:
        several = _load(context, dialog)
        subject = "、".join(each.code for each in several.changes)
        reason, change = dialog.answers["reason"], several.way.change
        done = change_plan(context.db, context.actor, change, subject, several.new, dialog.source, reason=reason)
    return Ending(texts.done(done.told, context.language), undo_keyboard(done, context.language))


def _why(talk: Talk[SeveralChanges]) -> Html:
    """Ask for the reason, and name the deadline or unit that all tasks get."""
    given, language = talk.answers, talk.language
    day = state_deadline(given["deadline"], language) if "deadline" in given else html(given.get("to", ""))
    codes = cut(series(talk.subject.codes, language), 500)
    return texts.why(texts.OF_TASKS(language, codes=codes, what=talk.subject.way.what), day, language)


SEVERAL: Declaration[SeveralChanges] = Declaration(
    kind="tasks_change",
    load=_load,
    questions=(
        replace(
            DEADLINE_QUESTION,
            put=lambda talk: texts.WHICH_DEADLINE_FOR_ALL(talk.language, codes=talk.subject.codes),
            asked=lambda talk: talk.subject.way.kind == DEADLINE_CHANGE.kind and "each" not in talk.answers,
        ),
        replace(REASON, put=_why),
    ),
    preview=_preview,
    submit_said=texts.CHANGES,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.codes),
)
