"""The task that a sentence names in words, and where it does (农资打假那条, 那个调解组织), and whether it asks what the
card of a task does not tell (5-1 要不要发文？)."""

from collections.abc import Collection, Iterable

from data.patterns import Pattern
from data.understanding.entities.own_tasks import find_own_tasks, find_titled
from data.understanding.entities.task_words import TaskIndex
from data.understanding.entities.topics import (
    Hits,
    campaign_named,
    find_tasks,
    is_titled,
    named_in_full,
    without_kinds,
    words_end,
)
from data.understanding.fillers import meaningful_words
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.scanner import FoundWord, Scanner
from data.understanding.lines import opening
from data.understanding.meaning import STATEMENTS, Kind, Mood, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import TAKEN, Span, blank, blank_spans
from data.understanding.orders import says
from data.understanding.reports import says_much
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

_OTHER_HANZI, _OTHER_WORDS = 2, 2
"""How many Chinese characters or words name another matter than those on a card; one is hardly ever enough."""
_ENDS = ",，。;；:：!！"
_PARTING, _POINTING = frozenset(_ENDS + TAKEN + " ?？"), "pointing"
_THAT = ("那", "这")
_KIND = Pattern("(?:专项)?(?:行动|工作|活动)")
_OF_FIGURES = Pattern(
    rf"(?:{any_word(table('figures')['of_figures'])}|(?:^|[^\pL])(?:{any_word(table('figures')['before_figures'])}))"
    rf"(?:{any_word(table('figures')['before_a_number'])}|[\s,，:：])*[\d一二两三四五六七八九十]"
)
_ASKING = Scanner.of(table("asking"))
_NO_WORK = (Kind.UNIT, Kind.STRANGER, Kind.TIME, Kind.PERCENT, Kind.STATUS)


def find_topic(
    text: str, rest: str, readings: Collection[Reading], words: Vocabulary, speaker: Speaker
) -> tuple[list[Reading], Hits | None]:
    """Return the reading of the words for a task, in a list, and the tasks meant; or an empty list and None.

    The speaker's own tasks, or for the office those of a unit that is named, are tried first, and of their words those
    that announce what is told (现将农资打假情况报告如下：). Then come the words that are pointed at, those before the
    first statement, those of the first clause, and all of them; where words that are pointed at name several tasks of
    others, one of the own whose title has a word of them. For somebody with tasks of their own, a task of others must
    be named by more than one piece of its title, since one may be said of anything.
    Words of figures before a number (不合格4批次) name none.
    """
    if any(reading.kind is Kind.CODE for reading in readings):
        return [], None
    text, rest = (blank_spans(each, _OF_FIGURES.spans(each)) for each in (text, rest))
    named = words.codes_for(value for reading in readings if reading.kind is Kind.UNIT for value in reading.values)
    own = words.codes_for(speaker.units)
    no_work = [reading for reading in readings if reading.kind in _NO_WORK]
    worked, said = blank(text, no_work), meaningful_words(rest)
    if announced := _announced(text, rest, worked, words, own or named):
        return [_task_reading(text, *announced)], announced[0]
    if told := find_own_tasks(worked, said, words.tasks, own or named):
        full = named_in_full(text, words.tasks)
        if full and full[0] not in told[0].codes:
            return [Reading(Kind.TASK, *full[1], (full[0],), 1.0)], Hits((full[0],), 1.0)
        return [_task_reading(text, *told)], told[0]
    preferred = named or own
    found = []
    asking = [*_ASKING.find(rest)]
    parts = (*_beginnings(rest, readings, asking), rest)
    pointed = _pointed(rest, asking)
    for part, pointing in (*pointed, *((each, None) for each in parts)):
        told_of = said if part == rest else meaningful_words(part)
        hits = find_tasks(told_of, words.tasks, preferred, expected=pointing is not None)
        only_others = hits and own and preferred.isdisjoint(hits.codes)
        if hits and only_others and not is_titled(told_of, hits.codes, words.tasks):
            continue
        if hits and len(hits.codes) == 1:
            return [_topic_reading(part + (pointing or ""), hits, words.tasks)], hits
        found += [(part, hits)] if hits else []
    that = " ".join(meaningful_words(part) for part, pointing in pointed if pointing.startswith(_THAT))
    titled = find_titled(worked, rest, said, that, words.tasks, own)
    for part, several in found[:1]:
        of_others = set(own).isdisjoint(several.codes)
        if not (that and titled and of_others and text[slice(*titled[1])] in without_kinds(part)):
            return [_topic_reading(part, several, words.tasks)], several
    told = titled if found else campaign_named(rest, words.tasks) or titled
    return ([_task_reading(text, *told)], told[0]) if told else ([], None)


