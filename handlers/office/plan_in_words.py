"""What the office says of the plan in words: an event that has happened, a task that is to be changed."""

from telegram import Update

from data.office.events import names_event_surely
from data.understanding import Aim, Understanding
from handlers.office import event_days
from handlers.office.texts.plan_in_words import WHAT_CAN_BE_CHANGED
from handlers.telegram.context import Context
from handlers.telegram.sending import answer


async def plan_said(update: Update, context: Context, text: str, meaning: Understanding) -> bool:
    """Whether a sentence of the office surely changes the plan; its dialog is then begun."""
    surely = meaning.aim is Aim.PLAN or names_event_surely(context.db, text)
    return surely and await event_days.event_said(update, context, text)


async def plan_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """What is most likely meant to change the plan: begin that, or say what can be changed, and how."""
    text = (update.message and update.message.text) or meaning.text
    if not await plan_said(update, context, text, meaning):
        await answer(update, context, WHAT_CAN_BE_CHANGED(context.language))
