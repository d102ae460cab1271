"""Reports in a sentence: on the task that it names, on the open report, or on a task still to be chosen."""

from dataclasses import replace

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.reporting import batches
from data.reporting.drafts import Draft, Step, find_draft, give_answers, take_up_draft
from data.reporting.forms import Form
from data.reporting.reports import has_reported
from data.reporting.reviews import FullReport, full_report, reports_made_on
from data.reporting.withdrawals import newest_of_the_unit
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says, values_of
from data.understanding.list_exceptions import left_out_of_lists
from data.understanding.meaning import STATEMENTS
from data.understanding.normalise.tables import without_bars
from data.understanding.orders import quoted
from data.understanding.reporting.answer_names import without_name
from data.understanding.reporting.corrections import adds_its_numbers, correction_said, days_reported
from data.understanding.reporting.numbers_put_right import number_correction
from data.understanding.statuses import denies_obstacles
from handlers.dialog import Answers, Place, acts_on, press_button_of
from handlers.dialog.texts import NOT_HANDLED
from handlers.reporting.batch import begin_batch, reports_in_lines
from handlers.reporting.batch_lines import NOT_TOLD, as_reported_last, like_another
from handlers.reporting.changes_in_words import answers_added
from handlers.reporting.drafts import as_draft, load_form, reports_to_resume, resumed_after_a_day, waiting_for_a_day
from handlers.reporting.line_splitting import parts_on
from handlers.reporting.no_change import offer_no_change
from handlers.reporting.paragraphs import only_in_chapters
from handlers.reporting.report import ask_open_question, begin_report, begin_report_on_code, open_draft, update_command
from handlers.reporting.resubmission import (
    newest_if_late,
    only_returned_report,
    report_just_made,
    supplement_returned,
)
from handlers.reporting.statements import (
    Statement,
    draft_answers_with,
    new_report_answers,
    statement_of,
    words_beside_task,
)
from handlers.reporting.task_choice import KEY, TASK_CHOICE, ask_task_to_report
from handlers.reporting.texts.report import also_taken
from handlers.reporting.texts.unfinished import NOTHING_REPORTED
from handlers.reporting.turn import Turn, told_of_task
from handlers.tasks.own_tasks import all_own_assignments, only_own_assignment, own_assignment, own_assignments
from handlers.telegram import (
    Context,
    For,
    Verb,
    answer,
    delete_message,
    hear,
    hear_report,
    named_in_words,
    still_there,
    text_of,
    unpack,
    with_aim,
)
from handlers.telegram.understanding import only_counts_things
from handlers.wording import NOTHING, Html, join, refusal, series


async def report_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Take what a sentence reports, without excepted tasks (除了4-2). Raises UnknownTask, NotYours or TaskClosed."""
    if meaning.task is not None and {*of_kind(meaning, Kind.CODE)} & {*left_out_of_lists(meaning)}:
        meaning = replace(meaning, task=None)
    if meaning.task is None and not says(meaning, "no_change.said"):
        await _report_on_some_task(update, context, meaning)
    elif meaning.task is None or (meaning.percent is None and says(meaning.note or "", "no_change.said")):
        await report_no_change_in_words(update, context, meaning)
    else:
        with named_in_words(meaning):
            await report_in_a_line(update, context, meaning)


async def report_no_change_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Offer to report no change in the named task, or in those to be checked on. Raises UnknownTask or TaskClosed."""
    with named_in_words(meaning):
        if meaning.task and says(meaning, "no_change.said_of_others"):
            await report_in_a_line(update, context, with_aim(context, meaning, Aim.REPORT))
            return
        await _offer_unchanged(update, context, *([meaning.task] if meaning.task else values_of(meaning, Kind.CODE)))


async def _offer_unchanged(update: Update, context: Context, *codes: str) -> None:
    """Offer to report no change in tasks; a single one with a deadline is reported on again as it stands. Raises
    UnknownTask or TaskClosed."""
    mine = only_own_assignment(context, codes[0]) if len(codes) == 1 else None
    again = as_reported_last(mine) if mine is not None else None
    await (report_on(update, context, mine, again) if mine and again else offer_no_change(update, context, *codes))


def _reported_alike(context: Context, heard: Understanding) -> tuple[Assignment, Statement] | None:
    """Return the task that a sentence says to be as the one just reported on, which was shown last (2-7也一样), or as
    another just reported on (2-7和1-9一样), and what was reported there; None if it is neither."""
    if context.open_dialog is not None:
        return None
    report, codes = None, like_another(heard)
    if codes:
        report = newest_of_the_unit(context.db, context.person, codes[1])
        report = report if report is not None and report.at >= context.just_now else None
    elif len(codes := values_of(heard, Kind.CODE)) == 1 and says(heard, "asked.only_likewise"):
        shown = context.last_messages.shown(Verb.WITHDRAW)
        report = full_report(context.db, int(shown)) if shown is not None and shown.isdecimal() else None
    mine = own_assignments(context, codes[0]) if report is not None else []
    if report is None or len(mine) != 1 or report.code == codes[0] or report.status is Status.CLOSED:
        return None
    obstacle = report.obstacle or None if report.status is Status.BLOCKED else None
    return mine[0], Statement(report.status, percent=report.percent or None, note=report.note, obstacle=obstacle)


