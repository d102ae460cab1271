"""统计指标: the coordinator sees the indicators, sets how each is totalled, adds one, or takes one out of use."""

from zlib import crc32

from telegram import InlineKeyboardMarkup, Update

from data.errors import StaleButton
from data.reporting.figures import indicators
from data.reporting.indicators import add_indicator, read_indicator, retire_indicator, total_indicator
from data.reporting.questions import Asked, Question, ask_question, close_question, close_question_on
from data.understanding import IndicatorWords
from handlers.office.texts import indicators as texts
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.keyboards import button, in_rows
from handlers.telegram.refusals import NOT_FOR_ROLE
from handlers.telegram.sending import acknowledge, answer, show
from handlers.telegram.wording import Html, join

OTHER = {"sum": "latest", "latest": "sum"}


async def press(update: Update, context: Context) -> None:
    """One of the buttons. Raises StaleButton and IndicatorInUse."""
    assert update.callback_query is not None
    choice, *key = unpack(update.callback_query.data).arguments
    match choice:
        case "list":
            close_question_on(context.db, context.person.id, 0, Asked.NEW_INDICATOR)
            await _show_list(update, context)
        case "new":
            await _ask(update, context)
        case "open":
            await _show_one(update, context, _pressed(context, key[0]))
        case "retire":
            await _retire(update, context, _pressed(context, key[0]))
        case _:
            name, by = _pressed(context, key[0]).name, context.person.id
            changed = total_indicator(context.db, name, choice, by, context.now, source(update))
            await _show_one(update, context, changed)


async def write(update: Update, context: Context, question: Question) -> None:
    """Add the indicator that was asked for. Raises what `add` does; the question stays open then."""
    if not context.person.is_coordinator:
        close_question(context.db, context.person.id)
        await answer(update, context, NOT_FOR_ROLE(context.language))
        return
    await add(update, context)
    close_question(context.db, context.person.id)


async def add(update: Update, context: Context) -> None:
    """Add an indicator in one line. Raises IndicatorUnclear, IndicatorKnown and IndicatorUnreadable."""
    assert update.message is not None
    new = read_indicator(update.message.text or "")
    added = add_indicator(context.db, new, context.person.id, context.now, source(update))
    await _show_list(update, context, texts.ADDED(context.language, name=added.name))


async def _ask(update: Update, context: Context) -> None:
    ask_question(context.db, context.person.id, Asked.NEW_INDICATOR, 0, update.update_id, context.now)
    await acknowledge(update)
    back = button(labels.BACK(context.language), Verb.INDICATOR, "list")
    await show(update, context, texts.WHICH(context.language), InlineKeyboardMarkup([[back]]))


async def _retire(update: Update, context: Context, indicator: IndicatorWords) -> None:
    retire_indicator(context.db, indicator.name, context.person.id, context.now, source(update))
    name = texts.named(indicator, context.language)
    await _show_list(update, context, texts.RETIRED(context.language, name=name))


async def _show_list(update: Update, context: Context, first: Html | None = None) -> None:
    """All indicators, each with a button, and the ways to a new one and back."""
    language, known = context.language, indicators(context.db)
    each = [button(texts.named(one, language), Verb.INDICATOR, "open", _key(one)) for one in known]
    new = button(texts.NEW(language), Verb.INDICATOR, "new")
    back = button(labels.BACK(language), Verb.SETTING, "show")
    await acknowledge(update)
    text = join([first or Html(""), texts.indicator_list(known, language)])
    await show(update, context, text, InlineKeyboardMarkup([*in_rows(each, 2), [new], [back]]))


async def _show_one(update: Update, context: Context, indicator: IndicatorWords) -> None:
    language, other = context.language, OTHER[indicator.total]
    change = button(texts.CHANGE_TO[other](language), Verb.INDICATOR, other, _key(indicator))
    retire = button(texts.RETIRE(language), Verb.INDICATOR, "retire", _key(indicator))
    back = button(labels.BACK(language), Verb.INDICATOR, "list")
    await acknowledge(update)
    await show(update, context, texts.page(indicator, language), InlineKeyboardMarkup([[change, retire], [back]]))


def _key(indicator: IndicatorWords) -> int:
    """A short key for an indicator in a button: its name may be too long, and its place in the list may change."""
    return crc32(indicator.name.encode())


def _pressed(context: Context, key: str) -> IndicatorWords:
    """The indicator that a button stands for. Raises StaleButton when it is out of use."""
    found = next((each for each in indicators(context.db) if _key(each) == int(key)), None)
    if found is None:
        raise StaleButton
    return found
