"""Answers to doubts about figures: whether they are new or the same ones, left out, or what the right number is."""

from collections.abc import Mapping
from dataclasses import replace

from data.errors import NoSuchAnswer
from data.plan.indicators import indicators
from data.reporting import answers
from data.reporting.drafts import Draft, Step
from data.reporting.figures import figures_said
from data.reporting.totals import last_figures
from data.standing.standing import Status
from data.understanding.dialog.turns import TurnMeaning, agrees, hear_turn
from handlers.dialog import Answers, is_courtesy
from handlers.dialog.navigation import SURE_OF_A_TURN
from handlers.reporting.corrected_values import corrections_of_draft
from handlers.reporting.keyboard import AS_NEW, AS_THE_SAME, WITHOUT
from handlers.reporting.statements import Statement
from handlers.reporting.task_statements import stated_answers
from handlers.reporting.texts.figures import ARE_NEW, ARE_THE_SAME, FOR_ANOTHER_TIME, RIGHT
from handlers.telegram import Context, hear, plain_word


def settled(draft: Draft, value: str, last: Mapping[str, float]) -> Answers | None:
    """Return the answers that settle the doubts being asked about, given the `last` figures; None if `value` does not
    settle them."""
    if not draft.doubted:
        return None
    if value == WITHOUT:
        return answers.answers_without_doubted(draft, draft.below or tuple(draft.doubted))
    if value == AS_NEW:
        return answers.answers_with_totals_as_new(draft) if draft.below else {"doubted": {}}
    if value == AS_THE_SAME and not draft.below:
        return answers.answers_without_repeated_doubts(draft, last)
    return None


def doubts_answered(context: Context, draft: Draft, text: str) -> Answers | None:
    """Return the answers that `text` gives to the doubts being asked about; None if it is about something else. Raises
    NoSuchAnswer if it agrees where that would not say what is right."""
    if not draft.doubted:
        return None
    last = last_figures(context.db, draft.assignment_id, draft.replaces)
    said = plain_word(text)
    for words, value in ((ARE_NEW, AS_NEW), (ARE_THE_SAME, AS_THE_SAME), (FOR_ANOTHER_TIME, WITHOUT)):
        if said in words and (given := settled(draft, value, last)) is not None:
            return given
    turn = hear_turn(text, Step.FIGURES, hear(context, text))
    sure = turn.meaning is TurnMeaning.AGREE and turn.sureness >= SURE_OF_A_TURN
    if agrees(text) or is_courtesy(text) or said in RIGHT or (sure and not any(map(str.isnumeric, text))):
        if draft.below or any(last.get(name) == value for name, value in draft.doubted.items()):
            raise NoSuchAnswer(text.strip())
        return {"figures": draft.figures, "doubted": {}}
    return _right_number(context, draft, text)


def _right_number(context: Context, draft: Draft, text: str) -> Answers | None:
    """Return the answers with a doubted figure put right (立案就按30算), or with the only one as the number that is all
    of the text; a running total stays one."""
    right = corrections_of_draft(context, draft, text)
    if right is not None and right.figures and right.figures.keys() <= draft.doubted.keys():
        return stated_answers(context, draft, replace(right, stated=False, percent=None))
    asked = draft.below or tuple(draft.doubted)
    if len(asked) != 1 or not text.strip()[:1].isnumeric():
        return None
    read = figures_said(f"{asked[0]}{text.strip()}", indicators(context.db))
    if read.refused is not None or read.figures.keys() != set(asked):
        return None
    alone = Statement(draft.status or Status.IN_PROGRESS, stated=False, figures=read.figures)
    totals = tuple(each for each in asked if each in draft.running)
    return stated_answers(context, draft, replace(alone, running=totals))
