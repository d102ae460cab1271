"""The office's pages of returns: the list, a round, its table and units, what a return asks for, and its files."""

import asyncio
from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, InputFile, Update

from data.exports.pictures.return_picture import return_picture
from data.exports.return_sheets import comparison_workbook, round_file_name
from data.plan.indicators import indicators
from data.plan.units import all_units
from data.plan.workdays import workdays
from data.returns.left_out import periods_left_out, units_left_out
from data.returns.return_table import Comparison, comparison
from data.returns.returns import ReturnDefinition, all_returns, definition_of, return_by_id
from data.returns.round_shown import remember_round
from data.returns.rounds import Round, open_due_rounds, rounds
from data.returns.unit_returns import Completeness, completeness, filings_of, rounds_under_way, unit_return_by_id
from data.understanding import IndicatorWords
from handlers.returns import keyboard as buttons
from handlers.returns.texts import left_out, return_form, unit_filings
from handlers.returns.texts import rounds as texts
from handlers.returns.texts.left_out import units_out
from handlers.telegram import Context, Verb, in_rows, show
from handlers.telegram.albums import MOST_IN_AN_ALBUM, send_album
from handlers.wording import NOTHING, Html, Wording, join, page_of, plain

ROWS_A_PAGE, UNITS_A_PAGE = 10, 16


async def show_returns_list(update: Update, context: Context, to_nudge: Sequence[Completeness] = ()) -> None:
    """Show all returns, each with its newest round; stopped ones only if they have one. The rounds `to_nudge` get a
    button that nudges."""
    open_due_rounds(context.db, context.now)
    newest: dict[int, Round] = {}
    for each in rounds(context.db):
        newest.setdefault(each.return_id, each)
    found = [each for each in all_returns(context.db) if not each.ended or each.id in newest]
    found.sort(key=lambda each: each.ended)
    told = [
        (each, completeness(context.db, newest[each.id].id, context.today) if each.id in newest else None)
        for each in found
    ]
    person, language = context.person, context.language
    text = texts.return_list(told, context.today, language, person.is_coordinator)
    await show(update, context, text, buttons.returns(found, person, language, to_nudge))


async def show_return(update: Update, context: Context, return_id: int) -> None:
    """Show the newest round of a return, or what it asks for if none has opened. Raises StaleButton."""
    found = rounds(context.db, return_id)
    if found:
        await show_round(update, context, found[0].id)
    else:
        await show_settings(update, context, return_id)


async def show_round(update: Update, context: Context, round_id: int, first: Html = NOTHING) -> None:
    """Show how complete a round is, and its totals, below `first`. Raises StaleButton."""
    shown = await show(update, context, *round_page(context, round_id, first))
    remember_round(context.db, context.person, round_id, shown, context.now)


def round_page(context: Context, round_id: int, first: Html = NOTHING) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the page of a round below `first`, and its buttons. Raises StaleButton."""
    found = comparison(context.db, round_id, context.today)
    before, after = _beside(context, found.table.round)
    under_way = rounds_under_way(context.db, context.today)
    others = [each for each in under_way if each.round in (before, after) and each.missing]
    text = texts.round_page(found, others, context.today, context.language)
    out = units_out(units_left_out(context.db, round_id), context.language)
    keyboard = buttons.round_page(found.table, before, after, context.today, context.person, context.language)
    return join([first, text, out], "\n\n"), keyboard


def _beside(context: Context, found: Round) -> tuple[Round | None, Round | None]:
    """Return the rounds of the same return before and after `found`, None if there is none."""
    every = rounds(context.db, found.return_id)
    place = next(number for number, each in enumerate(every) if each.id == found.id)
    before = every[place + 1] if place + 1 < len(every) else None
    return before, every[place - 1] if place else None


async def show_table(update: Update, context: Context, round_id: int, number: int) -> None:
    """Show page `number` of the units' figures. Raises StaleButton."""
    found = comparison(context.db, round_id, context.today)
    page = page_of(found.table.units, number, ROWS_A_PAGE)
    text = unit_filings.table_page(found, page, context.today, context.language)
    keyboard = buttons.table(found.table.round, page, context.language)
    shown = await show(update, context, text, keyboard)
    remember_round(context.db, context.person, round_id, shown, context.now)


async def show_units(update: Update, context: Context, round_id: int, number: int) -> None:
    """Show page `number` of the units of a round, each with a button. Raises StaleButton."""
    found = completeness(context.db, round_id, context.today)
    page = page_of(found.units, number, UNITS_A_PAGE)
    may_change, language = context.person.is_coordinator, context.language
    text = unit_filings.units_page(found.round, page, context.today, language, may_change)
    await show(update, context, text, buttons.units(found.round, page, language))


async def show_unit(update: Update, context: Context, unit_return_id: int) -> None:
    """Show what a unit has filed for a round. Raises StaleButton."""
    unit = unit_return_by_id(context.db, unit_return_id, context.today)
    found = comparison(context.db, unit.round.id, context.today)
    filed = filings_of(context.db, unit_return_id)
    text = unit_filings.unit_page(unit, found, filed, context.today, context.language)
    keyboard = buttons.unit(unit, context.language, may_change=context.person.is_coordinator)
    shown = await show(update, context, text, keyboard)
    context.note_shown(update, shown, Verb.UNIT, unit.unit.id)
    remember_round(context.db, context.person, unit.round.id, shown, context.now)


async def show_settings(update: Update, context: Context, return_id: int) -> None:
    """Show what a return asks for and, before its first round, when that opens, unless left out. Raises StaleButton."""
    found, language = return_by_id(context.db, return_id), context.language
    newest = next(iter(rounds(context.db, return_id)), None)
    lines = return_lines(context, definition_of(found))
    out = periods_left_out(context.db, found)
    keyboard = buttons.settings(found, newest, out, context.today, language, may_change=context.person.is_coordinator)
    is_to_come = newest is None and not found.ended and not out
    opens = (
        return_form.opening(found.schedule, workdays(context.db), context.today, language) if is_to_come else NOTHING
    )
    told = left_out.periods_out(out, context.today, language)
    await show(update, context, return_form.settings(found, lines, told, opens, language), keyboard)


def return_lines(context: Context, asked: ReturnDefinition, new: Sequence[IndicatorWords] = ()) -> dict[Wording, Html]:
    """Return what a return asks for, a line for each question; `new` are indicators not in the plan yet."""
    db, known = context.db, [*indicators(context.db), *new]
    return return_form.lines(asked, known, new, all_units(db), workdays(db), context.today, context.language)


async def send_picture(update: Update, context: Context, round_id: int) -> None:
    """Send the table of a round as pictures. Raises StaleButton."""
    found = comparison(context.db, round_id, context.today)
    pictures = await asyncio.to_thread(return_picture, found, context.language)
    for album in in_rows(pictures, MOST_IN_AN_ALBUM):
        await send_album(update, context, "photo", album, _caption(context, found))


async def send_workbook(update: Update, context: Context, round_id: int) -> None:
    """Send a round as a workbook. Raises StaleButton."""
    found = comparison(context.db, round_id, context.today)
    content = await asyncio.to_thread(comparison_workbook, found, context.language)
    file = InputFile(content, round_file_name(found.table.round, context.language))
    await send_album(update, context, "document", [file], _caption(context, found))


def _caption(context: Context, found: Comparison) -> str:
    return plain(texts.caption(found.table, context.today, context.language))
