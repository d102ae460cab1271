"""What the office decides in words of what waits for it: reports (退回，缺总结), requests for time (同意延到2月底),
work information (公安局那条采用)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.exceptions import left_out
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import CLAUSE, Span, blank, blank_spans
from data.understanding.polarity import moods_at

Hears = Callable[[str], Understanding]


class On(StrEnum):
    """What is decided on."""

    REPORT = "report"
    REQUEST = "request"
    INFORMATION = "information"


_WORDS: dict[str, Any] = table("decisions")
_BREAK = " \n，,。.；;：:！!、"
_SIGNS = r"[\s、，,：:“”\"。.!！\x00]"


def _verbs(on: On, yes: str = "for", no: str = "against") -> Pattern:
    return Pattern(f"(?i)(?P<against>{any_of(_WORDS[on][no])})|(?P<for>{any_of(_WORDS[on][yes])})")


_VERB = {on: _verbs(on) for on in On}
_OF_A_PIECE = _verbs(On.INFORMATION, "for_one_named", "against_one_named")
_PIECE, _REQUEST = (Pattern(f"(?i){any_of(_WORDS[on]['named_so'])}") for on in (On.INFORMATION, On.REQUEST))
_MORE_TIME = Pattern(f"(?i){any_of(_WORDS[On.REQUEST]['more_time'])}")
_BESIDE = {on: Pattern(rf"(?i)(?:{any_of(_WORDS[on]['beside'])}|{_SIGNS})*") for on in On}
_BEHIND = {on: Pattern(rf"(?i)(?:{any_of(_WORDS[on]['beside'])}|[\s\x00])*") for on in (On.REPORT, On.INFORMATION)}
_REPORTS = any_of(_WORDS[On.REPORT]["beside"])
_NOT = Pattern("不|not|n't")
"""In 不通过 the word of denial is part of the decision."""
_ALL = Pattern(f"(?i){any_of(_WORDS['all'])}")
_WRONG = Pattern(f"(?i)^(?:{any_of(_WORDS['wrong'])})")
_NAMES_FIRST = Pattern(rf"(?i)^(?:{_REPORTS}|[\s、，,:：])*\x00+(?:{_REPORTS}|\s)*")
"""The names at the beginning of 农业局的没写公开平台退回去; what is wrong stands between them and the verdict."""
_BECAUSE, _NO_BECAUSE = (Pattern(f"^(?:{any_of(_WORDS[name])})") for name in ("because", "no_because"))
_FILLER = Pattern("^[吧了啦的]+$")


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in words: whether it is in `favour`, of the tasks with the `codes`, of `units`, or of `all` that wait,
    but for tasks and units that are `left_out`; of the one at hand where none is named. `words` are praise, advice,
    another day or the reason."""

    favour: bool
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    all: bool = False
    words: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def names(self) -> bool:
        """Whether it says of which it is."""
        return bool(self.codes or self.units or self.all or self.left_out)

    @property
    def unit(self) -> str:
        """The unit that is named; empty for none."""
        return self.units[0] if self.units else ""

    def is_of(self, code: str, unit: str) -> bool:
        """Whether it is of what a unit has reported on a task."""
        meant = (not self.codes or code in self.codes) and (not self.units or unit in self.units)
        return meant and not {code, unit} & set(self.left_out)


def decision_said(on: On, text: str, meaning: Understanding) -> Decision | None:
    """Return the decision that a sentence gives; None for a question, and where the word is part of something else."""
    heard, but = meaning.text, left_out(meaning)
    spared = [each for group in but for each in group.names]
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT) and each not in spared]
    bare = blank_spans(blank(heard, names), [(each.start, each.end) for each in but])
    is_of_a_piece = on is On.INFORMATION and names and _PIECE.search(bare)
    found = _VERB[on].search(bare) or (_OF_A_PIECE.search(bare) if is_of_a_piece else None)
    if found is None or (but and on is not On.REPORT) or _is_asked_or_denied(heard, found):
        return None
    words = _words_of(on, bare, found, wrong_too=on is On.REPORT and bool(names))
    if words is None:
        return None
    before_words = bare[: max(found.end(), words[0])]
    named = [each for each in names if each.start < len(before_words) and not words[0] <= each.start < words[1]]
    said = Decision(
        bool(found["for"]),
        _values(named, Kind.CODE),
        _values(named, Kind.UNIT),
        _ALL.search(before_words) is not None,
        _said_of_it(text, heard[slice(*words)], is_reason=bool(found["against"])),
        tuple(each.values[0] for each in spared),
    )
    return said if on is On.REPORT or _is_of_one(on, said, bare[: found.start()]) else None


