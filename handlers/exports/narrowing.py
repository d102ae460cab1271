"""Sentences that narrow the export sent last, or the menu: it is made again of a unit, a section or other days (只要
公安局的), and by a state its tasks are listed (只看逾期的)."""

from dataclasses import replace

from telegram import Update

from data.understanding import Understanding, says
from handlers.exports.choice import MENU, sent_last
from handlers.exports.menu import send_chosen
from handlers.tasks.list import show_list
from handlers.tasks.narrowing import asked_again, narrowed
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context


async def narrow_export_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Narrow the export sent last, or the menu, if the message does only that; return True if so."""
    sent = sent_last(context)
    if sent is None or sent[1].task_id is not None:
        return False
    does, choice = sent
    before = replace(choice, first=None, last=None)
    only_limits = says(meaning, "exports.limits_alone") and (does == MENU or meaning.start is not None)
    found = asked_again(context, before, meaning) if only_limits else narrowed(context, before, meaning)
    if found is None or found == before:
        return False
    again = replace(found, filter=Filter.ALL, first=found.first or choice.first, last=found.last or choice.last)
    if found.filter in (Filter.ALL, Filter.DUE) and _can_be_exported(again):
        await send_chosen(update, context, does, again)
    else:
        await show_list(update, context, found)
    return True


def _can_be_exported(found: Listing) -> bool:
    """Return whether a list is limited only by what exports can be limited by: a unit or group, sections and days."""
    apart = replace(found, unit_id=None, group=None, section=None, sections=None, first=None, last=None)
    return apart == Listing(Filter.ALL)
