"""Reading text typed while a report is filled in: answers to the open question and others it gives too."""

from dataclasses import replace

from data.errors import ButtonsOnly
from data.errors.numbers import FiguresUnclear
from data.errors.reporting import ObstacleNeeded, PercentOutOfRange
from data.plan.indicators import indicators
from data.plan.tasks import code_of_assignment
from data.reporting import answers
from data.reporting.attachments import Owner, attached_files
from data.reporting.drafts import Draft, Step, checked_note
from data.reporting.figures import doubtful_figures, figures_said, figures_with_units
from data.reporting.totals import reported_before
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, of_kind, says
from data.understanding.dialog.turns import TurnMeaning, hear_turn
from data.understanding.entities.percents import read_percent
from data.understanding.normalise.sentence import CLAUSE, normalise
from data.understanding.reporting.answer_names import percent_answered, with_percent_sign
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.reporting.numbers_put_right import without_leads, without_wrong
from data.understanding.reports import is_done_in_part, tells_a_fact
from data.understanding.statuses import find_statuses, is_still_unfinished
from handlers.dialog import Answers, PartlyRead
from handlers.dialog.navigation import SURE_OF_A_TURN, SURE_OF_WORDS
from handlers.dialog.words import SKIPS, THAT_IS_ALL
from handlers.reporting.corrected_values import corrections_of_draft
from handlers.reporting.doubted_figures import doubts_answered
from handlers.reporting.statements import (
    ADDS,
    Statement,
    join_lines,
    note_or_fault,
    summed_figures,
)
from handlers.reporting.task_statements import (
    any_statement_on_task,
    assumed_statement_on_task,
    has_more_than_a_note,
    stated_answers,
    statement_on_task,
)
from handlers.reporting.texts.figures import FIGURES_KEPT
from handlers.telegram import Context, cut, figures_text, hear, hear_report, plain_word
from handlers.telegram.understanding import SURE_OF_A_MEANING

SURE_OF_WHAT_BLOCKS = 0.75


def typed_answers(context: Context, draft: Draft, text: str) -> Answers:
    """Return the answers that `text` gives at the open question. Raises why it cannot be taken, or PartlyRead with the
    figures that could be read."""
    if draft.step is Step.OBSTACLE and plain_word(text) in SKIPS | THAT_IS_ALL:
        raise ObstacleNeeded
    if draft.step is Step.PERCENT:
        return _percent(context, draft, text)
    if says(text, "removals.of_the_files"):
        return {"evidence": not attached_files(context.db, Owner.DRAFT, draft.id)}
    if draft.step is Step.FIGURES and (settles := doubts_answered(context, draft, text)) is not None:
        return settles
    right = corrections_of_draft(context, draft, text)
    if right is not None and right.stated and right.figures:
        return stated_answers(context, draft, right)
    match draft.step:
        case Step.NOTE:
            return _note(context, draft, text)
        case Step.OBSTACLE:
            return _percent_alone(context, draft, text) or _obstacle(context, draft, text)
        case Step.FIGURES:
            return _figures(context, draft, text)
    said = any_statement_on_task(context, draft, text) or _unfinished(draft, text)
    turn = hear_turn(text, draft.step, hear(context, text))
    later = turn.meaning is TurnMeaning.LATER and not any(find_statuses(normalise(text).lower()))
    if said is None or later or (not has_more_than_a_note(said) and turn.meaning is TurnMeaning.UNCLEAR):
        raise ButtonsOnly
    if said.faults:
        raise said.faults[0]
    return stated_answers(context, draft, said)


def _unfinished(draft: Draft, text: str) -> Statement | None:
    """Return that the work goes on if that is asked and the text only says that it is not finished (没弄完呢)."""
    asked = draft.step is Step.STATUS and is_still_unfinished(normalise(text).lower())
    return Statement(Status.IN_PROGRESS) if asked and not tells_a_fact(text) else None


def _percent_alone(context: Context, draft: Draft, text: str) -> Answers:
    """Return the percent if the text is only that instead of an obstacle, else an empty dict."""
    if not _is_a_number(text):
        return {}
    said = assumed_statement_on_task(context, draft, text)
    return {"percent": said.percent} if said is not None and said.percent is not None and not said.faults else {}


