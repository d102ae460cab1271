"""A unit's own returns: which of them a sentence means, their list, the way to fill one in by button or in words, and
the notices about them: a line and a button in the morning's digest, and a letter about one given back."""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.errors.returns import NoSuchPeriod, NotYourReturn, PeriodNotOpen
from data.notices.matters import DueReturn
from data.notices.rules import NoticeMatter
from data.reporting.figures import FiguresSaid
from data.returns.filings import ReturnGivenBack
from data.returns.filling import own_returns, own_returns_of, returns_just_over
from data.returns.returns import all_returns, return_by_id
from data.returns.unit_returns import UnitReturn
from data.understanding import Mood, Understanding, says
from data.understanding.returns.return_asked import ONCE, period_said, without_return_names
from data.understanding.returns.return_schedule import period_named, says_the_present
from data.understanding.titles_named import titles_named
from handlers.returns import keyboard as buttons
from handlers.returns.filing import begin_filing
from handlers.returns.texts import own_returns as texts
from handlers.returns.texts.filing import NOT_WITHDRAWN, given_back, period_text
from handlers.telegram import Context, Verb, answer, button, hear
from handlers.wording import NOTHING, Html, Language, bracketed, join, labels, refusal

MOST_SHOWN = 10


async def own_returns_command(update: Update, context: Context) -> None:
    """Handle /returns for a unit: list its returns, or open that of the period in the arguments."""
    if context.args:
        await answer_about_own_returns(update, context, hear(context, " ".join(context.args)))
    else:
        await show_own_returns(update, context)


def returns_of_own_units(context: Context) -> list[UnitReturn]:
    """Return the returns of the user's units, after opening rounds that are due to open."""
    return own_returns(context.db, context.person, context.now)


async def answer_about_own_returns(update: Update, context: Context, meaning: Understanding) -> None:
    """List the returns that a sentence means, or begin the only open one with the figures given. Raises NotYourReturn
    if it names another unit."""
    if meaning.unit is not None and meaning.unit not in context.person.units:
        raise NotYourReturn(meaning.unit)
    try:
        found = returns_of_period_named(context, meaning.text)
    except (NoSuchPeriod, PeriodNotOpen) as why:
        await show_own_returns(update, context, refusal(why, context.language))
        return
    named = returns_named(context, found, meaning.text)
    again = bool(meaning.figures) or says(meaning, "returns.once_more")
    to_fill = [each for each in to_fill_or_correct(named, meaning.text) if each.open or again]
    if len(to_fill) == 1 and Mood.ASKS not in meaning.moods:
        withdraws = not to_fill[0].open and says(meaning, "returns.withdrawn")
        first = NOT_WITHDRAWN(context.language) if withdraws else NOTHING
        await begin_filing(update, context, to_fill[0].id, FiguresSaid(meaning.figures), first)
    else:
        await show_own_returns(update, context, found=found)


async def show_own_returns(
    update: Update, context: Context, first: Html = NOTHING, found: Sequence[UnitReturn] | None = None
) -> None:
    """Show the returns of the user's units, or those `found`, below `first`."""
    found = returns_of_own_units(context) if found is None else found
    shown, language = list(found)[:MOST_SHOWN], context.language
    several = len(context.person.speaks_for) > 1
    asked = {each.id: each.indicators for each in all_returns(context.db)}
    told = texts.own_list(shown, asked, context.today, language, several=several)
    keyboard = buttons.own_list(shown, language, several=several)
    await answer(update, context, join([first, told if shown or not first else NOTHING], "\n\n"), keyboard)


def returns_of_period_named(context: Context, text: str) -> list[UnitReturn]:
    """Return the user's returns of the period that a text names, or all if it names none.

    This month (这个月) is the last one as long as that can be filed in time. Raises what `own_returns_of` raises.
    """
    days = period_named(text, context.today)
    if days is None or days[0] == days[1]:
        return returns_of_own_units(context)
    try:
        return own_returns_of(context.db, context.person, *days, context.now)
    except PeriodNotOpen:
        found = returns_just_over(context.db, context.person, *days, context.now)
        if found and says_the_present(text, context.today):
            return found
        raise


def returns_named(context: Context, found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    """Return those of the returns that a text names, or all if it names none."""
    every = period_said(text)
    as_often = [each for each in found if every in (None, each.round.span.granularity if each.round.span else ONCE)]
    return _titled(context, found, text) or as_often or [*found]


def return_titled(context: Context, found: Sequence[UnitReturn], text: str) -> UnitReturn | None:
    """Return the return that a text names by its title, or None if that is none or several."""
    titled = _titled(context, found, text)
    return titled[0] if len(titled) == 1 else None


def _titled(context: Context, found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    indicators = [one for each in found for one in return_by_id(context.db, each.round.return_id).indicators]
    words = [word for each in indicators for word in (each.name, *each.aliases)]
    titled = titles_named({each.id: without_return_names(each.round.title) for each in found}, text, words)
    return [each for each in found if each.id in titled]


def to_fill_or_correct(found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    """Return the returns that are still to be filed, or all if none is; if the text says that something was filed
    wrongly, those filed, given back ones first."""
    to_fill = [each for each in found if each.open]
    if not says(text, "returns.once_more"):
        return to_fill or [*found]
    handed_in = [each for each in found if each.last is not None]
    return [each for each in handed_in if each.open] or handed_in or to_fill


HEADING = labels.RETURNS


def due_line(matter: NoticeMatter, today: date, language: Language) -> Html:
    """Return the digest's line about a return to be filed, with its period and the days left."""
    assert isinstance(matter, DueReturn)
    return texts.due_line(matter.name, matter.span, (matter.due - today).days, language)


def fill_button_in_digest(matter: NoticeMatter, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """Return the digest's button that opens the form of a return."""
    assert isinstance(matter, DueReturn)
    return button(texts.fill_label(matter.name, matter.span, language), Verb.FILING, "fill", matter.id)


def return_name(matter: NoticeMatter, language: Language) -> str:
    """Return the title of a return with its period."""
    assert isinstance(matter, DueReturn)
    return matter.name + bracketed(period_text(matter.span, language), language)


def given_back_letter(given: ReturnGivenBack, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the letter that the office has given a return back, with the reason and a button to correct it."""
    text = given_back(given.unit_return, given.indicators, language)
    return text, buttons.fill(given.unit_return, language)
