"""A task's card: what the plan says of it, and how it stands."""

from telegram import Update

from data.errors import StaleButton
from data.office.extensions import waiting_on
from data.plan.tasks import TaskCard, code_of, task_card
from data.reporting.figures import figures_of_report
from handlers.tasks import keyboard as buttons
from handlers.tasks.texts import card as texts
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.report_lines import figures_text
from handlers.telegram.sending import acknowledge, answer
from handlers.telegram.wording import Html, Language


async def open_card(update: Update, context: Context) -> None:
    """The card of the task whose button was pressed."""
    assert update.callback_query is not None
    [task_id] = unpack(update.callback_query.data).arguments
    code = code_of(context.db, int(task_id))
    if not code:
        raise StaleButton
    await acknowledge(update)
    await show_card(update, context, code)


def card_for_all(card: TaskCard, language: Language) -> Html:
    """A task's card as everybody may see it, without what was reported."""
    return texts.card(card, [], [], None, language)


async def show_card(update: Update, context: Context, code: str) -> None:
    """A task's card, for those who may see the task. Raises UnknownTask otherwise."""
    person = context.person
    card = task_card(context.db, code, context.today, context.zone, person.may_see)
    mine = [each for each in card.assignments if each.unit_id in person.speaks_for]
    asked = [waiting_on(context.db, each.id or 0, context.today, context.zone) for each in mine]
    asked_until = next((each.proposed for each in asked if each), None)
    told = card.assignments if person.sees_everything else mine
    figures = {
        each.last.id: figures_text(figures_of_report(context.db, each.last.id), context.language)
        for each in told
        if each.last is not None
    }
    text = texts.card(card, mine, told, asked_until, context.language, figures)
    is_open = any(not each.finished for each in card.assignments)
    keyboard = buttons.card(card.id, mine, context.language, for_office=person.is_coordinator, to_nudge=is_open)
    await answer(update, context, text, keyboard)