def _unblocked(context: Context, heard: Understanding) -> tuple[Assignment, Statement] | None:
    """Return the user's only blocked task, and that it goes on, if a sentence without a code says that what held it up
    is over (困难解决了, 协调好了 编制批了); None if it does not."""
    text = heard.text
    over = denies_obstacles(text.lower()) or says(heard, "asked.goes_on_again", "asked.trouble_over")
    if not over or heard.names(Kind.CODE) or Mood.ASKS in heard.moods or context.open_dialog is not None:
        return None
    blocked = [each for each in all_own_assignments(context) if each.status is Status.BLOCKED]
    if len(blocked) != 1:
        return None
    told = told_of_task(context, blocked[0].code, text) or Statement(
        Status.IN_PROGRESS, note=quoted(text, 0, len(text))
    )
    return blocked[0], told if told.stated else replace(told, status=Status.IN_PROGRESS, stated=True)


def _goes_on_from_then(context: Context, heard: Understanding) -> tuple[list[Assignment], Statement] | None:
    """Return the tasks reported on, on the day that a sentence without a code names, and the figures, percent or
    addition that it tells besides (昨天那个又抓了2个); None if it puts something right, or asks."""
    said = find_order(heard, "report_corrections.reported_then") if context.person.speaks_for else None
    puts_right = number_correction(heard.text) is not None or says(heard, "report_corrections.said_instead")
    if said is None or heard.names(Kind.CODE) or puts_right or Mood.ASKS in heard.moods or context.open_dialog:
        return None
    days = days_reported(said["when"], context.today)
    made = reports_made_on(context.db, context.person, *days) if days is not None else []
    mine = [task for code in dict.fromkeys(each.code for each in made) for task in own_assignments(context, code)]
    mine = [each for each in mine if not each.finished]
    told = told_of_task(context, mine[0].code, said["told"]) if mine else None
    if told is None or not (told.has_figures or told.percent is not None or adds_its_numbers(said["told"])):
        return None
    return mine, replace(told, note=quoted(heard.text, 0, len(heard.text)))


@acts_on(_goes_on_from_then, for_=For.SPEAKERS, known=False)
async def report_on_what_was_then(update: Update, context: Context, found: tuple[list[Assignment], Statement]) -> None:
    """Begin a report on the task reported on then, to be checked, or ask which of several is meant. Raises NotYours or
    TaskClosed."""
    tasks, told = found
    if len(tasks) == 1:
        await report_on(update, context, tasks[0], told)
    else:
        await ask_task_to_report(update, context, told.note or "", tasks)


async def _report_found(update: Update, context: Context, found: tuple[Assignment, Statement]) -> None:
    """Begin a report with what was found, to be checked. Raises NotYours or TaskClosed."""
    await report_on(update, context, *found)


report_likewise = acts_on(_reported_alike, for_=For.SPEAKERS, known=False)(_report_found)
report_unblocked = acts_on(_unblocked, for_=For.SPEAKERS, known=False)(_report_found)


async def report_parts_of_task(update: Update, context: Context, meaning: Understanding) -> bool:
    """Take figures of an own task, named by its code, or words under the name of the note as a report although the
    sentence might only ask to see it (1-3 本月完成检查120家; 给1-2加个备注 卷宗在支队); return whether it tells any."""
    words = words_beside_task(meaning)
    tells = meaning.names(Kind.FIGURE) or without_name(Step.NOTE, words) != words
    told = tells and meaning.names(Kind.CODE) and not {*meaning.moods} & NOT_TOLD
    if not told or only_own_assignment(context, meaning.task, meaning.unit) is None:
        return False
    await report_in_words(update, context, with_aim(context, meaning, Aim.REPORT))
    return True


