"""/deputy: a liaison names a deputy by a link, recalls one, and chooses who gets the unit's notices."""

from datetime import date, timedelta

from telegram import Update
from telegram.helpers import create_deep_linked_url

from data.errors import DayTooEarly, DayUnclear
from data.office.extension_request import day_asked_for
from data.people.deputies import Appointment, arrangement, find_deputy, hear_alone, name_deputy, recall
from data.people.people import Person
from data.reporting.questions import Asked, Question, ask_question, close_question
from handlers.people import keyboard as buttons
from handlers.people.texts import deputies as texts
from handlers.telegram.callbacks import day_in, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, show
from handlers.telegram.wording import Html, Language

A_MONTH = timedelta(days=30)


def appointment_letter(appointment: Appointment, reader: Person, language: Language) -> Html:
    """What somebody hears of a deputy who has come or gone."""
    return texts.appointment_text(appointment, reader, language)


async def deputy_command(update: Update, context: Context) -> None:
    """/deputy: who stands in for the unit; of several units, for which."""
    units = context.person.liaison_for
    if len(units) > 1:
        await answer(update, context, texts.WHICH_UNIT(context.language), buttons.units(units))
        return
    await _show(update, context, units[0].unit_id or 0)


async def press(update: Update, context: Context) -> None:
    """A choice by button. Raises NotYours and StaleButton."""
    assert update.callback_query is not None
    choice, number, *days = unpack(update.callback_query.data).arguments
    subject = int(number)
    match choice:
        case "until":
            await _name(update, context, subject, day_in(days[0]))
        case "open":
            await _name(update, context, subject, None)
        case "name":
            await _ask_until(update, context, subject)
        case "recall":
            await _ask_whether(update, context, subject)
        case "end":
            unit_id = recall(context.db, context.person, subject, context.now, context.zone, source(update))
            await _show(update, context, unit_id)
        case "alone" | "both":
            hear_alone(context.db, context.person, subject, choice == "alone", context.now, source(update))
            await _show(update, context, subject)
        case _:
            close_question(context.db, context.person.id)
            await _show(update, context, subject)


async def write_until(update: Update, context: Context, question: Question) -> None:
    """Take a last day, given as a day or as a length of time; where it cannot be one, say why and ask again."""
    assert update.message is not None
    today = context.today
    try:
        day = day_asked_for(update.message.text or "", today, today, today + A_MONTH)
        await _name(update, context, question.subject_id, day)
    except (DayUnclear, DayTooEarly) as mistake:
        keyboard = buttons.spans(question.subject_id, today, context.language)
        await answer(update, context, refusal(mistake, context.language), keyboard)


async def _show(update: Update, context: Context, unit_id: int) -> None:
    """Who stands in for a unit, as it is now."""
    present = arrangement(context.db, context.person, unit_id, context.now)
    await acknowledge(update)
    text = texts.arrangement_text(present, context.language)
    await show(update, context, text, buttons.arrangement(present, context.language))


async def _ask_until(update: Update, context: Context, unit_id: int) -> None:
    present = arrangement(context.db, context.person, unit_id, context.now)
    ask_question(context.db, context.person.id, Asked.DEPUTY_UNTIL, unit_id, update.update_id, context.now)
    await acknowledge(update)
    text = texts.which_span(present, context.today + A_MONTH, context.language)
    await show(update, context, text, buttons.spans(unit_id, context.today, context.language))


async def _name(update: Update, context: Context, unit_id: int, until: date | None) -> None:
    """The link, in a message of its own that can be forwarded."""
    present = arrangement(context.db, context.person, unit_id, context.now)
    token = name_deputy(context.db, context.person, unit_id, until, context.now, context.zone, source(update))
    await acknowledge(update)
    await show(update, context, texts.PASS_ON(context.language))
    link = create_deep_linked_url(context.bot.username, token)
    text = texts.link_text(context.person.name, present.unit, until, link, context.language)
    await answer(update, context, text)


async def _ask_whether(update: Update, context: Context, membership_id: int) -> None:
    deputy = find_deputy(context.db, context.person, membership_id)
    await acknowledge(update)
    await show(update, context, texts.sure(deputy, context.language), buttons.recalling(deputy, context.language))
