"""The same change of several tasks at once, declared: why, a look at all of them, and each unit hears of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from telegram import Update

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office.change_record import TaskChange, change_made
from data.office.plan_changes import change_plan
from data.office.task_edits import TaskNow, task_now
from data.plan.tasks import code_of
from data.plan.versions import TaskState
from handlers.dialog import Answers, Declaration, Ending, Place, Talk, go_on, talk_about
from handlers.dialog.transitions import answered
from handlers.plan import keyboard as buttons
from handlers.plan.change_questions import DEADLINE_QUESTION, REASON
from handlers.plan.task_changes import DEADLINE, MOVE, WAYS, Way
from handlers.plan.texts import task_changes as texts
from handlers.plan.texts.plan_changes import state_deadline
from handlers.telegram import Context, Html, fitting, html, series


@dataclass(frozen=True, slots=True)
class Several:
    """The tasks that are to be changed in the same way: what each will say, and what that changes; the codes of those
    that say it already, and of those that cannot be changed so."""

    way: Way
    codes: tuple[str, ...]
    new: Mapping[int, TaskState]
    changes: tuple[TaskChange, ...]
    same: tuple[str, ...]
    unlike: tuple[str, ...]


async def leave_out(update: Update, context: Context, dialog: Dialog, codes: Sequence[str], first: Html) -> None:
    """Go on with a change of several tasks without these."""
    left = [each for each in dialog.answers["tasks"] if code_of(context.db, each) not in codes]
    talk = await talk_about(update, context, dialog)
    if talk is not None:
        await go_on(update, answered(update, talk, {"tasks": left}), Place.BELOW, first=first)


def _load(context: Context, dialog: Dialog) -> Several:
    """Raises NoChange and NoSuchUnitThere where none of the tasks can be changed so."""
    found = [task for number in dialog.answers["tasks"] if (task := task_now(context.db, number))]
    if not found:
        raise StaleButton
    way, answers = WAYS[dialog.answers["kind"]], dialog.answers
    if way.kind == DEADLINE.kind and "deadline" not in answers and "each" not in answers:
        return Several(way, tuple(each.code for each in found), {}, (), (), ())
    several = _worked_out(way, found, answers)
    if not several.changes and not change_made(context.db, dialog.source):
        codes = series(several.codes, context.language)
        raise NoChange(codes) if several.same else NoSuchUnitThere(answers.get("from", ""))
    return several


def _worked_out(way: Way, tasks: Sequence[TaskNow], answers: Answers) -> Several:
    new: dict[int, TaskState] = {}
    changes, same, unlike = list[TaskChange](), list[str](), list[str]()
    for task in tasks:
        try:
            if way.kind == MOVE.kind and len(task.units) != 1 and "from" not in answers:
                raise NoSuchUnitThere("")
            state = way.new(task, {**answers, **answers.get("each", {}).get(str(task.id), {})})
            changes.append(task.proposed(state))
            new[task.id] = state
        except NoChange:
            same.append(task.code)
        except NoSuchUnitThere:
            unlike.append(task.code)
    return Several(way, tuple(each.code for each in tasks), new, tuple(changes), tuple(same), tuple(unlike))


def _preview(talk: Talk[Several]) -> Html:
    found, language = talk.subject, talk.language
    reason = talk.answers["reason"]
    return fitting(lambda most: texts.check(found.changes, reason, language, found.same, found.unlike, most))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = change_made(context.db, dialog.source)
    if done is None:
        several = _load(context, dialog)
        subject = "、".join(each.code for each in several.changes)
        reason, change = dialog.answers["reason"], several.way.change
        done = change_plan(context.db, context.actor, change, subject, several.new, dialog.source, reason=reason)
    return Ending(texts.done(done.told, context.language), buttons.undo_change(done, context.language))


def _why(talk: Talk[Several]) -> Html:
    """The question for the reason, with the day or the unit that all of them get."""
    given, language = talk.answers, talk.language
    day = state_deadline(given["deadline"], language) if "deadline" in given else html(given.get("to", ""))
    return texts.why_all(talk.subject.codes, talk.subject.way.what, day, language)


SEVERAL: Declaration[Several] = Declaration(
    kind="tasks_change",
    office=True,
    load=_load,
    questions=(
        replace(
            DEADLINE_QUESTION,
            put=lambda talk: texts.WHICH_DEADLINE_FOR_ALL(
                talk.language, codes=series(talk.subject.codes, talk.language)
            ),
            asked=lambda talk: talk.subject.way.kind == DEADLINE.kind and "each" not in talk.answers,
        ),
        replace(REASON, put=_why),
    ),
    preview=_preview,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, code=series(talk.subject.codes, talk.language)),
)
