"""/summary and the messages that ask for a summary of the plan or a part of it, today or on a past day."""

from dataclasses import replace

from telegram import Update

from data.calendar import EARLIEST
from data.plan.indicators import indicators
from data.plan.plan import known_plan
from data.summary.views import View
from data.understanding import Aim, Kind, Reading, Understanding, of_kind, says, values_of
from data.understanding.list_exceptions import unit_in
from data.understanding.normalise.sentence import blank
from data.understanding.returns.indicators_named import indicators_in
from data.understanding.returns.return_asked import orders_a_change
from data.understanding.summary_asked import group_told_apart, view_named
from data.understanding.sureness import SURE
from handlers.dialog import acts_on, reader, sentence_if
from handlers.summary.figures import asks_for_figures, figures_by_month, show_figures
from handlers.summary.summary_scope import SummaryPage, indicators_named
from handlers.summary.texts.counts import VIEWS
from handlers.summary.texts.overview import NAMES_NOTHING, ONLY_OWN
from handlers.summary.views import show_summary_page, summary_paragraph
from handlers.tasks.by_unit import show_by_unit, whose_they_are
from handlers.tasks.list import show_list
from handlers.tasks.list_in_words import (
    asks_for_unreported,
    filters_of,
    limited_to_part,
    listing_asked_for,
    listing_by_contents,
    listing_of_topic,
)
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, answer, filter_refusal, hear, pressed, unknown_refusal, with_aim
from handlers.wording import NOTHING, cut, html, labels

VIEWS_SAID = {view: (words.zh, words.en) for view, words in VIEWS.items()}
_DECIDING = (Aim.REVIEW, Aim.EXTENSION, Aim.AGREE, Aim.REFUSE)


async def summary_command(update: Update, context: Context) -> None:
    """Handle /summary for the whole plan, or for the unit, section or days named after it."""
    named = " ".join(context.args or [])
    if (view := view_in_words(named)) is not None:
        await show_view(update, context, view)
    elif not says(named, "summary.alone"):
        await _show_named(update, context, named)
    else:
        await show_summary_page(update, context, SummaryPage())


async def _show_named(update: Update, context: Context, named: str) -> None:
    """Show the part of the plan or the days named after the command, or say that it names none. Raises UnknownUnit and
    whatever `show_summary_in_words` raises."""
    meaning = hear(context, f"{labels.SUMMARY(context.language)} {named}")
    if _names_something(context, meaning):
        await show_summary_in_words(update, context, meaning)
    elif (unknown := unknown_refusal(context, meaning)) is not None:
        raise unknown
    else:
        await answer(update, context, NAMES_NOTHING(context.language, words=html(cut(named, 40))))


def _names_something(context: Context, meaning: Understanding) -> bool:
    """Return whether words select a part of the plan or days, or ask for something else than its state."""
    selects = meaning.own or meaning.overdue or meaning.status is not None or bool(meaning.candidates)
    asks = asks_for_unreported(meaning) or asks_for_figures(meaning) or says(meaning, "asked.ranking")
    sought = filters_of(meaning)
    lists = sought.figures or sought.which or sought.limited or filter_refusal(meaning) is not None
    return bool(selects or asks or lists) or summary_page_in_words(context, meaning) != SummaryPage()


async def turn_to_view(update: Update, context: Context) -> None:
    """Handle a button that leads deeper into a summary or back, in place of its message."""
    await show_summary_page(update, context, SummaryPage.unpack(pressed(update)))


async def show_view(update: Update, context: Context, view: View) -> None:
    """Show a view of the whole plan, or of the user's units."""
    await show_summary_page(update, context, SummaryPage(view))


def view_in_words(text: str) -> View | None:
    """Return the view that a message names and nothing else (按单位汇总), or None."""
    return view_named(text, VIEWS_SAID)


