"""The buttons under messages."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from data.office.history import ENTRIES_A_PAGE, History, PastReport, Scope
from data.office.reviews import Reviewed
from data.people.people import Person, Role
from data.plan.tasks import Assignment
from data.plan.units import Unit
from data.reporting.check_ins import waiting_for_check_in
from data.standing.standing import Status, Verdict
from handlers.extensions.texts import EXTEND
from handlers.notices.texts import MOST_CHECK_INS
from handlers.office.texts.summary import VIEWS, View
from handlers.people.texts.joining import IT_IS_FOR_ME
from handlers.tasks.listing import Listing
from handlers.tasks.scopes import pack_scope
from handlers.tasks.texts import history as past
from handlers.tasks.texts.card import of_several_units, task_button
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, pack
from handlers.telegram.wording import Language, Wording, bracketed, either

MOST_NOTICE_BUTTONS = 8
MOST_UNITS = 90
"""Telegram takes a hundred buttons under a message."""
MENU = (labels.MY_TASKS, labels.REPORT, labels.DUE_SOON, labels.SUMMARY, labels.HELP)
ALL, ASKED = "all", "asked"
"""本期无变化 of all that wait in the period, and of those a reminder has asked after."""
T = TypeVar("T")
Rows = list[list[InlineKeyboardButton]]


def button(words: str, verb: Verb, *arguments: object, style: str | None = None) -> InlineKeyboardButton:
    """One inline button."""
    return InlineKeyboardButton(words, callback_data=pack(verb, *arguments), style=style)


def menu(person: Person, language: Language) -> ReplyKeyboardMarkup:
    """The words at the foot of a private chat, by role."""
    rows: list[list[Wording]] = []
    if person.speaks_for:
        rows.append([labels.MY_TASKS, labels.REPORT])
    rows.append([labels.DUE_SOON, labels.SUMMARY] if person.sees_everything else [labels.DUE_SOON, labels.HELP])
    return ReplyKeyboardMarkup(
        [[KeyboardButton(words(language)) for words in row] for row in rows],
        resize_keyboard=True,
        is_persistent=True,
    )


def on_menu(text: str) -> bool:
    """Whether somebody has pressed or typed one of the words at the foot of the chat, and so answers no question."""
    return text.strip().casefold() in either(*MENU)


def share_phone(language: Language) -> ReplyKeyboardMarkup:
    """A button that shares the stranger's own number."""
    share = KeyboardButton(labels.SHARE_PHONE(language), request_contact=True)
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


def task_list(
    listing: Listing,
    shown: Sequence[Assignment],
    page: int,
    pages: int,
    language: Language,
    verb: Verb = Verb.CARD,
    first: Sequence[InlineKeyboardButton] = (),
) -> InlineKeyboardMarkup:
    """A button for each task shown, two in a row, below what comes `first`, and the way to the other pages."""
    subjects: dict[Verb, Callable[[Assignment], tuple[object, ...]]] = {
        Verb.CARD: lambda each: (each.task_id,),
        Verb.REPORT: lambda each: (each.id, "chosen"),
        Verb.EXTEND: lambda each: (each.id,),
        Verb.SAID: lambda each: (each.id,),
    }
    unit_in = language if verb is not Verb.CARD and of_several_units(shown) else None
    buttons = [button(task_button(each, unit_in), verb, *subjects[verb](each)) for each in shown]
    rows = [list(first), *in_rows(buttons, 2)] if first else in_rows(buttons, 2)
    turns = []
    if page > 0:
        turns.append(button(labels.PREVIOUS_PAGE(language), Verb.LIST, *listing.pack(page - 1)))
    if page < pages - 1:
        turns.append(button(labels.NEXT_PAGE(language), Verb.LIST, *listing.pack(page + 1)))
    return InlineKeyboardMarkup([*rows, turns] if turns else rows)


