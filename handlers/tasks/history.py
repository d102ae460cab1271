"""/history: what has been reported on a task or by a unit, in pages, and single entries in full with their evidence."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data.errors import NotYourUnit, UnknownTask
from data.office.history import HistoryScope, history, past_entry, past_report
from data.people.directory import people_called
from data.plan.tasks import task_id_of
from data.plan.units import all_units, find_unit, known_names
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import is_correctable
from data.understanding import Intent, Kind, Mood, Understanding, of_kind, says
from handlers.dialog import acts_on, sentence_if
from handlers.tasks import keyboard as buttons
from handlers.tasks.list_in_words import counts_asked
from handlers.tasks.own_tasks import own_assignments
from handlers.tasks.selection import pack_scope, unpack_scope
from handlers.tasks.texts import history as texts
from handlers.telegram import (
    Context,
    Verb,
    answer,
    button,
    hear,
    keyboard_of,
    pressed,
    send_attached,
    show,
    tasks_meant,
    unit_named,
)
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import NOTHING, Html, cut, html, join, labels, series, span_text

Shown = tuple[Sequence[str], Html, InlineKeyboardMarkup | None]


async def history_command(update: Update, context: Context) -> None:
    """Show the user's history, or that of the task or unit behind the command. Raises UnknownTask or UnknownUnit."""
    words = " ".join(context.args or ())
    task_id = task_id_of(context.db, words)
    if task_id is not None or not words:
        await _show(update, context, HistoryScope(task_id))
        return
    meaning = hear(context, f"{words} {labels.HISTORY.zh}")
    named = meaning.task or meaning.unit or meaning.candidates or meaning.start or meaning.end
    if meaning.aim.intent is Intent.HISTORY and named:
        await show_history_in_words(update, context, meaning)
    elif any(reading.kind is Kind.NO_CODE for reading in meaning.readings):
        raise UnknownTask(words, in_the_plan=context.person.sees_everything)
    else:
        await _show(update, context, HistoryScope(unit_id=unit_named(context, words).id))


async def show_history_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the history that a message asks for, to who sees everything also that of a person whom it names; if several
    tasks or units may be meant, ask which."""
    members = known_names(context.db).groups.get(meaning.unit or "", ())
    first, last = meaning.start or meaning.end, meaning.end or meaning.start
    if meaning.candidates or (members and not meaning.task):
        await _ask_which(update, context, meaning.candidates or members, HistoryScope(first=first, last=last))
        return
    unit_id = find_unit(context.db, meaning.unit).id if meaning.unit and not members else None
    task_id = task_id_of(context.db, meaning.task) if meaning.task else None
    people = people_called(context.db, meaning.text) if context.person.sees_everything else []
    person_id = people[0].person_id if len(people) == 1 else None
    await _show(update, context, HistoryScope(task_id, unit_id, first, last, person_id))


def _counts_only_reports(context: Context, heard: Understanding) -> Understanding | None:
    names = heard.names(Kind.TIME) or heard.names(Kind.UNIT) or says(heard, "asked.of_each_unit")
    return heard if names and says(heard, "asked.reports_counted") and not counts_asked(context, heard) else None


async def tell_reports_counted(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the history of the unit or days of which a sentence asks how many reports came in; its head has the number.
    Of several units or spans of days, tell the number of each; asked of each unit, of a group or who has most, that of
    those that reported, and how many they are."""
    (counted, units), language = _reports_counted(context, meaning), context.language
    if not counted and not units:
        await show_history_in_words(update, context, meaning)
        return
    lines = [texts.REPORTS_OF(language, name=name, count=count) for name, _, count in counted]
    rows = [[button(cut(name, 40), Verb.HISTORY, *pack_scope(scope, 0))] for name, scope, count in counted if count]
    asked = HistoryScope(first=meaning.start or meaning.end, last=meaning.end or meaning.start)
    days = {texts.days(scope, language) for _, scope, _ in counted} or {texts.days(asked, language)}
    whose = html(meaning.unit or "") if units or len(days) > 1 else NOTHING
    head = join([labels.HISTORY(language), whose, *(days if len(days) == 1 else ())], " · ")
    reported = texts.UNITS_REPORTED(language, count=len(counted), units=units) if units else NOTHING
    unranked = labels.NO_RANKING(language) if says(meaning, "asked.ranking") else NOTHING
    await answer(update, context, join([head, reported, *lines, unranked]), keyboard_of(*rows) if rows else None)


