"""Sentences soon after a report that correct it or add to it, read as if its preview were still open."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from telegram import Update

from data import dialogs
from data.errors import Refusal, unless
from data.errors.reporting import FilesComeHere
from data.plan.indicators import indicators
from data.reporting.batches import batch_of_several, reports_of_batch
from data.reporting.drafts import REPORT_DIALOG, UNDER_WAY, Step, find_draft
from data.reporting.numbers_put_right import put_right_outright
from data.reporting.reviews import FullReport
from data.reporting.totals import figures_put_right
from data.reporting.withdrawals import newest_correctable, newest_of_the_unit, withdrawable_reports_since
from data.standing.standing import Verdict
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.dialog.turns import TurnMeaning
from data.understanding.dialog.words_edited import to_be_removed, with_words_added
from data.understanding.entities.amounts import find_amounts
from data.understanding.lines_named import with_names_for_places
from data.understanding.normalise.sentence import blank, first_clause
from data.understanding.orders import as_written, quoted
from data.understanding.reporting.answer_names import corrects_answers, part_put_off, sends_files
from data.understanding.reporting.corrections import tasks_meant_instead, without_code, without_looking_back
from data.understanding.reporting.numbers_put_right import back_to_number, number_correction, without_words_behind
from data.understanding.sureness import LIKELY
from handlers.dialog import Answers, Place
from handlers.reporting.batch_dialog import which_stored_report
from handlers.reporting.changes_in_words import answers_changed_by, answers_without, differing
from handlers.reporting.counted_figures import months_before
from handlers.reporting.drafts import answers_of_report, as_draft, load_form
from handlers.reporting.report import ask_open_question, open_draft, unfinished_draft
from handlers.reporting.report_in_words import report_on
from handlers.reporting.resubmission import (
    is_late,
    newest_if_late,
    only_returned_report,
    reopen_report,
    report_just_made,
    report_with_the_wrong_number,
)
from handlers.reporting.statements import AROUND, Statement, checked_figures, join_lines, statement_of
from handlers.reporting.texts.figures import OF_PAST_MONTHS
from handlers.reporting.texts.unfinished import (
    FILES_CAN_FOLLOW,
    MORE_SAID,
    OF_THE_WRONG_TASK,
    WHAT_IS_RIGHT,
    WHICH_IS_RIGHT,
)
from handlers.reporting.turn import BY_HOW_MUCH, Turn
from handlers.tasks.own_tasks import assignment_shown_last, only_own_assignment, own_assignments
from handlers.telegram import Context, Verb, answer, hear, hear_report, text_of
from handlers.telegram.task_buttons import below_stored_report
from handlers.telegram.understanding import only_counts_things
from handlers.wording import NOTHING, cut, refusal

OF_THE_LAST = "report_corrections.of_the_last"
LOOKING_BACK = "report_corrections.looked_back"
LOOKS_BACK = (OF_THE_LAST, LOOKING_BACK)
INSTEAD = "report_corrections.right_instead"
MORE_TO_SAY = "report_corrections.more_said"
A_MONTH = timedelta(days=31)
NO_AFTERTHOUGHTS = (Aim.WITHDRAW, Aim.SNOOZE, Aim.EXTENSION, Aim.SETTINGS)


def _figures_just_reported(context: Context) -> list[str]:
    made = report_just_made(context)
    return [each.indicator for each in made.figures] if made is not None else []


async def show_afterthought(
    update: Update, context: Context, meaning: Understanding, put_right: FullReport | None = None
) -> bool:
    """Show the user's latest report with what a sentence corrects or adds, or that which it surely puts right (None: if
    it does, as `report_put_right` finds it), to be submitted again; return whether the sentence does so."""
    meaning = _of_its_task(_with_number_put_right(context, _with_code_for_place(context, meaning)))
    if not _may_be_one(context, meaning):
        return False
    put_right = None if _reports_anew(meaning) else put_right or report_put_right(context, meaning)
    if put_right is None and _another_is_unfinished(context):
        return False
    if _says_wrong_task(meaning) or names_the_right_task(context, meaning):
        return await _take_for_another_task(update, context, meaning)
    report = put_right or (_report_meant(context, meaning) if _looks_back(context, meaning) else None)
    if report is None:
        return await _add_to_earlier_report(update, context, meaning)
    return await _show_changed(update, context, report, meaning)


def _with_code_for_place(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence with the code of the report made just now with others that it names by its place (第二条立案应
    为6起)."""
    report = None if meaning.names(Kind.CODE) else report_just_made(context)
    batch = batch_of_several(context.db, report.id) if report is not None else None
    if batch is None:
        return meaning
    codes = [each.code for each in reports_of_batch(context.db, context.person.id, batch)]
    named = with_names_for_places(meaning.text, codes)
    return hear(context, named) if named != meaning.text else meaning


