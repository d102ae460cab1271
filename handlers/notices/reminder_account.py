"""Why somebody was or was not reminded: 为什么没提醒公安局, 1-2怎么没催, 我怎么没收到提醒."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from telegram import InlineKeyboardButton, Update

from data.announcing.addressees import units_named
from data.announcing.nudges import name_of, recently_nudged, unit_of
from data.announcing.tasks_to_nudge import assignments_to_nudge
from data.errors import Refusal
from data.notices.plan_rules import plan_rules
from data.notices.reminder_account import ReminderAccount, people_reminded, reminder_account, state_of_day
from data.people.directory import people_called
from data.people.people import Role
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, Understanding, of_kind, says, values_of
from data.understanding.named import find_day_readings
from handlers.dialog import acts_on
from handlers.notices.texts import reminder_account as texts
from handlers.telegram import CODES_IN_A_ROW, Context, Rows, Verb, answer, button, in_rows, keyboard_of, unknown_refusal
from handlers.wording import Html, join, labels

MOST_SHOWN, MOST_TASKS = 4, 8
TOLD = (Kind.PERCENT, Kind.FIGURE, Kind.STATUS)
"""The kinds of what is told in a report rather than asked."""


@dataclass(frozen=True, slots=True)
class RemindersAsked:
    """Whose reminders a sentence asks `about`, as pairs of a unit and one of the `codes` that it names, or None for all
    tasks of the unit; on which day; and whether it names nudges. `unknown` is the refusal of a task that the plan does
    not have, if it names nothing else."""

    about: Sequence[tuple[int, str | None]]
    codes: Sequence[str]
    day: date
    of_nudges: bool
    unknown: Refusal | None


def _asked(context: Context, heard: Understanding) -> RemindersAsked | None:
    """Return what a sentence asks about reminders; None if it does not, or of somebody else's."""
    may_report = heard.names(*TOLD)
    if not says(heard, "reminder_account.asked_beside_a_report" if may_report else "reminder_account.asked"):
        return None
    codes = [*values_of(heard, Kind.CODE)] or ([heard.task] if heard.task else [])
    about, may_see = _about(context, heard, codes), context.person.may_see
    if may_see is not None and not (about and {unit_id for unit_id, _ in about} <= {*may_see}):
        return None
    of_nudges, unknown = says(heard, "reminder_account.of_nudges"), unknown_refusal(context, heard)
    return RemindersAsked(about, codes, _day_asked_about(context, heard), of_nudges, None if about else unknown)


def _day_asked_about(context: Context, heard: Understanding) -> date:
    """Return the day that a sentence names, or if that is to come, the last such day within a week (周五), or today."""
    if heard.end is None or heard.end != heard.start:
        return context.today
    week_ago = str(context.today - timedelta(days=7))
    named = of_kind(heard, Kind.TIME) if heard.end > context.today else []
    said = (heard.text[each.start : each.end].lower() for each in named)
    gone = {day for words in said for each in find_day_readings(words, context.today, past=True) for day in each.values}
    return min([heard.end, context.today, *(date.fromisoformat(day) for day in gone if day >= week_ago)])


def _about(context: Context, heard: Understanding, codes: Sequence[str]) -> list[tuple[int, str | None]]:
    """Return the units that are named or those of a named person, each with the named tasks that it has; else the units
    of those tasks, or the speaker's own; none if the office asks about everybody."""
    units = [unit_id for each in units_named(context.db, heard) for unit_id in each.values]
    if not units and context.person.may_see is None:
        units = [each.unit_id for each in people_called(context.db, heard.text) if each.unit_id is not None]
    if not codes:
        return [(each, None) for each in dict.fromkeys(units or context.person.speaks_for)]
    found = (each for code in codes for each in assignments(context.db, context.today, context.person.may_see, code))
    return [(each.unit_id, each.code) for each in found if each.unit_id and (not units or each.unit_id in units)]


@acts_on(_asked)
async def show_reminder_account(update: Update, context: Context, asked: RemindersAsked) -> None:
    """Show what was sent of what a sentence asks about, why the rest was not, and what can be done. Raises UnknownTask
    for a code that nobody has."""
    if asked.unknown is not None:
        raise asked.unknown
    if not asked.about:
        await _show_all(update, context, asked.day)
        return
    shown, language = asked.about[:MOST_SHOWN], context.language
    found = [reminder_account(context.db, *each, asked.day, context.now) for each in shown]
    office = context.person.is_coordinator
    lines = [texts.account(each, context.today, language, office=office) for each in found]
    left, nudged = len(asked.about) - len(shown), _nudges(context, asked)
    more = [texts.MORE(language, count=left)] if left else []
    blocks = join([*lines, *more, *([nudged] if nudged else [])], "\n\n" if len(lines) > 1 else "\n")
    rows = _for_the_office(context, asked, found) if office else _for_units(found)
    await answer(update, context, blocks, keyboard_of(*rows) if rows else None)


