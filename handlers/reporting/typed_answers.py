"""Reading text typed while a report is filled in: answers to the open question and others it gives too."""

from dataclasses import replace

from data.errors import ButtonsOnly, Refusal
from data.errors.numbers import FiguresUnclear
from data.errors.reporting import ObstacleNeeded, PercentOutOfRange
from data.plan.indicators import indicators
from data.reporting import answers
from data.reporting.attachments import Owner, attached_files
from data.reporting.drafts import Draft, Step, checked_note
from data.reporting.figures import figures_said, figures_with_units
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, of_kind, says
from data.understanding.dialog.turns import TurnMeaning
from data.understanding.entities.percents import read_percent
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.reporting.answer_names import percent_answered
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.reporting.numbers_put_right import without_leads, without_wrong
from data.understanding.reports import is_done_in_part, tells_a_fact
from data.understanding.statuses import is_still_unfinished
from handlers.dialog import Answers, PartlyRead
from handlers.dialog.navigation import SURE_OF_A_TURN, SURE_OF_WORDS
from handlers.dialog.words import SKIPS, THAT_IS_ALL
from handlers.reporting.doubted_figures import doubts_answered
from handlers.reporting.statements import ADDS, UNSAID, Statement, figure_answers_with, join_lines, note_or_fault
from handlers.reporting.texts.figures import FIGURES_KEPT
from handlers.reporting.turn import Turn
from handlers.telegram import Context, cut, figures_text, plain_word
from handlers.telegram.understanding import SURE_OF_A_MEANING

SURE_OF_WHAT_BLOCKS = 0.75


def typed_answers(context: Context, draft: Draft, text: str) -> Answers:
    """Return the answers that `text` gives at the open question. Raises why it cannot be taken, or PartlyRead with what
    of it is kept."""
    turn = Turn(context, draft, text)
    if says(text, "removals.of_the_files"):
        return {"evidence": not attached_files(context.db, Owner.DRAFT, draft.id)}
    if draft.step is Step.FIGURES and (settles := doubts_answered(turn)) is not None:
        return settles
    if turn.right is not None and turn.right.percent is None:
        return turn.answers(turn.right)
    match draft.step:
        case Step.PERCENT:
            return _percent(turn)
        case Step.NOTE:
            return _note(turn)
        case Step.OBSTACLE:
            return _obstacle(turn)
        case Step.FIGURES:
            return _figures(turn)
    return _status(turn)


def _status(turn: Turn) -> Answers:
    """Return all that a text says of the task, where a status or evidence is asked for."""
    asked, said = turn.draft.step is Step.STATUS, turn.reported or turn.told
    if said is None and asked and is_still_unfinished(turn.line) and not tells_a_fact(turn.text):
        said = Statement(Status.IN_PROGRESS)
    later = turn.meaning.meaning is TurnMeaning.LATER and not turn.statuses
    unclear = turn.meaning.meaning is TurnMeaning.UNCLEAR
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
    draft, said = turn.draft, _with_percent_put_down(turn)
    counted = said is not None and said.percent not in (None, answers.FIXED.get(said.status))
    says_how = counted or turn.statuses
    if not (says_how or (said and said.figures)) and _tells_what_blocks(turn):
        return answers.obstacle_answers(turn.text)
    if said is None or said.faults or not (said.stated or said.percent is not None):
        raise _kept_without_percent(turn)
    if draft.status is Status.IN_PROGRESS and said.status is Status.SUBMITTED and is_done_in_part(turn.text):
        goes_on = replace(said, status=Status.IN_PROGRESS, stated=False, percent=None)
        raise _kept(turn, turn.answers(goes_on), goes_on, PercentOutOfRange(turn.text))
    if not says_how and (turn.meaning.meaning is TurnMeaning.SKIP or turn.reported is None):
        raise PercentOutOfRange(turn.text)
    return turn.answers(replace(said, note="") if turn.meaning.meaning is TurnMeaning.CHANGE else said)


def _with_percent_put_down(turn: Turn) -> Statement | None:
    """Return what a text says of the task, with the percent that it asks to put down."""
    percent = percent_answered(turn.heard_as_report)
    if percent is None:
        return turn.told
    said = turn.told or (turn.reported if any(map(str.isalpha, turn.text)) else None)
    return replace(said or UNSAID, percent=percent)


def _tells_what_blocks(turn: Turn) -> bool:
    """Return whether a text at the question for the percent rather tells what blocks the work (对方不给数据)."""
    if turn.draft.status is not Status.BLOCKED:
        return False
    why = Turn(turn.context, replace(turn.draft, step=Step.OBSTACLE), turn.text).meaning
    return why.meaning is TurnMeaning.ANSWER and why.sureness >= max(SURE_OF_WHAT_BLOCKS, turn.meaning.sureness)


