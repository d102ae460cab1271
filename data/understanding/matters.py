"""Splitting of messages that say several things, or go on to another matter."""

from collections.abc import Callable
from enum import Enum
from itertools import groupby, pairwise
from operator import itemgetter

from data.patterns import Pattern
from data.understanding.aims import LISTS
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Aim, Intent, Kind, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import TAKEN, Sentence, blank, clauses_of, normalise

_RULES = patterns("matters")
_SIGNS = ";；。!！\n"
_ENDS = ",，。;；!！?？ \n"
_ENDS_OF_ORDERS = " \n,，。;；"
_MOST = 6
"""Nobody has more matters in one message; a text with more is not split."""
MOST_HEARD = 60
"""The most parts of a message that are heard one by one. Nobody says so much; more would keep everybody waiting."""
_ASKING = frozenset({*LISTS, Aim.TASK, Aim.HELP, Aim.RETURNS, Aim.DEPUTY, Aim.INFO})
_JOINS = Pattern("[、，,]|以及|和|与|及")
_SENTENCE = Pattern(r"(?:[^。！？!?\n.]|\.+[^\s.])+[。！？!?.]*")
_BREAK = Pattern(r"[\s，,。；;！!？?]+")


class MessagePart(Enum):
    """What a part of a message does."""

    TELLS = "tells"
    PUTS_OFF = "puts off"
    ASKS = "asks"


Hears = Callable[[str], Understanding]


def message_parts(text: str, hears: Hears) -> list[tuple[MessagePart, str]]:
    """Return the parts of a text that report, ask for more time or ask something, each as it can be said alone.

    Returns nothing if the text does only one of these, or if it is not clear what a part does. Another matter begins
    with words for it (另外, by the way); if it names no task and is no list, it is about the task spoken of before.
    """
    heard = normalise(text)
    parts, code = list[tuple[MessagePart | None, str, int, int]](), ""
    for start, end in _stretches(heard):
        words = heard.quote(start, end).strip(_ENDS)
        meaning = hears(words)
        parts.append((*_read(words, meaning, code, hears), start, end))
        code = next(reversed(values_of(meaning, Kind.CODE)), meaning.task or code)
    if not parts:
        return []
    found = [(matter, list(each)) for matter, each in groupby(parts, itemgetter(0))]
    if len(found) == 1 or None in (matter for matter, _ in found):
        return []
    return [
        (matter, each[0][1] + heard.quote(each[0][2], each[-1][3]).strip(_ENDS)) for matter, each in found if matter
    ]


def matters_of_task(text: str, code: str) -> list[str]:
    """Return the parts of a text about a task that pass from one matter to another (另外), each with the task's code;
    nothing if it is only one."""
    heard = normalise(text)
    parts = [heard.quote(*each).strip(_ENDS) for each in _stretches(heard)]
    return [each if code in each else f"{code} {each}" for each in parts]


def behind_another(clause: str) -> str | None:
    """Return what a clause says behind words for another matter at its beginning (顺便, 另外), or None."""
    found = _RULES["another"].match(clause)
    return clause[found.end() :].strip(_ENDS) if found else None


def _stretches(heard: Sentence) -> list[tuple[int, int]]:
    """Return the stretches of a text that begin with words for another matter, and the one before these; nothing if
    there are no such words, or too many."""
    starts = sorted({0, *(found.start("another") for found in _RULES["another"].finditer(heard))})
    if not 1 < len(starts) <= _MOST:
        return []
    return [each for each in pairwise([*starts, len(heard)]) if heard[slice(*each)].strip(_ENDS)]


def start_of_next_matter(heard: Sentence, before: int) -> int | None:
    """Return where a sentence last goes on to another matter before the place `before`, or None.

    That is after a sign that ends a sentence, or at words for another matter.
    """
    found = list(_RULES["goes_on"].finditer(heard.in_lines()[:before]))
    if not found:
        return None
    return found[-1].end() if found[-1][0] in _SIGNS else found[-1].start()


def qualifies(heard: Sentence, end: int) -> bool:
    """Return whether a name that ends at `end` only describes what follows it (18-1的线索)."""
    return heard.startswith("的", end)


def _read(words: str, meaning: Understanding, code: str, hears: Hears) -> tuple[MessagePart | None, str]:
    """Return what a part does by itself, and the code to put before it, if it is about the task spoken of before."""
    matter = _matter(meaning)
    if not blank(meaning.text, of_kind(meaning, Kind.CODE)).strip(TAKEN + _ENDS):
        return None, ""
    of_it = matter in (MessagePart.TELLS, MessagePart.PUTS_OFF) or _RULES["same"].search(words)
    if code and of_it and meaning.task is None:
        return _matter(hears(f"{code} {words}")), f"{code} "
    return matter, ""


def _matter(meaning: Understanding) -> MessagePart | None:
    """Return what a sentence clearly does, or None if that is not clear or it is an order or small talk."""
    if meaning.between:
        return None
    if meaning.aim is Aim.EXTENSION:
        return MessagePart.PUTS_OFF
    if meaning.aim.intent is Intent.REPORT:
        return MessagePart.TELLS
    return MessagePart.ASKS if meaning.aim in _ASKING else None


def split_statements(text: str, what: Callable[[str], object | None]) -> list[str]:
    """Split a text that says several things; `what` returns what a clause says by itself, or None.

    A clause that says nothing begins what it says together with the next (43-5没有签到表，退回), or else stays with the
    one before it; clauses that say the same are one statement. Returns an empty list if only one thing is said, the
    text begins with something else, or it has very many clauses.
    """
    if len(found := clauses_of(text)) > MOST_HEARD:
        return []
    clauses = list[tuple[int, object | None]]()
    for each in found:
        said = what(each)
        if said is None and clauses and clauses[-1][1] is None:
            together = what(text[clauses[-1][0] : each.end])
            clauses[-1:] = [(clauses[-1][0], together)] if together is not None else clauses[-1:]
        clauses.append((each.start, said))
    begins = [(start, said) for start, said in clauses if said is not None]
    if len({said for _, said in begins}) < 2 or clauses[0][1] is None:
        return []
    parts = dict[object, list[str]]()
    for (start, said), (end, _) in pairwise([*begins, (len(text), None)]):
        parts.setdefault(said, []).append(text[start:end].strip(_ENDS_OF_ORDERS))
    return ["，".join(each) for each in parts.values()]


def list_items(said: str) -> list[str]:
    """Return the items of a list such as 6号、9号和10号."""
    return [each.strip() for each in _JOINS.sub("\n", said).split("\n") if each.strip()]


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of `text`, each as it was written."""
    return [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]


def last_clause_apart(text: str) -> tuple[str, str]:
    """Return `text` without its last clause, and that clause.

    A text without punctuation or spaces is one clause. Spaces do not end clauses in a text that is all ASCII.
    """
    breaks = _BREAK.finditer(text.rstrip(_ENDS))
    begin = max((each.end() for each in breaks if each[0].strip() or not text.isascii()), default=0)
    return text[:begin], text[begin:]
