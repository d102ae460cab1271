"""Which aims a sentence can have, by what the plan has of what it names and by the way it is said."""

from collections.abc import Callable, Mapping
from datetime import date

from data.understanding.intended import rather_past
from data.understanding.intent.concepts import concepts
from data.understanding.meaning import NUMBERS, Aim, Kind, Mood, Reading
from data.understanding.named import Named, goes_on, says_more, words_left
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says
from data.understanding.polarity import NOT_URGED, asserts, called_off, moods, negated, refuses, urges, wishes
from data.understanding.reports import stated_status
from data.understanding.statuses import every_status
from data.understanding.unfiltered import SOUGHT_BY
from data.understanding.words import Speaker

LIKELY = 0.25
"""From what sureness on an aim is worth offering."""
WRITING = frozenset({Aim.REPORT, Aim.NO_CHANGE, Aim.CORRECT, Aim.EXTENSION})
LISTS = frozenset(
    {Aim.TASKS, Aim.DEADLINES, Aim.SUMMARY, Aim.HISTORY, Aim.UNREPORTED, Aim.FIGURES, Aim.REVIEW, Aim.EXPORT}
)
TO_OTHERS = frozenset({Aim.NUDGE, Aim.BROADCAST, Aim.SNOOZE, Aim.UNKNOWN, Aim.REFUSE})
"""What the office may be heard to want where it wants nothing asked of others, nor told them."""
OF_THE_PRESENT = ("blocked", "not_started")
"""How work can only stand now, whatever day to come is named beside it."""
_WHEN = ("什么时候", "啥时候", "何时", "几时", "几号", "哪天")
_ASK_TO = ("请", "让", "叫", "ask")


def possible(
    shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date, stands: Callable[[], str | None]
) -> dict[Aim, float]:
    """Return the shares of the aims once it is known what the plan has; what cannot be falls to what it shows. `stands`
    says how the work stands by other words than those that state it (we finish 4-4 already).

    Who names somebody else's task sees it, whatever is said of it; of what the plan does not have nothing is told. A
    code alone opens its task.
    """
    found = dict(shares)
    if named.of(Kind.CODE) and not blank(named.heard, named.of(Kind.CODE)).strip("\0 。.!！"):
        return {Aim.TASK: 1.0}
    if says(named.said, "asked.more_time_withdrawn") and not named.of(*NUMBERS):
        return {Aim.WITHDRAW: 1.0}
    if not speaker.coordinator and says(named.said, "asked.put_off", "asked.put_off_before"):
        return {Aim.SNOOZE: 1.0}
    if speaker.coordinator and calls_off(next(iter(found)), named):
        return {Aim.REFUSE: 1.0}
    if speaker.coordinator and found.get(Aim.NUDGE, 0.0) >= LIKELY and _asks_a_unit(named):
        _move(found, Aim.TASK, Aim.NUDGE)
    if speaker.coordinator and urges(named.heard.lower()):
        _move(found, Aim.REPORT, Aim.NUDGE)
    told = any(not set(unit.values) & set(named.mine) for unit in named.of(Kind.UNIT)) or not named.of(*NUMBERS)
    others = named.task_of_others and told and not speaker.coordinator
    stranger = named.of(Kind.STRANGER) and not named.of(Kind.UNIT)
    missing = (named.of(Kind.NO_CODE) or stranger) and not named.of(Kind.CODE)
    impossible = {each.values[0] for each in named.of(Kind.NO_FILTER)} - SOUGHT_BY
    missing = missing or (goes_on(named) and not named.codes)
    cannot = _cannot_be(named, today, stands) - ({Aim.INFO} if speaker.coordinator else set())
    for aim in list(found):
        if (others and aim in WRITING) or aim in cannot:
            _move(found, aim, Aim.TASK if named.codes else Aim.UNKNOWN)
        elif _is_of_one(aim, named):
            _move(found, aim, Aim.TASK)
        elif (missing or impossible) and aim in (
            *LISTS,
            Aim.TASK,
            *((*WRITING, Aim.PLAN) if named.of(Kind.NO_CODE) else ()),
        ):
            _move(found, aim, Aim.UNKNOWN)
    if not speaker.coordinator and _is_rather_told(found, named):
        _move(found, Aim.TASK, Aim.REPORT)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _is_rather_told(shares: Mapping[Aim, float], named: Named) -> bool:
    """Whether a sentence tells of a task and does not ask to see it: how far it is, where that is the likeliest (8-4 at
    95%, the scheme is out), or how one's own stands and nothing else (2-19已经做完了)."""
    report = shares.get(Aim.REPORT, 0.0)
    if report < LIKELY or len(named.codes) != 1:
        return False
    if named.of(Kind.PERCENT) and report == max(shares.values()):
        return True
    if not named.own_task or named.of(Kind.TIME) or words_left(named):
        return False
    kinds = {status.values for status in every_status(named.heard.lower())}
    return len(kinds) == 1 and stated_status(named.heard, named.readings) is not None


