"""What contradicts itself in a report is asked about: which of both is so."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial

from data.errors import ButtonsOnly, StaleButton
from data.reporting.answers import contradicts, status_answers, with_percent
from data.reporting.drafts import UNDER_WAY, Step
from data.reporting.forms import Form
from data.standing.standing import Status
from data.understanding.turns import Meant, hear_turn
from handlers.dialog.declaration import Answers, Choices, Question, Talk
from handlers.dialog.words import AGREED, COURTESIES
from handlers.dialog.written import SURE
from handlers.reporting import keyboard as buttons
from handlers.reporting.texts import questions as texts
from handlers.reporting.texts.report import FIELD, heading
from handlers.reporting.written import stated, told_of_task
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import labels
from handlers.telegram.report_lines import last_report
from handlers.telegram.understanding import hear
from handlers.telegram.wording import Html, join, plain_word

Words = Callable[[Talk[Form]], Html]


class Contradiction(StrEnum):
    """Work under way of which 100 % are done; a percent below the last one; work that is done and goes on."""

    HUNDRED = "hundred"
    LESS = "less"
    GOING_ON = "going_on"


def contradiction(key: Contradiction) -> Question[Form]:
    """The question for one of these."""
    asked, words, choices = _QUESTIONS[key]
    return Question(
        key,
        label=FIELD[Step.STATUS if key is Contradiction.GOING_ON else Step.PERCENT],
        put=words if key is Contradiction.HUNDRED else partial(_put, words),
        read=partial(_read, key),
        buttons=choices,
        press=partial(_press, key),
        asked=asked,
        answered=lambda talk: False,
        ways=False,
    )


def settled(key: Contradiction, answers: Answers) -> Answers:
    """That nothing has to be asked about answers as they stand."""
    return {
        key: {
            Contradiction.HUNDRED: True,
            Contradiction.LESS: answers.get("percent"),
            Contradiction.GOING_ON: answers.get("note"),
        }[key]
    }


def _read(key: Contradiction, talk: Talk[Form], text: str) -> Answers:
    """Which is so, in words: the status or the percent once more, or that it is right as it stands."""
    if key is Contradiction.LESS and _agrees(talk, text):
        return settled(key, talk.answers)
    draft = talk.subject.draft
    said = told_of_task(talk.context, draft, text)
    if said is None or said.faults:
        raise ButtonsOnly
    given = with_percent(talk.subject.assignment, stated(talk.context, draft, replace(said, note="")))
    return {**given, **settled(key, {**talk.answers, **given})}


def _agrees(talk: Talk[Form], text: str) -> bool:
    turn = hear_turn(text, Contradiction.LESS, hear(talk.context, text))
    return plain_word(text) in COURTESIES | AGREED or (turn.meaning is Meant.AGREE and turn.sureness >= SURE)


def _press(key: Contradiction, talk: Talk[Form], value: str) -> Answers:
    match key, value:
        case ((Contradiction.HUNDRED | Contradiction.GOING_ON), "done"):
            return {**status_answers(talk.subject.draft, Status.SUBMITTED), **settled(key, talk.answers)}
        case Contradiction.GOING_ON, "under_way":
            return with_percent(talk.subject.assignment, status_answers(talk.subject.draft, Status.IN_PROGRESS))
        case Contradiction.LESS, "other":
            return {"percent": None}
        case (Contradiction.HUNDRED, "100") | (Contradiction.LESS, "sure"):
            return settled(key, talk.answers)
    raise StaleButton


def _is_hundred(talk: Talk[Form]) -> bool:
    draft = talk.subject.draft
    return draft.status is Status.IN_PROGRESS and draft.percent == 100 and not talk.answers.get(Contradiction.HUNDRED)


def _is_less(talk: Talk[Form]) -> bool:
    """Whether the percent is below that of the last report that the writer has seen, unless this one is given in its
    place."""
    draft, task = talk.subject.draft, talk.subject.assignment
    if task.last is None or task.last.status not in UNDER_WAY or task.last.id > (draft.seen_report_id or 0):
        return False
    if task.last.id in (draft.replaces, draft.redoes) or draft.status not in UNDER_WAY or draft.percent is None:
        return False
    return draft.percent < task.percent and talk.answers.get(Contradiction.LESS) != draft.percent


def _goes_on(talk: Talk[Form]) -> bool:
    draft = talk.subject.draft
    return contradicts(draft, draft.note or "") and talk.answers.get(Contradiction.GOING_ON) != draft.note


def _put(words: Words, talk: Talk[Form]) -> Html:
    named = speaks_for_several(talk.context)
    return join([heading(talk.subject.assignment, talk.language, named), words(talk)])


def _less(talk: Talk[Form]) -> Html:
    form = talk.subject
    last = labels.CARD_FIELD(
        talk.language, label=labels.LAST_REPORT(talk.language), value=last_report(form.assignment.last, talk.language)
    )
    less = texts.LESS_THAN_LAST(talk.language, before=form.assignment.percent, now=form.draft.percent or 0)
    return join([last, less])


_QUESTIONS: dict[Contradiction, tuple[Callable[[Talk[Form]], bool], Words, Callable[[Talk[Form]], Choices]]] = {
    Contradiction.HUNDRED: (
        _is_hundred,
        lambda talk: texts.WHETHER_DONE(talk.language),
        lambda talk: buttons.whether_done(talk.language),
    ),
    Contradiction.LESS: (
        _is_less,
        _less,
        lambda talk: buttons.less(talk.subject.draft.percent or 0, talk.language),
    ),
    Contradiction.GOING_ON: (
        _goes_on,
        lambda talk: texts.DONE_OR_NOT(talk.language),
        lambda talk: buttons.done_or_not(),
    ),
}
"""Of each: whether it is there, how it is asked about, and the answers to press."""