def _obstacle(context: Context, draft: Draft, text: str) -> Answers:
    """Return the text as the obstacle, with the figures of clauses that give nothing else (立案12，经费没到位); they
    alone are no obstacle."""
    known = indicators(context.db)
    clauses = [each[0] for each in CLAUSE.finditer(text) if each[0].strip()]
    counted = [each for each in clauses if (read := figures_said(each, known)).figures and read.refused is None]
    figures = _figures(context, draft, "，".join(counted)) if counted else {}
    return figures if len(counted) == len(clauses) else {**figures, **answers.obstacle_answers(text)}


def _percent(context: Context, draft: Draft, text: str) -> Answers:
    try:
        return {"percent": answers.checked_percent(text)}
    except PercentOutOfRange:
        right = corrections_of_draft(context, draft, text)
        if right is not None and right.percent is None:
            return stated_answers(context, draft, right)
        said = _percent_first(context, draft, text) or _with_percent_put_down(context, draft, text)
        counted = said is not None and said.percent not in (None, answers.FIXED.get(said.status))
        says_how = counted or any(find_statuses(normalise(text).lower()))
        if not (says_how or (said and said.figures)) and _tells_what_blocks(context, draft, text):
            return answers.obstacle_answers(text)
        if said is None or said.faults or not (said.stated or said.percent is not None):
            if (kept := _kept_without_percent(context, draft, text)) is not None:
                raise kept from None
            raise
        if draft.status is Status.IN_PROGRESS and said.status is Status.SUBMITTED and is_done_in_part(text):
            goes_on = replace(said, status=Status.IN_PROGRESS, stated=False, percent=None)
            raise _kept(context, draft, goes_on, text) from None
        turn = hear_turn(text, draft.step, hear(context, text)).meaning
        if not says_how and (turn is TurnMeaning.SKIP or statement_on_task(context, draft, text) is None):
            raise
        return stated_answers(context, draft, replace(said, note="") if turn is TurnMeaning.CHANGE else said)


def _kept_without_percent(context: Context, draft: Draft, text: str) -> PartlyRead | None:
    """Return figures, and a note if there is more or the text surely reports something, that are kept from a text
    without a percent while the percent is asked again; None if there are none."""
    heard, said = hear(context, text), assumed_statement_on_task(context, draft, text)
    reports = heard.aim is Aim.REPORT and heard.confidence >= SURE_OF_A_MEANING and heard.task is None
    tells_why = draft.status is Status.BLOCKED and tells_a_fact(text)
    reports = reports or (tells_why and Mood.ASKS not in heard.moods)
    if said is None and Mood.ASKS not in heard.moods:
        reports = reports or any(of_kind(heard, Kind.STATUS))
        note, faults = note_or_fault(text)
        noted = Statement(Status.IN_PROGRESS, stated=False, note=note, faults=tuple(faults))
        said = (statement_on_task(context, draft, text) or noted) if reports else None
    if said is None or said.faults or not (said.figures or (reports and said.note)):
        return None
    return _kept(context, draft, said, text)


def _tells_what_blocks(context: Context, draft: Draft, text: str) -> bool:
    """Return whether a text at the question for the percent rather tells what blocks the work (对方不给数据)."""
    if draft.status is not Status.BLOCKED:
        return False
    here, why = (hear_turn(text, step, hear(context, text)) for step in (Step.PERCENT, Step.OBSTACLE))
    return why.meaning is TurnMeaning.ANSWER and why.sureness >= max(SURE_OF_WHAT_BLOCKS, here.sureness)


def _kept(context: Context, draft: Draft, said: Statement, text: str) -> PartlyRead:
    """Return what is kept of a text without a percent while the percent is asked again."""
    kept = stated_answers(context, draft, said)
    figures = figures_with_units(context.db, {name: kept["figures"][name] for name in said.figures or {}})
    told = figures_text(figures, context.language) if figures else cut(text, 30)
    return PartlyRead(kept, PercentOutOfRange(text), FIGURES_KEPT(context.language, figures=told))