async def report_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Take what a message reports on several tasks; return whether it does. One that rather asks (我一个都没动，会不会
    逾期) reports nothing, unless it has numbers."""
    text = without_bars(text_of(update))
    if not context.person.speaks_for:
        return False
    if unchanged := find_order(meaning, "no_change.said_of_tasks"):
        with named_in_words(meaning):
            await _offer_unchanged(update, context, *unchanged.codes)
        return True
    has_numbers = meaning.names(Kind.PERCENT, Kind.FIGURE)
    if Mood.ASKS in meaning.moods and not (meaning.aim in (Aim.REPORT, Aim.CORRECT) or has_numbers):
        return False
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if only_in_chapters(context, lines):
        return False
    several = reports_in_lines(context, lines)
    if several is not None:
        await begin_batch(update, context, several)
    return several is not None


async def _report_on_some_task(update: Update, context: Context, meaning: Understanding) -> None:
    """Take a report without a task into the open report or the only returned one, or ask for its task."""
    draft, statement = find_draft(context.db, context.person.id), statement_of(meaning)
    draft = None if draft is not None and waiting_for_a_day(context, draft) is not None else draft
    if statement is None:
        await update_command(update, context)
    elif draft is not None:
        await fill_in_draft(update, context, draft, statement)
    elif (returned := only_returned_report(context)) is not None:
        await supplement_returned(update, context, returned, statement)
    elif (late := _told_of_just_now(context, meaning) or _late_report_with(context, statement)) is not None:
        await report_on(update, context, own_assignment(context, late.assignment_id), statement)
    elif _corrects_nothing(context, meaning):
        await answer(update, context, NOTHING_REPORTED(context.language))
    else:
        await ask_task_to_report(update, context, text_of(update))


def _corrects_nothing(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence puts a report right although there is none, not even an unsubmitted one."""
    corrects = meaning.aim is Aim.CORRECT or correction_said(meaning) is not None
    corrects = corrects and says(meaning, "report_corrections.looked_back")
    return corrects and not (reports_to_resume(context) or has_reported(context.db, context.person))


def _told_of_just_now(context: Context, meaning: Understanding) -> FullReport | None:
    """Return the report just made if a sentence without a task says that it goes on from it (刚才报的进度是60%，现在
    70%), unless it was made with others; else None."""
    report = report_just_made(context) if says(meaning, "report_corrections.moment_ago") else None
    alone = report is not None and batches.batch_of_several(context.db, report.id) is None
    return report if alone and not meaning.names(Kind.TASK, Kind.UNIT) else None


def _late_report_with(context: Context, said: Statement) -> FullReport | None:
    """Return the user's newest report, if it was made yesterday or today and has all the figures that are said, which
    may put it right or add to it; else None."""
    report = newest_if_late(context) if said.figures else None
    has_all = report is not None and {*said.figures} <= {each.indicator for each in report.figures}
    return report if has_all else None


async def report_in_a_line(update: Update, context: Context, meaning: Understanding) -> None:
    """Take a report that names its task, perhaps only by what it counts (打掉制假窝点3个); if several of the user's
    units have it, ask which. Raises UnknownTask and TaskClosed."""
    task = meaning.task
    assert task is not None and update.message is not None
    if only_counts_things(meaning):
        meaning = hear_report(context, task, quoted(meaning.text, 0, len(meaning.text)))
    mine = own_assignments(context, task, meaning.unit) or own_assignments(context, task)
    statement = None if only_names_a_file(update, meaning) else statement_of(meaning)
    before = batches.unsubmitted_draft(context.db, context.person.id, mine[0].id) if len(mine) == 1 else None
    turn = _turn(context, mine[0], before, meaning) if len(mine) == 1 else None
    if before is not None and turn is not None and (added := answers_added(turn)):
        await ask_open_question(update, context, _with_answers(update, context, before, added), Place.BELOW)
        return
    found = turn.right if turn is not None else None
    if turn is not None and found is None and before is not None:
        found = turn.right_among_others
    if turn is not None and turn.draft.status is Status.SUBMITTED:
        statement = turn.as_it_stood(statement)
    if found is not None and (statement is None or (before is not None and found.stated)):
        statement = found
    elif found is not None and found.figures and statement is not None:
        statement = replace(statement, figures={**statement.figures, **found.figures}, adds=False)
    elif before is not None and statement is not None and statement.percent is None:
        statement = _with_percent_asked_for(context, before, statement)
    if len(mine) == 1 and statement is not None:
        await report_on(update, context, mine[0], statement, corrects=found is not None)
    elif statement is not None and (still_open := [each for each in mine if not each.finished]):
        await ask_task_to_report(update, context, update.message.text or update.message.caption or "", still_open)
    elif len(mine) == 1 and update.message.text is None and (returned := _returned(context, mine[0])) is not None:
        await supplement_returned(update, context, returned, None)
    else:
        await begin_report_on_code(update, context, task)


def only_names_a_file(update: Update, meaning: Understanding) -> bool:
    """Return whether a sentence is the caption of a file and tells nothing of the work (1-2 总结)."""
    is_caption = update.message is not None and update.message.text is None
    return is_caption and not meaning.note and not meaning.names(*STATEMENTS)


