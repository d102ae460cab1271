"""Reporting no change in ongoing work (本期无变化), by button, in words, or by agreeing to the list of waiting
tasks; of several tasks it is previewed in a dialog first."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Update

from data.dialogs import Dialog, DialogState
from data.errors import StaleButton
from data.plan.tasks import unknown_task
from data.plan.workdays import workdays
from data.reporting.no_change import report_no_change, reported_unchanged_by, take_back_unchanged
from data.standing.assignments import Assignment
from data.standing.check_ins import (
    has_report_in_period,
    is_check_in_due,
    is_of_present_period,
    is_ongoing_work,
    is_unfinished_ongoing,
    waiting_for_check_in,
)
from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.dialog.lists_changed import ListChange, ListedMembers, ListOrder, changed_list, list_orders_in
from data.understanding.dialog.turns import agrees
from data.understanding.lines_named import places_named
from data.understanding.list_exceptions import left_out
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.reporting.all_but import says_unchanged
from handlers.dialog import AGREED, Answers, Declaration, Ending, Place, Talk, begin
from handlers.dialog.opening import offer_to_resume, parked_with_answers
from handlers.reporting import keyboard as buttons
from handlers.reporting.texts import no_change as texts
from handlers.tasks.own_tasks import all_own_assignments, own_assignment, own_assignments, speaks_for_several
from handlers.telegram import Context, Verb, answer, day_in, hear, pressed, said_by, show, task_buttons
from handlers.telegram.last_messages import LastInChat
from handlers.wording import NOTHING, Html, Wording, in_both_languages, join, labels, page_of, plain_word
from handlers.wording.task_lines import count_text, task_line

Shown = Coroutine[Any, Any, object]
CHECK_INS_A_PAGE = 10
UNCHANGED_IN_FULL = in_both_languages(labels.NO_CHANGE_ALL)
NO_CHANGE_IN_FULL = in_both_languages(labels.NO_CHANGE) | {"no change"}
KIND = "no_change"
"""The kind of the dialog, whose subject is the message with the pressed button."""
TASKS, DAY, REMOVED = "tasks", "day", "removed"
"""The keys of the answers: assignment ids, day of the button, and codes left out last."""


async def offer_no_change(update: Update, context: Context, *codes: str) -> None:
    """Offer to report no change in the tasks with these codes, or in all that wait for a check-in; of several codes
    those of other units are told. Raises UnknownTask if the user has no such task, and TaskClosed."""
    language, named = context.language, speaks_for_several(context)
    if not codes:
        await _offer_all(update, context, _waiting(context))
        return
    own = {code: own_assignments(context, code) for code in codes}
    found = {code: [own_assignment(context, each.id) for each in tasks] for code, tasks in own.items() if tasks}
    if not found:
        raise unknown_task(context.db, codes[0])
    mine = [each for tasks in found.values() for each in tasks if is_ongoing_work(each)]
    dated = [each for tasks in found.values() if not any(map(is_ongoing_work, tasks)) for each in tasks]
    told = texts.not_reported([code for code in codes if code not in found], [each.code for each in dated], language)
    unheard = [each for each in mine if not has_report_in_period(each)]
    heard = [each for each in mine if has_report_in_period(each)]
    if not mine:
        await answer(update, context, told, task_buttons.report_on(dated, language))
    elif unheard:
        first = join([told, texts.reported_already(heard if len(codes) > 1 else (), language, name_unit=named)])
        whole = {each.id for each in unheard} == {each.id for each in _waiting(context)}
        await _show(update, context, unheard, first=first, head=texts.NO_CHANGE_SURE, whole=whole)
    else:
        text = texts.reported_already(mine, language, name_unit=named)
        await answer(update, context, join([told, text]), task_buttons.report_on(mine, language))


async def _offer_all(update: Update, context: Context, waiting: Sequence[Assignment]) -> None:
    """Show the waiting tasks, or if the button for all of them is typed, what it would report."""
    said = update.effective_message
    if said is None or len(waiting) <= 1 or plain_word(said.text or "") not in UNCHANGED_IN_FULL:
        await _show(update, context, waiting)
        return
    await _check(update, context, [each.id for each in waiting], context.today, said.message_id)


async def _check(
    update: Update, context: Context, ids: Sequence[int], day: date, message_id: int, place: Place = Place.BELOW
) -> None:
    answers = {TASKS: [*ids], DAY: f"{day:%Y%m%d}"}
    await begin(update, context, NO_CHANGE, message_id, answers=answers, place=place)


async def offer_no_change_except(update: Update, context: Context, codes: Sequence[str]) -> None:
    """Offer to report no change in all tasks that wait for a check-in except those with these codes; several are shown
    together, to be reported with one press."""
    waiting = [each for each in _waiting(context) if each.code not in codes]
    if len(waiting) <= 1 or update.effective_message is None:
        await _show(update, context, waiting, head=texts.NO_CHANGE_SURE, whole=False)
        return
    await _check(update, context, [each.id for each in waiting], context.today, update.effective_message.message_id)


async def press_unchanged(update: Update, context: Context) -> None:
    """Handle a button of the list: no change in one or all tasks, another page, or withdraw all. Raises NotYours,
    TaskClosed, TooLateToWithdraw, and StaleButton if nothing waits any longer."""
    which, *rest = pressed(update)
    match which:
        case "page":
            await _show(update, context, _waiting(context), page=int(rest[0]))
        case "undo":
            await _withdraw_all(update, context, int(rest[0]))
        case _:
            await _report(update, context, which, day_in(rest[0]))


async def _report(update: Update, context: Context, which: str, day: date) -> None:
    """Report no change in the tasks of a button shown on `day`, with a preview if there are several; a button from an
    earlier period is answered with the present list."""
    message, place = _pressed_message(update), answer if which == task_buttons.ASKED else show
    meant = _tasks_of_button(context, which, day)
    present = [each for each in meant if is_of_present_period(each, day)]
    chosen = present if which.isdecimal() else [each for each in present if _is_meant(each, message.date)]
    before = reported_unchanged_by(context.db, context.person, _press_key(context, message.message_id))
    old = {each.id for each in meant} - {each.id for each in present}
    told = {each.id for each in own_ongoing_tasks(context) if has_report_in_period(each)} - old
    ids = list(dict.fromkeys([*(each for each in before if each in told), *(each.id for each in chosen)]))
    if not ids and not old and not before:
        raise StaleButton
    if not ids:
        first = (texts.OLD_PRESS if before else texts.OLD_LIST)(context.language)
        await _show(update, context, _waiting(context), first=first, place=place)
    elif sum(not has_report_in_period(each) for each in chosen) > 1:
        where = Place.BELOW if which == task_buttons.ASKED else Place.NEWEST
        await _check(update, context, ids, day, message.message_id, where)
    else:
        await _store(update, context, ids, which, place)


async def _store(update: Update, context: Context, ids: Sequence[int], which: str, place: Callable[..., Shown]) -> None:
    """Store that nothing has changed, and show the page of the waiting list that the task was on, or the other tasks
    that were named with it."""
    message, numbers = _pressed_message(update), [str(each.id) for each in _waiting(context)]
    page = numbers.index(which) // CHECK_INS_A_PAGE if which in numbers else 0
    await place(update, context, *store_no_change(context, ids, message.message_id))
    rest, whole = _waiting(context), buttons.is_list(message)
    rest = rest if whole else [each for each in rest if buttons.is_offered_in(message, each)]
    head = texts.ONGOING_WAITING if whole else texts.NO_CHANGE_SURE
    if rest:
        await _show(update, context, rest, page, head=head, whole=whole, place=answer)


async def _withdraw_all(update: Update, context: Context, message_id: int) -> None:
    """Withdraw what one press has reported in the present period, and show what waits."""
    once = _press_key(context, message_id)
    stored, waiting = reported_unchanged_by(context.db, context.person, once), _waiting(context)
    old = {each.id for each in waiting if each.id in stored}
    if old and old.issuperset(stored):
        await _show(update, context, waiting, first=texts.OLD_STORED(context.language))
        return
    done = take_back_unchanged(context.db, context.actor, once, old)
    await _show(update, context, _waiting(context), first=texts.taken_back(*done, context.language))


async def _show(
    update: Update,
    context: Context,
    waiting: Sequence[Assignment],
    page: int = 0,
    *,
    first: Html = NOTHING,
    head: Wording = texts.ONGOING_WAITING,
    whole: bool = True,
    place: Callable[..., Shown] = show,
) -> None:
    """Show a page of the waiting tasks with buttons to report no change; on the `whole` list, also for all at once."""
    language = context.language
    if not waiting:
        await place(update, context, join([first, texts.NOTHING_ONGOING(language)]))
        return
    of_all, named = page_of(waiting, page, CHECK_INS_A_PAGE), speaks_for_several(context)
    count = count_text(len(waiting), language) if of_all.pages > 1 else NOTHING
    lines = [task_line(each, language, named) for each in of_all.shown]
    text = join([first, head(language), join([count, of_all.where(language)], " · "), *lines])
    await place(update, context, text, buttons.waiting_list(waiting, of_all, language, named=named, whole=whole))


def _tasks_of_button(context: Context, which: str, day: date) -> list[Assignment]:
    """Return the tasks of a button shown on `day`, whether or not they still wait. Raises NotYours or TaskClosed."""
    match which:
        case task_buttons.ALL:
            return own_ongoing_tasks(context)
        case task_buttons.ASKED:
            calendar = workdays(context.db)
            return [
                each
                for each in own_ongoing_tasks(context)
                if is_check_in_due(each, day, calendar) or not is_of_present_period(each, day)
            ]
    return [own_assignment(context, int(which))]


def _is_meant(assignment: Assignment, shown_at: datetime) -> bool:
    return not has_report_in_period(assignment) or (assignment.last is not None and assignment.last.at > shown_at)


def _pressed_message(update: Update) -> MaybeInaccessibleMessage:
    assert update.callback_query is not None and update.callback_query.message is not None
    return update.callback_query.message


def _press_key(context: Context, message_id: int) -> str:
    return f"{context.private_chat_id}:{message_id}"


def _waiting(context: Context) -> list[Assignment]:
    return waiting_for_check_in(own_ongoing_tasks(context))


async def agree_to_no_change(update: Update, context: Context, meaning: Understanding) -> bool:
    """Report no change in all tasks that the list shown last offers, if the user agrees or says that of all; several,
    and those from which some are left out (39-1不算), are previewed. 提交 agrees to tasks that were named, but not to
    the list of all, in which nothing is filled in. Returns whether the user did. Raises NotYours or TaskClosed."""
    text = said_by(update, meaning)
    last = context.last_messages
    agreed = agrees(text) or plain_word(text) in AGREED | UNCHANGED_IN_FULL or says(text, "no_change.said_of_all")
    hands_in = plain_word(text) in in_both_languages(labels.SUBMIT)
    excepts = not agreed and says(text, "no_change.excepts_some")
    offered = _offered(last) if agreed or excepts else []
    of_many = [which for which, _ in offered if not which.isdecimal()]
    if not offered or (hands_in and of_many):
        return False
    day = day_in(offered[0][1])
    listed = [each for which in of_many[:1] or dict(offered) for each in _tasks_of_button(context, which, day)]
    meant = [each for each in listed if is_of_present_period(each, day) and not has_report_in_period(each)]
    orders = _orders(context, text, meant, meant) if excepts else ()
    left = changed_list(orders, meant, meant) or ()
    ids = [each.id for each in left]
    if not ids or any(each.how is ListChange.ONLY for each in orders) or (excepts and len(left) == len(meant)):
        return False
    if excepts or len(ids) > 1:
        await _check(update, context, ids, day, last.known.said)
    else:
        await answer(update, context, *store_no_change(context, ids, last.known.said))
    return True


def _offered(last: LastInChat) -> list[tuple[str, str]]:
    """Return (task id or all, day shown) for each button of a list; empty if it has any but those and its pages."""
    offered = last.offers(Verb.UNCHANGED)
    if len(offered) != len(last.offers()) or any(each[0] == "undo" for each in offered):
        return []
    return [(each[0], each[1]) for each in offered if each[0] != "page"]


@dataclass(frozen=True, slots=True)
class NoChangeSubject:
    """The tasks that would be reported on, and those on which somebody has reported meanwhile."""

    tasks: list[Assignment]
    heard_of: list[Assignment]


def own_ongoing_tasks(context: Context) -> list[Assignment]:
    """Return the user's unfinished ongoing tasks."""
    return [each for each in all_own_assignments(context) if is_unfinished_ongoing(each)]


