"""Answers to doubts about figures: whether they are new or the same ones, left out, or what the right number is."""

from collections.abc import Mapping
from dataclasses import replace

from data.errors import NoSuchAnswer
from data.plan.indicators import indicators
from data.reporting.answers import answers_without_figures
from data.reporting.drafts import Draft
from data.reporting.figures import figures_said
from data.reporting.totals import last_figures
from data.understanding.dialog.turns import TurnMeaning, agrees
from data.understanding.sureness import RATHER_SURE
from handlers.dialog import Answers, is_courtesy
from handlers.reporting.keyboard import AS_NEW, AS_THE_SAME, WITHOUT
from handlers.reporting.statements import UNSAID, figure_answers_with
from handlers.reporting.texts.figures import ARE_NEW, ARE_THE_SAME, FOR_ANOTHER_TIME, RIGHT
from handlers.reporting.turn import Turn
from handlers.telegram import plain_word


def settled(draft: Draft, value: str, last: Mapping[str, float]) -> Answers | None:
    """Return the answers that settle the doubts being asked about, given the `last` figures; None if `value` does not
    settle them."""
    if not draft.doubted:
        return None
    if value == WITHOUT:
        return answers_without_figures(draft, draft.below or draft.doubted)
    if value == AS_NEW:
        return answers_without_figures(draft, draft.below, ("running", "doubted")) if draft.below else {"doubted": {}}
    if value == AS_THE_SAME and not draft.below:
        return answers_without_figures(draft, [name for name, said in draft.doubted.items() if last.get(name) == said])
    return None


def doubts_answered(turn: Turn) -> Answers | None:
    """Return the answers that a text gives to the doubts being asked about; None if it is about something else, such as
    the right number by its name. Raises NoSuchAnswer if it agrees where that would not say what is right."""
    draft, said = turn.draft, plain_word(turn.text)
    if not draft.doubted:
        return None
    last = last_figures(turn.context.db, draft.assignment_id, draft.replaces)
    for words, value in ((ARE_NEW, AS_NEW), (ARE_THE_SAME, AS_THE_SAME), (FOR_ANOTHER_TIME, WITHOUT)):
        if said in words and (given := settled(draft, value, last)) is not None:
            return given
    sure = turn.means(TurnMeaning.AGREE, RATHER_SURE)
    has_no_number = not any(map(str.isnumeric, turn.text))
    if agrees(turn.text) or is_courtesy(turn.text) or said in RIGHT or (sure and has_no_number):
        if draft.below or any(last.get(name) == value for name, value in draft.doubted.items()):
            raise NoSuchAnswer(turn.text.strip())
        return {"figures": draft.figures, "doubted": {}}
    return _right_number_alone(turn)


def _right_number_alone(turn: Turn) -> Answers | None:
    """Return the answers with the only doubted figure as the number that is all of the text; a running total stays
    one."""
    asked, text = turn.draft.below or tuple(turn.draft.doubted), turn.text.strip()
    if len(asked) != 1 or not text[:1].isnumeric():
        return None
    read = figures_said(f"{asked[0]}{text}", indicators(turn.context.db))
    if read.refused is not None or read.figures.keys() != set(asked):
        return None
    totals = tuple(each for each in asked if each in turn.draft.running)
    return figure_answers_with(turn.context, turn.draft, replace(UNSAID, figures=read.figures, running=totals))