def _turn(context: Context, assignment: Assignment, before: Draft | None, meaning: Understanding) -> Turn:
    """Return a sentence as one about the unsubmitted or returned report on its task, or about how that stands."""
    returned = _returned(context, assignment) if before is None else None
    stands = Draft(0, context.person.id, assignment.id, Step.PREVIEW, assignment.status, assignment.percent)
    stands = as_draft(context, returned) if returned is not None else stands
    return Turn(context, before or stands, words_beside_task(meaning))


def _with_percent_asked_for(context: Context, draft: Draft, said: Statement) -> Statement:
    """Return `said` with a bare number as the percent (还差个会签，大概80), if that is what is being asked for."""
    asked = draft.is_open and draft.step is Step.PERCENT
    told = Turn(context, draft, said.note or "").told if asked else None
    return replace(said, percent=told.percent) if told is not None and told.percent is not None else said


async def report_on(
    update: Update,
    context: Context,
    assignment: Assignment,
    said: Statement | None,
    place: Place = Place.BELOW,
    *,
    corrects: bool = False,
) -> None:
    """Take a statement into the unsubmitted or returned report on an assignment, or begin one with it, or without it if
    nothing is stated. What was left for a day stays as it was and is told, unless the statement corrects it or is only
    figures. Raises NotYours or TaskClosed."""
    if said is None:
        await begin_report(update, context, assignment.id, place)
        return
    assignment = own_assignment(context, assignment.id)
    before = batches.unsubmitted_draft(context.db, context.person.id, assignment.id)
    left = waiting_for_a_day(context, before) if before is not None and not corrects else None
    if before is not None and (left is None or said.only_figures):
        await fill_in_draft(update, context, before, said, place)
    elif (returned := _returned(context, assignment)) is not None:
        await supplement_returned(update, context, returned, said, place)
    else:
        answers = new_report_answers(context, assignment, said, percent_stays=False)
        begun = open_draft(update, context, assignment.id, **answers)
        first = join([_first(context, None, begun, said), left or NOTHING])
        await ask_open_question(update, context, begun, place, first=first)
        context.question_shown = context.question_shown or left is not None


def _returned(context: Context, assignment: Assignment) -> FullReport | None:
    last = assignment.last
    return full_report(context.db, last.id) if last is not None and last.returned is not None else None


async def fill_in_draft(
    update: Update, context: Context, draft: Draft, said: Statement, place: Place = Place.BELOW
) -> None:
    """Take a statement into an unsubmitted report, and continue it in the dialog. One that was left for a day is named
    with its day, and with the figures that are replaced."""
    answers = draft_answers_with(context, draft, said)
    before = load_form(context, draft)
    resumed = resumed_after_a_day(context, before, answers["figures"] or {})
    filled = _with_answers(update, context, draft, answers)
    first = join([resumed, _first(context, before, filled, said)])
    await ask_open_question(update, context, filled, place, first=first)


def _with_answers(update: Update, context: Context, draft: Draft, answers: Answers) -> Draft:
    """Return an unsubmitted report, taken up with these answers."""
    filled = give_answers(context.db, draft, answers, update.update_id, context.now)
    return take_up_draft(context.db, filled, update.update_id, context.now)


def _first(context: Context, before: Form | None, now: Draft, said: Statement) -> Html:
    """Return why parts of the statement cannot be taken, and what was taken besides the answer."""
    asked = before.draft.step if before else None if said.stated else Step.STATUS
    taken = also_taken(before, load_form(context, now), asked, context.language)
    return join([*(refusal(each, context.language) for each in said.faults), taken])


async def press_said(update: Update, context: Context) -> None:
    """Handle a pressed task. Raises StaleButton if no choice is open below this message."""
    query = update.callback_query
    assert query is not None and query.message is not None
    dialog = still_there(dialogs.find_shown(context.db, context.person.id, TASK_CHOICE.kind, query.message.message_id))
    await press_button_of(update, context, dialog, KEY, *unpack(query.data).arguments)


async def report_on_chosen(update: Update, context: Context, dialog: Dialog) -> None:
    """Continue the report on the chosen task. Raises NotYours or TaskClosed."""
    place = Place.NEWEST if update.callback_query else Place.BELOW
    if place is Place.BELOW and dialog.message_id is not None:
        await delete_message(context, context.private_chat_id, dialog.message_id)
    assignment = own_assignment(context, dialog.answers[KEY])
    said, of_others = parts_on(context, dialog.answers["said"], assignment.code)
    heard = with_aim(context, hear(context, said), Aim.REPORT) if said else None
    if heard is not None and not heard.names(Kind.CODE):
        heard = hear_report(context, assignment.code, said)
    statement = statement_of(heard) if heard is not None else None
    if of_others:
        await answer(update, context, NOT_HANDLED(context.language, words=series(of_others, context.language)))
    await report_on(update, context, assignment, statement, place)