def _load(context: Context, dialog: Dialog) -> NoChangeSubject:
    chosen, day = set(dialog.answers[TASKS]), day_in(dialog.answers[DAY])
    meant = [each for each in own_ongoing_tasks(context) if each.id in chosen and is_of_present_period(each, day)]
    return NoChangeSubject(
        [each for each in meant if not has_report_in_period(each)],
        [each for each in meant if has_report_in_period(each)],
    )


def _preview(talk: Talk[NoChangeSubject]) -> Html:
    named, removed = speaks_for_several(talk.context), talk.answers.get(REMOVED, [])
    return texts.check(talk.subject.tasks, talk.subject.heard_of, removed, talk.language, name_unit=named)


def _change(talk: Talk[NoChangeSubject], text: str) -> Answers:
    """Return the answers without the tasks that `text` leaves out and with those that it puts back; empty if it does
    neither, or leaves out all."""
    tasks, waiting = talk.subject.tasks, _waiting(talk.context)
    left = changed_list(_orders(talk.context, text, tasks, waiting), tasks, tasks)
    if not left or left == tasks:
        return {}
    kept = [each.id for each in (*talk.subject.heard_of, *waiting) if each in left or each in talk.subject.heard_of]
    return {TASKS: kept, REMOVED: [each.code for each in tasks if each not in left]}