def card(task_id: int, mine: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """Under a task's card: report on it or ask for more time, for each of the person's units; what was reported."""
    open_ones = [each for each in mine if each.status is not Status.CLOSED]
    rows = []
    for each in open_ones:
        unit = bracketed(each.unit or "", language) if len(open_ones) > 1 else ""
        row = [button(f"{labels.REPORT(language)}{unit}", Verb.REPORT, each.id, style="primary")]
        if each.due is not None and not each.finished:
            row.append(button(f"{EXTEND(language)}{unit}", Verb.EXTEND, each.id))
        if waiting_for_check_in([each]):
            row.append(unchanged(f"{labels.NO_CHANGE(language)}{unit}", each.id, each))
        rows.append(row)
    return InlineKeyboardMarkup([*rows, [button(past.HISTORY(language), Verb.TASK_HISTORY, task_id)]])


def stored(report_id: int, language: Language, more: Rows | None = None) -> InlineKeyboardMarkup:
    """What can still be done with a report that has been stored, and below it whatever comes next."""
    changes = [
        button(labels.WITHDRAW(language), Verb.WITHDRAW, report_id),
        button(labels.CORRECT(language), Verb.CORRECT, report_id),
    ]
    return InlineKeyboardMarkup([changes, *(more or [])])


def report_on(group: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """A report on each of these; where they are of several units, each names its own in a row of its own."""
    named = of_several_units(group)
    buttons = [
        button(labels.REPORT_TASK(language, code=each.code) + of_unit(each, language, named), Verb.REPORT, each.id)
        for each in group[:MOST_NOTICE_BUTTONS]
    ]
    return InlineKeyboardMarkup(in_rows(buttons, 1 if named else 2))


def report_withdrawn(assignment: Assignment, language: Language) -> InlineKeyboardMarkup:
    """Report once more on what was reported before, or that nothing has changed in it."""
    row = [button(labels.REPORT_TASK(language, code=assignment.code), Verb.REPORT, assignment.id)]
    if waiting_for_check_in([assignment]):
        row.append(unchanged(no_change_in([assignment], language), assignment.id, assignment))
    return InlineKeyboardMarkup([row])


def pick_task(choices: Sequence[Assignment], verb: Verb = Verb.CARD) -> InlineKeyboardMarkup:
    """Which of several tasks was meant."""
    return InlineKeyboardMarkup([[button(task_button(each), verb, each.task_id)] for each in choices])


def pick_list(choices: Sequence[tuple[str, Listing]]) -> InlineKeyboardMarkup:
    """Which of several units was meant; each opens its list."""
    return InlineKeyboardMarkup([[button(name, Verb.LIST, *listing.pack(0))] for name, listing in choices])


def join(token: str, language: Language) -> InlineKeyboardMarkup:
    """Take up an invitation that has been opened."""
    return InlineKeyboardMarkup([[button(IT_IS_FOR_ME(language), Verb.JOIN, token)]])


def pick_invited(units: Sequence[Unit], role: Role) -> InlineKeyboardMarkup:
    """For which of several units somebody is invited."""
    return InlineKeyboardMarkup([[button(unit.name, Verb.INVITE, role, unit.id)] for unit in units])


def review(report: Reviewed, language: Language, *, more: bool = False) -> InlineKeyboardMarkup:
    """通过 or 退回, the files to look at first, and where there are `more` reports the way to the next."""
    number, count = report.report_id, len(report.files)
    verdicts = [
        button(labels.ACCEPT(language), Verb.REVIEW, "accept", number, style="success"),
        button(labels.RETURN(language), Verb.REVIEW, "return", number),
    ]
    files = [button(past.EVIDENCE(language, count=count), Verb.EVIDENCE, number)] if count else []
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "next", number)] if more else []
    return InlineKeyboardMarkup([row for row in (verdicts, files, following) if row])


def next_review(after: int, language: Language) -> InlineKeyboardMarkup:
    """The way to the next report that waits."""
    return InlineKeyboardMarkup([[button(labels.NEXT_REVIEW(language), Verb.REVIEW, "next", after)]])


