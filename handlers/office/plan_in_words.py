"""Sentences of the office that change the plan: changed and new tasks, events that have happened, and closed tasks that
are reopened (4-6取消办结), by taking back the verdict that closed them or by a new deadline."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import UnitGroupNamed, UnknownTask, UnknownUnit
from data.office.events import day_of_event, names_event_surely, tells_day_of_event
from data.office.task_edits import PresentTask, checked_task, present_task_by_code, reopening_edit
from data.plan.deadlines import DeadlineKind
from data.plan.plan import current_plan
from data.plan.tasks import code_of, code_of_assignment
from data.plan.units import all_units, members_of
from data.reporting.drafts import checked_note, checked_reason
from data.reporting.reviews import full_report
from data.reporting.verdicts_undone import last_verdict
from data.standing.assignments import Assignment, assignments
from data.standing.standing import Status
from data.times import stored_day
from data.understanding import Aim, Intent, Kind, Mood, Order, Understanding, of_kind, says, values_of
from data.understanding.announcing.nudge_words import nudges_asked
from data.understanding.dialog.lists_changed import ListChange, ListedMembers, list_orders_in
from data.understanding.entities.codes import unknown_beside_known
from data.understanding.normalise.sentence import put_right
from data.understanding.office.change_asked import (
    AskedChange,
    ChangeWish,
    begins_with_order,
    change_asked,
    change_with_value,
    field_asked,
    unknown_unit,
)
from handlers.dialog import Talk, acts_on, begin, reader, saying
from handlers.dialog.reason import leftovers_text
from handlers.office.change_answers import (
    answers_for,
    change_and_leftovers,
    change_answers,
    day_for_all,
    deadline_notes,
    earlier_days_warning,
    reason_answer,
)
from handlers.office.recorded_acts import show_last_verdict
from handlers.office.review import ACCEPT, RETURN, reports_in
from handlers.office.texts import plan_in_words as texts
from handlers.plan import event_days
from handlers.plan.new_task import NEW_TASK, new_task_answers
from handlers.plan.task_changes import (
    CHANGE_KINDS,
    CHANGES,
    DEADLINE_CHANGE,
    SEVERAL,
    WORDS_CHANGE,
    change_more_tasks,
    changed_ids,
    confirm_deadlines,
    show_menu,
)
from handlers.tasks.card import show_card
from handlers.telegram import Context, For, answer, hear, said_by
from handlers.wording import NOTHING, Html, cut, day_text, html, join, series


def _changes_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether the sentence orders a new task, or begins with an order about a task outside the open dialog."""
    asked = change_asked(text, heard)
    if asked is None or asked.code in codes_of_dialog(talk):
        return False
    if not asked.code:
        return asked.what is ChangeWish.ADD and bool(asked.rest)
    return begins_with_order(text, asked.code)