def _orders(
    context: Context, text: str, tasks: Sequence[Assignment], waiting: Sequence[Assignment]
) -> Sequence[ListOrder]:
    """Return what a text orders of the `tasks` shown and the others that are `waiting`, clause by clause (38-1不算，2-3
    也不算); none if it says anything else besides that the others are unchanged."""
    orders = [_order(context, each, tasks, waiting) for each in clauses_of(text) if not says_unchanged(each)]
    said = [each for each in orders if each is not None and each.how is not None]
    return said if len(said) == len(orders) else ()


def _order(
    context: Context, clause: str, tasks: Sequence[Assignment], waiting: Sequence[Assignment]
) -> ListOrder | None:
    """Return what a clause orders of the tasks that it names by their codes, titles or places."""
    heard, of_code = hear(context, clause), {each.code: each for each in waiting}
    out = left_out(heard)
    read = (*of_kind(heard, Kind.CODE), *of_kind(heard, Kind.TASK))
    places = places_named(clause, len(tasks))
    named = [
        *(ListedMembers(each.start, each.end, each.values) for each in read),
        *(each._replace(values=tuple(tasks[at].code for at in each.values)) for each in places),
    ]
    known = [each for each in named if {*each.values} <= of_code.keys()]
    members = [each._replace(values=tuple(of_code[code] for code in each.values)) for each in known]
    line = heard.text.lower()
    if out and says_unchanged(blank(line, out, " ").strip()):
        return ListOrder(ListChange.OUT, tuple(one for each in members for one in each.values))
    return list_orders_in(line, {TASKS: members}).get(TASKS)


