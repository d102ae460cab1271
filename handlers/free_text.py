"""What is said without a command: an answer to an open question, or a sentence to be understood."""

from telegram import Update

from data.drafts import find_draft
from data.understanding import Intent, Speaker, Understanding, understand
from handlers import keyboards, reporting, start, summary, tasks
from handlers.context import Context
from handlers.listing import Filter, Listing
from handlers.replies import acknowledge, answer
from handlers.texts import messages as m


async def text_or_file(update: Update, context: Context) -> None:
    """Take what was written as the answer to the open question, else as something to be understood."""
    message = update.message
    assert message is not None
    meaning = hear(context, message.text) if message.text else None
    if meaning is not None and meaning.intent is Intent.CANCEL:
        await reporting.cancel(update, context)
        return
    draft = find_draft(context.db, context.person.id)
    if draft is not None and draft.awaits_text:
        await reporting.write(update, context, draft)
    elif meaning is None:
        await answer(update, context, m.TEXT_ONLY(context.language))
    else:
        await act_on(update, context, meaning)


def hear(context: Context, text: str) -> Understanding:
    """What a sentence means, said by this person today."""
    speaker = Speaker(context.person.units, context.person.sees_everything)
    return understand(text, context.bot_data.words.current(), speaker, context.today)


async def act_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for. Nothing is written here: a report begins its dialog."""
    match meaning.intent:
        case Intent.TASKS | Intent.DEADLINES:
            await tasks.show_list(update, context, _listing(meaning, context))
        case Intent.TASK if meaning.task:
            await tasks.show_card(update, context, meaning.task)
        case Intent.REPORT if meaning.task:
            await reporting.begin_on_code(update, context, meaning.task)
        case Intent.REPORT:
            await reporting.update_command(update, context)
        case Intent.SUMMARY:
            await summary.summary(update, context)
        case Intent.HELP:
            await start.show_help(update, context)
        case Intent.GREETING:
            menu = keyboards.menu(context.person, context.language)
            await answer(update, context, m.GREETING(context.language), menu)
        case _:
            await answer(update, context, m.NOT_UNDERSTOOD(context.language))


async def anything_else(update: Update, context: Context) -> None:
    """A command that does not exist here."""
    await answer(update, context, m.NOT_UNDERSTOOD(context.language))


async def stale_press(update: Update, context: Context) -> None:
    """A button of a shape that no conversation has."""
    await acknowledge(update, m.STALE(context.language))


def _listing(meaning: Understanding, context: Context) -> Listing:
    """The list that a sentence asks for."""
    if meaning.overdue:
        return Listing(Filter.OVERDUE)
    if meaning.start is not None or meaning.end is not None:
        return Listing(Filter.DUE, meaning.start or context.today, meaning.end or meaning.start)
    if meaning.status is not None:
        return Listing(Filter(meaning.status.replace("_", "")))
    if meaning.intent is Intent.DEADLINES:
        return tasks.coming_up(context)
    return Listing(Filter.ALL)
