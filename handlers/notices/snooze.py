"""Putting tasks off in words: 29-4 先别催我，下周三再提醒; remind me tomorrow."""

from collections.abc import Sequence
from datetime import date, timedelta

from telegram import Update

from data.announcing.nudges import recently_nudged
from data.errors.deadlines import DayTooEarly, PauseTooLong
from data.notices.digests import message_of_digest, newest_digest
from data.notices.pauses import end_snoozes, last_snoozed, snooze, snoozes
from data.plan.workdays import workdays
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.store import transaction
from data.understanding import Kind, Mood, Reading, Understanding, find_order, of_kind, says, values_of
from data.understanding.entities.days import find_days
from data.understanding.lines_named import NamedLine, lines_meant
from data.understanding.numerals import number
from handlers.dialog import acts_on
from handlers.notices import keyboard as buttons
from handlers.notices.digest import ask_until_when, load_morning
from handlers.notices.texts import digest as texts
from handlers.tasks.own_tasks import all_own_assignments, assignment_spoken_of, named_own_assignments
from handlers.telegram import Context, For, Verb, answer, keyboard_of
from handlers.telegram.task_buttons import code_buttons
from handlers.wording import NOTHING, Html, join, series
from handlers.wording.task_lines import list_line, of_several_units


async def snooze_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Put off the tasks that a sentence names, or else those in the last digest, until the day that it names, and ask
    for what is missing, or which are meant if all would fall due before that day. Raises UnknownTask for a code that
    the person does not have."""
    codes = [*values_of(meaning, Kind.CODE)]
    if not codes and not meaning.task and says(meaning, "asked.reminded_of_own_matter"):
        await answer(update, context, texts.ONLY_OF_TASKS(context.language))
        return
    tasks = _named(context, codes or ([meaning.task] if meaning.task else []))
    named, tasks = bool(tasks) or says(meaning, "asked.the_others"), tasks or _shown_or_in_the_digest(context, meaning)
    if not tasks:
        told = [texts.NOTHING_TO_SNOOZE(context.language), _what_cannot_be(context, meaning)]
        await answer(update, context, join(told))
    elif (until := _until(context, meaning, tasks)) and (named or not _all_fall_due_before(tasks, until)):
        await _put_off(update, context, tasks, until, _what_cannot_be(context, meaning))
    elif len(tasks) == 1:
        for_good = says(meaning, "asked.for_good", "asked.not_reminded")
        first = texts.NOT_FOR_GOOD(context.language) if for_good else NOTHING
        await ask_until_when(update, context, tasks[0], join([first, _what_cannot_be(context, meaning)]))
    else:
        offered, named = tasks[: buttons.MOST_TO_CHOOSE], of_several_units(tasks)
        lines = [list_line(each, context.language) for each in offered]
        text = join([texts.WHICH_SNOOZE(context.language), *lines])
        rows = code_buttons(offered, context.language, Verb.NOTICE, buttons.NO_MESSAGE, "later", named=named)
        await answer(update, context, text, keyboard_of(*rows))


def _what_cannot_be(context: Context, meaning: Understanding) -> Html:
    """Return what a sentence asks for that a reminder cannot do: come at an hour, or again and again."""
    by_hour, again = says(meaning, "asked.at_an_hour"), says(meaning, "asked.again_and_again")
    told = [(texts.IN_THE_MORNING, by_hour), (texts.ONLY_ONCE, again)]
    return join([wording(context.language) for wording, is_asked in told if is_asked])


def _all_fall_due_before(tasks: Sequence[Assignment], until: date) -> bool:
    """Return whether several tasks, as far as they have a deadline to come, all fall due before a day."""
    to_come = [each.due for each in tasks if each.due is not None and each.due >= each.today]
    return len(to_come) > 1 and all(due < until for due in to_come)


def _likewise(context: Context, heard: Understanding) -> Understanding | None:
    return heard if says(heard, "asked.only_likewise") and _until_as_before(context) is not None else None


put_off_likewise = acts_on(_likewise, known=False)(snooze_in_words)
"""Puts off the task named right after others were put off, till the same day (32-1也一样)."""


def _as_usual(context: Context, heard: Understanding) -> Sequence[Assignment] | None:
    """Return the tasks put off of which a sentence wants reminders as usual (不推了，照常提醒) and nothing else: those
    it names, or else those put off just now, or else all; None if there are none."""
    if Mood.ASKS in heard.moods or not says(heard, "asked.as_usual"):
        return None
    put_off = snoozes(context.db, context.today)
    mine = [each for each in all_own_assignments(context) if (context.person.id, each.id) in put_off]
    codes, before = values_of(heard, Kind.CODE), last_snoozed(context.db, context.person, context.just_now)
    if codes:
        return [each for each in mine if each.code in codes] or None
    return [each for each in mine if each.id in before] or mine or None


@acts_on(_as_usual, for_=For.SPEAKERS)
async def remind_as_usual(update: Update, context: Context, found: Sequence[Assignment]) -> None:
    """Put off tasks no longer, and say so."""
    end_snoozes(context.db, context.actor, found)
    codes = series(dict.fromkeys(each.code for each in found), context.language)
    await answer(update, context, texts.AS_USUAL(context.language, codes=codes))


async def put_off_to_other_day(update: Update, context: Context, meaning: Understanding) -> bool:
    """Put off the task that the person was asked about last, or the tasks just put off, to the day that they name
    (改到周三吧). Return whether it did."""
    days = list(of_kind(meaning, Kind.TIME))
    asked = buttons.asked_until_when(context)
    answers = says(meaning, "asked.another_day") or (bool(asked) and says(meaning, "choices.only_a_day"))
    if not context.person.speaks_for or not answers:
        return False
    put_off = asked or last_snoozed(context.db, context.person, context.just_now)
    tasks = [each for each in all_own_assignments(context) if each.id in put_off]
    if tasks:
        day = _day_meant(context, meaning, days[-1]) or _first_day_to_come(context, days[-1].values)
        await _put_off(update, context, tasks, workdays(context.db).earliest(day))
    return bool(tasks)


def _named(context: Context, codes: Sequence[str]) -> list[Assignment]:
    """Return the person's open tasks with these codes. Raises UnknownTask."""
    mine = [each for code in codes for each in named_own_assignments(context, code)]
    return [each for each in mine if each.status is not Status.CLOSED]


