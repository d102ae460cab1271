"""Statistics returns for coordinators and observers: /returns, the buttons of its pages, and orders in words."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from telegram import Update

from data.errors import ForTheOffice
from data.returns.return_table import comparison
from data.returns.returns import Return, all_returns, live_returns
from data.returns.rounds import Round, open_due_rounds, rounds
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.returns.return_asked import (
    ReturnAsked,
    ReturnWish,
    compares,
    names_a_period,
    place_said,
    reason_said,
    return_asked,
    wants_only_a_look,
)
from handlers.announcing.return_nudge import nudge_round
from handlers.dialog import Declaration, begin
from handlers.returns import left_out, return_setup
from handlers.returns import office_pages as pages
from handlers.returns.filing_in_words import begin_filing_for_unit, put_right_for_unit
from handlers.returns.office_pages import send_picture, send_workbook
from handlers.returns.return_verdicts import FREEZE, GIVE_BACK, UNFREEZE
from handlers.returns.round_named import (
    only_ended,
    returns_of_period,
    round_meant,
    rounds_to_nudge,
    unit_return_of,
    units_named,
)
from handlers.returns.texts.giving_back import frozen_already
from handlers.returns.texts.rounds import NOT_DONE, NOTHING_BEFORE
from handlers.returns.texts.set_up import NOT_SET_UP_YET
from handlers.telegram import Context, answer, pressed, text_of
from handlers.wording import NOTHING, cut

Shown = Callable[[Update, Context, int], Awaitable[None]]
LOOKING: dict[str, Shown] = {
    "open": pages.show_round,
    "return": pages.show_return,
    "asks": pages.show_settings,
    "unit": pages.show_unit,
    "picture": send_picture,
    "xlsx": send_workbook,
}
PAGED = {"table": pages.show_table, "units": pages.show_units}
"""Buttons that observers may press, too, and that carry a page number."""
CHANGING: dict[str, Shown] = {
    "change": return_setup.begin_change,
    "again": return_setup.ask_for_return_again,
    "nudge": nudge_round,
    "leave": left_out.begin_leaving_out,
}
BEGUN: dict[str, Declaration[Any]] = {
    "stop": return_setup.STOP,
    "freeze": FREEZE,
    "unfreeze": UNFREEZE,
    "back": GIVE_BACK,
}
"""Buttons that begin a dialog."""
OF_A_RETURN = (ReturnWish.CHANGE, ReturnWish.END, ReturnWish.LEAVE_OUT, ReturnWish.ASK_AGAIN)
"""Wishes about a return as a whole, not about one of its rounds."""


async def press_round(update: Update, context: Context) -> None:
    """Handle a button of the office's pages. Raises StaleButton, and ForTheOffice if an observer may not press it."""
    deed, *numbers = pressed(update)
    looks = deed == "list" or deed in LOOKING or deed in PAGED
    if not looks and not context.person.is_coordinator:
        raise ForTheOffice
    match [int(each) for each in numbers]:
        case [] if looks:
            await pages.show_returns_list(update, context)
        case []:
            await begin(update, context, return_setup.SET_UP, return_setup.NEW)
        case [number, day] if deed == "restore":
            await left_out.ask_for_period_again(update, context, number, day)
        case [number, page]:
            await PAGED[deed](update, context, number, page)
        case [number] if deed in BEGUN:
            await begin(update, context, BEGUN[deed], number)
        case [number]:
            await (LOOKING | CHANGING)[deed](update, context, number)


async def show_returns(update: Update, context: Context) -> None:
    """Handle /returns for the office: show the newest round if there is only one return, or else the list."""
    open_due_rounds(context.db, context.now)
    known = all_returns(context.db)
    if not known and context.open_dialog_of(return_setup.SET_UP.kind) is not None:
        await answer(update, context, NOT_SET_UP_YET(context.language))
    elif len(known) == 1 and not known[0].ended:
        await pages.show_return(update, context, known[0].id)
    else:
        await pages.show_returns_list(update, context)


