"""The buttons of an export: its days, its sections, and the kinds of files."""

from dataclasses import replace
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.exports.choice import Days, ExportChoice, offered_spans, sections
from handlers.exports.texts import menu as texts
from handlers.exports.texts import regular
from handlers.telegram import Context, Verb, Wording, button, cut, keyboard_of, labels

SECTION_WIDTH = 40
MOST_SECTIONS = 40
"""The number of sections for which a button has bits."""


def menu(context: Context, choice: ExportChoice, issued: date) -> InlineKeyboardMarkup:
    """Return the buttons of the export menu for a choice."""
    if choice.task_id is not None:
        return keyboard_of([_button(context, labels.FIELD_EVIDENCE, "zip", choice)])
    rows = [
        [
            _button(context, texts.PICTURE, "pictures", choice),
            _button(context, texts.WORKBOOK, "xlsx", choice),
            _button(context, texts.DOCUMENT, "docx", choice),
        ],
        [_button(context, labels.FIELD_EVIDENCE, "zip", choice)],
    ]
    if context.person.sees_everything and choice.unit_id is None and len(sections(context)) <= MOST_SECTIONS:
        rows[-1].append(_button(context, texts.SECTIONS, "sections", choice))
    if context.person.is_coordinator:
        rows[-1].append(button(regular.REGULAR(context.language), Verb.REGULAR, "list"))
    for row in offered_spans(context.today, issued):
        rows.append([_span(context, words, days, choice) for words, days in row])
    return keyboard_of(*rows)


def documents(context: Context, choice: ExportChoice) -> InlineKeyboardMarkup:
    """Return the buttons for the kinds of documents, for people who see more than their own unit."""
    rows = [
        [_button(context, texts.REPORT, "report", choice)],
        [_button(context, texts.BRIEF, "brief", choice)],
        *([[_button(context, texts.DRAFT, "draft", choice)]] if choice.unit_id is not None else []),
        [_button(context, texts.BACK, "show", choice)],
    ]
    return keyboard_of(*rows)


def pick_sections(context: Context, choice: ExportChoice) -> InlineKeyboardMarkup:
    """Return a button for each section, with a ✓ if it is chosen."""
    rows = []
    for place, name in enumerate(sections(context)):
        words = cut(name, SECTION_WIDTH)
        chosen = choice.mask >> place & 1
        label = texts.CHOSEN(context.language, words=words) if chosen else words
        toggled = replace(choice, mask=choice.mask ^ 1 << place)
        rows.append([button(str(label), Verb.EXPORT, "sections", toggled.packed(context))])
    return keyboard_of(*rows, [_button(context, texts.BACK, "show", choice)])


def _span(context: Context, words: Wording, days: Days, choice: ExportChoice) -> InlineKeyboardButton:
    label, other = words(context.language), replace(choice, first=days[0], last=days[1])
    if other == choice:
        label = texts.CHOSEN(context.language, words=label)
    return button(label, Verb.EXPORT, "show", other.packed(context))


def _button(context: Context, words: Wording, does: str, choice: ExportChoice) -> InlineKeyboardButton:
    return button(words(context.language), Verb.EXPORT, does, choice.packed(context))
