"""/history: what has been reported on a task or by a unit, in pages, and single entries in full with their evidence."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Update

from data.errors import NotYourUnit, UnknownTask
from data.office.history import HistoryScope, history, past_entry, past_report
from data.people.directory import people_called
from data.plan.tasks import task_id_of
from data.plan.units import all_units, find_unit, known_names
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import is_correctable
from data.understanding import Intent, Kind, Understanding, says
from handlers.dialog import acts_on, sentence_if
from handlers.tasks import keyboard as buttons
from handlers.tasks.own_tasks import all_own_assignments
from handlers.tasks.selection import pack_scope, unpack_scope
from handlers.tasks.texts import history as texts
from handlers.telegram import (
    Context,
    Html,
    Verb,
    answer,
    cut,
    hear,
    labels,
    pressed,
    send_attached,
    series,
    show,
    tasks_meant,
    unit_named,
)
from handlers.telegram.keyboards import button, keyboard_of
from handlers.telegram.task_buttons import below_stored_report

Shown = tuple[Sequence[str], Html, InlineKeyboardMarkup | None]


async def history_command(update: Update, context: Context) -> None:
    """Show the user's history, or that of the task or unit named after the command. Raises UnknownTask or
    UnknownUnit."""
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
    if meaning.candidates or (members and not meaning.task):
        await _ask_which(update, context, meaning.candidates or members)
        return
    unit_id = find_unit(context.db, meaning.unit).id if meaning.unit and not members else None
    task_id = task_id_of(context.db, meaning.task) if meaning.task else None
    first, last = meaning.start or meaning.end, meaning.end or meaning.start
    people = people_called(context.db, meaning.text) if context.person.sees_everything else []
    person_id = people[0].person_id if len(people) == 1 else None
    await _show(update, context, HistoryScope(task_id, unit_id, first, last, person_id))


@acts_on(sentence_if(lambda heard: says(heard, "asked.reports_counted")), known=False)
async def show_reports_counted(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the history of the days of which a sentence asks how many reports came in; its head has the number."""
    await show_history_in_words(update, context, meaning)


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
    mine = all_own_assignments(context) if scope.task_id is not None and person.speaks_for else []
    still_open = [each for each in mine if each.task_id == scope.task_id and not each.finished]
    return codes, text, buttons.history(found, scope, still_open, language)


async def _ask_which(update: Update, context: Context, candidates: Sequence[str]) -> None:
    """Ask whose history is meant, with a button for each task or unit. Raises NotYourUnit if the user may see none of
    them."""
    language, may_see = context.language, context.person.may_see
    tasks = tasks_meant(context, candidates, may_see)
    choices = [(f"{each.code} {each.title.said_in(language)}", HistoryScope(each.task_id)) for each in tasks]
    units = [each for each in all_units(context.db) if each.name in candidates]
    seen = [each for each in units if may_see is None or each.id in may_see]
    choices = choices or [(unit.name, HistoryScope(unit_id=unit.id)) for unit in seen]
    if not choices:
        raise NotYourUnit(series(candidates, language))
    rows = [[button(cut(words, 40), Verb.HISTORY, *pack_scope(scope, 0))] for words, scope in choices]
    await answer(update, context, texts.WHOSE(language), keyboard_of(*rows))