def _is_of_one(aim: Aim, named: Named) -> bool:
    """Whether a list that is asked for is rather one task: what is named by its words, or when that with a code is
    due."""
    if aim is Aim.DEADLINES:
        return len(named.of(Kind.CODE)) == 1
    return aim is Aim.TASKS and bool(named.hits) and not named.of(Kind.SECTION)


def _cannot_be(named: Named, today: date, stands: Callable[[], str | None]) -> set[Aim]:
    """Return what a sentence does not write by the way it is said: it tells nothing, refuses, or repeats others."""
    text = named.heard.lower()
    said = {
        Aim.REPORT: not _tells(named, today, stands) or _is_one_strange_word(named),
        Aim.EXTENSION: refuses(text) or (Mood.ASKS in moods(text) and says(named.said, "asked.more_time_granted")),
        Aim.CORRECT: Mood.HEARSAY in moods(text),
        Aim.INFO: not says(named.said, "information_orders.named"),
        Aim.INVITE: Mood.WHETHER in moods(text),
        Aim.PLAN: any(word in text for word in _WHEN) and not named.of(Kind.TIME),
    }
    return {aim for aim, holds in said.items() if holds}


def _is_one_strange_word(named: Named) -> bool:
    """Whether a sentence has nothing beside a task but one Latin word that is none of those known (cat 27-2)."""
    left = blank(named.heard.lower(), named.readings).replace("\0", " ").strip()
    only_code = all(each.kind is Kind.CODE for each in named.readings)
    return only_code and not wishes(left) and left.isascii() and left.isalpha() and not any(concepts(left))


def _asks_a_unit(named: Named) -> bool:
    """Whether a sentence asks a unit that it names to do something: 请公安局…, 让农业局…."""
    return any(named.heard[: unit.start].rstrip().endswith(_ASK_TO) for unit in named.of(Kind.UNIT))


def calls_off(aim: Aim, named: Named) -> bool:
    """Whether the office says that others are not to be asked for anything, or told it."""
    off = called_off(named.heard.lower(), [(each.start, each.end) for each in named.of(Kind.CODE, Kind.UNIT)])
    return off is not None and (aim in TO_OTHERS or (aim is Aim.RETURNS and off == NOT_URGED))


def _tells(named: Named, today: date, stands: Callable[[], str | None]) -> bool:
    """Whether anything is told as so, or only wished to be; what is intended, asked or said by others is no report."""
    text, said = named.heard.lower(), named.of(*NUMBERS, Kind.STATUS)
    stated = [each for each in said if not negated(named.heard, each.start)]
    if said and not stated:
        return False
    days = [day for day in named.of(Kind.TIME) if named.heard[day.start] != "截"]
    to_come = [(day.start, day.end) for day in days if is_to_come(named.heard[day.start : day.end], day, today)]
    if not stated and named.of(Kind.NOT_YET):
        return False
    if not stated and not says_more(named):
        return wishes(text) or (asserts(text, (), to_come) and stands() is not None)
    present = [each.start for each in stated if each.values[0] in OF_THE_PRESENT]
    return asserts(text, [each.start for each in stated], to_come) or (bool(present) and asserts(text, present, ()))


def is_to_come(words: str, day: Reading, today: date) -> bool:
    """Whether a day lies ahead; one without its year, and more than half a year off, is rather that of this year."""
    first, last = map(date.fromisoformat, day.values)
    return first > today and not rather_past(words, last, today)


def _move(shares: dict[Aim, float], aim: Aim, to: Aim) -> None:
    shares[to] = shares.get(to, 0.0) + shares.pop(aim, 0.0)
