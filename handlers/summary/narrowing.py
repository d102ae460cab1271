"""Questions that follow a summary or an answer about figures: they keep what that was about and change only what they
name (其中公安多少, 那破案呢, 10月底的时候呢), or compare it with earlier days (比上月呢)."""

from dataclasses import replace
from datetime import date

from data.calendar import EARLIEST
from data.plan.indicators import indicators
from data.summary.days import Days, span_before, span_behind
from data.summary.views import View
from data.understanding import Aim, Intent, Kind, Mood, Reading, Understanding, find_order, of_kind, says
from data.understanding.days_meant import period_beside
from data.understanding.list_exceptions import unit_in
from data.understanding.normalise.sentence import Span, blank
from data.understanding.returns.indicators_named import indicator_places
from data.understanding.summary_asked import group_told_apart
from handlers.dialog import acts_on
from handlers.summary.summary_scope import SummaryPage, indicators_named, summary_shown_last
from handlers.summary.views import show_summary_page
from handlers.tasks.list_in_words import limited_to_part
from handlers.tasks.narrowing import ASKED_AGAIN
from handlers.telegram import Context, Verb, hear, with_aim


def _page_asked_for(context: Context, heard: Understanding) -> SummaryPage | None:
    """Return the page that a message asks for by changing or comparing the one shown last; None for any other message.

    What a liaison compares without having seen a summary is the state of the own units. Raises UnknownUnit.
    """
    shown, compares = summary_shown_last(context), find_order(heard, "summary.compared_alone")
    if shown is not None and says(heard, "lists.the_same_now"):
        return replace(shown, scope=replace(shown.scope, first=None, last=None, summary=None))
    if shown is None and context.last_messages.offers_only(Verb.FILING):
        return None  # the returns shown are compared
    if compares is None and _asks(heard) and (compares := find_order(heard, "summary.compared")):
        shown = SummaryPage(View.FIGURES if heard.aim is Aim.FIGURES else View.OVERALL)
    if compares is None and shown is None:
        return None
    if shown is not None and tells_figures_apart(context, heard):
        return _told_apart(context, shown, heard)
    if shown is None or (compares and says(heard, "summary.as_such")):
        shown = SummaryPage()
    aim = Aim.FIGURES if shown.view is View.FIGURES else Aim.SUMMARY
    meaning = _with_indicators(context, with_aim(context, heard, aim))
    gone_by = heard.start is not None and heard.start <= context.today and says(heard, "choices.only_a_day")
    if compares is None and not (gone_by or says(meaning, *ASKED_AGAIN)):
        return None
    page = _of_part_named(context, shown, meaning)
    return _compared(page, meaning, compares.place, context.today) if compares else _on_days_named(page, meaning)


def tells_figures_apart(context: Context, heard: Understanding) -> bool:
    """Return whether a message wants the figures shown last for each unit (分单位看)."""
    shown = summary_shown_last(context)
    return shown is not None and shown.view is View.FIGURES and says(heard, "summary.told_apart")


def _told_apart(context: Context, shown: SummaryPage, heard: Understanding) -> SummaryPage | None:
    """Return a page of figures for each unit, or each of the group by which a message tells them apart (按区分一下);
    None for a liaison, who sees the own figures."""
    if not context.person.sees_everything:
        return None
    first, last = shown.days or (shown.scope.first, shown.scope.last)
    group = None if shown.scope.by_unit else shown.scope.group
    whole = replace(shown.scope, unit_id=None, group=group, first=first, last=last, summary=None, by_unit=True)
    named = hear(context, group_told_apart(heard.text) or "")
    return replace(shown, page=0, scope=limited_to_part(context, whole, replace(named, unit=unit_in(named))))


def _asks(heard: Understanding) -> bool:
    """Return whether a message asks about something, and neither reports, nor wants more time, nor is about returns or
    the number of reports."""
    of_others = heard.aim is Aim.RETURNS or heard.aim.intent in (Intent.REPORT, Intent.EXTENSION)
    of_others = of_others or says(heard, "asked.reports_counted")
    tells = of_others or heard.names(Kind.CODE)
    return not tells and (Mood.ASKS in heard.moods or heard.aim in (Aim.SUMMARY, Aim.FIGURES))


narrow_summary_in_words = acts_on(_page_asked_for, known=False)(show_summary_page)
"""Shows the summary or the figures shown last again, as a message changes them."""


def _with_indicators(context: Context, meaning: Understanding) -> Understanding:
    """Return a message with the indicators it names, even if it does not ask for their numbers (那破案呢)."""
    bare = blank(meaning.text, [*of_kind(meaning, Kind.UNIT), *of_kind(meaning, Kind.TIME)]).lower()
    named = [Reading(Kind.INDICATOR, *each) for each in indicator_places(bare, indicators(context.db))]
    return replace(meaning, readings=(*meaning.readings, *named))


def _of_part_named(context: Context, shown: SummaryPage, meaning: Understanding) -> SummaryPage:
    """Return a page with the indicators, the unit and the section that a message names in place of its own."""
    scope, named = limited_to_part(context, shown.scope, meaning), indicators_named(meaning)
    view = View.FIGURES if named else View.OVERALL if shown.view is View.UNITS and meaning.unit else shown.view
    return SummaryPage(view, 0, scope, named or shown.indicators)


def _on_days_named(page: SummaryPage, meaning: Understanding) -> SummaryPage:
    """Return a page on the days that a message names; figures of a single day are those up to it."""
    last = meaning.end or meaning.start
    if last is None:
        return page
    if page.view is View.FIGURES and page.days is None:
        first = meaning.start if meaning.start != last else None
        return replace(page, scope=replace(page.scope, first=first or EARLIEST, last=last))
    return replace(page, scope=replace(page.scope, summary=(meaning.start or last, last)))


def _compared(page: SummaryPage, meaning: Understanding, place: Span, today: date) -> SummaryPage:
    """Return a page with its days beside those before, which are named at `place` if it names any; of months that are
    named together (10月和11月对比), the last beside those before it."""
    days, named = None, list(of_kind(meaning, Kind.TIME))
    if not any(place[0] <= each.start < place[1] for each in named):
        place = (0, len(meaning.text))
    if then := next((each for each in named if place[0] <= each.start < place[1]), None):
        first, last = then.days
        if says(meaning.text[then.start : then.end], "summary.named_together"):
            days = last.replace(day=1), min(last, today)
        elif page.view is View.FIGURES:
            days = _days_compared(page, meaning, place, (first, last), today)
        else:
            days = span_behind((first, last), today)
    return replace(page, scope=replace(page.scope, first=None, last=None, by_unit=False, summary=days))


def _days_compared(page: SummaryPage, meaning: Understanding, place: Span, named: Days, today: date) -> Days:
    """Return the days of a page of figures, or those of now like those `named` at `place`, if these are longer past
    than what the page is compared with (of November, compared with last year: the year up to today). The days of the
    page itself, named as the last ones in the month after, are those before it as well (比上月 of November)."""
    if own := page.days or page.counted:
        own = own[0], min(own[1], today)
        if named == own or span_before(own, own[1])[0] <= named[1] < own[0]:
            return own
    return period_beside(meaning, place, today)