def store_no_change(context: Context, ids: Sequence[int], message_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Report no change in the assignments `ids`, once for a message; return the answer and its buttons."""
    done = report_no_change(context.db, context.actor, ids, _press_key(context, message_id))
    text = texts.unchanged(done, context.language, name_unit=speaks_for_several(context))
    return text, buttons.below_stored(done, message_id, context.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Report no change in each task, unless the period has ended."""
    subject = _load(context, dialog)
    ids = [each.id for each in (*subject.tasks, *subject.heard_of)]
    if not ids:
        return Ending(texts.OLD_LIST(context.language))
    return Ending(*store_no_change(context, ids, dialog.subject_id))


NO_CHANGE: Declaration[NoChangeSubject] = Declaration(
    kind=KIND,
    office=False,
    turn_prefix="",
    load=_load,
    preview=_preview,
    submit_said=("都没变化", "都没有变化", "没变化", "没有变化", "unchanged", "no change"),
    choices=lambda talk: [[(labels.SUBMIT, "submit")]],
    change=_change,
    hint=texts.NOT_TAKEN,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, count=count) if (count := len(talk.subject.tasks)) else NOTHING,
    finish_tells_changes=True,
    is_begun=lambda context, dialog: dialog.state is DialogState.PARKED and bool(dialog.answers[TASKS]),
)
"""The dialog that previews no change in several tasks."""


async def offer_what_is_unchanged(update: Update, context: Context, dialog: Dialog) -> None:
    """After reports, offer again what was shown as unchanged just before and not yet agreed to."""
    for each in parked_with_answers(context):
        if each.kind == KIND and each.touched_at >= context.just_now:
            await offer_to_resume(update, context, each)
