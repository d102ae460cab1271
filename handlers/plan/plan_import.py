"""The dialog that imports a plan file: doubtful units, whether it is a new plan, changes made in the chat, preview."""

from telegram import InlineKeyboardButton, Update

from data.dialogs import Dialog
from data.office.plan_import import import_with_undo
from data.office.plans import left_waiting, plan_at_end
from data.plan.plan import all_plans, known_plan
from data.plan.readings import PlanFile, reading_by_id
from data.plan.tasks import count_tasks
from handlers.dialog import Declaration, Ending, Talk, begin
from handlers.plan.imported_file import PlanImport, file_wins, is_new, issue_day, title_of
from handlers.plan.plan_import_questions import QUESTIONS
from handlers.plan.texts import plan_import as texts
from handlers.plan.texts.plan_import import UNDO_IMPORT
from handlers.plan.texts.plans import CARRY
from handlers.telegram import Context, Verb, answer, button, menu, undo_keyboard
from handlers.telegram.sending import send_made_file
from handlers.wording import Html, cut, join, plain, write_fitting

MOST_SHOWN = 2500
"""Differences of more characters than this are also sent as a file."""


async def begin_import(update: Update, context: Context, file: PlanFile) -> None:
    """Begin to import `file`, and send long differences as a text file. Files without tasks are ignored, and those that
    change nothing only get an answer."""
    subject = PlanImport(context.db, file, known_plan(context.db))
    proposal = subject.proposal({})
    changes = proposal.changes
    if not file.reading.rows:
        return
    if subject.present and not (changes.new or changes.changed or changes.gone or proposal.kept):
        await answer(update, context, texts.NOTHING_DIFFERS(context.language))
        return
    lines = texts.difference_lines(proposal, context.language)
    apart = subject.present is not None and proposal.loss is None and len("\n".join(lines)) > MOST_SHOWN
    if apart:
        content = plain(join(lines)).encode("utf-8-sig")
        await send_made_file(update, context, content, plain(texts.DIFFERENCES(context.language)))
    await begin(update, context, IMPORT, file.id, answers={"apart": apart})


def _load(context: Context, dialog: Dialog) -> PlanImport:
    return PlanImport(context.db, reading_by_id(context.db, dialog.subject_id), known_plan(context.db))


def _preview(talk: Talk[PlanImport]) -> Html:
    context, archives = talk.context, talk.subject.present is not None and is_new(talk.subject, talk.answers)
    waiting = left_waiting(context.db, context.today) if archives else None
    return write_fitting(
        lambda most: texts.preview(talk.subject, talk.answers, context.today, talk.language, most, waiting)
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    subject, answers = _load(context, dialog), dialog.answers
    done = import_with_undo(
        context.db,
        context.actor,
        subject.reading(answers),
        title_of(subject, answers),
        issue_day(subject, answers, context.today),
        subject.file.name,
        dialog.source,
        new_plan=is_new(subject, answers),
        file_wins=file_wins(answers),
    )
    plan = known_plan(context.db)
    text = texts.IMPORTED(context.language, title=plan.title if plan else "", tasks=count_tasks(context.db))
    carry = _carry_over(context) if answers.get("as") == "new" else []
    return Ending(text, undo_keyboard(done, context.language, carry, words=UNDO_IMPORT))


def _carry_over(context: Context) -> list[InlineKeyboardButton]:
    """Return the button that carries open tasks of the previous plan over into the new one; empty if there are none."""
    before = next((each for each in all_plans(context.db) if not each.current), None)
    if before is None or not plan_at_end(context.db, before.id, context.today).still_open:
        return []
    return [button(CARRY(context.language), Verb.PLAN, "carry", before.id)]


async def _say_what_is_next(update: Update, context: Context, dialog: Dialog) -> None:
    """After the very first import, say how to bring people in, and update the reply keyboard."""
    if "title" in dialog.answers and len(all_plans(context.db)) == 1:
        await answer(update, context, texts.NEXT(context.language), menu(context.person, context.language))


IMPORT: Declaration[PlanImport] = Declaration(
    kind="import",
    load=_load,
    questions=QUESTIONS,
    preview=_preview,
    submit=texts.IMPORT,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, name=cut(talk.subject.file.name, 60)),
    afterwards=_say_what_is_next,
)
"""The dialog that imports a plan file."""
