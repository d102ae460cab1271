"""Reports written in a line, or several in as many lines: read, shown, and stored after one press."""

from collections.abc import Iterable, Sequence

from telegram import Update

from data import drafts
from data.drafts import Draft
from data.errors import StaleButton
from data.forms import form_of
from data.reports import submit
from data.standing import Status
from data.tasks import Assignment, assignments
from data.understanding import Intent, Understanding
from handlers import keyboards
from handlers.asking import ask, own_assignment, speaks_for_several
from handlers.callbacks import unpack
from handlers.context import Context, source
from handlers.hearing import hear
from handlers.replies import acknowledge, answer, show
from handlers.reporting import begin_on_code, start_draft
from handlers.texts import messages as m
from handlers.texts import reporting as texts
from handlers.texts.wording import Html, cut, html, join

Answers = dict[str, object]
Written = tuple[int, Answers]


async def report_in_a_line(update: Update, context: Context, meaning: Understanding) -> None:
    """A report that names its task: its preview where all is said, else the first question that is left.

    Raises UnknownTask when the person has no such task.
    """
    assert meaning.task is not None
    mine = _mine(context, meaning.task)
    answers = answers_of(meaning)
    if len(mine) == 1 and answers and mine[0].id is not None:
        await start_draft(update, context, mine[0].id, **answers)
    else:
        await begin_on_code(update, context, meaning.task)


async def report_on_one_of(update: Update, context: Context, meaning: Understanding) -> None:
    """A report whose task may be one of several: ask which, and keep what was said for it."""
    written = [
        (each.id, answers_of(meaning))
        for code in meaning.candidates
        for each in _mine(context, code)
        if each.id is not None and not each.finished
    ]
    bundle = drafts.open_bundle(context.db, context.person.id, written, update.update_id, context.now)
    chosen = [(draft, own_assignment(context, draft.assignment_id)) for draft in bundle]
    await answer(update, context, m.WHICH_ONE(context.language), keyboards.pick_draft(chosen))


async def report_in_lines(update: Update, context: Context, lines: Sequence[str]) -> bool:
    """Several reports, a line each. False when fewer than two of the lines are reports; nothing is done then."""
    heard = [(line, hear(context, line)) for line in lines]
    written = [found for _, meaning in heard if (found := _written(context, meaning))]
    if len(written) < 2:
        return False
    unclear = [line for line, meaning in heard if _written(context, meaning) is None]
    bundle = drafts.open_bundle(context.db, context.person.id, written, update.update_id, context.now)
    await answer(
        update, context, _preview(context, bundle, unclear), keyboards.bundle(_cards(context, bundle), context.language)
    )
    return True


async def press(update: Update, context: Context) -> None:
    """Submit one or all of several reports, choose one of several readings, or give them up."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    if choice == "pick":
        await _pick(update, context, int(number))
    elif choice == "drop":
        drafts.drop_bundle(context.db, context.person.id, int(number))
        await acknowledge(update)
        await show(update, context, m.CANCELLED(context.language))
    else:
        await _submit(update, context, choice, int(number))


def answers_of(meaning: Understanding) -> Answers:
    """The answers of a report that a sentence gives; what it does not say is asked, but for figures and files."""
    status = Status(meaning.status) if meaning.status else None
    if status in (None, Status.CLOSED) and meaning.percent is not None:
        status = Status.SUBMITTED if meaning.percent == 100 else Status.IN_PROGRESS
    if status is None and (meaning.figures or meaning.note):
        status = Status.IN_PROGRESS
    if status is None:
        return {}
    fixed = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}
    blocked = status is Status.BLOCKED
    return {
        "status": status,
        "percent": fixed.get(status, meaning.percent),
        "note": "" if blocked else cut(meaning.note or "", drafts.NOTE_LENGTH),
        "obstacle": cut(meaning.note or "", drafts.NOTE_LENGTH) if blocked else None,
        "figures": dict(meaning.figures),
        "evidence": True,
    }


def _written(context: Context, meaning: Understanding) -> Written | None:
    """The assignment and answers of a line that is a whole report; a percent not given is the last one."""
    if meaning.intent is not Intent.REPORT or meaning.task is None:
        return None
    mine = [each for each in _mine(context, meaning.task) if each.id is not None]
    answers = answers_of(meaning)
    if len(mine) != 1 or mine[0].id is None or not answers or answers.get("obstacle") == "":
        return None
    seen = mine[0].last.id if mine[0].last else None
    percent = mine[0].percent if answers["percent"] is None else answers["percent"]
    return mine[0].id, {**answers, "percent": percent, "seen_report_id": seen}


async def _pick(update: Update, context: Context, draft_id: int) -> None:
    """The reading that was meant becomes the open draft."""
    draft = drafts.draft_by_id(context.db, context.person.id, draft_id)
    await acknowledge(update)
    if draft.bundle is not None:
        draft = drafts.take_out_of_bundle(context.db, draft, update.update_id, context.now)
    await ask(update, context, draft)


async def _submit(update: Update, context: Context, choice: str, number: int) -> None:
    """Submit one draft by its id, or all of a bundle by the bundle's."""
    person_id = context.person.id
    if choice == "all":
        chosen = drafts.bundle_of(context.db, person_id, number)
        bundle = number
    else:
        one = drafts.draft_by_id(context.db, person_id, number)
        chosen, bundle = [one], one.bundle or 0
    if not chosen:
        raise StaleButton
    done = [submit(context.db, context.person, draft.id, context.now, context.zone, source(update)) for draft in chosen]
    await acknowledge(update)
    codes = "、".join(each.assignment.code for each in done)
    rest = drafts.bundle_of(context.db, person_id, bundle)
    said = m.BUNDLE_DONE(context.language, codes=codes)
    if rest:
        await show(
            update,
            context,
            join([said, _preview(context, rest, [])]),
            keyboards.bundle(_cards(context, rest), context.language),
        )
    else:
        await show(update, context, said)


def _preview(context: Context, bundle: Sequence[Draft], unclear: Iterable[str]) -> Html:
    """Every report of a bundle as it would be stored, and the lines that were not understood."""
    parts = [m.BUNDLE_HEAD(context.language, count=len(bundle))]
    for draft, assignment in _cards(context, bundle):
        parts.append(texts.heading(assignment, context.language, speaks_for_several(context)))
        parts.append(texts.answers(form_of(context.db, draft, assignment), context.language))
    lines = [html(cut(line, 100)) for line in unclear]
    return join([*parts, m.BUNDLE_UNCLEAR(context.language) if lines else Html(""), *lines])


def _cards(context: Context, bundle: Iterable[Draft]) -> list[tuple[Draft, Assignment]]:
    return [(draft, own_assignment(context, draft.assignment_id)) for draft in bundle]


def _mine(context: Context, code: str) -> list[Assignment]:
    return assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
