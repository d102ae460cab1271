"""Keyboards of the summary: deeper into it, and back."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.people.people import Role
from data.plan.units import Unit
from data.summary.summary import Overview
from data.summary.views import View
from handlers.summary.summary_scope import SummaryPage
from handlers.summary.texts import counts as texts
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import SHORT_IN_A_ROW, Rows, Verb, button, in_rows, keyboard_of, page_buttons
from handlers.wording import Language, Wording, cut, labels

LONGEST_NAME = 12
UNITS_A_PAGE = 10
BACK_TO_SECTIONS = Wording("返回各部分", "Back to the sections")
ALL_TASKS = Wording("列出任务", "List the tasks")
OVERDUE = Wording("🔴 逾期", "🔴 Overdue")
BLOCKED = Wording("🟡 受阻", "🟡 Blocked")
WAITING = Wording("⏳ 待审核", "⏳ To review")
ITEM = Wording("第{number}项", "Item {number}")


def overview(
    shown: Overview,
    summary_page: SummaryPage,
    language: Language,
    *,
    several: bool,
    oversees: bool,
    reviews: bool,
    returns: bool,
) -> InlineKeyboardMarkup:
    """Return the keyboard of the first page: lists of what needs attention, then the views. `several`: the summary
    covers several units. `oversees`: the user sees the whole plan, and thus who is not reached. `reviews`: something
    waits that the user may review. `returns`: there are rounds of statistics returns."""
    counts = shown.now.counts
    urgent = [
        button(words(language), Verb.LIST, *summary_page.listing(filter).pack(0))
        for words, filter, count in (
            (OVERDUE, Filter.OVERDUE, counts.overdue),
            (BLOCKED, Filter.BLOCKED, counts.blocked),
            (WAITING, Filter.SUBMITTED, counts.submitted),
        )
        if count
    ]
    scope = summary_page.scope
    views = [
        *([View.UNITS] if several else []),
        *([View.SECTIONS] if scope.section is None else []),
        View.FIGURES,
        View.UNREPORTED,
        *([View.WITHOUT_LIAISON] if oversees and shown.without_liaison else []),
        *([View.UNDELIVERED] if oversees and shown.undelivered.messages else []),
    ]
    others = [button(texts.VIEWS[view](language), Verb.SUMMARY, *summary_page.to(view).pack()) for view in views]
    everything = [button(ALL_TASKS(language), Verb.LIST, *summary_page.listing().pack(0))]
    review = [button(labels.GO_REVIEW(language), Verb.REVIEW, "next", 0)] if reviews else []
    filed = [button(labels.RETURNS(language), Verb.ROUND, "list")] if returns else []
    return keyboard_of(urgent, *in_rows([*others, *everything, *review, *filed], 2))


def back(summary_page: SummaryPage, language: Language) -> Rows:
    """Return the button back to the first page."""
    return [[button(labels.BACK_TO_SUMMARY(language), Verb.SUMMARY, *summary_page.to(View.OVERALL).pack())]]


def units(
    named: Sequence[tuple[str, Listing]], summary_page: SummaryPage, pages: int, language: Language
) -> InlineKeyboardMarkup:
    """Return a button for each unit, which lists its tasks, those to turn pages, and the way back."""
    lists = [button(name, Verb.LIST, *listing.pack(0)) for name, listing in named]
    return keyboard_of(
        *in_rows(lists, SHORT_IN_A_ROW), _turns(summary_page, pages, language), *back(summary_page, language)
    )


def sections(found: Sequence[tuple[str, int]], summary_page: SummaryPage, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each section, which opens its items. A section is identified by the id of its first task."""
    deeper = []
    for title, first in found:
        page = SummaryPage(View.SECTION, scope=replace(summary_page.scope, section=first))
        deeper.append(button(cut(title, LONGEST_NAME), Verb.SUMMARY, *page.pack()))
    return keyboard_of(*in_rows(deeper, 2), *back(summary_page, language))


def items(numbers: Sequence[str], summary_page: SummaryPage, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each item, which lists its tasks, and the way back to the sections."""
    lists = [
        button(ITEM(language, number=number), Verb.LIST, *replace(summary_page.listing(), item=number).pack(0))
        for number in numbers
    ]
    sections = SummaryPage(View.SECTIONS, scope=replace(summary_page.scope, section=None))
    ways = [
        button(ALL_TASKS(language), Verb.LIST, *summary_page.listing().pack(0)),
        button(BACK_TO_SECTIONS(language), Verb.SUMMARY, *sections.pack()),
    ]
    return keyboard_of(*in_rows(lists, SHORT_IN_A_ROW), ways)


def without_liaison(
    found: Sequence[tuple[str, Unit]], summary_page: SummaryPage, pages: int, language: Language, *, may_invite: bool
) -> InlineKeyboardMarkup:
    """Return a button for each unit by its short name: to invite a liaison or, unless `may_invite`, for its tasks."""
    deeper = [
        button(name, Verb.INVITE, Role.LIAISON, each.id)
        if may_invite
        else button(name, Verb.LIST, *replace(summary_page.listing(), unit_id=each.id).pack(0))
        for name, each in found
    ]
    return keyboard_of(
        *in_rows(deeper, SHORT_IN_A_ROW), _turns(summary_page, pages, language), *back(summary_page, language)
    )


def _turns(summary_page: SummaryPage, pages: int, language: Language) -> list[InlineKeyboardButton]:
    return page_buttons(
        Verb.SUMMARY, lambda page: summary_page.to(summary_page.view, page).pack(), summary_page.page, pages, language
    )