async def show_summary_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show what a message asks for: tasks without a report, figures, or the state of the plan or a part of it, on the
    days it names.

    Raises CannotFilter for a condition that tasks cannot be selected by, UnknownUnit, and whatever
    `show_summary_page` raises.
    """
    if impossible := filter_refusal(meaning):
        raise impossible
    sought = filters_of(meaning)
    listing = listing_by_contents(context, meaning) if sought.figures or (sought.words and sought.which) else None
    codes = values_of(meaning, Kind.CODE) or tuple(filter(None, [meaning.task]))
    if listing is not None:
        await show_list(update, context, listing)
    elif asks_for_unreported(meaning):
        shown = show_by_unit if says(meaning, "asked.by_unit") else show_list
        await shown(update, context, listing_asked_for(context, meaning))
    elif asks_for_figures(meaning) or (meaning.aim is Aim.FIGURES and codes):
        figures = figures_page_in_words(context, meaning)
        by_month = figures_by_month(context, figures, codes) if says(meaning, "asked.by_month") else NOTHING
        below = labels.NO_RANKING(context.language) if _ranks(meaning) else by_month
        await show_figures(update, context, figures, codes=codes, below=below)
    elif meaning.status or meaning.overdue or sought.limited:
        listing = listing_asked_for(context, meaning)
        await show_list(update, context, listing, below=whose_they_are(context, meaning))
    elif says(meaning, "asked.ranking") and not meaning.unit:
        await _show_unranked(update, context, meaning)
    elif on_topic := listing_of_topic(context, meaning):
        await show_list(update, context, on_topic)
    else:
        await show_summary_page(update, context, summary_page_in_words(context, meaning))


def _ranks(meaning: Understanding) -> bool:
    ranks = not meaning.unit and says(meaning, "asked.ranking") and not says(meaning, "asked.reports_counted")
    return ranks and says(meaning, "asked.by_unit", "asked.of_which_section")


async def _show_unranked(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the state by unit, or by section if that is asked, in the plan's order, and say that nobody is ranked."""
    view = View.SECTIONS if says(meaning, "asked.of_which_section") else View.UNITS
    page = summary_page_in_words(context, meaning).to(view)
    await show_summary_page(update, context, page, labels.NO_RANKING(context.language))


