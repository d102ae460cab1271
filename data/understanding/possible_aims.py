"""The aims that a sentence can have, given what the plan contains and how the sentence is phrased."""

from collections.abc import Mapping
from datetime import date

from data.understanding.entities.filters import SOUGHT_BY
from data.understanding.meaning import NUMBERS, Aim, Kind, Mood, Reading
from data.understanding.named import A_WORD, Named, continues_unit_name
from data.understanding.normalise.sentence import blank
from data.understanding.not_yet import is_likelier_past
from data.understanding.orders import says
from data.understanding.polarity import NOT_URGED, asserts, called_off, moods, urges, wishes_to_report
from data.understanding.statuses import NEARLY
from data.understanding.words import Speaker

LIKELY, LIKELY_ALONE = 0.2, 0.25
"""The minimum sureness at which an aim is offered: beside another, and alone or beside one that writes."""
WRITING = frozenset({Aim.REPORT, Aim.NO_CHANGE, Aim.CORRECT, Aim.EXTENSION})
LISTS = frozenset(
    {Aim.TASKS, Aim.DEADLINES, Aim.SUMMARY, Aim.HISTORY, Aim.UNREPORTED, Aim.FIGURES, Aim.REVIEW, Aim.EXPORT}
)
TO_OTHERS = frozenset({Aim.NUDGE, Aim.BROADCAST, Aim.SNOOZE, Aim.UNKNOWN, Aim.REFUSE})
"""Aims under which the office may be saying that others are not to be asked or told anything."""
_BESIDE_CODES = "\0 。.!！、,，;；和"


def possible_aims(shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date) -> dict[Aim, float]:
    """Return `shares`, the most likely first, with those of impossible aims moved to what can be meant instead.

    Somebody else's task can only be shown. Nothing can be shown of what the plan does not have. Codes alone ask to see
    their tasks. What the office says about urging others is a nudge.
    """
    found = dict(shares)
    if named.of(Kind.CODE) and not blank(named.heard, named.of(Kind.CODE)).strip(_BESIDE_CODES):
        return {Aim.TASK: 1.0}
    if says(named.said, "asked.more_time_withdrawn") and not named.of(*NUMBERS):
        return {Aim.WITHDRAW: 1.0}
    if not speaker.coordinator and says(named.said, "asked.put_off", "asked.put_off_before"):
        return {Aim.SNOOZE: 1.0}
    if speaker.coordinator and calls_off_others(next(iter(found)), named):
        return {Aim.REFUSE: 1.0}
    if speaker.coordinator and urges(named.heard.lower()):
        _move(found, Aim.REPORT, Aim.NUDGE)
        if Mood.ASKS not in moods(named.heard.lower()):
            _move(found, Aim.UNREPORTED, Aim.NUDGE)
    told = any(not set(unit.values) & set(named.mine) for unit in named.of(Kind.UNIT)) or not named.of(*NUMBERS)
    others = named.task_of_others and told and not speaker.coordinator
    stranger = named.of(Kind.STRANGER) and not named.of(Kind.UNIT)
    missing = (named.of(Kind.NO_CODE) or stranger) and not named.of(Kind.CODE)
    impossible = {each.values[0] for each in named.of(Kind.NO_FILTER)} - SOUGHT_BY
    missing = missing or (continues_unit_name(named) and not named.codes)
    decided = Mood.ASKS in moods(named.heard.lower()) and says(named.said, "asked.more_time_granted")
    if decided and Aim.EXTENSION in found:
        _move(found, Aim.EXTENSION, Aim.HISTORY)
    if not speaker.coordinator and says(named.said, "asked.more_time_until") and not named.of(*NUMBERS):
        _move(found, Aim.REPORT, Aim.EXTENSION)
    if named.unfinished and Mood.ASKS in moods(named.heard.lower()) and says(named.said, "asked.which_ones"):
        _move(found, Aim.HELP, Aim.TASKS)
    if _is_nearly_done(named):
        for aim in (Aim.TASK, Aim.UNKNOWN, Aim.CANCEL):
            if aim in found:
                _move(found, aim, Aim.REPORT)
    tells_nothing = _tells_nothing(named, today)
    shown = {*LISTS, Aim.TASK, *((*WRITING, Aim.PLAN) if named.of(Kind.NO_CODE) else ())}
    of_one = {aim for aim in (Aim.TASKS, Aim.DEADLINES) if _is_of_one(aim, named)}
    for aim in list(found):
        if (others and aim in WRITING) or (tells_nothing and aim is Aim.REPORT):
            _move(found, aim, Aim.TASK if named.codes else Aim.UNKNOWN)
        elif aim in of_one:
            _move(found, aim, Aim.TASK)
        elif (missing or impossible) and aim in shown:
            _move(found, aim, Aim.UNKNOWN)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _is_nearly_done(named: Named) -> bool:
    """Return whether a sentence only tells of a task of the speaker's that it is nearly done (1-2马上完成)."""
    text = named.heard.lower()
    return named.own_task and bool(NEARLY.find(text)) and not any(moods(text))


def _is_of_one(aim: Aim, named: Named) -> bool:
    """Return whether a request for tasks or deadlines is about a single task.

    A list of tasks is, if more than one word of the task is named; deadlines are, if a code or one of the speaker's own
    tasks is named.
    """
    if aim is Aim.DEADLINES and named.of(Kind.CODE):
        return len(named.of(Kind.CODE)) == 1
    told = [task for task in named.of(Kind.TASK) if aim is Aim.DEADLINES or task.end - task.start > A_WORD]
    listed = aim is Aim.TASKS or named.own_task
    return listed and bool(told) and len(named.codes) == 1 and not named.of(Kind.SECTION)


def calls_off_others(aim: Aim, named: Named) -> bool:
    """Return whether the office says that others are not to be asked for anything, or not to be told it."""
    off = called_off(named.heard.lower(), [(each.start, each.end) for each in named.of(Kind.CODE, Kind.UNIT)])
    return off is not None and (aim in TO_OTHERS or (aim is Aim.RETURNS and off == NOT_URGED))


def _tells_nothing(named: Named, today: date) -> bool:
    """Return whether a sentence only asks, or gives no number or status except what is still to be reached."""
    text, stated = named.heard.lower(), [each.start for each in named.of(*NUMBERS, Kind.STATUS)]
    if {Mood.ASKS, Mood.WHETHER}.isdisjoint(moods(text)):
        return not stated and bool(named.of(Kind.NOT_YET))
    days = [each for each in named.of(Kind.TIME) if named.heard[each.start] != "截"]
    to_come = [(each.start, each.end) for each in days if is_to_come(named.heard[each.start : each.end], each, today)]
    return not (asserts(text, stated, to_come) or wishes_to_report(text))


def is_to_come(words: str, day: Reading, today: date) -> bool:
    """Return whether `day`, named by `words`, is to come, and not more likely a past day without its year."""
    first, last = map(date.fromisoformat, day.values)
    return first > today and not is_likelier_past(words, last, today)


def _move(shares: dict[Aim, float], aim: Aim, to: Aim) -> None:
    shares[to] = shares.get(to, 0.0) + shares.pop(aim, 0.0)