def history(page: History, scope: Scope, language: Language) -> InlineKeyboardMarkup | None:
    """Under a page of the history: each entry in full, and the way to the other pages."""
    numbered = enumerate(page.entries, page.page * ENTRIES_A_PAGE + 1)
    entries = [
        button(
            past.IN_FULL(language, number=number),
            Verb.ENTRY,
            "report" if isinstance(entry, PastReport) else "extension",
            entry.id,
        )
        for number, entry in numbered
    ]
    turns = []
    if page.page > 0:
        turns.append(button(labels.PREVIOUS_PAGE(language), Verb.HISTORY, *pack_scope(scope, page.page - 1)))
    if page.page < page.pages - 1:
        turns.append(button(labels.NEXT_PAGE(language), Verb.HISTORY, *pack_scope(scope, page.page + 1)))
    rows = [row for row in (entries, turns) if row]
    return InlineKeyboardMarkup(rows) if rows else None


def pick_history(choices: Sequence[tuple[str, Scope]]) -> InlineKeyboardMarkup:
    """Whose history was meant; each choice with its words."""
    return InlineKeyboardMarkup([[button(words, Verb.HISTORY, *pack_scope(scope, 0))] for words, scope in choices])


def report_again(report: Reviewed, language: Language) -> InlineKeyboardMarkup | None:
    """Under a report that was given back: report once more; it opens with what was said."""
    if report.verdict is not Verdict.RETURNED:
        return None
    words = labels.REPORT_TASK(language, code=report.code)
    return InlineKeyboardMarkup([[button(words, Verb.REDO, report.report_id, style="primary")]])


def notice(group: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup | None:
    """The buttons that end a reminder: no change in all that is ongoing, or a report on each task in it."""
    if not group:
        return None
    ongoing = waiting_for_check_in(group)
    few = 0 < len(ongoing) <= MOST_CHECK_INS
    unit = of_unit(ongoing[0], language, of_several_units(group)) if len(ongoing) == 1 else ""
    first = [[unchanged(no_change_in(ongoing, language) + unit, ASKED, ongoing[0])]] if few else []
    return InlineKeyboardMarkup([*first, *report_on(group, language).inline_keyboard])


def summary(view: View, language: Language) -> InlineKeyboardMarkup:
    """The other views of a summary."""
    return InlineKeyboardMarkup(_other_views(view, language))


def unreported(lists: Sequence[tuple[str, Listing]], language: Language) -> InlineKeyboardMarkup:
    """The list of each unit that has not reported, two in a row, and the other views of the summary."""
    buttons = [button(name, Verb.LIST, *listing.pack(0)) for name, listing in lists[:MOST_UNITS]]
    return InlineKeyboardMarkup([*in_rows(buttons, 2), *_other_views(View.UNREPORTED, language)])


def _other_views(view: View, language: Language) -> Rows:
    others = [button(words(language), Verb.SUMMARY, other) for other, words in VIEWS.items() if other is not view]
    return in_rows(others, 2)


def languages() -> InlineKeyboardMarkup:
    """The two languages."""
    return InlineKeyboardMarkup(
        [[button(labels.CHINESE.zh, Verb.LANGUAGE, "zh"), button(labels.ENGLISH.en, Verb.LANGUAGE, "en")]]
    )


def unchanged(words: str, which: object, shown: Assignment) -> InlineKeyboardButton:
    """本期无变化, as it is meant on the day of the message."""
    return button(words, Verb.UNCHANGED, which, f"{shown.today:%Y%m%d}")


def no_change_in(ongoing: Sequence[Assignment], language: Language) -> str:
    """The words that say so of one task or of several."""
    if len(ongoing) == 1:
        return f"{ongoing[0].code} {labels.NO_CHANGE(language)}"
    return labels.NO_CHANGE_ALL(language)


def of_unit(assignment: Assignment, language: Language, named: bool) -> str:
    """The unit behind the words of a button, where it is `named`."""
    return bracketed(assignment.unit or "", language) if named else ""


def in_rows(buttons: Sequence[T], width: int) -> list[list[T]]:
    """Buttons in rows of a width."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]
