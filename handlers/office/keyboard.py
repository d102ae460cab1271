"""The buttons of the office: reviews, the summary, invitations."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.office.reviews import Reviewed
from data.people.people import Role
from data.plan.units import Unit
from data.standing.standing import Verdict
from handlers.office.texts.summary import VIEWS
from handlers.tasks.selection import Listing
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, View
from handlers.telegram.keyboards import Rows, button, in_rows
from handlers.telegram.wording import Language


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
    files = [button(labels.EVIDENCE_FILES(language, count=count), Verb.EVIDENCE, number)] if count else []
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "next", number)] if more else []
    return InlineKeyboardMarkup([row for row in (verdicts, files, following) if row])


def next_review(after: int, language: Language) -> InlineKeyboardMarkup:
    """The way to the next report that waits."""
    return InlineKeyboardMarkup([[button(labels.NEXT_REVIEW(language), Verb.REVIEW, "next", after)]])


def report_again(report: Reviewed, language: Language) -> InlineKeyboardMarkup | None:
    """Under a report that was given back: report again, starting from what was said."""
    if report.verdict is not Verdict.RETURNED:
        return None
    words = labels.REPORT_TASK(language, code=report.code)
    return InlineKeyboardMarkup([[button(words, Verb.REDO, report.report_id, style="primary")]])


def summary(view: View, language: Language) -> InlineKeyboardMarkup:
    """The buttons for the other views of a summary."""
    return InlineKeyboardMarkup(other_views(view, language))


def list_them(listing: Listing, language: Language) -> InlineKeyboardMarkup:
    """The button that lists the tasks of which a summary gives the numbers."""
    return InlineKeyboardMarkup([[button(labels.LIST_THEM(language), Verb.LIST, *listing.pack(0))]])


def other_views(view: View, language: Language) -> Rows:
    """The buttons for all views but one."""
    others = [button(words(language), Verb.SUMMARY, other) for other, words in VIEWS.items() if other is not view]
    return in_rows(others, 2)