def _kept_without_percent(turn: Turn) -> Refusal | PartlyRead:
    """Return the refusal of a text without a percent, with its figures kept, and its note if it has figures or surely
    reports something."""
    heard, unread = turn.heard, PercentOutOfRange(turn.text)
    reports = heard.aim is Aim.REPORT and heard.confidence >= SURE_OF_A_MEANING and heard.task is None
    reports = reports or (turn.draft.status is Status.BLOCKED and tells_a_fact(turn.text))
    reports = reports or (turn.told is None and any(of_kind(heard, Kind.STATUS)))
    said = turn.told
    if said is None and reports and not turn.asks:
        note, faults = note_or_fault(turn.text)
        said = turn.reported or replace(UNSAID, note=note, faults=tuple(faults))
    if said is None or said.faults or not (said.figures or (reports and said.note)):
        return unread
    return _kept(turn, turn.answers(said), said, unread)


def _kept(turn: Turn, given: Answers, said: Statement, why: Refusal) -> PartlyRead:
    """Return what is kept of a text, named by its figures or else as written, while the question is asked again."""
    figures = {name: given["figures"][name] for name in said.figures or {}}
    told = figures_text(figures_with_units(turn.context.db, figures), turn.context.language)
    language = turn.context.language
    return PartlyRead(given, why, FIGURES_KEPT(language, figures=told if figures else cut(turn.text, 30)))


def _note(turn: Turn) -> Answers:
    """Return the text as the note, with its figures. A bare status or percent (等等，是65) is that and no note, unless
    it contradicts work reported as done, which is then asked about."""
    if (corrected := _with_status_corrected(turn)) is not None:
        return corrected
    right = without_leads(without_wrong(turn.text))
    if right != turn.text.strip() and read_percent(right) is not None:
        turn = replace(turn, text=right)
    told, plain = turn.told, {"note": checked_note(turn.text)}
    if told is None or told.faults or Mood.INTENDS in turn.heard.moods:
        return plain
    given = turn.answers(told)
    changes = any(getattr(turn.draft, name) != value for name, value in given.items())
    if (changes or _is_a_number(turn.text)) and _is_bare(turn) and not answers.contradicts(turn.draft, turn.text):
        return given
    return {**plain, **turn.figures}


def _with_status_corrected(turn: Turn) -> Answers | None:
    """Return the answers with the status that a text at the note's question surely corrects (不对，应该是已完成), or
    None; what only corrects is no note."""
    sure = SURE_OF_A_TURN if says(turn.text, "report_corrections.looked_back") else SURE_OF_WORDS
    if turn.meaning.meaning is not TurnMeaning.CHANGE or turn.meaning.sureness < sure:
        return None
    said = replace(turn, text=without_looking_back(turn.text)).told
    if said is None or said.faults or not said.stated or said.status is turn.draft.status:
        return None
    return {**turn.answers(said), "note": turn.draft.note}


def _is_a_number(text: str) -> bool:
    return plain_word(text).rstrip("%％").isdecimal()


def _is_bare(turn: Turn) -> bool:
    """Return whether the text is only a status or a percent: 已完成, 早就完成了呀, 进度60%了."""
    said = turn.told
    return said is not None and not (said.note or said.obstacle or said.figures) and len(turn.statuses) <= 1


def _obstacle(turn: Turn) -> Answers:
    """Return the text as the obstacle, with the figures of clauses that give nothing else (立案12，经费没到位); they or
    a percent alone are no obstacle. Raises ObstacleNeeded."""
    if plain_word(turn.text) in SKIPS | THAT_IS_ALL:
        raise ObstacleNeeded
    clauses = [replace(turn, text=each[0]) for each in CLAUSE.finditer(turn.text) if each[0].strip()]
    known = indicators(turn.context.db)
    counted = [each.text for each in clauses if (said := figures_said(each.text, known)).figures and not said.refused]
    is_number = len(counted) == len(clauses) or _is_a_number(turn.text)
    if is_number and turn.told is not None and not turn.told.faults:
        return turn.answers(replace(turn.told, note=""))
    return {**replace(turn, text="，".join(counted)).figures, **answers.obstacle_answers(turn.text)}


def _figures(turn: Turn) -> Answers:
    """Return the figures in a line, or all that it says of the task; a line that tells more is also added to the note.
    Raises PartlyRead with the figures that were read."""
    draft, text = turn.draft, turn.text
    read, said = figures_said(text, indicators(turn.context.db)), turn.reported
    counted = replace(UNSAID, figures=read.figures, running=read.running, adds=says(text, ADDS))
    given = figure_answers_with(turn.context, draft, counted)
    if read.refused is None:
        return {**given, "figures": given["figures"] or {}}
    if plain_word(text).isdecimal():
        raise read.refused
    if said is not None and not (said.faults or said.note or said.obstacle):
        return turn.answers(said)
    if tells_a_fact(text) and (not read.figures or isinstance(read.refused, FiguresUnclear)):
        return {**given, "figures": given["figures"] or {}, "note": checked_note(join_lines(draft.note, text))}
    raise _kept(turn, given, counted, read.refused) if read.figures else read.refused