def _with_number_put_right(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence that puts a number right beside other words as one that says so outright."""
    known = tuple(indicators(context.db))
    plain = put_right_outright(without_words_behind(meaning.text), known, partial(_figures_just_reported, context))
    return hear(context, plain) if plain != meaning.text and number_correction(plain) else meaning


def _of_its_task(meaning: Understanding) -> Understanding:
    """Return a sentence without the task that only its title names, if it counts things or adds words to the note, in
    which words of a title may stand."""
    adds = adds_to_it(without_code(meaning)) and not meaning.names(Kind.CODE)
    return replace(meaning, task=None, candidates=()) if only_counts_things(meaning) or adds else meaning


def _may_be_one(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence may be about a report that was made: it asks nothing, and wants nothing else unless it
    takes something out."""
    if not _has_reported(context, meaning) or Mood.ASKS in meaning.moods:
        return False
    return meaning.aim not in NO_AFTERTHOUGHTS or _takes_out(without_code(meaning))


def _takes_out(said: str) -> bool:
    return to_be_removed(said) is not None or says(said, "removals.of_the_files")


def _reports_anew(meaning: Understanding) -> bool:
    reports = meaning.aim is Aim.REPORT and meaning.names(Kind.CODE)
    return reports and number_correction(without_code(meaning)) is None


def _looks_back(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence is by its words, or by what it gives, about what was reported."""
    said = without_code(meaning)
    correction = number_correction(said)
    return (
        says(meaning, LOOKING_BACK, INSTEAD, MORE_TO_SAY, BY_HOW_MUCH)
        or _takes_out(said)
        or adds_to_it(said)
        or corrects_answers(said)
        or (correction is not None and bool(correction.wrong))
        or _is_only_a_percent(context, meaning)
        or _is_only_of_its_numbers(context, meaning)
        or takes_out_a_part(context, meaning, first_clause(said))
    )


async def _show_changed(update: Update, context: Context, report: FullReport, meaning: Understanding) -> bool:
    """Show a report with what a sentence corrects or adds, or tells behind a denial, and return whether there is any;
    ask which one is meant if it was made with others and the sentence does not tell them apart."""
    said = without_code(meaning)
    several = batch_of_several(context.db, report.id) if meaning.task is None else None
    if several is not None and (only := _only_one_with_those_words(context, several, said)) is not None:
        report, several = only, None
    if says(meaning, "report_corrections.anew"):
        report = replace(report, note="", obstacle="", figures=())
    said, whole = as_written(meaning.text, said), quoted(meaning.text, 0, len(meaning.text))
    given, more = _put_right_or_added(context, report, said, said if said in whole else whole)
    told = None if given else _told_behind_a_denial(context, report, meaning)
    if not given and told is None:
        return False
    if given and several is not None:
        await answer(update, context, *which_stored_report(context, several))
        return True
    first = MORE_SAID(context.language, said=cut(said, 60)) if given and more else NOTHING
    await reopen_report(update, context, report, Place.BELOW, told, first=first, **given, **_links(report))
    return True


def _has_reported(context: Context, meaning: Understanding) -> bool:
    """Return whether the user speaks for a unit, or has just reported for one and looks back without naming another
    (刚才海关那个报错了 是30%)."""
    if context.person.speaks_for or not says(meaning, *LOOKS_BACK):
        return bool(context.person.speaks_for)
    made = report_just_made(context)
    named = {value for each in of_kind(meaning, Kind.UNIT) for value in each.values}
    return made is not None and named <= {made.unit}


def _told_behind_a_denial(context: Context, report: FullReport, meaning: Understanding) -> Statement | None:
    """Return what a sentence tells of the report on its task after a clause that only says that it is wrong (8-2错了，
    收到情报2条), or None."""
    said = without_code(meaning)
    told = _behind_a_denial(said)
    return _turn_on(context, report, told).reported if meaning.names(Kind.CODE) and told not in ("", said) else None


def _behind_a_denial(said: str) -> str:
    """Return what a text says behind a clause that only says that something is wrong (刚才报的不对，…), or all."""
    denial = first_clause(said)
    denies = says(denial, LOOKING_BACK) and not without_looking_back(denial)
    return said.partition(denial)[2].strip(AROUND) if denies else said


def _says_wrong_task(meaning: Understanding) -> bool:
    """Return whether a sentence says that the task was wrong, and not a number (wrong number, it's 50%)."""
    gives_a_number = meaning.percent is not None or bool(meaning.figures)
    return says(meaning, "report_corrections.wrong_task") and (meaning.task is not None or not gives_a_number)


def _only_one_with_those_words(context: Context, batch: int, said: str) -> FullReport | None:
    """Return the only one of the reports made together of which a text puts words or numbers of the note right."""
    made = [each for each in reports_of_batch(context.db, context.person.id, batch) if not each.final]
    rights = ((each, _turn_on(context, each, said).right) for each in made)
    meant = [each for each, right in rights if right is not None and right.rewritten is not None]
    return meant[0] if len(meant) == 1 else None


async def _add_to_earlier_report(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report on the named task with the words that are to be added (39-1补充：发放资料2000份), as far on as it
    was reported last; return False if there are none, it is not the user's, or its last report was returned. Raises
    TaskClosed."""
    words = with_words_added(Step.NOTE, without_code(meaning), "")
    if not words:
        return False
    mine = own_assignments(context, meaning.task, meaning.unit)
    if len(mine) != 1 or (mine[0].last is not None and mine[0].last.returned is not None):
        return False
    told = statement_of(hear_report(context, mine[0].code, words))
    if told is not None and not told.stated and told.percent is None and mine[0].status in UNDER_WAY:
        told = replace(told, percent=mine[0].percent)
    await report_on(update, context, mine[0], told and replace(told, note=words))
    return told is not None


async def tell_that_files_can_follow(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say how files are added to the latest report if a sentence puts them off (扫描件下午给) or says that they are or
    cannot be sent (传佐证); or, right below it, only that something is sent later (我明天再发). Return whether it
    does."""
    said = without_code(meaning)
    of_files = part_put_off(said) == "evidence" or sends_files(said)
    sends = of_files or (says(said, "later_parts.sent_later") and not says(meaning, "asked.report_promised"))
    if not (sends and context.person.speaks_for) or _another_is_unfinished(context):
        return False
    names_one = meaning.candidates or meaning.task
    report = _just_reported(context, meaning) or (None if names_one else newest_if_late(context))
    is_below = report is not None and bool(context.last_messages.offers(Verb.WITHDRAW, report.id))
    if report is not None and (of_files or is_below):
        await _say_how_files_follow(update, context, report)
        return True
    return False


async def tell_where_files_go(update: Update, context: Context) -> bool:
    """Say how files are added to the open report or to the one just made; return False if there is neither."""
    report = None if _another_is_unfinished(context) else report_just_made(context)
    if report is not None:
        await _say_how_files_follow(update, context, report)
    elif find_draft(context.db, context.person.id) is not None:
        await answer(update, context, refusal(FilesComeHere(), context.language))
    else:
        return False
    return True


async def _say_how_files_follow(update: Update, context: Context, report: FullReport) -> None:
    text = FILES_CAN_FOLLOW(context.language, code=report.code)
    await answer(update, context, text, below_stored_report(report.id, context.language))


async def answer_unclear_afterthought(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the buttons of the latest report if a sentence seems to correct it without saying how, or only says that
    its figures are of an earlier month, which they cannot be; return whether it does."""
    said = without_code(meaning)
    rather = meaning.aim in (Aim.UNKNOWN, Aim.CORRECT) and Mood.ASKS not in meaning.moods and says(said, LOOKING_BACK)
    if not (rather and _has_reported(context, meaning)) or _another_is_unfinished(context):
        return False
    report = _just_reported(context, meaning)
    if report is None:
        return False
    text = (WHICH_IS_RIGHT if _says_wrong_task(meaning) else WHAT_IS_RIGHT)(
        context.language, said=cut(text_of(update), 60), code=report.code
    )
    counts_things = any(each.is_of_things for each in find_amounts(said.lower()))
    if report.figures and not counts_things and (months := months_before(said, context.today)):
        text = OF_PAST_MONTHS(context.language, months=months)
    await answer(update, context, text, below_stored_report(report.id, context.language))
    return True


def _is_only_a_percent(context: Context, meaning: Understanding) -> bool:
    """Return whether the sentence gives only a percent (目前进度约30%) and no task has been shown since the report."""
    bare = meaning.percent is not None and not (meaning.figures or meaning.note or meaning.status)
    return bare and meaning.task is None and not meaning.candidates and assignment_shown_last(context) is None


def takes_out_a_part(context: Context, meaning: Understanding, clause: str) -> bool:
    """Return whether a clause of a sentence takes something out of the latest report (40%去掉，说不准)."""
    report = _just_reported(context, meaning) if to_be_removed(clause) is not None else None
    return report is not None and bool(answers_without(load_form(context, as_draft(context, report)), clause))


def _is_only_of_its_numbers(context: Context, meaning: Understanding) -> bool:
    """Return whether the sentence only gives other values for figures of the latest report (窝点是2个; 400万)."""
    instead = says(meaning, "report_corrections.said_instead")
    may_be = instead or not (meaning.figures or meaning.percent is not None)
    report = _just_reported(context, meaning) if may_be and any(map(str.isnumeric, meaning.text)) else None
    if report is None:
        return False
    turn = _turn_on(context, report, without_code(meaning))
    if not meaning.figures and turn.right_by_how_much is not None:
        return True
    if not (instead and meaning.figures) or meaning.task is not None:
        return False
    known = {each.indicator for each in report.figures}
    rest = blank(meaning.text, of_kind(meaning, Kind.FIGURE), " ").strip(AROUND)
    return bool(known) and known.issuperset(meaning.figures) and not rest


def _another_is_unfinished(context: Context) -> bool:
    """Return whether a report is open, or an unfinished one was touched after the latest report was submitted."""
    if unfinished_draft(context) is not None:
        return True
    waiting = [each for each in dialogs.parked_dialogs(context.db, context.person.id) if each.kind == REPORT_DIALOG]
    report = newest_correctable(context.db, context.person) if waiting else None
    return bool(waiting) and (report is None or any(each.touched_at > report.at for each in waiting))


def _report_meant(context: Context, meaning: Understanding) -> FullReport | None:
    """Return the report that a sentence is about: the latest, that of yesterday or today if it looks back without
    naming a task, or the only returned one if it reports nothing either; None if it is about none."""
    if (made := _just_reported(context, meaning)) is not None or meaning.candidates or meaning.task:
        return made
    if says(meaning, LOOKING_BACK) and (late := newest_if_late(context)) is not None:
        return late
    return None if meaning.aim is Aim.REPORT else only_returned_report(context)


def report_put_right(context: Context, meaning: Understanding) -> FullReport | None:
    """Return the report in which a sentence surely puts values right, whenever it was made: that on the named task, or
    else the one with the number said to be wrong, the newest, or another of the last month with the figures. Words that
    name a task only by title may be those of the newest (不合格的改成3批)."""
    if meaning.task is None and unfinished_draft(context) is not None:
        return None
    if (report := report_with_the_wrong_number(context, meaning)) is not None:
        return report
    db, person, by_task = context.db, context.person, meaning.task is not None
    coded = meaning.names(Kind.CODE)
    newest = newest_of_the_unit(db, person, meaning.task), None if coded else newest_correctable(db, person)
    looks_back = not by_task and says(meaning, *LOOKS_BACK)
    older = withdrawable_reports_since(db, person, context.now - A_MONTH)[-2::-1] if looks_back else ()
    surely = says(meaning, OF_THE_LAST) or (by_task and meaning.aim is Aim.CORRECT)
    for report in filter(None, (*newest, *older)):
        right = _turn_on(context, report, without_code(meaning)).right
        if right is None or not {*right.figures} <= {each.indicator for each in report.figures}:
            continue
        of_words = right.rewritten is not None and report.at >= context.just_now
        of_late = bool(right.figures) and is_late(context, report)
        if (right.stated or surely or of_words or of_late) and (right.figures or report not in older):
            return report
    return None


def _turn_on(context: Context, report: FullReport, said: str) -> Turn:
    """Return a text as one about a submitted report, as if its preview were open; what it puts back to the number that
    was there before the report put it right is named (不对 还是2)."""
    draft = replace(as_draft(context, report), **_links(report))
    return Turn(context, draft, back_to_number(said, figures_put_right(context.db, report.id)) or said)


def _links(report: FullReport) -> Answers:
    """Return the answers that tie a new report to the one it replaces or, if that was returned, makes again."""
    if report.verdict is Verdict.RETURNED:
        return {"redoes": report.id, "seen_report_id": report.id}
    return {"replaces": report.id}


def _just_reported(context: Context, meaning: Understanding) -> FullReport | None:
    """Return the user's latest report if it is recent and on the task whose code is named, if any; None otherwise.
    Words that name a task only by title may be about its figures (移送多报了1件)."""
    codes = values_of(meaning, Kind.CODE)
    if len(codes) > 1 or (meaning.candidates and codes):
        return None
    of_it = not meaning.candidates or meaning.names(Kind.FIGURE)
    code = None if meaning.candidates else meaning.task
    report = newest_of_the_unit(context.db, context.person, code) if of_it else None
    return report if report is not None and report.at >= context.just_now else None


def _put_right_or_added(context: Context, report: FullReport, said: str, written: str) -> tuple[Answers, bool]:
    """Return the answers by which `said` changes or extends the report, as at its preview, none if it does neither; and
    whether it says more than they do. Only what is heard as a report extends it: the note keeps that as `written`."""
    turn = _turn_on(context, report, said)
    said = turn.text
    tells = turn.heard.aim.intent is Intent.REPORT
    more, adds = tells and says(said, MORE_TO_SAY), tells and turn.means(TurnMeaning.ADD)
    form = replace(load_form(context, turn.draft), files=tuple(report.files))
    if taken_out := answers_without(form, said):
        return taken_out, False
    changes = any(turn.means(each, LIKELY) for each in (TurnMeaning.ADD, TurnMeaning.CHANGE))
    if not (more or changes or adds_to_it(said) or says(said, INSTEAD) or turn.right_by_how_much or turn.right):
        return {}, False
    if (read := unless(Refusal, answers_changed_by, context, form, said)) is None:
        return {}, False
    given, left = differing(form.draft, read[0]), read[1]
    repeats = tells and turn.told is not None and bool(turn.told.note) and (turn.told.percent or turn.told.figures)
    if (tells and left) or ((more or adds or repeats) and not given):
        return {**given, "note": join_lines(given.get("note", report.note), _behind_a_denial(written))}, False
    return given, left


def adds_to_it(text: str) -> bool:
    """Return whether a text says to add words to the note: 补充：…, 情况里加一句：…"""
    return with_words_added(Step.NOTE, text, "") is not None


def names_the_right_task(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence only says that the report just made is on the wrong task (报错了，应该是4-2的)."""
    report = report_just_made(context)
    of_all = not says(meaning, "report_corrections.of_a_file")
    return report is not None and of_all and bool(tasks_meant_instead(meaning, report.code))


async def _take_for_another_task(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the latest report filled in for the task named instead, and return whether that was possible. The report
    itself is withdrawn when that is submitted."""
    report = report_just_made(context)
    right = only_own_assignment(context, meaning.task)
    if report is None or right is None or report.code == right.code:
        return False
    answers = answers_of_report(report)
    checked = checked_figures(context, right.id, answers["figures"], answers["running"])
    answers |= {**checked, "instead_of": report.id}
    draft = open_draft(update, context, right.id, report.id, **answers)
    first = OF_THE_WRONG_TASK(context.language, wrong=report.code, right=right.code)
    await ask_open_question(update, context, draft, Place.BELOW, first=first)
    return True
