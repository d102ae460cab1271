"""/info: the list of work information, from all units or from one's own, and the page of one piece."""

from telegram import InlineKeyboardMarkup, Update

from data.calendar import Period
from data.exports.files import ExportKind
from data.exports.ledger import ExportScope
from data.information.information import (
    Information,
    InformationState,
    counts_by_state,
    information_for,
    information_ids,
    may_withdraw_information,
    sent_counts,
    withdraw_information,
)
from data.information.weeks import Week, week_of
from handlers.dialog import begin
from handlers.exports.choice import usual_span
from handlers.exports.sending import send_files
from handlers.information import keyboard as buttons
from handlers.information.decisions import DECLINE, EDIT, TAKE
from handlers.information.submission import INFORMATION, begin_with_kept_files
from handlers.information.texts import overview as texts
from handlers.telegram import Context, Html, answer, page_of, pressed, send_attached, show

PAGE_SIZE = 8
COMMANDED = 0
"""The subject id of a piece begun by a button; one begun by a sentence has that update's id."""


async def info_command(update: Update, context: Context) -> None:
    """Handle /info: show a coordinator what has come, and everybody else what their units have sent."""
    await _show_list(update, context, InformationState.NEW if context.person.is_coordinator else buttons.ALL, 0)


async def press_information(update: Update, context: Context) -> None:
    """Handle a button of work information. Raises ForTheOffice, NotYours, StaleButton and TakenAlready."""
    does, *rest = pressed(update)
    match does, rest:
        case "new", _:
            await begin(update, context, INFORMATION, COMMANDED)
        case "kept", _:
            await begin_with_kept_files(update, context)
        case "came", _:
            await answer(update, context, *_list(context, InformationState.NEW, 0))
        case "list", [state, page]:
            await _show_list(update, context, state, int(page))
        case (("open" | "original"), [number, *page]):
            found = information_for(context.db, context.person, int(number))
            if page:
                await _show(update, context, found, int(page[0]), original=does == "original")
            else:
                await _open(update, context, found)
        case "brief", _:
            await _send_brief(update, context)
        case "files", [number]:
            found = information_for(context.db, context.person, int(number))
            await _send_files(update, context, found)
        case "withdraw", [number]:
            await _withdraw(update, context, int(number))
        case _, [number]:
            await _decide(update, context, does, int(number))


async def _decide(update: Update, context: Context, does: str, information_id: int) -> None:
    """Begin the dialog of 采用, 不采用 or 改一份."""
    context.check_office()
    information_for(context.db, context.person, information_id)
    declared = {"take": TAKE, "decline": DECLINE, "edit": EDIT}[does]
    await begin(update, context, declared, information_id)


async def _show_list(update: Update, context: Context, state: str, number: int) -> None:
    await show(update, context, *_list(context, state, number))


def _list(context: Context, state: str, number: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Return a page of the pieces that the person may see."""
    person, language, of_office = context.person, context.language, context.person.is_coordinator
    chosen = InformationState(state) if state != buttons.ALL else None
    page = page_of(information_ids(context.db, None if of_office else person.speaks_for, chosen), number, PAGE_SIZE)
    found = [information_for(context.db, person, each) for each in page.shown]
    first, where = page.number * PAGE_SIZE + 1, page.where(language)
    if of_office:
        counts = counts_by_state(context.db)
        text = texts.office_list(found, first, counts, where, context.today, language)
    else:
        sent = sent_counts(context.db, person.speaks_for)
        text = texts.unit_list(found, first, sent, where, context.today, language)
    week, writes = _usual_week(context) if of_office else None, bool(person.speaks_for)
    keyboard = buttons.overview(found, page, first, state, week, context.today, language, writes=writes)
    return text, keyboard


async def _open(update: Update, context: Context, found: Information) -> None:
    """Show a piece below its photos and files; without files, in place of the list."""
    if not found.files:
        await _show(update, context, found, 0)
        return
    await _send_files(update, context, found)
    await answer(update, context, *_page(context, found, 0))


async def _show(update: Update, context: Context, found: Information, number: int, *, original: bool = False) -> None:
    await show(update, context, *_page(context, found, number, original=original))


def _page(
    context: Context, found: Information, number: int, *, original: bool = False
) -> tuple[Html, InlineKeyboardMarkup]:
    """Return a page of one piece."""
    part = page_of(texts.pages_of(found.text if original else found.printed[1]), number, 1)
    language, person = context.language, context.person
    where = part.where(language)
    text = texts.page(found, part.shown[0], where, context.today, language, original=original)
    keyboard = buttons.piece(
        found,
        part.number,
        part.pages,
        language,
        original=original,
        of_office=person.is_coordinator,
        own=may_withdraw_information(found, person),
    )
    return text, keyboard


async def _send_files(update: Update, context: Context, found: Information) -> None:
    caption = texts.FILES_OF(context.language, unit=found.unit, title=found.title)
    await send_attached(update, context, found.files, caption)


async def _withdraw(update: Update, context: Context, information_id: int) -> None:
    found = withdraw_information(context.db, context.actor, information_id)
    await show(update, context, texts.WITHDRAWN(context.language, title=found.title))


async def _send_brief(update: Update, context: Context) -> None:
    """Send the brief that is due, as far as it is complete. Raises ForTheOffice, NoPlan and NothingToExport."""
    context.check_office()
    week = _usual_week(context)
    await send_files(update, context, ExportKind.BRIEF, ExportScope(week.monday, week.sunday))


def _usual_week(context: Context) -> Week:
    """Return the week whose brief is due: this week, or on its first days the one before."""
    first, _ = usual_span(context.today, Period.WEEK)
    return week_of(first)
