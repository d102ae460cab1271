"""The office's decisions in words on reports, extension requests and work information.

For example 退回，缺总结; 同意延到2月底; 公安局那条采用.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice, pairwise
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.announcing.addressees import all_to_them
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Kind, Reading, Understanding, within
from data.understanding.more_time import later_by_a_span, longer_by, without_because
from data.understanding.normalise.sentence import Sentence, Span, normalise
from data.understanding.orders import Order, find_order, kind_said, longest_said, says


class DecisionSubject(StrEnum):
    """What a decision is about, if not a request for more time.

    On the report just shown, or one that is named, a verdict needs no word for verdicts (过了吧; 43-5这个不行，缺表).
    """

    REPORT = "report"
    REPORT_AT_HAND = "report_at_hand"
    INFORMATION = "information"


_AGAINST = (
    "decisions.at_hand_returned",
    "decisions.at_hand_to_be_done_again",
    "decisions.named_to_be_done_again",
)
"""These are never in favour; what gives no words is the reason as a whole."""
_PASSED = "decisions.of_report_passed"
_WAYS = {
    DecisionSubject.REPORT: (
        "decisions.of_report",
        _PASSED,
        "decisions.of_report_named",
        "decisions.of_report_between",
        "decisions.of_report_called_so",
    ),
    DecisionSubject.INFORMATION: ("decisions.of_information", "decisions.of_information_named"),
    DecisionSubject.REPORT_AT_HAND: ("decisions.at_hand", *_AGAINST, "decisions.named_at_hand"),
}
_WORDS = table("decisions")
_DECIDING = frozenset([*_WORDS["request"]["against"], *_WORDS["request"]["for"]])
"""Words for requests that decide whatever follows them; others may begin another word (准备, 批评)."""
_BREAK = " \n，,。.；;：:！!、"
_TELLS, _NO_TELLING = (Pattern(f"^(?:{any_word(_WORDS[name])})") for name in ("tells", "no_telling"))
_FIRST_WORDS = Pattern(r"[^\s，,。.；;：:！!、]+")
_SOFTENED = "了吧"
_DEFERRED = Pattern("(?:先|暂时?)[不别](批准?|同意|答应)")
_CALLED = Pattern(any_word([*_WORDS["request"]["named_so"], *_WORDS["requests"]["rest"]]))
_JOINS = ("和", "跟", "与", "及")
_MOST_APART = 20
"""No more decisions are told apart in one text."""


@dataclass(frozen=True, slots=True)
class StatedDecision:
    """A decision in words, in `favour` or against.

    It is about the tasks with `codes`, about `units`, or about `all` that waits, except what is `left_out`; if it names
    nothing, it is about what is at hand. Of the `rest` leaves out what the sentence decides on before. `words` are
    praise, advice or the reason.
    """

    favour: bool
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    all: bool = False
    words: str = ""
    left_out: tuple[str, ...] = ()
    rest: bool = False

    @property
    def names(self) -> bool:
        """Whether the decision says what it is about."""
        return bool(self.codes or self.units or self.all or self.left_out)

    @property
    def is_of_several(self) -> bool:
        """Whether the decision names several tasks or units, or all."""
        return self.all or bool(self.left_out) or len(self.codes) > 1 or len(self.units) > 1

    @property
    def unit(self) -> str:
        """The first unit that is named, or an empty string."""
        return self.units[0] if self.units else ""

    def is_of(self, code: str, unit: str) -> bool:
        """Return whether the decision covers the report of `unit` on the task `code`."""
        meant = (not self.codes or code in self.codes) and (not self.units or unit in self.units)
        return meant and not {code, unit} & set(self.left_out)


def decision_said(on: DecisionSubject, meaning: Understanding) -> StatedDecision | None:
    """Return the decision that a sentence states, or None if it is a question or uses the words otherwise."""
    found = find_order(meaning, *_WAYS[on])
    if found is None:
        return None
    if found.way in _AGAINST:
        written = meaning.text.written if isinstance(meaning.text, Sentence) else meaning.text
        words = reason_told((found["words"] or written).strip(_BREAK))
        return StatedDecision(favour=False, codes=found.codes, words=words)
    return _decision(found, on)


def with_units_of_people(heard: Understanding, units: Mapping[str, str]) -> Understanding:
    """Return a sentence with the unit of who waits for a decision in place of the name (袁工那个延期同意)."""
    named = [(heard.text.find(name), name, unit) for name, unit in units.items() if name and unit]
    people = [Reading(Kind.UNIT, at, at + len(name), (unit,)) for at, name, unit in named if at >= 0]
    return replace(heard, readings=(*heard.readings, *people))


def refused_until_mended(text: str) -> str:
    """Return `text` with what it only defers as refused if it says what the unit is to do first (1-2先不批，让他附上
    文件): that is a reason."""
    return _DEFERRED.sub("不\\1", text) if says(text, "decisions.at_hand_to_be_done_again") else text


def with_decisions_apart(text: str, hears: Callable[[str], Understanding]) -> str:
    """Return `text` with a comma wherever the decision on another task or unit, on requests that are called so, or on
    the rest begins without a sign before it (1-2不同意材料不全 43-5不同意; 全部通过 延期的也都同意), so that each
    reason stays with its own decision."""
    heard = hears(text)
    named = [each.start for each in heard.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    starts = sorted({normalise(text).spans[start][0] for start in named})[:_MOST_APART]
    called = (each.start() for each in islice(_CALLED.finditer(text.lower()), _MOST_APART))
    starts = sorted({*starts, *(each for each in called if _decides(hears(_behind_last(starts, text[:each]))))})
    parts, done = list[str](), 0
    for start, end in pairwise([*starts, len(text)]):
        before = text[done:start].strip(_BREAK)
        last = _behind_last(starts, text[:start])
        ends = before.endswith(_JOINS) or text[:start].rstrip(_BREAK) != text[:start].rstrip(" \n")
        if before and not ends and _decides(hears(last)) and _decides(hears(text[start:end])):
            parts.append(before)
            done = start
    return "，".join([*parts, text[done:]])


def _behind_last(starts: Iterable[int], before: str) -> str:
    return before[max((each for each in starts if each < len(before)), default=0) :].strip(_BREAK)


def _decides(heard: Understanding) -> bool:
    """Return whether a text by itself decides on what it names."""
    named = [(each.start, each.end) for each in heard.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    verdict, on_request = decision_said(DecisionSubject.REPORT, heard), clause_on_requests(heard, named).decision
    if on_request is None:
        return verdict is not None and verdict.names
    of_a_task = heard.names(Kind.CODE) and not on_request.is_day
    surely = on_request.surely and (bool(named) or says(heard, "decisions.request.named_so"))
    return of_a_task or surely or (verdict is not None and verdict.names)


class DecisionOnRequests(NamedTuple):
    """What one clause decides on the requests for more time that it names, or on `all` or on the `rest`.

    `surely` is whether its word can hardly mean anything but a decision; `is_day` whether it only gives another day,
    which may be an order of its own as well. `words` are the day, what the unit is told, or the reason. `at` is where
    its word begins.
    """

    favour: bool
    surely: bool
    all: bool
    rest: bool
    words: str
    is_day: bool
    at: int


class ClauseOnRequests(NamedTuple):
    """What one clause says of requests: a decision, that it is `likewise`, or that they are `left` undecided."""

    decision: DecisionOnRequests | None
    likewise: bool
    left: bool


def clause_on_requests(heard: Understanding, named: Iterable[Span]) -> ClauseOnRequests:
    """Return what one clause of a sentence says of requests, which it names in these places. Without a question mark
    都批了吧 orders it."""
    text = heard.text if isinstance(heard.text, Sentence) else normalise(heard.text)
    heard = replace(heard, text=text.blanked(named))
    heard = within(heard, 0, len(text) - 1) if text.endswith(_SOFTENED) else heard
    left = says(heard, "decisions.left_undecided")
    return ClauseOnRequests(None if left else _decision_on_requests(heard), says(heard, "decisions.likewise"), left)


def gives_a_day(heard: Understanding, due: date) -> bool:
    """Return whether a clause beside a decision gives another day, or so much time after `due` (延到2月底; 两周)."""
    return says(heard, "decisions.day_granted") or bool(longer_by(heard.text, due) or later_by_a_span(heard.text, due))


def puts_it_off(clause: str) -> bool:
    """Return whether a clause beside a refusal speaks of more time (不行，改到2月底)."""
    return longest_said("decisions.request", clause, "for_a_day", "shifted") is not None


def reason_told(words: str) -> str:
    """Return a reason without the words that introduce it (说, 理由是), said to those who get it (让他们补总结)."""
    return all_to_them(without_because(words if _NO_TELLING.search(words) else _TELLS.sub("", words)).strip(_BREAK))


def _decision_on_requests(heard: Understanding) -> DecisionOnRequests | None:
    found = find_order(heard, "decisions.on_requests", "decisions.only_a_day")
    if found is None:
        return None
    said, word = heard.text.lower(), (found["against"] or found["favour"]).lower()
    words, is_day = found["words"].strip(_BREAK), not word
    if is_day and not words:
        return None
    if is_day:
        surely = longest_said("decisions.request", said, "for", "for_a_day") is not None
    else:
        ends = not words or heard.names(Kind.TIME)
        surely = word in _DECIDING or (ends and word not in _WORDS["requests"]["loosely"])
    rest = says(said, "decisions.requests.rest")
    is_of_all = not rest and says(said, "decisions.requests.all")
    words = reason_told(words) if found["against"] else words
    return DecisionOnRequests(not found["against"], surely, is_of_all, rest, words, is_day, found.place[0])


def _decision(found: Order, on: DecisionSubject) -> StatedDecision:
    favour = found.way == _PASSED or (kind_said(f"decisions.{on}", found.rest) or "").startswith("for")
    words = found["words"].strip(_BREAK)
    told = (reason_told(each) for each in (words, found["more"]) if each)
    words = _without_verdict_again(words) if favour else "，".join(told)
    is_of_rest = says(found.rest, "decisions.requests.rest")
    is_of_all = is_of_rest or kind_said("decisions.how_many", found.rest) is not None
    return StatedDecision(favour, found.codes, found.units, is_of_all, words, found.left_out, is_of_rest)


def _without_verdict_again(words: str) -> str:
    """Return words beside a verdict without those before that only give it again (这回可以 通过 下不为例)."""
    while (first := _FIRST_WORDS.match(words)) and says(first[0], "decisions.again"):
        words = words[first.end() :].strip(_BREAK)
    return "" if says(words, "decisions.again") else words
