"""A task's card: what the plan says about it, and how it stands."""

from telegram import Update

from data.office.extensions import waiting_for_decision
from data.office.task_notes import open_notes_on
from data.plan.tasks import code_of
from data.plan.units import known_names
from data.reporting.attachments import newest_evidence
from data.reporting.figures import figures_of_report
from data.reporting.reviews import FullReport, waiting_for_review
from data.standing.assignments import Assignment, TaskCard, task_card
from data.steps.changes import own_step
from data.understanding import Mood, Understanding, says
from handlers.dialog import acts_on
from handlers.dialog.opening import remember_card_above
from handlers.steps import page
from handlers.tasks import keyboard as buttons
from handlers.tasks.own_tasks import assignment_shown_last
from handlers.tasks.selection import Listing
from handlers.tasks.texts import card as texts
from handlers.telegram import Context, Rows, answer, pressed, show, still_there
from handlers.wording import Html, Language
from handlers.wording.report_lines import figures_text


async def open_card(update: Update, context: Context) -> None:
    """Show the card of the pressed task; from a list that was opened from a summary, in place of the list."""
    task_id, *listing = pressed(update)
    code = still_there(code_of(context.db, int(task_id)))
    back = Listing.unpack(tuple(listing)) if listing else None
    await show_card(update, context, code, back)
    remember_card_above(update, context)


def card_for_all(card: TaskCard, language: Language) -> Html:
    """Return a task's card as anybody may see it, without its reports."""
    return texts.card(texts.CardShown(card), language)


async def show_card(
    update: Update,
    context: Context,
    code: str,
    back: tuple[Listing, int] | None = None,
    *,
    in_place: bool = False,
    beneath: Rows = buttons.NO_ROWS,
) -> None:
    """Show a task's card, with the buttons `beneath` it last. `back` is the page of a list that the card replaces and
    leads back to; `in_place` replaces the pressed message. Raises UnknownTask if the user may not see the task."""
    person = context.person
    shown = _card_shown(context, task_card(context.db, code, context.today, person.may_see))
    text = texts.card(shown, context.language)
    steps = page.step_buttons_below_card(context, shown.card.id, shown.mine, shown.told)
    keyboard = buttons.card(shown, context.language, steps=steps, back=back, beneath=beneath)
    await (show if in_place or back is not None else answer)(update, context, text, keyboard)


def _card_asked_about(context: Context, heard: Understanding) -> Assignment | None:
    asks = Mood.ASKS in heard.moods and says(heard, "matters.others_on_it", "matters.of_its_card")
    return assignment_shown_last(context) if asks else None


@acts_on(_card_asked_about, known=False)
async def show_card_again(update: Update, context: Context, shown: Assignment) -> None:
    """Show the card of the task shown last if a sentence asks what it tells (这项还有谁在做, 什么时候到期)."""
    await show_card(update, context, shown.code)


def _card_shown(context: Context, card: TaskCard) -> texts.CardShown:
    person = context.person
    mine = [each for each in card.assignments if each.unit_id in person.speaks_for]
    told = card.assignments if person.sees_everything else mine
    waiting = {each.assignment.id: each for each in waiting_for_decision(context.db, context.today)}
    evidence = newest_evidence(context.db, [each.id for each in told])
    return texts.CardShown(
        card,
        mine,
        told,
        asked=[waiting[each.id] for each in told if each.id in waiting],
        figures={
            each.last.id: figures_text(figures_of_report(context.db, each.last.id), context.language)
            for each in told
            if each.last is not None
        },
        steps=page.steps_on_card(context, told),
        notes=open_notes_on(context.db, card.id) if person.is_coordinator else [],
        evidence=[(each, *evidence[each.id]) for each in told if each.id in evidence],
        to_review=_to_review(context, card) if person.is_coordinator else [],
        for_office=person.is_coordinator,
        short=known_names(context.db).short,
    )


def _to_review(context: Context, card: TaskCard) -> list[FullReport]:
    reported = {each.id for each in card.assignments}
    return [each for each in waiting_for_review(context.db) if each.assignment_id in reported]


async def tick_step(update: Update, context: Context) -> None:
    """Handle the ✓ of a step below a card: update the card and send a confirmation with a button that undoes it. Raises
    whatever `set_done` raises."""
    [step_id] = pressed(update)
    text, keyboard = page.tick(context, int(step_id))
    code = own_step(context.db, context.person, int(step_id), context.today).code
    await show_card(update, context, code, in_place=True)
    await answer(update, context, text, keyboard)
