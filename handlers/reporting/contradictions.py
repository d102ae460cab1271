"""Questions about contradictions in a report, and answers to doubts about its figures: which of several numbers counts,
whether they are new or the same ones, left out, or what the right number is."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from data.errors import ButtonsOnly, NoSuchAnswer
from data.plan.indicators import indicators
from data.reporting.answers import answers_without_figures, status_answers, with_present_percent
from data.reporting.attachments import copy_files_to_draft
from data.reporting.drafts import Draft, Step, checked_note
from data.reporting.figures import figures_said
from data.reporting.forms import Contradiction, Form, added_up, is_unconfirmed
from data.reporting.numbers_put_right import note_that_follows
from data.reporting.reviews import full_report
from data.reporting.totals import late_report
from data.standing.standing import Status
from data.understanding.dialog.turns import TurnMeaning, agrees, hear_turn, without_every
from data.understanding.entities.amounts import find_amounts
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, is_nothing, says_much
from data.understanding.sureness import RATHER_SURE
from handlers.dialog import AGREED, Answers, Choices, Question, Talk, is_courtesy
from handlers.dialog.words import COURTESIES, says_nothing_more
from handlers.reporting.drafts import as_draft, load_form
from handlers.reporting.keyboard import AS_NEW, AS_RIGHT, AS_SUM, AS_THE_SAME, WITHOUT, numbers_of_choices
from handlers.reporting.statements import AROUND, UNSAID, Statement, draft_answers_with, figure_answers_with, join_lines
from handlers.reporting.texts.figures import ALL_COUNT, ARE_NEW, ARE_THE_SAME, FOR_ANOTHER_TIME, RIGHT, TO_PUT_RIGHT
from handlers.reporting.texts.questions import ANOTHER_PERCENT, PERCENT_NOW, PERCENT_RIGHT, contradiction_text
from handlers.reporting.texts.report import FIELD, heading
from handlers.reporting.turn import Turn
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import Context, hear
from handlers.wording import Html, join, labels, plain_word
from handlers.wording.report_lines import last_report

STOPS = ",，。.;；!！"
SETTLING = (
    (ARE_NEW, AS_NEW),
    (ARE_THE_SAME, AS_THE_SAME),
    (TO_PUT_RIGHT, AS_RIGHT),
    (FOR_ANOTHER_TIME, WITHOUT),
    (ALL_COUNT, AS_SUM),
)
"""Words that settle a doubt, and the value of the button that does so."""


def contradiction_question(key: Contradiction) -> Question[Form]:
    """Return the question about this contradiction."""
    return Question(
        key,
        label=FIELD[Step.STATUS if key is Contradiction.GOING_ON else Step.PERCENT],
        put=partial(_put, key),
        read=partial(_read, key),
        buttons=partial(_choices, key),
        asked=lambda talk: is_unconfirmed(key, talk.subject),
        answered=lambda talk: False,
        has_usual_buttons=False,
        preview_button="sure" if key is Contradiction.LESS else None,
    )


def settled_answer(key: Contradiction, answers: Answers) -> Answers:
    """Return the answer that this contradiction is settled for the present `answers`."""
    about = {Contradiction.LESS: "percent", Contradiction.GOING_ON: "note"}
    return {key: answers.get(about[key]) if key in about else True}


def _read(key: Contradiction, talk: Talk[Form], text: str) -> Answers:
    """Return the status or percent that `text` gives, or that the answers are right as they are; what is told behind a
    yes (对，有两个案子撤案了) is added to the note. Raises ButtonsOnly."""
    draft = talk.subject.draft
    turn = Turn(talk.context, draft, text)
    said = turn.told_with_percent if key is Contradiction.LESS else turn.told
    yes, _, told = text.partition(next((sign for sign in text if sign in STOPS), "\n"))
    tells = says_much(told, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS) and (said is None or said.percent is None)
    if key is Contradiction.LESS and (tells or not told) and _agrees(talk, yes):
        note = {"note": checked_note(join_lines(draft.note, told.strip()))} if tells else {}
        return {**settled_answer(key, talk.answers), **note}
    if said is None or said.faults:
        raise ButtonsOnly
    given = with_present_percent(talk.subject.assignment, turn.answers(replace(said, note="")))
    return {**given, **settled_answer(key, {**talk.answers, **given})}


def _agrees(talk: Talk[Form], text: str) -> bool:
    turn = hear_turn(hear(talk.context, text), Contradiction.LESS)
    return plain_word(text) in COURTESIES | AGREED or (
        turn.meaning is TurnMeaning.AGREE and turn.sureness >= RATHER_SURE
    )


def _put(key: Contradiction, talk: Talk[Form]) -> Html:
    form, language = talk.subject, talk.language
    asked = contradiction_text(key, form, language)
    if key is Contradiction.HUNDRED:
        return asked
    said = last_report(form.assignment.last, language) if key is Contradiction.LESS else ""
    last = labels.labelled(labels.LAST_REPORT, said, language)
    return join([heading(form.assignment, language, speaks_for_several(talk.context)), last, asked])


def _choices(key: Contradiction, talk: Talk[Form]) -> Choices:
    draft = talk.subject.draft
    under_way = labels.STATUS[Status.IN_PROGRESS]
    as_it_is = settled_answer(key, talk.answers)
    done = (labels.DONE, "done", {**status_answers(draft, Status.SUBMITTED), **as_it_is})
    match key:
        case Contradiction.HUNDRED:
            return [[done, (f"{under_way(talk.language)} 100%", 100, as_it_is)]]
        case Contradiction.LESS:
            right, total = PERCENT_RIGHT(talk.language, percent=draft.percent or 0), added_up(talk.subject)
            added = {"percent": total, **settled_answer(key, {"percent": total})}
            more = [(PERCENT_NOW(talk.language, percent=total), "added", added)] if total is not None else []
            return [[*more, (right, "sure", as_it_is), (ANOTHER_PERCENT, "other", {"percent": None})]]
        case Contradiction.GOING_ON:
            going_on = with_present_percent(talk.subject.assignment, status_answers(draft, Status.IN_PROGRESS))
            return [[done, (under_way, "under_way", going_on)]]


def settled(context: Context, form: Form, value: str) -> Answers | None:
    """Return the answers that settle the doubts being asked about; None if `value` does not settle them."""
    draft, last = form.draft, form.last_figures
    if draft.unclear:
        return _unclear_settled(context, draft, value)
    if not draft.doubted:
        return None
    if value == WITHOUT:
        return answers_without_figures(draft, draft.below or draft.doubted)
    if value == AS_NEW:
        return answers_without_figures(draft, draft.below, ("running", "doubted")) if draft.below else {"doubted": {}}
    if value == AS_RIGHT and form.of_late:
        return _as_correction(context, form)
    if value == AS_THE_SAME and not draft.below:
        return answers_without_figures(draft, [name for name, said in draft.doubted.items() if last.get(name) == said])
    return None


def _as_correction(context: Context, form: Form) -> Answers | None:
    """Return the answers that make a new report the correction of the late one: what that holds, with what is told now;
    None if it was decided on meanwhile."""
    draft, found = form.draft, late_report(context.db, form.assignment.id, context.today)
    report = full_report(context.db, found) if found is not None else None
    if report is None or draft.status is None:
        return None
    copy_files_to_draft(context.db, report.id, draft.id)
    figures = draft.figures or {}
    before = {each.indicator: each.value for each in report.figures}
    note = note_that_follows(report.note, draft.note or "", before, {**before, **figures}, form.indicators)
    running = tuple(draft.running)
    said = Statement(draft.status, percent=draft.percent, obstacle=draft.obstacle, figures=figures, running=running)
    corrected = replace(as_draft(context, report), note=note, replaces=report.id)
    answers = draft_answers_with(context, corrected, said)
    link = {"replaces": report.id, "seen_report_id": report.id}
    return {**answers, **link, "note": checked_note(join_lines(note, draft.note)), "doubted": {}}


def _unclear_settled(context: Context, draft: Draft, value: str) -> Answers | None:
    """Return the answers with the number that a button gives to the indicator being asked about, or without it."""
    name, said = next(iter(draft.unclear.items()))
    if value == WITHOUT:
        return answers_without_figures(draft, [name])
    numbers = dict(numbers_of_choices(said))
    return _with_figures(context, draft, {name: numbers[value]}) if value in numbers else None


def doubts_answered(turn: Turn) -> Answers | None:
    """Return the answers that a text gives to the doubts being asked about; None if it is about something else, such as
    the right number by its name. Raises NoSuchAnswer if it agrees where that would not say what is right."""
    draft, said = turn.draft, plain_word(turn.text)
    ways = {said, plain_word(without_every(turn.text))}
    if not (draft.doubted or draft.unclear):
        return None
    form = load_form(turn.context, draft)
    for words, value in SETTLING:
        if words & ways and (given := settled(turn.context, form, value)) is not None:
            return given
    if draft.unclear and says_nothing_more(turn.text):
        return settled(turn.context, form, WITHOUT)
    sure = turn.means(TurnMeaning.AGREE, RATHER_SURE)
    has_no_number = not any(map(str.isnumeric, turn.text))
    if agrees(turn.text) or is_courtesy(turn.text) or said in RIGHT or (sure and has_no_number):
        repeats = any(form.last_figures.get(name) == value for name, value in draft.doubted.items())
        if draft.unclear or draft.below or repeats or form.correcting:
            raise NoSuchAnswer(turn.text.strip())
        return {"figures": draft.figures, "doubted": {}}
    return _right_number_alone(turn)


def _right_number_alone(turn: Turn) -> Answers | None:
    """Return the answers with the only figure asked about as the number that is all of the text, perhaps behind a yes
    (是200); a running total stays one."""
    draft, amounts = turn.draft, find_amounts(turn.line)
    asked = tuple(draft.unclear)[:1] or draft.below or tuple(draft.doubted)
    first = amounts[0].start if amounts else 0
    leads = turn.line[:first].strip(AROUND)
    if len(asked) != 1 or not amounts or not (is_nothing(leads) or agrees(leads)):
        return None
    read = figures_said(f"{asked[0]}{turn.line[first:]}", indicators(turn.context.db))
    if read.refused is not None or read.figures.keys() != set(asked):
        return None
    totals = tuple(each for each in asked if each in draft.running)
    return _with_figures(turn.context, draft, read.figures, totals)


def _with_figures(
    context: Context, draft: Draft, figures: Mapping[str, float], totals: tuple[str, ...] = ()
) -> Answers:
    return figure_answers_with(context, draft, replace(UNSAID, figures=figures, running=totals))
