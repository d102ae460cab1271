"""A list of tasks, most urgent first, in pages."""

from collections.abc import Callable, Sequence
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.errors.plans import ListTooNarrow
from data.office.extensions import granted_extensions
from data.standing.assignments import Assignment, state_version
from handlers.steps.page import own_steps
from handlers.tasks import keyboard as buttons
from handlers.tasks.list_contents import assignments_in, heading, next_due
from handlers.tasks.list_in_words import due_soon, limited_to_unit
from handlers.tasks.selection import UNREPORTED, Filter, Listing
from handlers.tasks.texts.lists import (
    COMING_NEXT,
    SEE_ALL,
    SEE_ALL_OVERSEER,
    STILL_TO_REPORT,
    granted_line,
)
from handlers.telegram import Context, Verb, answer, button, keyboard_of, pick_task, show, tasks_meant
from handlers.telegram.caches import KeptKeyboard
from handlers.wording import NOTHING, Html, Language, join, page_of
from handlers.wording.labels import WHICH_ONE, WHICH_UNIT
from handlers.wording.task_lines import list_line, of_several_units, reason_line, standing_line, task_list

PAGE_SIZE = 10
CHOOSING = {Filter.PICK: Verb.REPORT, Filter.SAID: Verb.SAID, Filter.EXTEND: Verb.EXTEND}
"""The lists for choosing a task, and what a press on one begins."""


async def tasks_command(update: Update, context: Context) -> None:
    """Show the user's tasks, most urgent first; the whole plan to those who oversee it."""
    await show_list(update, context, Listing(Filter.ALL))


async def show_my_tasks(update: Update, context: Context) -> None:
    """Show the user's tasks; to a coordinator those of their own unit if they have one, else the whole plan."""
    listing, person = Listing(Filter.ALL), context.person
    own = person.units[0] if person.is_coordinator and person.units else None
    await show_list(update, context, limited_to_unit(context, listing, own) if own else listing)


async def deadlines_command(update: Update, context: Context) -> None:
    """Show what falls due within thirty days."""
    await show_list(update, context, due_soon(context))


async def show_list(update: Update, context: Context, listing: Listing, page: int = 0, below: Html = NOTHING) -> None:
    """Show a page of a list, limited to what the user may see, with `below` at its end. Below all tasks stand the steps
    that the user is to do."""
    text, keyboard = list_page(context, listing, page)
    if listing == Listing(Filter.ALL) and page == 0:
        text = join([text, own_steps(context)], "\n\n")
    shown = await show(update, context, join([text, below], "\n\n"), keyboard)
    if listing.filter not in CHOOSING:
        remember_list(update, context, listing, shown, page, _codes_on(keyboard))


def _codes_on(keyboard: InlineKeyboardMarkup | None) -> list[str]:
    every = [each for row in keyboard.inline_keyboard for each in row] if keyboard else []
    return [each.text for each in every if str(each.callback_data).startswith(f"{Verb.CARD}:")]


def remember_list(
    update: Update, context: Context, listing: Listing, message_id: int, page: int, codes: Sequence[str]
) -> None:
    """Remember which page of a list a message shows, so that the next message may narrow the list, and the codes of its
    lines, or their units, so that later ones may name them by their places as they were shown."""
    context.note_shown(update, message_id, *listing.pack(page), Verb.HISTORY, *codes)


def list_shown_last(context: Context) -> tuple[Listing, int] | None:
    """Return the list and page shown last in the user's private chat; None if anything else was shown since."""
    return _unpacked(context.last_messages.list_shown() or ())[0]


def tasks_listed(context: Context) -> Sequence[Assignment]:
    """Return the user's own tasks on the page of the list shown last; empty if there is none."""
    shown = list_shown_last(context)
    return page_of(tasks_on_all_pages(context), shown[1], PAGE_SIZE).shown if shown is not None else ()


def tasks_listed_above(context: Context, since: int) -> Sequence[Assignment]:
    """Return the tasks on the page of the last list, or of the last reports listed, below the message `since`, whatever
    was shown after it: the user's own, or for whoever sees everything, all of them; empty if there is none."""
    shown, codes = _unpacked(context.last_messages.list_above(since))
    if shown is not None and shown[0].by_unit:
        return ()
    found = tasks_meant(context, codes, context.person.may_see)
    if codes and len(found) == len(codes):
        return found
    if shown is None:
        return ()
    return page_of(assignments_in(context, shown[0], context.person.may_see), shown[1], PAGE_SIZE).shown


def units_listed_above(context: Context, since: int) -> Sequence[str]:
    """Return the names of the units on the page of the last list, if that is of units, below the message `since`."""
    shown, names = _unpacked(context.last_messages.list_above(since))
    return names if shown is not None and shown[0].by_unit else ()


