"""Understanding one sentence: what it names, what it asks for, and what that is of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from data.understanding.aims import likely_aims
from data.understanding.asked import asks_who_is, puts_off, withdraws_more_time
from data.understanding.entities.figures import figures_of
from data.understanding.intended import rather_past
from data.understanding.intent.concepts import concepts
from data.understanding.intent.tokens import tokens
from data.understanding.likely_status import likely_status
from data.understanding.meaning import NUMBERS, Aim, Intent, Kind, Mood, Reading, Understanding
from data.understanding.named import Named, find_named, goes_on, says_more, words_left
from data.understanding.normalise.sentence import blank, normalise
from data.understanding.polarity import NOT_URGED, asserts, called_off, moods, negated, refuses, wishes
from data.understanding.reports import note_of, obstacle_of, stated_status
from data.understanding.statuses import every_status
from data.understanding.unfiltered import SOUGHT_BY
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker
from data.understanding.year_meant import has_happened, looking_back, with_months_gone_by

SURE = 0.45
"""From what sureness on a sentence is taken at its most likely aim; below it, two aims are offered."""
SURE_TO_WRITE = 0.66
"""The same of aims that begin to write something of a task that is named."""
SURE_TO_EXTEND = 0.45
"""The same of a request for more time."""
_ASK_TO = ("请", "让", "叫", "ask")
_UNTIL = ("到", "至", "until", "till", " to")
SURE_OF_SMALL_TALK = 0.5
"""The same of what people say in passing; nonsense looks most like it."""
LIKELY = 0.25
"""From what sureness on an aim is worth offering."""

WRITING = frozenset({Aim.REPORT, Aim.NO_CHANGE, Aim.CORRECT, Aim.EXTENSION})
LISTS = frozenset(
    {Aim.TASKS, Aim.DEADLINES, Aim.SUMMARY, Aim.HISTORY, Aim.UNREPORTED, Aim.FIGURES, Aim.REVIEW, Aim.EXPORT}
)
OF_THE_PAST = frozenset({Aim.HISTORY, Aim.SUMMARY, Aim.FIGURES, Aim.EXPORT})
OF_A_DAY = frozenset({Aim.EXTENSION, Aim.PLAN})
OF_A_TASK = frozenset({Aim.TASK, Aim.HISTORY, *WRITING, Aim.WITHDRAW, Aim.RESUME, Aim.NUDGE, Aim.SNOOZE, Aim.PLAN})
TO_OTHERS = frozenset({Aim.NUDGE, Aim.BROADCAST, Aim.SNOOZE, Aim.UNKNOWN, Aim.REFUSE})
"""What the office may be heard to want where it wants nothing asked of others, nor told them."""
SMALL_TALK = frozenset({Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE, Aim.CANCEL})
BLOCKED = "blocked"
OF_THE_PRESENT = ("blocked", "not_started")
"""How work can only stand now, whatever day to come is named beside it."""
_ALONE = frozenset({Aim.GREETING, Aim.THANKS, Aim.HELP, Aim.CANCEL})
_MOST_CANDIDATES = 10
_SHORT = 6
_ALL = 100


def understand(text: str, words: Vocabulary, speaker: Speaker, today: date, aim: Aim | None = None) -> Understanding:
    """Return what the speaker means by the text, said on the day `today`; with the `aim`, where that is known.

    Nothing is guessed: two units or tasks that fit equally make it AMBIGUOUS, and so do two aims of which neither is
    sure (`between`); an office or a code that the plan does not know makes it UNKNOWN.
    """
    heard = normalise(text)
    if not any(map(str.isalnum, heard)):
        return Understanding(Intent.UNKNOWN, heard)
    named = find_named(heard, words, speaker, today)
    shares = _possible(likely_aims(named, words, speaker.coordinator), named, speaker, today)
    if aim is not None:
        shares = {aim: 1.0}
    aim = next(iter(shares))
    if aim in OF_THE_PAST or (aim is Aim.PLAN and has_happened(heard.lower())):
        named = looking_back(named, today)
    elif aim in (*LISTS, Aim.RETURNS) and Mood.INTENDS not in moods(heard.lower()):
        named = with_months_gone_by(named, today)
    meaning = _meaning(aim, shares, named, speaker, today)
    told = meaning.intent is Intent.REPORT and aim is Aim.REPORT and named.own_task and says_more(named)
    if told and meaning.status is None and meaning.percent in (None, _ALL):
        return replace(meaning, status=likely_status(named, words, speaker.coordinator))
    return meaning


def _possible(shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date) -> dict[Aim, float]:
    """Return the shares of the aims once it is known what the plan has; what cannot be falls to what it shows.

    Who names somebody else's task sees it, whatever is said of it; of what the plan does not have nothing is told. A
    code alone opens its task.
    """
    found = dict(shares)
    if named.of(Kind.CODE) and not blank(named.heard, named.of(Kind.CODE)).strip("\0 。.!！"):
        return {Aim.TASK: 1.0}
    if withdraws_more_time(named.heard) and Mood.ASKS not in moods(named.heard.lower()) and not named.of(*NUMBERS):
        return {Aim.WITHDRAW: 1.0}
    if not speaker.coordinator and puts_off(named.heard, named.readings):
        return {Aim.SNOOZE: 1.0}
    if speaker.coordinator and _calls_off(next(iter(found)), named):
        return {Aim.REFUSE: 1.0}
    if speaker.coordinator and found.get(Aim.NUDGE, 0.0) >= LIKELY and _asks_a_unit(named):
        _move(found, Aim.TASK, Aim.NUDGE)
    told = any(not set(unit.values) & set(named.mine) for unit in named.of(Kind.UNIT)) or not named.of(*NUMBERS)
    others = named.task_of_others and told and not speaker.coordinator
    stranger = named.of(Kind.STRANGER) and not named.of(Kind.UNIT)
    missing = (named.of(Kind.NO_CODE) or stranger) and not named.of(Kind.CODE)
    impossible = {each.values[0] for each in named.of(Kind.NO_FILTER)} - SOUGHT_BY
    missing = missing or (goes_on(named) and not named.codes)
    cannot = _cannot_be(named, today)
    for aim in list(found):
        if (others and aim in WRITING) or aim in cannot:
            _move(found, aim, Aim.TASK if named.codes else Aim.UNKNOWN)
        elif aim is Aim.TASKS and named.hits and not named.of(Kind.SECTION):
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
    """Whether a sentence tells of one of one's own tasks and does not ask to see it: how far it is, where that is the
    likeliest (8-4 at 95%, the scheme is out), or how it stands and nothing else (2-19已经做完了)."""
    report = shares.get(Aim.REPORT, 0.0)
    if report < LIKELY or not named.own_task or len(named.codes) != 1:
        return False
    if named.of(Kind.PERCENT) and report == max(shares.values()):
        return True
    kinds = {status.values for status in every_status(named.heard.lower())}
    return len(kinds) == 1 and not words_left(named) and stated_status(named.heard, named.readings) is not None


def _cannot_be(named: Named, today: date) -> set[Aim]:
    """Return what a sentence does not write by the way it is said: it tells nothing, refuses, or repeats others."""
    text = named.heard.lower()
    said = {
        Aim.REPORT: not _tells(named, today) or _is_one_strange_word(named),
        Aim.EXTENSION: refuses(text),
        Aim.CORRECT: Mood.HEARSAY in moods(text),
        Aim.INVITE: Mood.WHETHER in moods(text),
    }
    return {aim for aim, holds in said.items() if holds}


def _is_one_strange_word(named: Named) -> bool:
    """Whether a sentence has nothing beside a task but one Latin word that is none of those known (cat 27-2)."""
    left = blank(named.heard.lower(), named.readings).replace("\0", " ").strip()
    only_code = all(each.kind is Kind.CODE for each in named.readings)
    return only_code and left.isascii() and left.isalpha() and not any(concepts(left))


def _asks_a_unit(named: Named) -> bool:
    """Whether a sentence asks a unit that it names to do something: 请公安局…, 让农业局…."""
    return any(named.heard[: unit.start].rstrip().endswith(_ASK_TO) for unit in named.of(Kind.UNIT))


def _calls_off(aim: Aim, named: Named) -> bool:
    """Whether the office says that others are not to be asked for anything, or told it."""
    off = called_off(named.heard.lower(), [(each.start, each.end) for each in named.of(Kind.CODE, Kind.UNIT)])
    return off is not None and (aim in TO_OTHERS or (aim is Aim.RETURNS and off == NOT_URGED))


def _tells(named: Named, today: date) -> bool:
    """Whether anything is told as so, or only wished to be; what is intended, asked or said by others is no report."""
    said = named.of(*NUMBERS, Kind.STATUS)
    stated = [each for each in said if not negated(named.heard, each.start)]
    if said and not stated:
        return False
    if not stated and (named.of(Kind.NOT_YET) or not says_more(named)):
        return not named.of(Kind.NOT_YET) and wishes(named.heard.lower())
    days = [day for day in named.of(Kind.TIME) if named.heard[day.start] != "截"]
    to_come = [(day.start, day.end) for day in days if _is_to_come(named.heard[day.start : day.end], day, today)]
    text, present = named.heard.lower(), [each.start for each in stated if each.values[0] in OF_THE_PRESENT]
    return asserts(text, [each.start for each in stated], to_come) or (bool(present) and asserts(text, present, ()))


def _is_to_come(words: str, day: Reading, today: date) -> bool:
    """Whether a day lies ahead; one without its year, and more than half a year off, is rather that of this year."""
    first, last = map(date.fromisoformat, day.values)
    return first > today and not rather_past(words, last, today)


def _move(shares: dict[Aim, float], aim: Aim, to: Aim) -> None:
    shares[to] = shares.get(to, 0.0) + shares.pop(aim, 0.0)


def _meaning(aim: Aim, shares: Mapping[Aim, float], named: Named, speaker: Speaker, today: date) -> Understanding:
    sureness, between, says = _alike(shares, aim), _between(shares, named), tuple(moods(named.heard.lower()))
    if aim is Aim.UNKNOWN or not between:
        is_called_off = speaker.coordinator and _calls_off(Aim.UNKNOWN, named)
        return Understanding(
            Intent.UNKNOWN,
            named.heard,
            confidence=1.0 if is_called_off else round(sureness, 2),
            aim=Aim.REFUSE if is_called_off else Aim.UNKNOWN,
            readings=named.readings,
            moods=says,
            unused=words_left(named),
        )
    units, codes = _units(aim, named, speaker), named.codes if aim in OF_A_TASK or named.of(Kind.CODE) else ()
    rivals = _rivals(aim, units, codes, named)
    intent = Intent.AMBIGUOUS if rivals or len(between) > 1 else aim.intent
    start, end = _days(aim, named)
    reporting, listing = aim.intent is Intent.REPORT, aim in LISTS
    percents, sections, status = named.of(Kind.PERCENT), named.of(Kind.SECTION), _status(aim, named, today)
    return Understanding(
        intent=intent,
        text=named.heard,
        unit=units[0] if len(units) == 1 else None,
        section=sections[0].values[0] if listing and sections else None,
        task=codes[0] if len(codes) == 1 else None,
        candidates=rivals[:_MOST_CANDIDATES],
        start=start,
        end=end,
        status=status,
        overdue=named.overdue and listing,
        unfinished=named.unfinished and listing,
        own=_own(named),
        whole=aim in _ALONE and _is_short(named) and sureness >= SURE,
        percent=int(percents[0].values[0]) if reporting and percents else None,
        figures=figures_of(named.readings) if reporting else {},
        note=_note(named) if reporting else None,
        obstacle=obstacle_of(named.heard, _reported(named)) if reporting and status == BLOCKED else None,
        confidence=round(_confidence(sureness, aim, named) * (0.5 if rivals else 1.0), 2),
        aim=aim,
        between=between if len(between) > 1 else (),
        readings=named.readings,
        moods=says,
    )


def _between(shares: Mapping[Aim, float], named: Named) -> tuple[Aim, ...]:
    """Return the one aim that is sure, else the two that are likely; none where nothing is."""
    best = next(iter(shares))
    if _alike(shares, best) >= _enough(best, named):
        return (best,)
    second = next((aim for aim in shares if aim.intent is not best.intent), best)
    likely = [aim for aim in (best, second) if shares[aim] >= LIKELY and aim is not Aim.UNKNOWN]
    return tuple(likely) if len(likely) > 1 or best not in (*WRITING, *SMALL_TALK) else ()


def _enough(aim: Aim, named: Named) -> float:
    if aim in SMALL_TALK:
        return SURE_OF_SMALL_TALK
    if aim not in WRITING or not named.codes:
        return SURE
    return SURE_TO_EXTEND if aim is Aim.EXTENSION else SURE_TO_WRITE


def _alike(shares: Mapping[Aim, float], aim: Aim) -> float:
    """Return how sure the intent of an aim is; aims of one intent are no choice."""
    if aim.intent is Intent.UNKNOWN:
        return shares[aim]
    return sum(share for other, share in shares.items() if other.intent is aim.intent)


def _rivals(aim: Aim, units: tuple[str, ...], codes: tuple[str, ...], named: Named) -> tuple[str, ...]:
    """Return what competes: units or tasks. Whose task it is does not matter where one task is asked for by code."""
    if len(units) > 1 and not (aim in OF_A_TASK and named.of(Kind.CODE)) and aim in (*LISTS, *OF_A_TASK):
        return units
    return codes if len(codes) > 1 else ()


def _units(aim: Aim, named: Named, speaker: Speaker) -> tuple[str, ...]:
    """Return the units meant; of several that initials may stand for, the speaker's own. In a report others than the
    speaker's only play a part, but for the one that the office reports for."""
    found: dict[str, None] = {}
    for reading in named.of(Kind.UNIT):
        own = [unit for unit in reading.values if unit in named.mine]
        if aim.intent is not Intent.REPORT or own or speaker.coordinator:
            found |= dict.fromkeys(own or reading.values)
    return tuple(found)


