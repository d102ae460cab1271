"""Keyboards of lists, cards and the history."""

from collections.abc import Callable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.office.extensions import Extension
from data.office.history import ENTRIES_A_PAGE, History, HistoryScope
from data.office.task_notes import TaskNote, tells_of_difficulty
from data.reporting.reviews import FullReport
from data.standing.assignments import Assignment
from data.standing.check_ins import waiting_for_check_in
from data.standing.standing import Status
from data.summary.views import View
from handlers.tasks.selection import Filter, Listing, pack_scope
from handlers.tasks.texts import history as past
from handlers.tasks.texts.card import MOST_NOTES, CardShown
from handlers.telegram import CODES_IN_A_ROW, SHORT_IN_A_ROW, Rows, Verb, button, in_rows, keyboard_of, page_buttons
from handlers.telegram.callbacks import SAID_IN, fits
from handlers.telegram.task_buttons import no_change_button, to_begin, unit_suffix
from handlers.wording import Language, Wording, bracketed, labels
from handlers.wording.task_lines import of_several_units

ALL_NOTES = Wording("全部单位反映", "All notes of units")
ANSWER_NOTE = Wording("答复{unit}的反映", "The note of {unit}")
ANSWER_DIFFICULTY = Wording("答复{unit}的困难", "Answer {unit}")
TO_DECIDE = Wording("答复延期申请", "Answer the request")
BACK_TO_LIST = Wording("返回列表", "Back to the list")
MOST_IN_A_ROW_OF_ITS_OWN = 4
"""Up to this many units of a task, each gets a row of its own for 代报."""
MOST_TO_REVIEW = 8
"""The most reports on a task that are offered for a verdict, and the most whose evidence is offered."""
NO_ROWS: Rows = []


def task_list(
    listing: Listing,
    shown: Sequence[Assignment],
    page: int,
    pages: int,
    language: Language,
    verb: Verb = Verb.CARD,
    first: Sequence[InlineKeyboardButton] = (),
) -> InlineKeyboardMarkup:
    """Return a button with the code of each task shown, below the buttons `first`, and those to turn pages."""
    subjects: dict[Verb, Callable[[Assignment], tuple[object, ...]]] = {
        Verb.CARD: lambda each: (each.task_id, *_way_back(listing, page, each)),
        Verb.REPORT: lambda each: (each.id, "chosen"),
        Verb.EXTEND: lambda each: (each.id, *([] if listing.said_in is None else [f"{SAID_IN}{listing.said_in}"])),
        Verb.SAID: lambda each: (each.id,),
    }
    named = verb is not Verb.CARD and of_several_units(shown)
    subject = {each.code + unit_suffix(each, language, named): subjects[verb](each) for each in shown}
    buttons = [button(words, verb, *subject[words]) for words in subject]
    rows = in_rows(buttons, 2 if named else CODES_IN_A_ROW)
    ways = page_buttons(Verb.LIST, listing.pack, page, pages, language)
    return keyboard_of(first, *rows, ways, _back_to_summary(listing, language))


def _way_back(listing: Listing, page: int, each: Assignment) -> tuple[object, ...]:
    """Return the arguments with which a task's card leads back to a list opened from a summary, if they fit."""
    packed = listing.pack(page) if listing.summary else ()
    return packed if fits(Verb.CARD, each.task_id, *packed) else ()


def _back_to_summary(listing: Listing, language: Language) -> list[InlineKeyboardButton]:
    if listing.summary is None:
        return []
    whole = Listing(Filter.ALL, summary=listing.summary)
    return [button(labels.BACK_TO_SUMMARY(language), Verb.SUMMARY, View.OVERALL, *whole.pack(0)[1:])]


def card(
    shown: CardShown,
    language: Language,
    *,
    steps: Rows = NO_ROWS,
    back: tuple[Listing, int] | None = None,
    beneath: Rows = NO_ROWS,
) -> InlineKeyboardMarkup:
    """Return the keyboard of a task's card.

    For each of the reader's assignments it has buttons to report and to ask for more time; for the office those to
    review reports, answer requests, notes and difficulties, and report on behalf of the other units. Then come those of
    `steps` and evidence, and in a last row the history, for the office 催办 and changes of the task, and the way `back`
    to the page of a list. The buttons `beneath` come below.
    """
    open_ones = [each for each in shown.mine if each.status is not Status.CLOSED]
    last = [button(labels.HISTORY(language), Verb.TASK_HISTORY, shown.card.id)]
    if len(open_ones) == 1 and not shown.for_office and steps and len(steps[-1]) == 1:
        *steps, [to_divide] = steps
        last.insert(0, to_divide)
    rows = [*_of_own(open_ones, language), *(_of_the_office(shown, language) if shown.for_office else [])]
    rows += [*steps, *in_rows(_evidence(shown.evidence, language), 2)]
    if shown.for_office and any(not each.finished for each in shown.card.assignments):
        last.append(button(labels.NUDGE(language), Verb.NUDGE, "task", shown.card.id))
    if shown.for_office:
        last.append(button(labels.CHANGE_TASK(language), Verb.TASK, "menu", shown.card.id))
    if back is not None:
        listing, page = back
        last.append(button(BACK_TO_LIST(language), Verb.LIST, *listing.pack(page)))
    return InlineKeyboardMarkup([*rows, last, *beneath])


