"""暂停提醒: a unit is not reminded until a day."""

from datetime import date, timedelta
from functools import partial

from telegram import Update

from data.dialogs import Dialog
from data.notices.pauses import check_last_day, end_pause, pause_unit, pauses
from data.plan.deadlines.day_answer import read_day
from data.plan.units import unit_name
from handlers.dialog import Declaration, Ending, Question, Talk
from handlers.settings.page import show_page
from handlers.settings.reminder_rules import week_with
from handlers.settings.texts import pauses as texts
from handlers.telegram import Context, Html, Rows, Verb, button, day_text, html, join, with_undo
from handlers.telegram.understanding import unit_named
from handlers.telegram.wording import NOTHING

_DAY = timedelta(days=1)


async def show_pauses(update: Update, context: Context, first: Html = NOTHING) -> None:
    """The units that are paused, each with the way back."""
    language = context.language
    paused = [each for each in pauses(context.db) if each.until >= context.today]
    rows: Rows = [[button(texts.PAUSE_UNIT(language), Verb.SETTING, "pause", 0)]]
    rows += [[button(texts.RESUME(language, unit=each.unit), Verb.SETTING, "resume", each.unit_id)] for each in paused]
    await show_page(update, context, join([first, texts.pauses_page(paused, language)]), rows)


async def resume(update: Update, context: Context, unit_id: int) -> None:
    """Remind a unit again."""
    end_pause(context.db, context.actor, unit_id)
    await show_pauses(update, context, texts.RESUMED(context.language, unit=unit_name(context.db, unit_id)))


def _read_unit(talk: Talk[None], text: str) -> dict[str, int]:
    return {"unit": unit_named(talk.context, text).id}


def last_day_answer(text: str, today: date) -> dict[str, str]:
    """The answer that the last day of a pause gives. Raises DayUnclear, DayTooEarly and PauseTooLong."""
    return {"until": str(check_last_day(read_day(text, today, today + 7 * _DAY), today))}


def _unit_name(talk: Talk[None]) -> str:
    return unit_name(talk.context.db, talk.answers.get("unit", 0))


def _pause_preview(talk: Talk[None]) -> Html:
    context, until = talk.context, date.fromisoformat(talk.answers["until"])
    words = texts.PAUSE_LINE(talk.language, unit=_unit_name(talk), until=day_text(until, talk.language))
    change = partial(pause_unit, context.db, context.actor, talk.answers["unit"], until)
    return join([words, week_with(context, change)])


def _finish_pause(context: Context, dialog: Dialog, value: str) -> Ending:
    unit_id, until = dialog.answers["unit"], date.fromisoformat(dialog.answers["until"])
    pause_unit(context.db, context.actor, unit_id, until)
    unit = unit_name(context.db, unit_id)
    text = texts.PAUSED(context.language, unit=unit, until=day_text(until, context.language))
    back = button(texts.PAUSES(context.language), Verb.SETTING, "pauses")
    return Ending(text, with_undo(context, [[back]]))


PAUSE: Declaration[None] = Declaration(
    kind="pause",
    office=True,
    questions=(
        Question(
            "unit", label=texts.UNIT, put=texts.WHICH_UNIT, read=_read_unit, shown=lambda talk: html(_unit_name(talk))
        ),
        Question(
            "until",
            label=texts.UNTIL,
            put=texts.UNTIL_WHEN,
            read=lambda talk, text: last_day_answer(text, talk.context.today),
            shown=lambda talk: html(talk.answers.get("until", "")),
        ),
    ),
    preview=_pause_preview,
    finish=_finish_pause,
    waits=texts.PAUSE_WAITS,
)
"""暂停提醒, declared: which unit, until when."""
