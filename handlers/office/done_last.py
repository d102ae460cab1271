"""What the office did last of the plan, a report or the settings: in words, taken back, and told to the units."""

from functools import partial

from telegram import InlineKeyboardMarkup, Update

from data.acts.recorded_acts import Act, find_act, undo_act
from data.office.audit_trail import AuditLine
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import is_undone, undo_change
from data.people.people import Person
from data.plan.tasks import count_tasks
from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import last_verdict, undo_verdicts, verdict_stands
from handlers.office import keyboard as buttons
from handlers.office.texts import plan_changes as of_plan
from handlers.office.texts import verdict_undone as of_verdict
from handlers.office.texts.audit import what_was_done
from handlers.office.texts.settings_undone import setting_text, undone
from handlers.telegram import NOTHING, Context, Html, Language, answer, cut, fitting, join, pressed, show
from handlers.telegram.keyboards import undo_row


def to_take_back(done: PlanChange | Reviewed | Act, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What was done, and the button that takes it back."""
    match done:
        case PlanChange():
            return _change_text(done, language), buttons.undo_change(done, language)
        case Reviewed():
            return of_verdict.verdict_text(done, language), buttons.undo_verdict(done, language)
        case Act():
            return setting_text(done, language), InlineKeyboardMarkup([undo_row(done, language)])


def _change_text(done: PlanChange, language: Language) -> Html:
    """A change, task by task; of an import how many tasks it has touched."""
    if done.kind is ChangeKind.IMPORT:
        return of_plan.IMPORT(language, file=cut(done.subject, 60), count=sum(each.is_news for each in done.tasks))
    return of_plan.change_lines(done, None, language)


async def show_last_verdict(
    update: Update, context: Context, code: str = "", unit: str = "", first: Html = NOTHING
) -> None:
    """The last verdict, of a task and a unit where they are named, with the button that takes it back; where there is
    none, only what stands above it."""
    found, language = last_verdict(context.db, context.now, code, unit), context.language
    if found is None:
        await answer(update, context, first or of_verdict.NOTHING_TO_UNDO(language))
        return
    report, at, by = found
    text = of_verdict.last(report, at.astimezone(context.zone), by, context.today, language)
    await answer(update, context, join([first, text]), buttons.undo_verdict(report, language))


def taken_back(context: Context, done: PlanChange | Reviewed | Act) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Take it back, and say so. Raises what the use-case of each raises."""
    match done:
        case PlanChange():
            return _change_undone(context, done.id), None
        case Reviewed():
            return _verdict_undone(context, done.report_id)
        case Act():
            return _setting_undone(context, done.id), None


def _change_undone(context: Context, change_id: int) -> Html:
    undone_before = is_undone(context.db, change_id)
    done = undo_change(context.db, context.actor, change_id)
    if done.kind is ChangeKind.IMPORT:
        return of_plan.IMPORT_UNDONE(context.language, tasks=count_tasks(context.db))
    heard = of_plan.UNDONE_BEFORE if undone_before else of_plan.UNDONE_TOLD if done.told else of_plan.UNDONE
    return join([heard(context.language), of_plan.change_lines(done, None, context.language, back=True)])


def _verdict_undone(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """The verdict on a report, and those given with it."""
    given = verdict_stands(context.db, report_id)
    done = undo_verdicts(context.db, context.actor, report_id)
    keyboard = buttons.waiting_reports(done, context.language)
    if given:
        return of_verdict.undone(done, context.language), keyboard
    return of_verdict.UNDONE_BEFORE(context.language, code=done[0].code), keyboard


def _setting_undone(context: Context, audit_id: int) -> Html:
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return undone(act, context.language, before=undone_before)


async def undo_change_pressed(update: Update, context: Context) -> None:
    """撤销 of a change of the plan. Raises StaleButton, TooLateToUndo and ChangedSince."""
    await show(update, context, _change_undone(context, int(pressed(update)[1])))


async def undo_verdict_pressed(update: Update, context: Context, report_id: int) -> None:
    """撤销 of 通过 or 退回. Raises StaleButton and VerdictStands."""
    await show(update, context, *_verdict_undone(context, report_id))


async def undo_setting_pressed(update: Update, context: Context) -> None:
    """撤销 of what was set or decided, by its button. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the
    change back raises."""
    await show(update, context, _setting_undone(context, int(pressed(update)[1])))


def change_letter(change: PlanChange, reader: Person, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """What somebody of a unit hears of a change, or that it is undone, and the tasks to look at."""
    head = (of_plan.UNDONE_FOR_UNIT if change.undone else of_plan.CHANGED_FOR_UNIT)(language)
    lines = partial(of_plan.change_lines, change, reader.units, language, back=change.undone)
    text = fitting(lambda most: join([head, lines(most=most)]))
    return text, buttons.tasks_of_change(change, reader.units)


def verdict_undone_letter(report: Reviewed, language: Language) -> Html:
    """What the unit hears of a verdict that was taken back."""
    return of_verdict.LETTER(language, code=report.code, title=report.title.said_in(language))


def line_of(line: AuditLine, language: Language) -> Html:
    """A line of the record, without when and by whom."""
    return what_was_done(line, language)
