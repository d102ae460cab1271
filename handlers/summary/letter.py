"""Regular summaries sent unasked: to a person with buttons, to a group without."""

from datetime import timedelta

from telegram import InlineKeyboardMarkup

from data.reporting.figures import Figure
from data.summary.regular_summaries import SummaryLetter
from handlers.summary.summary_scope import SummaryPage
from handlers.summary.texts import overview as texts
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Html, Language, Verb, button, html, join, labels, series, span_text

DAY = timedelta(days=1)


def summary_message(letter: SummaryLetter, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the text of a regular summary and its keyboard, which is None for a group."""
    first, last = letter.days
    what = html(series(letter.units or (), language))
    days = span_text(first, last, last + DAY, language)
    figures = [Figure(each.indicator, each.indicator, each.unit, each.total) for each in letter.shown.figures]
    text = texts.overview(letter.shown, what, figures, days, language)
    text = join([texts.REGULAR[letter.every](language), text])
    if letter.person is None:
        return text, None
    summary_page = SummaryPage(scope=Listing(Filter.ALL, summary=letter.days))
    rows = [
        [button(labels.SUMMARY(language), Verb.SUMMARY, *summary_page.pack())],
        [button(texts.EXPORT(language), Verb.EXPORT, "open", f"{first:%Y%m%d}", f"{last:%Y%m%d}")],
    ]
    return text, InlineKeyboardMarkup(rows)
