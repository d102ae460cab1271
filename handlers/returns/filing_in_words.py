"""Sentences that fill in a return (11月月报：立案3 没移送), or correct it just after it was filed (立案应该是6)."""

from collections.abc import Sequence
from datetime import date

from telegram import Update

from data.errors import unless
from data.errors.returns import NoSuchPeriod, PeriodNotOpen
from data.plan.indicators import indicators
from data.reporting.figures import FiguresSaid
from data.reporting.past_figures import past_figures
from data.returns.figures_as_before import with_figures_as_before
from data.returns.figures_written import (
    figures_in_sentence,
    figures_written,
    of_longer_time,
    says_nil_of_a_return,
    says_they_stand,
    without_days,
)
from data.returns.filling import filed_last, filling, own_returns_of
from data.returns.returns import return_by_id
from data.returns.rounds import Round, round_before
from data.returns.unit_returns import UnitReturn, Values, rounds_under_way, unit_return_by_id
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.dialog.turns import TurnMeaning, hear_turn
from data.understanding.normalise.sentence import begins_a_clause, blank
from data.understanding.returns.return_asked import period_said
from data.understanding.returns.return_schedule import period_named
from data.understanding.sureness import RATHER_SURE
from data.understanding.titles_named import without_title
from handlers.dialog.opening import park_open_dialog
from handlers.notes.task_notes import pass_on
from handlers.returns.filing import FILING, begin_filing, figures_standing
from handlers.returns.own_returns import (
    answer_about_own_returns,
    return_titled,
    returns_named,
    returns_of_own_units,
    returns_of_period_named,
    show_own_returns,
    to_fill_or_correct,
)
from handlers.returns.round_named import unit_return_of
from handlers.returns.texts.filing import OPEN_INSTEAD
from handlers.returns.texts.own_returns import WHICH_RETURN
from handlers.tasks.own_tasks import all_own_assignments, own_assignments
from handlers.telegram import Context, Verb, said_by, text_of
from handlers.wording import NOTHING, Html, in_both_languages, join, labels, plain_word, refusal

ONCE_MORE = "returns.once_more"
_OF_TASKS = (Kind.CODE, Kind.PERCENT, Kind.STATUS)
WHEN = (Aim.DEADLINES, Aim.TASKS, Aim.UNREPORTED)


async def file_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Fill in a return of the user's unit, say when it is due, or put it off, as a sentence asks; return whether it
    asks for any of these."""
    if not _may_be_of_own_return(context, meaning):
        return False
    text = _without_units(update, meaning)
    rest = without_days(text, context.today)
    if await _begin_nil_of_title(update, context, text) or await _begin_as_given_back(update, context, text):
        return True
    if not says(rest, "returns.named") and not _says_which_was_wrong(context, text):
        if says_nil_of_a_return(text, rest) and await _begin_nil(update, context, text):
            return True
        states = meaning.percent is not None or meaning.status is not None  # only tasks have these
        if _names_a_task(context, meaning) or (states and not _is_below_filed(context)):
            return False
        if await _correct_last_filed(update, context, text, meaning):
            return True
        only_returns = context.last_messages.offers_only(Verb.FILING, "fill") and bool(_to_fill(context))
        if only_returns and says(text, "returns.when"):
            return await _show_when_due(update, context, meaning)
        asked = only_returns or _is_of_open_period(context, text)
        return asked and await _take_or_ask_which(update, context, text)
    if says(meaning, "returns.not_in_time"):
        return await pass_on(update, context, text)
    asks = Mood.ASKS in meaning.moods and len([*of_kind(meaning, Kind.FIGURE)]) <= 1
    if asks or says(text, "returns.when_due"):
        return await _show_when_due(update, context, meaning)
    if await take_figures(update, context, text):
        return True
    turn = hear_turn(meaning, FILING.asked_as("figures"))
    if turn.meaning is not TurnMeaning.LATER or turn.sureness < RATHER_SURE:
        return False
    await park_open_dialog(update, context)
    return True


async def correct_filed(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to correct a filed return if a sentence says that figures of it were wrong (立案报错了 是31), or ask which;
    return whether one has them."""
    if not _may_be_of_own_return(context, meaning):
        return False
    text = said_by(update, meaning)
    return says(text, ONCE_MORE) and await _take_or_ask_which(update, context, text)