def _days_counted(context: Context, heard: Understanding) -> tuple[date, date] | None:
    """Return the first and last of the days past of which a sentence of the office asks how often anybody was reminded
    (11月的提醒发了几次), or None."""
    of_all = context.person.may_see is None and heard.unit is None and heard.task is None
    days = [each.days for each in of_kind(heard, Kind.TIME)]
    if not of_all or len(days) != 1 or not says(heard, "reminder_account.counted"):
        return None
    first, last = days[0]
    return (first, min(last, context.today)) if first < last and first <= context.today else None


@acts_on(_days_counted)
async def show_reminders_counted(update: Update, context: Context, days: tuple[date, date]) -> None:
    """Show how often each person was reminded on these days."""
    counted = people_reminded(context.db, *days)
    await answer(update, context, texts.of_days(*days, counted, context.today, context.language))


def _coming_week(context: Context) -> InlineKeyboardButton:
    return button(labels.COMING_WEEK(context.language), Verb.SETTING, "week", 0)


async def _show_all(update: Update, context: Context, day: date) -> None:
    hour, state = plan_rules(context.db).sending_hour, state_of_day(context.db, day, context.now)
    names = [name for name, _ in people_reminded(context.db, day, day)]
    text = texts.of_all(day, state, hour, names, context.today, context.language)
    await answer(update, context, text, keyboard_of([_coming_week(context)]))


def _nudges(context: Context, asked: RemindersAsked) -> Html | None:
    """Return the line on nudges about what was asked; None if there were none and none were asked about."""
    if not context.person.is_coordinator:
        return None
    found = [
        (name_of(each.asked), each.at.date())
        for each in recently_nudged(context.db, context.now)
        if {(unit_of(each.asked).id, name) for name in (name_of(each.asked), None)} & {*asked.about}
    ]
    return texts.nudges(found, context.today, context.language) if found or asked.of_nudges else None


def _for_the_office(context: Context, asked: RemindersAsked, found: Sequence[ReminderAccount]) -> Rows:
    """Return the buttons for what the office can do next: invite somebody, end a pause, nudge, see the next days."""
    language = context.language
    rows: Rows = [
        [button(f"{texts.INVITE(language)} {each.unit}", Verb.INVITE, Role.LIAISON, each.unit_id)]
        for each in found
        if not each.people and not each.hearers
    ]
    pauses = [[button(labels.PAUSES(language), Verb.SETTING, "pauses")]] if any(each.pause for each in found) else []
    return [*rows, *pauses, [*_nudge(context, asked, found), _coming_week(context)]]


def _nudge(context: Context, asked: RemindersAsked, found: Sequence[ReminderAccount]) -> list[InlineKeyboardButton]:
    """Return the button that nudges about what is still open of one task or one unit, if anybody can be reached."""
    heard = [each.unit_id for each in found if each.hearers]
    open_tasks: Sequence[Assignment] = ()
    if len(asked.codes) == 1 and heard:
        tasks = assignments(context.db, context.today, heard, asked.codes[0])
        open_tasks = [each for each in tasks if not each.finished]
    elif not asked.codes and len(heard) == 1:
        open_tasks = assignments_to_nudge(context.db, heard, context.now)
    if not open_tasks:
        return []
    first = open_tasks[0]
    of_task = ("one", first.id) if len(open_tasks) == 1 else ("task", first.task_id)
    which = of_task if asked.codes or len(open_tasks) == 1 else ("unit", heard[0])
    return [button(labels.NUDGE(context.language), Verb.NUDGE, *which)]


def _for_units(found: Sequence[ReminderAccount]) -> Rows:
    """Return a button for each of the tasks that a liaison is reminded of next."""
    tasks = {each.task_id: each.code for told in found if told.coming for each in told.coming.tasks}
    buttons = [button(code, Verb.CARD, task_id) for task_id, code in tasks.items()]
    return in_rows(buttons[:MOST_TASKS], CODES_IN_A_ROW)