def _of_own(open_ones: Sequence[Assignment], language: Language) -> Rows:
    """Return the buttons to begin something about each of the reader's assignments that are not closed."""
    rows = []
    for each in open_ones:
        unit = bracketed(each.unit or "", language) if len(open_ones) > 1 else ""
        row = to_begin(each, language, unit)
        if waiting_for_check_in([each]):
            row.append(no_change_button(f"{labels.NO_CHANGE(language)}{unit}", each.id, each))
        rows.append(row)
    return rows


def _of_the_office(shown: CardShown, language: Language) -> Rows:
    """Return the buttons for what waits for the office, and to report on behalf of others."""
    others = [each for each in shown.card.assignments if each not in shown.mine]
    return [
        *(
            [button(_named(labels.TO_REVIEW, each, shown.to_review, language), Verb.REVIEW, "show", each.id)]
            for each in shown.to_review[:MOST_TO_REVIEW]
        ),
        *(
            [button(_named(TO_DECIDE, each, shown.asked, language), Verb.REVIEW, "asked", each.id - 1)]
            for each in shown.asked
        ),
        *_report_for_buttons(others, shown.short, language),
        *_notes(shown.notes, language),
        *_difficulties(others, language),
    ]


def _evidence(found: Sequence[tuple[Assignment, int, int]], language: Language) -> list[InlineKeyboardButton]:
    named = of_several_units([each for each, _, _ in found])
    return [
        button(labels.EVIDENCE_FILES(language, count=count) + unit_suffix(each, language, named), Verb.EVIDENCE, report)
        for each, report, count in found[:MOST_TO_REVIEW]
    ]


def _named(words: Wording, of: FullReport | Extension, among: Sequence[object], language: Language) -> str:
    return words(language) + (bracketed(of.unit, language) if len(among) > 1 else "")


def _notes(notes: Sequence[TaskNote], language: Language) -> Rows:
    """Return buttons to answer the notes shown on a card, and one for all notes if not all are shown."""
    shown = [
        [button(ANSWER_NOTE(language, unit=each.unit), Verb.TASK_NOTE, "open", each.id)] for each in notes[:MOST_NOTES]
    ]
    others = [[button(ALL_NOTES(language), Verb.TASK_NOTE, "list", 0)]] if len(notes) > MOST_NOTES else []
    return [*shown, *others]


def _difficulties(others: Sequence[Assignment], language: Language) -> Rows:
    """Return a button to answer what blocks the work of each unit."""
    blocked = [each for each in others if tells_of_difficulty(each)]
    return [
        [button(ANSWER_DIFFICULTY(language, unit=each.unit), Verb.TASK_NOTE, "blocked", each.id)]
        for each in blocked[:MOST_NOTES]
    ]


def _report_for_buttons(others: Sequence[Assignment], short: Callable[[str], str], language: Language) -> Rows:
    """Return a 代报 button for each unit, named if there are several; if they are many, side by side by short names."""
    open_ones = [each for each in others if each.status is not Status.CLOSED]
    many = len(open_ones) > MOST_IN_A_ROW_OF_ITS_OWN
    names = [short(each.unit or "") if many else each.unit or "" for each in open_ones]
    words = labels.REPORT_FOR(language)
    buttons = [
        button(words + (bracketed(name, language) if len(open_ones) > 1 else ""), Verb.REPORT, each.id)
        for name, each in zip(names, open_ones, strict=True)
    ]
    return in_rows(buttons, 3 if many else 1)


def lists_of_units(
    lists: Sequence[tuple[str, Listing]], whole: Listing, page: int, pages: int, language: Language, *, nudges: bool
) -> InlineKeyboardMarkup:
    """Return a button with the short name of each unit, which opens its list, those to turn pages of `whole`, 催办 if
    `nudges`, and the way back."""
    units = [button(name, Verb.LIST, *listing.pack(0)) for name, listing in lists]
    ways = page_buttons(Verb.LIST, whole.pack, page, pages, language)
    nudge = [button(labels.NUDGE(language), Verb.NUDGE, "ask", 0)] if nudges else []
    return keyboard_of(*in_rows(units, SHORT_IN_A_ROW), [*ways, *nudge], _back_to_summary(whole, language))


def history(
    page: History, scope: HistoryScope, language: Language, to_begin: Sequence[Assignment]
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open each entry of a history page in full and turn pages, or report on those `to_begin`;
    None if there are none."""
    entries = []
    for number, entry in enumerate(page.entries, page.page * ENTRIES_A_PAGE + 1):
        kind = "report" if isinstance(entry, FullReport) else "extension"
        entries.append(button(past.IN_FULL(language, number=number), Verb.ENTRY, kind, entry.id))
    ways = page_buttons(Verb.HISTORY, lambda page: pack_scope(scope, page), page.page, page.pages, language)
    first = [button(labels.REPORT_TASK(language, code=each.code), Verb.REPORT, each.id) for each in to_begin]
    return keyboard_of(entries, ways, first) if entries or ways or first else None