def _shown_or_in_the_digest(context: Context, meaning: Understanding) -> list[Assignment]:
    """Return the tasks to put off if none is named: the lines of the last digest that are named by their places, or
    the others; else the task asked about last if no day is named; else the task shown last, unless it is put off
    already and no day is named, or all are meant; else all tasks in the digest and those nudged about today."""
    newest = newest_digest(context.db, context.private_chat_id)
    shown = load_morning(context, newest).lines if newest is not None else []
    tasks = [each.task for each in shown if each.task is not None]
    lines = [NamedLine(each.code, each.title.said_in("zh")) for each in tasks]
    places = lines_meant(meaning.text, meaning, lines).places
    if places:
        return [tasks[place] for place in places]
    if says(meaning, "asked.the_others"):
        before = last_snoozed(context.db, context.person, context.just_now)
        return [each for each in tasks if each.id not in before]
    asked = buttons.asked_until_when(context) if meaning.end is None else []
    if found := [each for each in all_own_assignments(context) if each.id in asked]:
        return found
    task = assignment_spoken_of(context) if not says(meaning, "report_corrections.of_all") else None
    is_put_off = task is not None and (context.person.id, task.id) in snoozes(context.db, context.today)
    nudged = [each for each in _nudged_today(context) if each.id not in {one.id for one in tasks}]
    only_in_digest = message_of_digest(context.db, newest) == context.last_messages.known.with_buttons
    if task is not None and (meaning.end is not None or not is_put_off) and not (nudged and only_in_digest):
        return [task]
    return [*tasks, *nudged]


