"""Making files in a thread and sending them, so that nobody waits for another person's export."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from telegram import InputFile, Message, Update
from telegram.error import BadRequest

from data.errors import Refusal
from data.exports.archive import Evidence, evidence_of, split_evidence
from data.exports.files import (
    ExportedFiles,
    ExportFile,
    ExportKind,
    file_suffixes,
    list_file,
    make_export,
    pack_evidence,
    people_file,
    plan_file,
)
from data.exports.ledger import ExportScope
from data.notices.silences import note_answered, promise_answer
from data.people.directory import people_by_unit
from data.plan.plan import current_plan
from data.standing.assignments import Assignment
from data.store import Database, path_of, snapshot
from handlers.exports.choice import units_of
from handlers.exports.texts import menu as texts
from handlers.tasks.list import show_list
from handlers.tasks.list_contents import assignments_in, heading
from handlers.tasks.selection import Listing
from handlers.telegram import Context, answer, delete_message, in_rows
from handlers.telegram.albums import MOST_IN_AN_ALBUM, send_album
from handlers.wording import Html, cut, day_text, plain, refusal, series, span_text

log = logging.getLogger(__name__)

THREADS = ThreadPoolExecutor(2, "export")
"""Threads of their own, so that however many want exports, the day's planning and the backup need not wait for them."""
PATIENCE = 2.0
"""Seconds after which the person is told that the export takes longer and goes on by itself."""
LONGEST = timedelta(hours=1)
"""After which the person is told that an export has not come."""
UPLOAD = {"write_timeout": 300, "read_timeout": 120}
"""Timeouts in seconds, for files of many megabytes."""
NAMES = {
    ExportKind.PICTURES: texts.PICTURES,
    ExportKind.WORKBOOK: texts.LEDGER,
    ExportKind.REPORT: texts.REPORT,
    ExportKind.BRIEF: texts.BRIEF_MADE,
    ExportKind.DRAFT: texts.DRAFT_MADE,
}
WRITTEN = (ExportKind.REPORT, ExportKind.BRIEF, ExportKind.DRAFT)
"""Kinds of files that should be read before they are sent on."""
CAPTION = 300
"""Characters for units and sections in a caption, which has room for 1024."""
T = TypeVar("T")


async def send_files(
    update: Update, context: Context, kind: ExportKind, scope: ExportScope, also: Sequence[ExportKind] = ()
) -> None:
    """Make the files of a kind, and of those that are `also` wanted, in a thread and send them."""
    today, language = context.today, context.language

    async def send_one(found: ExportedFiles) -> None:
        kind = found.kind
        days = span_text(found.first, found.last, today, language)
        check, whose = texts.CHECK(language) if kind in WRITTEN else "", _whose(found.units, scope, context)
        caption = plain(texts.CAPTION(language, what=NAMES[kind], whose=whose, days=days, check=check))
        if kind is ExportKind.BRIEF and found.first > scope.first and found.last == scope.last:
            asked = span_text(scope.first, scope.last, today, language)
            caption += plain(texts.BRIEF_IS_OF_A_WEEK(language, days=asked))
        if kind is ExportKind.BRIEF and found.last < scope.last:
            caption += plain(texts.AS_FAR_AS_TODAY(language, last=scope.last))
        await (_send_pictures if kind is ExportKind.PICTURES else _send_documents)(
            update, context, found.files, caption
        )

    async def send(made: Sequence[ExportedFiles]) -> None:
        for each in made:
            await send_one(each)

    kinds = (kind, *also)
    await _beside(update, context, lambda db: [make_export(db, each, scope, today, language) for each in kinds], send)


async def send_evidence(update: Update, context: Context, scope: ExportScope, task_id: int | None) -> None:
    """Pack the evidence of a scope in a thread, and send it part by part."""
    today, language, units = context.today, context.language, units_of(context, scope)
    told = replace(scope, last=min(scope.last, today))
    days = span_text(told.first, told.last, today, language)
    whose = _whose(units, scope, context)

    async def send(parts: list[list[Evidence]]) -> None:
        for number, (part, place) in enumerate(zip(parts, file_suffixes(len(parts)), strict=True), start=1):
            packing = partial(pack_evidence, part=part, place=place, scope=told, units=units, language=language)
            file = await _in_thread(context, packing)
            caption = texts.CAPTION(language, what=texts.EVIDENCE, whose=whose, days=days, check=None)
            if len(parts) > 1:
                caption = texts.EVIDENCE_PART(language, part=number, parts=len(parts), whose=whose, days=days)
            await _send_documents(update, context, [file], plain(caption))

    await _beside(update, context, lambda db: split_evidence(evidence_of(db, scope, today, task_id)), send)


