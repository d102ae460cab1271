"""What a sentence changes of a statistics return: its title, how often, its indicators, its units, when it is due."""

from collections.abc import Mapping
from typing import Any

from data.announcing.addressees import addressed
from data.calendar import Period
from data.plan.indicators import indicators
from data.returns.named_indicators import indicators_within
from data.returns.title_said import title_for, title_given
from data.understanding import Understanding
from data.understanding.orders import says
from data.understanding.return_asked import ONCE, periods_said
from handlers.returns.draft_return import is_once
from handlers.returns.return_said import ReturnSaid, return_said
from handlers.returns.schedule_questions import every_answers
from handlers.telegram.context import Context


def changes_said(context: Context, before: Mapping[str, Any], meaning: Understanding) -> ReturnSaid:
    """The answers that a sentence changes; of units and indicators it adds those that it names, or takes them out."""
    said = return_said(context, meaning, None if is_once(before) else Period(before["every"]))
    changed = {key: value for key, value in said.answers.items() if key in ("due", "opens")}
    title = title_given(meaning.text)
    changed |= {"title": title} if title else _every(before, meaning)
    without = says(meaning, "returns.taken_out")
    names = [each.name for each in indicators_within(meaning.text, indicators(context.db))]
    changed |= _list("indicators", before["indicators"], names, without=without)
    units = _list("units", before["units"], addressed(context.db, meaning).unit_ids, without=without)
    changed |= {**units, "picked": units["units"]} if units else {}
    return ReturnSaid(changed, said.refused)


def _every(before: Mapping[str, Any], meaning: Understanding) -> dict[str, Any]:
    """How often from now on, where a sentence names two kinds of return (月报改季报), with the title that suits it."""
    said = periods_said(meaning.text)
    if len(said) != 2 or said[1] == before["every"]:
        return {}
    every = None if said[1] is ONCE else said[1]
    return {**every_answers(every), "title": title_for(before["title"], said[1])}


def _list(key: str, before: list[Any], named: Any, *, without: bool) -> dict[str, Any]:
    """A list with what is named besides, or without it; nothing where that changes nothing or would leave none."""
    left = [each for each in before if each not in named]
    after = left if without else [*before, *(each for each in named if each not in before)]
    return {key: after} if after and after != before else {}
