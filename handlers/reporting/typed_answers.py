"""Reading text typed while a report is filled in: answers to the open question and others it gives too."""

from dataclasses import replace

from data.errors import ButtonsOnly, Refusal
from data.errors.numbers import FiguresUnclear
from data.errors.reporting import CanFollow, FilesComeHere, ObstacleNeeded, PercentOutOfRange
from data.plan.indicators import indicators
from data.reporting import answers
from data.reporting.drafts import Step, checked_note
from data.reporting.figures import figures_said, figures_with_units
from data.reporting.forms import Form
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, says
from data.understanding.dialog.turns import TurnMeaning
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.entities.percents import read_percent
from data.understanding.likely_status import CLOSED
from data.understanding.normalise.sentence import clauses_of, first_clause
from data.understanding.not_yet import is_all_ahead
from data.understanding.reporting.answer_names import (
    corrections_behind,
    corrects_answers,
    part_put_off,
    sends_files,
    without_name,
)
from data.understanding.reporting.corrections import adds_its_numbers, without_looking_back
from data.understanding.reporting.numbers_put_right import without_leads, without_wrong
from data.understanding.reports import is_done_in_part, says_much, tells_a_fact
from data.understanding.statuses import is_still_unfinished
from data.understanding.sureness import LIKELY, RATHER_SURE, SURE
from handlers.dialog import Answers, PartlyRead
from handlers.dialog.words import says_nothing_more
from handlers.reporting.changes_in_words import LEAST, answers_corrected_by, differing
from handlers.reporting.contradictions import doubts_answered
from handlers.reporting.statements import SUPPLIED, UNSAID, Statement, figure_answers_with, join_lines, note_or_fault
from handlers.reporting.texts.figures import FIGURES_KEPT
from handlers.reporting.turn import BY_HOW_MUCH, Turn
from handlers.telegram import Context
from handlers.wording import cut, plain_word
from handlers.wording.report_lines import figures_text

ADDED_HANZI, ADDED_WORDS = 5, 3
"""The fewest characters or words that add something where the percent is asked for."""


def typed_answers(context: Context, form: Form, step: Step, text: str) -> Answers:
    """Return the answers that `text` gives at a step: to its question and to others, by name or by what it says of the
    task. Raises why it cannot be taken, or PartlyRead with what of it is kept."""
    last, draft = form.assignment.last, replace(form.draft, step=step)
    if draft.status is None and last is not None and last.returned is not None and says(text, SUPPLIED):
        draft = replace(draft, status=last.status, percent=last.percent)
    turn = Turn(context, draft, text)
    as_before = turn.means(TurnMeaning.SAME, SURE) or says(turn.heard, "no_change.as_before")
    if last is not None and step in (Step.STATUS, Step.NOTE) and as_before:
        return {"note": last.note} if step is Step.NOTE else {"status": last.status, "percent": last.percent}
    if part := part_put_off(text):
        return _passed_over(form, step, part)
    if corrects_answers(text):
        return answers_corrected_by(context, form.draft, text)
    if says(text, "removals.of_the_files"):
        return {"evidence": not form.files}
    words, corrected = corrections_behind(text)
    if corrected and step is Step.NOTE:
        note = _note(replace(turn, text=without_name(step, words)))
        return {**answers_corrected_by(context, form.draft, corrected), **note}
    try:
        given = _answers(replace(turn, text=without_name(step, text)))
    except ButtonsOnly:
        if step is not Step.STATUS or not form.files or draft.note or not _says_what_files_show(turn):
            raise
        given = {"note": checked_note(text)}
    return answers.with_present_percent(form.assignment, given)


def _says_what_files_show(turn: Turn) -> bool:
    """Return whether words below files, where the status is asked for, tell what the files show (今天收缴的假酒)."""
    told = not turn.asks and not turn.statuses and turn.heard.aim in (Aim.REPORT, Aim.TASK, Aim.UNKNOWN)
    return told and not turn.means(TurnMeaning.LATER) and says_much(turn.text, ADDED_HANZI, ADDED_WORDS)


def _answers(turn: Turn) -> Answers:
    """Return the answers in what a text puts right or, by the rule of the open question, in what it tells."""
    if turn.draft.step is Step.FIGURES and (settles := doubts_answered(turn)) is not None:
        return settles
    if says(first_clause(turn.text), BY_HOW_MUCH) and turn.right_by_how_much is not None:
        return turn.answers(turn.right_by_how_much)
    if turn.right is not None and turn.right.percent is None:
        return turn.answers(turn.right)
    match turn.draft.step:
        case Step.PERCENT:
            return _percent(turn)
        case Step.NOTE:
            return _note(turn)
        case Step.OBSTACLE:
            return _obstacle(turn)
        case Step.FIGURES:
            return _figures(turn)
    return _status(turn)


