"""暂停提醒: the page and the dialog that pause a unit's reminders until a day."""

from datetime import date, timedelta
from functools import partial

from telegram import Update

from data.announcing.addressees import addressees_named
from data.announcing.recipients import units_to_tell
from data.dialogs import Dialog
from data.notices.pauses import checked_end, end_pause, pause_unit, pauses
from data.plan.deadlines.day_answer import read_day
from data.plan.units import unit_name
from data.store import transaction
from data.understanding import Kind, Order, Understanding, find_order, says, values_of
from data.understanding.announcing.addressees import names_of_everybody, orders_others
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.list_exceptions import units_in
from data.understanding.polarity import urges_nobody
from data.understanding.settings.setting_asked import AskedSetting
from handlers.announcing.recipient_questions import unit_members
from handlers.dialog import Again, Answers, Declaration, Ending, Question, Talk, acts_on
from handlers.settings.page import show_page
from handlers.settings.reminder_rules import week_before_and_after
from handlers.settings.texts import calendar as texts
from handlers.telegram import Context, For, Rows, Verb, answer, button, hear, unit_named, with_undo
from handlers.wording import NOTHING, Html, day_text, join, labels, series

_DAY = timedelta(days=1)


async def show_pauses(update: Update, context: Context, first: Html = NOTHING) -> None:
    """Show the paused units, each with a button to resume, below the text `first`."""
    language = context.language
    paused = [each for each in pauses(context.db) if each.until >= context.today]
    rows: Rows = [[button(texts.PAUSE_UNIT(language), Verb.SETTING, "pause", 0)]]
    rows += [[button(texts.RESUME(language, unit=each.unit), Verb.SETTING, "resume", each.unit_id)] for each in paused]
    await show_page(update, context, join([first, texts.pauses_page(paused, language)]), rows)


def _paused(context: Context) -> list[str]:
    return [each.unit for each in pauses(context.db) if each.until >= context.today]


def _reminded_again(context: Context, heard: Understanding) -> Understanding | None:
    """Return a sentence that says that a paused unit, or everybody, is reminded again, if any unit is paused."""
    paused = _paused(context) if says(heard, "settings.reminded_again", "settings.pause_undone") else []
    named = {*units_in(heard)} & {*paused} or names_of_everybody(heard.text)
    return heard if paused and named else None


@acts_on(_reminded_again, for_=For.COORDINATORS)
async def show_pauses_to_end(update: Update, context: Context, said: Understanding) -> None:
    """Show the paused units, each with the button that ends its pause."""
    await show_pauses(update, context)


def _task_put_off(context: Context, heard: Understanding) -> Order | None:
    return None if context.person.speaks_for else find_order(heard, "settings.task_put_off")


@acts_on(_task_put_off, for_=For.COORDINATORS, known=False)
async def tell_that_units_are_paused(update: Update, context: Context, put_off: Order) -> None:
    """Show the paused units, saying that no single task is paused."""
    await show_pauses(update, context, texts.NOT_ONE_TASK(context.language, code=put_off.code))


def _units_left_alone(context: Context, heard: Understanding) -> tuple[str, ...] | None:
    alone = says(heard, "settings.left_alone") and urges_nobody(heard.text.lower())
    return values_of(heard, Kind.UNIT) if alone else None


@acts_on(_units_left_alone, for_=For.COORDINATORS)
async def tell_how_to_pause(update: Update, context: Context, units: tuple[str, ...]) -> None:
    """Say that units which are not to be urged have not been, and how their reminders are paused."""
    await answer(update, context, texts.NOT_URGED(context.language, units=units))


async def show_pause_of(update: Update, context: Context, unit: str) -> None:
    """Show the paused units; say so if a unit that is named is not among them."""
    none = unit and unit not in _paused(context)
    await show_pauses(update, context, texts.NOT_PAUSED(context.language, unit=unit) if none else NOTHING)


async def end_unit_pause(update: Update, context: Context, unit_id: int) -> None:
    """End the pause of a unit and show the page."""
    end_pause(context.db, context.actor, unit_id)
    await show_pauses(update, context, texts.RESUMED(context.language, unit=unit_name(context.db, unit_id)))


def _read_units(talk: Talk[None], text: str) -> Answers:
    """Return the units that `text` names as an answer. Raises UnknownUnit if it names none."""
    named = addressees_named(talk.context.db, hear(talk.context, text))
    if named.everybody:
        return {"unit": [each.id for each in units_to_tell(talk.context.db)]}
    return {"unit": [*named.unit_ids] or [unit_named(talk.context, text).id]}