async def send_list(update: Update, context: Context, listing: Listing) -> None:
    """Send a list of tasks as a workbook; an empty one is shown. Raises NotYourTasks."""
    own = None if context.person.sees_everything else context.person.speaks_for
    found, day = assignments_in(context, listing, own), listing.day(context.today)
    if not found:
        await show_list(update, context, listing)
        return
    await send_tasks(update, context, heading(context, listing, own is not None), found, day)


async def send_tasks(update: Update, context: Context, head: Html, found: Sequence[Assignment], day: date) -> None:
    """Send tasks as they stand on a day as a workbook with this heading."""
    language = context.language
    as_of = day_text(day, language, context.today)
    caption = texts.LIST_CAPTION(language, list=plain(head), count=len(found), day=as_of)
    await _send_file(update, context, caption, lambda db: list_file(db, plain(head), found, day, language))


async def send_plan(update: Update, context: Context) -> None:
    """Send the current plan as a file to be changed and imported again. Raises NoPlan."""
    today, language = context.today, context.language
    caption = texts.PLAN_CAPTION(language, title=cut(current_plan(context.db).title, CAPTION))
    await _send_file(update, context, caption, lambda db: plan_file(db, today, language))


async def send_people(update: Update, context: Context) -> None:
    """Send everybody in each of their roles as a file."""
    today, language, people = context.today, context.language, people_by_unit(context.db)
    caption = texts.PEOPLE_CAPTION(language, count=len(people), day=day_text(today, language))
    await _send_file(update, context, caption, lambda db: people_file(people, today, language))


async def _send_file(update: Update, context: Context, caption: Html, make: Callable[[Database], ExportFile]) -> None:
    async def send(file: ExportFile) -> None:
        await _send_documents(update, context, [file], plain(caption))

    await _beside(update, context, make, send)


async def _in_thread(context: Context, work: Callable[[Database], T]) -> T:
    """Do `work` in a thread, with a database connection of its own."""
    path, zone = path_of(context.db), context.zone

    def done() -> T:
        with snapshot(path, zone) as db:
            return work(db)

    return await asyncio.get_running_loop().run_in_executor(THREADS, done)


async def _beside(
    update: Update, context: Context, work: Callable[[Database], T], send: Callable[[T], Awaitable[None]]
) -> None:
    """Do `work` in a thread and `send` its result. If that takes longer than PATIENCE, tell the person, who can go on
    meanwhile, but gets no other file before this one is sent.

    Raises what the work raises while the person still waits for it."""
    exporting, person_id = context.bot_data.exporting, context.person.id
    if person_id in exporting:
        await answer(update, context, texts.STILL_MAKING(context.language))
        return

    async def whole() -> None:
        await send(await _in_thread(context, work))

    exporting.add(person_id)
    task = asyncio.create_task(whole())
    task.add_done_callback(lambda _: exporting.discard(person_id))
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    if done:
        task.result()
        return
    promise_answer(context.db, update.update_id, context.person, context.now + LONGEST)
    told = await answer(update, context, texts.MAKING(context.language))
    context.application.create_task(_finish(update, context, task, told), update)


async def _finish(update: Update, context: Context, task: asyncio.Task[None], told: Message) -> None:
    """Wait for a long export to end, and tell the person if it fails. One that is broken off stays unanswered, which
    the person is told at the next start."""
    try:
        await task
    except Refusal as error:
        await answer(update, context, refusal(error, context.language))
    except Exception:
        log.exception("an export failed")
        await answer(update, context, texts.FAILED(context.language))
    note_answered(context.db, update.update_id)
    await delete_message(context, told.chat.id, told.message_id)


async def _send_documents(update: Update, context: Context, files: Sequence[ExportFile], caption: str) -> None:
    for file in files:
        document = InputFile(file.content, file.name)
        await send_album(update, context, "document", [document], caption, **UPLOAD)


async def _send_pictures(update: Update, context: Context, files: Sequence[ExportFile], caption: str) -> None:
    """Send pictures as albums, or as documents if Telegram does not take them as photos."""
    for album in in_rows(files, MOST_IN_AN_ALBUM):
        pictures = [each.content for each in album]
        try:
            await send_album(update, context, "photo", pictures, caption, **UPLOAD)
        except BadRequest as error:
            log.warning("pictures cannot be sent as photos: %s", error.message)
            await _send_documents(update, context, album, caption)


def _whose(units: Sequence[str], scope: ExportScope, context: Context) -> str:
    """Return the units and any chosen sections, short enough for a caption."""
    language = context.language
    parts = [series(units, language) or texts.ALL_UNITS(language), series(scope.sections or (), language)]
    return cut(" · ".join(filter(None, parts)), CAPTION)
