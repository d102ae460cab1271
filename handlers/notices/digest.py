"""The buttons of the digest: its pages, the actions on a task, and putting a task off."""

from datetime import date

from telegram import Update

from data.errors import StaleButton, still_there
from data.notices.contents import Content
from data.notices.digests import content_of_sent_digest
from data.notices.pauses import snooze
from data.plan.workdays import workdays
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment
from handlers.notices import keyboard as buttons
from handlers.notices.keyboard import NO_MESSAGE
from handlers.notices.morning import MorningDigest
from handlers.notices.texts import digest as texts
from handlers.office import review
from handlers.reporting.no_change import store_no_change
from handlers.steps.page import tick
from handlers.telegram import Context, Rows, Verb, answer, button, day_in, keyboard_of, pressed, show
from handlers.wording import NOTHING, Html, Language, day_text, join
from handlers.wording.task_lines import of_several_units


async def press_notice(update: Update, context: Context) -> None:
    """Handle a button of the digest. Raises StaleButton if it is of another chat, and what the use-cases raise."""
    number, choice, *rest = pressed(update)
    match choice:
        case "page":
            await _show_list(update, context, int(number), page=int(rest[0]))
        case "open":
            await _show_actions(update, context, int(number), int(rest[0]))
        case "later":
            await _ask_when(update, context, int(number), int(rest[0]))
        case "until":
            await _put_off(update, context, int(number), int(rest[0]), day_in(rest[1]))
        case "same":
            await _report_unchanged(update, context, int(number), int(rest[0]))
        case "step":
            await _tick(update, context, int(number), int(rest[0]))
        case "all" if context.person.is_coordinator:
            text, rows = load_morning(context, int(number)).opened(int(rest[0]))
            await answer(update, context, still_there(text), keyboard_of(*rows))
        case "review" if context.person.is_coordinator:
            await review.review_command(update, context)
        case _:
            raise StaleButton


def load_morning(context: Context, outbox_id: int) -> MorningDigest:
    """Return the digest with this id in the outbox as it stands now. Raises StaleButton if it is of another chat."""
    said = content_of_sent_digest(context.db, outbox_id, context.private_chat_id, context.now)
    return MorningDigest(said, outbox_id, context.language)


async def _show_list(update: Update, context: Context, outbox_id: int, *, page: int = 0, first: Html = NOTHING) -> None:
    now = load_morning(context, outbox_id)
    text, rows = _rendered(now, context.today, page, first)
    await show(update, context, text, keyboard_of(*rows) if rows else None)


def present_digest(said: Content, outbox_id: int, day: date, language: Language) -> tuple[Html, Rows]:
    """Return the first page of a day's digest as it stands now, with its buttons."""
    return _rendered(MorningDigest(said, outbox_id, language), day)


def _rendered(now: MorningDigest, day: date, page: int = 0, first: Html = NOTHING) -> tuple[Html, Rows]:
    """Return a page below `first`; if no line is left, only `first`, or that all is done."""
    if not now.lines and not now.said.unreachable:
        day_said = day_text(day, now.language, now.said.today)
        return first or texts.nothing_left(day_said, now.said.put_off, now.language), []
    return join([first, now.text(page)], "\n\n"), now.rows(page)


async def _show_actions(update: Update, context: Context, outbox_id: int, assignment_id: int) -> None:
    """Show what can be done about a task in place of the digest, or say that it needs nothing any more."""
    now = load_morning(context, outbox_id)
    task = next((each for each in now.said.own if each.id == assignment_id), None)
    if task is None:
        code = assignment_to_report_on(context.db, context.person, assignment_id, context.today).code
        await _show_list(update, context, outbox_id, first=texts.NO_LONGER(context.language, code=code))
        return
    rows = [
        *buttons.actions(outbox_id, task, context.language),
        [button(texts.BACK(context.language), Verb.NOTICE, outbox_id, "page", now.page_of(assignment_id))],
    ]
    text = texts.actions(task, context.language, named=of_several_units(now.said.own))
    await show(update, context, text, keyboard_of(*rows))


async def _ask_when(update: Update, context: Context, outbox_id: int, assignment_id: int) -> None:
    """Handle 稍后提醒: ask until when."""
    task = assignment_to_report_on(context.db, context.person, assignment_id, context.today)
    rows = buttons.put_off_days(outbox_id, task, workdays(context.db), context.language)
    await show(update, context, texts.WHEN(context.language, code=task.code), keyboard_of(*rows))


async def ask_until_when(update: Update, context: Context, task: Assignment, first: Html) -> None:
    """Ask, below `first`, until when a task is to be put off, if a sentence did not say."""
    rows = buttons.put_off_days(NO_MESSAGE, task, workdays(context.db), context.language)
    await answer(update, context, join([first, texts.WHEN(context.language, code=task.code)]), keyboard_of(*rows))


async def _put_off(update: Update, context: Context, outbox_id: int, assignment_id: int, until: date) -> None:
    task = snooze(context.db, context.actor, assignment_id, until)
    first = texts.put_off([task], until, context.language, context.today)
    if outbox_id == NO_MESSAGE:
        await show(update, context, first)
    else:
        await _show_list(update, context, outbox_id, first=first)


async def _tick(update: Update, context: Context, outbox_id: int, step_id: int) -> None:
    """Mark a step as done, show the digest without its line, and say below how to undo it."""
    text, keyboard = tick(context, step_id)
    await _show_list(update, context, outbox_id)
    await answer(update, context, text, keyboard)


async def _report_unchanged(update: Update, context: Context, outbox_id: int, assignment_id: int) -> None:
    """Report 本期无变化 on one task, show the digest without its line, and say below how to withdraw the report."""
    message = update.effective_message
    text, keyboard = store_no_change(context, [assignment_id], message.message_id if message else 0)
    await _show_list(update, context, outbox_id)
    await answer(update, context, text, keyboard)