def last_day_answer(text: str, today: date) -> dict[str, str]:
    """Return the last day of a pause named in `text` as an answer. Raises DayUnclear, DayTooEarly or PauseTooLong."""
    return last_day_of(read_day(text, today, today + 7 * _DAY), today)


def last_day_of(until: date, today: date) -> dict[str, str]:
    """Return the last day of a pause as an answer. Raises DayTooEarly or PauseTooLong."""
    return {"until": str(checked_end(until, today, today))}


def is_of_all(asked: AskedSetting) -> bool:
    """Return whether a sentence means all units."""
    return bool(names_of_everybody(asked.text)) or says(asked.text, "settings.whole_city")


def units_asked(context: Context, asked: AskedSetting) -> list[int]:
    """Return the ids of the units that a sentence pauses, or none if it names none."""
    named = addressees_named(context.db, hear(context, asked.text)).unit_ids
    return [*named] or ([each.id for each in units_to_tell(context.db)] if is_of_all(asked) else [])


def end_asked(context: Context, asked: AskedSetting) -> Answers:
    """Return the last day of a pause: named, given by its length (停一周), or the one before it is taken up again
    (下周一再说), if any. Raises DayTooEarly and PauseTooLong."""
    days = find_days(asked.text, context.today) if says(asked.text, "settings.taken_up_again") else ()
    if days:
        begins = days[-1].first if days[-1].first > context.today else days[-1].last
        return last_day_of(begins - _DAY, context.today)
    if asked.dated:
        return last_day_answer(asked.text, context.today)
    length = length_in_days(asked.text)
    return last_day_of(context.today + timedelta(days=length), context.today) if length else {}


def _change_until(talk: Talk[None], text: str) -> Answers:
    heard = hear(talk.context, text)
    named = heard.names(Kind.TIME) and not orders_others(heard)
    return last_day_answer(text, talk.context.today) if named else {}


def _units(dialog: Dialog) -> list[int]:
    """Return the ids of the chosen units; former releases stored a single id."""
    chosen = dialog.answers.get("unit") or []
    return [chosen] if isinstance(chosen, int) else [*chosen]


def _names(context: Context, dialog: Dialog) -> str:
    units, all_units = _units(dialog), [each.id for each in units_to_tell(context.db)]
    if len(units) > 1 and set(units) == set(all_units):
        return texts.ALL_UNITS(context.language, count=len(units))
    return series([unit_name(context.db, each) for each in units], context.language)


def _pause_all(context: Context, dialog: Dialog) -> None:
    with transaction(context.db):
        for each in _units(dialog):
            pause_unit(context.db, context.actor, each, date.fromisoformat(dialog.answers["until"]))


def _pause_preview(talk: Talk[None]) -> Html:
    context, until = talk.context, date.fromisoformat(talk.answers["until"])
    units = _names(context, talk.dialog)
    words = texts.PAUSE_LINE(talk.language, unit=units, until=until)
    return join([words, week_before_and_after(context, partial(_pause_all, context, talk.dialog))])


def _finish_pause(context: Context, dialog: Dialog, value: str) -> Ending:
    _pause_all(context, dialog)
    until = day_text(date.fromisoformat(dialog.answers["until"]), context.language)
    text = texts.PAUSED(context.language, unit=_names(context, dialog), until=until)
    back = button(labels.PAUSES(context.language), Verb.SETTING, "pauses")
    return Ending(text, with_undo(context, [[back]]))


PAUSE: Declaration[None] = Declaration(
    kind="pause",
    questions=(
        Question(
            "unit",
            label=texts.UNIT,
            put=texts.WHICH_UNIT,
            read=_read_units,
            members=unit_members(lambda talk: _units(talk.dialog), lambda units: {"unit": units}),
            shown=lambda talk: _names(talk.context, talk.dialog),
        ),
        Question(
            "until",
            label=texts.UNTIL,
            put=texts.UNTIL_WHEN,
            read=lambda talk, text: last_day_answer(text, talk.context.today),
            change=_change_until,
            changed_anywhere=True,
            shown=lambda talk: talk.answers.get("until", ""),
        ),
    ),
    preview=_pause_preview,
    finish=_finish_pause,
    again=Again("until"),
    waits=texts.PAUSE_WAITS,
)
"""The dialog 暂停提醒, which asks for the units and the last day."""
