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
from data.understanding.office.decisions import DecisionSubject
from handlers.dialog import begin
from handlers.dialog.reason import reason_said_in
from handlers.exports.choice import usual_span
from handlers.exports.sending import send_files
from handlers.information import keyboard as buttons
from handlers.information.decisions import DECLINE, EDIT, TAKE
from handlers.information.submission import INFORMATION, begin_with_kept_files
from handlers.information.texts import overview as texts
from handlers.telegram import Context, answer, pressed, send_attached, show
from handlers.wording import Html, page_of

PAGE_SIZE = 8
COMMANDED = 0
"""The subject id of a piece begun by a button; one begun by a sentence has that update's id."""


async def info_command(update: Update, context: Context) -> None:
    """Handle /info: show a coordinator what has come, and everybody else what their units have sent."""
    state = InformationState.NEW if context.person.is_coordinator else buttons.ALL
    await show(update, context, *_list(context, state, 0))


async def press_information(update: Update, context: Context) -> None:
    """Handle a button of work information: of its list, the brief that is due, a piece (below its files, if any), or a
    decision. Raises ForTheOffice, NotYours, StaleButton, TakenAlready, NoPlan and NothingToExport."""
    does, *rest = pressed(update)
    match does, rest:
        case "new", _:
            await begin(update, context, INFORMATION, COMMANDED)
        case "kept", _:
            await begin_with_kept_files(update, context)
        case "came", _:
            await answer(update, context, *_list(context, InformationState.NEW, 0))
        case "list", [state, page]:
            await show(update, context, *_list(context, state, int(page)))
        case (("open" | "original"), [number, *page]):
            found = information_for(context.db, context.person, int(number))
            if page:
                await show(update, context, *_page(context, found, int(page[0]), original=does == "original"))
            elif found.files:
                await _send_files(update, context, found)
                await answer(update, context, *_page(context, found, 0))
            else:
                await show(update, context, *_page(context, found, 0))
        case "brief", _:
            context.check_office()
            week = _usual_week(context)
            await send_files(update, context, ExportKind.BRIEF, ExportScope(week.monday, week.sunday))
        case "files", [number]:
            await _send_files(update, context, information_for(context.db, context.person, int(number)))
        case "withdraw", [number]:
            found = withdraw_information(context.db, context.actor, int(number))
            await show(update, context, texts.WITHDRAWN(context.language, title=found.title))
        case _, [number, *said_in]:
            context.check_office()
            found = information_for(context.db, context.person, int(number))
            reason = reason_said_in(context, DecisionSubject.INFORMATION, *said_in)
            declared = {"take": TAKE, "decline": DECLINE, "edit": EDIT}
            await begin(update, context, declared[does], found.id, answers={"reason": reason} if reason else {})


def _list(context: Context, state: str, number: int) -> tuple[Html, InlineKeyboardMarkup]:
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


def _page(
    context: Context, found: Information, number: int, *, original: bool = False
) -> tuple[Html, InlineKeyboardMarkup]:
    part = page_of(texts.pages_of(found.text if original else found.printed[1]), number, 1)
    language, person = context.language, context.person
    where = part.where(language)
    text = texts.page(found, part.shown[0], where, context.today, language, original=original)
    own, office = may_withdraw_information(found, person), person.is_coordinator
    pages = part.number, part.pages
    return text, buttons.piece(found, *pages, language, original=original, of_office=office, own=own)


async def _send_files(update: Update, context: Context, found: Information) -> None:
    caption = texts.FILES_OF(context.language, unit=found.unit, title=found.title)
    await send_attached(update, context, found.files, caption)


def _usual_week(context: Context) -> Week:
    """Return the week whose brief is due: this week, or on its first days the one before."""
    first, _ = usual_span(context.today, Period.WEEK)
    return week_of(first)