@reader(names=lambda talk, text, heard: talk.context.person.sees_everything and _ranks(heard))
async def decline_ranking(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say that nobody is ranked if it is asked which unit or section is best or worst (谁最拖, 给各单位排个名), with
    the state of each for a user who sees everything; return True if so. Of an indicator (哪个单位立案最多) the figures
    are shown."""
    if not _ranks(meaning) or _figures_named(context, meaning) is not None:
        return False
    if not context.person.sees_everything:
        await answer(update, context, ONLY_OWN(context.language))
        return True
    await _show_unranked(update, context, meaning)
    return True


@acts_on(sentence_if(lambda heard: says(heard, "asked.which_numbers")), known=False)
async def show_figures_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the figures that were reported, for a message that asks which numbers there are."""
    await show_summary_in_words(update, context, with_aim(context, meaning, Aim.FIGURES))


def _figures_named(context: Context, meaning: Understanding) -> Understanding | None:
    """Return a sentence that names only some indicators and a span of days, perhaps a unit (全年立案), or asks for
    figures (市监局立案数), surely if it says more (每个单位的立案数列出来), or how many of them were reported
    (我报的那个案值现在是多少), or who has most of one (立案最多的是哪家), as one that asks for these figures; None for
    any other, also if it compares, decides or changes something (fine until 15 March, 案值去掉) or is of all of
    something (所有任务延到3月底). A word of a task's title that is an indicator's name as well (立案) names no task."""
    if meaning.aim in _DECIDING or says(meaning, "summary.compared") or orders_a_change(meaning):
        return None
    spans = [each for each in of_kind(meaning, Kind.TIME) if each.values[0] != each.values[-1]]
    known = indicators(context.db)
    found, rest = indicators_in(blank(meaning.text, [*spans, *of_kind(meaning, Kind.UNIT)]), known)
    of_past = meaning.aim is Aim.HISTORY and says(meaning, "asked.how_many") and not says(meaning, "asked.the_last")
    of_most = meaning.aim is Aim.SUMMARY and says(meaning, "asked.most")
    of_figures = meaning.aim is Aim.FIGURES or of_past or of_most
    only_names = (spans or of_figures) and not rest
    tasks = [indicators_in(meaning.text[each.start : each.end], known) for each in of_kind(meaning, Kind.TASK)]
    only_indicators = bool(tasks) and all(named and not more for named, more in tasks)
    names_task = (meaning.task and not only_indicators) or meaning.names(Kind.CODE)
    names_one = names_task or (indicators_named(meaning) and not of_past)
    is_sure = meaning.confidence >= SURE or only_indicators or of_past or _by_unit(meaning)
    surely = of_figures and is_sure and not names_one
    if not (only_names or surely) or not found or len(found) == len(known):
        return None
    asked = with_aim(context, meaning, Aim.FIGURES)
    named = [Reading(Kind.INDICATOR, 0, 0, (each.name,)) for each in found]
    return replace(asked, readings=(*asked.readings, *named), task=None)


show_figures_named = acts_on(_figures_named, known=False)(show_summary_in_words)
"""Shows the figures of a span of days that a sentence names without asking anything."""


def _paragraph_asked_for(context: Context, heard: Understanding) -> Understanding | None:
    sees_any = context.person.sees_everything or bool(context.person.speaks_for)
    return with_aim(context, heard, Aim.SUMMARY) if sees_any and says(heard, "summary.as_a_paragraph") else None


@acts_on(_paragraph_asked_for)
async def show_paragraph(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the summary as one paragraph, to be read out or pasted elsewhere (一段话总结, 能发微信的)."""
    await answer(update, context, summary_paragraph(context, summary_page_in_words(context, meaning)))


async def show_as_of(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the summary as of a past day to an overseer who names only that day (截至11月24号的); return True if so."""
    as_of = says(meaning, "summary.as_of") and says(meaning.text, "summary.until_then")
    if not as_of or not context.person.sees_everything:
        return False
    then, plan = with_aim(context, meaning, Aim.SUMMARY), known_plan(context.db)
    if plan is None or then.end is None or not plan.issued <= then.end <= context.today:
        return False
    await show_summary_in_words(update, context, then)
    return True


def summary_page_in_words(context: Context, meaning: Understanding) -> SummaryPage:
    """Return the part of the plan and the days that a message names. Raises UnknownUnit."""
    last = meaning.end or meaning.start
    days = (meaning.start or last, last) if last is not None else None
    return SummaryPage(scope=replace(_part_named(context, meaning), summary=days))


def figures_page_in_words(context: Context, meaning: Understanding) -> SummaryPage:
    """Return the figures that a message asks for: its indicators, days (up to one: 截至11月30日), and part of the plan.
    Raises UnknownUnit."""
    last = meaning.end or meaning.start
    up_to = meaning.start in (None, last) and says(meaning.text, "summary.until_then")
    first = None if last is None else EARLIEST if up_to else meaning.start or EARLIEST
    scope = replace(_part_named(context, meaning), first=first, last=last, by_unit=_by_unit(meaning))
    return SummaryPage(View.FIGURES, 0, scope, indicators_named(meaning))


def _by_unit(meaning: Understanding) -> bool:
    return says(meaning, "asked.of_each_unit", "asked.whose_figure") or _ranks(meaning)


def _part_named(context: Context, meaning: Understanding) -> Listing:
    """Return the part of the plan that a message names, also by what it is to be told apart (按区); for a user who sees
    more, the own unit if it says so."""
    sees_all = context.person.sees_everything
    if sees_all and not meaning.unit and (each_of := group_told_apart(meaning.text)):
        meaning = replace(meaning, unit=unit_in(hear(context, each_of)))
    scope = limited_to_part(context, Listing(Filter.ALL), meaning)
    if meaning.own and not meaning.unit and sees_all and len(context.person.speaks_for) == 1:
        return replace(scope, unit_id=context.person.speaks_for[0])
    return scope
