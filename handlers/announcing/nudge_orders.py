"""How a nudge begins (/nudge, 催一下农业局 in words, or 催办 below a task), and the list of recent nudges."""

from collections.abc import Sequence

from telegram import Update

from data.announcing.addressees import addressees_named
from data.announcing.nudges import is_among, recently_nudged
from data.announcing.tasks_to_nudge import assignments_to_nudge, tasks_asked_for
from data.errors import Refusal, still_there
from data.errors.announcing import NothingToNudge, NotTheirTask
from data.plan.plan import current_plan
from data.plan.tasks import code_of
from data.standing.assignments import Assignment, assignments, find_assignment
from data.understanding import Aim, Kind, Understanding, says, values_of
from data.understanding.announcing.addressees import names_addressees
from data.understanding.announcing.nudge_words import asks_for_more, by_which_day, nudges_asked, only_asks_to_nudge
from data.understanding.list_exceptions import units_in
from data.understanding.matters import behind_another
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import change_with_value
from data.understanding.polarity import urges_nobody
from handlers.announcing import keyboard
from handlers.announcing.broadcast_orders import broadcast_in_words
from handlers.announcing.nudge import NUDGE
from handlers.announcing.nudge_parts import (
    PartAnswers,
    check_part,
    load_part,
    part_answers,
    part_for_list_shown,
    parts_named,
    without_manner,
)
from handlers.announcing.reminder_papers import send_paper, show_units
from handlers.announcing.texts import nudge as texts
from handlers.dialog import acts_on, begin, sentence_if
from handlers.dialog.reason import leftovers_text
from handlers.tasks.list import list_shown_last
from handlers.telegram import Context, For, answer, hear, pick_task, pressed, text_of, unit_named, with_aim
from handlers.wording import NOTHING, Html, join

AROUND = " ，,。；;"
COMMANDED = 0
"""The subject id of a nudge begun by the command; one begun by a sentence or a button has that update's id."""


async def nudge_command(update: Update, context: Context) -> None:
    """Handle /nudge: ask which tasks, or nudge about those or the unit named after it, or in words about those listed
    of one unit. Raises NoPlan, UnknownUnit and NothingToNudge."""
    current_plan(context.db)
    if says(text_of(update), "recipients.papers"):
        await show_units(update, context)
        return
    if not context.args:
        shown = list_shown_last(context)
        of_a_unit = not text_of(update).startswith("/") and shown is not None and shown[0].unit_id is not None
        await _begin_listed(update, context, part_for_list_shown(context) if of_a_unit else None)
        return
    meaning = hear(context, " ".join(context.args))
    found = tasks_asked_for(context.db, meaning, context.now)
    if found is None:
        unit = unit_named(context, " ".join(context.args))
        found = assignments_to_nudge(context.db, [unit.id], context.now)
    await _begin(update, context, found)


