"""What a sentence says of the statistics return that is to be set up, clause by clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.announcing.addressees import addressed
from data.calendar import Period
from data.errors import Refusal
from data.plan.indicators import indicators
from data.returns import return_words
from data.returns.named_indicators import indicators_within
from data.understanding import Understanding, says
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.return_asked import ONCE, period_said, periods_said
from handlers.dialog import Answers
from handlers.returns.return_draft import is_once
from handlers.returns.schedule_questions import every_answers, first_said
from handlers.returns.unit_questions import units_answers
from handlers.telegram import Context, hear


@dataclass(frozen=True, slots=True)
class ReturnSaid:
    """The answers in a sentence, and why parts of it cannot be taken."""

    answers: dict[str, Any]
    refused: Sequence[Refusal]


def return_said(context: Context, meaning: Understanding, known: Period | None = None) -> ReturnSaid:
    """建个统计月报，公安局、各区报，12月开始，第5个工作日截止: whatever of a return a sentence names. Of a sentence of
    one clause the title is asked for, for it says no more than that there is to be one. How often may be `known`."""
    every, clauses = period_said(meaning.text), [each[0] for each in CLAUSE.finditer(meaning.text)]
    answers = {} if every is None else {**every_answers(None if every is ONCE else every)}
    head, colon, _ = clauses[0].replace("：", ":").partition(":") if clauses else ("", "", "")
    title = return_words.title_said(head) if colon or len(clauses) > 1 else None
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
    return bool(addressed(context.db, meaning)) or any(
        return_words.says_since(each) or _says_when_due(each) for each in clauses
    )


def _says_when_due(clause: str) -> bool:
    return return_words.says_due(clause) or return_words.names_a_day(clause)


def _scheduled(context: Context, every: Period | None, clause: str) -> Answers:
    """When it begins, opens or is due, of what is asked for every period. Raises what reading these raises."""
    if every is None or every is ONCE:
        return {}
    if return_words.says_since(clause):
        return first_said(context, every, clause)
    if return_words.says_opening(clause):
        return {"opens": return_words.read_opening(clause)}
    return {"due": return_words.read_workdays(clause)} if _says_when_due(clause) else {}


def changes_said(context: Context, before: Mapping[str, Any], meaning: Understanding) -> ReturnSaid:
    """The answers that a sentence changes; of units and indicators it adds those that it names, or takes them out."""
    said = return_said(context, meaning, None if is_once(before) else Period(before["every"]))
    changed = {key: value for key, value in said.answers.items() if key in ("due", "opens")}
    title = return_words.title_given(meaning.text)
    changed |= {"title": title} if title else _every(before, meaning)
    without = says(meaning, "returns.taken_out")
    names = [each.name for each in indicators_within(meaning.text, indicators(context.db))]
    changed |= _list("indicators", before["indicators"], names, without=without)
    changed |= _list("units", before["units"], addressed(context.db, meaning).unit_ids, without=without)
    return ReturnSaid(changed, said.refused)


def _every(before: Mapping[str, Any], meaning: Understanding) -> dict[str, Any]:
    """How often from now on, where a sentence names two kinds of return (月报改季报), with the title that suits it."""
    said = periods_said(meaning.text)
    if len(said) != 2 or said[1] == before["every"]:
        return {}
    every = None if said[1] is ONCE else said[1]
    return {**every_answers(every), "title": return_words.title_for(before["title"], said[1])}


def _list(key: str, before: list[Any], named: Any, *, without: bool) -> dict[str, Any]:
    """A list with what is named besides, or without it; nothing where that changes nothing or would leave none."""
    left = [each for each in before if each not in named]
    after = left if without else [*before, *(each for each in named if each not in before)]
    return {key: after} if after and after != before else {}