def _days(aim: Aim, named: Named) -> tuple[date | None, date | None]:
    """Return the days asked about; of what gets a new day, only that one."""
    times = named.of(Kind.TIME)
    if named.overdue:
        times = [time for time in times if named.heard[time.start] != "截"]
    if not times or aim.intent is Intent.REPORT or aim is Aim.TASK:
        return None, None
    spans = [(date.fromisoformat(time.values[0]), date.fromisoformat(time.values[1])) for time in times]
    if aim not in OF_A_DAY:
        return spans[0]
    before = [named.heard[: time.start].rstrip() for time in times]
    until = [span for text, span in zip(before, spans, strict=True) if text.endswith(_UNTIL)]
    return None, (until or spans)[-1][1]


def _status(aim: Aim, named: Named, today: date) -> str | None:
    if aim.intent is Intent.REPORT:
        days = [day for day in named.of(Kind.TIME) if day.values[0] != today.isoformat()]
        gone = [day for day in days if not _is_to_come(named.heard[day.start : day.end], day, today)]
        return stated_status(named.heard, [*_reported(named), *gone])
    found = named.of(Kind.STATUS)
    asks_for_those = aim in (Aim.TASKS, Aim.DEADLINES, Aim.REVIEW)
    if not found or not (asks_for_those or (aim is Aim.SUMMARY and asks_who_is(blank(named.heard, found)))):
        return None
    status = found[0].values[0]
    asks_whether_done = status == "closed" and (aim is Aim.DEADLINES or Mood.WHETHER in moods(named.heard))
    return None if asks_whether_done else status


