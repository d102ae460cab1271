"""The audit log (/audit, 谁改了什么): who did what, by person, unit, task and day, also as a file."""

import asyncio
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data.errors import UnknownTask
from data.exports.formats import as_csv, as_workbook
from data.exports.tables import sheet_of_words
from data.office.audit_trail import AuditPage, audit_page, people_ever_named, whole_audit
from data.office.history import HistoryScope
from data.plan.tasks import task_id_of
from data.plan.units import find_unit
from data.understanding import Kind, Understanding, says, values_of
from data.understanding.entities.days import find_days
from data.understanding.normalise.sentence import normalise
from handlers.dialog import reader
from handlers.office.texts import audit as texts
from handlers.tasks.selection import pack_scope, unpack_scope
from handlers.telegram import Context, For, Verb, acknowledge, button, hear, page_buttons, pressed, said_by, show
from handlers.telegram.sending import send_made_file
from handlers.wording import day_text

WIDTHS = (18, 14, 20, 24, 60)
"""The column widths of the exported file, in characters."""


async def audit_command(update: Update, context: Context) -> None:
    """Handle /audit: show the audit log, narrowed to the task, unit, person or days in the arguments."""
    words = " ".join(context.args or [])
    scope = _scope(context, words, hear(context, words)) if words else HistoryScope()
    await _show(update, context, scope, 0)


@reader(for_=For.COORDINATORS, knows=lambda talk, text, heard: says(text, "asked.who_changed"))
async def show_audit_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the audit log if a coordinator's sentence asks who changed what; return whether it did."""
    text = said_by(update, meaning)
    of_somebody = says(text, "asked.what_was_done") and people_ever_named(context.db, text)
    if not (of_somebody or says(text, "asked.who_changed")):
        return False
    await _show(update, context, _scope(context, text, meaning), 0)
    return True


async def press_audit(update: Update, context: Context) -> None:
    """Show another page of the audit log, or send it as a file."""
    way, *of = pressed(update)
    scope, page = unpack_scope(tuple(of))
    if way == "page":
        await _show(update, context, scope, page)
    else:
        await _send_file(update, context, scope, way)


async def _show(update: Update, context: Context, scope: HistoryScope, page: int) -> None:
    found = audit_page(context.db, context.person, scope, page)
    text = texts.audit_page(found, scope, context.today, context.language)
    await show(update, context, text, _keyboard(found, scope, context))


async def _send_file(update: Update, context: Context, scope: HistoryScope, way: str) -> None:
    await acknowledge(update, context)
    lines = whole_audit(context.db, context.person, scope)
    rows = texts.rows_of(lines, context.language)
    headings, title = [str(each(context.language)) for each in texts.HEADINGS], str(texts.FILE(context.language))
    if way == "csv":
        content = await asyncio.to_thread(as_csv, headings, rows)
    else:
        sheet, of = sheet_of_words(title, headings, WIDTHS, rows), day_text(context.today, context.language)
        content = await asyncio.to_thread(as_workbook, title, of, [sheet], context.language)
    await send_made_file(update, context, content, f"{title}-{context.today:%Y%m%d}.{way}")


def _scope(context: Context, text: str, meaning: Understanding) -> HistoryScope:
    """Return the scope that `text` names: task, even one taken out, unit, person and days (without a year: past).

    Raises UnknownTask for a code that no task ever had and that is no day."""
    codes = [*values_of(meaning, Kind.CODE), *values_of(meaning, Kind.NO_CODE)]
    units = values_of(meaning, Kind.UNIT)
    people = people_ever_named(context.db, text)
    days = find_days(normalise(text).lower(), context.today, past=True)
    task_id = task_id_of(context.db, codes[0]) if codes else None
    if codes and task_id is None and not days:
        raise UnknownTask(codes[0], in_the_plan=True)
    scope = HistoryScope(
        task_id=task_id,
        unit_id=find_unit(context.db, units[0]).id if units else None,
        person_id=people[0][0] if len(people) == 1 else None,
    )
    return replace(scope, first=days[0].first, last=min(days[0].last, context.today)) if days else scope


def _keyboard(found: AuditPage, scope: HistoryScope, context: Context) -> InlineKeyboardMarkup | None:
    if not found.lines:
        return None
    language, of = context.language, pack_scope(scope, 0)
    ways = page_buttons(Verb.AUDIT, lambda page: ("page", *pack_scope(scope, page)), found.page, found.pages, language)
    files = [
        button(texts.AS_XLSX(language), Verb.AUDIT, "xlsx", *of),
        button(texts.AS_CSV(language), Verb.AUDIT, "csv", *of),
    ]
    undo = [button(texts.UNDO_LAST(language), Verb.ACT, "last")]
    return InlineKeyboardMarkup([row for row in (ways, undo, files) if row])