def _nudged_today(context: Context) -> list[Assignment]:
    """Return the person's tasks that the office has nudged about today and that were not reported on since."""
    nudged = (each for each in recently_nudged(context.db, context.now) if each.at.date() == context.today)
    asked = (each.asked for each in nudged if not each.reported)
    return [each for each in asked if isinstance(each, Assignment) and each.unit_id in context.person.speaks_for]


def _until(context: Context, meaning: Understanding, tasks: Sequence[Assignment]) -> date | None:
    """Return the working day until which tasks are put off: the named day, or some days before it or before the
    deadline of the one task; None if a sentence names neither."""
    before, named = _days_before(meaning), _named_day(context, meaning)
    if named is None and says(meaning, "asked.likewise"):
        return _until_as_before(context)
    if not before:
        return workdays(context.db).earliest(named) if named is not None else None
    day = named or (tasks[0].due if len(tasks) == 1 else None)
    return workdays(context.db).latest(day - timedelta(days=before)) if day is not None else None


def _until_as_before(context: Context) -> date | None:
    """Return until when the person put off other tasks just now (其他的也是), or None."""
    before = last_snoozed(context.db, context.person, context.just_now)
    put_off = snoozes(context.db, context.today)
    return next(
        (put_off[context.person.id, each].until for each in before if (context.person.id, each) in put_off), None
    )


def _days_before(meaning: Understanding) -> int:
    """Return how many days before a day or a deadline a sentence means (提前两天提醒我, the day before), or 0."""
    found = find_order(meaning, "asked.days_before")
    if found is None:
        return 0
    hanzi, english = found["zh"], found["en"]
    if hanzi or english.isdecimal():
        return int(number(hanzi or english))
    return 1 if english in ("", "a") else int(number(english))


def _named_day(context: Context, meaning: Understanding) -> date | None:
    """Return the day that a sentence names, read from the first of its days to come that states one (今天没空，明天);
    None if it names none."""
    if meaning.end is None:
        return None
    quiet, stated = says(meaning, "asked.not_reminded"), (str(meaning.start or meaning.end), str(meaning.end))
    meant = [_day_meant(context, meaning, each, quiet=quiet) for each in of_kind(meaning, Kind.TIME)]
    reached = min(filter(None, meant), key=lambda day: day <= context.today, default=None)
    return reached or _first_day_to_come(context, stated)


def _day_meant(context: Context, meaning: Understanding, day: Reading, *, quiet: bool = False) -> date | None:
    """Return the last of the days before another (春节前), the first day of those that words lead up to (到下周五, till
    January), or the single day that they name by themselves (改为12月12日); where no reminders are wanted (`quiet`),
    also the day after the running period (这个月). None for others."""
    words = meaning.text[day.start : day.end].strip()
    first, last = day.days
    if says(words.lower(), "asked.before_a_day"):
        return last
    if quiet and first <= context.today < last and not says(words.lower(), "asked.until_a_day"):
        return last + timedelta(days=1)
    till = find_order(words, "asked.till_a_day")
    named = find_days((till["day"] if till else words).lower(), context.today)
    if not named or not (till or named[0].first == named[0].last):
        return None
    return _first_day_to_come(context, (str(named[0].first), str(named[0].last)))


def _first_day_to_come(context: Context, days: Sequence[str]) -> date:
    """Return the first day of a period, or tomorrow if it has begun and is not over (这周)."""
    first, last = map(date.fromisoformat, days)
    return context.today + timedelta(days=1) if first <= context.today < last else first


async def _put_off(
    update: Update, context: Context, tasks: Sequence[Assignment], until: date, beside: Html = NOTHING
) -> None:
    """Put off tasks until a day, and say so with what stands `beside` it."""
    try:
        with transaction(context.db):
            for each in tasks:
                snooze(context.db, context.actor, each.id, until)
    except DayTooEarly:
        await answer(update, context, texts.TOO_EARLY(context.language))
    except PauseTooLong as error:
        await answer(update, context, texts.TOO_LATE(context.language, last=error.last))
    else:
        told = texts.put_off(tasks, until, context.language, context.today)
        await answer(update, context, join([told, beside]))