def _passed_over(form: Form, step: Step, part: str) -> Answers:
    """Return the answers by which a step is passed over if a text only puts it off (金额还在算，回头补). Raises
    CanFollow if that is another `part` of the report."""
    if part != step:
        raise CanFollow
    skipped: dict[str, Answers] = {
        Step.PERCENT: {"percent": form.percent_so_far},
        Step.NOTE: {"note": ""},
        Step.FIGURES: answers.NO_FIGURES,
        Step.EVIDENCE: {"evidence": True},
    }
    return skipped[step]


def _status(turn: Turn) -> Answers:
    """Return all that a text says of the task, where a status or evidence is asked for."""
    if plain_word(turn.text).isdecimal() and int(plain_word(turn.text)) < LEAST:
        raise ButtonsOnly
    if sends_files(turn.text) or says(turn.heard, "added_files.to_a_report"):
        raise FilesComeHere
    asked, said = turn.draft.step is Step.STATUS, turn.reported or turn.told
    if said is None and asked and is_still_unfinished(turn.line) and not tells_a_fact(turn.text):
        said = Statement(Status.IN_PROGRESS)
    later = turn.means(TurnMeaning.LATER) and not turn.statuses
    unclear = turn.means(TurnMeaning.UNCLEAR)
    if said is None or later or (unclear and not said.tells_more_than_a_note):
        raise ButtonsOnly
    if said.faults:
        raise said.faults[0]
    return turn.answers(said)


def _percent(turn: Turn) -> Answers:
    """Return the percent that a text gives, with all else that it says of the task, or what blocks the work."""
    percent = read_percent(turn.line)
    if percent is not None:
        return {"percent": percent}
    draft, said = turn.draft, turn.told_with_percent
    counted = said is not None and said.percent not in (None, answers.FIXED.get(said.status))
    says_how = counted or turn.statuses
    if not (says_how or (said and said.has_figures)) and _tells_what_blocks(turn):
        return answers.obstacle_answers(turn.text)
    tells_how = said is not None and not said.faults and (said.stated or said.percent is not None)
    under_way = said is not None and said.status is Status.IN_PROGRESS and said.percent is None
    if (under_way or not tells_how) and _supposes_done(turn):
        return {"percent": answers.FIXED[Status.SUBMITTED]}
    plainly = said is not None and bool(said.figures) and not (said.faults or said.unclear or said.obstacle)
    if said is not None and plainly and not says_how and not said.stated and draft.percent is None:
        return turn.answers(said)
    if said is None or not tells_how:
        raise _kept_without_percent(turn)
    if draft.status is Status.IN_PROGRESS and said.status is Status.SUBMITTED and is_done_in_part(turn.text):
        goes_on = replace(said, status=Status.IN_PROGRESS, stated=False, percent=None)
        raise _kept(turn, turn.answers(goes_on), goes_on, PercentOutOfRange(turn.text))
    if not says_how and (turn.means(TurnMeaning.SKIP) or turn.reported is None):
        raise PercentOutOfRange(turn.text)
    return turn.answers(replace(said, note="") if turn.means(TurnMeaning.CHANGE) else said)


def _tells_what_blocks(turn: Turn) -> bool:
    """Return whether a text at the question for the percent rather tells what blocks the work (对方不给数据)."""
    if turn.draft.status is not Status.BLOCKED:
        return False
    why = Turn(turn.context, replace(turn.draft, step=Step.OBSTACLE), turn.text).meaning
    return why.meaning is TurnMeaning.ANSWER and why.sureness >= max(SURE, turn.meaning.sureness)


def _supposes_done(turn: Turn) -> bool:
    """Return whether a text says no more than that the work may be done (可以算完成了吧, 完成了吧), which is asked
    about like 100."""
    if {each.values[0] for each in turn.statuses} != {CLOSED} or is_all_ahead(turn.line, turn.context.today):
        return False
    asks = turn.asks and Mood.WHETHER not in turn.heard.moods
    in_part = is_done_in_part(turn.text) or turn.heard.names(Kind.NO_PERCENT)
    return not (asks or in_part or tells_a_fact(turn.text))


def _kept_without_percent(turn: Turn) -> Refusal | PartlyRead:
    """Return the refusal of a text without a percent, with its figures kept, and its note if it has figures or surely
    reports something."""
    heard, unread = turn.heard, PercentOutOfRange(turn.text)
    reports = heard.aim is Aim.REPORT and heard.confidence >= LIKELY and heard.task is None
    reports = reports or bool(turn.statuses) or (turn.draft.status is Status.BLOCKED and tells_a_fact(turn.text))
    reports = reports or _adds_words(turn)
    said = turn.told
    if said is None and reports and not turn.asks:
        note, faults = note_or_fault(turn.text)
        said = turn.reported or replace(UNSAID, note=note, faults=tuple(faults))
    if said is None or said.faults or not (said.has_figures or (reports and said.note)):
        return unread
    return _kept(turn, turn.answers(said), said, unread)


