"""A task's card: what the plan says of it, and how it stands."""

from telegram import Update

from data.errors import StaleButton
from data.office.extensions import waiting_on
from data.reporting.figures import figures_of_report
from data.standing.assignments import TaskCard, code_of, task_card
from handlers.tasks import keyboard as buttons
from handlers.tasks.selection import Listing
from handlers.tasks.texts import card as texts
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.report_lines import figures_text
from handlers.telegram.sending import acknowledge, answer, show
from handlers.telegram.wording import Html, Language


async def open_card(update: Update, context: Context) -> None:
    """The card of the task whose button was pressed; one of a list out of a summary in place of the list."""
    assert update.callback_query is not None
    task_id, *listing = unpack(update.callback_query.data).arguments
    code = code_of(context.db, int(task_id))
    if not code:
        raise StaleButton
    back = Listing.unpack(tuple(listing)) if listing else None
    await acknowledge(update)
    await show_card(update, context, code, back)


def card_for_all(card: TaskCard, language: Language) -> Html:
    """A task's card as everybody may see it, without what was reported."""
    return texts.card(card, [], [], None, language)


async def show_card(update: Update, context: Context, code: str, back: tuple[Listing, int] | None = None) -> None:
    """A task's card, for those who may see the task; with a way `back` in place of that page of a list. Raises
    UnknownTask otherwise."""
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
    office = person.is_coordinator
    others = [each for each in card.assignments if office and each not in mine]
    keyboard = buttons.card(
        card.id, mine, context.language, for_office=office, others=others, to_nudge=is_open, back=back
    )
    await (answer if back is None else show)(update, context, text, keyboard)