def _reports_counted(context: Context, meaning: Understanding) -> tuple[list[tuple[Html, HistoryScope, int]], int]:
    """Return the units or spans of days that a sentence compares by their reports, each with its part of the history
    and their number, none if it compares nothing; and of how many units those that reported are, 0 if it does not ask
    that."""
    person, today, language = context.person, context.today, context.language
    units = {each.name: each for each in all_units(context.db)}
    members = known_names(context.db).groups.get(meaning.unit, ()) if meaning.unit else tuple(units)
    each_one = bool(meaning.unit) or says(meaning, "asked.of_each_unit", "asked.ranking")
    of_each = [units[name] for name in members if person.sees_everything and each_one and name in units]
    named = [units[name] for name in meaning.candidates if person.sees_everything and name in units]
    spans = [each.days for each in of_kind(meaning, Kind.TIME)]
    first, last = meaning.start or meaning.end, meaning.end or meaning.start
    if len(named) > 1 or of_each:
        found = [(html(each.name), HistoryScope(None, each.id, first, last)) for each in named or of_each]
    elif len(spans) > 1 and (meaning.unit is None or meaning.unit in units):
        unit_id = units[meaning.unit].id if meaning.unit else None
        found = [(span_text(a, b, today, language), HistoryScope(None, unit_id, a, b)) for a, b in spans]
    else:
        return [], 0
    counts = [(name, scope, history(context.db, person, scope, 0, today).total) for name, scope in found]
    if named or not of_each:
        return counts, 0
    return [each for each in counts if each[2]], 0 if says(meaning, "asked.ranking") else len(of_each)


show_reports_counted = acts_on(_counts_only_reports, known=False)(tell_reports_counted)
"""Shows the number of reports for which a sentence asks and for nothing else."""


show_reported_instead = acts_on(
    sentence_if(lambda heard: Mood.ASKS in heard.moods and says(heard, "asked.reported_instead")), known=False
)(show_history_in_words)
"""Shows the history that a sentence asks for which is about a deputy (王警官替我报了啥)."""


async def open_task_history(update: Update, context: Context) -> None:
    """Show the history of a task below its card."""
    [task_id] = pressed(update)
    codes, text, keyboard = _page(context, HistoryScope(int(task_id)), 0)
    shown = await answer(update, context, text, keyboard)
    context.note_shown(update, shown.message_id, Verb.HISTORY, *codes)


async def turn_page(update: Update, context: Context) -> None:
    """Show another page of the history in place of the present one."""
    scope, page = unpack_scope(pressed(update))
    await _show(update, context, scope, page)


async def open_entry(update: Update, context: Context) -> None:
    """Show one entry in full, with its files. Raises NotYours."""
    kind, number = pressed(update)
    entry = past_entry(context.db, context.person, kind, int(number))
    mine = isinstance(entry, FullReport) and is_correctable(context.db, context.person, entry.id)
    keyboard = below_stored_report(entry.id, context.language) if mine else None
    await answer(update, context, texts.in_full(entry, context.today, context.language), keyboard)
    if isinstance(entry, FullReport):
        await send_attached(update, context, entry.files, texts.files_caption(entry, context.language))


async def open_evidence(update: Update, context: Context) -> None:
    """Send the files of a report. Raises NotYours."""
    [number] = pressed(update)
    report = past_report(context.db, context.person, int(number))
    await send_attached(update, context, report.files, texts.files_caption(report, context.language))


async def _show(update: Update, context: Context, scope: HistoryScope, page: int = 0) -> None:
    codes, text, keyboard = _page(context, scope, page)
    context.note_shown(update, await show(update, context, text, keyboard), Verb.HISTORY, *codes)


def _page(context: Context, scope: HistoryScope, page: int) -> Shown:
    """Return the codes of the entries on the first page of the history that the user may see now, none on others, and
    the page with its keyboard. Raises NotYourUnit, UnknownTask or StaleButton."""
    person, language = context.person, context.language
    found = history(context.db, person, scope, page, context.today)
    text = texts.page(found, scope, person, context.today, language)
    codes = [each.code for each in found.entries] if not page else []
    to_begin = own_assignments(context, found.code) if not found.total else []
    return codes, text, buttons.history(found, scope, language, to_begin)


async def _ask_which(update: Update, context: Context, candidates: Sequence[str], of_days: HistoryScope) -> None:
    """Ask whose history of some days is meant, with a button for each task or unit. Raises NotYourUnit if the user may
    see none of them."""
    language, may_see = context.language, context.person.may_see
    tasks = tasks_meant(context, candidates, may_see)
    choices = [
        (f"{each.code} {each.title.said_in(language)}", replace(of_days, task_id=each.task_id)) for each in tasks
    ]
    units = [each for each in all_units(context.db) if each.name in candidates]
    seen = [each for each in units if may_see is None or each.id in may_see]
    choices = choices or [(unit.name, replace(of_days, unit_id=unit.id)) for unit in seen]
    if not choices:
        raise NotYourUnit(series(candidates, language))
    rows = [[button(cut(words, 40), Verb.HISTORY, *pack_scope(scope, 0))] for words, scope in choices]
    await answer(update, context, texts.WHOSE(language), keyboard_of(*rows))
