"""Reports that somebody does not want to make now (2-3先别报, 剩下的先不管), or asks to make later (明天再报行不行)."""

from datetime import date, timedelta
from typing import Any

from telegram import Update

from data import dialogs
from data.announcing.answers import awaits_words_of
from data.plan.tasks import code_of_assignment
from data.reporting.drafts import REPORT_DIALOG, find_draft
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says, values_of
from data.understanding.dialog.giving_up import hands_in_or_waits
from data.understanding.matters import last_clause_apart
from data.understanding.meaning import STATEMENTS
from data.understanding.reports import only_announces
from handlers.dialog import PREVIEW, Talk, reader
from handlers.dialog.opening import ask_whether_to_drop
from handlers.reporting.drafts import reports_to_resume
from handlers.reporting.statements import AROUND
from handlers.tasks.own_tasks import all_own_assignments, named_own_assignments
from handlers.telegram import Context, For, answer, hear, report_on
from handlers.wording import NOTHING, Wording, day_text, join, series
from handlers.wording.task_lines import list_line

REPORTING = (*STATEMENTS, Kind.CODE)
OF_OTHER_PAPERS = (Aim.RETURNS, Aim.INFO)
A_FEW_DAYS, MOST_DUE = 3, 5

NOT_NOW = Wording(
    "好的，{codes} 先不报，什么也没有记。要到哪天再提醒，请发“{code} 下周三再提醒”。",
    "All right: nothing is reported on {codes} now. To be reminded on a day, send “remind me of {code} on Wednesday”.",
)
NOTHING_NOW = Wording(
    "好的，先不报，什么也没有记。要报时发任务编号，或发“我的任务”。",
    "All right: nothing is reported now. To report, send a task's code or “my tasks”.",
)
IT_WAITS = Wording(
    "可以，{when}再报就行：在那之前没有到期的任务。到时发任务编号，或发“报进展”。",
    "That is fine: nothing of yours falls due before then. When it is time ({when}), send a code or “report”.",
)
DUE_BY_THEN = Wording(
    "可以，{when}再报；不过有 {count} 项已到期或到那时到期，请先报一句，如“{code} 60%”；来不及就发“{code} 申请延期”。",
    "All right, {when} then; but {count} of your tasks are or will be due by then. If you can, send a line now, such "
    "as “{code} 60%”; if there is no time, send “extend {code}”.",
)
TODAY_THEN = Wording("好的。报的时候发任务编号，或发“报进展”。", "All right. To report, send a code or “report”.")
LATER_THEN = Wording("过两天", "in a few days")
BEGUN_IS_KEPT = Wording(
    "没填完的 {codes} 都留着，发“继续填报”接着填。", "What you began on {codes} is kept: send “continue”."
)


def _leaves_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a liaison does not report on tasks, by their codes, other than those of the open dialog."""
    codes, about = values_of(heard, Kind.CODE), talk.declared.assignment_ids(talk.context, talk.dialog)
    own = {code_of_assignment(talk.context.db, each) for each in about}
    return bool(codes) and own.isdisjoint(codes) and find_order(heard, "no_change.not_now") is not None


@reader(for_=For.SPEAKERS, names=_leaves_another)
async def leave_unreported(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say that nothing is reported on tasks not to be reported on now, or ask whether to drop the unsubmitted report on
    the only one; return whether the sentence only says so. Raises UnknownTask for a code that the person does not
    have."""
    spared = find_order(meaning, "no_change.not_now")
    if spared is None or Mood.ASKS in meaning.moods:
        return False
    codes = values_of(meaning, Kind.CODE)
    for code in codes:
        named_own_assignments(context, code)
    drafts = [each for each in reports_to_resume(context) if each.code in codes]
    if len(drafts) == 1:
        await ask_whether_to_drop(update, context, context.dialog(drafts[0].draft.id), PREVIEW)
        return True
    language = context.language
    text = NOT_NOW(language, codes=codes, code=codes[0]) if codes else NOTHING_NOW(language)
    await answer(update, context, text)
    return True


def report_to_check(context: Context, text: str) -> str | None:
    """Return what a person tells of their tasks without a last clause that only says to hand it in, or not yet (1-8
    90%，先别交), since it is shown for checking in any case; None if a text does not end so."""
    told, last = last_clause_apart(text)
    if not (context.person.speaks_for and hands_in_or_waits(last)):
        return None
    heard = hear(context, told := told.rstrip(AROUND))
    code = next(of_kind(heard, Kind.CODE), None)
    reports = code is not None and only_announces(heard.text[: code.start])
    return told if reports and heard.names(*STATEMENTS) else None


def _asks_to_wait(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return talk.dialog.kind == REPORT_DIALOG and Mood.ASKS in heard.moods and _is_for_later(talk.context, heard)


def _is_for_later(context: Context, meaning: Understanding) -> bool:
    """Return whether a liaison wants to report later, or says when to, and reports nothing now; what has been is told,
    not put off, and what is put off while a notice waits for an answer is that."""
    tells = meaning.names(*REPORTING)
    days = [each.days[1] for each in of_kind(meaning, Kind.TIME)]
    has_been = bool(days) and max(days) < context.today
    later = says(meaning, "asked.report_promised") or (says(meaning, "asked.report_later") and not tells)
    if not context.person.speaks_for or not later or has_been or meaning.aim in OF_OTHER_PAPERS:
        return False
    return not awaits_words_of(context.db, context.person.id, context.now)


@reader(knows=_asks_to_wait, names=_asks_to_wait)
async def tell_what_falls_due_before(update: Update, context: Context, meaning: Understanding) -> bool:
    """Tell somebody who asks or promises to report on a later day whether anything falls due before it, or how, if it
    is promised for today; return whether the sentence does that and reports nothing. An open report waits."""
    if not _is_for_later(context, meaning):
        return False
    if find_draft(context.db, context.person.id) is not None:
        dialogs.park_open_dialog(context.db, context.person.id)
        context.question_shown = True
    day, language = _later_day(context, meaning), context.language
    if day is None and says(meaning, "asked.report_promised"):
        await answer(update, context, TODAY_THEN(language))
        return True
    until = day or context.today + timedelta(days=A_FEW_DAYS)
    due = [each for each in all_own_assignments(context) if each.due and each.due < until and not each.finished]
    when = day_text(day, language) if day else LATER_THEN(language)
    kept = series((each.code for each in reports_to_resume(context)), language)
    text = DUE_BY_THEN(language, when=when, count=len(due), code=due[0].code) if due else IT_WAITS(language, when=when)
    lines = [list_line(each, language) for each in due[:MOST_DUE]]
    below = BEGUN_IS_KEPT(language, codes=kept) if kept else NOTHING
    await answer(update, context, join([text, *lines, below]), report_on(due[:MOST_DUE], language) if due else None)
    return True


def _later_day(context: Context, meaning: Understanding) -> date | None:
    """Return the last day to come that a sentence names, of a span that has begun its end, or None."""
    times = (each.days for each in of_kind(meaning, Kind.TIME))
    days = (first if first > context.today else last for first, last in times)
    return max((day for day in days if day > context.today), default=None)
