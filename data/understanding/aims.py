"""The likeliest aims of a sentence, those it can have, and how sure one of them is."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise
from operator import itemgetter

from data.understanding.entities.filters import SOUGHT_BY, seeks_put_off
from data.understanding.intent.concepts import concept_features
from data.understanding.intent.features import mark_features, word_features
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import NUMBERS, STATEMENTS, Aim, Intent, Kind
from data.understanding.named import A_WORD, Named, continues_unit_name
from data.understanding.normalise.sentence import blank, is_hanzi, spans
from data.understanding.not_yet import is_all_ahead, tells_so_far
from data.understanding.orders import says
from data.understanding.polarity import asserts, moods, orders_in
from data.understanding.sureness import LIKELY, RATHER_SURE, VERY_SURE
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

_FIFTHS = 5
TOLD = "told"
"""The model's class for a sentence that tells something about a task without reporting (2-7 省里说下周来看).

The task is shown, but such a sentence has other words than a wish to see a task and is learned as a class of its own.
"""
OFFERED, OFFERED_ALONE = 0.2, 0.25
"""The minimum sureness at which an aim is offered: beside another, and alone or beside one that writes."""
WRITING = frozenset({Aim.REPORT, Aim.NO_CHANGE, Aim.CORRECT, Aim.EXTENSION})
LISTS = frozenset(
    {Aim.TASKS, Aim.DEADLINES, Aim.SUMMARY, Aim.HISTORY, Aim.UNREPORTED, Aim.FIGURES, Aim.REVIEW, Aim.EXPORT}
)
LISTS_OF_TASKS = (Aim.TASKS, Aim.DEADLINES, Aim.UNREPORTED)
COUNTING_TASKS = (*LISTS_OF_TASKS, Aim.SUMMARY)
"""What shows tasks and how many they are."""
_ACTS = frozenset({Aim.REPORT, Aim.BROADCAST, Aim.NUDGE, Aim.WITHDRAW, Aim.PLAN})
"""What is told or done, and shows no tasks."""
_BESIDE_CODES = "\0 。.!！、,，;；和"
SMALL_TALK = {Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE, Aim.CANCEL}
_AIMS = {aim.value: aim for aim in Aim}


def likely_aims(named: Named, features: AbstractSet[str]) -> dict[Aim, float]:
    """Return the probability of each aim of a sentence with these `features`, the most likely first."""
    shares = load_model("aims").shares(features)
    shown = Aim.TASK if named.codes else Aim.UNKNOWN
    told = shares.pop(TOLD, 0.0)
    shares[shown] = shares.get(shown, 0.0) + told
    return _likeliest_first({_AIMS[name]: share for name, share in shares.items()})


def aim_features(named: Named, words: Vocabulary, coordinator: bool) -> set[str]:
    """Return the features of a sentence: words, marks, the speaker's role, and how and whose a task is named."""
    said = tokens(named.heard, named.readings, named.mine)
    meant = concepts_and_marks(named.heard, named.readings, named.mine)
    role = "coordinator" if coordinator else "liaison"
    found = {
        *word_features(said),
        *concept_features(meant),
        *mark_features(said, named.readings),
        f"role {role}",
        *_task_features(named),
    }
    orders = " ".join(dict.fromkeys(orders_in(named.heard.lower())))
    found |= {f"plan {_share_in_plan(named.heard, words)}", *_mood_features(named)}
    return found | {f"orders {orders}", f"{role} orders {orders}"} if orders else found


def _mood_features(named: Named) -> Iterator[str]:
    """Yield the moods of the sentence, and whether it states anything as a fact."""
    text = named.heard.lower()
    yield from (f"mood {mood}" for mood in moods(text))
    stated = [each.start for each in named.of(*STATEMENTS)]
    days, tells = spans(named.of(Kind.TIME)), asserts(text, stated, ())
    yield f"tells {tells} {asserts(text, stated, days) if days else tells}"


def _task_features(named: Named) -> Iterator[str]:
    whose = "own" if named.own_task else "other"
    if named.of(Kind.CODE):
        yield f"code {whose}"
    elif named.of(Kind.NO_CODE):
        yield "code of nothing"
    elif named.hits:
        several = "several" if len(named.hits.codes) > 1 else "one"
        yield f"words {int(named.hits.sureness * _FIFTHS)} {whose} {several}"
    else:
        yield "no task"


def _share_in_plan(heard: str, words: Vocabulary) -> int:
    """Return how many fifths of the pairs of hanzi in `heard` occur in the plan."""
    beside = pairwise(heard)
    pairs = [first + second for first, second in beside if is_hanzi(first) and is_hanzi(second)]
    return _FIFTHS * sum(pair in words.pairs for pair in pairs) // len(pairs) if pairs else 0


