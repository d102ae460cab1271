"""What a sentence says of the statistics return that is to be set up, clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.announcing.addressees import addressed
from data.calendar import Period
from data.errors import Refusal
from data.plan.indicators import indicators
from data.returns.named_indicators import indicators_within
from data.returns.schedule_words import names_a_day, read_opening, read_workdays, says_due, says_opening, says_since
from data.returns.title_said import title_said
from data.understanding import Understanding
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.return_asked import ONCE as SAID_ONCE
from data.understanding.return_asked import period_said
from handlers.dialog.declaration import Answers
from handlers.returns.schedule_questions import every_answers, first_said
from handlers.returns.unit_questions import units_answers
from handlers.telegram.context import Context
from handlers.telegram.understanding import hear


@dataclass(frozen=True, slots=True)
class ReturnSaid:
    """The answers in a sentence, and why parts of it cannot be taken."""

    answers: dict[str, Any]
    refused: Sequence[Refusal]


def return_said(context: Context, meaning: Understanding, known: Period | None = None) -> ReturnSaid:
    """建个统计月报，公安局、各区报，12月开始，第5个工作日截止: whatever of a return a sentence names. Of a sentence of
    one clause the title is asked for, for it says no more than that there is to be one. How often may be `known`."""
    every, clauses = period_said(meaning.text), [each[0] for each in CLAUSE.finditer(meaning.text)]
    answers = {} if every is None else {**every_answers(None if every is SAID_ONCE else every)}
    head, colon, _ = clauses[0].replace("：", ":").partition(":") if clauses else ("", "", "")
    title = title_said(head) if colon or len(clauses) > 1 else None
    answers |= {"title": title} if title else {}
    names = [each.name for each in indicators_within(meaning.text, indicators(context.db))]
    answers |= {"indicators": names} if names else {}
    refused: list[Refusal] = []
    try:
        answers |= units_answers(context, addressed(context.db, meaning))
    except Refusal as why:
        refused.append(why)
    for clause in clauses:
        try:
            answers |= _scheduled(context, every or known, clause)
        except Refusal as why:
            refused.append(why)
    return ReturnSaid(answers, refused)


def says_a_whole_return(context: Context, text: str) -> bool:
    """Whether words at one question are a sentence in clauses that names units or days besides."""
    meaning = hear(context, text)
    clauses = [each[0] for each in CLAUSE.finditer(meaning.text)]
    if len(clauses) < 2:
        return False
    return bool(addressed(context.db, meaning)) or any(says_since(each) or _says_when_due(each) for each in clauses)


def _says_when_due(clause: str) -> bool:
    return says_due(clause) or names_a_day(clause)


def _scheduled(context: Context, every: Period | None, clause: str) -> Answers:
    """When it begins, opens or is due, of what is asked for every period. Raises what reading these raises."""
    if every is None or every is SAID_ONCE:
        return {}
    if says_since(clause):
        return first_said(context, every, clause)
    if says_opening(clause):
        return {"opens": read_opening(clause)}
    return {"due": read_workdays(clause)} if _says_when_due(clause) else {}