def _unpacked(packed: tuple[str, ...]) -> tuple[tuple[Listing, int] | None, Sequence[str]]:
    """Return the list and page that were noted, None if it was anything else, and the codes of the lines."""
    end = packed.index(Verb.HISTORY) if Verb.HISTORY in packed else len(packed)
    of_a_list = end > 0 and packed[0] in {*Filter, UNREPORTED}
    return Listing.unpack(packed[:end]) if of_a_list else None, packed[end + 1 :]


def tasks_on_all_pages(context: Context) -> Sequence[Assignment]:
    """Return the user's own tasks in the whole list of which a page was shown last; empty if there is none."""
    shown = list_shown_last(context)
    if shown is None or not context.person.speaks_for:
        return ()
    return assignments_in(context, shown[0], context.person.may_see)


def list_page(
    context: Context, listing: Listing, page: int = 0, first: Sequence[InlineKeyboardButton] = ()
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a page of a list, limited to what the user may see, with the buttons `first` above the others. If it
    depends only on how tasks stand, it is cached until that changes. Raises ListTooNarrow."""
    person = context.person
    if not listing.fits:
        raise ListTooNarrow
    own_only = bool(person.speaks_for) and (listing.filter in CHOOSING or not person.sees_everything)
    if first or not listing.only_shows_standings:
        return _page(context, listing, page, own_only, first)
    of = listing, page, own_only, person.speaks_for, context.today, context.language
    version = state_version(context.db, person.speaks_for if own_only else None)
    return context.bot_data.pages.get(of, version, lambda: _to_keep(*_page(context, listing, page, own_only, ())))


def _to_keep(text: Html, keyboard: InlineKeyboardMarkup | None) -> tuple[Html, InlineKeyboardMarkup | None]:
    return text, KeptKeyboard(keyboard) if keyboard else None


def _page(
    context: Context, listing: Listing, page: int, own_only: bool, first: Sequence[InlineKeyboardButton]
) -> tuple[Html, InlineKeyboardMarkup | None]:
    speaks_for = context.person.speaks_for
    everything = assignments_in(context, listing, speaks_for if own_only else None)
    of_all = page_of(everything, page, PAGE_SIZE)
    shown = of_all.shown
    head = join([heading(context, listing, own_only), of_all.where(context.language)], " · ")
    name_units = listing.unit_id is None and (not own_only or len(speaks_for) > 1)
    text = task_list(head, shown, everything, context.language, name_units, _below_lines(context, listing, shown))
    if not everything and listing != Listing(Filter.ALL):
        is_of_days = listing.filter in (Filter.DUE, Filter.TO_REPORT)
        shown = next_due(context, listing, speaks_for if own_only else None) if is_of_days else []
        see_all = SEE_ALL_OVERSEER if context.person.sees_everything else SEE_ALL
        text = join([text, coming_next_text(shown, context.language, name_units) or see_all(context.language)])
    verb = CHOOSING.get(listing.filter, Verb.CARD)
    return text, buttons.task_list(listing, shown, of_all.number, of_all.pages, context.language, verb, first)


def _below_lines(
    context: Context, listing: Listing, shown: Sequence[Assignment]
) -> Callable[[Assignment], Html] | None:
    """Return what gives the words below the line of each task: why it is held up, or that it has more time."""
    if listing.filter is Filter.EXTENDED:
        granted = granted_extensions(context.db, [each.id for each in shown], context.today)
        return lambda each: granted_line(each, granted.get(each.id), context.language)
    held_up = listing.filter in (Filter.BLOCKED, Filter.RETURNED)
    return partial(reason_line, language=context.language) if held_up else None


def coming_next_text(found: Sequence[Assignment], language: Language, name_units: bool) -> Html:
    """Return what falls due next, or is to be reported on, for a list of days that is empty; empty if `found` is."""
    if not found:
        return NOTHING
    above = COMING_NEXT if found[0].due is not None else STILL_TO_REPORT
    return join([above(language), *(list_line(each, language, name_units) for each in found)])


async def ask_which_task(update: Update, context: Context, choices: Sequence[Assignment]) -> None:
    """Ask which of several tasks is meant; each button opens a card."""
    lines = [list_line(each, context.language) for each in choices]
    await answer(update, context, join([WHICH_ONE(context.language), *lines]), pick_task(choices))


async def tell_how_they_stand(
    update: Update, context: Context, found: Sequence[Assignment], verb: Verb = Verb.CARD
) -> None:
    """Tell how each of several tasks stands, a line each; each button opens a card."""
    language, named = context.language, of_several_units(found)
    lines = join([standing_line(each, language, named) for each in found])
    tasks = {each.task_id: each for each in found}
    await answer(update, context, lines, pick_task([*tasks.values()], verb))


async def ask_which_list(update: Update, context: Context, choices: Sequence[tuple[str, Listing]]) -> None:
    """Ask which of several units is meant; each button, labelled with the unit's name, opens its list."""
    rows = [[button(name, Verb.LIST, *listing.pack(0))] for name, listing in choices]
    await answer(update, context, WHICH_UNIT(context.language), keyboard_of(*rows))
