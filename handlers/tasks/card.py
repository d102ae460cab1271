"""Looking at tasks: lists by urgency in pages, and a task's card."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Update

from data.errors import StaleButton
from data.office.extensions import waiting_on
from data.plan.tasks import Assignment, TaskCard, code_of, task_card
from data.reporting.figures import figures_of_report
from handlers.tasks import keyboard as keyboards
from handlers.tasks.listing import Filter, Listing
from handlers.tasks.lists import coming_next, coming_up, heading, listed
from handlers.tasks.texts import card as texts
from handlers.tasks.texts.lists import COMING_NEXT, NO_UNIT, WHICH_UNIT
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context
from handlers.telegram.labels import PAGE, WHICH_ONE
from handlers.telegram.report_lines import figures_text
from handlers.telegram.sending import acknowledge, answer, show
from handlers.telegram.task_buttons import pick_task
from handlers.telegram.task_lines import list_line, task_list
from handlers.telegram.wording import Html, Language, join

PAGE_SIZE = 10
CHOOSING = {Filter.PICK: Verb.REPORT, Filter.SAID: Verb.SAID, Filter.EXTEND: Verb.EXTEND}
"""The lists from which a task is chosen, and what for."""


async def tasks(update: Update, context: Context) -> None:
    """The person's tasks, most urgent first; the whole plan for those who oversee it."""
    await show_list(update, context, Listing(Filter.ALL))


async def deadlines(update: Update, context: Context) -> None:
    """What falls due within thirty days."""
    await show_list(update, context, coming_up(context))


async def turn_page(update: Update, context: Context) -> None:
    """Another page of a list, in its place."""
    assert update.callback_query is not None
    listing, page = Listing.unpack(unpack(update.callback_query.data).arguments)
    await acknowledge(update)
    await show_list(update, context, listing, page)


async def show_list(
    update: Update,
    context: Context,
    listing: Listing,
    page: int = 0,
    first: Sequence[InlineKeyboardButton] = (),
) -> int:
    """Show a page of a list, of what the person may see only, with buttons that come `first`.

    Returns the message's id.
    """
    person = context.person
    if not person.speaks_for and not person.sees_everything:
        return (await answer(update, context, NO_UNIT(context.language))).message_id
    own_only = bool(person.speaks_for) and (listing.filter in CHOOSING or not person.sees_everything)
    everything = listed(context, listing, person.speaks_for if own_only else None)
    pages = max(1, -(-len(everything) // PAGE_SIZE))
    page = min(page, pages - 1)
    shown = everything[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    where = PAGE(context.language, page=page + 1, pages=pages) if pages > 1 else Html("")
    head = join([heading(context, listing, own_only), where], " · ")
    name_units = listing.unit_id is None and (not own_only or len(person.speaks_for) > 1)
    text = task_list(head, shown, everything, context.language, name_units)
    if not everything and listing.filter in (Filter.DUE, Filter.TO_REPORT):
        shown = coming_next(context, listing, person.speaks_for if own_only else None)
        text = join([text, coming_next_text(shown, context.language, name_units)])
    verb = CHOOSING.get(listing.filter, Verb.CARD)
    keyboard = keyboards.task_list(listing, shown, page, pages, context.language, verb, first)
    return await show(update, context, text, keyboard)


def coming_next_text(found: Sequence[Assignment], language: Language, name_units: bool) -> Html:
    """What falls due next, where nothing does in the days asked about; empty where nothing ever does."""
    if not found:
        return Html("")
    return join([COMING_NEXT(language), *(list_line(each, language, name_units) for each in found)])


async def ask_which_task(update: Update, context: Context, choices: Sequence[Assignment]) -> None:
    """Ask which of several tasks is meant; each button opens a card."""
    lines = [list_line(each, context.language) for each in choices]
    await answer(update, context, join([WHICH_ONE(context.language), *lines]), pick_task(choices))


async def ask_which_list(update: Update, context: Context, choices: Sequence[tuple[str, Listing]]) -> None:
    """Ask which of several units is meant; each button, with the unit's name on it, opens its list."""
    await answer(update, context, WHICH_UNIT(context.language), keyboards.pick_list(choices))


async def open_card(update: Update, context: Context) -> None:
    """The card of the task whose button was pressed."""
    assert update.callback_query is not None
    [task_id] = unpack(update.callback_query.data).arguments
    code = code_of(context.db, int(task_id))
    if not code:
        raise StaleButton
    await acknowledge(update)
    await show_card(update, context, code)


def card_for_all(card: TaskCard, language: Language) -> Html:
    """A task's card as everybody may see it, without what was reported."""
    return texts.card(card, [], [], None, language)


async def show_card(update: Update, context: Context, code: str) -> None:
    """A task's card, for those who may see the task. Raises UnknownTask otherwise."""
    person = context.person
    card = task_card(context.db, code, context.today, context.zone, person.may_see)
    mine = [each for each in card.assignments if each.unit_id in person.speaks_for]
    asked = [waiting_on(context.db, each.id or 0, context.today, context.zone) for each in mine]
    asked_until = next((each.proposed for each in asked if each), None)
    told = card.assignments if person.sees_everything else mine
    figures = {
        each.last.id: figures_text(figures_of_report(context.db, each.last.id), context.language)
        for each in told
        if each.last is not None
    }
    text = texts.card(card, mine, told, asked_until, context.language, figures)
    await answer(update, context, text, keyboards.card(card.id, mine, context.language))
