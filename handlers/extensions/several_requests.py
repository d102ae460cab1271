"""Asking for more time for several tasks at once: 1-8推到1.20 1-9推到3.15."""

from collections.abc import Sequence
from datetime import date

from telegram import Update

from data.errors import Refusal
from data.office.extensions import extendable_assignment
from data.standing.assignments import Assignment
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, values_of
from handlers.extensions.request import begin_request, in_time_note
from handlers.extensions.texts import request as texts
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import NOTHING, Context, answer, join, refusal, series, text_of

SEVERAL = 2


async def extend_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a request for each of several tasks that are named, saying why if one cannot be extended. Return whether
    there were several."""
    codes, asks = values_of(meaning, Kind.CODE), Mood.ASKS in meaning.moods
    if meaning.aim is not Aim.EXTENSION or asks or len(codes) < SEVERAL:
        return False
    days = _days_of_each(meaning)
    said = text_of(update)
    return await extend_each(update, context, [(code, days.get(code, meaning.end), said) for code in codes])


def _days_of_each(meaning: Understanding) -> dict[str, date]:
    """Return the day behind each code, if each has its own (1-8推到1.20 1-9推到3.15); else an empty dict."""
    codes, days = list(of_kind(meaning, Kind.CODE)), list(of_kind(meaning, Kind.TIME))
    ends = [*(each.start for each in codes[1:]), len(meaning.text)]
    found = [[day for day in days if code.end <= day.start < end] for code, end in zip(codes, ends, strict=True)]
    if not all(found):
        return {}
    own = zip(codes, found, strict=True)
    return {code.values[0]: date.fromisoformat(behind[-1].values[-1]) for code, behind in own}


async def extend_each(update: Update, context: Context, asked: Sequence[tuple[str, date | None, str]]) -> bool:
    """Begin a request for each (code, day, text) in `asked`: the first is open, the others are parked. Return False
    unless each code is one task of the person's own."""
    mine = [(each, day, said) for code, day, said in asked for each in own_assignments(context, code)]
    if len(mine) != len(asked):
        return False
    early = [in_time_note(each, day, context.language) for each, day, _ in mine]
    told = [each for each in early if each]
    again = texts.ASK_AGAIN(context.language) if told else NOTHING
    wanted = list[tuple[Assignment, date | None, str]]()
    for (each, day, said), is_early in zip(mine, early, strict=True):
        if is_early:
            continue
        try:
            extendable_assignment(context.db, context.person, each.id, context.today)
            wanted.append((each, day, said))
        except Refusal as why:
            told.append(refusal(why, context.language))
    for each, day, said in wanted[1:]:
        await begin_request(update, context, each.id, day, said, kept=True)
    if codes := series((each.code for each, *_ in wanted[1:]), context.language):
        told.append(texts.OTHERS_WAIT(context.language, codes=codes))
    if wanted:
        first, day, said = wanted[0]
        await begin_request(update, context, first.id, day, said, told=join(told))
    else:
        await answer(update, context, join([*told, again]))
    return True