async def correct_filed_of_period(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to correct the filed return of the period that a sentence names (11月案值改成1.5万), unless a report then
    had such a figure; return whether it does."""
    days = period_named(said_by(update, meaning), context.today)
    if days is None or not _may_be_of_own_return(context, meaning) or meaning.task is not None:
        return False
    text = said_by(update, meaning)
    filed = [each for each in returns_of_own_units(context) if each.last is not None]
    of_it = [each for each in filed if _days(each.round) == days]
    fitting = _with_figures(context, of_it, text)
    if len(fitting) != 1:
        return False
    written, own = _figures_in(context, fitting[0], text), [each.id for each in all_own_assignments(context)]
    if any(past_figures(context.db, own, each, *days) for each in written.figures):
        return False
    await _begin(update, context, fitting[0], written)
    return True


async def show_filed_of_period(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what the user's units filed for a period if a sentence asks for that (what did we file for November); return
    whether they filed anything."""
    days = period_named(said_by(update, meaning), context.today) if says(meaning, "returns.filed_asked") else None
    return await _show_filed(update, context, days)


async def compare_filed_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the returns shown last beside those of the period with which a sentence compares them (比上月呢, how does it
    compare with October), or alone if nothing was filed for it; return whether one does."""
    last = context.last_messages
    if not last.offers_only(Verb.FILING) or not says(meaning, "summary.compared", "summary.compared_alone"):
        return False
    ids = [int(number) for (number,) in last.offers(Verb.FILING, "fill")]
    shown = [unit_return_by_id(context.db, each, context.today) for each in ids]
    if not shown:
        return False
    days = period_named(said_by(update, meaning), context.today)
    if days in [_days(each.round) for each in shown]:
        before = round_before(context.db, shown[0].round)
        days = _days(before) if before is not None else None
    if not await _show_filed(update, context, days, shown):
        await show_own_returns(update, context, found=shown)
    return True


async def _show_filed(
    update: Update, context: Context, days: tuple[date, date] | None, beside: Sequence[UnitReturn] = ()
) -> bool:
    """Show the returns `beside` with those filed for a period, if any; return whether there are."""
    if days is None or not context.person.speaks_for:
        return False
    own = unless((NoSuchPeriod, PeriodNotOpen), own_returns_of, context.db, context.person, *days, context.now) or []
    filed = [each for each in own if each.last is not None]
    if filed:
        await show_own_returns(update, context, found=[*beside, *filed])
    return bool(filed)


def _days(of: Round) -> tuple[date, date] | None:
    return (of.span.first, of.span.last) if of.span else None


def _may_be_of_own_return(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence of somebody who speaks for a unit names no other unit, and no task. A unit in a remark
    behind the figures is not the one whose figures they are (移送多少我问下法制)."""
    own = meaning.unit is None or meaning.unit in context.person.units or _only_remarked(meaning, Kind.UNIT)
    return bool(context.person.speaks_for) and own and not meaning.names(Kind.CODE)


def _is_of_open_period(context: Context, text: str) -> bool:
    """Return whether a text names the period of an open return, and gives several figures, all asked for there
    (青山区11月立案4起，案值3.2万，没移送)."""
    days = period_named(text, context.today)
    of_it = [each for each in _to_fill(context) if days is not None and _days(each.round) == days]
    return any(len(_figures_in(context, each, text).figures) > 1 for each in _with_figures(context, of_it, text))


def _says_which_was_wrong(context: Context, text: str) -> bool:
    """Return whether a text says that a filed return was wrong, by words of its title (双11那个报错了)."""
    filed = [each for each in returns_of_own_units(context) if each.last is not None] if says(text, ONCE_MORE) else []
    return return_titled(context, filed, text) is not None


async def _take_or_ask_which(update: Update, context: Context, text: str) -> bool:
    """Begin the return with the figures in `text`, or ask of which return they are; return whether it has any. The
    word on the buttons of tasks (本期无变化) is about tasks."""
    if plain_word(text) in in_both_languages(labels.NO_CHANGE):
        return False
    if await take_figures(update, context, text):
        return True
    fitting = _with_figures(context, _returns_meant(context, text)[0], text)
    if len(fitting) > 1:
        await show_own_returns(update, context, WHICH_RETURN(context.language))
    return len(fitting) > 1


async def take_figures(update: Update, context: Context, text: str) -> bool:
    """Begin one return of the user's unit with the figures in `text`; return whether it has any for just one. If it
    names a period that is not open yet, say so above the open one."""
    found, first = _returns_meant(context, text)
    if len(found) > 1:
        found = _with_figures(context, found, text)
    if len(found) != 1:
        return False
    written = _figures_in(context, found[0], text)
    if written.figures:
        await _begin(update, context, found[0], written, first)
    return bool(written.figures)


def _with_figures(context: Context, found: list[UnitReturn], text: str) -> list[UnitReturn]:
    """Return the returns that ask for all the figures in a text, only those that ask for no others if there are any."""
    written = {each.id: _figures_in(context, each, text) for each in found}
    fitting = [each for each in found if written[each.id].figures and written[each.id].refused is None]
    names = {each.id: {one.name for one in return_by_id(context.db, each.round.return_id).indicators} for each in found}
    return [each for each in fitting if names[each.id] <= written[each.id].figures.keys()] or fitting


async def begin_filing_for_unit(update: Update, context: Context, unit_return_id: int, meaning: Understanding) -> bool:
    """Begin a return for a unit (代报) with the figures in a coordinator's sentence, or as a nil return if it says so;
    return whether it does."""
    if not context.person.is_coordinator:
        return False
    text = _without_units(update, meaning)
    found = unit_return_by_id(context.db, unit_return_id, context.today)
    written = _figures_in(context, found, text)
    if written.figures:
        await _begin(update, context, found, written)
        return True
    if says(text, "returns.nil"):
        await _begin_as_nil(update, context, found)
        return True
    return False


async def file_as_told(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the return that a unit owes with all its figures, or as a nil return, as a coordinator is told by the unit
    (商务局来电话 立案3件 案值10万 移送0; 商务局报零就行); return whether it is just one."""
    named = values_of(meaning, Kind.UNIT)
    if not context.person.is_coordinator or len(named) != 1 or meaning.names(*_OF_TASKS) or Mood.ASKS in meaning.moods:
        return False
    is_nil, text = says(meaning, "returns.told_to_be_nil"), _without_units(update, meaning)
    if not (is_nil or any(map(str.isdecimal, text))):
        return False
    days = period_named(text, context.today)
    of_it = [each for each in rounds_under_way(context.db, context.today) if days in (None, _days(each.round))]
    owed = [one for each in of_it for one in each.missing if one.unit.name in named]
    told = owed if is_nil else [each for each in owed if _gives_all(context, each, text)]
    return len(told) == 1 and await begin_filing_for_unit(update, context, told[0].id, meaning)


def _gives_all(context: Context, found: UnitReturn, text: str) -> bool:
    """Return whether a text gives all the figures, if they are several, that a return asks for."""
    asked = {each.name for each in return_by_id(context.db, found.round.return_id).indicators}
    said = _figures_in(context, found, without_days(text, context.today)).figures
    return len(asked) > 1 and asked <= said.keys()


async def put_right_for_unit(update: Update, context: Context, meaning: Understanding, found: Round) -> bool:
    """Begin a unit's return of a round with the figures that a coordinator's sentence puts right (公安局立案改成13),
    which leaves what the return asks for as it is; return whether it gives any. Raises NotAsked if the unit is not
    asked for it."""
    asked = return_by_id(context.db, found.return_id).indicators
    text = _without_units(update, meaning)
    said = figures_in_sentence(text, asked, indicators(context.db), {}, context.today)
    if meaning.unit is None or not said.figures:
        return False
    return await begin_filing_for_unit(update, context, unit_return_of(context, found, meaning.unit), meaning)


def _without_units(update: Update, meaning: Understanding) -> str:
    """Return a sentence without the names of units, which would stand beside the figures (公安局立案13)."""
    units = [*of_kind(meaning, Kind.UNIT)]
    return blank(meaning.text, units, " ") if units else said_by(update, meaning)


def may_be_a_return(context: Context, meaning: Understanding, text: str) -> bool:
    """Return whether a text without a task is only figures, several of them, of one return to be filled in."""
    numbers = any(map(str.isdecimal, text)) and meaning.task is None and not meaning.candidates
    if not (numbers and context.person.speaks_for) or meaning.percent is not None or meaning.status is not None:
        return False
    fitting = _with_figures(context, _to_fill(context), text)
    return len(fitting) == 1 and len(_figures_in(context, fitting[0], text).figures) > 1


def _names_a_task(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence names one of the user's tasks, and not only in a remark behind several figures."""
    codes = [*meaning.candidates, *([meaning.task] if meaning.task else [])]
    remarked = not meaning.names(Kind.CODE) and _only_remarked(meaning, Kind.TASK)
    return not remarked and any(own_assignments(context, each) for each in codes)


def _only_remarked(meaning: Understanding, kind: Kind) -> bool:
    """Return whether a sentence names something of a kind only behind several figures, in a clause of its own."""
    figures, named = [*of_kind(meaning, Kind.FIGURE)], [*of_kind(meaning, kind)]
    if len(figures) <= 1 or not named:
        return False
    last = max(each.end for each in figures)
    return all(begins_a_clause(meaning.text[last : each.start]) for each in named)


def _is_below_filed(context: Context) -> bool:
    found = filed_last(context.db, context.person, context.now)
    return found is not None and bool(context.last_messages.offers(Verb.FILING, "fill", found.id))


async def _begin(
    update: Update, context: Context, found: UnitReturn, written: FiguresSaid, first: Html = NOTHING
) -> None:
    why = refusal(written.refused, context.language) if written.refused else NOTHING
    await begin_filing(update, context, found.id, written, join([first, why]), text_of(update))


def _to_fill(context: Context) -> list[UnitReturn]:
    return [each for each in returns_of_own_units(context) if each.open]


async def _begin_nil(update: Update, context: Context, text: str) -> bool:
    """Begin the open return, or the one that `text` names, as a nil return; return whether that is just one."""
    found, first = _returns_meant(context, text)
    to_fill = [each for each in found if each.open]
    if len(to_fill) != 1:
        return False
    await _begin_as_nil(update, context, to_fill[0], first)
    return True


async def _begin_as_nil(update: Update, context: Context, found: UnitReturn, first: Html = NOTHING) -> None:
    names = return_by_id(context.db, found.round.return_id).indicators
    nothing = FiguresSaid({each.name: 0.0 for each in names}, nil=True)
    await begin_filing(update, context, found.id, nothing, first)


async def _begin_nil_of_title(update: Update, context: Context, text: str) -> bool:
    """Begin as a nil return the one of which `text` says, by words of its title, that there is nothing to file."""
    titled = return_titled(context, _to_fill(context), text)
    if titled is None or not says(without_title(text, titled.round.title), "returns.nothing_to_file"):
        return False
    return await _begin_nil(update, context, text)


async def _begin_as_given_back(update: Update, context: Context, text: str) -> bool:
    """Begin the only return that was given back with its figures, if a text says that these stand; return whether."""
    back = [each for each in _to_fill(context) if each.last is not None] if says(text, "returns.stands") else []
    filed = back[0].last if len(back) == 1 else None
    if filed is None or not says_they_stand(text, filed.values):
        return False
    await begin_filing(update, context, back[0].id, FiguresSaid(filed.values, nil=filed.nil))
    return True


async def _correct_last_filed(update: Update, context: Context, text: str, meaning: Understanding) -> bool:
    """Begin to correct the return filed just now, if the text is 更正 or only figures, or right below it puts something
    right (不对，有1件); return whether it is."""
    found = filed_last(context.db, context.person, context.now)
    if found is None or context.open_dialog is not None:
        return False
    written = _figures_in(context, found, text)
    puts_right = _is_below_filed(context) and not written.figures and meaning.aim is Aim.CORRECT
    if puts_right or plain_word(text) in in_both_languages(labels.CORRECT):
        await begin_filing(update, context, found.id, FiguresSaid(_figures_by_unit(context, found, text)))
        return True
    if not written.figures or written.nil or written.refused is not None:
        return False
    await _begin(update, context, found, written)
    return True


def _figures_by_unit(context: Context, found: UnitReturn, text: str) -> Values:
    """Return the figure that a text gives for the only indicator of a return counted in the unit that it names."""
    asked = return_by_id(context.db, found.round.return_id).indicators
    counted = [each.name for each in asked if each.unit and each.unit in text]
    return figures_written(text, asked, indicators(context.db), counted).figures if len(counted) == 1 else {}


def _figures_in(context: Context, found: UnitReturn, text: str) -> FiguresSaid:
    asked = return_by_id(context.db, found.round.return_id).indicators
    form = filling(context.db, context.person, found.id, context.now)
    standing = figures_standing(context, form)
    unchanged = form.last_period if standing == form.from_reports else {**form.last_period, **standing}
    told = with_figures_as_before(
        text,
        asked,
        form.last_period,
        unchanged,
        context.today,
        lambda said: figures_in_sentence(said, asked, indicators(context.db), standing, context.today),
    )
    return of_longer_time(told, text, found.round.span, context.today)


def _returns_meant(context: Context, text: str) -> tuple[list[UnitReturn], Html]:
    """Return the open returns of the named period and title, or else those filed, with a text to show first. If the
    period is not open yet, these are the returns that are, and the text says so."""
    first = NOTHING
    try:
        found = returns_of_period_named(context, text)
    except NoSuchPeriod:
        return [], NOTHING
    except PeriodNotOpen as why:
        found = _to_fill(context)
        first = join([refusal(why, context.language), OPEN_INSTEAD(context.language)])
    return to_fill_or_correct(returns_named(context, found, text), text), first


async def _show_when_due(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the unit's returns, or that there are none, if the sentence asks when one is due; return whether it does."""
    every, asks_when = period_said(meaning.text), says(meaning, "returns.when_due")
    own = returns_of_own_units(context)
    schedules = (return_by_id(context.db, each.round.return_id).schedule for each in own)
    fits = any(every in (None, each.every) for each in schedules) or (asks_when and not own)
    if not fits or not (meaning.aim in WHEN or asks_when):
        return False
    await answer_about_own_returns(update, context, meaning)
    return True
