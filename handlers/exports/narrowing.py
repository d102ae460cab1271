"""Sentences that narrow the export sent last, or the menu: it is made again of a unit, a section or other days (只要
公安局的), and by a state its tasks are listed (只看逾期的)."""

from dataclasses import replace

from telegram import Update

from data.errors import Refusal
from data.plan.tasks import first_task_of, section_of
from data.understanding import Understanding, says
from handlers.exports.choice import ExportChoice, choice_in_button, choice_of_menu, scope_of, sections
from handlers.exports.menu import send_chosen
from handlers.tasks.list import show_list
from handlers.tasks.narrowing import asked_again, narrowed
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb

MENU = "show"


async def narrow_export_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Narrow the export sent last, or the menu, if the message does only that; return True if so."""
    sent = _export_sent_last(context) or _menu_shown_last(context)
    if sent is None:
        return False
    does, choice, before = sent
    only_limits = says(meaning, "exports.limits_alone") and (does == MENU or meaning.start is not None)
    found = asked_again(context, before, meaning) if only_limits else narrowed(context, before, meaning)
    if found is None or found == before:
        return False
    chosen = _choice_of(context, choice, found)
    if chosen is None:
        await show_list(update, context, found)
    else:
        await send_chosen(update, context, does, chosen)
    return True


def _export_sent_last(context: Context) -> tuple[str, ExportChoice, Listing] | None:
    """Return the kind of the export sent last, what was chosen, and the list of its tasks. None if anything else was
    shown since, it was of one task, or it cannot be made again."""
    packed = context.last_messages.list_shown()
    if packed is None or packed[0] != Verb.EXPORT:
        return None
    try:
        choice = choice_in_button(context, list(packed[2:]))
        return (packed[1], choice, _listing_of(context, choice)) if choice.task_id is None else None
    except Refusal:
        return None


def _menu_shown_last(context: Context) -> tuple[str, ExportChoice, Listing] | None:
    choice = choice_of_menu(context)
    return (MENU, choice, _listing_of(context, choice)) if choice is not None and choice.task_id is None else None


def _listing_of(context: Context, choice: ExportChoice) -> Listing:
    """Return the list of the tasks that an export is about."""
    names = scope_of(context, choice).sections or ()
    section = first_task_of(context.db, names[0]) if len(names) == 1 else None
    return Listing(Filter.ALL, unit_id=choice.unit_id, section=section)


def _choice_of(context: Context, choice: ExportChoice, found: Listing) -> ExportChoice | None:
    """Return the export of a narrowed list; None if exports cannot be limited so."""
    plain = replace(found, filter=Filter.ALL, first=None, last=None)
    if found.filter not in (Filter.ALL, Filter.DUE) or plain != Listing(
        Filter.ALL, unit_id=found.unit_id, section=found.section
    ):
        return None
    days = (found.first or choice.first, found.last or choice.last)
    mask = choice.mask
    if found.section is not None:
        mask = 1 << sections(context).index(section_of(context.db, found.section))
    return ExportChoice(*days, found.unit_id, mask=mask)