@reader(
    for_=For.COORDINATORS,
    knows=lambda talk, text, heard: (
        talk.dialog.kind != event_days.EVENT.kind and names_event_surely(talk.context.db, text)
    ),
    names=_changes_another,
)
async def begin_plan_change(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the dialog for the change of the plan that a sentence clearly asks for; return whether it asks for one.
    Raises UnknownTask, and UnknownUnit if a task is to go to a unit that is not in the plan."""
    text = put_right(said_by(update, meaning))
    taken = change_and_leftovers(context, text, meaning)
    asked = taken.asked if taken and taken.asked.what is not ChangeWish.UNDO else None
    asked = None if asked is not None and _has_no_arrangement_to_come(context, asked) else asked
    if asked is not None and asked.of_all and not (asked := _of_all_others(context, asked)):
        await answer(update, context, texts.WHICH_OTHERS(context.language))
        return True
    if asked is not None and asked.codes and (missing := unknown_beside_known(meaning.text, meaning.readings)):
        raise UnknownTask(missing, in_the_plan=True)
    if asked is not None and not _reports_on_own(context, asked, meaning):
        await _begin(update, context, asked, leftovers_text(context, taken.left if taken else ()))
        return True
    if asked is None and (strange := unknown_unit(text, meaning)):
        raise UnknownUnit(strange)
    of_an_event = names_event_surely(context.db, text) or tells_day_of_event(context.db, text, context.today)
    surely = meaning.aim is Aim.PLAN or of_an_event
    return surely and await event_days.begin_event(update, context, text)


def _changed_likewise(context: Context, heard: Understanding) -> tuple[Dialog, tuple[str, ...]] | None:
    """Return the open change of the plan, and the codes of the tasks that a sentence adds to it (6-10也是, 加上7-3) and
    says nothing else; or None."""
    dialog, codes = context.open_dialog, values_of(heard, Kind.CODE)
    if dialog is None or dialog.kind not in CHANGE_KINDS - {WORDS_CHANGE.kind} | {SEVERAL.kind} or not codes:
        return None
    places = [ListedMembers(each.start, each.end, each.values) for each in of_kind(heard, Kind.CODE)]
    order = list_orders_in(heard.text, {"codes": places}).get("codes")
    added = order is not None and order.how is ListChange.ADDED
    return (dialog, codes) if added or says(heard, "asked.only_likewise") else None


@acts_on(_changed_likewise, for_=For.COORDINATORS, known=False, named=True)
async def change_likewise(update: Update, context: Context, likewise: tuple[Dialog, tuple[str, ...]]) -> None:
    """Make the open change of the plan on further tasks, too. Raises UnknownTask."""
    dialog, codes = likewise
    await change_more_tasks(update, context, dialog, [checked_task(context.db, each).id for each in codes])


@reader(for_=For.COORDINATORS)
async def change_all_of_units(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a change of all tasks of the named units (公安局的任务都改到年底), or of those due then (12月底到期的都延到
    1月10号); return whether the sentence asks for one. Such a sentence may otherwise be read as asking for a list."""
    asked = change_asked(said_by(update, meaning), meaning)
    of_units = asked is not None and asked.of_all and bool(asked.units or asked.due)
    return of_units and await begin_plan_change(update, context, meaning)


@reader(for_=For.COORDINATORS)
async def change_since_urged(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the change that a sentence orders if it does not ask to nudge but tells that others urge (1-9提前到12月20号
    市长催得紧); return whether it does."""
    text = said_by(update, meaning)
    later = says(meaning, "plan_changes.asked.deadline_later")
    ordered = not nudges_asked(text) and (later or change_with_value(text, meaning) is not None)
    return ordered and await begin_plan_change(update, context, meaning)


async def change_plan_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin the change of the plan that a sentence most likely means, show the task if it asks about it (29-4期限是不是
    写错了), or what can be changed in it, or in the plan if it names none. Raises NoPlan, and UnknownTask."""
    current_plan(context.db)
    if await begin_plan_change(update, context, meaning):
        return
    if meaning.task and Mood.ASKS in meaning.moods:
        await show_card(update, context, meaning.task)
        return
    not_read = texts.NOT_READ(context.language, said=cut(meaning.text.strip(), 60))
    if meaning.task:
        await show_menu(update, context, checked_task(context.db, meaning.task), not_read)
    else:
        await answer(update, context, join([not_read, texts.WHAT_CAN_BE_CHANGED(context.language)]))


def codes_of_change(dialog: Dialog, context: Context) -> list[str]:
    """Return the codes of the tasks that an open change or verdict is about; empty for any other dialog."""
    if dialog.kind in CHANGE_KINDS or dialog.kind == SEVERAL.kind:
        return [code_of(context.db, each) for each in changed_ids(dialog)]
    reports = reports_in(dialog) if dialog.kind in (RETURN.kind, ACCEPT.kind) else ()
    return [each.code for each in (full_report(context.db, number) for number in reports) if each]


def codes_of_dialog(talk: Talk[Any]) -> list[str]:
    """Return the codes of all tasks that the open dialog is about."""
    reported = talk.declared.assignment_ids(talk.context, talk.dialog)
    return [
        *(code_of_assignment(talk.context.db, each) for each in reported),
        *codes_of_change(talk.dialog, talk.context),
    ]


def _reports_on_own(context: Context, asked: AskedChange, meaning: Understanding) -> bool:
    """Return whether somebody who also works for a unit reports one of its tasks as done (43-5 办结)."""
    if meaning.intent is not Intent.REPORT or not context.person.speaks_for or asked.what is not ChangeWish.CLOSE:
        return False
    task = present_task_by_code(context.db, asked.code)
    return task is not None and not set(task.units).isdisjoint(context.person.units)


def _has_no_arrangement_to_come(context: Context, asked: AskedChange) -> bool:
    """Return whether a sentence only says that an arrangement has come with its day (文件到了，日期是12月20日), and the
    deadline of a task that it names waits for none."""
    tasks = [present_task_by_code(context.db, code) for code in asked.codes] if asked.arranged else []
    return any(task is not None and task.state["deadline"]["kind"] != DeadlineKind.ARRANGED for task in tasks)


def _of_all_others(context: Context, asked: AskedChange) -> AskedChange | None:
    """Return `asked` for the open tasks of its units, or those due then, except those in `all_but`, which then has
    those that are not put off; None if neither units nor days are named, or no task is left."""
    of = (asked.source,) if asked.source else asked.units
    if not (of or asked.due):
        return None
    ids = [each.id for each in all_units(context.db) if each.name in of] if of else None
    found = assignments(context.db, context.today, ids)
    found = [each for each in found if not each.finished and each.code not in asked.all_but]
    if asked.due:
        first, last = asked.due
        first = last if first == context.today.isoformat() else first
        found = [each for each in found if each.due is not None and first <= each.due.isoformat() <= last]
    codes, kept = (_in_order(each) for each in _apart(context, asked, found))
    return replace(asked, codes=codes, of_all=False, all_but=kept) if codes else None


def _apart(context: Context, asked: AskedChange, found: list[Assignment]) -> tuple[list[Assignment], list[Assignment]]:
    """Return the tasks that are to be changed, and those that an order to put off deadlines leaves as they are, since
    they have none or one that is not before the new day. If it left all of them, none is left."""
    if asked.what is not ChangeWish.DEADLINE or not asked.put_off:
        return found, []
    day = stored_day(day_for_all(context, asked).get("deadline", {}).get("due"))
    kept = [each for each in found if each.due is None or (day is not None and each.due >= day)]
    return ([each for each in found if each not in kept], kept) if len(kept) < len(found) else (found, [])


def _in_order(found: Sequence[Assignment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in sorted(found, key=lambda each: each.position)))


async def _begin(update: Update, context: Context, asked: AskedChange, left: Html) -> None:
    """Begin the change `asked`, filled in with what the sentence says; `left` stands above its first message."""
    if asked.what is ChangeWish.ADD:
        place = {"place": checked_task(context.db, asked.code).id} if asked.code else {}
        units = {"units": [*asked.units]} if asked.units else {}
        answers = {**place, **units, **new_task_answers(context, asked.rest), **reason_answer(asked)}
        await begin(update, context, NEW_TASK, 0, answers=answers)
        return
    asked = _of_single_units(context, asked)
    left = join([left, texts.LEFT_AS_IT_IS(context.language, codes=asked.all_but) if asked.all_but else NOTHING])
    if asked.what is ChangeWish.SETTLED or _is_checked(context, asked):
        await confirm_deadlines(update, context, [checked_task(context.db, each) for each in asked.codes])
        return
    if len(asked.codes) > 1:
        await _begin_several(update, context, asked, left)
        return
    task = checked_task(context.db, asked.code)
    match asked.what:
        case ChangeWish.EDIT if (field := field_asked(asked.rest, asked.reason)) is not None:
            answers = {"field": field.field, "text": checked_note(field.words)}
            answers |= {"reason": checked_reason(field.reason)} if field.reason else {}
            await begin(update, context, WORDS_CHANGE, task.id, answers=answers, first=left)
        case ChangeWish.EDIT:
            await show_menu(update, context, task)
        case _:
            what = _actual_change(asked, task)
            if over := _day_of_arrangement_over(context, asked):
                asked, left = replace(asked, rest=""), join([left, texts.DAY_OVER(context.language, day=over)])
            answers = change_answers(context, what, asked, task)
            first = deadline_notes(context, task, answers, asked.rest) if what is ChangeWish.DEADLINE else NOTHING
            forward = earlier_days_warning(context, asked, [task], {task.code: answers})
            await begin(update, context, CHANGES[what], task.id, answers=answers, first=join([left, forward, first]))


def _is_checked(context: Context, asked: AskedChange) -> bool:
    """Return whether a sentence only says that deadlines are looked at, and gives for all of its tasks the day, without
    a year, on which they fall due (29-4、29-5的期限核实一下，就按5月31日)."""
    day = stored_day(day_for_all(context, asked).get("deadline", {}).get("due"))
    if asked.what is not ChangeWish.DEADLINE or day is None or not says(asked.rest, "plan_changes.checked_to_be"):
        return False
    due = [checked_task(context.db, each).due for each in asked.codes]
    return all(each is not None and (each.month, each.day) == (day.month, day.day) for each in due)


def _day_of_arrangement_over(context: Context, asked: AskedChange) -> Html:
    """Return the day of an arrangement that a deadline waited for (统一安排已下来，日期是11月20日) if it is over and so
    is no deadline, else nothing."""
    if not says(hear(context, asked.rest), "plan_changes.asked.deadline_arranged"):
        return NOTHING
    day = day_of_event(asked.rest, context.today)
    return html(day_text(day, context.language)) if day is not None and day < context.today else NOTHING


def _of_single_units(context: Context, asked: AskedChange) -> AskedChange:
    """Return `asked` with the units of each unit group that joins or leaves (各区). Raises UnitGroupNamed if a group is
    to lead or to take over."""
    names = [*asked.units, *(unit for each in asked.parts for unit in each.units)]
    groups = [unit for unit in names if members_of(context.db, [unit]) != (unit,)]
    if groups and asked.what not in (ChangeWish.JOIN, ChangeWish.LEAVE):
        raise UnitGroupNamed(groups[0], members_of(context.db, groups[:1]))
    parts = tuple(replace(each, units=members_of(context.db, each.units)) for each in asked.parts)
    return replace(asked, units=members_of(context.db, asked.units), parts=parts) if groups else asked


def _actual_change(asked: AskedChange, task: PresentTask) -> ChangeWish:
    """Return the change that handing a task over amounts to: units join if the task loses none of its present units,
    and a unit that already has a part takes the lead."""
    there, named = set(task.units), set(asked.units)
    if asked.what is not ChangeWish.MOVE or (there and asked.source):
        return asked.what
    if not there or (asked.together and there < named):
        return ChangeWish.JOIN
    if asked.together and named < there:
        return ChangeWish.LEAVE
    return ChangeWish.LEAD if named and named < there else asked.what


async def _begin_several(update: Update, context: Context, asked: AskedChange, left: Html) -> None:
    """Begin one change of several tasks, which is shown and confirmed as a whole."""
    tasks = [checked_task(context.db, code) for code in asked.codes]
    own, answers = {str(task.id): answers_for(context, asked, task) for task in tasks}, reason_answer(asked)
    if not asked.parts and all(each == own[str(tasks[0].id)] for each in own.values()):
        answers |= own[str(tasks[0].id)]
    elif all(own.values()):
        answers["each"] = own
    of_days = tasks if asked.what is ChangeWish.DEADLINE else []
    days = {task.code: own[str(task.id)] if "each" in answers else answers for task in of_days}
    notes = (deadline_notes(context, task, days[task.code]) for task in of_days)
    first = join([left, earlier_days_warning(context, asked, tasks, days), *dict.fromkeys(notes)])
    of_which = {"kind": CHANGES[asked.what].kind, "tasks": [each.id for each in tasks]}
    await begin(update, context, SEVERAL, update.update_id, answers={**of_which, **answers}, first=first)


AGAIN = ("reopening.again", "reopening.around", "reopening.not_closed")


@acts_on(saying(*AGAIN), for_=For.COORDINATORS, known=False)
async def begin_reopening(update: Update, context: Context, again: Order) -> None:
    """Show how to reopen the first closed task that a coordinator's sentence names, and say which of the others are not
    closed or come later. Raises UnknownTask."""
    closed = [each for each in again.codes if _is_closed(context, each)]
    not_closed = [each for each in again.codes if each not in closed]
    open_ones, others = (series(each, context.language) for each in (not_closed, closed[1:]))
    told = [texts.NOT_CLOSED(context.language, codes=open_ones)] if open_ones else []
    if others:
        told.append(texts.ONE_BY_ONE(context.language, code=closed[0], others=others))
    if told:
        await answer(update, context, join(told))
    if closed:
        await _reopen(update, context, checked_task(context.db, closed[0]))


async def _reopen(update: Update, context: Context, task: PresentTask) -> None:
    """Ask for a new deadline if the present one says the task is done; else offer to take back the last verdict."""
    if task.state["deadline"]["kind"] == DeadlineKind.DONE:
        again = reopening_edit(context.db, task.state)
        answers: dict[str, Any] = {"deadline": again["deadline"]} if again else {}
        first = texts.OPEN_WITH_DAY(context.language, code=task.code)
        await begin(update, context, DEADLINE_CHANGE, task.id, answers=answers, first=first)
    elif last_verdict(context.db, context.now, task.code) is None:
        await answer(update, context, texts.TOO_LATE(context.language, code=task.code))
    else:
        await show_last_verdict(update, context, task.code)


def _is_closed(context: Context, code: str) -> bool:
    """Return whether any assignment of the task is closed. Raises UnknownTask."""
    checked_task(context.db, code)
    found = assignments(context.db, context.today, None, code)
    return any(each.status is Status.CLOSED for each in found)
