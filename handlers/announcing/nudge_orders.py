"""/nudge, 催一下农业局 in words, and 催办 below a task: what begins a nudge; and what has come of those before."""

from collections.abc import Sequence

from telegram import Update

from data.announcing.addressees import addressed, asks_for_letters
from data.announcing.nudges import nudged_lately, to_ask_of
from data.announcing.nudging_times import only_asks
from data.announcing.tasks_to_nudge import tasks_asked_for
from data.errors import StaleButton
from data.plan.plan import current_plan
from data.plan.tasks import code_of
from data.standing.assignments import Assignment, assignment_by_id, assignments
from data.standing.check_ins import is_to_report
from data.understanding import Understanding
from data.understanding.orders import Said
from handlers.announcing.nudge import NUDGE
from handlers.announcing.nudge_parts import Answered, check_part, part_answers, parts_said, without_manner
from handlers.announcing.reminder_letters import send_letter, show_units
from handlers.announcing.texts import nudge as texts
from handlers.announcing.texts.nudged_lately import nudged_text
from handlers.dialog import acts_on, begin, if_so, saying
from handlers.tasks.list import list_shown
from handlers.tasks.list_contents import listed
from handlers.telegram import NOTHING, Context, For, Html, answer, hear, pick_task, pressed, text_of, unit_named

MOST = 10
COMMANDED = 0
"""What a nudge begun by the command is about; one begun by a sentence or a button is about that update."""


async def nudge_command(update: Update, context: Context) -> None:
    """/nudge: ask which tasks; with a unit behind it, what there is to ask of that. Raises NoPlan,
    UnknownUnit and NothingToNudge."""
    current_plan(context.db)
    if asks_for_letters(text_of(update)):
        await show_units(update, context)
        return
    if not context.args:
        await begin(update, context, NUDGE, COMMANDED)
        return
    meaning = hear(context, " ".join(context.args))
    found = tasks_asked_for(context.db, meaning, context.now)
    if found is None:
        unit = unit_named(context, " ".join(context.args))
        found = to_ask_of(context.db, [unit.id], context.now)
    await _begin(update, context, found)


async def nudge_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """催一下农业局29-4，请周五前报, or 今天先催农业局，明天催海关: begin with what a sentence names. Raises a Refusal
    where it cannot be asked for."""
    said = text_of(update)
    if text := without_manner(context, said):
        meaning = meaning if text == said else hear(context, text)
    parts = parts_said(context, text or said, meaning)
    first = texts.POLITE(context.language) if text != said else NOTHING
    if named := [each for each in parts if each["which"]]:
        await _begin_parts(update, context, named, first)
    elif shown := _to_report_of_the_list_shown(context):
        await _begin_parts(update, context, [{**parts[0], "which": part_answers(shown)["which"]}], first)
    else:
        await begin(update, context, NUDGE, COMMANDED, answers={name: parts[0][name] for name in ("at", "at_day")})


begin_nudge = acts_on(if_so(only_asks), for_=For.COORDINATORS, known=False)(nudge_in_words)
"""Begins one where a sentence of the office surely says only whom to ask, for what and when, whatever else it is."""


@acts_on(if_so(lambda heard: asks_for_letters(heard.text)), for_=For.COORDINATORS)
async def send_letters(update: Update, context: Context, meaning: Understanding) -> None:
    """The letter to a unit that is named, else the units to which one could be written. Raises NothingToNudge."""
    units = addressed(context.db, meaning).unit_ids
    if len(units) == 1:
        await send_letter(update, context, units[0])
    else:
        await show_units(update, context)


async def press(update: Update, context: Context) -> None:
    """催办 below a task, a report that does not come, or a list of units. Raises StaleButton for what is gone."""
    way, number = pressed(update)
    if way == "ask":
        shown = _to_report_of_the_list_shown(context)
        await (_begin(update, context, shown) if shown else begin(update, context, NUDGE, COMMANDED))
        return
    found = _pressed(context, way, int(number))
    if not found:
        raise StaleButton
    await _begin(update, context, found)


async def _begin(update: Update, context: Context, found: Sequence[Assignment]) -> None:
    """Straight to the preview: what is asked for is known. Raises NudgedAlready, NobodyToNudge and NothingToNudge."""
    await _begin_parts(update, context, [part_answers(found)])


async def _begin_parts(update: Update, context: Context, parts: Sequence[Answered], first: Html = NOTHING) -> None:
    """The same of what may go out at several times, and in the office's own words; something to say `first`."""
    for each in parts:
        check_part(context, each)
    at_first, *later = parts
    await begin(update, context, NUDGE, update.update_id, answers={**at_first, "later": later}, first=first)


def _to_report_of_the_list_shown(context: Context) -> list[Assignment]:
    """What is to be reported now of the list that the office looks at; none where no list was shown last."""
    shown = list_shown(context)
    found = listed(context, shown[0], None) if shown else []
    return [each for each in found if each.id is not None and is_to_report(each) and not each.doubtful]


def _pressed(context: Context, way: str, number: int) -> list[Assignment]:
    if way == "one":
        one = assignment_by_id(context.db, number, context.today)
        return [one] if one and not one.finished else []
    found = assignments(context.db, context.today, code=code_of(context.db, number))
    return [each for each in found if each.id is not None and not each.finished]


@acts_on(saying("nudged.asked"), for_=For.COORDINATORS)
async def show_nudged(update: Update, context: Context, asked: Said) -> None:
    """Show what was asked for in the last days, those first of which nothing has come."""
    found = sorted(nudged_lately(context.db, context.now), key=lambda each: each.reported)
    shown = found[:MOST]
    text = nudged_text(shown, found, context.today, context.zone, context.language)
    await answer(update, context, text, pick_task([each.assignment for each in shown]) if shown else None)