async def nudge_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin a nudge for what a sentence names (催一下农业局29-4，请周五前报, or 今天先催农业局，明天催海关), and say
    what other order in it is left. Raises a Refusal if that cannot be asked for."""
    whole = text_of(update)
    before, said, left = _apart(context, whole)
    said = said.rstrip() if left else said
    if before:
        said = said.strip(AROUND)
        of_others = hear(context, said).task is not None or names_addressees(hear(context, said))
        said = " ".join([*([] if of_others else values_of(hear(context, before), Kind.CODE)), said])
    if text := without_manner(context, said):
        meaning = meaning if text == whole else hear(context, text)
    undone = leftovers_text(context, [*filter(None, (before, left))])
    first = join([texts.POLITE(context.language) if text != said else NOTHING, undone])
    try:
        await _begin_parts_named(update, context, parts_named(context, text or said, meaning), first)
    except Refusal as why:
        if isinstance(why, NothingToNudge | NotTheirTask) and asks_for_more(meaning):
            await broadcast_in_words(update, context, meaning)
            return
        if undone:
            await answer(update, context, undone)
        raise


async def _begin_parts_named(update: Update, context: Context, parts: Sequence[PartAnswers], first: Html) -> None:
    """Begin a nudge of the parts that name something, or else of the list shown last, or else ask whom to nudge."""
    if named := [each for each in parts if each["which"]]:
        await _begin_parts(update, context, named, first)
    elif listed := part_for_list_shown(context):
        of_list = {name: listed[name] for name in ("which", "not_now")}
        await _begin_parts(update, context, [{**parts[0], **of_list}], first)
    else:
        told = {name: parts[0][name] for name in ("words", "at", "at_day") if parts[0][name] or name != "words"}
        await begin(update, context, NUDGE, COMMANDED, answers=told, first=first)


def _apart(context: Context, text: str) -> tuple[str, str, str]:
    """Return the words before a nudge if they order a change of the plan (43-4改到12月20日，催一下他们), the nudge, and
    the end of the text if it passes to a notice (催一下市监局，顺便通知各单位周五前报小结) or to a change of the plan
    (催一下逾期的，然后把1-9期限改到12月25日)."""
    start, end, nudged, units = 0, len(text), False, set[str]()
    for clause in clauses_of(text, spaces=True):
        told = behind_another(clause)
        heard = hear(context, told or clause)
        others = bool(told) or (nudged and not units >= {*units_in(heard)})
        tells = others and heard.aim is Aim.BROADCAST and names_addressees(heard)
        if tells or (nudged and change_with_value(clause, hear(context, clause))):
            end = clause.start
            break
        if not nudged and nudges_asked(clause):
            before = text[: clause.start].strip(AROUND)
            start, nudged = clause.start if before and change_with_value(before, hear(context, before)) else 0, True
        units |= {*units_in(heard)}
    return text[:start].strip(AROUND), text[start:end], text[end:]


begin_nudge = acts_on(sentence_if(only_asks_to_nudge), for_=For.COORDINATORS, known=False)(nudge_in_words)
"""Begins a nudge if a sentence says only who is to be asked, for what and when, whatever its aim."""


@acts_on(sentence_if(lambda heard: says(heard, "nudged.asked_whether")), for_=For.COORDINATORS)
async def tell_what_to_nudge_for(update: Update, context: Context, meaning: Understanding) -> None:
    """Answer whether units are to be nudged (要催市场局吗) with what there is to ask them, and a button for each.
    Raises UnknownUnit, and what check_part raises."""
    units = addressees_named(context.db, meaning).unit_ids
    part = part_answers(assignments_to_nudge(context.db, units, context.now))
    check_part(context, part)
    found = load_part(context, part).found
    named = {each.unit_id or 0: each.unit or "" for each in found.asked}
    text = texts.what_to_nudge_for(found, context.today, context.language)
    await answer(update, context, text, keyboard.nudge_units(named, context.language))


@acts_on(sentence_if(lambda heard: says(heard.text, "recipients.papers")), for_=For.COORDINATORS)
async def send_paper_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Send the paper to the one unit that is named, or has the tasks that are, asking for an answer by the day that is;
    or list the units for which one can be written. Raises NotTheirTask and NothingToNudge."""
    meaning = with_aim(context, meaning, Aim.NUDGE)
    names_tasks, day = meaning.task is not None or meaning.names(Kind.CODE), by_which_day(meaning)
    tasks = tasks_asked_for(context.db, meaning, context.now) or () if names_tasks else ()
    units = {each.unit_id for each in tasks if each.unit_id} or addressees_named(context.db, meaning).unit_ids
    if len(units) == 1:
        until = day.days[1] if day is not None else None
        await send_paper(update, context, next(iter(units)), None, {each.code for each in tasks}, until)
    else:
        await show_units(update, context)


async def press_nudge(update: Update, context: Context) -> None:
    """Handle 催办 below a task, an assignment, a unit's reminders or a list. Raises StaleButton if nothing is left."""
    way, number = pressed(update)
    if way == "ask":
        await _begin_listed(update, context, part_for_list_shown(context))
    else:
        await _begin(update, context, still_there(_pressed(context, way, int(number))))


async def _begin_listed(update: Update, context: Context, listed: PartAnswers | None) -> None:
    """Begin a nudge about what is listed, or else ask which tasks."""
    await (_begin_parts(update, context, [listed]) if listed else begin(update, context, NUDGE, COMMANDED))


async def _begin(update: Update, context: Context, found: Sequence[Assignment]) -> None:
    """Begin a nudge about the assignments, at its preview. Raises NudgedAlready, NobodyToNudge and NothingToNudge."""
    await _begin_parts(update, context, [part_answers(found)])


async def _begin_parts(update: Update, context: Context, parts: Sequence[PartAnswers], first: Html = NOTHING) -> None:
    """Begin a nudge of one or more parts, at its preview, with `first` above it. Raises what check_part raises."""
    for each in parts:
        check_part(context, each)
    at_first, *later = parts
    await begin(update, context, NUDGE, update.update_id, answers={**at_first, "later": later}, first=first)


def _pressed(context: Context, way: str, number: int) -> list[Assignment]:
    if way == "one":
        one = find_assignment(context.db, number, context.today)
        return [one] if one and not one.finished else []
    if way == "unit":
        return assignments_to_nudge(context.db, [number], context.now)
    found = assignments(context.db, context.today, code=code_of(context.db, number))
    return [each for each in found if each.id and not each.finished]


@acts_on(
    sentence_if(lambda heard: says(heard, "nudged.asked") and not urges_nobody(heard.text.lower())),
    for_=For.COORDINATORS,
)
async def show_recent_nudges(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the nudges of the last days, only those of the units and tasks that a sentence names, if it names any;
    those without a report since first. Raises UnknownUnit."""
    to, codes = addressees_named(context.db, meaning), values_of(meaning, Kind.CODE)
    recent = sorted(recently_nudged(context.db, context.now), key=lambda each: each.reported)
    found = [each for each in recent if is_among(each.asked, to.unit_ids, codes)]
    named = [str(texts.OTHER_UNITS(context.language))] if to.all_but else [*units_in(meaning), *codes]
    tasks = [each.asked for each in found[: texts.MOST_RECENT] if isinstance(each.asked, Assignment)]
    text = texts.recent_nudges(found, named, context.today, context.language)
    await answer(update, context, text, pick_task(tasks) if tasks else None)
