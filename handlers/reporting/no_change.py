"""本期无变化: that nothing has changed in ongoing work since it was last asked after."""

from collections.abc import Callable, Coroutine, Sequence
from datetime import date, datetime
from typing import Any

from telegram import MaybeInaccessibleMessage, Update

from data.errors import StaleButton, UnknownTask
from data.errors.reporting import NotOngoing
from data.plan.calendar_days import workdays
from data.reporting.no_change import report_no_change, take_back_unchanged, unchanged_by
from data.standing.assignments import Assignment
from data.standing.check_ins import goes_on, is_asked_after, is_heard_of, is_of_present_period, waiting_for_check_in
from handlers.dialog import Place, begin
from handlers.reporting import no_change_keyboard as buttons
from handlers.reporting.no_change_dialog import DAY, NO_CHANGE, PRESS, TASKS, ongoing
from handlers.reporting.no_change_keyboard import CHECK_INS_A_PAGE
from handlers.reporting.texts import no_change as texts
from handlers.tasks.own_tasks import own_assignment, own_assignments, speaks_for_several
from handlers.telegram import FOR_LIAISONS, Context, answer, labels, page_of, show, task_buttons, task_line
from handlers.telegram.callbacks import day_in, pressed
from handlers.telegram.task_lines import count_text
from handlers.telegram.wording import Html, Wording, either, join, series

NOTHING = Html("")
Shown = Coroutine[Any, Any, object]
NO_CHANGE_IN_FULL = either(labels.NO_CHANGE) | {"no change"}


async def offer_no_change(update: Update, context: Context, *codes: str) -> None:
    """本期无变化 said in words: of tasks by their codes, or of the ongoing ones that wait for a word this period.

    Raises UnknownTask when the person has none of that code.
    """
    if not context.person.speaks_for:
        await answer(update, context, FOR_LIAISONS(context.language))
        return
    if not codes:
        await _show(update, context, _waiting(context))
        return
    dated = [each for code in codes for each in _with_a_deadline(context, code)] if len(codes) > 1 else []
    mine = [each for code in codes if code not in {task.code for task in dated} for each in _open(context, code)]
    if dated and not mine:
        text = texts.DATED(context.language, codes=series((each.code for each in dated), context.language))
        await answer(update, context, text, task_buttons.report_on(dated, context.language))
        return
    unheard = [each for each in mine if not is_heard_of(each)]
    heard = [each for each in mine if is_heard_of(each)]
    if unheard:
        named = speaks_for_several(context)
        first = texts.left_alone(heard, context.language, name_unit=named) if heard and len(codes) > 1 else NOTHING
        if dated:
            codes_dated = series((each.code for each in dated), context.language)
            first = join([texts.DATED(context.language, codes=codes_dated), first])
        whole = {each.id for each in unheard} == {each.id for each in _waiting(context)}
        await _show(update, context, unheard, first=first, head=texts.NO_CHANGE_SURE, whole=whole)
    else:
        text = texts.left_alone(mine, context.language, name_unit=speaks_for_several(context))
        await answer(update, context, text, task_buttons.report_on(mine, context.language))


async def offer_no_change_but(update: Update, context: Context, codes: Sequence[str]) -> None:
    """本期无变化 said of all that waits for a word this period, but for the tasks with these codes."""
    waiting = [each for each in _waiting(context) if each.code not in codes]
    await _show(update, context, waiting, head=texts.NO_CHANGE_SURE, whole=False)


async def press(update: Update, context: Context) -> None:
    """本期无变化 pressed, for one task or for all that wait; the way to another page of those; or 全部撤回.

    Raises NotYours, TaskClosed, TooLateToWithdraw, or StaleButton when nothing waits any longer.
    """
    which, *rest = pressed(update)
    match which:
        case "page":
            await _show(update, context, _waiting(context), page=int(rest[0]))
        case "undo":
            await _take_back(update, context, int(rest[0]))
        case _:
            await _report(update, context, which, day_in(rest[0]))