def speaks_of_requests(text: str) -> bool:
    """Return whether a text speaks of requests for more time: 延期申请, 谁申请延期了."""
    return _MORE_TIME.search(text) is not None


def decisions_apart(text: str, hears: Hears) -> list[str]:
    """Return the parts of a text that each decide on a report or a request of their own, with the words behind them;
    nothing where there are not several, or where it begins with something else."""
    begins = [found.start() for found in CLAUSE.finditer(text) if _decides_by_itself(found[0].strip(), hears)]
    first = next((found.start() for found in CLAUSE.finditer(text) if found[0].strip()), 0)
    if len(begins) < 2 or begins[0] != first:
        return []
    ends = [*begins[1:], len(text)]
    return [text[start:end].strip(" \n,，。;；") for start, end in zip(begins, ends, strict=True)]


def _decides_by_itself(clause: str, hears: Hears) -> bool:
    """Whether a clause decides on what it names: 1-2通过, 公安局的退回."""
    heard = hears(clause)
    if not any(each.kind in (Kind.CODE, Kind.UNIT) for each in heard.readings):
        return False
    said = decision_said(On.REPORT, clause, heard)
    return (said is not None and said.names) or decision_said(On.REQUEST, clause, heard) is not None


def _is_asked_or_denied(heard: str, found: Match) -> bool:
    denied = set() if found["against"] and _NOT.search(found[0]) else {Mood.DENIES}
    return not ({Mood.ASKS, Mood.WHETHER} | denied).isdisjoint(moods_at(heard.lower(), found.start()))


def _words_of(on: On, bare: str, found: Match, *, wrong_too: bool) -> Span | None:
    """Return from where to where the words beside a decision go; None where it is part of something else."""
    before, behind = bare[: found.start()], bare[found.end() :]
    beside = _BEHIND[on].match(behind) if on in _BEHIND else None
    reach = beside.end() if beside else 0
    if not _BESIDE[on].fullmatch(before):
        first = _NAMES_FIRST.match(before)
        ends = found["against"] and on is On.REPORT and not behind[reach:].strip(_BREAK)
        return (first.end(), found.start()) if first and ends and _WRONG.match(before[first.end() :]) else None
    words = behind[reach:]
    set_off = not words or words.startswith(tuple(_BREAK)) or behind[:reach].endswith(" ")
    tells_what_is_wrong = wrong_too and found["against"] and _WRONG.match(words)
    return (found.end() + reach, len(bare)) if set_off or tells_what_is_wrong or on is On.REQUEST else None


def _is_of_one(on: On, said: Decision, before: str) -> bool:
    """Whether a decision on anything but reports is of one unit at most, and one on a request says that it is one."""
    is_of_a_request = on is not On.REQUEST or said.codes or _REQUEST.search(before)
    return len(said.units) < 2 and bool(is_of_a_request)


def _values(names: Sequence[Reading], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.values[0] for each in names if each.kind is kind))


def _said_of_it(text: str, words: str, *, is_reason: bool) -> str:
    """Words of a sentence as they were written, which its normal form may have changed; a reason without the words that
    lead to it (说缺总结)."""
    words = _FILLER.sub("", words.strip(_BREAK))
    at = text.lower().rfind(words.lower()) if words else -1
    written = text[at : at + len(words)].strip(_BREAK) if at >= 0 else words
    return _BECAUSE.sub("", written).strip(_BREAK) if is_reason and not _NO_BECAUSE.search(written) else written