def _own(named: Named) -> bool:
    """Whether the speaker speaks of what is theirs."""
    text = f" {named.heard.lower()} "
    return any(word in text for word in ("我", "咱", "俺", "本单位", "本局", " my ", " our ", " i ", " we ", " us "))


def _is_short(named: Named) -> bool:
    """Whether a sentence is a few words that name nothing, not even a number (算了，80吧)."""
    few = len(tokens(named.heard, ())) <= _SHORT
    return few and not named.readings and not any(map(str.isdecimal, named.heard))


def _confidence(sureness: float, aim: Aim, named: Named) -> float:
    """Return how sure the aim is and, where it is of a task, the task."""
    found = [code.sureness for code in named.of(Kind.CODE)]
    if not found and named.hits and aim in OF_A_TASK:
        found = [named.hits.sureness]
    return min([sureness, *found])


def _note(named: Named) -> str | None:
    """Return what a report tells in words; the mere wish to make one tells nothing."""
    tells = bool(named.of(*NUMBERS, Kind.STATUS)) or says_more(named)
    return note_of(named.heard, [*_reported(named), *named.of(Kind.UNIT)]) if tells else None


def _reported(named: Named) -> Iterable[Reading]:
    """Return what a report's note need not repeat."""
    kept = {Kind.CODE, Kind.TASK, *NUMBERS, Kind.STATUS} - {Kind.NOT_EXACT}
    return [reading for reading in named.readings if reading.kind in kept]