async def act_on_returns(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence of a coordinator or observer asks for about returns; return whether it asks for anything."""
    known = {each.schedule.every for each in live_returns(context.db)}
    meaning = _about_the_return(context, meaning)
    asked = return_asked(meaning, known)
    if asked is None:
        return False
    open_due_rounds(context.db, context.now)
    if asked.wish is ReturnWish.NEW and context.person.is_coordinator:
        await return_setup.set_up_in_words(update, context, meaning)
        return True
    found = round_meant(context, meaning, asked)
    changed = found if asked.wish is ReturnWish.CHANGE else None
    if changed is not None and await put_right_for_unit(update, context, meaning, changed):
        return True
    if asked.wish in OF_A_RETURN and context.person.is_coordinator:
        await _begin_on_return(update, context, asked, meaning)
        return True
    if found is None and (ended := only_ended(context, asked)) is not None:
        await pages.show_settings(update, context, ended.id)
    elif found is None and asked.wish is ReturnWish.NUDGE and context.person.is_coordinator:
        await _choose_round_to_nudge(update, context, asked, meaning)
    elif found is None:
        await show_returns(update, context)
    elif context.person.is_coordinator:
        await act_on_round(update, context, meaning, asked.wish, found)
    else:
        await _show_round(update, context, meaning, found)
    return True


async def _choose_round_to_nudge(update: Update, context: Context, asked: ReturnAsked, meaning: Understanding) -> None:
    """Nudge the only round that fits and is not complete; if there are several, list them with a button for each."""
    incomplete = rounds_to_nudge(context, asked)
    if len(incomplete) == 1:
        await nudge_round(update, context, incomplete[0].round.id, meaning)
    else:
        await pages.show_returns_list(update, context, to_nudge=incomplete)


def _about_the_return(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence that names a return and says that something is over as one about the return, unless an open
    dialog could be meant: 停了这个月报吧，不搞了."""
    is_of_it = meaning.aim is Aim.CANCEL and says(meaning.text, "returns.named")
    return replace(meaning, aim=Aim.RETURNS) if is_of_it and not context.open_dialog else meaning


def _names_a_part(found: Return, meaning: Understanding) -> bool:
    units = meaning.names(Kind.UNIT)
    return units or any(name in meaning.text for each in found.indicators for name in (each.name, *each.aliases))


async def _begin_on_return(update: Update, context: Context, asked: ReturnAsked, meaning: Understanding) -> None:
    """Change or stop the return that is meant or leave out a period of it; if several may be meant, list them. Stopping
    it for named units or an indicator changes the return, and stopping it for a period leaves that out."""
    known = live_returns(context.db) if asked.wish is not ReturnWish.ASK_AGAIN else all_returns(context.db)
    fitting = returns_of_period(known, asked)
    ends, leaves_out = asked.wish is ReturnWish.END, asked.wish is ReturnWish.LEAVE_OUT
    of_one_period = leaves_out or (ends and names_a_period(meaning))
    if not known:
        await show_returns(update, context)
    elif len(fitting) != 1:
        await pages.show_returns_list(update, context)
    elif await _act_on_units(update, context, asked, meaning, fitting[0]):
        return
    elif asked.wish is ReturnWish.ASK_AGAIN:
        await pages.show_settings(update, context, fitting[0].id)
    elif fitting[0].schedule.every and of_one_period and not _names_a_part(fitting[0], meaning):
        await left_out.leave_period_out_in_words(update, context, fitting[0].id, meaning)
    elif ends and not _names_a_part(fitting[0], meaning):
        await begin(update, context, return_setup.STOP, fitting[0].id)
    else:
        await return_setup.change_in_words(update, context, fitting[0].id, meaning)


async def _act_on_units(
    update: Update, context: Context, asked: ReturnAsked, meaning: Understanding, found: Return
) -> bool:
    """Leave the named units out of one period, or ask them again; return whether the sentence asks for that."""
    if found.schedule.every is None or not units_named(context, meaning):
        return False
    of_a_period = place_said(meaning.text) is not None or meaning.names(Kind.TIME)
    newest = rounds(context.db, found.id)[:1] if not names_a_period(meaning) else []
    of_round = next(iter(newest), None) or round_meant(context, meaning, asked)
    if of_round is None or of_round.return_id != found.id:
        return False
    if asked.wish is ReturnWish.ASK_AGAIN:
        return await left_out.ask_units_again_in_words(update, context, of_round, meaning)
    if asked.wish not in (ReturnWish.END, ReturnWish.LEAVE_OUT) or not of_a_period:
        return False
    await left_out.leave_units_out_in_words(update, context, of_round, meaning)
    return True


async def act_on_round(
    update: Update, context: Context, meaning: Understanding, wish: ReturnWish, found: Round
) -> None:
    """Do what a coordinator wishes of a round. Raises what the dialogs and pages for it raise."""
    match wish:
        case ReturnWish.NUDGE:
            await nudge_round(update, context, found.id, meaning)
        case ReturnWish.FREEZE if found.frozen_at is None:
            await begin(update, context, FREEZE, found.id)
        case ReturnWish.UNFREEZE if found.frozen_at is not None:
            await begin(update, context, UNFREEZE, found.id)
        case ReturnWish.FREEZE | ReturnWish.UNFREEZE:
            await pages.show_round(update, context, found.id, frozen_already(found, context.today, context.language))
        case ReturnWish.LEAVE_OUT if units_named(context, meaning):
            await left_out.leave_units_out_in_words(update, context, found, meaning)
        case ReturnWish.ASK_AGAIN if await left_out.ask_units_again_in_words(update, context, found, meaning):
            return
        case ReturnWish.LEAVE_OUT if found.span is not None:
            await left_out.leave_period_out_in_words(update, context, found.return_id, meaning, found)
        case ReturnWish.GIVE_BACK if meaning.unit:
            await _give_back(update, context, meaning, found)
        case ReturnWish.PICTURE:
            await send_picture(update, context, found.id)
        case ReturnWish.WORKBOOK:
            await send_workbook(update, context, found.id)
        case ReturnWish.TABLE:
            await pages.show_table(update, context, found.id, 0)
        case _ if meaning.unit:
            await _show_or_fill_in(update, context, meaning, unit_return_of(context, found, meaning.unit))
        case ReturnWish.LOOK if not wants_only_a_look(meaning):
            await pages.show_round(update, context, found.id, NOT_DONE(context.language, said=cut(meaning.text, 60)))
        case _:
            await _show_round(update, context, meaning, found)


async def _show_round(update: Update, context: Context, meaning: Understanding, found: Round) -> None:
    """Show a round; if a sentence compares it and nothing was filed for the period before, say so."""
    alone = compares(meaning) and comparison(context.db, found.id, context.today).before is None
    await pages.show_round(update, context, found.id, NOTHING_BEFORE(context.language) if alone else NOTHING)


async def _show_or_fill_in(update: Update, context: Context, meaning: Understanding, unit_return_id: int) -> None:
    """Show a unit's return, or begin it with the figures that the sentence gives (代报); a question gives none."""
    asks = Mood.ASKS in meaning.moods
    if asks or not await begin_filing_for_unit(update, context, unit_return_id, meaning):
        await pages.show_unit(update, context, unit_return_id)


async def _give_back(update: Update, context: Context, meaning: Understanding, found: Round) -> None:
    """Begin to give a return back, with the reason if the sentence gives one."""
    reason = reason_said(text_of(update), meaning)
    unit_return_id = unit_return_of(context, found, meaning.unit or "")
    await begin(update, context, GIVE_BACK, unit_return_id, answers={"reason": reason} if reason else {})