def possible_aims(shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date) -> dict[Aim, float]:
    """Return `shares`, the most likely first, with those of impossible aims moved to what can be meant instead.

    Somebody else's task can only be shown. The office asks for more time only for itself; of others, it answers their
    requests, and until when a unit's reminders stop is no deadline. Nothing can be shown of what the plan does not
    have. Codes alone ask to see their tasks, and what has the head of work information is that. Numbers beside 没变化
    are reported, but nothing that is still to come. Why or whether a task stands as before asks to see it. How many of
    what a task counts (1-2立案几起) asks for figures, what was put off (批了哪些延期) for a list, what one has sent for
    the history.
    """
    codes, units, numbers = named.of(Kind.CODE), named.of(Kind.UNIT), named.of(*NUMBERS)
    if codes and not blank(named.heard, codes).strip(_BESIDE_CODES):
        return {Aim.TASK: 1.0}
    opened = () if codes else ("information_orders.opened",)
    if says(named.said, "information_orders.headed", *opened):
        return {Aim.INFO: 1.0}
    may_ask = not (codes or numbers) and next(iter(shares)) not in _ACTS
    if may_ask and seeks_put_off(named.readings):
        return {Aim.TASKS: 1.0}
    if may_ask and says(named.said, "asked.own_reports"):
        return {Aim.HISTORY: 1.0}
    found = dict(shares)
    of_other_units = any(not set(unit.values) & set(named.mine) for unit in units)
    others = named.task_of_others and (of_other_units or not numbers) and not speaker.coordinator
    stranger = not units and named.of(Kind.STRANGER)
    nowhere = not codes and (stranger or named.of(Kind.NO_CODE))
    impossible = {each.values[0] for each in named.of(Kind.NO_FILTER)} - SOUGHT_BY
    missing = nowhere or (continues_unit_name(named) and not named.codes)
    if not speaker.coordinator and not numbers and says(named.said, "asked.more_time_until"):
        _move(found, Aim.REPORT, Aim.EXTENSION)
    if speaker.coordinator and of_other_units:
        _move(found, Aim.EXTENSION, Aim.REVIEW)
    if speaker.coordinator and units and says(named.said, "asked.stopped_until"):
        _move(found, Aim.DEADLINES, Aim.SETTINGS)
    if numbers:
        _move(found, Aim.NO_CHANGE, Aim.REPORT)
    elif codes and named.of(Kind.INDICATOR) and says(named.heard, "asked.how_many"):
        for aim in (Aim.REPORT, Aim.TASK, Aim.HISTORY):
            _move(found, aim, Aim.FIGURES)
    elif codes and says(named.heard, "asked.no_change"):
        _move(found, Aim.NO_CHANGE, Aim.TASK)
    told_of = blank(named.heard.lower(), codes, " ")
    stated = numbers or named.of(Kind.STATUS)
    ahead = bool(named.of(Kind.NOT_YET)) and not tells_so_far(told_of)
    all_to_come = not stated and (ahead or is_all_ahead(told_of, today, by_then=True))
    shown = {*LISTS, Aim.TASK, *((*WRITING, Aim.PLAN) if named.of(Kind.NO_CODE) else ())}
    of_one = {aim for aim in (Aim.TASKS, Aim.DEADLINES) if _is_of_one(aim, named)}
    for aim in list(found):
        if (others and aim in WRITING) or (all_to_come and aim is Aim.REPORT):
            _move(found, aim, Aim.TASK if named.codes else Aim.UNKNOWN)
        elif aim in of_one:
            _move(found, aim, Aim.TASK)
        elif (missing or impossible) and aim in shown:
            _move(found, aim, Aim.UNKNOWN)
    return _likeliest_first(found)


def _is_of_one(aim: Aim, named: Named) -> bool:
    """Return whether a request for tasks or deadlines is about a single task.

    It is, if more than one word of the task is named; deadlines are, if its code is, or one word of one of the
    speaker's own tasks.
    """
    if aim is Aim.DEADLINES and named.of(Kind.CODE):
        return len(named.of(Kind.CODE)) == 1
    by_a_word = aim is Aim.DEADLINES and named.own_task
    told = [task for task in named.of(Kind.TASK) if by_a_word or task.end - task.start > A_WORD]
    return bool(told) and len(named.codes) == 1


def _likeliest_first(shares: Mapping[Aim, float]) -> dict[Aim, float]:
    return dict(sorted(shares.items(), key=itemgetter(1), reverse=True))


def _move(shares: dict[Aim, float], aim: Aim, to: Aim) -> None:
    shares[to] = shares.get(to, 0.0) + shares.pop(aim, 0.0)


def aims_in_question(shares: Mapping[Aim, float], named: Named) -> tuple[Aim, ...]:
    """Return the aim that is sure, or else the one or two that are likely enough to be offered, or none.

    An unsure wish to write about a task that is named by its code is offered beside the task.
    """
    best = next(iter(shares))
    needed = RATHER_SURE if best in WRITING - {Aim.EXTENSION} and named.codes else LIKELY
    if sureness_of_intent(shares, best) >= needed:
        return (best,)
    second = next((aim for aim in shares if aim.intent is not best.intent), best)
    asks_something = [aim for aim in (best, second) if aim is not Aim.UNKNOWN]
    likely = tuple(aim for aim in asks_something if shares[aim] >= OFFERED)
    if len(likely) > 1 and (best not in WRITING or shares[second] >= OFFERED_ALONE):
        return likely
    if best in WRITING:
        return (best, Aim.TASK) if named.of(Kind.CODE) else ()
    return tuple(aim for aim in likely if shares[aim] >= OFFERED_ALONE) if best not in SMALL_TALK else ()


def sureness_of_intent(shares: Mapping[Aim, float], aim: Aim) -> float:
    """Return the summed share of all aims with the intent of `aim`, or its own share if that intent is UNKNOWN.

    What surely asks for tasks or how many there are (公安局逾期几项) is as sure as all such aims together.
    """
    intent = aim.intent
    if intent is Intent.UNKNOWN:
        return shares[aim]
    if aim in COUNTING_TASKS and (counted := sum(shares.get(each, 0.0) for each in COUNTING_TASKS)) >= VERY_SURE:
        return counted
    return sum(share for other, share in shares.items() if other.intent is intent)