async def _report(update: Update, context: Context, which: str, day: date) -> None:
    """Report no change in what a button of that day speaks of; many at once are shown first, and an earlier period's
    button is answered by the present list."""
    message, place = _pressed(update), answer if which == task_buttons.ASKED else show
    meant = meant_by(context, which, day)
    present = [each for each in meant if is_of_present_period(each, day)]
    once = presses_on(message.chat.id, message.message_id)
    chosen = present if which.isdecimal() else _chosen(present, message.date)
    before = unchanged_by(context.db, context.person, once)
    old = {each.id for each in meant} - {each.id for each in present}
    ids = list(dict.fromkeys([*(each for each in before if each not in old), *(each.id or 0 for each in chosen)]))
    if not ids and not old:
        raise StaleButton
    if not ids:
        first = (texts.OLD_PRESS if before else texts.OLD_LIST)(context.language)
        await _show(update, context, _waiting(context), first=first, place=place)
    elif sum(not is_heard_of(each) for each in chosen) > 1:
        answers = {TASKS: ids, DAY: f"{day:%Y%m%d}", PRESS: once}
        where = Place.BELOW if which == task_buttons.ASKED else Place.NEWEST
        await begin(update, context, NO_CHANGE, message.message_id, answers=answers, place=where)
    else:
        await _store(update, context, ids, once, _page_of(context, which), place)


async def _store(
    update: Update, context: Context, ids: Sequence[int], once: str, page: int, place: Callable[..., Shown]
) -> None:
    """Store that nothing has changed, and show below what waits on that page of the list."""
    message = _pressed(update)
    done = report_no_change(context.db, context.actor, ids, once)
    text = texts.unchanged(done, context.language, name_unit=speaks_for_several(context))
    await place(update, context, text, buttons.afterwards(done, message.message_id, context.language))
    if buttons.is_list(message) and (rest := _waiting(context)):
        await _show(update, context, rest, page, place=answer)


def _page_of(context: Context, which: str) -> int:
    """The page on which a task stands in the list of those that wait."""
    numbers = [str(each.id) for each in _waiting(context)]
    return numbers.index(which) // CHECK_INS_A_PAGE if which in numbers else 0


async def _take_back(update: Update, context: Context, message_id: int) -> None:
    """Withdraw all that one press has stored in the present period, and show what waits."""
    once = presses_on(_pressed(update).chat.id, message_id)
    stored, waiting = unchanged_by(context.db, context.person, once), _waiting(context)
    if any(each.id in stored for each in waiting):
        await _show(update, context, waiting, first=texts.OLD_STORED(context.language))
        return
    done = take_back_unchanged(context.db, context.actor, once)
    await _show(update, context, _waiting(context), first=texts.taken_back(done, context.language))


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
    """Those that wait, a page of them, with the buttons that say that nothing has changed; where they are the `whole`
    of what waits, of all at once too."""
    language = context.language
    if not waiting:
        await place(update, context, join([first, texts.NOTHING_ONGOING(language)]))
        return
    of_all, named = page_of(waiting, page, CHECK_INS_A_PAGE), speaks_for_several(context)
    count = count_text(len(waiting), language) if of_all.pages > 1 else NOTHING
    lines = [task_line(each, language, named) for each in of_all.shown]
    text = join([first, head(language), join([count, of_all.where(language)], " · "), *lines])
    await place(update, context, text, buttons.waiting_list(waiting, of_all.number, language, named=named, whole=whole))


def meant_by(context: Context, which: str, day: date) -> list[Assignment]:
    """What a button of that day speaks of, whether or not it waits still. Raises NotYours or TaskClosed."""
    match which:
        case task_buttons.ALL:
            return ongoing(context)
        case task_buttons.ASKED:
            calendar = workdays(context.db)
            return [
                each
                for each in ongoing(context)
                if is_asked_after(each, day, calendar) or not is_of_present_period(each, day)
            ]
    return [own_assignment(context, int(which))]


def _chosen(ongoing: Sequence[Assignment], shown_at: datetime) -> list[Assignment]:
    """Those that wait, and those of which somebody has reported since the list was shown."""
    return [each for each in ongoing if not is_heard_of(each) or (each.last and each.last.at > shown_at)]


def _pressed(update: Update) -> MaybeInaccessibleMessage:
    assert update.callback_query is not None and update.callback_query.message is not None
    return update.callback_query.message


def presses_on(chat_id: int, message_id: int) -> str:
    """The name of all presses on one message."""
    return f"{chat_id}:{message_id}"


def _open(context: Context, code: str) -> list[Assignment]:
    mine = own_assignments(context, code)
    if not mine:
        raise UnknownTask(code)
    reportable = [own_assignment(context, each.id or 0) for each in mine]
    if not any(map(goes_on, reportable)):
        raise NotOngoing(code)
    return [each for each in reportable if goes_on(each)]


def _with_a_deadline(context: Context, code: str) -> list[Assignment]:
    """The person's own of a task that is no ongoing work now."""
    mine = [own_assignment(context, each.id or 0) for each in own_assignments(context, code)]
    return [] if any(map(goes_on, mine)) else mine


def _waiting(context: Context) -> list[Assignment]:
    return waiting_for_check_in(ongoing(context))
