"""统计指标: the pages on which a coordinator adds an indicator, sets how it is totalled, or retires it."""

from typing import Any
from zlib import crc32

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.numbers import IndicatorUnclear
from data.exports.texts import indicator_name
from data.plan.indicators import indicators
from data.reporting import indicator_changes as changes
from data.understanding import IndicatorWords, Understanding
from data.understanding.returns.indicators_named import begins_indicator, completed_indicator, says_new_indicator
from handlers.dialog import Declaration, Ending, Place, Question, Talk, begin, reader
from handlers.dialog.declaration import open_question
from handlers.settings.texts import indicators as texts
from handlers.telegram import (
    Context,
    For,
    Verb,
    button,
    in_rows,
    page_buttons,
    pressed,
    show,
    still_there,
    text_of,
    with_undo,
)
from handlers.wording import NOTHING, Html, join, labels, page_of

A_PAGE, LAST = 10, 999
"""The indicators on a page, and a page that stands for the last one, where new indicators are."""
OTHER = {"sum": "latest", "latest": "sum"}


async def press_indicator(update: Update, context: Context) -> None:
    """Handle a button of these pages. Raises StaleButton or IndicatorInUse."""
    choice, *key = pressed(update)
    match choice:
        case "list":
            dialogs.drop_dialogs_on(context.db, context.person.id, NEW.kind, 0)
            await show_indicators(update, context, page=int(next(iter(key), 0)))
        case "new":
            await begin(update, context, NEW, 0, place=Place.PRESSED)
        case "open":
            await _show_one(update, context, _pressed(context, key[0]))
        case "retire":
            indicator = _pressed(context, key[0])
            changes.retire_indicator(context.db, context.actor, indicator.name)
            retired = texts.RETIRED(context.language, name=indicator)
            await show_indicators(update, context, retired)
        case _:
            changed = changes.set_indicator_total(context.db, context.actor, _pressed(context, key[0]).name, choice)
            await _show_one(update, context, changed)


def _adds_indicator(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a text adds an indicator while an open dialog asks about something else."""
    question = open_question(talk)
    asks_for_one = question is not None and question.key in ("indicators", "line")
    return not asks_for_one and begins_indicator(text)


@reader(for_=For.COORDINATORS, names=_adds_indicator)
async def add_indicator_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Add the indicator that a coordinator describes in one line, or begin the dialog for it; return True if the
    message was about that. Raises IndicatorKnown or IndicatorUnreadable."""
    text = text_of(update)
    if not says_new_indicator(text):
        return await _propose(update, context, text)
    new = changes.read_indicator(text)
    added = changes.add_indicator(context.db, context.actor, new)
    await show_indicators(update, context, texts.ADDED(context.language, name=added.name), LAST)
    return True


async def _propose(update: Update, context: Context, text: str) -> bool:
    """Begin a dialog with the missing parts of a new indicator filled in, or empty if that is impossible; return True
    if the message asks for a new indicator."""
    if not begins_indicator(text):
        return False
    try:
        answers = _checked(context, completed_indicator(text))
        await begin(update, context, PROPOSED, update.update_id, answers=answers)
    except IndicatorUnclear:
        await begin(update, context, NEW, 0)
    return True


async def show_indicators(update: Update, context: Context, first: Html = NOTHING, page: int = 0) -> None:
    """Show a page of the indicators, each with a button, below the text `first`."""
    await show(update, context, *_list(context, first, page))


def _list(context: Context, first: Html = NOTHING, page: int = 0) -> tuple[Html, InlineKeyboardMarkup]:
    """Return a page of the indicators with a button for each, and those to turn it, to add one and to go back."""
    language, known = context.language, indicators(context.db)
    shown = page_of(known, page, A_PAGE)
    each = [button(indicator_name(one, language), Verb.INDICATOR, "open", _key(one)) for one in shown.shown]
    ways = page_buttons(Verb.INDICATOR, lambda number: ("list", number), shown.number, shown.pages, language)
    new = button(texts.NEW(language), Verb.INDICATOR, "new")
    back = button(labels.BACK(language), Verb.SETTING, "show")
    text = join([first, texts.indicator_list(shown, len(known), language)])
    return text, with_undo(context, [*in_rows(each, 2), ways, [new], [back]])


async def _show_one(update: Update, context: Context, indicator: IndicatorWords) -> None:
    language, other = context.language, OTHER[indicator.total]
    change = button(texts.CHANGE_TO[other](language), Verb.INDICATOR, other, _key(indicator))
    retire = button(texts.RETIRE(language), Verb.INDICATOR, "retire", _key(indicator))
    back = button(labels.BACK(language), Verb.INDICATOR, "list", indicators(context.db).index(indicator) // A_PAGE)
    keyboard = with_undo(context, [[change, retire], [back]])
    await show(update, context, texts.page(indicator, language), keyboard)


def _key(indicator: IndicatorWords) -> int:
    """Return a short key for an indicator's button: its name may be too long, and its place in the list may change."""
    return crc32(indicator.name.encode())


def _pressed(context: Context, key: str) -> IndicatorWords:
    """Return the indicator that a button's key stands for. Raises StaleButton if it is retired."""
    return still_there(next((each for each in indicators(context.db) if _key(each) == int(key)), None))


def _checked(context: Context, line: str) -> dict[str, str]:
    """Return the line of a new indicator as an answer. Raises what `is_new_indicator` and `read_indicator` raise."""
    changes.is_new_indicator(context.db, changes.read_indicator(line))
    return {"line": line}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    new = changes.read_indicator(dialog.answers["line"])
    added = changes.add_indicator(context.db, context.actor, new)
    return Ending(*_list(context, texts.ADDED(context.language, name=added.name), LAST))


def _preview(talk: Talk[None]) -> Html:
    """Return the preview of the new indicator. Raises IndicatorKnown or IndicatorUnreadable."""
    new = changes.read_indicator(talk.answers["line"])
    changes.is_new_indicator(talk.context.db, new)
    return texts.PROPOSED(talk.language, line=texts.indicator_line(new, talk.language))


PROPOSED: Declaration[None] = Declaration(
    kind="indicator_proposed",
    questions=(
        Question(
            "line",
            label=texts.NEW,
            put=texts.WHICH,
            read=lambda talk, text: _checked(talk.context, completed_indicator(text)),
            shown=lambda talk: talk.answers["line"],
        ),
    ),
    preview=_preview,
    finish=_finish,
    waits=texts.NEW_WAITS,
)
"""The dialog for an indicator described in part: only the preview is left to be confirmed."""
NEW: Declaration[None] = Declaration(
    kind="indicator",
    questions=(
        Question("line", label=texts.NEW, put=texts.WHICH, read=lambda talk, text: _checked(talk.context, text)),
    ),
    finish=_finish,
    waits=texts.NEW_WAITS,
    leave=lambda update, context, dialog: show_indicators(update, context),
)
"""The dialog 新增指标, which asks for a new indicator in one line and adds it at once."""
