"""Statements about all tasks except some: 除了4-2都弄完了, all done except 4-4, all is done but 4-4 is at 60."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.entities.amounts import find_amounts
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.list_exceptions import left_out
from data.understanding.meaning import Intent, Kind, Mood, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import blank_spans, normalise, spans
from data.understanding.numerals import number
from data.understanding.orders import find_order, says
from data.understanding.polarity import clauses
from data.understanding.statuses import every_status

_WORDS = table("all_but")
_BARE = Pattern(rf"(?i)^(?:{any_word(_WORDS['at'])}|\s)*(?P<number>\d{{1,3}})$")
_OF_ALL = Pattern(
    rf"(?i)(?:{any_word([*_WORDS['at'], *_WORDS['all'], *_WORDS['several']])}|\s)*"
    r"(?P<number>\d{1,3})[%％]?[\s。.!！]*"
)
_OTHERS = Pattern(rf"(?i)(?:{any_word(_WORDS['others'])})(?P<how>[^,，。;；]+)$")
_UNNAMED = Pattern(rf"(?i)(?P<others>{any_word(_WORDS['others'])})|{any_word(_WORDS['ongoing'])}")
_EXCEPTS = Pattern(rf"(?i)^(?:{any_word(_WORDS['excepts'])})\s*")
_RULES = patterns("all_but")
_COUNTED = _RULES["counted"]
_DUE = Pattern(rf"(?i)(?P<today>{any_word(_WORDS['due_today'])})|{any_word(_WORDS['due'])}")
_OF_THE_OTHERS = ("all_but.all_of_a_status", "all_but.all_go_on")
_ALL = 100
_TODAY, _BY_TODAY = range(1), range(-100_000, 1)
"""The numbers of days left of what is due today, and of what is due."""
_AROUND = " \n,，。.;；:：!！"


@dataclass(frozen=True, slots=True)
class AllBut:
    """A statement about all tasks except those with these `codes`: they are `done`, at a `percent`, or else unchanged.

    `rest` is what is said about the exception if it is a single task, or an empty string. Unless that is `excepted` in
    so many words, it may be one of those that are done (都完成了，6-2开了2次会). `count` is how many are meant, 0 if
    that is not said.
    """

    codes: tuple[str, ...]
    done: bool
    rest: str
    percent: int | None = None
    excepted: bool = False
    count: int = 0


def all_but_said(meaning: Understanding) -> AllBut | None:
    """Return what a sentence says about all tasks except some, or None if it is a question, a plan or anything else."""
    codes = list(of_kind(meaning, Kind.CODE))
    if not codes or not {Mood.ASKS, Mood.WHETHER, Mood.INTENDS, Mood.SUPPOSES, Mood.HEARSAY}.isdisjoint(meaning.moods):
        return None
    text, named = meaning.text, values_of(meaning, Kind.CODE)
    behind = text[codes[-1].end :]
    others = _OTHERS.search(behind) if len(codes) == 1 else None
    if others is not None and (percent := number_of_all(others["how"])) and int(percent) <= _ALL:
        rest = behind[: others.start()].strip(_AROUND)
        is_its_remainder = int(number_of_all(rest) or 0) + int(percent) == _ALL
        return None if is_its_remainder else AllBut(named, False, rest, int(percent))
    excepted = left_out(meaning)
    if excepted and not text[: excepted[0].start].strip(_AROUND):
        done, rest = _all_are(text[excepted[0].end :], excepted=True), ""
    else:
        end = max([codes[-1].end, *(each.end for each in excepted)])
        done, rest = _all_are(text[: codes[0].start], excepted=False), text[end:].strip(_AROUND)
    if done is None or (rest and len(codes) > 1) or not (rest or excepted or says(text, "all_but.but")):
        return None
    bare = _BARE.match(rest)
    before = text[: codes[0].start]
    clause = before.rpartition("，" if "，" in text else ",")[2].strip(_AROUND)
    named_apart = any(each["others"] for each in _UNNAMED.finditer(before))
    is_excepted = bool(excepted) or named_apart or _EXCEPTS.match(clause) is not None
    counted = _COUNTED.search(before)
    count = int(number(counted["count"])) if counted else 0
    return AllBut(named, done, f"{bare['number']}%" if bare else rest, excepted=is_excepted, count=count)


def all_done_said(text: str) -> bool:
    """Return whether a text only says that all tasks are done (都完成了), not just reported (都报完了)."""
    said = normalise(text)
    return _all_are(said, excepted=False) is True and not says(said, "all_but.all_reported")


def without_the_due(text: str) -> tuple[str, range | None]:
    """Return a text without words that limit it to what is due (今天到期的都完成了), and the days left that this may
    have, None for any."""
    found = _DUE.search(text)
    days = None if found is None else _TODAY if found["today"] else _BY_TODAY
    return (text, days) if found is None else (f"{text[: found.start()]}{text[found.end() :]}", days)


def without_the_others(text: str) -> tuple[str, str]:
    """Return a text without the clauses that only say how all other tasks stand, or that the ongoing ones are
    unchanged (1-2 65%，其他任务无变化), or all of them but what is told (都没变化，就2-3抓了2个人), and these; the text
    as it is if it has none, or nothing else."""
    every = list(clauses(text))
    said = [each for each in every if text[slice(*each)].strip(_AROUND)]
    excepts = any(_EXCEPTS.match(text[slice(*each)].strip(_AROUND)) for each in said)
    others = [each for each in said if _is_of_others(text[slice(*each)].strip(_AROUND), excepts=excepts)]
    if len(others) in (0, len(said)):
        return text, ""
    told = "".join(text[start : end + 1] for start, end in every if (start, end) not in others)
    rest = "".join(text[start : end + 1] for start, end in others)
    return _EXCEPTS.sub("", told.strip(_AROUND)), rest.strip(_AROUND)


def _is_of_others(clause: str, *, excepts: bool) -> bool:
    if (named := _UNNAMED.search(clause)) is None and not (excepts and says(clause, "all_but.all")):
        return False
    said = Understanding(Intent.UNKNOWN, clause, readings=every_status(clause.lower())[:1])
    return says_unchanged(clause) or (named is not None and bool(named["others"]) and says(said, *_OF_THE_OTHERS))


def says_unchanged(text: str) -> bool:
    """Return whether a text only says that all tasks, or those of a number or kind, are unchanged (持续的7个没变化)."""
    return says(_COUNTED.sub("", text), "all_but.all_unchanged")


def others_unchanged_said(codes: Iterable[str]) -> str:
    """Return the sentence that reports all tasks but those with `codes` as unchanged."""
    return f"除了{'、'.join(codes)}，其他都没有变化"


def all_said_done(codes: Iterable[str]) -> str:
    """Return the lines that report each of the tasks with `codes` as done."""
    return "\n".join(f"{code} {_ALL}%" for code in codes)


def number_of_all(words: str) -> str:
    """Return the number that `words` only give for several tasks (都是70, are all at 50), or an empty string."""
    found = _OF_ALL.fullmatch(words)
    return found["number"] if found else ""


def numbers_in_order(words: str) -> list[int]:
    """Return the numbers that `words` give for one task after the other (分别完成90%、80%), or an empty list."""
    amounts = find_amounts(words.lower())
    rest = blank_spans(words, spans(amounts), " ")
    is_percent = all(each.counter in ("", "%") for each in amounts)
    return [int(each.value) for each in amounts] if is_percent and says(rest, "all_but.one_each") else []


def told_together(text: str) -> tuple[Sequence[str], str]:
    """Return the names of several things of which a text tells the same (A和B都完成了), and that; else no names."""
    found = _RULES["together"].match(text)
    if found is None:
        return (), ""
    names = [each for each in _RULES["joined"].sub("\n", found["names"]).split("\n") if each.strip()]
    return (names, found["said"]) if len(names) > 1 else ((), "")


def all_at(text: str) -> int | None:
    """Return the percent that a text only gives for all tasks just listed (这些都按80报), or None."""
    found = find_order(normalise(text), "all_but.listed_at")
    number = int(found["number"]) if found is not None else None
    return number if number is not None and number < _ALL else None


def _all_are(text: str, *, excepted: bool) -> bool | None:
    """Return True if words only say that all tasks are done, False if unchanged, and None for anything else.

    Behind an exception it may be left out who is meant (all but 4-4 are done).
    """
    if not excepted and not says(text, "all_but.all"):
        return None
    if says_unchanged(text):
        return False
    text = _COUNTED.sub("", text)
    done = [each for each in every_status(text.lower()) if each.values[0] in ("submitted", "closed")]
    said = Understanding(Intent.UNKNOWN, text, readings=tuple(done[:1]))
    return True if says(said, "all_but.all_done", "all_but.all_of_a_status") else None