def _announced(text: str, rest: str, worked: str, words: Vocabulary, own: Collection[str]) -> tuple[Hits, Span] | None:
    """Return the one of the `own` tasks that the words announcing what is told name, and where, or None."""
    end = len(opening(text))
    found = find_own_tasks(worked[:end], meaningful_words(rest[:end]), words.tasks, own) if end else None
    return found if found and len(found[0].codes) == 1 else None


def _beginnings(rest: str, readings: Iterable[Reading], asking: Iterable[FoundWord]) -> list[str]:
    """Return the words before the first statement, the first sign, and the first word that points or tells."""
    stated = [reading.start for reading in readings if reading.kind in STATEMENTS]
    stops = [at for at, char in enumerate(rest) if char in _ENDS]
    told = [found.start for found in asking]
    return [rest[: min(ends)] for ends in (stated, stops, told) if ends]


def _pointed(rest: str, asking: Iterable[FoundWord]) -> list[tuple[str, str]]:
    """Return the words that are pointed at, in their place, with the pointing words after them: 文书上网, 那条.

    Pointing words with nothing before them point at what follows: 那个调解组织.
    """
    signs = [FoundWord(at, at + 1, "") for at, char in enumerate(rest) if char in _PARTING]
    stops = sorted([*signs, *asking])
    parts = list[tuple[str, str]]()
    for place, each in enumerate(stops):
        if each.kind == _POINTING:
            first = stops[place - 1].end if place else 0
            last = stops[place + 1].start if place + 1 < len(stops) else len(rest)
            before, behind = _in_its_place(rest, first, each.start), _in_its_place(rest, each.end, last)
            parts.append((before, rest[each.start : each.end]) if meaningful_words(before) else (behind, ""))
    return parts


def points_at(name: str) -> bool:
    """Return whether a task's name, with what belongs to it, has a word that points at it: 铁拳那个."""
    return any(each.kind == _POINTING for each in _ASKING.find(name))


def belonging(behind: str) -> int:
    """Return how many characters after a task's name belong to it: 昆仑行动那条."""
    kind = _KIND.match(behind)
    end = kind.end() if kind else 0
    pointing = (each.end for each in _ASKING.find(behind[end:]) if each.kind == _POINTING and not each.start)
    return end + next(pointing, int(behind.startswith("的", end)))


def _in_its_place(rest: str, start: int, end: int) -> str:
    return TAKEN * start + rest[start:end]


def _task_reading(text: str, hits: Hits, where: Span) -> Reading:
    start, end = where
    return Reading(Kind.TASK, start, end + belonging(text[end:]), hits.codes, hits.sureness)


def _topic_reading(rest: str, hits: Hits, tasks: TaskIndex) -> Reading:
    """Return the reading of the words for tasks, up to the last one that occurs in them and what belongs to it."""
    places = [at for at, char in enumerate(rest) if char.isalnum()]
    last = words_end(rest, hits.codes, tasks)
    end = last + belonging(rest[last:]) if last else places[-1] + 1
    return Reading(Kind.TASK, places[0], end, hits.codes, hits.sureness)


def without_asking_words(text: str) -> str:
    """Return a text without the words that questions are made of."""
    return blank(text, (found for found in _ASKING.find(text) if found.kind == "passed_over"))


def asks_beyond_the_card(meaning: Understanding) -> bool:
    """Return whether a question on a task asks what is to be done, supposes something, or names other things than a
    card tells, such as deadline, units and state."""
    if Mood.ASKS not in meaning.moods:
        return False
    if Mood.SUPPOSES in meaning.moods or says(meaning, "asked.what_ought_to_be_done"):
        return True
    named = [*of_kind(meaning, Kind.CODE), *of_kind(meaning, Kind.TASK)]
    other = meaningful_words(without_asking_words(blank(meaning.text.lower(), named, " ")))
    return says_much(other, _OTHER_HANZI, _OTHER_WORDS)