def _percent_first(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what a text says that begins with a bare number, which is the percent; the note is the text as written."""
    with_sign = with_percent_sign(text)
    if with_sign is None:
        return None
    said = statement_on_task(context, draft, with_sign)
    return replace(said, note=note_or_fault(text)[0]) if said and said.note else said


def _with_percent_put_down(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what a text says of the task, with the percent that it asks to put down."""
    said = assumed_statement_on_task(context, draft, text)
    heard = hear_report(context, code_of_assignment(context.db, draft.assignment_id), text)
    if (percent := percent_answered(heard)) is None:
        return said
    if said is None and any(map(str.isalpha, text)):
        said = statement_on_task(context, draft, text)
    return replace(said or Statement(Status.IN_PROGRESS, stated=False), percent=percent)


def _note(context: Context, draft: Draft, text: str) -> Answers:
    """Return the text as the note, with its figures. A bare status or percent (等等，是65) is that and no note, unless
    it contradicts work reported as done, which is then asked about."""
    meaning = hear(context, f"{code_of_assignment(context.db, draft.assignment_id)} {text}")
    if (corrected := _with_status_corrected(context, draft, text)) is not None:
        return corrected
    right = without_leads(without_wrong(text))
    is_percent = right != text.strip() and read_percent(right) is not None
    said = assumed_statement_on_task(context, draft, right if is_percent else text)
    if said is None or said.faults or Mood.INTENDS in meaning.moods:
        return {"note": checked_note(text)}
    given = stated_answers(context, draft, said)
    changes = any(getattr(draft, name) != value for name, value in given.items())
    if (changes or _is_a_number(text)) and _is_bare(said, text) and not answers.contradicts(draft, text):
        return given
    figures = {name: given[name] for name in ("figures", "running", "doubted")} if said.figures else {}
    return {"note": checked_note(text), **figures}


def _with_status_corrected(context: Context, draft: Draft, text: str) -> Answers | None:
    """Return the answers with the status that a text at the note's question surely corrects (不对，应该是已完成), or
    None; what only corrects is no note."""
    turn = hear_turn(text, Step.NOTE, hear(context, text))
    sure = SURE_OF_A_TURN if says(text, "report_corrections.looked_back") else SURE_OF_WORDS
    if turn.meaning is not TurnMeaning.CHANGE or turn.sureness < sure:
        return None
    said = assumed_statement_on_task(context, draft, without_looking_back(text))
    if said is None or said.faults or not said.stated or said.status is draft.status:
        return None
    return {**stated_answers(context, draft, said), "note": draft.note}


def _is_a_number(text: str) -> bool:
    return plain_word(text).rstrip("%％").isdecimal()


def _is_bare(said: Statement, text: str) -> bool:
    """Return whether the text is only a status or a percent: 已完成, 早就完成了呀, 进度60%了."""
    statuses = list(find_statuses(normalise(text).lower()))
    return not (said.note or said.obstacle or said.figures) and len(statuses) <= 1


def _figures(context: Context, draft: Draft, text: str) -> Answers:
    """Return the figures in a line, or all that it says of the task; a line that tells more is also added to the note.
    Raises PartlyRead with the figures that were read."""
    read = figures_said(text, indicators(context.db))
    if says(text, ADDS):
        read = replace(read, figures=summed_figures(draft, read.figures, read.running))
    before = reported_before(context.db, draft.assignment_id, read.figures, read.running, context.today, draft.replaces)
    doubted = doubtful_figures(context.db, draft.assignment_id, read.figures, draft.replaces, before)
    figures = answers.figure_answers(draft, read.figures, doubted, before)
    if read.refused is None:
        return figures
    if plain_word(text).isdecimal():
        raise read.refused
    said = statement_on_task(context, draft, text)
    if said is None or said.faults or said.note or said.obstacle:
        if tells_a_fact(text) and (not read.figures or isinstance(read.refused, FiguresUnclear)):
            return {**figures, "note": checked_note(join_lines(draft.note, text))}
        if not read.figures:
            raise read.refused
        kept = figures_text(figures_with_units(context.db, read.figures), context.language)
        raise PartlyRead(figures, read.refused, FIGURES_KEPT(context.language, figures=kept))
    return stated_answers(context, draft, said)