def _adds_words(turn: Turn) -> bool:
    """Return whether a text that surely answers a question gives words and no percent (网址是…, 在市局三楼开的)."""
    plain = "".join(each if each.isalnum() else " " for each in turn.text)
    no_percent = all(each.is_bare for each in numbers_said(turn.line)) and not turn.heard.names(Kind.NO_PERCENT)
    return turn.means(TurnMeaning.ANSWER, SURE) and no_percent and says_much(plain, ADDED_HANZI, ADDED_WORDS)


def _kept(turn: Turn, given: Answers, said: Statement, why: Refusal) -> PartlyRead:
    """Return what is kept of a text, named by its figures or else as written, while the question is asked again."""
    figures = {name: given["figures"][name] for name in said.figures}
    told = figures_text(figures_with_units(turn.context.db, figures), turn.context.language)
    language = turn.context.language
    return PartlyRead(given, why, FIGURES_KEPT(language, figures=told if figures else cut(turn.text, 30)))


def _note(turn: Turn) -> Answers:
    """Return the text as the note, with its figures. A bare status or percent (等等，是65) is that and no note, unless
    it contradicts work reported as done, which is then asked about."""
    if (corrected := _with_status_corrected(turn)) is not None:
        return corrected
    draft, plain, right = turn.draft, {"note": checked_note(turn.text)}, without_leads(without_wrong(turn.text))
    if right != turn.text.strip() and read_percent(right) is not None:
        turn = replace(turn, text=right)
    told = turn.told
    if told is None or told.faults or Mood.INTENDS in turn.heard.moods:
        return plain
    given = turn.answers(told)
    tells = told.percent is not None or told.status is not draft.status
    is_bare = tells and told.is_bare and len(turn.statuses) <= 1
    if is_bare and (differing(draft, given) or _is_a_number(turn.text)) and not answers.contradicts(draft, turn.text):
        return given
    return {**plain, **turn.figures}


def _with_status_corrected(turn: Turn) -> Answers | None:
    """Return the answers with the status that a text at the note's question surely corrects (不对，应该是已完成), or
    None; what only corrects is no note."""
    sure = RATHER_SURE if says(turn.text, "report_corrections.looked_back") else SURE
    if not turn.means(TurnMeaning.CHANGE, sure):
        return None
    said = replace(turn, text=without_looking_back(turn.text)).told
    if said is None or said.faults or not said.stated or said.status is turn.draft.status:
        return None
    return {**turn.answers(said), "note": turn.draft.note}


def _is_a_number(text: str) -> bool:
    return plain_word(text).rstrip("%％").isdecimal()


def _obstacle(turn: Turn) -> Answers:
    """Return the text as the obstacle, with the figures of clauses that give nothing else (立案12，经费没到位); they or
    a percent alone are no obstacle. Raises ObstacleNeeded."""
    if says_nothing_more(turn.text):
        raise ObstacleNeeded
    clauses = [replace(turn, text=each) for each in clauses_of(turn.text)]
    known = indicators(turn.context.db)
    counted = [each.text for each in clauses if (said := figures_said(each.text, known)).figures and not said.refused]
    is_number = len(counted) == len(clauses) or _is_a_number(turn.text)
    if is_number and turn.told is not None and not turn.told.faults:
        return turn.answers(replace(turn.told, note="", stated=False))
    return {**replace(turn, text="，".join(counted)).figures, **answers.obstacle_answers(turn.text)}


def _leads_with_status(turn: Turn, said: Statement) -> bool:
    """Return whether a text begins with the word for another status than the report has (受阻：管辖争议)."""
    begins = any(not each.start for each in turn.statuses)
    return begins and said.stated and said.status is not turn.draft.status


def _figures(turn: Turn) -> Answers:
    """Return the figures in a line, or all that it says of the task; a line that tells more is also added to the note.
    Raises PartlyRead with the figures that were read."""
    draft, text = turn.draft, turn.text
    read, said = figures_said(text, indicators(turn.context.db)), turn.reported
    adds = adds_its_numbers(text)
    counted = replace(UNSAID, figures=read.figures, running=read.running, unclear=read.unclear, adds=adds)
    given = figure_answers_with(turn.context, draft, counted)
    if read.refused is None or read.unclear:
        return given
    if plain_word(text).isdecimal():
        raise read.refused
    if said is not None and not said.faults and (_leads_with_status(turn, said) or not (said.note or said.obstacle)):
        return turn.answers(said)
    asks_for_more = turn.means(TurnMeaning.OTHER, LIKELY)
    if tells_a_fact(text) and not asks_for_more and (not read.figures or isinstance(read.refused, FiguresUnclear)):
        return {**given, "note": checked_note(join_lines(draft.note, text))}
    raise _kept(turn, given, counted, read.refused) if read.figures else read.refused
