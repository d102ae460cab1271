"""Which aims a sentence can have, by what the plan has of what it names and by the way it is said."""

from collections.abc import Mapping
from datetime import date

from data.understanding.entities.filters import SOUGHT_BY
from data.understanding.meaning import NUMBERS, Aim, Kind, Mood, Reading
from data.understanding.named import A_WORD, Named, goes_on
from data.understanding.normalise.sentence import blank
from data.understanding.not_yet import rather_past
from data.understanding.orders import says
from data.understanding.polarity import NOT_URGED, asserts, called_off, moods, urges, wishes
from data.understanding.words import Speaker

LIKELY, LIKELY_ALONE = 0.2, 0.25
"""From what sureness on an aim is worth offering beside another, and by itself or beside one that writes."""
WRITING = frozenset({Aim.REPORT, Aim.NO_CHANGE, Aim.CORRECT, Aim.EXTENSION})
LISTS = frozenset(
    {Aim.TASKS, Aim.DEADLINES, Aim.SUMMARY, Aim.HISTORY, Aim.UNREPORTED, Aim.FIGURES, Aim.REVIEW, Aim.EXPORT}
)
TO_OTHERS = frozenset({Aim.NUDGE, Aim.BROADCAST, Aim.SNOOZE, Aim.UNKNOWN, Aim.REFUSE})
"""What the office may be heard to want where it wants nothing asked of others, nor told them."""
_BESIDE_CODES = "\0 。.!！、,，;；和"


def possible(shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date) -> dict[Aim, float]:
    """Return the shares of the aims once it is known what the plan has; what cannot be falls to what it shows.

    Who names somebody else's task sees it, whatever is said of it; of what the plan does not have nothing is told. A
    code alone opens its task, and several alone name theirs. What the office asks of others is whom to ask.
    """
    found = dict(shares)
    if named.of(Kind.CODE) and not blank(named.heard, named.of(Kind.CODE)).strip(_BESIDE_CODES):
        return {Aim.TASK: 1.0}
    if says(named.said, "asked.more_time_withdrawn") and not named.of(*NUMBERS):
        return {Aim.WITHDRAW: 1.0}
    if not speaker.coordinator and says(named.said, "asked.put_off", "asked.put_off_before"):
        return {Aim.SNOOZE: 1.0}
    if speaker.coordinator and calls_off(next(iter(found)), named):
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
    missing = missing or (goes_on(named) and not named.codes)
    decided = Mood.ASKS in moods(named.heard.lower()) and says(named.said, "asked.more_time_granted")
    if decided and Aim.EXTENSION in found:
        _move(found, Aim.EXTENSION, Aim.HISTORY)
    if not speaker.coordinator and says(named.said, "asked.more_time_until") and not named.of(*NUMBERS):
        _move(found, Aim.REPORT, Aim.EXTENSION)
    if named.unfinished and Mood.ASKS in moods(named.heard.lower()) and says(named.said, "asked.which_ones"):
        _move(found, Aim.HELP, Aim.TASKS)
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


def _is_of_one(aim: Aim, named: Named) -> bool:
    """Whether tasks or deadlines that are asked for are rather one task: what is named by more of its words than one,
    or when that with a code, or one's own, is due."""
    if aim is Aim.DEADLINES and named.of(Kind.CODE):
        return len(named.of(Kind.CODE)) == 1
    told = [task for task in named.of(Kind.TASK) if aim is Aim.DEADLINES or task.end - task.start > A_WORD]
    listed = aim is Aim.TASKS or named.own_task
    return listed and bool(told) and len(named.codes) == 1 and not named.of(Kind.SECTION)


def calls_off(aim: Aim, named: Named) -> bool:
    """Whether the office says that others are not to be asked for anything, or told it."""
    off = called_off(named.heard.lower(), [(each.start, each.end) for each in named.of(Kind.CODE, Kind.UNIT)])
    return off is not None and (aim in TO_OTHERS or (aim is Aim.RETURNS and off == NOT_URGED))


def _tells_nothing(named: Named, today: date) -> bool:
    """Whether a sentence asks, and tells nothing as so, or names no number but what is still to be reached."""
    text, stated = named.heard.lower(), [each.start for each in named.of(*NUMBERS, Kind.STATUS)]
    if {Mood.ASKS, Mood.WHETHER}.isdisjoint(moods(text)):
        return not stated and bool(named.of(Kind.NOT_YET))
    days = [each for each in named.of(Kind.TIME) if named.heard[each.start] != "截"]
    to_come = [(each.start, each.end) for each in days if is_to_come(named.heard[each.start : each.end], each, today)]
    return not (asserts(text, stated, to_come) or wishes(text))


def is_to_come(words: str, day: Reading, today: date) -> bool:
    """Whether a day lies ahead; one without its year, and more than half a year off, is rather that of this year."""
    first, last = map(date.fromisoformat, day.values)
    return first > today and not rather_past(words, last, today)


def _move(shares: dict[Aim, float], aim: Aim, to: Aim) -> None:
    shares[to] = shares.get(to, 0.0) + shares.pop(aim, 0.0)
