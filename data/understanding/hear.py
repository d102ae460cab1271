"""Understanding one sentence."""

from collections.abc import Iterable
from datetime import date

from data.understanding.clues import Clues, listen
from data.understanding.cues import Cue
from data.understanding.entities.figures import figures_of
from data.understanding.forewords import corrections, forewords
from data.understanding.intents import decide, unused_words
from data.understanding.meaning import NUMBERS, Intent, Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import normalise
from data.understanding.reports import note_of, stated_status
from data.understanding.statements import days_of_done
from data.understanding.vocabulary import Vocabulary
from data.understanding.whole_sentences import whole_sentence
from data.understanding.words import Speaker

_MOST_CANDIDATES = 10
_LISTS = (Intent.TASKS, Intent.DEADLINES, Intent.SUMMARY, Intent.HISTORY)
_WITH_WORDS_UNUSED, _WITH_NUMBERS_UNUSED, _WITHOUT_THE_FILTER = 0.7, 0.8, 0.4
_USING_ALL_WORDS = (*_LISTS, Intent.TASK, Intent.CANCEL)
_OF_A_TASK = (Intent.TASK, Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)


def understand(text: str, words: Vocabulary, speaker: Speaker, today: date) -> Understanding:
    """Return what the speaker means by the text, said on the day `today`.

    Nothing is guessed: two units or tasks that fit equally make it AMBIGUOUS, an office or a code that the plan does
    not know makes it UNKNOWN.
    """
    heard = normalise(text)
    whole = whole_sentence(heard.lower())
    if whole or not heard:
        intent = whole or Intent.UNKNOWN
        return Understanding(intent, heard, confidence=0.0 if intent is Intent.UNKNOWN else 1.0, aim=intent, whole=True)
    clues = listen(heard, words, speaker, today)
    return _meaning(decide(clues), clues)


def _meaning(intent: Intent, clues: Clues) -> Understanding:
    if intent is Intent.UNKNOWN:
        moods = tuple(clues.moods)
        return Understanding(intent, clues.heard, readings=clues.readings, aim=intent, moods=moods, unused=clues.topic)
    units, codes = _units(intent, clues), _codes(intent, clues)
    rivals = _rivals(intent, units, codes)
    start, end = _days(intent, clues)
    reporting, listing = intent is Intent.REPORT, intent in _LISTS
    percents, sections = clues.of(Kind.PERCENT), clues.of(Kind.SECTION)
    return Understanding(
        intent=Intent.AMBIGUOUS if rivals else intent,
        text=clues.heard,
        unit=units[0] if len(units) == 1 else None,
        section=sections[0].values[0] if listing and sections else None,
        task=codes[0] if len(codes) == 1 else None,
        candidates=rivals[:_MOST_CANDIDATES],
        start=start,
        end=end,
        status=_status(intent, clues),
        overdue=clues.overdue and listing,
        unfinished=clues.unfinished and listing,
        own=clues.has(Cue.OWN),
        percent=int(percents[0].values[0]) if reporting and percents else None,
        figures=figures_of(clues.readings) if reporting else {},
        note=note_of(clues.heard, _reported(clues)) if reporting else None,
        confidence=_confidence(intent, clues, bool(codes), bool(rivals)),
        aim=intent,
        readings=clues.readings,
        moods=tuple(clues.moods),
        unused=" ".join(unused_words(clues)) if intent in _USING_ALL_WORDS else "",
    )


def _rivals(intent: Intent, units: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return what competes: units or tasks. Whose task it is does not matter where one task is asked for by code."""
    if len(units) > 1 and not (intent is Intent.TASK and len(codes) == 1):
        return units
    return codes if len(codes) > 1 else ()


def _units(intent: Intent, clues: Clues) -> tuple[str, ...]:
    """Return the units meant; of several that initials may stand for, the speaker's own."""
    named = clues.of(Kind.UNIT)
    if intent is Intent.REPORT:
        named = [reading for reading in named if clues.leads(reading)]
    found: dict[str, None] = {}
    for reading in named:
        own = [unit for unit in reading.values if unit in clues.speaker.units]
        found |= dict.fromkeys(own or reading.values)
    return tuple(found)


def _codes(intent: Intent, clues: Clues) -> tuple[str, ...]:
    if codes := clues.of(Kind.CODE):
        return tuple(dict.fromkeys(reading.values[0] for reading in codes))
    return clues.hits.codes if clues.hits and intent in _OF_A_TASK else ()


def _days(intent: Intent, clues: Clues) -> tuple[date | None, date | None]:
    """Return the days asked about. 截至今天 before 逾期 only says "by now", and bounds nothing."""
    times = [time for time in clues.of(Kind.TIME) if not (clues.overdue and clues.heard[time.start] == "截")]
    named = [tuple(map(date.fromisoformat, time.values)) for time in times]
    if not named or intent in (Intent.REPORT, Intent.TASK):
        return None, None
    return (None, named[-1][1]) if intent is Intent.EXTENSION else (named[0][0], named[0][1])


def _status(intent: Intent, clues: Clues) -> str | None:
    if intent is Intent.REPORT:
        return stated_status(clues.heard, [*_reported(clues), *days_of_done(clues)])
    named = clues.of(Kind.STATUS)
    if intent not in (Intent.TASKS, Intent.DEADLINES) or not named:
        return None
    asks_whether_done = named[0].values[0] == "closed" and clues.mood(Mood.WHETHER) and not clues.has(Cue.WHICH)
    return None if asks_whether_done else named[0].values[0]


def _reported(clues: Clues) -> Iterable[Reading]:
    """Return what a report's note need not repeat: all that was read, but days and the units it speaks of."""
    units = [reading for reading in clues.of(Kind.UNIT) if clues.leads(reading)]
    kept = {Kind.CODE, Kind.TASK, *NUMBERS, Kind.STATUS} - {Kind.NOT_EXACT}
    words = [Reading(Kind.CUE, *match.span(), ()) for match in clues.cues.get(Cue.REPORT, ())]
    aside = [Reading(Kind.CUE, *span, ()) for said in (forewords, corrections) for span in said(clues.heard.lower())]
    return [*units, *words, *aside, *(reading for reading in clues.readings if reading.kind in kept)]


def _confidence(intent: Intent, clues: Clues, about_task: bool, rivals: bool) -> float:
    """Return how sure a meaning is: as sure as the least sure of what was read, less where words were passed over."""
    sureness = min((reading.sureness for reading in clues.readings), default=1.0)
    if about_task and clues.hits:
        sureness = min(sureness, clues.hits.sureness)
    if intent in _USING_ALL_WORDS and unused_words(clues):
        sureness *= _WITH_WORDS_UNUSED
    if clues.of(Kind.NOT_YET):
        sureness *= _WITH_NUMBERS_UNUSED
    if clues.of(Kind.NO_FILTER):
        sureness *= _WITHOUT_THE_FILTER
    return round(sureness * (0.5 if rivals else 0.95), 2)
