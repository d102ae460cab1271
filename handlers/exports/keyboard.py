"""The buttons of an export: its days, its sections, and the kinds of files."""

from dataclasses import replace
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.summary.days import Days
from handlers.exports.choice import MENU, offered_spans, packed
from handlers.exports.texts import menu as texts
from handlers.exports.texts import regular
from handlers.tasks.list_contents import all_sections, limited_to_sections, sections_in
from handlers.tasks.selection import Listing
from handlers.telegram import Context, Verb, button, keyboard_of
from handlers.wording import Wording, cut, labels

SECTION_WIDTH = 40
MOST_SECTIONS = 40
"""The number of sections for which a button has bits."""


def menu(context: Context, choice: Listing, issued: date) -> InlineKeyboardMarkup:
    """Return the buttons of the export menu for a choice."""
    if choice.task_id is not None:
        return keyboard_of([_button(context, labels.FIELD_EVIDENCE, "zip", choice)])
    files = {"pictures": texts.PICTURE, "xlsx": texts.WORKBOOK, "docx": texts.DOCUMENT}
    rows = [[_button(context, words, does, choice) for does, words in files.items()]]
    rows.append([_button(context, labels.FIELD_EVIDENCE, "zip", choice)])
    if context.person.sees_everything and choice.unit_id is None and len(all_sections(context)) <= MOST_SECTIONS:
        rows[-1].append(_button(context, texts.SECTIONS, "sections", choice))
    if context.person.is_coordinator:
        rows[-1].append(button(regular.REGULAR(context.language), Verb.REGULAR, "list"))
    for row in offered_spans(context.today, issued):
        rows.append([_span(context, words, days, choice) for words, days in row])
    return keyboard_of(*rows)


def documents(context: Context, choice: Listing) -> InlineKeyboardMarkup:
    """Return the buttons for the kinds of documents, for people who see more than their own unit."""
    rows = [
        [_button(context, texts.REPORT, "report", choice)],
        [_button(context, texts.BRIEF, "brief", choice)],
        *([[_button(context, texts.DRAFT, "draft", choice)]] if choice.unit_id is not None else []),
        [_button(context, texts.BACK, MENU, choice)],
    ]
    return keyboard_of(*rows)


def pick_sections(context: Context, choice: Listing) -> InlineKeyboardMarkup:
    """Return a button for each section, with a ✓ if it is chosen."""
    names, chosen = all_sections(context), {*(sections_in(context, choice) or ())}
    rows = []
    for name in names:
        words = cut(name, SECTION_WIDTH)
        label = texts.CHOSEN(context.language, words=words) if name in chosen else words
        toggled = limited_to_sections(choice, names, chosen ^ {name})
        rows.append([button(str(label), Verb.EXPORT, "sections", *packed(toggled))])
    return keyboard_of(*rows, [_button(context, texts.BACK, MENU, choice)])


def _span(context: Context, words: Wording, days: Days, choice: Listing) -> InlineKeyboardButton:
    label, other = words(context.language), replace(choice, first=days[0], last=days[1])
    if other == choice:
        label = texts.CHOSEN(context.language, words=label)
    return button(label, Verb.EXPORT, MENU, *packed(other))


def _button(context: Context, words: Wording, does: str, choice: Listing) -> InlineKeyboardButton:
    return button(words(context.language), Verb.EXPORT, does, *packed(choice))
